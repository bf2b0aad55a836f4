"""The panel in which fees are waived or reduced, on a ground with its proof."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from app.answers.money import DossierMoney
from app.domain.errors import FieldError
from app.domain.money.fee import Exemption, dong, due_of, waived
from app.domain.money.ground import ExemptionGround, GroundMissing
from app.domain.money.relief import Relief, read_relief
from ui.screens.dossier.life.action_kind import ActionKind
from ui.screens.dossier.money.panels import MoneyPanel
from ui.widgets.fields.choice import ChoiceField
from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.text.labels import label

_WHOLE = Relief(percent=100)


class WaivePanel(MoneyPanel):
    """Every line not yet relieved is waived or reduced; it says at once what is left to pay."""

    def __init__(self, money: DossierMoney, grounds: Sequence[ExemptionGround], say: Say) -> None:
        super().__init__(
            ActionKind.WAIVE, self.tr("Miễn, giảm phí, lệ phí"), self.tr("Miễn, giảm"), say
        )
        self._lines = tuple(line for line in money.lines if line.exemption is None)
        self._words = label("", "strong", wraps=True)
        self.inner.addWidget(self._words)
        self._grounds = {one.code: one for one in grounds}
        self.ground = ChoiceField(
            self.tr("Căn cứ miễn, giảm (mũi tên để chọn)"),
            [("", self.tr("chọn căn cứ")), *((one.code, one.name) for one in grounds)],
        )
        self.source = label("", "quiet", wraps=True)
        self.ground.input.currentIndexChanged.connect(self._on_ground)
        self.add("exemption.ground", self.ground)
        self.inner.addWidget(self.source)
        self.relief = LineField(self.tr("Mức giảm: 50%, hoặc số tiền còn thu mỗi khoản"), say)
        self.relief.changed.connect(self._show_what_is_left)
        self.add("exemption.relief", self.relief)
        self.proof = LineField(self.tr("Giấy tờ chứng minh được miễn, giảm"), say)
        self.add("exemption", self.proof)
        if not grounds:
            for one in (self.ground, self.proof, self.button):
                one.setEnabled(False)
        self._on_ground()

    def start(self) -> None:
        first = self.ground.input if self._grounds else self.leave
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def done_words(self) -> str:
        whole = due_of(self._lines)
        left = self._left()
        if left is None:
            return ""
        spared = whole - left
        if not left:
            return self.tr("đã miễn {0}").format(dong(spared))
        return self.tr("đã giảm {0}, còn {1}").format(dong(spared), dong(left))

    def exemption(self) -> Exemption:
        """On what ground, the proof, and how far where the ground leaves that open.

        Raises:
            GroundMissing: no ground is chosen.
            NotARelief: what is typed is no reduction.
        """
        if not self.ground.value():
            raise GroundMissing(field="exemption.ground")
        return Exemption(self.ground.value(), self.proof.value(), self._typed())

    def _typed(self) -> Relief | None:
        text = self.relief.value().strip() if self._asks_relief() else ""
        return read_relief(text, field="exemption.relief") if text else None

    def _chosen(self) -> ExemptionGround | None:
        return self._grounds.get(self.ground.value())

    def _asks_relief(self) -> bool:
        ground = self._chosen()
        return ground is not None and ground.asks_relief

    def _on_ground(self) -> None:
        ground = self._chosen()
        self.source.setText(
            ground.source
            if ground
            else ""
            if self._grounds
            else self.tr("Không có căn cứ miễn, giảm nào cho phí, lệ phí của thủ tục này.")
        )
        self.relief.setVisible(self._asks_relief())
        self._show_what_is_left()

    def _show_what_is_left(self) -> None:
        """Say what becomes of the lines; while the reduction is not typed, what they cost."""
        ground, left = self._chosen(), self._left()
        if ground is None:
            words = self.tr("Các khoản chưa miễn, giảm: {0}.")
        elif not ground.reduces:
            words = self.tr("Miễn toàn bộ các khoản chưa miễn, giảm: {0}.")
        elif left is None:
            words = self.tr("Giảm các khoản chưa miễn, giảm: {0}.")
        else:
            words = self.tr("Giảm các khoản chưa miễn, giảm: {0} còn {1}.")
        self._words.setText(words.format(dong(due_of(self._lines)), dong(left or 0)))

    def _left(self) -> int | None:
        """What the lines cost afterwards; None while the reduction is not typed."""
        ground = self._chosen()
        if ground is None:
            return None
        if not ground.reduces:
            return 0
        try:
            relief = self._typed() if ground.asks_relief else ground.relief
        except FieldError:
            relief = None
        if relief is None:
            return None
        exemption = Exemption(ground.code, "", None if relief == _WHOLE else relief)
        return due_of(waived(self._lines, exemption))
