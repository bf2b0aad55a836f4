"""Asks for a file or a folder in the desktop's dialog, without blocking the window."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

Take = Callable[[Path], None]


def ask_folder(parent: QWidget, title: str, take: Take, *, start: str = "") -> None:
    """Ask for a folder that exists."""
    dialog = QFileDialog(parent, title, start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    _open(dialog, take)


def ask_file(parent: QWidget, title: str, kinds: Sequence[str], take: Take) -> None:
    """Ask for a file that exists; `kinds` as Qt's name filters."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(list(kinds))
    _open(dialog, take)


def ask_new_file(
    parent: QWidget, title: str, kinds: Sequence[str], take: Take, *, name: str
) -> None:
    """Ask where to write a file, offering `name`, whose suffix is put to what is typed."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.setNameFilters(list(kinds))
    dialog.selectFile(name)
    _open(dialog, take)


def _open(dialog: QFileDialog, take: Take) -> None:
    dialog.fileSelected.connect(lambda chosen: take(Path(chosen)))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
