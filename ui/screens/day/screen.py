"""A day as it ends: figures with their dossiers, what must be explained, the sheet to be signed."""

from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.answers.day import ClosedDay, DayFigure, DaySheet
from app.domain.changes import Changed
from app.domain.errors import DeskError
from ui.keys import Key, nth_key, with_key
from ui.models.board_model import BoardModel
from ui.screen import Action, Notices, Place, Screen
from ui.screens.day.actions import DayActions
from ui.screens.day.closing_card import ClosingCard, number_of
from ui.screens.day.loading import Chosen, Loaded, load
from ui.screens.day.money_card import MoneyCard
from ui.screens.day.unsent_card import UnsentCard
from ui.theme import px
from ui.tokens import Tone
from ui.widgets.fields.choice import ChipRow
from ui.widgets.fields.day_line import DayLine
from ui.widgets.file_dialog import ask_new_file
from ui.widgets.keys import bind_key
from ui.widgets.layout.column_scroll import ColumnScroll
from ui.widgets.layout.flow import FlowRow
from ui.widgets.layout.screen_head import ScreenHead
from ui.widgets.lists.board_table import BoardTable
from ui.widgets.status.tile import CounterTile, TileRow
from ui.widgets.text.labels import label, number_text
from ui.words import word_for
from ui.work import Work

TILES = {
    DayFigure.RECEIVED: Tone.RUNNING,
    DayFigure.FINISHED: Tone.DONE,
    DayFigure.GIVEN_UP: Tone.PAUSED,
    DayFigure.RETURNED: Tone.DONE,
    DayFigure.DUE_TODAY: Tone.DUE_SOON,
    DayFigure.OVERDUE: Tone.OVERDUE,
    DayFigure.APOLOGY: Tone.OVERDUE,
    DayFigure.TO_COLLECT: Tone.DONE,
    DayFigure.UNSENT: Tone.PAUSED,
}
_WIDE = 900
"""Pixels at 100 %."""
_LEAST_LIST = 200
"""Pixels at 100 % below which the screen scrolls instead."""
_OF_INTEREST = Changed.DOSSIERS | Changed.MONEY | Changed.OUTBOX | Changed.CALENDAR


