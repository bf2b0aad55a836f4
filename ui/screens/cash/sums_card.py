"""What a sheet comes to: by officer and method, then cash and transfers in all."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.money.cash_sheet import CashSheet
from app.domain.money.fee import dong
from app.domain.money.payment import Method
from ui.widgets.layout.card import TitledCard
from ui.widgets.text.labels import label, rule
from ui.words import word_for

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class SumsCard(TitledCard):
    """The sums."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.title.setText(self.tr("Tổng của bảng kê"))

    def show_sheet(self, sheet: CashSheet) -> None:
        """Show the sums of `sheet`."""
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for one in sheet.sums:
            row = grid.rowCount()
            words = f"{one.officer} · {word_for(one.method).lower()}"
            grid.addWidget(label(words, "quiet", wraps=True), row, 0)
            grid.addWidget(label(dong(one.net)), row, 1, _RIGHT)
            if one.reversed:
                more = self.tr("thu {0}, hoàn và hủy {1}")
                more = more.format(dong(one.collected), dong(one.reversed))
                grid.addWidget(label(more, "small", wraps=True), row + 1, 0, 1, 2)
        if sheet.sums:
            grid.addWidget(rule(), grid.rowCount(), 0, 1, 2)
        if sheet.opened_at is not None:
            words = self.tr("Đã mở lúc {0}").format(f"{sheet.opened_at:%H:%M}")
            grid.addWidget(label(words, "small"), grid.rowCount(), 0, 1, 2)
        totals = (
            (self.tr("Tiền có sẵn đầu ngày"), sheet.opening),
            (self.tr("Tiền mặt theo sổ"), sheet.expected),
            (self.tr("Chuyển khoản"), sheet.total(Method.TRANSFER)),
        )
        for words, amount in totals:
            row = grid.rowCount()
            grid.addWidget(label(words, "strong", wraps=True), row, 0)
            grid.addWidget(label(dong(amount), "strong"), row, 1, _RIGHT)
        self.put(inside)
