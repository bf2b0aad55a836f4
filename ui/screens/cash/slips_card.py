"""Every slip of a sheet, first to last."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.money.cash_sheet import CashSheet
from app.domain.money.fee import dong
from app.domain.money.payment import Payment, SlipNumber
from ui.keys import Key
from ui.theme import px
from ui.widgets.lists.plain_table import PlainTable
from ui.widgets.text.empty import EmptyState
from ui.widgets.text.labels import label
from ui.words import word_for

_NARROW = 700
_NARROW_WITH_MORE = 900
"""Where slips carry the series of a station, or say why less was taken."""


class SlipsCard(QFrame):
    """The slips.

    Signals:
        opened: the id of the dossier of a slip.
    """

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._sheet: CashSheet | None = None
        self._is_narrow = False
        self.title = label("", "section", wraps=True)
        self.missing = label("", "warningText", wraps=True)
        self.table = PlainTable(
            self.tr("Phiếu của bảng kê"),
            (
                self.tr("Số"), self.tr("Giờ"), self.tr("Việc"), self.tr("Người nộp"),
                self.tr("Cách nộp"), self.tr("Cán bộ"), self.tr("Số tiền"),
            ),
            stretched=3,
            numbers=(6,),
            chooses=True,
            leads=True,
            most_height=None,
        )  # fmt: skip
        self.table.opened.connect(self._on_opened)
        self.empty = EmptyState()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        for widget in (self.title, self.missing):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)

    def show_sheet(self, sheet: CashSheet) -> None:
        """Show the slips of `sheet`."""
        self._sheet = sheet
        self._is_narrow = self._lacks_room(sheet)
        has_any = bool(sheet.slips)
        self.title.setText(self._title(sheet))
        self.missing.setText(
            self.tr("▲ Thiếu số trong dãy: {0}.").format(", ".join(map(_short, sheet.missing)))
        )
        self.missing.setVisible(bool(sheet.missing))
        self.table.show_rows([self._texts(slip) for slip in sheet.slips])
        self.table.setVisible(has_any)
        self.empty.setVisible(not has_any)
        self.empty.explain(
            "list-checks",
            self.tr("Ngày này chưa có phiếu nào"),
            self.tr("Tiền thu, hoàn ở màn hình hồ sơ ({0}) hiện ở đây.").format(Key.MONEY),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look_at_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._look_at_room()

    def _look_at_room(self) -> None:
        """In large letters kind, method and officer stand with the name, not beside it."""
        if self._sheet is not None and self._lacks_room(self._sheet) != self._is_narrow:
            self.show_sheet(self._sheet)

    def _lacks_room(self, sheet: CashSheet) -> bool:
        has_more = any(slip.slip.station or slip.relief for slip in sheet.slips)
        return self.width() < px(_NARROW_WITH_MORE if has_more else _NARROW)

    def _title(self, sheet: CashSheet) -> str:
        if not sheet.slips:
            return self.tr("Phiếu thu, hoàn, hủy")
        if len(sheet.slips) == 1:
            return self.tr("Phiếu {0}: 1 phiếu").format(sheet.spans[0][0])
        words = self.tr("Phiếu {0} đến {1}: {2} phiếu")
        *others, (first, last) = sheet.spans
        runs = (f"{one}" if one == other else f"{one} – {other}" for one, other in others)
        before = "".join(f"{run}; " for run in runs)
        return words.format(f"{before}{first}", last, len(sheet.slips))

    def _texts(self, slip: Payment) -> tuple[str, ...]:
        is_whole = not self._is_narrow
        undone = f"→ {slip.reverses}" if slip.reverses else ""
        parts = (
            "" if is_whole else word_for(slip.kind),
            slip.payer,
            slip.dossier_code if is_whole else "",
            "" if is_whole else word_for(slip.method),
            "" if is_whole else slip.officer,
            slip.reference,
            self.tr("biên lai {0}").format(slip.receipt) if slip.receipt else "",
            undone,
            slip.reason,
            slip.relief,
        )
        return (
            str(slip.slip),
            f"{slip.at:%H:%M}" if is_whole else "",
            word_for(slip.kind) if is_whole else "",
            " · ".join(part for part in parts if part),
            word_for(slip.method) if is_whole else "",
            slip.officer if is_whole else "",
            dong(slip.signed),
        )

    def _on_opened(self, row: int) -> None:
        if self._sheet is not None:
            self.opened.emit(self._sheet.slips[row].dossier_id)


def _short(slip: SlipNumber) -> str:
    """A number alone, or with its series where that is a station's."""
    return str(slip) if slip.station else str(slip.number)
