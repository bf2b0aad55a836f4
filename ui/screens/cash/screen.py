"""A day's cash sheets: looked at, counted, closed, printed."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.changes import Changed
from app.domain.errors import DeskError
from app.domain.money.cash_sheet import CashSheet
from app.domain.money.fee import dong
from ui.keys import Key, with_key
from ui.screen import Action, Notices, Screen
from ui.screens.cash.actions import CashActions, Counted
from ui.screens.cash.closing_card import ClosingCard
from ui.screens.cash.open_sums_card import OpenSumsCard
from ui.screens.cash.slips_card import SlipsCard
from ui.screens.cash.sums_card import SumsCard
from ui.theme import px
from ui.tokens import Tone
from ui.widgets.fields.choice import ChipRow
from ui.widgets.fields.day_line import DayLine
from ui.widgets.file_dialog import ask_new_file
from ui.widgets.keys import bind_key
from ui.widgets.layout.column_scroll import ColumnScroll
from ui.widgets.layout.flow import FlowRow
from ui.widgets.layout.screen_head import ScreenHead
from ui.work import Work

_WIDE = 1_000
"""Pixels at 100 %."""


class CashScreen(Screen):
    """The screen.

    Args:
        actions: what it asks of the desk.
        work: the queues.
        notices: what is said in passing, and errors without a place of their own.
    """

    def __init__(
        self, actions: CashActions, work: Work, notices: Notices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions, self._work, self._notices = actions, work, notices
        self._sheets: tuple[CashSheet, ...] = ()
        self._asked = 0
        self._build()

    @property
    def sheet(self) -> CashSheet | None:
        """The sheet that is shown."""
        shown = self._chips.value() if self._chips is not None else None
        found = (one for one in self._sheets if one.sheet == shown)
        return next(found, self._sheets[-1] if self._sheets else None)

    def on_shown(self) -> None:
        self.day.show_day(self._today())
        self._load()
        table = self.slips.table
        begin = self.day.field.input if table.isHidden() else table  # hidden on a day without slips
        begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_changed(self, changed: Changed) -> None:
        if changed & Changed.MONEY and self.isVisible():
            self._load()

    def take_key(self, key: Key) -> bool:
        if key != Key.REPRINT:
            return False
        self.print_sheet()
        return True

    def open_day(self) -> None:
        """Open today: what lies in the drawer is kept as it is in the settings now."""
        self._work.writing.run(self, self._actions.open_day, self._on_opened, self._notices.take)

    def _on_opened(self, sheet: CashSheet) -> None:
        words = self.tr("Đã mở sổ ngày, tiền có sẵn {0}.").format(dong(sheet.opening))
        self._notices.notify(words, Tone.DONE)
        self._load()

    def print_sheet(self) -> None:
        """Print the sheet that is shown."""
        sheet = self.sheet
        if sheet is None or not sheet.slips:
            return
        self._work.outside.run(
            self,
            lambda: self._actions.print_sheet(sheet),
            self._on_printed,
            self._on_print_failed,
        )

    def save_to(self, file: Path) -> None:
        """Write the sheet that is shown as PDF."""
        sheet = self.sheet
        if sheet is None:
            return
        self._work.outside.run(
            self,
            lambda: self._actions.save_sheet(sheet, file),
            lambda _: self._notices.notify(self.tr("Đã lưu bảng kê vào {0}.").format(file)),
            self._notices.take,
        )

    # Building

    def _build(self) -> None:
        self.day = DayLine(self._today, self._actions.say)
        self.print_button = QPushButton(with_key(self.tr("In bảng kê"), Key.REPRINT))
        self.open_button = QPushButton(self.tr("Mở sổ ngày"))
        self.open_button.clicked.connect(self.open_day)
        self.save_button = QPushButton(with_key(self.tr("Lưu PDF…"), Key.SAVE_FILE))
        self.slips, self.sums, self.open_sums = SlipsCard(), SumsCard(), OpenSumsCard()
        self.closing = ClosingCard(self._actions.say)
        self._chips: ChipRow[int] | None = None
        self.day.chosen.connect(self._on_day)
        self.print_button.clicked.connect(self.print_sheet)
        self.save_button.clicked.connect(self._choose_file)
        for listed in (self.slips, self.open_sums):
            listed.opened.connect(self.dossier_wanted)
        self.closing.counted.connect(self._on_counted)
        bind_key(self, Key.SAVE_FILE, self._choose_file)
        bind_key(self, Key.MONEY, self._count)
        bind_key(self, Key.OTHER_TIME, self.day.start)
        self._arrange()

    def _arrange(self) -> None:
        head = self._head = FlowRow()
        for widget in (self.day, self.open_button, self.print_button, self.save_button):
            head.add(widget)
        self._side = ColumnScroll()
        self._side.add(self.sums)
        self._side.add(self.closing)
        self._side.add(self.open_sums)
        body = self._body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self.slips)
        body.addWidget(self._side)
        self._share()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 12, 18, 14)
        self._column.setSpacing(10)
        self._column.addWidget(ScreenHead(self.tr("Sổ quỹ ngày")))
        self._column.addWidget(head)
        self._column.addLayout(body, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._share()

    def _share(self) -> None:
        """In large letters the sums need more of the width, the slips less."""
        shares = (3, 2) if self.width() < px(_WIDE) else (9, 5)
        for nth, share in enumerate(shares):
            self._body.setStretch(nth, share)

    # Showing

    def _today(self) -> date:
        return self._actions.now().date()

    def _load(self) -> None:
        self._asked += 1
        asked, day, actions = self._asked, self.day.day, self._actions

        def loaded(sheets: tuple[CashSheet, ...]) -> None:
            if asked == self._asked:
                self._show_sheets(sheets)

        self._work.reading.run(self, lambda: actions.sheets(day), loaded, self._notices.take)

    def _show_sheets(self, sheets: tuple[CashSheet, ...]) -> None:
        # A sheet that was opened by closing the one before is empty: nothing to look at.
        self._sheets = tuple(one for one in sheets if one.slips) or sheets[-1:]
        self._offer_sheets()
        self._show_sheet()

    def _offer_sheets(self) -> None:
        if self._chips is not None:
            self._column.removeWidget(self._chips)
            self._chips.hide()
            self._chips.deleteLater()
            self._chips = None
        if len(self._sheets) < 2:
            return
        words = {True: self.tr("✓ Bảng kê {0}, đã khóa"), False: self.tr("Bảng kê {0}, đang mở")}
        choices = [
            (one.sheet, words[one.closing is not None].format(one.sheet)) for one in self._sheets
        ]
        self._chips = ChipRow(self.tr("Bảng kê"), choices)
        self._chips.set_value(self._sheets[-1].sheet)
        self._chips.chosen.connect(self._show_sheet)
        self._column.insertWidget(2, self._chips)

    def _show_sheet(self) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        if self.slips.table.hasFocus() and not sheet.slips:  # it is about to hide
            self.day.field.input.setFocus(Qt.FocusReason.OtherFocusReason)
        self.slips.show_sheet(sheet)
        self.sums.show_sheet(sheet)
        self.open_sums.show_sums(sheet.open_sums)
        self.closing.show_sheet(sheet)
        for button in (self.print_button, self.save_button):
            button.setEnabled(bool(sheet.slips))
        is_today = sheet.day == self._today()
        is_first = is_today and sheet.sheet == 1 and not sheet.slips
        if self.open_button.hasFocus():
            self.day.field.input.setFocus(Qt.FocusReason.OtherFocusReason)
        self.open_button.setVisible(is_first and sheet.opened_at is None)
        self._head.arrange()

    def _on_day(self, _day: date) -> None:
        self.closing.clear()
        self._load()

    # Doing

    def _count(self) -> None:
        if self.closing.amount.isVisible():
            self.closing.amount.setFocus(Qt.FocusReason.OtherFocusReason)
            self.closing.amount.input.selectAll()

    def _on_counted(self, counted: Counted) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        self.closing.set_busy(is_busy=True)
        self._work.writing.run(
            self,
            lambda: self._actions.close(sheet, counted),
            self._on_closed,
            self._on_close_refused,
        )

    def _on_closed(self, sheet: CashSheet) -> None:
        self.closing.clear()
        again = Action(self.tr("In bảng kê"), self.print_sheet)
        words = self.tr("Đã khóa bảng kê {0} ngày {1}.")
        self._notices.notify(words.format(sheet.sheet, f"{sheet.day:%d/%m/%Y}"), Tone.DONE, again)
        asked = self._asked
        self.changed.emit(Changed.MONEY)
        if asked == self._asked:
            self._load()

    def _on_close_refused(self, error: Exception) -> None:
        self.closing.set_busy(is_busy=False)
        if isinstance(error, DeskError):
            self.closing.show_refusal(error)
        else:
            self._notices.take(error)

    def _on_printed(self, printer: str) -> None:
        self._notices.notify(self.tr("Đã gửi bảng kê tới {0}.").format(printer), Tone.DONE)

    def _on_print_failed(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            save = Action(self.tr("Lưu PDF"), self._choose_file)
            self._notices.notify(self._actions.say(error), Tone.DUE_SOON, save)
        else:
            self._notices.take(error, self.print_sheet)

    def _choose_file(self) -> None:
        sheet = self.sheet
        if sheet is None or not sheet.slips:
            return
        ask_new_file(
            self,
            self.tr("Lưu bảng kê"),
            (self.tr("Tệp PDF (*.pdf)"),),
            self.save_to,
            name=f"so-quy-{sheet.day:%Y-%m-%d}-{sheet.sheet}.pdf",
        )
