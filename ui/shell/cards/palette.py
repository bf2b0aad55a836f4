"""Ctrl+K: whatever the clerk wants, by its first letters: a command, a dossier, a person.

Commands answer at once; the rest is asked on the queue for reading, the newest question only.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.look_alikes import tidy
from app.domain.text import words
from ui.latest import Latest
from ui.shell.cards.palette_entries import (
    LEAST,
    Chosen,
    Entry,
    Found,
    PaletteActions,
    entries_of,
    kind_words,
    look_up,
    matching,
)
from ui.theme import font, px
from ui.tokens import Tokens
from ui.widgets.lists.painted_text import paint_line
from ui.widgets.lists.row_list import RowList, RowPainter
from ui.widgets.search.input_line import InputLine
from ui.widgets.text.labels import label
from ui.widgets.text.shortened import shortened
from ui.work import Work

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 6,
    Qt.Key.Key_PageUp: -6,
}
_PATIENCE_MS = 100
"""How long the answers to what was typed before stay in sight while new ones are looked for."""


class Palette(QFrame):
    """A card over the window: one line to type in, what it may mean below.

    Args:
        commands: what the window can do, in order.
        actions: what is asked.
        chosen: what choosing an answer does.
        work: where it is asked.
        parent: the window it lies over.

    Signals:
        closed: it was closed; the focus should return.
    """

    closed = Signal()

    def __init__(
        self,
        commands: Sequence[Entry],
        actions: PaletteActions,
        chosen: Chosen,
        work: Work,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("Bảng lệnh"))
        self._commands = tuple(commands)
        self._actions = actions
        self._chosen = chosen
        self._matching: list[Entry] = []
        """The commands of what is typed."""
        self._latest = Latest(self, work.reading, 0)
        self._is_overtaken = False
        """Whether the list still shows the answers to what was typed before: none is to be done."""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._show_searching)
        self.input = InputLine()
        self.input.setAccessibleName(self.tr("Lệnh, hồ sơ, thủ tục hoặc người"))
        self.input.setPlaceholderText(self.tr("Gõ lệnh, mã hồ sơ, thủ tục hoặc tên người…"))
        self.input.setMaxLength(200)
        self.input.installEventFilter(self)
        self.input.typed.connect(self._on_typed)
        self.input.entered.connect(self.run_current)
        self.list = RowList(self.tr("Có thể chọn"), _EntryPainter())
        self.list.picked.connect(self.run_current)
        self._nothing = label("", "quiet", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.input)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        column.addWidget(label(self.tr("↑ ↓ chọn   Enter làm   Esc đóng"), "small"))
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._latest.is_busy

    def open_at(self, left: int, top: int, width: int, height: int) -> None:
        """Lie at this place and take the keyboard."""
        self.setGeometry(left, top, width, height)
        self._show(matching(self._commands, ""))
        self.show()
        self.raise_()
        self.input.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def end(self) -> None:
        """Close."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def run_current(self) -> None:
        """Do what is chosen; the card closes first."""
        entry = None if self._is_overtaken else self.list.current
        if entry is not None and not self.input.is_composing:
            self.end()
            entry.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in _STEPS and not self.input.is_composing:
                self.list.step(_STEPS[key])
                return True
            if key == Qt.Key.Key_Escape:
                self.end()
                return True
        return super().eventFilter(watched, event)

    def _on_typed(self) -> None:
        text = " ".join(tidy(self.input.text()).split())
        self._matching = matching(self._commands, text)
        if sum(map(len, words(text))) < LEAST:
            self._latest.forget()
            self._show(
                self._matching, self.tr("Không có lệnh nào bắt đầu như vậy; gõ thêm để tìm.")
            )
            return
        if self._matching:
            self._show_searching()
        else:
            # An answer is there before an emptied list would be seen: it would only flicker.
            self._is_overtaken = True
            self._patience.start(_PATIENCE_MS)
        self._latest.ask(
            lambda: look_up(self._actions, text), lambda found: self._on_found(text, found)
        )

    def _show_searching(self) -> None:
        self._show(self._matching, self.tr("Đang tìm…"))

    def _on_found(self, text: str, found: Found) -> None:
        words = self.tr("Không có lệnh, hồ sơ, thủ tục hay người nào khớp “{0}”.")
        self._show(
            [*self._matching, *entries_of(found, self._chosen)],
            words.format(shortened(text, 60)),
        )

    def _show(self, entries: Sequence[Entry], if_none: str = "") -> None:
        """Show `entries`, and where there are none these words."""
        self._patience.stop()
        self._is_overtaken = False
        self._nothing.setText(if_none)
        self._nothing.setVisible(bool(if_none) and not entries)
        self.list.show_rows(entries)


class _EntryPainter(RowPainter[Entry]):
    def title(self, row: Entry) -> str:
        return row.title

    def spoken(self, row: Entry) -> str:
        parts = (kind_words(row.kind), row.title, row.detail, row.keys)
        return ", ".join(part for part in parts if part)

    def paint(self, painter: QPainter, where: QRect, row: Entry, theme: Tokens) -> None:
        box = where.adjusted(1, 1, -1, -1)
        kind = QRect(box.left() + px(10), box.top(), px(92), box.height())
        keys = QRect(box.right() - px(100), box.top(), px(92), box.height())
        right = keys.left() if row.keys else box.right() - px(10)
        left = kind.right() + px(8)
        half = box.height() // 2
        paint_line(painter, kind, kind_words(row.kind), theme.quiet, font(9))
        strong = font(10, QFont.Weight.DemiBold)
        if row.detail:
            upper = QRect(left, box.top() + px(3), right - left, half - px(2))
            paint_line(painter, upper, row.title, theme.ink, strong)
            lower = QRect(left, box.top() + half, right - left, half - px(3))
            paint_line(painter, lower, row.detail, theme.quiet, font(9))
        else:
            whole = QRect(left, box.top(), right - left, box.height())
            paint_line(painter, whole, row.title, theme.ink, strong)
        paint_line(painter, keys, row.keys, theme.quiet, font(9), is_right=True)
