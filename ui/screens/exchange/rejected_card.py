"""What the province refused, in its own words; each row leads to what is to be mended."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.answers.exchange import RejectedEvent
from app.domain.clock import in_vietnam, time_and_day
from app.wording.mending import MENDING
from ui.widgets.layout.card import TitledCard
from ui.widgets.lists.plain_table import PlainTable
from ui.widgets.text.labels import label
from ui.words import in_language


class RejectedCard(TitledCard):
    """Dossiers refused; hidden while there are none, as the numbers above it say so.

    Signals:
        opened: the `RejectedEvent` that was chosen.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", spacing=8, parent=parent)
        self.title.setText(self.tr("Tỉnh từ chối"))
        self._shown: tuple[RejectedEvent, ...] = ()
        self.table = PlainTable(
            self.tr("Tỉnh từ chối"),
            (
                self.tr("Mã hồ sơ"),
                self.tr("Lúc"),
                self.tr("Sửa"),
                self.tr("Lý do như tỉnh ghi"),
            ),
            stretched=3,
            chooses=True,
            leads=True,
        )
        self.table.opened.connect(self._on_opened)
        self.hint = label(
            self.tr("Bấm hoặc Enter vào một dòng để mở hồ sơ ngay ở chỗ cần sửa."),
            "quiet",
            wraps=True,
        )
        for widget in (self.hint, self.table):
            self.column.addWidget(widget)
        self.hide()

    def show_events(self, events: Sequence[RejectedEvent]) -> None:
        """Show these, newest first."""
        self._shown = tuple(events)
        self.table.show_rows(
            [
                (
                    event.dossier_code,
                    time_and_day(in_vietnam(event.at), with_year=False),
                    in_language(MENDING[event.mending]),
                    in_language(event.message),
                )
                for event in events
            ]
        )
        self.setVisible(bool(events))

    @Slot(int)
    def _on_opened(self, row: int) -> None:
        self.opened.emit(self._shown[row])
