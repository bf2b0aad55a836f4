"""What a sheet comes to: by officer and method, then cash and transfers in all."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from app.domain.cash_sheet import CashSheet
from app.domain.fee import dong
from app.domain.payment import Method
from ui.widgets.labels import label, rule
from ui.words import word_for

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class SumsCard(QFrame):
    """The sums."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._inside: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 12, 14, 12)
        self._column.setSpacing(6)
        self._column.addWidget(label(self.tr("Tổng của bảng kê"), "section", wraps=True))

    def show_sheet(self, sheet: CashSheet) -> None:
        """Show the sums of `sheet`."""
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.deleteLater()
        self._inside = QWidget()
        grid = QGridLayout(self._inside)
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
        totals = (
            (self.tr("Tiền mặt theo sổ"), Method.CASH),
            (self.tr("Chuyển khoản"), Method.TRANSFER),
        )
        for words, method in totals:
            row = grid.rowCount()
            grid.addWidget(label(words, "strong", wraps=True), row, 0)
            grid.addWidget(label(dong(sheet.total(method)), "strong"), row, 1, _RIGHT)
        self._column.addWidget(self._inside)
