"""Why the desk was not opened, in a window of its own; loaded only then."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QMessageBox


def say_in_a_window(words: str) -> None:
    """Show `words` and wait until they are closed; where there is no screen, do nothing."""
    if QApplication.platformName() == "offscreen":
        return
    box = QMessageBox(QMessageBox.Icon.Warning, "Một Cửa", words)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.addButton(QCoreApplication.translate("Window", "Đóng"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()
