"""How the home screen is laid out: tiles above, the list below, the pane beside it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.answers.board_view import BoardView
from ui.keys import Key, with_key
from ui.screens.home.views import TILES, TONES, words_of
from ui.theme import px
from ui.widgets.status.tile import CounterTile, TileRow
from ui.widgets.text.labels import label, number_text

_SIDE_WIDTH = 292
_FOLDS_BELOW = 1280


class HomeFrame(QWidget):
    """Tiles, list and pane.

    Signals:
        chosen: a tile or the chip chose a `BoardView`.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = QButtonGroup(self)
        self.tiles: dict[BoardView, CounterTile] = {}
        self._table: QWidget | None = None
        self._side: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addWidget(self._built_tiles())
        self._below = QHBoxLayout()
        self._below.setSpacing(12)
        self._below.addWidget(self._built_list(), 1)
        column.addLayout(self._below, 1)
        self._choices.buttonClicked.connect(self._on_clicked)

    def show_view(self, view: BoardView) -> None:
        """Name the list and mark its tile."""
        self._title.setText(words_of(view).title)
        if self._table is not None:
            self._table.setAccessibleName(words_of(view).title)
        self.all_chip.setChecked(view is BoardView.OPEN)
        for other, tile in self.tiles.items():
            tile.setChecked(other is view)

    def show_waiting(self) -> None:
        """Nothing is known yet."""
        self.all_chip.setText(with_key(self.tr("Tất cả đang mở"), Key.EVERYTHING))
        self._waiting.setText(self.tr("Đang mở sổ…"))

    def place(self, table: QWidget, side: QWidget) -> None:
        """Put the list and its pane where nothing was yet."""
        self._table, self._side = table, side
        self._below.setContentsMargins(0, 0, 0, 0)
        self._waiting.hide()
        self._card.addWidget(table, 1)
        # A layout shows what is added only later; the focus cannot wait.
        table.show()
        self._below.addWidget(side)
        self._fold()

    def show_numbers(
        self, numbers: Mapping[BoardView, int], notes: Mapping[BoardView, str], shown: int
    ) -> None:
        """Show the numbers of the day with the word more under each, and how long the list is."""
        for view, tile in self.tiles.items():
            tile.show_count(numbers[view], notes[view])
        self._tile_row.arrange()
        self.all_chip.setText(
            with_key(
                self.tr("Tất cả đang mở {0}").format(number_text(numbers[BoardView.OPEN])),
                Key.EVERYTHING,
            )
        )
        self._count.setText(self.tr("{0} hồ sơ").format(number_text(shown)) if shown else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """The pane only where there is room; until it comes, its place is kept."""
        has_room = self.window().width() >= px(_FOLDS_BELOW)
        if self._side is None:
            kept = px(_SIDE_WIDTH) + self._below.spacing() if has_room else 0
            self._below.setContentsMargins(0, 0, kept, 0)
            return
        self._side.setFixedWidth(px(_SIDE_WIDTH))
        self._side.setVisible(has_room)

    def _built_tiles(self) -> TileRow:
        self._tile_row = TileRow()
        for view in TILES:
            tile = CounterTile(words_of(view).tile, TONES[view])
            self.tiles[view] = tile
            self._tile_row.add(tile)
            self._choices.addButton(tile)
        return self._tile_row

    def _built_list(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        self._title = label("", "section")
        self._count = label("", "quiet")
        self.all_chip = QPushButton()
        self.all_chip.setObjectName("filterChip")
        self.all_chip.setCheckable(True)
        self._choices.addButton(self.all_chip)
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 12, 6)
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        head.addWidget(self.all_chip)
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 6)
        column.setSpacing(0)
        column.addLayout(head)
        self._waiting = label("", "quiet")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._waiting, 1)
        self._card = column
        return card

    def _on_clicked(self, button: QAbstractButton) -> None:
        view = next((view for view, tile in self.tiles.items() if tile is button), BoardView.OPEN)
        self.chosen.emit(view)
