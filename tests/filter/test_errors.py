"""What is said of a filter that is none, and where it points."""

import pytest

from optuna_dashboard.filter.errors import FilterError
from optuna_dashboard.filter.evaluate import matching
from optuna_dashboard.filter.parser import DEEPEST
from optuna_dashboard.filter.tokens import LONGEST
from optuna_dashboard.study.directions import Direction
from optuna_dashboard.study.distributions import CategoricalDistribution, FloatDistribution
from optuna_dashboard.study.study import Study
from tests.figures.column_reader import Row, study_of

STUDY = study_of(
    [
        Row(
            [0.5],
            params={
                "lr": (0.1, FloatDistribution(0, 1)),
                "optimizer": ("sgd", CategoricalDistribution(("sgd", "adam"))),
                "flag": (True, CategoricalDistribution((True, False))),
            },
            user_attrs={"any": ["a"], "note": "x", "weight-decay": 1},
            constraints={"weight": 0.0},
        )
    ]
)


def error(text: str, study: Study = STUDY) -> tuple[str, str]:
    """The reason, and the part of the text it points at; ``$`` if at the end."""
    with pytest.raises(FilterError) as caught:
        matching(study, text)
    start, end = caught.value.place
    units = text.encode("utf-16-le", "surrogatepass")
    assert 0 <= 2 * start <= 2 * end <= len(units)
    part = units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
    return str(caught.value), part or "$" * (2 * start == len(units))


@pytest.mark.parametrize(
    ("text", "part", "reason"),
    [
        # No filter at all.
        ("value <", "$", "the filter ends too early: a name or a value is missing"),
        ("(value < 1", "$", "a closing ) is missing here"),
        ("value in [1, 2", "$", "a closing ] is missing here"),
        ("value in [1 2]", "2", "a closing ] is missing here"),
        ("value < 1)", ")", ") has no place here"),
        ("and value < 1", "and", "a name or a value is missing before and"),
        ("value < not 3", "not", "a name or a value is missing before not"),
        ("value < 1 best", "best", "and, or or a comparison such as == is missing before best"),
        ("value = 1", "=", "write == to compare"),
        ("value <> 1", "<>", "write != for “is not equal”"),
        ("best && feasible", "&", "write and between two conditions"),
        ("!best", "!", "write not before a condition, or != to compare"),
        ("value ≤ 1", "≤", "write <="),
        ("value is none", "is", "write == or != instead of is"),
        ("value * 2 < 1", "*", "there is no arithmetic in a filter"),
        (
            "user_attrs.weight-decay < 1",
            "-",
            'there is no arithmetic in a filter; a name with - in it is params["a-b"]',
        ),
        ("value < -best", "-best", "after - only a number can stand"),
        ("value < 1 # no", "#", "# is no part of a filter"),
        ("value < ٣", "٣", "٣ is no part of a filter"),
        ('params.optimizer == "sgd', '"sgd', 'a closing " is missing'),
        ("params.optimizer == 'sgd", "'sgd", "a closing ' is missing"),
        ('"a\\d" == params.optimizer', '"a\\d"', r"a backslash in text is written \\"),
        ("params. < 1", ".", "a name is missing before or after the dot"),
        (
            "params[lr] < 1",
            "lr",
            'in brackets stands a name in quotes or a number: params["name"]',
        ),
        ("values[0.5] < 1", "0.5", "in brackets stands a name in quotes or a number: values[0]"),
        ("(value < 1) == true", "==", "a condition is no value; join conditions with and, or"),
        ("best == (value < 1)", "==", "a condition is no value; join conditions with and, or"),
        ("value < " + "9" * 5000, "9" * 5000, "this number has too many digits"),
        # Names that are not there.
        (
            "valeu < 1",
            "valeu",
            'there is no name valeu; did you mean value? Text stands in quotes: "valeu"',
        ),
        (
            "lr < 1",
            "lr",
            'there is no name lr; did you mean params.lr? Text stands in quotes: "lr"',
        ),
        ("params.LR < 1", "params.LR", 'there is no parameter "LR"; did you mean params.lr?'),
        ("param.lr < 1", "param.lr", "there is no name param.lr; did you mean params.lr?"),
        (
            'user_attrs["weight decay"] < 1',
            'user_attrs["weight decay"]',
            'there is no user attribute "weight decay"; did you mean user_attrs["weight-decay"]?',
        ),
        (
            "constraints[0] < 1",
            "constraints[0]",
            'there is no constraint "0"; there are constraints.weight',
        ),
        ("values[1] < 1", "values[1]", 'there is no objective "1"; there are values[0]'),
        (
            "xyz.abc < 1",
            "xyz.abc",
            "there is no name xyz.abc; there are number, state, value, feasible, best, duration, "
            "start, complete, values, params, user_attrs, constraints",
        ),
        (
            "params < 1",
            "params",
            "it must be said which parameter is meant; there are params.flag, params.lr, "
            "params.optimizer",
        ),
        ("value.x < 1", "value.x", "value is one column and has no parts"),
        ("value == null", "null", "there is no name null; did you mean none?"),
        (
            "params.optimizer == qqq",
            "qqq",
            'there is no name qqq; text stands in quotes: "qqq"',
        ),
        ("FAIL", "FAIL", "FAIL is a state: write state == FAIL"),
        (
            "state == done",
            "done",
            "there is no such state; there are RUNNING, COMPLETE, PRUNED, FAIL, WAITING, UNKNOWN",
        ),
        # What cannot be compared.
        ("value", "value", "value is a number, not a condition; compare it with something"),
        ("true", "true", "this alone is no condition; compare it with a column, such as value"),
        ("1 < 2", "1 < 2", "nothing of a trial is compared here; name a column, such as value"),
        ('value == "1"', '"1"', "value is a number and cannot be compared with text"),
        ('"1" < value', '"1"', "value is a number and cannot be compared with text"),
        (
            "value in [1, true]",
            "true",
            "value is a number and cannot be compared with true or false",
        ),
        (
            "params.flag == 1",
            "1",
            "params.flag is true or false and cannot be compared with a number",
        ),
        ("params.flag < false", "false", "true and false have no order; write == or !="),
        ("value < none", "none", "none has no order; write == or !="),
        ("user_attrs.any < [1]", "[1]", "lists have no order; write == or !="),
        ("state < FAIL", "FAIL", "states have no order; write == or !="),
        (
            "state == 1",
            "1",
            "state is a state and cannot be compared with a number; "
            "write a state such as COMPLETE",
        ),
        (
            "start < 5",
            "5",
            "start is a time and cannot be compared with a number; "
            'write "2024-05-01" or "2024-05-01 12:30:00"',
        ),
        (
            'start < "May"',
            '"May"',
            'this is no time; write "2024-05-01" or "2024-05-01 12:30:00"',
        ),
        ('start < "2024-02-30"', '"2024-02-30"', "there is no such day or time of day"),
        (
            'start < "2024-02-03 10:00:00Z"',
            '"2024-02-03 10:00:00Z"',
            "the times of this study are of no known zone; leave out the Z",
        ),
        (
            "user_attrs.any == start",
            "start",
            "user_attrs.any is of several kinds and cannot be compared with a time",
        ),
        (
            "1 in value",
            "value",
            "value is a number: there is nothing in it to search for; "
            "write value in [...] to compare with several",
        ),
        (
            "1 in user_attrs.note",
            "user_attrs.note",
            "a number cannot be searched for in user_attrs.note; only text can",
        ),
        ("value in 1", "1", "after in stands a list, such as [1, 2], or the name of a text"),
        ("1 in [1]", "1", "before in and a list stands a name, such as value"),
        ("value in [number]", "number", "in a list stand values, no names"),
        ("user_attrs.any == [value]", "value", "in a list stand values, no names"),
    ],
)
def test_reason_and_place(text: str, part: str, reason: str) -> None:
    assert error(text) == (reason, part)


