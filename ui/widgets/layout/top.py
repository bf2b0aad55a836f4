"""Where another person or dossier begins, it begins at the top."""

from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def scroll_to_top(widget: QWidget) -> None:
    """Show the beginning of everything that scrolls inside `widget`."""
    for area in widget.findChildren(QAbstractScrollArea):
        area.verticalScrollBar().setValue(0)
