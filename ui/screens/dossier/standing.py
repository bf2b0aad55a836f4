"""Where the keyboard stood before an action, for when the action is taken back."""

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class Standing:
    """Remembers one place on the screen, and of which dossier."""

    def __init__(self) -> None:
        self._begun_at: QWidget | None = None
        self._done_from: tuple[int, QWidget | None] | None = None
        self._is_wanted = False

    def begin(self, widget: QWidget | None) -> None:
        """An action is begun from here."""
        self._begun_at = widget

    def done(self, dossier_id: int) -> None:
        """What was begun is done, and may be taken back."""
        self._done_from = dossier_id, self._begun_at
        self._is_wanted = False

    def go_back(self) -> None:
        """It was taken back."""
        self._is_wanted = self._done_from is not None

    def take(self, dossier_id: int) -> QWidget | None:
        """Where to stand now that this dossier is shown as it was; None where nothing is wanted."""
        if not self._is_wanted or self._done_from is None:
            return None
        of, widget = self._done_from
        self._done_from, self._is_wanted = None, False
        if of != dossier_id or widget is None or not isValid(widget):
            return None
        return widget if widget.isVisible() and widget.isEnabled() else None
