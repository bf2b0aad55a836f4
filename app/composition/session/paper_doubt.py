"""When to ask “Giấy ra đúng không?”: after the day's first print, and after one that failed."""

from datetime import date

from app.printing.profile import PrintProfile


class PaperDoubt:
    """Remembers, for each kind of paper in each printer, when a print last went well."""

    def __init__(self) -> None:
        self._last: dict[tuple[str, ...], date] = {}

    def failed(self, profile: PrintProfile) -> None:
        """A print by `profile` did not reach its printer."""
        self._last.pop(_place(profile), None)

    def asks(self, profile: PrintProfile, today: date) -> bool:
        """Whether to ask after a print that was just handed over."""
        place = _place(profile)
        is_first = self._last.get(place) != today
        self._last[place] = today
        return is_first


def _place(profile: PrintProfile) -> tuple[str, ...]:
    return (profile.kind, profile.tray, profile.printer, profile.device)
