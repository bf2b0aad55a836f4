"""Why a form is printed again: one key picks a usual reason, any other is typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from app.domain.errors import DeskError
from ui.screens.dossier.life.action_kind import ActionKind
from ui.screens.dossier.life.action_panel import ActionPanel
from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.text.labels import label


class ReprintPanel(ActionPanel):
    """The usual reasons, numbered, and a line for others; nothing is chosen beforehand.

    Args:
        refusal: what asked for the reason: its sentence says what was printed before.

    Signals:
        chosen: the reason.
    """

    chosen = Signal(str)

    def __init__(self, refusal: DeskError, say: Say) -> None:
        super().__init__(ActionKind.PRINT, self.tr("In lại: vì sao?"), self.tr("In lại"), say)
        self.inner.addWidget(label(say(refusal), "quiet", wraps=True))
        self.reasons = (
            self.tr("Người dân làm mất phiếu"),
            self.tr("Giấy in hỏng, mờ hoặc lệch"),
            self.tr("Thông tin trên phiếu đã sửa"),
            self.tr("Cần thêm một bản"),
        )
        self.buttons = [self._button(nth, words) for nth, words in enumerate(self.reasons, 1)]
        self.other = LineField(self.tr("Lý do khác"), say)
        self.add("reason", self.other)
        self.submitted.connect(self._on_submitted)

    def start(self) -> None:
        """Take the focus where a number picks."""
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number picks; in the line for another reason it is a letter like any other."""
        nth = event.key() - Qt.Key.Key_1
        if 0 <= nth < len(self.reasons) and not event.modifiers() & ~_KEYPAD:
            self.chosen.emit(self.reasons[nth])
        else:
            super().keyPressEvent(event)

    def _button(self, nth: int, words: str) -> QPushButton:
        button = QPushButton(f"{nth}   {words}")
        button.setObjectName("plain")
        button.clicked.connect(self._on_clicked)
        self.inner.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def _on_clicked(self) -> None:
        pressed = self.sender()
        nth = next(nth for nth, button in enumerate(self.buttons) if button is pressed)
        self.chosen.emit(self.reasons[nth])

    def _on_submitted(self) -> None:
        reason = self.other.value().strip()
        if reason:
            self.chosen.emit(reason)
        else:
            self.other.show_problem(self.tr("Chọn một lý do bằng số, hoặc ghi lý do ở đây."))
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
