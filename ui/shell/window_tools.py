"""What the window asks of the tools that work over every screen (`ui.shell.tools`)."""

from PySide6.QtCore import QObject

from app.domain.changes import Changed
from ui.screen import Screen


class WindowTools(QObject):
    """Search, scans, palette, the citizen's window and what the bar says of the office."""

    def start_search(self) -> None:
        """F3: ready to scan, or to type."""
        raise NotImplementedError

    def close_results(self) -> bool:
        """Close the answers of the search; False if none were open."""
        raise NotImplementedError

    def take_key(self, key: str) -> None:
        """A key of the tools was pressed."""
        raise NotImplementedError

    def on_screen_made(self, screen: Screen) -> None:
        """A screen is shown for the first time."""
        raise NotImplementedError

    def on_changed(self, changed: Changed) -> None:
        """Records were changed."""
        raise NotImplementedError
