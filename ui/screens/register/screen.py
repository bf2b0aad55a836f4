"""A month at a glance: its figures, each with its dossiers, and the register to be kept."""

from dataclasses import replace
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.answers.register import Figure, OfficerFigures
from app.domain.changes import Changed
from app.domain.register.period import Period, month_period
from ui.keys import Key, nth_key
from ui.models.board_model import BoardModel
from ui.screen import Notices, Screen
from ui.screens.register.actions import RegisterActions
from ui.screens.register.loading import Chosen, Loaded, load
from ui.screens.register.period_line import PeriodLine
from ui.screens.register.writer import WriterCard
from ui.theme import px
from ui.tokens import Tone
from ui.widgets.keys import bind_key
from ui.widgets.layout.column_scroll import ColumnScroll
from ui.widgets.layout.screen_head import ScreenHead
from ui.widgets.lists.board_table import BoardTable
from ui.widgets.lists.plain_table import PlainTable
from ui.widgets.status.tile import CounterTile, TileRow
from ui.widgets.text.labels import label, number_text
from ui.words import word_for
from ui.work import Work

TILES = {
    Figure.RECEIVED: Tone.RUNNING,
    Figure.EARLY: Tone.DONE,
    Figure.ON_TIME: Tone.DONE,
    Figure.LATE: Tone.OVERDUE,
    Figure.NO_LIMIT: Tone.DONE,
    Figure.GIVEN_UP: Tone.PAUSED,
    Figure.OPEN: Tone.RUNNING,
    Figure.OVERDUE: Tone.OVERDUE,
    Figure.PAUSED: Tone.PAUSED,
}
_WIDE, _STACKED = 900, 840
"""Pixels at 100 % below which the list has half the width, and all of it."""
_LEAST_LIST = 200
"""Pixels at 100 % below which the screen scrolls instead."""
_OF_INTEREST = Changed.DOSSIERS | Changed.CALENDAR | Changed.SETTINGS


