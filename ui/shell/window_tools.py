"""What the window asks of the tools that work over every screen (`ui.shell.tools`)."""

from PySide6.QtCore import QObject

from app.domain.changes import Changed
from ui.keys import Key
from ui.screen import Screen


class WindowTools(QObject):
    """Search, scans, palette, the citizen's window and what the bar says of the office."""

    def start_search(self) -> None:
        """F3: ready to scan, or to type."""
        raise NotImplementedError

    def close_results(self) -> bool:
        """Close the answers of the search; False if none were open."""
        raise NotImplementedError

    def forget_search(self) -> None:
        """Another screen or dossier comes to the front: the search begins anew."""
        raise NotImplementedError

    def may_close(self) -> bool:
        """Whether the window may close at once; if not, it is closed when that is done."""
        raise NotImplementedError

    def take_key(self, key: Key) -> None:
        """A key of the tools was pressed."""
        raise NotImplementedError

    def take_crash(self, error: Exception) -> None:
        """Show an error that nothing caught."""
        raise NotImplementedError

    def on_screen_made(self, screen: Screen) -> None:
        """A screen is shown for the first time."""
        raise NotImplementedError

    def on_changed(self, changed: Changed) -> None:
        """Records were changed."""
        raise NotImplementedError
