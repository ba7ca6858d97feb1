"""What MySQL, MariaDB and PostgreSQL keep where, in the newest schema.

Optuna refuses databases of any other.
"""

from optuna_dashboard.storage.sqlite_layout import NEWEST_REVISION, Layout, Source

# Times as SQLite has them, so that they are parsed alike.
_TIME_TEXTS = {"postgresql": "to_char({}, 'YYYY-MM-DD HH24:MI:SS.US')"}
_MYSQL_TIME_TEXT = "CAST({} AS CHAR)"
# MySQL usually takes "X" and "x" for the same, and "x" and "x ".
_EXACT = {"postgresql": "{}"}
_MYSQL_EXACT = "CAST({} AS BINARY)"


def database_layout(dialect: str, *, is_upgraded: bool) -> Layout:
    """The layout of a database of this kind, as SQLAlchemy names it.

    The type of a value comes beside it, because MySQL cannot hand out infinities.
    """
    return Layout(
        directions="SELECT study_id, direction FROM study_directions ORDER BY study_id, objective",
        study_user_attrs=_study_attrs("study_user_attribute"),
        study_system_attrs=_study_attrs("study_system_attribute"),
        number="t.number",
        start="t.datetime_start",
        complete="t.datetime_complete",
        values=_values("objective values", "trial_values", "objective", "value"),
        intermediate_values=_values(
            "intermediate values", "trial_intermediate_values", "step", "intermediate_value"
        ),
        has_nan=True,
        params=Source(
            "parameters",
            "trial_params",
            "x.param_name",
            "x.param_value",
            more=", x.distribution_json",
        ),
        user_attrs=_attrs("user attributes", "trial_user_attributes"),
        system_attrs=_attrs("system attributes", "trial_system_attributes"),
        has_study_index=True,
        is_upgraded=is_upgraded,
        revision=NEWEST_REVISION,
        is_trial="TRUE",
        time_text=_TIME_TEXTS.get(dialect, _MYSQL_TIME_TEXT),
        exact=_EXACT.get(dialect, _MYSQL_EXACT),
        has_quick_distinct=dialect == "postgresql",
    )


def _study_attrs(noun: str) -> str:
    return f"SELECT x.study_id, x.key, x.value_json FROM {noun}s x ORDER BY x.{noun}_id"


def _values(what: str, table: str, key: str, value: str) -> Source:
    return Source(what, table, f"x.{key}", f"x.{value}", more=f", x.{value}_type")


def _attrs(what: str, table: str) -> Source:
    return Source(what, table, "x.key", "x.value_json")
