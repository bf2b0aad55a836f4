"""What the province refused, in its own words."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.answers.exchange import RejectedEvent
from app.domain.clock import in_vietnam
from ui.widgets.layout.card import TitledCard
from ui.widgets.lists.plain_table import PlainTable
from ui.widgets.text.labels import label
from ui.words import in_language


class RejectedCard(TitledCard):
    """Refused events, or a quiet line that there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", spacing=8, parent=parent)
        self.title.setText(self.tr("Tỉnh từ chối"))
        self.table = PlainTable(
            self.tr("Tỉnh từ chối"),
            (self.tr("Mã hồ sơ"), self.tr("Lúc"), self.tr("Lý do như tỉnh ghi")),
            stretched=2,
        )
        self.none = label(
            self.tr("Chưa có hồ sơ nào bị tỉnh từ chối. Tệp trả lời nhận vào sẽ hiện ở đây."),
            "quiet",
            wraps=True,
        )
        for widget in (self.none, self.table):
            self.column.addWidget(widget)

    def show_events(self, events: Sequence[RejectedEvent]) -> None:
        """Show these, newest first."""
        self.table.show_rows(
            [
                (
                    event.dossier_code,
                    f"{in_vietnam(event.at):%d/%m %H:%M}",
                    in_language(event.message),
                )
                for event in events
            ]
        )
        self.table.setVisible(bool(events))
        self.none.setVisible(not events)
