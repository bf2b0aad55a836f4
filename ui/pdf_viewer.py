"""The desktop's own viewer, for when no printer of ours takes a form."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_with_desktop(path: Path) -> bool:
    """Show `path` in the viewer the desktop has for it; False if it has none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
