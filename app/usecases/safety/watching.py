"""What the program watches by itself, without opening the records."""

from datetime import datetime, timedelta
from pathlib import Path

from app.answers.watched import Watched
from db import room
from db.guard import checked, cut_short
from db.guard.checked import Depth

_WEEK = timedelta(days=7)


def watched(folder: Path, now: datetime) -> Watched:
    """How the data folder stands now."""
    deep = checked.last(folder, Depth.DEEP)
    return Watched(
        room=room.free(folder),
        is_room_low=room.is_low(folder),
        deep=deep,
        quick=checked.last(folder, Depth.QUICK),
        # A clock that was set back makes no check wait for years.
        is_deep_due=deep is None or abs(now - deep.at) >= _WEEK,
        was_cut_short=cut_short.is_noted(folder),
    )


def keep_reserve(folder: Path) -> None:
    """See to it that there is a reserve of room, which the first full disk lets go."""
    room.reserve(folder)
