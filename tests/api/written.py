"""A storage that a program and the dashboard both write to."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import optuna
from optuna.storages import BaseStorage, InMemoryStorage, JournalStorage, RDBStorage
from optuna.storages.journal import JournalFileBackend
from sqlalchemy.engine import URL

from optuna_dashboard.api.catalog import Catalog
from optuna_dashboard.storage.open import open_storage
from optuna_dashboard.storage.optuna_storage import OptunaStorage
from tests.api.client import ApiClient, Json

KINDS = ("sqlite", "journal", "memory")
# What an address could take for something else.
_NAME = "a study's {x} 100% #1? ü"


@dataclass
class Written:
    """What a program writes with, and the dashboard of the same storage."""

    kind: str
    theirs: BaseStorage
    source: BaseStorage | Path
    api: ApiClient

    def client(self, catalog: Catalog | None = None) -> ApiClient:
        """Another dashboard of the same storage."""
        return client_of(self.source, catalog)

    def fresh(self) -> BaseStorage:
        """The storage as a program that starts now sees it."""
        if isinstance(self.theirs, JournalStorage):
            return JournalStorage(self.theirs._backend)
        return self.theirs

    def study(self, name: str = "study") -> optuna.Study:
        return optuna.load_study(study_name=name, storage=self.fresh())

    def system_attrs(self, name: str = "study") -> dict[str, Any]:
        study = self.study(name)
        # In memory these are the very ones that there are.
        return dict(study._storage.get_study_system_attrs(study._study_id))

    def summary(self, name: str = "study") -> Json:
        [found] = [one for one in self.summaries() if one["study_name"] == name]
        return found

    def summaries(self) -> Json:
        return self.api.json("/api/studies")["study_summaries"]

    def address(self, name: str = "study") -> str:
        return f"/api/studies/{self.summary(name)['study_id']}"

    def detail(self, name: str = "study") -> Json:
        return self.api.json(self.address(name))


@contextmanager
def written_storage(kind: str, folder: Path) -> Iterator[Written]:
    """A storage with a study, ``study``, of six trials: complete, pruned, failed, running,
    waiting, complete."""
    with _storage(kind, folder) as (storage, source):
        _add_study(storage)
        yield Written(kind, storage, source, client_of(source))


def client_of(source: BaseStorage | Path, catalog: Catalog | None = None) -> ApiClient:
    """A dashboard that sees at once what a program writes, however long it takes to look."""
    catalog = catalog or Catalog()
    if isinstance(source, Path):
        catalog.add(open_storage(str(source)))
    else:
        catalog.add(OptunaStorage(source, "memory", rest=0))
    return ApiClient(catalog=catalog)


@contextmanager
def _storage(kind: str, folder: Path) -> Iterator[tuple[BaseStorage, BaseStorage | Path]]:
    if kind == "memory":
        storage = InMemoryStorage()
        yield storage, storage
    elif kind == "journal":
        path = folder / f"{_NAME}.log"
        yield JournalStorage(JournalFileBackend(str(path))), path
    else:
        path = folder / f"{_NAME}.db"
        rdb = RDBStorage(URL.create("sqlite", database=str(path)).render_as_string())
        yield rdb, path
        rdb.engine.dispose()


def _add_study(storage: BaseStorage) -> None:
    study = optuna.create_study(storage=storage, study_name="study", direction="maximize")
    states = ["COMPLETE", "PRUNED", "FAIL", "RUNNING", "WAITING", "COMPLETE"]
    study.set_user_attr("owner", "Käthe")
    for number, name in enumerate(states):
        state = optuna.trial.TrialState[name]
        study.add_trial(
            optuna.create_trial(
                state=state,
                value=number / 2 if name == "COMPLETE" else None,
                params={"x": number / 8, "kind": "b"},
                distributions={
                    "x": optuna.distributions.FloatDistribution(0, 1),
                    "kind": optuna.distributions.CategoricalDistribution(["a", "b"]),
                },
                intermediate_values={0: 0.5, 3: number / 4},
                user_attrs={"seed": number},
                system_attrs={"constraints": [number - 4.0]},
            )
        )
