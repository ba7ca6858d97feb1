"""The token: what is seen without it, and how it is given."""

from html import unescape
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from falcon import testing

from optuna_dashboard.access import guesses
from optuna_dashboard.access.token import Token
from optuna_dashboard.server import Access
from tests.access.conftest import INDEX, TOKEN, Serve

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def log_in(
    client: testing.TestClient, token: str = TOKEN, query: str = "", **headers: str
) -> testing.Result:
    body = urlencode({"token": token})
    return client.simulate_post(
        "/login", body=body, query_string=query, headers={**FORM, **headers}
    )


def cookie_of(answer: testing.Result) -> str:
    [cookie] = answer.cookies.values()
    return f"{cookie.name}={cookie.value}"


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/studies"),
        ("GET", "/api/openapi.json"),
        ("HEAD", "/api/studies"),
        ("OPTIONS", "/api/studies"),
        ("GET", "/csv/1"),
        ("POST", "/csv/1"),
        ("GET", "/artifacts/1/2"),
        ("GET", "/static/assets/main.js"),
        ("GET", "/nothing"),
        ("DELETE", "/api/studies/1"),
        ("POST", "/dashboard"),
    ],
)
def test_strangers_are_told_nothing(locked: testing.TestClient, method: str, path: str) -> None:
    answer = locked.simulate_request(method, path, headers=FORM)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.headers["cache-control"] == "no-store"
    if method != "HEAD":
        reason = "Log in at /login, or send the token as Authorization: Bearer TOKEN"
        assert answer.json == {"reason": reason}


@pytest.mark.parametrize(
    ("path", "query", "login"),
    [
        ("/", "", "/login"),
        ("/dashboard", "", "/login?next=%2Fdashboard"),
        (
            "/dashboard/studies/3",
            "filter=value%20%3C%201&x=1",
            "/login?next=%2Fdashboard%2Fstudies%2F3%3Ffilter%3Dvalue%2520%253C%25201%26x%3D1",
        ),
        ("/dashboard/%0d%0aSet-Cookie:%20a=b", "", None),
    ],
)
def test_pages_lead_to_the_login_and_back(
    locked: testing.TestClient, path: str, query: str, login: str | None
) -> None:
    sent = locked.simulate_get(path, query_string=query)
    assert sent.status_code == 302
    location = sent.headers["location"]
    assert login in (None, location)
    assert location.isprintable()
    back = log_in(locked, query=location.partition("?")[2])
    assert back.status_code == 303
    page = path if path != "/" else "/dashboard"
    expected = page + (f"?{query}" if query else "")
    assert back.headers["location"].lower() == expected.lower()


@pytest.mark.parametrize(
    "asked",
    [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "/dashboard@evil.example",
        "dashboard",
        "/dashboards",
        "/api/studies",
        "javascript:alert(1)",
        "/dashboard\r\nSet-Cookie: a=b",
        "/dashboard/ü",
        "",
    ],
)
def test_a_login_leads_nowhere_else(locked: testing.TestClient, asked: str) -> None:
    answer = log_in(locked, query=f"next={quote(asked)}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/dashboard")


def test_the_form(locked: testing.TestClient) -> None:
    page = locked.simulate_get("/login")
    assert page.status_code == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.headers["cache-control"] == "no-store"
    policy = page.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "form-action 'self'" in policy
    assert "unsafe" not in policy
    # With "no-referrer" a browser would send the form from the origin "null".
    assert page.headers["referrer-policy"] == "same-origin"
    assert "<script" not in page.text
    assert '<form method="post">' in page.text


def test_the_cookie(locked: testing.TestClient) -> None:
    answer = log_in(locked)
    [cookie] = answer.cookies.values()
    assert cookie.http_only
    assert cookie.same_site == "Strict"
    assert (cookie.path, cookie.secure, cookie.max_age) == ("/", False, None)
    assert TOKEN not in answer.headers["set-cookie"]
    cookies = {"Cookie": f"theme=dark; {cookie_of(answer)}"}
    assert locked.simulate_get("/dashboard/x", headers=cookies).text == INDEX
    assert locked.simulate_get("/static/assets/main.js", headers=cookies).text == "1;"
    studies = locked.simulate_get("/api/studies", headers=cookies).json["study_summaries"]
    assert len(studies) == 24
    again = locked.simulate_get("/login", headers=cookies)
    assert (again.status_code, again.headers["location"]) == (303, "/dashboard")


def test_the_cookie_of_an_encrypted_connection(locked: testing.TestClient) -> None:
    body = urlencode({"token": TOKEN})
    answer = locked.simulate_post("/login", body=body, headers=FORM, protocol="https")
    [cookie] = answer.cookies.values()
    assert cookie.secure


def test_every_process_knows_the_cookie(serve: Serve) -> None:
    cookie = cookie_of(log_in(serve(Access(Token(TOKEN)))))
    other = serve(Access(Token(f" {TOKEN}\n")))
    assert other.simulate_get("/api/meta", headers={"Cookie": cookie}).status_code == 200


def test_an_old_cookie(serve: Serve) -> None:
    cookie = cookie_of(log_in(serve(Access(Token(TOKEN)))))
    name, _, value = cookie.partition("=")
    renewed = serve(Access(Token("another-token")))
    new_name = cookie_of(log_in(renewed, "another-token")).partition("=")[0]
    assert new_name != name
    for header in (cookie, f"{new_name}={value}", f"{new_name}=", f"{new_name}={TOKEN}"):
        answer = renewed.simulate_get("/api/meta", headers={"Cookie": header})
        assert answer.status_code == 401
    # However often it comes, it shuts out nobody.
    for _ in range(50):
        renewed.simulate_get("/api/meta", headers={"Cookie": f"{new_name}={value}"})
    assert log_in(renewed, "another-token").status_code == 303


