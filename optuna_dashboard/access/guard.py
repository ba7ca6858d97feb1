"""Refuses what comes by a foreign name or from a foreign page, and tells browsers what ours
may do."""

from ipaddress import ip_address
from socket import getfqdn, gethostname
from urllib.parse import urlsplit

import falcon

_ALL_ADDRESSES = ("0.0.0.0", "::", "")
_SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
# What a browser says of a request: ours, or typed into the address bar. A server on another
# port of this machine is "same-site" and as foreign as any.
_OWN_SITES = ("same-origin", "none")

CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data: blob:",
        # Emotion and Plotly insert style elements.
        "style-src 'self' 'unsafe-inline'",
        "font-src 'self'",
        # Artifacts: players ask for them piece by piece; the browser's own viewer shows PDF.
        "media-src 'self'",
        "frame-src blob:",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ]
)
# Of every answer that does not say otherwise.
_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Guard:
    """Falcon middleware: answers only to names of this machine, takes changes only from its
    own pages and from programs, and tells browsers what the page may do.

    A foreign name in the Host header is a page elsewhere that had its own name resolve to
    this machine, in order to read the answers (DNS rebinding). That takes a name: who
    came by an address of this machine is welcome. Without ``host`` every name is.

    A browser sends what a page elsewhere wants sent, but says where it comes from. Programs
    say nothing of the kind.
    """

    def __init__(self, host: str | None) -> None:
        self._is_open = host is None
        self._names = {"localhost", (host or "").lower()}
        if host in _ALL_ADDRESSES:
            self._names |= {gethostname().lower(), getfqdn().lower()}

    def process_request(self, req: falcon.Request, resp: falcon.Response) -> None:
        header = req.get_header("Host")
        if header is not None and not self._is_open and not self._is_ours(header):
            raise falcon.HTTPForbidden(description=f"This dashboard is not {header}")
        if req.method not in _SAFE_METHODS and _is_from_elsewhere(req):
            origin = req.get_header("Origin") or "elsewhere"
            raise falcon.HTTPForbidden(description=f"A page of {origin} may change nothing here")

    def _is_ours(self, header: str) -> bool:
        try:
            name = urlsplit(f"//{header}").hostname or ""
            return name in self._names or bool(ip_address(name))
        except ValueError:
            return False

    def process_response(
        self, req: falcon.Request, resp: falcon.Response, resource: object, req_succeeded: bool
    ) -> None:
        for name, value in _HEADERS.items():
            if resp.get_header(name) is None:
                resp.set_header(name, value)


def _is_from_elsewhere(req: falcon.Request) -> bool:
    site = req.get_header("Sec-Fetch-Site")
    if site is not None:
        return site not in _OWN_SITES
    # Browsers that are old, or that reach this server without encryption by a name.
    origin = req.get_header("Origin")
    return origin is not None and not _is_same(origin, req.get_header("Host"))


def _is_same(origin: str, host: str | None) -> bool:
    try:
        place = urlsplit(origin).netloc
    except ValueError:
        return False
    return bool(place) and place.lower() == (host or "").lower()
