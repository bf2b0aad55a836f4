"""When a backup is made without being asked for, and when one is tried out."""

from datetime import datetime, timedelta
from enum import StrEnum

_AN_HOUR = timedelta(hours=1)
_OLD = timedelta(days=1)
_OLD_APART = timedelta(days=7)
_TRIAL = timedelta(days=30)
"""After so long a copy is restored for a trial again."""
_CLOCKS_DIFFER = timedelta(minutes=2)


class Occasion(StrEnum):
    """Why a backup is made by itself."""

    HOUR = "HOUR"
    CLOSE = "CLOSE"
    MIGRATION = "MIGRATION"
    RESTORE = "RESTORE"
    IMPORT = "IMPORT"
    ASKED = "ASKED"


def is_due(occasion: Occasion, now: datetime, last_at: datetime | None) -> bool:
    """Whether a changed office is to be saved now, to a place whose last copy is of `last_at`.

    Hourly work waits out its hour; before something happens to the records, nothing is waited for.
    A copy from the future, of a clock that was wrong, holds nothing up.
    """
    if occasion is not Occasion.HOUR or last_at is None:
        return True
    return not now - _AN_HOUR < last_at <= now + _CLOCKS_DIFFER


def is_trial_due(now: datetime, last_at: datetime | None) -> bool:
    """Whether a copy is to be restored for a trial; `last_at` is of the last trial."""
    return last_at is None or not now - _TRIAL < last_at <= now + _CLOCKS_DIFFER


def is_old(last_at: datetime | None, now: datetime) -> bool:
    """Whether an office is warned whose last checked copy is of `last_at`: it has none of a day."""
    return last_at is None or now - last_at > _OLD


def is_old_apart(last_at: datetime | None, now: datetime) -> bool:
    """The same of its last copy on another disk than the records: it has none of a week."""
    return last_at is None or now - last_at > _OLD_APART


def has_passed(moment: datetime, now: datetime) -> bool:
    """Whether `moment` can be believed to lie behind: no copy tells its age by a wrong clock."""
    return moment <= now + _CLOCKS_DIFFER
