"""Which clock the times of a database are of."""

from optuna_dashboard.study.study import Clock


def clock_of(release: str | None, *, is_upgraded: bool) -> Clock:
    """The clock of a database by the release of Optuna that made it.

    Optuna writes UTC from 5.0 on. One whose schema was upgraded is older than that.
    """
    major = (release or "").partition(".")[0]
    is_utc = major.isdecimal() and int(major) >= 5 and not is_upgraded
    return "utc" if is_utc else "as-written"
