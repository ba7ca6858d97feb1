"""Which columns of which tables answer a question, for every schema Optuna ever had.

Columns decide, not table names: merely opening an old file with a new Optuna adds empty
new tables to it.
"""

from dataclasses import dataclass

Tables = dict[str, frozenset[str]]

# Every revision of the schema from Optuna 0.9 to 5.0.
OLD_REVISIONS = (
    "v0.9.0.a",
    "v1.2.0.a",
    "v1.3.0.a",
    "v2.4.0.a",
    "v2.6.0.a",
    "v3.0.0.a",
    "v3.0.0.b",
    "v3.0.0.c",
    "v3.0.0.d",
)
NEWEST_REVISION = "v3.2.0.a"

# The index of trials by study, in a file that was new and in one that was upgraded.
FRESH_INDEX = "ix_trials_study_id"
UPGRADED_INDEX = "trials_study_id_key"

# SQLite lets anything stand in a column of any type.
_IS_TEXT = "typeof({0}) = 'text'"
# Numbers come before every text; to ask for the type of each cell takes longer.
_IS_REPORT = "typeof(x.step) = 'integer' AND IFNULL({0}, 0) < ''"

_ABOUT_STUDIES = {
    "studies": "studies",
    "study_directions": "directions",
    "study_user_attributes": "attributes of studies",
    "study_system_attributes": "attributes of studies",
}

# 9e999 is SQL's way to write infinity.
_INFINITY = "CASE {type} WHEN 'INF_POS' THEN 9e999 WHEN 'INF_NEG' THEN -9e999 END"


@dataclass(frozen=True, slots=True)
class Source:
    """A table that holds something of trials, as ``x``, and what to select of it."""

    what: str  # for the user
    table: str
    key: str  # SQL: objective, step, name
    value: str  # SQL
    where: str = "TRUE"
    more: str = ""  # SQL: a further column

    @property
    def columns(self) -> str:
        return f"{self.key}, {self.value}{self.more}"


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a file keeps what. A source is None where the file has no such table."""

    directions: str | None  # SQL: study id, direction, in order of objective
    study_user_attrs: str | None  # SQL: study id, key, JSON text
    study_system_attrs: str | None
    number: str  # SQL expression over trials t
    start: str
    complete: str
    values: Source | None  # objective, value; NULL for no value
    intermediate_values: Source | None  # step, value; NULL for NaN
    # Optuna before 3.0 stored NaN as NULL and gave None back.
    has_nan: bool
    params: Source | None  # name, internal value, distribution JSON
    user_attrs: Source | None  # key, JSON text
    system_attrs: Source | None
    # Before Optuna 3.2 nothing tells which trials belong to a study but a scan.
    has_study_index: bool
    # Only an upgrade from before Optuna 3.2 gives the index this name.
    is_upgraded: bool
    revision: str | None  # of the schema, as alembic names it
    # SQL: whether what stands for the id of a trial t is one.
    is_trial: str = "typeof(t.trial_id) = 'integer'"
    # SQL: a time, given as {}, as the text that SQLite keeps.
    time_text: str = "{}"
    # SQL: a name, given as {}, as what is equal to no other name.
    exact: str = "{}"
    # Whether DISTINCT is quick about few names on many rows.
    has_quick_distinct: bool = True

    @property
    def is_outdated(self) -> bool:
        """Whether today's Optuna refuses the file until its schema is upgraded."""
        return self.revision in (None, *OLD_REVISIONS)

    @property
    def times(self) -> str:
        """SQL for start and completion of a trial t, as texts."""
        return ", ".join(map(self.time_text.format, (self.start, self.complete)))

    @property
    def tables(self) -> dict[str, str]:
        """What each table holds, for the user."""
        sources = {source.table: source.what for source in self.sources}
        return sources | _ABOUT_STUDIES | {"trials": "trials"}

    @property
    def sources(self) -> list[Source]:
        found = (
            self.values,
            self.intermediate_values,
            self.params,
            self.user_attrs,
            self.system_attrs,
        )
        return [source for source in found if source is not None]


