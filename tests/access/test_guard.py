"""Which pages may have something sent here."""

import pytest
from falcon import testing

from optuna_dashboard.server import Access
from tests.access.conftest import Serve

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.mark.parametrize(
    ("headers", "is_welcome"),
    [
        # curl, and scripts that were written for earlier releases
        ({}, True),
        ({"Origin": "http://localhost:8080"}, True),
        ({"Origin": "HTTP://LOCALHOST:8080"}, True),
        ({"Origin": "http://localhost:9999"}, False),
        ({"Origin": "http://evil.example"}, False),
        ({"Origin": "http://localhost:8080.evil.example"}, False),
        ({"Origin": "http://localhost:8080@evil.example"}, False),
        ({"Origin": "null"}, False),
        ({"Origin": ""}, False),
        ({"Origin": "http://[evil"}, False),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost:8080"}, True),
        # Behind a proxy that puts another name into Host, the browser's word counts.
        ({"Sec-Fetch-Site": "same-origin", "Origin": "https://dash.example.org"}, True),
        ({"Sec-Fetch-Site": "none"}, True),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost:8080"}, False),
        # Another port of this machine.
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "anything else"}, False),
    ],
)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_pages_elsewhere_change_nothing(
    everybody: testing.TestClient, method: str, headers: dict[str, str], is_welcome: bool
) -> None:
    answer = everybody.simulate_request(method, "/csv/1", headers={**FORM, **headers})
    if is_welcome:
        assert answer.status_code == (200 if method == "POST" else 405)
    else:
        origin = headers.get("Origin") or "elsewhere"
        assert answer.status_code == 403
        assert answer.json == {"reason": f"A page of {origin} may change nothing here"}


@pytest.mark.parametrize("path", ["/api/studies", "/dashboard", "/static/assets/main.js"])
def test_links_from_elsewhere_lead_here(everybody: testing.TestClient, path: str) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Origin": "http://evil.example"}
    answer = everybody.simulate_get(path, headers=headers)
    assert answer.status_code == 200
    # The browser is told not to give it to the other page.
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/studies", 200),
        ("HEAD", "/api/studies/1", 200),
        ("OPTIONS", "/api/studies", 200),
        ("POST", "/csv/1", 200),  # a question, as a form
        ("POST", "/api/studies", 403),
        ("PUT", "/api/studies/1/note", 403),
        ("DELETE", "/api/studies/1", 403),
        ("PATCH", "/dashboard", 405),
    ],
)
def test_read_only(serve: Serve, method: str, path: str, status: int) -> None:
    answer = serve(Access(read_only=True)).simulate_request(method, path, headers=FORM)
    assert answer.status_code == status
    if status == 403:
        assert answer.json == {"reason": "This dashboard is read-only."}
