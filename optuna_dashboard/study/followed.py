"""The next revision of a study, of which only what changed is read."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from optuna_dashboard.study.columns import TrialIndex
from optuna_dashboard.study.growth import KnownColumns, OtherTrialsError, grown, growth_of
from optuna_dashboard.study.legacy import reader_for
from optuna_dashboard.study.reader import TrialReader
from optuna_dashboard.study.study import Study, StudyHeader

# The reader of so many stored objectives: of all trials, or of some.
StoredReader = Callable[[int, TrialIndex | None], TrialReader]


@dataclass(frozen=True, slots=True)
class Former:
    """What is needed of an earlier revision of a study: no file that is open, no sorted rows."""

    header: StudyHeader
    known: KnownColumns


def formers(
    studies: Mapping[int, Study], earlier: Mapping[int, Former], ids: Collection[int]
) -> dict[int, Former]:
    """What the next revision, of studies with these ids, needs of the present ones, and of
    ``earlier`` ones that nobody has asked for since."""
    now = {id: Former(study.header, study.known) for id, study in studies.items()}
    return {id: former for id, former in {**earlier, **now}.items() if id in ids}


def followed(header: StudyHeader, stored: StoredReader, former: Former | None) -> Study:
    """The study of a header.

    Args:
        stored: makes the reader of what is really stored.
        former: of an earlier revision of the study, read from the same place.
    """
    reader = reader_for(header, lambda n: stored(n, None))
    if former is None or former.known.index is None or _form(former.header) != _form(header):
        return Study(header, reader)
    index = reader.index()
    try:
        growth = growth_of(former.known.index, index)
        if growth is None:
            return Study(header, reader, KnownColumns(index=index))
        changed = reader_for(header, lambda n: stored(n, growth.changed))
        return Study(header, reader, grown(former.known, growth, changed))
    except OtherTrialsError:
        return Study(header, reader, KnownColumns(index=index))


def _form(header: StudyHeader) -> object:
    """What decides which trials are read, and how."""
    kind = header.is_legacy_multi_objective, header.reports_vectors
    return header.id, header.name, header.directions, kind
