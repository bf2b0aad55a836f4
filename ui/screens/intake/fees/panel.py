"""The quiet line of fees; folded behind a key the amount, the relief and the payment."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.dossier.intake_check import MOST_COPIES
from app.domain.errors import DeskError
from app.domain.money.fee import dong
from app.domain.money.ground import ExemptionGround
from app.domain.money.relief import read_relief
from ui.keys import Key, with_key
from ui.screens.intake.actions import Cost
from ui.screens.intake.parts.inputs import Inputs
from ui.screens.intake.state.fee import NO_CHOICE, Collect, FeeState, read_amount
from ui.theme import px
from ui.widgets.fields.choice import ChoiceField
from ui.widgets.fields.field_row import FieldRow
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.personal import CountField
from ui.widgets.layout.fold_row import FoldRow
from ui.widgets.text.labels import FieldLabel, number_text
from ui.widgets.text.plain import button, low_label

_COPIES = 56
"""Pixels at 100 % for a number of copies."""
_WORDS = 130
"""Pixels at 100 % in which what it costs takes no more than two or three lines."""


class FeePanel(QWidget):
    """What the dossier costs; it asks for no key where nothing is to be done.

    Signals:
        changed: something was typed or chosen.
    """

    changed = Signal()

    def __init__(self, say: Callable[[DeskError], str]) -> None:
        super().__init__()
        self._cost: Cost | None = None
        self._grounds: dict[str, ExemptionGround] = {}
        self._filled = FeeState()
        self.words = low_label("", "body")
        self.copies = CountField(self.tr("Số bản"), say, field="copies", least=1, most=MOST_COPIES)
        self.copies.label.hide()  # it stands before the line, which saves a line of the form
        self._copies_label = FieldLabel(self.tr("Số bản"), self.copies.input)
        self.toggle = button(
            with_key(self.tr("Thu tiền, miễn, giảm"), Key.MONEY), "foldButton", checkable=True
        )
        self.amount = LineField(self.tr("Số tiền (đồng)"), say, read=_amount)
        self.collect: ChoiceField[Collect] = ChoiceField(self.tr("Thu tiền"), self._ways())
        self.reference = LineField(self.tr("Nội dung chuyển khoản"), say)
        self.ground: ChoiceField[str] = ChoiceField(
            self.tr("Căn cứ miễn, giảm"), [("", self.tr("Không miễn, giảm"))]
        )
        self.proof = LineField(self.tr("Giấy tờ chứng minh được miễn, giảm"), say)
        self.relief = LineField(self.tr("Mức giảm"), say, read=_relief)
        self.relief.input.setPlaceholderText(self.tr("50%, hoặc số tiền còn thu"))
        self._build()
        self._connect()
        self._show()

    def offer_grounds(self, grounds: Sequence[ExemptionGround]) -> None:
        """Offer the grounds on which the fee of the procedure may be less."""
        self._grounds = {one.code: one for one in grounds}
        choices = [("", self.tr("Không miễn, giảm")), *((one.code, one.name) for one in grounds)]
        self.ground.set_choices(choices)
        self._show()

    def ask_copies(self, *, is_per_copy: bool) -> None:
        """Ask how many copies of the result are wanted, where the fee is paid for each."""
        for part in (self.copies, self._copies_label):
            part.setVisible(is_per_copy)
        if not is_per_copy:
            self.copies.set_value(NO_CHOICE.copies)

    def state(self) -> FeeState:
        """The choices as they stand."""
        return FeeState(
            copies=self.copies.value(),
            amount=self.amount.value(),
            collect=self.collect.value(),
            reference=self.reference.value(),
            ground=self.ground.value(),
            proof=self.proof.value(),
            reduces=self._reduces(),
            relief=self.relief.value() if self._asks_relief() else "",
        )

    def fill(self, state: FeeState) -> None:
        """Put these in, unfolded if there is anything to see."""
        self._cost = None
        self._filled = state
        self.copies.set_value(state.copies)
        self.amount.set_value(state.amount)
        self.collect.set_value(state.collect)
        self.reference.set_value(state.reference)
        if state.ground and not self.ground.offers(state.ground):
            self.ground.add_choice(state.ground, state.ground)
        self.ground.set_value(state.ground)
        self.proof.set_value(state.proof)
        self.relief.set_value(state.relief)
        self.toggle.setChecked(replace(state, copies=NO_CHOICE.copies) != NO_CHOICE)
        self._show()

    def show_cost(self, cost: Cost | None) -> None:
        """Show what the request costs; None while that is not known."""
        self._cost = cost
        self._show()

    @property
    def due(self) -> int:
        """What is said to be due, in đồng; 0 while no sum is."""
        return self._cost.due if self._cost else 0

    def show_sentence(self, sentence: str) -> None:
        """Say why nothing can be counted."""
        self._cost = None
        self._show()
        self.words.setText(sentence)

    def problems(self) -> list[tuple[str, str]]:
        """Money is to be taken and no amount is known: the field to mend, and the sentence."""
        is_taken = self.collect.value() in {Collect.CASH, Collect.TRANSFER}
        is_known = self.state().is_waived or bool(self.amount.value()) or not self._is_open()
        if not is_taken or is_known:
            return []
        return [("amount", self.tr("Chưa có số tiền phải thu: ghi số tiền, hoặc chọn Chưa thu."))]

    def folded(self) -> dict[str, QWidget]:
        """The fields that may be folded away, by their names in a request."""
        return {
            "amount": self.amount,
            "payment": self.collect,
            "reference": self.reference,
            "exemption": self.ground,
            "exemption.relief": self.relief,
            "exemption.text": self.proof,
        }

    def inputs(self) -> Inputs:
        """What the keyboard reaches, in order; of what is folded away nothing."""
        stops = tuple(field.input for row in self._rows() for field in row)
        copies = self.copies.input
        return Inputs(
            {"copies": self.copies, **self.folded()},
            (copies, *stops),
            (copies, self.toggle, *stops),
        )

    def unfold(self) -> None:
        """Show what is folded away."""
        self.toggle.setChecked(True)

    def _rows(self) -> tuple[tuple[LineField | ChoiceField[Collect] | ChoiceField[str], ...], ...]:
        return (
            (self.amount, self.collect, self.reference),
            (self.ground, self.relief),
            (self.proof,),
        )

    def _ways(self) -> list[tuple[Collect, str]]:
        return [
            (Collect.NOT_YET, self.tr("Chưa thu")),
            (Collect.CASH, self.tr("Thu ngay, tiền mặt")),
            (Collect.TRANSFER, self.tr("Thu ngay, chuyển khoản")),
            (Collect.AT_RETURN, self.tr("Thu khi trả kết quả")),
        ]

    def _build(self) -> None:
        cost = QWidget()
        line = QHBoxLayout(cost)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for part in (self._copies_label, self.copies):
            line.addWidget(part)
            part.hide()
        line.addWidget(self.words, 1)
        self._folded = QWidget()
        fields = QVBoxLayout(self._folded)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(6)
        for several in self._rows():
            fields.addWidget(FieldRow([(one, 2 if one is self.relief else 3) for one in several]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(FoldRow(cost, self.toggle, spacing=8))
        column.addWidget(self._folded)

    def _connect(self) -> None:
        self.toggle.toggled.connect(lambda _checked: self._show())
        self.toggle.clicked.connect(self._on_clicked)
        self.copies.changed.connect(self._on_changed)
        for several in self._rows():
            for field in several:
                field.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self._show()
        self.changed.emit()

    def _on_clicked(self) -> None:
        if self.toggle.isChecked():
            first = self.amount if self._is_open() else self.collect
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _is_open(self) -> bool:
        return self._cost is not None and self._cost.is_open

    def _reduces(self) -> bool:
        """The ground chosen leaves something to pay; one no longer offered as it was filled in."""
        ground = self._grounds.get(self.ground.value())
        return ground.reduces if ground else self._is_as_filled() and self._filled.reduces

    def _asks_relief(self) -> bool:
        ground = self._grounds.get(self.ground.value())
        return ground.asks_relief if ground else self._is_as_filled() and bool(self._filled.relief)

    def _is_as_filled(self) -> bool:
        return bool(self._filled.ground) and self.ground.value() == self._filled.ground

    def _show(self) -> None:
        self.copies.setFixedWidth(px(_COPIES))
        self.words.setMinimumWidth(px(_WORDS))
        is_waived = self.state().is_waived
        self._folded.setVisible(self.toggle.isChecked())
        self.amount.setVisible(self._is_open() or bool(self.amount.value()))
        self.collect.setVisible(not is_waived)
        self.reference.setVisible(not is_waived and self.collect.value() is Collect.TRANSFER)
        self.ground.setVisible(bool(self._grounds or self.ground.value()))
        self.relief.setVisible(self._asks_relief())
        self.proof.setVisible(bool(self.ground.value()))
        self.words.setText(self._summary())

    def _summary(self) -> str:
        cost = self._cost
        if cost is None:
            return self.tr("Phí, lệ phí: …")
        if not cost.lines:
            return self._nothing_due(cost)
        whole = dong(sum(line.amount for line in cost.lines))
        if not cost.due:
            return self.tr("Phí, lệ phí: {0}, được miễn").format(whole)
        how = {
            Collect.NOT_YET: self.tr("chưa thu"),
            Collect.CASH: self.tr("thu tiền mặt"),
            Collect.TRANSFER: self.tr("thu chuyển khoản"),
            Collect.AT_RETURN: self.tr("thu khi trả"),
        }
        if any(line.reduction for line in cost.lines):
            words = self.tr("Phí, lệ phí: {0}, đã giảm từ {2} – {1}")
        else:
            words = self.tr("Phí, lệ phí: {0} – {1}")
        return words.format(dong(cost.due), how[self.collect.value()], whole)

    def _nothing_due(self, cost: Cost) -> str:
        if cost.is_free:
            return self.tr("Phí, lệ phí: không thu")
        if cost.is_open:
            return self.tr("Phí, lệ phí: chưa rõ, ghi số tiền nếu có thu")
        return self.tr("Phí, lệ phí: tính theo giấy tờ")


def _amount(text: str) -> str:
    """`text` tidied: thousands parted by points."""
    amount = read_amount(text)
    return "" if amount is None else number_text(amount)


def _relief(text: str) -> str:
    """`text` tidied: ``50%``, or the sum that is left with its thousands parted by points."""
    relief = read_relief(text, field="exemption.relief")
    return f"{relief.percent}%" if relief.to_amount is None else _amount(str(relief.to_amount))
