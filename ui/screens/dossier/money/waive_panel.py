"""The panel in which fees are waived or reduced, on a ground with its proof."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from app.answers.money import DossierMoney
from app.domain.errors import FieldError
from app.domain.money.fee import Exemption, dong, due_of, waived
from app.domain.money.relief import Relief, read_relief
from app.domain.money.tariff import ExemptionGround
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
            [(one.code, one.name) for one in grounds] or [("", "–")],
        )
        self.source = label("", "quiet", wraps=True)
        self.ground.input.currentIndexChanged.connect(self._on_ground)
        self.ground.entered.connect(self._on_entered)
        self.inner.addWidget(self.ground)
        self.inner.addWidget(self.source)
        self.relief = LineField(self.tr("Mức giảm: 50%, hoặc số tiền còn thu mỗi khoản"), say)
        self.relief.changed.connect(self._show_what_is_left)
        self.add("exemption.relief", self.relief)
        self.proof = LineField(self.tr("Giấy tờ chứng minh được miễn, giảm"), say)
        self.add("exemption", self.proof)
        self._on_ground()

    def start(self) -> None:
        self.ground.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def exemption(self) -> Exemption:
        """On what ground, the proof, and how far where the ground leaves that open.

        Raises:
            NotARelief: what is typed is no reduction.
        """
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
        self.source.setText(ground.source if ground else self.tr("Chưa có biểu phí nào hiệu lực."))
        self.relief.setVisible(self._asks_relief())
        self._show_what_is_left()

    def _show_what_is_left(self) -> None:
        """Say what becomes of the lines; while the reduction is not typed, what they cost."""
        ground = self._chosen()
        whole = dong(due_of(self._lines))
        if ground is None or not ground.reduces:
            self._words.setText(
                self.tr("Miễn toàn bộ các khoản chưa miễn, giảm: {0}.").format(whole)
            )
            return
        try:
            relief = self._typed() if ground.asks_relief else ground.relief
        except FieldError:
            relief = None
        if relief is None:
            self._words.setText(self.tr("Giảm các khoản chưa miễn, giảm: {0}.").format(whole))
            return
        exemption = Exemption(ground.code, "", None if relief == _WHOLE else relief)
        left = dong(due_of(waived(self._lines, exemption)))
        words = self.tr("Giảm các khoản chưa miễn, giảm: {0} còn {1}.")
        self._words.setText(words.format(whole, left))
