"""The login: an application of its own before the dashboard, which strangers do not pass."""

import re
from collections.abc import Iterable
from datetime import datetime, timezone
from math import ceil
from typing import TYPE_CHECKING, Any

import falcon
from falcon import uri

from optuna_dashboard.access.guard import Guard
from optuna_dashboard.access.guesses import Guesses
from optuna_dashboard.access.login_page import CONTENT_SECURITY_POLICY, login_page, logout_page
from optuna_dashboard.access.token import Token
from optuna_dashboard.api import errors

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_LONGEST_FORM = 4096
_START = "/dashboard"
# Where a login may lead: a page of ours as browsers write its address, and nowhere else.
_PAGE = re.compile(r"/dashboard(?:[/?][!-~]*)?")
_OWN_PATHS = ("/login", "/logout")
_LONG_AGO = datetime(1970, 1, 1, tzinfo=timezone.utc)
_ASK = "Log in at /login, or send the token as Authorization: Bearer TOKEN"


class Login:
    """WSGI middleware that asks for the token.

    Who sends it, or the cookie that a login gave, comes to ``app``. Pages lead anybody else
    to the login; everything else is a 401. What a stranger sends is not read.
    """

    def __init__(self, app: "WSGIApplication", token: Token, guard: Guard) -> None:
        self._app = app
        self._token = token
        self._guesses = Guesses()
        self._door = falcon.App(middleware=[guard])
        self._door.req_options.strip_url_path_trailing_slash = True
        self._door.add_route("/login", _LoginPage(token, self._guesses))
        self._door.add_route("/logout", _LogoutPage(token))
        self._door.add_sink(_refuse, "/")
        errors.install(self._door)

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        request = falcon.Request(environ)
        is_own = request.path.rstrip("/") in _OWN_PATHS
        may_pass = not is_own and (_has_cookie(request, self._token) or self._is_bearer(request))
        return (self._app if may_pass else self._door)(environ, start_response)

    def _is_bearer(self, request: falcon.Request) -> bool:
        kind, _, text = (request.get_header("Authorization") or "").partition(" ")
        if kind.lower() != "bearer":
            return False
        is_right = self._token.is_right(text.strip())
        if not is_right:
            request.env["optuna_dashboard.wait"] = self._guesses.wait_after(request.remote_addr)
        return is_right


class _LoginPage:
    def __init__(self, token: Token, guesses: Guesses) -> None:
        self._token = token
        self._guesses = guesses

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        if _has_cookie(req, self._token):
            raise falcon.HTTPSeeOther(_next(req))
        _show(resp, login_page())

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        if self._token.is_right(_token_in(req).strip()):
            _set_cookie(req, resp, self._token, self._token.cookie_value)
            resp.status = falcon.HTTP_SEE_OTHER
            resp.location = _next(req)
            resp.cache_control = ["no-store"]
        elif wait := self._guesses.wait_after(req.remote_addr):
            error = f"Too many wrong tokens. Try again in {ceil(wait)} seconds."
            _show(resp, login_page(error), falcon.HTTP_TOO_MANY_REQUESTS)
            resp.set_header("Retry-After", str(ceil(wait)))
        else:
            _show(resp, login_page("That is not the token."), falcon.HTTP_FORBIDDEN)


class _LogoutPage:
    def __init__(self, token: Token) -> None:
        self._token = token

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        _show(resp, logout_page())

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        _set_cookie(req, resp, self._token, "", expires=_LONG_AGO)
        resp.status = falcon.HTTP_SEE_OTHER
        resp.location = f"{req.root_path}/login"


def _refuse(req: falcon.Request, resp: falcon.Response, **params: Any) -> None:
    resp.cache_control = ["no-store"]
    wait = req.env.get("optuna_dashboard.wait")
    if wait:
        reason = f"Too many wrong tokens: try again in {ceil(wait)} seconds"
        raise falcon.HTTPTooManyRequests(description=reason, retry_after=ceil(wait))
    if req.method in ("GET", "HEAD") and (req.path == "/" or _is_page(req.path)):
        page = uri.encode(req.path) + (f"?{req.query_string}" if req.query_string else "")
        asked = "" if req.path == "/" else f"?next={uri.encode_value(page)}"
        raise falcon.HTTPFound(f"{req.root_path}/login{asked}")
    raise falcon.HTTPUnauthorized(description=_ASK, challenges=["Bearer"])


def _is_page(path: str) -> bool:
    return path == _START or path.startswith(f"{_START}/")


def _has_cookie(req: falcon.Request, token: Token) -> bool:
    values = req.get_cookie_values(token.cookie_name) or []
    return any(token.is_right_cookie(value) for value in values)


def _set_cookie(
    req: falcon.Request,
    resp: falcon.Response,
    token: Token,
    value: str,
    *,
    expires: datetime | None = None,
) -> None:
    resp.set_cookie(
        token.cookie_name,
        value,
        expires=expires,
        path=req.root_path or "/",
        secure=req.scheme == "https",
        http_only=True,
        same_site="Strict",
    )


def _next(req: falcon.Request) -> str:
    """The page that was asked for; never one of another server."""
    asked = req.get_param("next", default=_START)
    return req.root_path + (asked if _PAGE.fullmatch(asked) else _START)


def _token_in(req: falcon.Request) -> str:
    """The token in the form.

    Raises:
        falcon.HTTPError: if there is no form, or too long a one.
    """
    if (req.content_length or 0) > _LONGEST_FORM:
        raise falcon.HTTPContentTooLarge(description="That is too long for a token")
    form = req.get_media()
    text = form.get("token") if isinstance(form, dict) else None
    return text if isinstance(text, str) else ""


def _show(resp: falcon.Response, page: str, status: str = falcon.HTTP_OK) -> None:
    resp.status = status
    resp.content_type = "text/html; charset=utf-8"
    resp.text = page
    resp.cache_control = ["no-store"]
    resp.set_header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
    # With "no-referrer" browsers do not say where a form comes from.
    resp.set_header("Referrer-Policy", "same-origin")
