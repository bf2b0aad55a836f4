"""A panel in which an action is prepared, inline; what was typed stays after a refusal."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.errors import DeskError, FieldError, InvalidRequest
from ui.screens.dossier.life.action_kind import ActionKind
from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.fields.text_area import TextArea
from ui.widgets.keys import bind_submit
from ui.widgets.text.labels import label

Field = LineField | TextArea


class ActionPanel(QFrame):
    """A card with fields, one button that does the action and names it, and one that leaves.

    Args:
        kind: the action.
        title: what the card says it is for.
        does: the words of the button that does it.
        say: the sentence of a refusal.

    Signals:
        submitted: the action is to be done.
        dismissed: leave it.
    """

    submitted = Signal()
    dismissed = Signal()

    def __init__(
        self, kind: ActionKind, title: str, does: str, say: Say, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self.say: Callable[[DeskError], str] = say
        self.fields: dict[str, Field] = {}
        self.setObjectName("card")
        self.setAccessibleName(title)
        self._problem = label("", "problemText", wraps=True)
        self._problem.hide()
        self._does = f"{does}   Ctrl+Enter"
        self.button = QPushButton(self._does)
        self.button.setObjectName("dangerPrimary" if kind is ActionKind.CANCEL else "primary")
        self.leave = QPushButton(self.tr("Thôi   Esc"))
        self.inner = QVBoxLayout()
        self.inner.setSpacing(10)
        self._build(title)
        self.button.clicked.connect(self.submitted)
        bind_submit(self, self._on_submit_key)
        self.leave.clicked.connect(self.dismissed)

    def add(self, name: str, field: Field) -> None:
        """Put a field at the end; `name` as refusals call it."""
        self.fields[name] = field
        self.inner.addWidget(field)
        if isinstance(field, LineField):
            field.entered.connect(self._on_entered)

    def typed(self) -> dict[str, str]:
        """What stands in each field."""
        return {name: field.value() for name, field in self.fields.items()}

    def put_back(self, typed: dict[str, str]) -> None:
        """Show again what was typed before the panel was left."""
        for name, text in typed.items():
            if name in self.fields:
                self.fields[name].set_value(text)

    def start(self) -> None:
        """Take the focus."""
        first = next(iter(self.fields.values()), None)
        (first or self.button).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, *, is_busy: bool) -> None:
        """The action is under way: it cannot be done twice."""
        self.button.setEnabled(not is_busy)
        self.button.setText(self.tr("Đang ghi sổ…") if is_busy else self._does)

    def show_refusal(self, error: DeskError) -> None:
        """Say what was refused, each fault beside its field, and go to the first."""
        self.set_busy(is_busy=False)
        problems: Sequence[DeskError] = (
            error.problems if isinstance(error, InvalidRequest) else (error,)
        )
        without_field = []
        first: Field | None = None
        for problem in problems:
            field = self._field_of(problem)
            if field is None:
                without_field.append(self.say(problem))
                continue
            field.show_problem(self.say(problem))
            first = first or field
        self._problem.setText("\n".join("■ " + words for words in without_field))
        self._problem.setVisible(bool(without_field))
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def problem(self) -> str:
        """Refusals that belong to no field."""
        return "" if self._problem.isHidden() else self._problem.text()

    def tab_order(self) -> list[QWidget]:
        """Everything the Tab key reaches, as it is read; a list that drops down is none of it."""
        reached = [
            one
            for one in self.findChildren(QWidget)
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus
            and one.focusProxy() is None
            and one.window() is self.window()
            and one not in {self.button, self.leave}
        ]
        return [*reached, self.button, self.leave]

    def _build(self, title: str) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.button)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(10)
        column.addWidget(label(title, "section", wraps=True))
        column.addLayout(self.inner)
        column.addWidget(self._problem)
        column.addLayout(buttons)

    def _field_of(self, problem: DeskError) -> Field | None:
        if not isinstance(problem, FieldError):
            return None
        name = problem.field
        return self.fields.get(name) or self.fields.get(name.partition(".")[0])

    def _on_entered(self) -> None:
        """Enter goes on; after the last field the button has the focus, and is not pressed."""
        self.focusNextChild()

    def _on_submit_key(self) -> None:
        if self.button.isEnabled():
            self.submitted.emit()
