"""How many sets, how the result is handed back, and a note to print on the receipt."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.catalogue.procedure import ReturnBy
from app.domain.dossier import intake_check
from app.domain.errors import DeskError
from app.domain.text import paragraph
from ui.screens.intake.parts.inputs import Inputs
from ui.widgets.fields.choice import ChoiceField
from ui.widgets.fields.field_row import FieldRow
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.personal import CountField


class ReceiptLine(QWidget):
    """One line of fields.

    Signals:
        changed: something was typed or chosen.
    """

    changed = Signal()

    def __init__(self, say: Callable[[DeskError], str]) -> None:
        super().__init__()
        self.sets = CountField(self.tr("Số bộ"), say, field="sets", least=1, most=99)
        ways = [
            (ReturnBy.DESK, self.tr("Tại quầy")),
            (ReturnBy.POST, self.tr("Bưu chính")),
            (ReturnBy.ONLINE, self.tr("Trực tuyến")),
        ]
        self.return_by: ChoiceField[ReturnBy] = ChoiceField(self.tr("Nhận kết quả"), ways)
        self.note = LineField(
            self.tr("Ghi chú in trên phiếu"),
            say,
            read=lambda text: paragraph(text, field="note", limit=intake_check.NOTE_LIMIT),
        )
        fields = ((self.sets, 1), (self.return_by, 2), (self.note, 5))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FieldRow(fields))
        for field, _ in fields:
            field.changed.connect(self.changed)

    def fill(self, sets: str, return_by: ReturnBy, note: str) -> None:
        """Put these in."""
        self.sets.set_value(sets)
        self.return_by.set_value(return_by)
        self.note.set_value(note)

    def inputs(self) -> Inputs:
        """What the keyboard reaches; how the result is handed back by Tab alone."""
        sets, note = self.sets.input, self.note.input
        fields = {"sets": self.sets, "note": self.note}
        return Inputs(fields, (sets, note), (sets, self.return_by.input, note))