class DayScreen(Screen):
    """The screen.

    Args:
        actions: what it asks of the desk.
        work: the queues.
        notices: what is said in passing, and errors without a place of their own.
    """

    def __init__(
        self, actions: DayActions, work: Work, notices: Notices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions, self._work, self._notices = actions, work, notices
        self._chosen = Chosen(self._today())
        self._loaded: Loaded | None = None
        self._asked = 0
        self._is_stale = True
        self._chips: ChipRow[int] | None = None
        self._build()

    @property
    def sheet(self) -> DaySheet | None:
        """The sheet that is shown and can be printed; None while the day is not closed."""
        loaded = self._loaded
        return loaded.shown if loaded is not None and not loaded.is_live else None

    def on_shown(self) -> None:
        if self._is_stale:
            self._chosen = Chosen(self._today(), figure=self._chosen.figure)
            self.day.show_day(self._chosen.day)
            self._load()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_left(self) -> None:
        # Whoever comes back comes for the day as it is then; what is typed stays in its card.
        self._is_stale = True

    def on_changed(self, changed: Changed) -> None:
        if not changed & _OF_INTEREST:
            return
        if self.isVisible():
            self._load()
        else:
            self._is_stale = True

    def on_ticked(self, now: datetime) -> None:
        del now  # what is open may be overdue by now
        self._load()

    def take_key(self, key: Key) -> bool:
        if key != Key.REPRINT or self.sheet is None:
            return False
        self.print_sheet()
        return True

    def go_back(self) -> bool:
        if self._chosen.day == self._today() and not self._chosen.nth:
            return False
        self._choose(Chosen(self._today(), figure=self._chosen.figure))
        return True

    def show_figure(self, figure: DayFigure) -> None:
        """List the dossiers behind `figure`."""
        self._choose(replace(self._chosen, figure=figure))

    def print_sheet(self) -> None:
        """Print the sheet that is shown."""
        sheet = self.sheet
        if sheet is None:
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
            lambda _: self._notices.notify(self.tr("Đã lưu phiếu vào {0}.").format(file)),
            self._notices.take,
        )

    # Building

    def _build(self) -> None:
        self.day = DayLine(self._today, self._actions.say)
        self.day.chosen.connect(self._on_day)
        self.print_button = QPushButton(with_key(self.tr("In phiếu"), Key.REPRINT))
        self.save_button = QPushButton(with_key(self.tr("Lưu PDF…"), Key.SAVE_FILE))
        self.print_button.clicked.connect(self.print_sheet)
        self.save_button.clicked.connect(self._choose_file)
        self.tiles: dict[DayFigure, CounterTile] = {}
        self._tile_row = TileRow()
        for nth, (figure, tone) in enumerate(TILES.items(), 1):
            tile = self.tiles[figure] = CounterTile(word_for(figure), tone)
            tile.clicked.connect(partial(self.show_figure, figure))
            self._tile_row.add(tile)
            bind_key(self, nth_key(Key.CHOICE, nth), partial(self.show_figure, figure))
        self.model = BoardModel(self._work.reading, self._actions.rows, self)
        self.model.held.failed.connect(self._notices.take)
        self.table = BoardTable(self.model)
        self.table.opened.connect(self._on_opened)
        self.promised = QPushButton("")
        self.promised.setObjectName("filterChip")
        self.promised.setCheckable(True)
        self.promised.clicked.connect(partial(self.show_figure, DayFigure.PROMISED))
        self.unsent = UnsentCard(self._actions.say)
        self.unsent.opened.connect(self._on_apology)
        self.money = MoneyCard()
        self.money.wanted.connect(partial(self.place_wanted.emit, Place.CASH))
        self.closing = ClosingCard()
        self.closing.wanted.connect(self._on_close_wanted)
        bind_key(self, Key.OTHER_TIME, self.day.start)
        bind_key(self, Key.SAVE_FILE, self._choose_file)
        self._arrange()

    def _arrange(self) -> None:
        head = self._head = FlowRow()
        for widget in (self.day, self.print_button, self.save_button, self.promised):
            head.add(widget)
        side = ColumnScroll()
        for card in (self.closing, self.unsent, self.money):
            side.add(card)
        body = self._body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self._listed())
        body.addWidget(side)
        self._share()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 14)
        column.setSpacing(10)
        column.addWidget(ScreenHead(self.tr("Kết thúc ngày")))
        column.addWidget(head)
        column.addWidget(self._tile_row)
        column.addLayout(body, 1)

    def _listed(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        card.setMinimumHeight(px(_LEAST_LIST))
        self.title, self.count = label("", "section", wraps=True), label("", "quiet")
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 12, 6)
        head.addWidget(self.title, 1)
        head.addWidget(self.count)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 6)
        inside.addLayout(head)
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
        for nth, share in enumerate((1, 1) if self.width() < px(_WIDE) else (5, 4)):
            self._body.setStretch(nth, share)

    # Showing

    def _today(self) -> date:
        return self._actions.now().date()

    def _choose(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self.day.show_day(chosen.day)
        self._load()

    def _load(self) -> None:
        self._asked += 1
        self._is_stale = False
        asked, chosen, actions = self._asked, self._chosen, self._actions

        def loaded(answer: Loaded) -> None:
            if asked == self._asked:
                self._show(answer)

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self._is_stale = True
                self._notices.take(error, self._load)

        self._work.reading.run(self, lambda: load(actions, chosen), loaded, failed)

    def _show(self, loaded: Loaded) -> None:
        place = self.table.keep_place()
        self._loaded = loaded
        sheet = loaded.shown
        for figure, tile in self.tiles.items():
            tile.show_count(sheet.counts[figure] if sheet else None)
            tile.setChecked(figure is loaded.chosen.figure)
        self._tile_row.arrange()
        self._offer_sheets(loaded)
        self._show_cards(loaded)
        self._show_list_head(loaded)
        self.model.set_minute(loaded.minute)
        self.model.show_ids(loaded.ids, loaded.first_rows, forget=True)
        self.table.come_back(place)

    def _show_cards(self, loaded: Loaded) -> None:
        sheet = loaded.shown
        self.unsent.show_lines(sheet.unsent if sheet else (), is_live=loaded.is_live)
        self.money.setVisible(sheet is not None)
        if sheet is None:
            self.closing.show_nothing()
        else:
            self.money.show_sheet(sheet)
            show = self.closing.show_live if loaded.is_live else self.closing.show_sheet
            show(sheet)
        for button in (self.print_button, self.save_button):
            button.setEnabled(self.sheet is not None)

    def _show_list_head(self, loaded: Loaded) -> None:
        figure = loaded.chosen.figure
        self.title.setText(word_for(figure))
        self.count.setText(self.tr("{0} hồ sơ").format(number_text(len(loaded.ids))))
        self.table.setAccessibleName(self.title.text())
        self.promised.setText(f"{word_for(DayFigure.PROMISED)}: {number_text(loaded.promised)}")
        self.promised.setChecked(figure is DayFigure.PROMISED)
        self.promised.setVisible(loaded.is_live)
        self._head.arrange()
        counted = loaded.shown.counts.get(figure, 0) if loaded.shown else 0
        if counted and not loaded.ids:
            hint = self.tr("Phiếu chỉ ghi số; danh sách lúc đó không được giữ lại.")
        else:
            hint = self.tr("Chọn ô số khác hoặc ngày khác.")
        self.table.empty.explain("file-text", self.tr("Không có hồ sơ nào"), hint)

    def _offer_sheets(self, loaded: Loaded) -> None:
        """Chips where there is more than one thing to look at: sheets, and the day as it is now."""
        if self._chips is not None:
            self._column.removeWidget(self._chips)
            self._chips.hide()
            self._chips.deleteLater()
            self._chips = None
        choices = [
            (one.nth, self.tr("✓ Phiếu {0}").format(number_of(one))) for one in loaded.sheets
        ]
        if loaded.has_more:
            choices.append((0, self.tr("Từ phiếu trước đến giờ")))
        if len(choices) < 2:
            return
        self._chips = ChipRow(self.tr("Phiếu của ngày"), choices)
        shown = 0 if loaded.is_live or loaded.shown is None else loaded.shown.nth
        self._chips.set_value(shown)
        self._chips.chosen.connect(self._on_sheet)
        self._column.insertWidget(2, self._chips)

    # Slots

    def _on_day(self, day: date) -> None:
        self._choose(Chosen(day, figure=self._chosen.figure))

    def _on_sheet(self) -> None:
        if self._chips is not None:
            self._choose(replace(self._chosen, nth=self._chips.value() or 0))

    def _on_opened(self, dossier_id: int) -> None:
        if self._chosen.figure is DayFigure.APOLOGY:
            self._on_apology(dossier_id)
        else:
            self.dossier_wanted.emit(dossier_id)

    def _on_apology(self, dossier_id: int) -> None:
        """One that wants an apology is opened with its panel filled in."""
        self.dossier_key_wanted.emit(dossier_id, Key.OTHER_TIME)

    def _on_close_wanted(self) -> None:
        explained = self.unsent.explanations()
        self.closing.set_busy(is_busy=True)
        self._work.writing.run(
            self, lambda: self._actions.close(explained), self._on_closed, self._on_close_refused
        )

    def _on_closed(self, closed: ClosedDay) -> None:
        words = self.tr("Đã kết thúc ngày {0}, phiếu {1}.")
        words = words.format(f"{closed.sheet.day:%d/%m/%Y}", number_of(closed.sheet))
        self._notices.notify(words, Tone.DONE, Action(self.tr("In phiếu"), self.print_sheet))
        self._load()

    def _on_close_refused(self, error: Exception) -> None:
        self.closing.set_busy(is_busy=False)
        if isinstance(error, DeskError):
            self.closing.say_problem(self._actions.say(error))
            self.unsent.start()
        else:
            self._notices.take(error)

    def _on_printed(self, printer: str) -> None:
        self._notices.notify(self.tr("Đã gửi phiếu tới {0}.").format(printer), Tone.DONE)

    def _on_print_failed(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            save = Action(self.tr("Lưu PDF"), self._choose_file)
            self._notices.notify(self._actions.say(error), Tone.DUE_SOON, save)
        else:
            self._notices.take(error, self.print_sheet)

    def _choose_file(self) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        addition = f"-{sheet.nth}" if sheet.nth > 1 else ""
        ask_new_file(
            self,
            self.tr("Lưu phiếu kết thúc ngày"),
            (self.tr("Tệp PDF (*.pdf)"),),
            self.save_to,
            name=f"ket-thuc-ngay-{sheet.day:%Y-%m-%d}{addition}.pdf",
        )