def test_log_out(locked: testing.TestClient) -> None:
    cookie = {"Cookie": cookie_of(log_in(locked))}
    assert '<form method="post">' in locked.simulate_get("/logout", headers=cookie).text
    answer = locked.simulate_post("/logout", headers={**cookie, **FORM})
    assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    [expired] = answer.cookies.values()
    assert (expired.value, expired.path) == ("", "/")
    assert "expires=Thu, 01 Jan 1970" in answer.headers["set-cookie"]


@pytest.mark.parametrize(
    ("header", "status"),
    [
        (f"Bearer {TOKEN}", 200),
        (f"bearer  {TOKEN} ", 200),
        ("Bearer wrong-token", 401),
        (f"Bearer {TOKEN}x", 401),
        ("Bearer", 401),
        (f"Basic {TOKEN}", 401),
        (TOKEN, 401),
        ("Bearer tökén-tökén", 401),
    ],
)
def test_programs_send_the_token(locked: testing.TestClient, header: str, status: int) -> None:
    answer = locked.simulate_get("/api/studies", headers={"Authorization": header})
    assert answer.status_code == status


def test_wrong_tokens(locked: testing.TestClient) -> None:
    for token in ("", "wrong-token", TOKEN.upper(), TOKEN + "x", "tökén", "<b>"):
        answer = log_in(locked, token)
        assert answer.status_code == 403
        assert "That is not the token." in unescape(answer.text)
        assert not answer.cookies


def test_who_sends_many_wrong_tokens_is_told_to_wait(locked: testing.TestClient) -> None:
    for n in range(guesses.MOST_GUESSES):
        if n % 2:
            assert log_in(locked, f"guess-{n}").status_code == 403
        else:
            header = {"Authorization": f"Bearer guess-{n}"}
            assert locked.simulate_get("/api/meta", headers=header).status_code == 401
    answer = log_in(locked, "one-guess-more")
    assert answer.status_code == 429
    assert not answer.cookies
    assert 50 < int(answer.headers["retry-after"]) <= 60
    assert "Too many wrong tokens" in answer.text
    bearer = {"Authorization": "Bearer one-guess-more"}
    answer = locked.simulate_get("/api/studies", headers=bearer)
    assert answer.status_code == 429
    assert answer.json["reason"].startswith("Too many wrong tokens: try again in ")
    elsewhere: dict[str, Any] = {"headers": bearer, "remote_addr": "192.0.2.7"}
    assert locked.simulate_get("/api/studies", **elsewhere).status_code == 401


def test_wrong_tokens_shut_out_nobody_else(locked: testing.TestClient) -> None:
    """Behind a proxy everybody comes from the same address."""
    for n in range(guesses.MOST_GUESSES + 1):
        log_in(locked, f"guess-{n}")
    bearer = {"Authorization": f"Bearer {TOKEN}"}
    assert locked.simulate_get("/api/studies", headers=bearer).status_code == 200
    answer = log_in(locked)
    assert answer.status_code == 303
    cookie = {"Cookie": cookie_of(answer)}
    assert locked.simulate_get("/api/studies", headers=cookie).status_code == 200


def test_a_page_elsewhere_logs_nobody_in(locked: testing.TestClient) -> None:
    answer = log_in(locked, Origin="http://evil.example")
    assert answer.status_code == 403
    assert not answer.cookies


def test_with_a_token_every_name_is_welcome(locked: testing.TestClient) -> None:
    # Who had another name lead here has no cookie for that name.
    host = {"Host": "dash.example.org"}
    assert locked.simulate_get("/login", headers=host).status_code == 200
    assert locked.simulate_get("/api/studies", headers=host).status_code == 401


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"x" * 5000, FORM, 413),
        (b"", {**FORM, "Content-Length": "99999999999"}, 413),
        (b"token=\xff\xfe", FORM, 400),
        (b"token", FORM, 403),
        (b"token=a&token=b", FORM, 403),
        (b"{", {"Content-Type": "application/json"}, 400),
        (b"[]", {"Content-Type": "application/json"}, 403),
        (b"x", {"Content-Type": "text/plain"}, 415),
    ],
)
def test_forms_that_are_none(
    locked: testing.TestClient, body: bytes, headers: dict[str, str], status: int
) -> None:
    answer = locked.simulate_post("/login", body=body, headers=headers)
    assert answer.status_code == status


@pytest.mark.parametrize("path", ["/login", "/logout"])
def test_without_a_token_there_is_no_login(everybody: testing.TestClient, path: str) -> None:
    assert everybody.simulate_get(path).status_code == 404


class Unread:
    """A body that must not be read."""

    def read(self, *args: object) -> bytes:
        raise AssertionError("the body of a stranger was read")


def test_what_a_stranger_sends_is_not_read(locked: testing.TestClient) -> None:
    environ = testing.create_environ("/csv/1", method="POST", headers=FORM)
    environ |= {"wsgi.input": Unread(), "CONTENT_LENGTH": "1000000"}
    told = testing.StartResponseMock()
    locked.app(environ, told)
    assert told.status == "401 Unauthorized"


def test_the_page_learns_whether_there_is_a_way_out(serve: Serve) -> None:
    bearer = {"Authorization": f"Bearer {TOKEN}"}
    open_to_all = serve(Access()).simulate_get("/api/meta")
    asked = serve(Access(Token(TOKEN))).simulate_get("/api/meta", headers=bearer)
    assert (open_to_all.json["has_login"], asked.json["has_login"]) == (False, True)
    # A browser that kept the first answer is not told that it still holds.
    assert open_to_all.headers["etag"] != asked.headers["etag"]
