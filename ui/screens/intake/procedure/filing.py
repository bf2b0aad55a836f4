"""Facts of an online filing that the province counts; what nobody knows is left open."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.dossier.filing import FilingSystem, OnlinePayment, YesNo
from app.domain.errors import DeskError
from ui.screens.intake.parts.inputs import Inputs
from ui.screens.intake.state.filing import FilingState
from ui.widgets.fields.choice import ChoiceField
from ui.widgets.fields.line_field import LineField
from ui.words import word_for


class FilingFields(QWidget):
    """The fields; what is not known stays so, and is not told to the province.

    Signals:
        changed: something was typed or chosen.
    """

    changed = Signal()

    def __init__(self, say: Callable[[DeskError], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.system = self._choice(self.tr("Nộp ở"), tuple(FilingSystem))
        self.vneid = self._choice(self.tr("Tài khoản VNeID"), tuple(YesNo))
        self.digitised = self._choice(self.tr("Giấy tờ đã số hóa"), tuple(YesNo))
        self.payment = self._choice(self.tr("Thanh toán trực tuyến"), tuple(OnlinePayment))
        self.bases = LineField(self.tr("Mã CSDL đã khai thác (trống: chưa rõ)"), say)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.addWidget(self.system, 0, 0)
        grid.addWidget(self.payment, 0, 1)
        grid.addWidget(self.vneid, 1, 0)
        grid.addWidget(self.digitised, 1, 1)
        grid.addWidget(self.bases, 2, 0, 1, 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self.bases.changed.connect(self.changed)
        for choice in self._choices():
            choice.changed.connect(self.changed)

    def state(self) -> FilingState:
        """What stands in the fields."""
        return FilingState(
            system=self.system.value(),
            vneid=self.vneid.value(),
            digitised=self.digitised.value(),
            payment=self.payment.value(),
            bases=self.bases.value(),
        )

    def fill(self, state: FilingState) -> None:
        """Put these in."""
        self.system.set_value(state.system)
        self.vneid.set_value(state.vneid)
        self.digitised.set_value(state.digitised)
        self.payment.set_value(state.payment)
        self.bases.set_value(state.bases)

    def inputs(self) -> Inputs:
        """What the keyboard reaches, in order."""
        stops = (*(choice.input for choice in self._choices()), self.bases.input)
        return Inputs({"bases": self.bases}, stops, stops)

    def _choices(self) -> tuple[ChoiceField, ...]:  # type: ignore[type-arg]  # of several kinds
        return (self.system, self.payment, self.vneid, self.digitised)

    def _choice(self, label: str, values: Sequence[object]) -> ChoiceField:  # type: ignore[type-arg]
        unknown = (None, self.tr("Chưa rõ"))
        return ChoiceField(label, [unknown, *((value, word_for(value)) for value in values)])
