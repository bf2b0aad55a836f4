"""Ctrl+Z across the form: what was typed, ticked, filled or chosen, step by step and back again."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.keys import Key
from ui.screens.intake.state.form import FormState

MOST_STEPS = 200

_TYPED = frozenset(
    (
        "search_text", "sets", "note", "received_at", "filed_at", "fee", "filing",
        "official_code",
        *(f"{who}.{name}" for who in ("applicant", "representative")
          for name in ("full_name", "personal_id", "born", "phone", "email", "address")),
    )
)  # fmt: skip
"""Parts written letter by letter: these become one step, ticks and choices one each."""


@dataclass(frozen=True, slots=True)
class _Step:
    """The form before and after, the parts that differ, and the stay in a field it belongs to."""

    before: FormState
    after: FormState
    parts: frozenset[str]
    stay: int


class FormHistory(QObject):
    """Remembers the form's states while one dossier is typed.

    Typing that goes on in one field is one step. What is being typed in a line now the line takes
    back itself; after that the form does.

    Args:
        screen: whose lines hand the keys on.
        lines: those that are parts of the form, each with its part's name.
        state: the form as it stands.
        lay: puts a form in where it differs; False while its procedure is still to be loaded.
        is_held: whether the form must stay as it is, since it is being saved.

    Signals:
        applied: a step was taken back or done again; the name of the field it was in.
    """

    applied = Signal(str)

    # The class has it too: the focus still moves while the screen is being deleted.
    _is_listening = False

    def __init__(
        self,
        screen: QWidget,
        lines: Mapping[QLineEdit, str],
        *,
        state: Callable[[], FormState],
        lay: Callable[[FormState], bool],
        is_held: Callable[[], bool],
    ) -> None:
        super().__init__(screen)
        self._parts, self._state, self._lay_form, self._is_held = lines, state, lay, is_held
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._last = state()
        self._awaited: FormState | None = None
        self._stay = 0
        self._is_same_turn = False
        self._is_listening = True
        for line in screen.findChildren(QLineEdit):
            line.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - a screen is being made
        app.focusChanged.connect(self._on_focus)
        screen.destroyed.connect(self._let_go)

    def begin(self) -> None:
        """The form is another one now: nothing of the former can come back into it."""
        self._done.clear()
        self._undone.clear()
        self._last = self._state()
        self._awaited = None

    def note(self) -> None:
        """The form was changed: a new step, or more of the last one."""
        state = self._state()
        if self._awaited is not None:
            if state.procedure_code == self._awaited.procedure_code:
                # The procedure that a step brought back has been loaded.
                self._awaited, self._last = None, state
            return
        parts = _differing(self._last, state)
        if not parts:
            return
        step = _Step(self._last, state, parts, self._stay)
        self._last = state
        self._undone.clear()
        if self._goes_on(step):
            before = self._done.pop().before
            step = replace(step, before=before, parts=_differing(before, state))
        if step.before != step.after:
            self._done.append(step)
        del self._done[:-MOST_STEPS]
        if not self._is_same_turn:
            self._is_same_turn = True
            QTimer.singleShot(0, self, self._end_turn)

    def _goes_on(self, step: _Step) -> bool:
        """Whether it is more of the last step: typing in its field, or one filling of many."""
        if not self._done or self._done[-1].stay != step.stay:
            return False
        is_typing = step.parts <= _TYPED and step.parts == self._done[-1].parts
        return is_typing or self._is_same_turn

    def _end_turn(self) -> None:
        self._is_same_turn = False

    @Slot()
    def undo(self) -> bool:
        """Take the last step back; False if there is none."""
        if not self._done or self._awaited is not None or self._is_held():
            return False
        step = self._done.pop()
        self._undone.append(step)
        self._lay(step.before, step.parts)
        return True

    @Slot()
    def redo(self) -> bool:
        """Do again what was taken back last; False if there is nothing."""
        if not self._undone or self._awaited is not None or self._is_held():
            return False
        step = self._undone.pop()
        self._done.append(step)
        self._lay(step.after, step.parts)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A line keeps these keys for itself even when it has nothing to take back."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QLineEdit)
        ):
            pressed = QKeySequence(event.keyCombination())
            if pressed == QKeySequence(Key.UNDO) and not self._takes_back(watched):
                self.undo()
                return True
            if pressed == QKeySequence(Key.REDO) and (
                self._undone or not watched.isRedoAvailable()
            ):
                self.redo()
                return True
        return super().eventFilter(watched, event)

    def _takes_back(self, line: QLineEdit) -> bool:
        """Whether a line takes back by itself: what is typed in it now, or is no part of this."""
        part = self._parts.get(line)
        if part is None or not line.isUndoAvailable() or not self._done:
            return line.isUndoAvailable()
        last = self._done[-1]
        return last.stay == self._stay and last.parts == {part}

    def _lay(self, state: FormState, parts: frozenset[str]) -> None:
        if self._lay_form(state):
            self._last = self._state()
        else:
            self._awaited = self._last = state
        self._stay += 1
        self.applied.emit(_field_of(parts))

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, _new: QWidget | None) -> None:
        """Another field: a new stay; what the field tidied when it was left belongs to its step."""
        if not self._is_listening:
            return
        self._stay += 1
        state = self._state()
        if self._awaited is not None or state == self._last:
            return
        if self._done and self._done[-1].after == self._last:
            self._done[-1] = replace(self._done[-1], after=state)
        self._last = state

    @Slot()
    def _let_go(self) -> None:
        """Fields of a screen that goes lose the focus one after the other, the form half gone."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.disconnect(self._on_focus)


def _differing(one: FormState, other: FormState) -> frozenset[str]:
    """The parts in which two forms differ: ``note``, ``applicant.full_name``."""
    found = set()
    for part in fields(FormState):
        old, new = getattr(one, part.name), getattr(other, part.name)
        if old == new:
            continue
        if part.name in {"applicant", "representative"} and old and new:
            olds: Mapping[str, object] = asdict(old)
            news: Mapping[str, object] = asdict(new)
            found |= {f"{part.name}.{name}" for name in olds if olds[name] != news[name]}
        elif part.name == "fee" and replace(old, copies=new.copies) == new:
            found.add("copies")
        else:
            found.add(part.name)
    return frozenset(found)


def _field_of(parts: frozenset[str]) -> str:
    """Where to bring the keyboard: the field of a step, by its name in a request."""
    if any(part in {"search_text", "procedure_code"} for part in parts):
        return "procedure"
    names = {"papers": "documents", "fee": "amount", "representative": "representative.full_name"}
    people = sorted(part for part in parts if part.partition(".")[0] in {
        "applicant", "representative"})  # fmt: skip
    if len(people) > 1:
        return f"{people[0].partition('.')[0]}.personal_id"
    part = min(parts)
    return names.get(part, part)
