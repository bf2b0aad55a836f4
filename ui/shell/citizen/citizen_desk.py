"""The window turned to the citizen: opened, closed, and what is said through it either way."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.citizen_page import CitizenPage
from ui.shell.citizen.citizen_window import CitizenWindow
from ui.shell.frame.top_bar import OfficeLine


class CitizenDesk(QObject):
    """Holds the citizen's window while it is open.

    Args:
        desk: the clerk's window.

    Signals:
        asked_for: whether the citizen is to be asked before a slip is printed; True only while
            the window is open.
        said: the citizen pressed “Đúng rồi” (True) or “Chưa đúng” (False).
    """

    asked_for = Signal(bool)
    said = Signal(bool)

    def __init__(self, desk: QWidget) -> None:
        super().__init__(desk)
        self._desk = desk
        self._office = ""
        self._confirms = False
        self._is_begun = False
        self.window: CitizenWindow | None = None

    @property
    def asks(self) -> bool:
        """Whether the citizen is to be asked now."""
        return self._confirms and self.window is not None

    def show_office(self, office: OfficeLine) -> None:
        """Whose desk this is and what the office has set; the first time the window may open."""
        self._office = office.named
        self._confirms = office.confirms_citizen
        if self.window is not None:
            self.window.set_office(office.named)
        elif office.opens_citizen and not self._is_begun:
            self._open()
        self._is_begun = True
        self.asked_for.emit(self.asks)

    def toggle(self) -> None:
        """Open the window, or close it."""
        if self.window is None:
            self._open()
        else:
            self.close()
        self.asked_for.emit(self.asks)

    def close(self) -> None:
        """Close the window; what it showed is gone with it."""
        window, self.window = self.window, None
        if window is not None:
            window.closed.disconnect(self._on_closed)
            window.close()
            window.deleteLater()

    def show_page(self, page: CitizenPage | None) -> None:
        """Show the citizen this; None is nobody's data."""
        if self.window is None:
            return
        if page is None:
            self.window.show_nothing()
        else:
            self.window.show_page(page)

    def _open(self) -> None:
        self.window = CitizenWindow(self._office)
        self.window.said.connect(self.said)
        self.window.closed.connect(self._on_closed)
        self.window.open_beside(self._desk)
        self._desk.activateWindow()

    def _on_closed(self) -> None:
        """Somebody closed it by its frame."""
        window, self.window = self.window, None
        if window is not None:
            window.deleteLater()
        self.asked_for.emit(self.asks)
