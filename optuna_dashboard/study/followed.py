"""The next revision of a study, of which only what changed is read."""

from collections.abc import Callable

from optuna_dashboard.study.columns import TrialIndex
from optuna_dashboard.study.growth import KnownColumns, OtherTrialsError, grown, growth_of
from optuna_dashboard.study.legacy import reader_for
from optuna_dashboard.study.reader import TrialReader
from optuna_dashboard.study.study import Study, StudyHeader

# The reader of so many stored objectives: of all trials, or of some.
StoredReader = Callable[[int, TrialIndex | None], TrialReader]


def followed(header: StudyHeader, stored: StoredReader, former: Study | None) -> Study:
    """The study of a header.

    Args:
        stored: makes the reader of what is really stored.
        former: an earlier revision of the study, read from the same place.
    """
    reader = reader_for(header, lambda n: stored(n, None))
    if former is None or former.known.index is None or _form(former.header) != _form(header):
        return Study(header, reader)
    return Study(header, reader, _known(former.known, header, stored, reader.index()))


def _form(header: StudyHeader) -> object:
    """What decides how trials are read."""
    return header.id, header.directions, header.is_legacy_multi_objective, header.reports_vectors


def _known(
    former: KnownColumns, header: StudyHeader, stored: StoredReader, index: TrialIndex
) -> KnownColumns:
    try:
        growth = None if former.index is None else growth_of(former.index, index)
        if growth is not None:
            changed = reader_for(header, lambda n: stored(n, growth.changed))
            return grown(former, growth, changed)
    except OtherTrialsError:
        pass  # nothing of the former study can be used
    return KnownColumns(index=index)
