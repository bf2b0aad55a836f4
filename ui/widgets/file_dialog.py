"""Asks for a file or a folder in the desktop's dialog, without blocking the window.

Every dialog begins in the folder it is given, else in the one chosen last in any of them, else on a
drive that is plugged in, else in the person's own documents: never where the program was started.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStandardPaths, Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QFileSystemModel,
    QHeaderView,
    QListView,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from app.domain.clock import in_vietnam, time_and_day
from ui.theme import px
from ui.widgets.drives import begin_at

Take = Callable[[Path], None]
_KIND = 2
"""The column that says what kind of file each is."""
_CHANGED = 3
"""The column that says when each was changed."""
_BORDER = 40
"""Pixels a dialog leaves free of the window it stands over."""
_PLACES = 110
"""Pixels at 100 % for the places beside the files: their names are read whole."""
_last: list[str] = []
"""The folder chosen last, once there is one."""


def ask_folder(parent: QWidget | None, title: str, take: Take, *, last: str = "") -> None:
    """Ask for a folder that exists; `last` is where this question was answered last."""
    dialog = QFileDialog(parent, title, _start(last))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    _open(dialog, take)


def ask_file(
    parent: QWidget | None, title: str, kinds: Sequence[str], take: Take, *, last: str = ""
) -> None:
    """Ask for a file that exists; `kinds` as Qt's name filters, `last` as for a folder."""
    dialog = QFileDialog(parent, title, _start(last))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(list(kinds))
    _open(dialog, take)


def ask_new_file(
    parent: QWidget | None, title: str, kinds: Sequence[str], take: Take, *, name: str
) -> None:
    """Ask where to write a file, offering `name`, whose suffix is put to what is typed."""
    dialog = QFileDialog(parent, title, _start(""))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.setNameFilters(list(kinds))
    dialog.selectFile(name)
    _open(dialog, take)


def _start(last: str) -> str:
    """Where a dialog begins."""
    chosen = begin_at(last) if last and Path(last).is_dir() else begin_at("".join(_last))
    places = QStandardPaths.StandardLocation
    documents = QStandardPaths.writableLocation(places.DocumentsLocation)
    return chosen or (documents if Path(documents).is_dir() else str(Path.home()))


def _open(dialog: QFileDialog, take: Take) -> None:
    files = dialog.findChild(QTreeView)  # None in the desktop's own dialog
    if files is not None:
        files.hideColumn(_KIND)  # named by the system, in its language
        files.setItemDelegateForColumn(_CHANGED, _MomentDelegate(files))
        _fit(dialog, files)
    dialog.fileSelected.connect(lambda chosen: _on_chosen(Path(chosen), take))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _on_chosen(chosen: Path, take: Take) -> None:
    _last[:] = [str(chosen if chosen.is_dir() else chosen.parent)]
    take(chosen)


class _MomentDelegate(QStyledItemDelegate):
    """Writes when a file was changed as the rest of the program does, not as the system would."""

    def initStyleOption(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        files = index.model()
        if isinstance(files, QFileSystemModel) and isinstance(index, QModelIndex):
            changed_at = files.lastModified(index).toSecsSinceEpoch()
            at = in_vietnam(datetime.fromtimestamp(changed_at, UTC))
            option.text = time_and_day(at)


def _fit(dialog: QFileDialog, files: QTreeView) -> None:
    """No larger than the window below; names take the width that sizes and dates leave."""
    wide, high = px(820), px(520)
    parent = dialog.parentWidget()
    if parent is not None:
        window = parent.window()
        wide = min(wide, window.width() - _BORDER)
        high = min(high, window.height() - _BORDER)
    dialog.resize(wide, high)
    beside = dialog.findChild(QListView, "sidebar")
    panes = dialog.findChild(QSplitter)
    if beside is not None and panes is not None:
        places = max(px(_PLACES), beside.sizeHintForColumn(0) + px(12))
        panes.setSizes([places, wide - places])
    header, modes = files.header(), QHeaderView.ResizeMode
    header.setStretchLastSection(False)
    for column in range(header.count()):
        header.setSectionResizeMode(column, modes.ResizeToContents if column else modes.Stretch)
