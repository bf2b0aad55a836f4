"""The day's money as its cash sheets say it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.answers.day import CashLine, DaySheet
from app.domain.money.fee import dong
from ui.keys import Key, with_key
from ui.widgets.layout.card import TitledCard
from ui.widgets.lists.plain_table import PlainTable
from ui.widgets.text.labels import label


class MoneyCard(TitledCard):
    """Float, sheets, and what was counted.

    Signals:
        wanted: the cash sheets themselves.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.title.setText(self.tr("Tiền thu trong ngày"))
        self.words = label("", "", wraps=True)
        self.table = PlainTable(
            self.tr("Tiền thu trong ngày"),
            (self.tr("Bảng kê"), self.tr("Tiền mặt")),
            stretched=0,
            numbers=(1,),
        )
        self.button = QPushButton(with_key(self.tr("Sổ quỹ ngày"), Key.CASH))
        self.button.clicked.connect(self.wanted)
        for widget in (self.words, self.table):
            self.column.addWidget(widget)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_sheet(self, sheet: DaySheet) -> None:
        """Show the money of `sheet`."""
        cash = sum(one.cash for one in sheet.cash)
        transfer = sum(one.transfer for one in sheet.cash)
        words = self.tr("Có sẵn đầu ngày {0}; tiền mặt {1}, chuyển khoản {2}.")
        self.words.setText(words.format(dong(sheet.opening), dong(cash), dong(transfer)))
        self.table.show_rows([(self._name(one), dong(one.cash)) for one in sheet.cash])
        self.table.setVisible(bool(sheet.cash))

    def _name(self, one: CashLine) -> str:
        transfer = self.tr(", chuyển khoản {0}").format(dong(one.transfer)) if one.transfer else ""
        if one.counted is None:
            return self.tr("▲ Bảng kê {0}, chưa khóa").format(one.sheet) + transfer
        words = self.tr("✓ {0}, đếm được {1}").format(
            one.number or self.tr("Bảng kê {0}").format(one.sheet), dong(one.counted)
        )
        if one.difference:
            words += self.tr(", chênh lệch {0}").format(dong(one.difference))
        return words + transfer
