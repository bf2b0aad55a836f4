"""A desktop for tests: what the program asks it to open is remembered, nothing is started."""

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices


class Desktop(QObject):
    """Takes every file the program asks the desktop to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        QDesktopServices.setUrlHandler("file", self, "take")

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url.fileName())

    def leave(self) -> None:
        QDesktopServices.unsetUrlHandler("file")
