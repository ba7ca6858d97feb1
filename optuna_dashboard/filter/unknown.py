"""What to say of a name that the study does not have."""

from collections.abc import Iterable
from difflib import get_close_matches

from optuna_dashboard.filter.errors import FilterError, Place
from optuna_dashboard.filter.keys import KEYED, NOUNS, PLAIN, keys_of
from optuna_dashboard.filter.literals import name_text, quoted
from optuna_dashboard.filter.tree import Name
from optuna_dashboard.study.states import TrialState
from optuna_dashboard.study.study import Study

_MOST_LISTED = 5
_LONGEST = 100
# Words of other languages, as this one has them.
_FOREIGN = {"null": "none", "nil": "none", "nan": "none", "infinity": "inf", "id": "number"}


def unknown_name(study: Study, name: Name) -> FilterError:
    """A word that begins no name."""
    word = name_text(name.root, name.key)
    if name.root.upper() in TrialState.__members__ and name.key is None:
        return FilterError(f"{word} is a state: write state == {word}", name.place)
    reason = f"there is no name {_cut(word)}"
    meant = _meant(study, name)
    if meant:
        reason += f"; did you mean {meant}?"
    elif name.key is not None:
        reason += f"; there are {', '.join((*PLAIN, *KEYED))}"
    if name.key is None and meant not in _FOREIGN.values():
        reason += f"{' Text' if meant else '; text'} stands in quotes: {quoted(_cut(word))}"
    return FilterError(reason, name.place)


def unknown_key(study: Study, name: Name) -> FilterError:
    """A parameter, objective, ... that the study does not have."""
    known = {str(key): name_text(name.root, key) for key in keys_of(study, name.root)}
    noun = NOUNS[name.root]
    reason = f"there is no {noun} {quoted(_cut(str(name.key)))}"
    close = _close(str(name.key), known)
    if close:
        return FilterError(f"{reason}; did you mean {known[close]}?", name.place)
    return FilterError(f"{reason}; {_listed(list(known.values()))}", name.place)


def missing_key(study: Study, root: str, place: Place) -> FilterError:
    """``params`` alone, or ``value`` where there are several."""
    known = [name_text(root, key) for key in keys_of(study, root)]
    return FilterError(f"it must be said which {NOUNS[root]} is meant; {_listed(known)}", place)


def _meant(study: Study, name: Name) -> str | None:
    """The name of something that is called nearly so."""
    word = name.root
    if word.lower() in _FOREIGN and name.key is None:
        return _FOREIGN[word.lower()]
    if name.key is not None:
        root = _close(word, KEYED)
        return root and name_text(root, name.key)
    for root in KEYED:
        if word in keys_of(study, root):
            return name_text(root, word)
    known = {str(key): name_text(root, key) for root in KEYED for key in keys_of(study, root)}
    known.update({plain: plain for plain in PLAIN})
    close = _close(word, known)
    return close and known[close]


def _close(text: str, known: Iterable[str]) -> str | None:
    by_folded = {one.casefold(): one for one in known}
    found = get_close_matches(_cut(text).casefold(), by_folded, n=1)
    return by_folded[found[0]] if found else None


def _listed(names: list[str]) -> str:
    if not names:
        return "this study has none"
    shown = names[:_MOST_LISTED]
    rest = len(names) - len(shown)
    return f"there are {', '.join(shown)}" + (f" and {rest:,} more" if rest else "")


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
