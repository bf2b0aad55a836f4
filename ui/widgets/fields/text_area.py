"""Several lines of typed text under a label; refusals stand below as with `LineField`."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.look_alikes import tidy
from ui.theme import px, set_look
from ui.widgets.keys import is_command
from ui.widgets.text.labels import FieldLabel, label


class TextArea(QWidget):
    """A labelled text of a few lines; Tab leaves it.

    Signals:
        changed: the text may have changed.
    """

    changed = Signal()

    def __init__(
        self, name: str, *, lines: int = 2, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines_shown = lines
        self._problem = ""
        self.input = _Edit()
        self.input.setAccessibleName(name)
        self.input.setPlaceholderText(hint)
        self.input.setTabChangesFocus(True)
        self.input.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel brings no keyboard here
        self.label = FieldLabel(name, self.input)
        self._below = label("", "fieldBelow", wraps=True)
        self._below.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for widget in (self.label, self.input, self._below):
            column.addWidget(widget)
        self._fit()
        self.input.textChanged.connect(self._on_changed)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Bring the keyboard to the input; a focus proxy would be a Tab stop out of its place."""
        self.input.setFocus(reason)

    def value(self) -> str:
        """What stands there, in NFC."""
        return tidy(self.input.toPlainText())

    def lines(self) -> tuple[str, ...]:
        """Lines that say something."""
        return tuple(one.strip() for one in self.value().splitlines() if one.strip())

    def set_value(self, text: str) -> None:
        """Put `text` in."""
        self.input.setPlainText(text)

    def begin_with(self, lines: Sequence[str]) -> None:
        """Put `lines` in; typing adds one more."""
        self.input.setPlainText("".join(f"{one}\n" for one in lines))
        self.input.moveCursor(QTextCursor.MoveOperation.End)

    def show_problem(self, sentence: str) -> None:
        """Say below why it is refused; what was typed stays."""
        self._problem = sentence
        self._below.setText("■ " + sentence)
        self._mark("problem")
        self.input.setAccessibleDescription(sentence)

    def clear_problem(self) -> None:
        """Take the refusal away."""
        if self.has_problem:
            self._problem = ""
            self._below.clear()
            self._mark("")
            self.input.setAccessibleDescription("")

    @property
    def has_problem(self) -> bool:
        """Whether a refusal stands below."""
        return bool(self._problem)

    @property
    def problem(self) -> str:
        """The refusal shown, empty if there is none."""
        return self._problem

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        line = self.input.fontMetrics().lineSpacing()
        self.input.setFixedHeight(line * self._lines_shown + px(16))

    def _mark(self, state: str) -> None:
        self._below.setVisible(bool(state))
        set_look(self._below, "kind", state)
        set_look(self.input, "state", state)

    def _on_changed(self) -> None:
        self.clear_problem()
        self.changed.emit()


class _Edit(QPlainTextEdit):
    """Esc and Ctrl+Enter belong to the panel around it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        is_escape = event.key() == Qt.Key.Key_Escape
        if is_escape or (is_enter and is_control) or is_command(event):
            event.ignore()
            return
        super().keyPressEvent(event)
