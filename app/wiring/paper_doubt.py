"""When to ask “Giấy ra đúng không?”: after the day's first print, and after one that failed."""

from datetime import date


class PaperDoubt:
    """Remembers, for each kind of paper, when a print was last known to go well."""

    def __init__(self) -> None:
        self._last: dict[str, date] = {}

    def failed(self, kind: str) -> None:
        """A print of this kind did not reach its printer."""
        self._last.pop(kind, None)

    def asks(self, kind: str, today: date) -> bool:
        """Whether to ask after a print that was just handed over."""
        is_first = self._last.get(kind) != today
        self._last[kind] = today
        return is_first
