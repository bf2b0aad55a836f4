"""The moments the home screen's lists are cut at."""

from datetime import datetime, timedelta

from app.domain.clock import to_minute, utc_text

Times = dict[str, str]
"""UTC text `now`, `soon`, `apology`, `day_from`, `day_to`, and `day` as ISO text."""


def board_times(now: datetime, soon: datetime, apology: datetime) -> Times:
    """Now, the end of what is due soon, of what wants an apology, and today's bounds."""
    now = to_minute(now)
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return {
        "now": utc_text(now),
        "soon": utc_text(soon),
        "apology": utc_text(apology),
        "day": midnight.date().isoformat(),
        "day_from": utc_text(midnight),
        "day_to": utc_text(midnight + timedelta(days=1)),
    }
