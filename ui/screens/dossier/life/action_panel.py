"""A panel in which an action is prepared, inline; what was typed stays after a refusal."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QVBoxLayout, QWidget

from app.domain.errors import DeskError, FieldError, InvalidRequest
from ui.keys import Key, with_key
from ui.screens.dossier.life.action_kind import DANGERS, ENDING, ActionKind
from ui.widgets.fields.choice import ChoiceField
from ui.widgets.fields.field_row import FieldRow
from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.fields.text_area import TextArea
from ui.widgets.keys import bind_submit
from ui.widgets.layout.waiting import Waiting
from ui.widgets.text.labels import label

Field = LineField | TextArea | ChoiceField[str]


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
        self.ends = kind in ENDING
        self.say: Callable[[DeskError], str] = say
        self.fields: dict[str, Field] = {}
        self._is_busy = False
        self.setObjectName("card")
        self.setAccessibleName(title)
        self._problem = label("", "problemText", wraps=True)
        self._problem.hide()
        self._does = does
        self.button = QPushButton(with_key(does, Key.DO))
        self.button.setProperty("isTall", self.ends)
        self.button.setObjectName("dangerPrimary" if kind in DANGERS else "primary")
        self.leave = QPushButton(with_key(self.tr("Thôi"), Key.ESCAPE))
        self._waiting = Waiting(self, self.button)
        self.inner = QVBoxLayout()
        self.inner.setSpacing(10)
        self._build(title)
        self.button.clicked.connect(self.submitted)
        bind_submit(self, self._on_submit_key)
        self.leave.clicked.connect(self.dismissed)

    def add(self, name: str, field: Field) -> None:
        """Put a field at the end; `name` as refusals call it."""
        self._know(name, field)
        self.inner.addWidget(field)

    def add_beside(self, *named: tuple[str, Field, int]) -> None:
        """Put fields beside each other at the end, each with its share of the width."""
        for name, field, _share in named:
            self._know(name, field)
        self.inner.addWidget(FieldRow([(field, share) for _name, field, share in named]))

    def _know(self, name: str, field: Field) -> None:
        self.fields[name] = field
        if not isinstance(field, TextArea):
            field.entered.connect(self._on_entered)

    def typed(self) -> dict[str, str]:
        """What stands in each field."""
        return {name: field.value() for name, field in self.fields.items()}

    def put_back(self, typed: dict[str, str]) -> None:
        """Show again what was typed before the panel was left."""
        for name, text in typed.items():
            if name in self.fields:
                self.fields[name].set_value(text)

    def done_words(self) -> str:
        """What to say once it is done; empty where the dossier's new state says it."""
        return ""

    def start(self) -> None:
        """Take the focus; typing replaces what stands in the first field."""
        first = next(iter(self.fields.values()), None)
        (first or self.button).setFocus(Qt.FocusReason.TabFocusReason)

    def name_button(self, does: str) -> None:
        """Say anew what the button does."""
        self._does = does
        self._place_buttons()

    def set_busy(self, *, is_busy: bool) -> None:
        """The action is under way: it cannot be done twice."""
        self._waiting.set_busy(is_busy=is_busy)
        self._is_busy = is_busy
        self._place_buttons()

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
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_buttons()

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

    def chain(self) -> None:
        """Let Tab go through what came meanwhile where it is read, not behind all else."""
        for one, after in pairwise(self.tab_order()):
            QWidget.setTabOrder(one, after)

    def _build(self, title: str) -> None:
        # What ends a dossier asks in two lines and takes the width it needs.
        way = QBoxLayout.Direction
        buttons = self._buttons = QBoxLayout(way.TopToBottom if self.ends else way.LeftToRight)
        buttons.setSpacing(8)
        for button in (self.button, self.leave):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        buttons.addStretch(1)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(10)
        column.addWidget(label(title, "section", wraps=True))
        column.addLayout(self.inner)
        column.addWidget(self._problem)
        column.addLayout(buttons)

    def _place_buttons(self) -> None:
        """Beside each other where there is room; the key is left out before words would be cut."""
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        words = self.tr("Đang ghi sổ…") if self._is_busy else self._does
        whole = words if self._is_busy else with_key(words, Key.DO)
        self.button.setText(whole)
        if self.isVisible() and self.button.sizeHint().width() > room:
            self.button.setText(words)
        widths = self.button.sizeHint().width() + self.leave.sizeHint().width()
        is_row = not self.ends and widths + self._buttons.spacing() <= room
        way = QBoxLayout.Direction
        self._buttons.setDirection(way.LeftToRight if is_row else way.TopToBottom)

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
