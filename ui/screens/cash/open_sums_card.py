"""Sums still due though the result was handed over; each row opens its dossier."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.money.cash_sheet import OpenSum
from app.domain.money.fee import dong
from ui.widgets.layout.card import TitledCard
from ui.widgets.lists.plain_table import PlainTable
from ui.widgets.text.labels import label


class OpenSumsCard(TitledCard):
    """The sums, hidden where there are none.

    Signals:
        opened: the id of the dossier of a sum.
    """

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.title.setText(self.tr("▲ Đã trả, còn phải thu"))
        self._shown: tuple[OpenSum, ...] = ()
        self.total = label("", "warningText", wraps=True)
        self.table = PlainTable(
            self.tr("Đã trả, còn phải thu"),
            (self.tr("Người nộp"), self.tr("Còn thu")),
            stretched=0,
            numbers=(1,),
            chooses=True,
            leads=True,
        )
        self.table.opened.connect(self._on_opened)
        hint = label(self.tr("Bấm hoặc Enter vào một dòng để mở hồ sơ."), "quiet", wraps=True)
        for widget in (self.total, hint, self.table):
            self.column.addWidget(widget)
        self.hide()

    def show_sums(self, sums: Sequence[OpenSum]) -> None:
        """Show these."""
        self._shown = tuple(sums)
        words = self.tr("{0} hồ sơ, {1}")
        self.total.setText(words.format(len(sums), dong(sum(one.amount for one in sums))))
        self.table.show_rows(
            [
                (
                    f"{one.applicant} · {one.dossier_code} · {one.reason}",
                    dong(one.amount),
                )
                for one in sums
            ]
        )
        self.setVisible(bool(sums))

    @Slot(int)
    def _on_opened(self, row: int) -> None:
        self.opened.emit(self._shown[row].dossier_id)
