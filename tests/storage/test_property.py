"""Whatever Optuna writes, into databases, a journal or memory, reads back equal."""

import warnings
from collections.abc import Iterator

import optuna
import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from optuna.storages import BaseStorage, InMemoryStorage, JournalStorage, RDBStorage
from optuna.storages.journal import JournalFileBackend
from optuna.study import StudyDirection

from optuna_dashboard.storage.base import Storage
from optuna_dashboard.storage.open import open_storage
from optuna_dashboard.storage.optuna_storage import OptunaStorage
from tests.storage import studies
from tests.storage.conftest import ON_SERVERS, database_of
from tests.storage.optuna_oracle import check_study

Pair = tuple[BaseStorage, Storage]


@pytest.fixture(scope="module", params=["sqlite", "journal", "memory", *ON_SERVERS])
def pair(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Pair]:
    """A storage of Optuna, to which each example adds a study, and our reader of it."""
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    path = tmp_path_factory.mktemp("property") / request.param
    ours: Storage
    if request.param == "memory":
        memory = InMemoryStorage()
        ours = OptunaStorage(memory, "memory", rest=0)
        yield memory, ours
    elif request.param == "sqlite":
        rdb = RDBStorage(f"sqlite:///{path}")
        ours = open_storage(str(path))
        yield rdb, ours
        rdb.engine.dispose()
    elif request.param != "journal":
        address = request.getfixturevalue(request.param)
        with database_of(address) as database:
            ours = open_storage(address)
            yield database, ours
    else:
        journal = JournalStorage(JournalFileBackend(str(path)))
        # A journal without a line is not yet one.
        journal.create_new_study([StudyDirection.MINIMIZE], "first")
        ours = open_storage(str(path))
        yield journal, ours
    ours.close()


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    # To shrink a failing example takes minutes, because each try is written to a file.
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(data=st.data())
def test_reads_back_equal(pair: Pair, data: st.DataObject) -> None:
    theirs, ours = pair
    n_objectives = data.draw(st.integers(1, 3))
    directions = st.sampled_from([StudyDirection.MINIMIZE, StudyDirection.MAXIMIZE])
    study = _study(theirs, [data.draw(directions) for _ in range(n_objectives)])
    with warnings.catch_warnings():
        # Optuna prefers scalars as choices, but takes any JSON.
        warnings.simplefilter("ignore")
        space = data.draw(studies.spaces)
        for trial in data.draw(st.lists(studies.trials(n_objectives, space), max_size=5)):
            for named in (trial.params, trial.user_attrs, trial.system_attrs):
                assume(_takes(theirs, [*named]))
            study.add_trial(trial)
        attrs = data.draw(st.dictionaries(studies.names, studies.json_values, max_size=3))
        assume(_takes(theirs, [*attrs]))
        for key, value in attrs.items():
            study.set_user_attr(key, value)
        check_study(study, ours)


def _takes(storage: BaseStorage, names: list[str]) -> bool:
    """Whether a storage can keep things of these names beside each other."""
    if not isinstance(storage, RDBStorage) or storage.engine.dialect.name == "sqlite":
        return True
    # PostgreSQL keeps no NUL in a text; MariaDB takes "x" and "x " for the same.
    return "\0" not in "".join(names) and len({name.rstrip(" ") for name in names}) == len(names)


def _study(storage: BaseStorage, directions: list[StudyDirection]) -> optuna.Study:
    # The sampler does nothing here; the default one would import more.
    sampler = optuna.samplers.RandomSampler()
    return optuna.create_study(storage=storage, directions=directions, sampler=sampler)
