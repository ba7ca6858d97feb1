"""The dashboard below a path, with a proxy that takes the path off and one that does not."""

import pytest

from optuna_dashboard.access.base_path import BasePathError, base_path_of


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
