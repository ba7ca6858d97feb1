"""Options survive the way through an address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optuna_dashboard.figures.options import (
    Choice,
    MultiSelect,
    Number,
    OptionError,
    apply_options,
    join_choices,
    split_choices,
)

TEXTS = st.text(st.sampled_from("ab,%25C:é "), min_size=1)
AXES = MultiSelect("axes", "Axes", [Choice(v, v) for v in ("a", "b,c", "50%")], "a,50%25", 2)


@given(st.lists(TEXTS))
def test_several_choices_are_one_text(values: list[str]) -> None:
    assert split_choices(join_choices(values)) == values


@pytest.mark.parametrize(
    ("text", "chosen"),
    [("", []), ("b%2Cc,a", ["b,c", "a"]), ("50%25,a,50%25", ["50%", "a"])],
)
def test_the_order_of_choices_is_kept(text: str, chosen: list[str]) -> None:
    assert apply_options([AXES], {"axes": text}).several("axes") == chosen
    assert apply_options([AXES], {}).several("axes") == ["a", "50%"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a,x", "axes cannot hold “x”: no such choice."),
        (",", "axes cannot hold “”: no such choice."),
        ("a,b%2Cc,50%25", "axes can hold 2 choices, not 3."),
    ],
)
def test_other_choices_are_refused(text: str, sentence: str) -> None:
    with pytest.raises(OptionError) as error:
        AXES.parse(text)
    assert str(error.value) == sentence


def test_what_a_page_draws() -> None:
    assert AXES.to_json() == {
        "type": "multiselect",
        "name": "axes",
        "label": "Axes",
        "choices": [{"value": v, "label": v} for v in ("a", "b,c", "50%")],
        "default": "a,50%25",
        "most": 2,
    }


def test_a_number_may_be_left_to_the_figure() -> None:
    option = Number("reference", "Reference")
    assert apply_options([option], {}).free_number("reference") is None
    assert apply_options([option], {"reference": ""}).free_number("reference") is None
    assert apply_options([option], {"reference": " -1.5e3 "}).free_number("reference") == -1500
    assert option.to_json() == {
        "type": "number",
        "name": "reference",
        "label": "Reference",
        "min": None,
        "whole": False,
        "default": "",
    }


@pytest.mark.parametrize("text", ["x", "inf", "nan", "1e999"])
def test_other_texts_are_no_numbers(text: str) -> None:
    with pytest.raises(OptionError) as error:
        Number("n", "N").parse(text)
    assert str(error.value) == f"n cannot be “{text}”; it is a number."


@pytest.mark.parametrize("text", ["", "1", "2.5", "-3"])
def test_numbers_have_limits(text: str) -> None:
    option = Number("n", "N", "30", min=2, whole=True)
    with pytest.raises(OptionError) as error:
        option.parse(text)
    assert str(error.value) == f"n cannot be “{text}”; it is a whole number from 2 on."
    assert option.parse("2") == "2"