REQUIRED = {
    "studies": ("study_id", "study_name"),
    "trials": ("trial_id", "study_id", "state"),
    "trial_params": ("trial_id", "param_name", "distribution_json"),
}


def missing_columns(tables: Tables) -> list[str]:
    """The columns without which a database is not one of Optuna's that we can read."""
    return [
        f"{table}.{column}"
        for table, columns in REQUIRED.items()
        for column in columns
        if column not in tables.get(table, ())
    ]


def find_layout(tables: Tables, indexes: frozenset[str], revision: str | None) -> Layout:
    """The layout of a database with these tables (name -> columns) and named indexes."""
    trials = tables["trials"]
    old = "value" in trials
    return Layout(
        directions=_directions(tables, old),
        study_user_attrs=_study_attrs(tables, "study_user_attributes"),
        study_system_attrs=_study_attrs(tables, "study_system_attributes"),
        number="t.number" if "number" in trials else "NULL",
        start="t.datetime_start" if "datetime_start" in trials else "NULL",
        complete="t.datetime_complete" if "datetime_complete" in trials else "NULL",
        values=_old_values() if old else _values(tables),
        intermediate_values=_old_intermediate(tables) if old else _intermediate(tables),
        has_nan=_has(tables, "trial_intermediate_values", "intermediate_value_type") and not old,
        params=_params(tables),
        user_attrs=_attrs(tables, "trial_user_attributes", "user attributes"),
        system_attrs=_attrs(tables, "trial_system_attributes", "system attributes"),
        has_study_index=not indexes.isdisjoint((FRESH_INDEX, UPGRADED_INDEX)),
        is_upgraded=UPGRADED_INDEX in indexes,
        revision=revision,
    )


def _has(tables: Tables, table: str, *columns: str) -> bool:
    return tables.get(table, frozenset()).issuperset(columns)


def _directions(tables: Tables, old: bool) -> str | None:
    if old and _has(tables, "studies", "direction"):
        return "SELECT study_id, direction FROM studies"
    if _has(tables, "study_directions", "study_id", "direction", "objective"):
        return "SELECT study_id, direction FROM study_directions ORDER BY study_id, objective"
    return None


def _study_attrs(tables: Tables, table: str) -> str | None:
    if _has(tables, table, "study_id", "key", "value_json"):
        return f"SELECT study_id, key, value_json FROM {table} WHERE {_IS_TEXT.format('key')}"
    return None


def _old_values() -> Source:
    return Source("objective values", "trials", "0", "x.value", "x.value IS NOT NULL")


def _values(tables: Tables) -> Source | None:
    table = "trial_values"
    if not _has(tables, table, "trial_id", "objective", "value"):
        return None
    value = _with_type(tables, table, "value", "value_type")
    return Source("objective values", table, "x.objective", value)


def _intermediate(tables: Tables) -> Source | None:
    table = "trial_intermediate_values"
    if not _has(tables, table, "trial_id", "step", "intermediate_value"):
        return None
    value = _with_type(tables, table, "intermediate_value", "intermediate_value_type")
    where = _IS_REPORT.format("x.intermediate_value")
    return Source("intermediate values", table, "x.step", value, where)


def _old_intermediate(tables: Tables) -> Source | None:
    if not _has(tables, "trial_values", "trial_id", "step", "value"):
        return None
    where = _IS_REPORT.format("x.value")
    return Source("intermediate values", "trial_values", "x.step", "x.value", where)


def _params(tables: Tables) -> Source:
    value = "x.param_value" if _has(tables, "trial_params", "param_value") else "NULL"
    more = ", x.distribution_json"
    return Source("parameters", "trial_params", "x.param_name", value, more=more)


def _attrs(tables: Tables, table: str, what: str) -> Source | None:
    if _has(tables, table, "trial_id", "key", "value_json"):
        return Source(what, table, "x.key", "x.value_json", _IS_TEXT.format("x.key"))
    return None


def _with_type(tables: Tables, table: str, value: str, kind: str) -> str:
    """A value column, completed with the infinities that Optuna 3 keeps in a second one."""
    if kind not in tables[table]:
        return f"x.{value}"
    return f"IFNULL(x.{value}, {_INFINITY.format(type=f'x.{kind}')})"
