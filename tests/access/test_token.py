"""Which texts may be tokens."""

import pytest

from optuna_dashboard.access.token import Token, TokenError


@pytest.mark.parametrize("text", ["", "   ", "1234567", " 1234567\n"])
def test_too_short(text: str) -> None:
    with pytest.raises(TokenError, match="8 characters or more"):
        Token(text)


@pytest.mark.parametrize("text", ["two words", "with\nline", "nicht-schön", "a\x00b-----"])
def test_what_no_header_carries(text: str) -> None:
    with pytest.raises(TokenError, match="no spaces"):
        Token(text)


def test_neither_cookie_nor_name_tells_the_token() -> None:
    token = Token("12345678")
    assert token.is_right("12345678")
    assert not token.is_right("12345679")
    assert token.is_right_cookie(token.cookie_value)
    assert not token.is_right_cookie("12345678")
    assert "12345678" not in token.cookie_value + token.cookie_name
    assert "12345678" not in repr(token)
