"""From tokens to a tree."""

from collections.abc import Callable
from math import inf

from optuna_dashboard.filter.errors import FilterError
from optuna_dashboard.filter.literals import number_of, text_of
from optuna_dashboard.filter.tokens import Token, tokens
from optuna_dashboard.filter.tree import (
    All,
    AnyOf,
    Comparison,
    Constant,
    Listing,
    Name,
    Node,
    Not,
    Operand,
    Scalar,
)

# Python has a stack of its own to think of; nobody reads a deeper filter anyway.
DEEPEST = 50

OPERATORS = ("==", "!=", "<", "<=", ">", ">=")
CONSTANTS: dict[str, Scalar] = {"true": True, "false": False, "none": None, "inf": inf}
JOINTS = ("and", "or", "not", "in")

_MISSING = "a name or a value is missing"
# What people write who know another language.
_FOREIGN_WORDS = {
    "is": "write == or != instead of is",
    "like": 'write "part" in user_attrs.name to search in text',
    "between": "write 1 < value < 2 for a range",
}


def parse(text: str) -> Node:
    """The tree of a filter.

    Raises:
        FilterError: if the text is not a filter.
    """
    return _Parser(tokens(text)).whole()


class _Parser:
    """One method per level of the grammar, from what binds least to what binds most."""

    def __init__(self, found: list[Token]) -> None:
        self._tokens = found
        self._at = 0
        self._depth = 0

    def whole(self) -> Node:
        node = self._either()
        if self._next.kind != "end":
            raise _leftover(self._next)
        return node

    def _either(self) -> Node:
        conditions = self._joined("or", self._every)
        return conditions[0] if len(conditions) == 1 else AnyOf(conditions)

    def _every(self) -> Node:
        conditions = self._joined("and", self._negation)
        return conditions[0] if len(conditions) == 1 else All(conditions)

    def _joined(self, word: str, part: Callable[[], Node]) -> tuple[Node, ...]:
        parts = [part()]
        while self._next.is_word(word):
            self._take()
            parts.append(part())
        return tuple(parts)

    def _negation(self) -> Node:
        if not self._next.is_word("not"):
            return self._comparison()
        return Not(self._inside(self._take(), self._negation))

    def _comparison(self) -> Node:
        first = self._primary()
        operator = self._operator()
        if operator is None:
            return first
        operands, operators = [_operand(first, operator)], []
        while operator:
            operators.append("not in" if operator.is_word("not") else operator.text.lower())
            operands.append(_operand(self._primary(), operator))
            operator = self._operator()
        return Comparison(tuple(operands), tuple(operators))

    def _operator(self) -> Token | None:
        """The operator that comes next, if one does; its first word if it has two."""
        token = self._next
        if token.is_word("not") and self._tokens[self._at + 1].is_word("in"):
            self._take()
            self._take()
            return token
        if token.is_word("in") or (token.kind == "mark" and token.text in OPERATORS):
            return self._take()
        return None

    def _primary(self) -> Node:
        token = self._take()
        if token.kind == "number":
            return Constant(number_of(token), token.place)
        if token.kind == "text":
            return Constant(text_of(token), token.place)
        if token.kind == "word" and token.text.lower() not in JOINTS:
            return self._word(token)
        if token.text == "(":
            return self._inside(token, self._group)
        if token.text == "[":
            return self._inside(token, lambda: self._listing(token))
        if token.text in ("+", "-"):
            return self._signed(token)
        raise _nothing(token)

    def _inside(self, token: Token, part: Callable[[], Node]) -> Node:
        self._depth += 1
        if self._depth > DEEPEST:
            raise FilterError(f"a filter is at most {DEEPEST} levels deep", token.place)
        node = part()
        self._depth -= 1
        return node

    def _group(self) -> Node:
        node = self._either()
        self._expect(")")
        return node

    def _listing(self, start: Token) -> Listing:
        items: list[Operand] = []
        while self._next.text != "]":
            items.append(_operand(self._primary(), start))
            if self._next.text != ",":
                break
            self._take()
        return Listing(tuple(items), start.place.to(self._expect("]").place))

    def _signed(self, sign: Token) -> Constant:
        token = self._take()
        place = sign.place.to(token.place)
        if token.kind != "number" and not token.is_word("inf"):
            raise FilterError(f"after {sign.text} only a number can stand", place)
        number = inf if token.kind == "word" else number_of(token)
        return Constant(-number if sign.text == "-" else number, place)

    def _word(self, token: Token) -> Operand:
        constant = token.text.lower()
        if constant in CONSTANTS:
            return Constant(CONSTANTS[constant], token.place)
        root, _, key = token.text.partition(".")
        if key or self._next.text != "[":
            return Name(root, key or None, token.place)
        self._take()
        inside = _key(self._take(), root)
        return Name(root, inside, token.place.to(self._expect("]").place))

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._next
        # The end may be taken again and again.
        self._at = min(self._at + 1, len(self._tokens) - 1)
        return token

    def _expect(self, closing: str) -> Token:
        token = self._take()
        # Text in quotes is no bracket, whatever stands in it: it keeps its quotes.
        if token.text != closing:
            raise FilterError(f"a closing {closing} is missing here", token.place)
        return token


def _operand(node: Node, beside: Token) -> Operand:
    """The same, if it can stand beside this operator or in this list."""
    if isinstance(node, (Name, Constant, Listing)):
        return node
    reason = "a condition is no value; join conditions with and, or"
    raise FilterError(reason, beside.place)


def _key(token: Token, root: str) -> str | int:
    """What stands in brackets after a name."""
    if token.kind == "text":
        return text_of(token)
    if token.kind == "number" and token.text.isdecimal():
        return int(number_of(token))
    example = "values[0]" if root == "values" else f'{root}["name"]'
    raise FilterError(f"in brackets stands a name in quotes or a number: {example}", token.place)


def _nothing(token: Token) -> FilterError:
    """There should be an operand where this token is."""
    if token.kind == "end":
        return FilterError(f"the filter ends too early: {_MISSING}", token.place)
    return FilterError(f"{_MISSING} before {token.text}", token.place)


def _leftover(token: Token) -> FilterError:
    """The filter could have ended before this token."""
    if token.kind == "mark" and token.text not in "([+-":
        reason = f"{token.text} has no place here"
    elif token.kind == "word" and token.text.lower() in _FOREIGN_WORDS:
        reason = _FOREIGN_WORDS[token.text.lower()]
    elif token.text == "-":
        reason = 'there is no arithmetic in a filter; a name with - in it is params["a-b"]'
    else:
        reason = f"and, or or a comparison such as == is missing before {token.text}"
    return FilterError(reason, token.place)