def test_places_are_counted_as_browsers_count() -> None:
    with pytest.raises(FilterError) as caught:
        matching(STUDY, '"🚀" == params.optimizer and x🚀')
    assert caught.value.place == (30, 32)


def test_value_alone_says_nothing_where_there_are_several() -> None:
    study = study_of([Row([1.0, 2.0])], Direction.MINIMIZE, Direction.MAXIMIZE)
    reason = "it must be said which objective is meant; there are values[0], values[1]"
    assert error("value < 1", study) == (reason, "value")


def test_a_study_without_any() -> None:
    reason = 'there is no parameter "x"; this study has none'
    assert error("params.x < 1", study_of([])) == (reason, "params.x")


def test_many_names_are_not_all_listed() -> None:
    attrs = {f"{letter * 3}": 1 for letter in "abcdefg"}
    reason, _ = error("user_attrs.xyz == 1", study_of([Row([0.0], user_attrs=attrs)]))
    assert reason.endswith(
        "there are " + ", ".join(f"user_attrs.{c * 3}" for c in "abcde") + " and 2 more"
    )


@pytest.mark.parametrize("opening", ["(", "not ", "["])
def test_depth_is_limited(opening: str) -> None:
    closing = {"(": ")", "[": "]"}.get(opening, "")
    inside, before = ("1", "user_attrs.any == ") if opening == "[" else ("best", "")
    matching(STUDY, before + opening * DEEPEST + inside + closing * DEEPEST)
    reason, part = error(before + opening * 1000 + inside + closing * 1000)
    assert reason == "a filter is at most 50 levels deep"
    assert part == opening.strip()


def test_length_is_limited() -> None:
    longest = "best or " * 1249 + "best" + " " * 4
    assert len(longest) == LONGEST
    matching(STUDY, longest)
    assert error(longest + "🚀") == ("a filter has at most 10,000 characters", "🚀")


def test_a_name_of_great_length_is_cut_in_the_sentence() -> None:
    reason, _ = error(f"params.{'x' * 9000} < 1")
    assert len(reason) < 250
