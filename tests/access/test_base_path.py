"""The dashboard below a path, with a proxy that takes the path off and one that does not."""

import json
import urllib.error
import urllib.request
from typing import Any

import pytest
from falcon import testing

from optuna_dashboard.access.base_path import BasePathError, base_path_of
from optuna_dashboard.access.token import Token
from optuna_dashboard.server import Access
from tests import servers
from tests.access.conftest import FILE, INDEX, TOKEN, Serve, serving


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("", ""),
        ("/", ""),
        ("optuna", "/optuna"),
        ("/a/b/", "/a/b"),
        ("/~me/a.b-c_d", "/~me/a.b-c_d"),
    ],
)
def test_how_it_is_written(text: str, path: str) -> None:
    assert base_path_of(text) == path


@pytest.mark.parametrize(
    "text", ["/a//b", "/a b", "/a?b", "/a#b", '/"><script>', "/a\r\nb", "http://a", "/ä", "/%41"]
)
def test_what_is_none(text: str) -> None:
    with pytest.raises(BasePathError, match="is no base path"):
        base_path_of(text)


def at(page: str, root: str) -> str:
    return page.replace('"/static', f'"{root}/static')


@pytest.mark.parametrize("before", ["/a/b", ""])
def test_the_proxy_may_take_the_path_off(serve: Serve, before: str) -> None:
    client = serve(Access(base_path="/a/b"))
    for path in ("", "/"):
        start = client.simulate_get(before + path or "/")
        assert (start.status_code, start.headers["location"]) == (302, "/a/b/dashboard")
    for path in ("/dashboard", "/dashboard/studies/1"):
        assert client.simulate_get(before + path).text == at(INDEX, "/a/b")
    assert client.simulate_get(f"{before}/static/assets/main.js").text == "1;"
    studies = client.simulate_get(f"{before}/api/studies").json["study_summaries"]
    assert len(studies) == 24
    assert client.simulate_get("/a/bc/api/studies").status_code == 404


def test_the_login_stays_below_the_path(serve: Serve) -> None:
    client = serve(Access(Token(TOKEN), "/optuna"))
    sent = client.simulate_get("/optuna/dashboard/studies/1", query_string="x=1")
    assert sent.headers["location"] == "/optuna/login?next=%2Fdashboard%2Fstudies%2F1%3Fx%3D1"
    login, _, query = sent.headers["location"].partition("?")
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    back = client.simulate_post(login, query_string=query, body=f"token={TOKEN}", headers=form)
    assert back.headers["location"] == "/optuna/dashboard/studies/1?x=1"
    [cookie] = back.cookies.values()
    assert cookie.path == "/optuna"
    headers = {**form, "Cookie": f"{cookie.name}={cookie.value}"}
    out = client.simulate_post("/optuna/logout", headers=headers)
    assert out.headers["location"] == "/optuna/login"
    assert out.cookies[cookie.name].path == "/optuna"


def test_a_path_that_the_server_knows(everybody: testing.TestClient) -> None:
    # As uWSGI's mount and a dispatcher of Python have it.
    answer = everybody.simulate_get("/dashboard", root_path='/odd"path')
    assert answer.text == at(INDEX, "/odd%22path")
    moved = everybody.simulate_get("/", root_path="/mounted")
    assert moved.headers["location"] == "/mounted/dashboard"


def test_what_a_client_says_of_the_path_does_not_count(everybody: testing.TestClient) -> None:
    headers = {"X-Forwarded-Prefix": "/evil", "X-Script-Name": "/evil", "Script-Name": "/evil"}
    assert everybody.simulate_get("/dashboard", headers=headers).text == INDEX
    moved = everybody.simulate_get("/", headers=headers)
    assert moved.headers["location"] == "/dashboard"


@pytest.mark.xdist_group("servers")
@pytest.mark.parametrize("end", ["", "/"])
def test_behind_nginx(end: str) -> None:
    with serving(FILE, Access(Token(TOKEN), "/optuna")) as port:
        # With a slash at its end nginx takes the path off.
        to = f"proxy_pass http://127.0.0.1:{port}{end}; proxy_set_header Host $http_host;"
        with servers.nginx(f"location /optuna/ {{ {to} }}") as address:
            with urllib.request.urlopen(f"{address}/optuna/dashboard/x", timeout=30) as login:
                assert login.url == f"{address}/optuna/login?next=%2Fdashboard%2Fx"
            origin = {"Origin": address, "Content-Type": "application/x-www-form-urlencoded"}
            form = urllib.request.Request(login.url, f"token={TOKEN}".encode(), origin)
            opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
            page: Any
            try:
                page = opener.open(form, timeout=30)
            except urllib.error.HTTPError as error:
                # Where the page is not built.
                page = error
            with page:
                assert page.url == f"{address}/optuna/dashboard/x"
                assert page.status in (200, 404)
            with opener.open(f"{address}/optuna/api/studies", timeout=30) as answer:
                assert len(json.load(answer)["study_summaries"]) == 24
