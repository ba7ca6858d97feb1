"""The order in which trials stand that people compared two by two."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from optuna_dashboard.study.attrs.preferences import Pair

_Graph: TypeAlias = Mapping[int, Sequence[int]]  # a trial, and those that it is preferred to


@dataclass(frozen=True, slots=True)
class PreferenceOrder:
    """What pairs of a better and a worse trial say together.

    ``levels`` are 0 for a trial that is worse than none, else one more than the largest level
    of those that are better. People contradict themselves: trials of a circle, each
    preferred to the next one of it, have one level and are in ``circles`` together.
    """

    levels: dict[int, int]
    circles: list[list[int]]


def order_of(pairs: Iterable[Pair]) -> PreferenceOrder:
    """The order of the trials in the pairs, each a better and a worse one."""
    graph = _graph_of(pairs)
    peeled = _peeled(graph)
    if len(peeled) == len(graph):
        return PreferenceOrder(levels={number: peeled[number] for number in graph}, circles=[])
    groups = _groups(graph)
    return PreferenceOrder(
        levels=_levels(graph, groups),
        circles=[group for group in groups if len(group) > 1],
    )


def implied_in(pairs: Iterable[Pair]) -> set[Pair]:
    """Those of the pairs that also follow from others of them.

    Takes memory as the square of the number of trials: for what is drawn only.
    """
    graph = _graph_of(pairs)
    groups = _groups(graph)
    follows = _what_follows(_worse_groups(graph, groups))
    place_of = _places_of(groups)
    return {
        (better, other)
        for better, others in graph.items()
        for other in others
        if follows[place_of[better]] >> place_of[other] & 1
    }


def _worse_groups(graph: _Graph, groups: Sequence[Sequence[int]]) -> list[set[int]]:
    place_of = _places_of(groups)
    return [
        {place_of[other] for number in group for other in graph[number]} - {place}
        for place, group in enumerate(groups)
    ]


def _places_of(groups: Sequence[Sequence[int]]) -> dict[int, int]:
    return {number: place for place, group in enumerate(groups) for number in group}


def _graph_of(pairs: Iterable[Pair]) -> _Graph:
    worse_than: dict[int, list[int]] = {}
    known = dict.fromkeys(pairs)  # answers of some order are sorted sooner than a set
    for better, worse in sorted(known):
        worse_than.setdefault(better, []).append(worse)
    return {n: worse_than.get(n, ()) for n in sorted(set(chain.from_iterable(known)))}


def _peeled(graph: _Graph) -> dict[int, int]:
    """Levels of the trials that are neither in a circle nor below one: mostly all of them.

    It takes several times less than to look for circles.
    """
    levels: dict[int, int] = {}
    n_better = Counter(chain.from_iterable(graph.values()))
    top = [number for number in graph if number not in n_better]
    level = 0
    while top:
        levels.update(dict.fromkeys(top, level))
        below = []
        for worse in chain.from_iterable(map(graph.__getitem__, top)):
            n_better[worse] -= 1
            if not n_better[worse]:
                below.append(worse)
        top, level = below, level + 1
    return levels


def _groups(graph: _Graph) -> list[list[int]]:
    """Trials of one circle, and single ones; a group stands behind those that are worse.

    Tarjan's strongly connected components, without recursion.
    """
    groups: list[list[int]] = []
    visited: dict[int, int] = {}  # in which place
    earliest: dict[int, int] = {}  # place of a trial that leads here and is led to from here
    waiting: list[int] = []
    grouped: set[int] = set()
    for first in graph:
        path = [] if first in visited else [(first, iter(graph[first]))]
        while path:
            number, rest = path[-1]
            if number not in visited:
                visited[number] = earliest[number] = len(visited)
                waiting.append(number)
            for worse in rest:
                if worse not in visited:
                    path.append((worse, iter(graph[worse])))
                    break
                if worse not in grouped:
                    earliest[number] = min(earliest[number], visited[worse])
            else:
                path.pop()
                if path:
                    before = path[-1][0]
                    earliest[before] = min(earliest[before], earliest[number])
                if earliest[number] == visited[number]:
                    group = [waiting.pop()]
                    while group[-1] != number:
                        group.append(waiting.pop())
                    grouped.update(group)
                    groups.append(sorted(group))
    return groups


def _levels(graph: _Graph, groups: Sequence[Sequence[int]]) -> dict[int, int]:
    place_of = _places_of(groups)
    levels = [0] * len(groups)
    # The best stand last.
    for place in reversed(range(len(groups))):
        below = levels[place] + 1
        for number in groups[place]:
            for other in map(place_of.__getitem__, graph[number]):
                if other != place and levels[other] < below:
                    levels[other] = below
    return {number: levels[place_of[number]] for number in graph}


def _what_follows(worse: Sequence[set[int]]) -> list[int]:
    """Of each group the groups that are worse than one that is worse, a bit for each."""
    follows: list[int] = []
    below: list[int] = []
    for others in worse:
        further = 0
        for other in others:
            further |= below[other]
        follows.append(further)
        for other in others:
            further |= 1 << other
        below.append(further)
    return follows