class RegisterScreen(Screen):
    """The screen.

    Args:
        actions: what it asks of the desk.
        work: the queues.
        notices: what is said in passing, and errors without a place of their own.
    """

    def __init__(
        self, actions: RegisterActions, work: Work, notices: Notices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions, self._work, self._notices = actions, work, notices
        today = self._today()
        self._chosen = Chosen(month_period(today.year, today.month))
        self._officers: tuple[OfficerFigures, ...] = ()
        self._asked = 0
        self._is_stale = True
        self._build()

    def on_shown(self) -> None:
        if self._is_stale:
            self._load()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

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
        if key != Key.REPRINT:
            return False
        self.writer.print_register()
        return True

    def go_back(self) -> bool:
        if not self._chosen.officer:
            return False
        self._choose(replace(self._chosen, officer=""))
        return True

    def show_figure(self, figure: Figure) -> None:
        """List the dossiers behind `figure`."""
        self._choose(replace(self._chosen, figure=figure, officer=""))

    # Building

    def _build(self) -> None:
        self.time = PeriodLine(self._today, self._actions.say)
        self.time.chosen.connect(self._on_time)
        self.tiles: dict[Figure, CounterTile] = {}
        self._tile_row = TileRow()
        for nth, (figure, tone) in enumerate(TILES.items(), 1):
            tile = self.tiles[figure] = CounterTile(word_for(figure), tone)
            tile.clicked.connect(partial(self.show_figure, figure))
            self._tile_row.add(tile)
            bind_key(self, nth_key(Key.CHOICE, nth), partial(self.show_figure, figure))
        self.model = BoardModel(self._work.reading, self._actions.rows, self)
        self.model.held.failed.connect(self._notices.take)
        self.table = BoardTable(self.model)
        self.table.opened.connect(self.dossier_wanted)
        self.officers = PlainTable(
            self.tr("Đang mở theo cán bộ"),
            (self.tr("Cán bộ"), self.tr("Mở"), self.tr("Quá hạn")),
            stretched=0,
            numbers=(1, 2),
            chooses=True,
            leads=True,
        )
        self.officers.opened.connect(self._on_officer)
        self.writer = WriterCard(
            self._actions, self._work, self._notices, lambda: self._chosen.period
        )
        bind_key(self, Key.OTHER_TIME, self.time.start)
        bind_key(self, Key.SAVE_FILE, self.writer.choose_paper)
        self._arrange()

    def _arrange(self) -> None:
        side = self._side = ColumnScroll()
        side.add(self.writer)
        self.none = label(self.tr("Không có hồ sơ nào đang mở."), "quiet", wraps=True)
        side.add(_card(self.tr("Đang mở theo cán bộ"), self.none, self.officers))
        listed = QFrame()
        listed.setObjectName("card")
        listed.setMinimumHeight(px(_LEAST_LIST))
        self.title, self.count = label("", "section", wraps=True), label("", "quiet")
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 12, 6)
        head.addWidget(self.title, 1)
        head.addWidget(self.count)
        inside = QVBoxLayout(listed)
        inside.setContentsMargins(1, 1, 1, 6)
        inside.addLayout(head)
        inside.addWidget(self.table, 1)
        body = self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        body.setSpacing(12)
        body.addWidget(listed)
        body.addWidget(side)
        self._share()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 14)
        column.setSpacing(10)
        column.addWidget(ScreenHead(self.tr("Sổ theo dõi")))
        column.addWidget(self.time)
        column.addWidget(self._tile_row)
        column.addLayout(body, 1)

    def minimumSizeHint(self) -> QSize:
        """What the lines of figures take in this width, and below them the parts of the body."""
        least, column = super().minimumSizeHint(), self.layout()
        if column is None:
            return least
        wide = max(self.width(), least.width())
        return QSize(least.width(), max(least.height(), column.minimumHeightForWidth(wide)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._share()

    def _share(self) -> None:
        """In large letters what stands beside the list needs more of the width, or stands below."""
        ways, is_stacked = QBoxLayout.Direction, self.width() < px(_STACKED)
        self._body.setDirection(ways.TopToBottom if is_stacked else ways.LeftToRight)
        self._side.setMinimumHeight(px(_LEAST_LIST) if is_stacked else 0)
        for nth, share in enumerate((1, 1) if self.width() < px(_WIDE) else (5, 3)):
            self._body.setStretch(nth, share)

    # Showing

    def _today(self) -> date:
        return self._actions.now().date()

    def _choose(self, chosen: Chosen) -> None:
        self._chosen = chosen
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
        chosen = loaded.chosen
        for figure, tile in self.tiles.items():
            tile.show_count(loaded.figures.counts[figure])
            tile.setChecked(figure is chosen.figure)
        self._tile_row.arrange()
        self._officers = loaded.figures.officers
        self.none.setVisible(not self._officers)
        self.officers.setVisible(bool(self._officers))
        self.officers.show_rows(
            [
                (one.officer, number_text(one.open), number_text(one.overdue))
                for one in self._officers
            ]
        )
        words = word_for(chosen.figure)
        self.title.setText(f"{words} – {chosen.officer}" if chosen.officer else words)
        self.count.setText(self.tr("{0} hồ sơ").format(number_text(len(loaded.ids))))
        self.table.setAccessibleName(self.title.text())
        self.table.empty.explain(
            "file-text", self.tr("Không có hồ sơ nào"), self.tr("Chọn ô số hoặc thời gian khác.")
        )
        self.model.set_minute(loaded.minute)
        self.model.show_ids(loaded.ids, loaded.first_rows, forget=True)
        self.table.come_back(place)

    # Slots

    def _on_time(self, period: Period) -> None:
        self._choose(replace(self._chosen, period=period, officer=""))

    def _on_officer(self, row: int) -> None:
        one = self._officers[row]
        self._choose(replace(self._chosen, figure=Figure.OPEN, officer=one.officer))


def _card(title: str, *inside: QWidget) -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(14, 12, 14, 12)
    column.setSpacing(6)
    column.addWidget(label(title, "section", wraps=True))
    for widget in inside:
        column.addWidget(widget)
    return card
