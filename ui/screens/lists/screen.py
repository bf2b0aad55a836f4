"""Any list narrowed down and in order, as a sheet; a stack of dossiers finished at once."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.answers.board import BoardRow
from app.answers.dossier import BatchRow
from app.answers.listing import ListChoices
from app.domain.changes import Changed
from app.domain.errors import DeskError
from ui.keys import Key, with_key
from ui.models.board_cells import minute_of
from ui.models.board_model import BoardModel
from ui.screen import Notices, Screen
from ui.screens.lists.actions import ListsActions
from ui.screens.lists.filter_card import FilterCard
from ui.screens.lists.loading import Found, Search
from ui.screens.lists.stack_card import StackCard
from ui.theme import px
from ui.tokens import Tone
from ui.widgets.file_dialog import ask_new_file
from ui.widgets.keys import bind_key
from ui.widgets.layout.column_scroll import ColumnScroll
from ui.widgets.layout.screen_head import ScreenHead
from ui.widgets.lists.board_table import BoardTable
from ui.widgets.running_strip import RunningStrip
from ui.widgets.text.labels import label, number_text
from ui.words import word_for
from ui.work import Work

_WIDE = 900
"""Pixels at 100 %."""
_LEAST_LIST = 200
"""Pixels at 100 % below which the screen scrolls instead."""
_OF_INTEREST = Changed.DOSSIERS | Changed.CALENDAR | Changed.OUTBOX


class ListsScreen(Screen):
    """The screen.

    Args:
        actions: what it asks of the desk.
        work: the queues.
        notices: what is said in passing, and errors without a place of their own.
    """

    def __init__(
        self, actions: ListsActions, work: Work, notices: Notices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions, self._work, self._notices = actions, work, notices
        self._found: Found | None = None
        self._is_stale = True
        self._search = Search(actions, work, self)
        self._search.found.connect(self._show)
        self._search.failed.connect(self._on_failed)
        self._build()

    def on_shown(self) -> None:
        if self._is_stale:
            self.reload()
        self.filter.view.setFocus()

    def on_changed(self, changed: Changed) -> None:
        if not changed & _OF_INTEREST:
            return
        if self.isVisible():
            self.reload()
        else:
            self._is_stale = True

    def on_ticked(self, now: datetime) -> None:
        actions = self._actions
        minute = minute_of(now, actions.calendar(), actions.due_soon_hours())
        self.model.set_minute(minute, *self.table.seen())

    def take_dossier(self, dossier_id: int) -> bool:
        """A dossier that is scanned lies on the stack; nothing is opened in between."""
        self._work.reading.run(
            self, lambda: self._actions.rows([dossier_id]), self._on_taken, self._notices.take
        )
        return True

    def reload(self) -> None:
        """Ask for the list anew; what stands stays until the answer comes."""
        self._is_stale = False
        self._work.reading.run(self, self._actions.choices, self._on_choices, self._on_failed)
        self._start()

    def save_to(self, file: Path) -> None:
        """Write the list as it is shown to a spreadsheet."""
        found = self._found
        if found is None or not self.save_button.isEnabled():
            return
        ids, actions = found.ids, self._actions
        self.save_button.setEnabled(False)

        def saved(rows: int) -> None:
            self._show_whole()
            words = self.tr("Đã ghi {0} hồ sơ vào {1}.").format(number_text(rows), file)
            self._notices.notify(words, Tone.DONE)

        self.running.follow(
            self._work.outside.run_long(
                self,
                lambda report: actions.save(ids, file, report),
                saved,
                self._on_save_failed,
            )
        )

    # Building

    def _build(self) -> None:
        self.filter = FilterCard(self._actions.say)
        self.filter.changed.connect(self._start)
        self.model = BoardModel(self._work.reading, self._actions.rows, self)
        self.model.held.failed.connect(self._notices.take)
        self.table = BoardTable(self.model)
        self.table.opened.connect(self.dossier_wanted)
        self.table.empty.explain(
            "file-text", self.tr("Không có hồ sơ nào"), self.tr("Chọn danh sách khác, hoặc bỏ lọc.")
        )
        self.save_button = QPushButton(with_key(self.tr("Lưu Excel…"), Key.SAVE_FILE))
        self.save_button.clicked.connect(self._choose_file)
        self.running = RunningStrip()
        self.running.stopped.connect(self._show_whole)
        self.stack = StackCard(self._actions.say)
        self.stack.typed.connect(self._on_typed)
        self.stack.finish_wanted.connect(self._on_finish_wanted)
        self.stack.opened.connect(self.dossier_wanted)
        bind_key(self, Key.SAVE_FILE, self._choose_file)
        bind_key(self, Key.MANY, self.stack.code.setFocus)
        self._arrange()

    def _arrange(self) -> None:
        side = ColumnScroll()
        side.add(self.stack)
        body = self._body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self._listed())
        body.addWidget(side)
        self._share()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 14)
        column.setSpacing(10)
        column.addWidget(ScreenHead(self.tr("Danh sách hồ sơ")))
        column.addWidget(self.filter)
        column.addLayout(body, 1)

    def _listed(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        card.setMinimumHeight(px(_LEAST_LIST))
        self.title = label("", "section", wraps=True)
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 12, 6)
        head.addWidget(self.title, 1)
        head.addWidget(self.save_button)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 6)
        inside.addLayout(head)
        inside.addWidget(self.running)
        inside.addWidget(self.table, 1)
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._share()

    def _share(self) -> None:
        """In large letters what stands beside the list needs more of the width."""
        for nth, share in enumerate((1, 1) if self.width() < px(_WIDE) else (5, 3)):
            self._body.setStretch(nth, share)

    # Showing

    def _start(self) -> None:
        self._search.start(self.filter.chosen)

    def _show(self, found: Found) -> None:
        place = self.table.keep_place()
        is_more = self._found is not None and not self._found.is_whole
        self._found = found
        self.model.set_minute(found.minute)
        self.model.show_ids(found.ids, found.first_rows, forget=not is_more)
        self.table.come_back(place)
        self._show_whole()

    def _show_whole(self) -> None:
        """How many there are, and whether that is all; a list that is whole can be kept."""
        found = self._found
        if found is None:
            return
        view = self.filter.chosen.view
        name = word_for(view) if view is not None else self.tr("Mọi hồ sơ")
        count = number_text(len(found.ids))
        words = self.tr("{0}: {1} hồ sơ, đang tìm…")
        if found.is_whole:
            words = self.tr("{0}: {1} hồ sơ")
        if not found.is_in_order:
            words = self.tr("{0}: {1} hồ sơ; nhiều quá nên chưa xếp, hãy lọc bớt")
        self.title.setText(words.format(name, count))
        self.table.setAccessibleName(self.title.text())
        self.save_button.setEnabled(found.is_whole and bool(found.ids))

    # Slots

    def _on_choices(self, choices: ListChoices) -> None:
        self.filter.offer(choices)

    def _on_failed(self, error: Exception) -> None:
        self._is_stale = True
        self._notices.take(error, self.reload)

    def _on_typed(self, code: str) -> None:
        actions = self._actions

        def refused(error: Exception) -> None:
            if isinstance(error, DeskError):
                self.stack.refuse(error)
            else:
                self._notices.take(error)

        self._work.reading.run(
            self, lambda: actions.rows([actions.id_of(code)]), self._on_taken, refused
        )

    def _on_taken(self, rows: Sequence[BoardRow]) -> None:
        for row in rows:
            self.stack.take(row)

    def _on_finish_wanted(self) -> None:
        ids = self.stack.ids()
        self.stack.set_busy(is_busy=True)
        self._work.writing.run(
            self, lambda: self._actions.finish(ids), self._on_finished, self._on_not_finished
        )

    def _on_finished(self, rows: tuple[BatchRow, ...]) -> None:
        self.stack.show_results(rows)
        if any(row.is_done for row in rows):
            self.changed.emit(Changed.DOSSIERS | Changed.OUTBOX)

    def _on_not_finished(self, error: Exception) -> None:
        self.stack.set_busy(is_busy=False)
        self._notices.take(error)

    def _on_save_failed(self, error: Exception) -> None:
        self._show_whole()
        if isinstance(error, DeskError):
            self._notices.notify(self._actions.say(error), Tone.DUE_SOON)
        else:
            self._notices.take(error)

    def _choose_file(self) -> None:
        if not self.save_button.isEnabled():
            return
        ask_new_file(
            self,
            self.tr("Lưu danh sách hồ sơ"),
            (self.tr("Bảng tính Excel (*.xlsx)"),),
            self.save_to,
            name=f"danh-sach-{self._actions.now():%Y-%m-%d}.xlsx",
        )
