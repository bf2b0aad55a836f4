"""When to ask whether the paper came out right: at the day's first print, and after a failure."""

from collections.abc import Callable
from datetime import date

from app.printing.profile import PrintProfile


class PaperDoubt:
    """Remembers, for each kind of paper in each printer, when a print last went well."""

    def __init__(self) -> None:
        self._last: dict[tuple[str, ...], date] = {}
        self._failed: set[tuple[str, ...]] = set()

    def failed(self, profile: PrintProfile) -> None:
        """A print by `profile` did not reach its printer."""
        self._failed.add(_place(profile))

    def asks(self, profile: PrintProfile, today: date, came: Callable[[], bool]) -> bool:
        """Whether to ask after a print that was just handed over.

        `came` tells whether somebody answered already today, in this sitting or one before.
        """
        place = _place(profile)
        is_first, has_failed = self._last.get(place) != today, place in self._failed
        self._last[place] = today
        self._failed.discard(place)
        return has_failed or (is_first and not came())


def _place(profile: PrintProfile) -> tuple[str, ...]:
    return (profile.kind, profile.tray, profile.printer, profile.device)
