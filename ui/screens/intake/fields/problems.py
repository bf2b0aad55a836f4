"""What is wrong with the form: each sentence at its field, all fields named in one line."""

from collections.abc import Callable, Collection, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.domain.catalogue.procedure import IncompleteLimit, ProcedureNotInForce, UnknownProcedure
from app.domain.errors import DeskError, InvalidRequest
from app.domain.money.payment import NothingToCollect, NotTheSumShown
from app.domain.money.tariff import UnknownGround
from ui.keys import Key
from ui.screens.intake.fields.named import NamedFields
from ui.screens.intake.fields.problem_strip import ProblemStrip
from ui.widgets.fields.line_field import LineField

Problem = tuple[str, str]
"""A field by its name in a request, and the sentence about it."""

_FIELD_OF: tuple[tuple[type[DeskError], str], ...] = (
    (UnknownProcedure, "procedure"),
    (ProcedureNotInForce, "procedure"),
    (IncompleteLimit, "procedure"),
    (UnknownGround, "exemption"),
    (NothingToCollect, "payment"),
    (NotTheSumShown, "payment"),
)
"""Refusals that do not name their field themselves."""


@runtime_checkable
class ShowsProblem(Protocol):
    """A part of the form that says itself why it is refused."""

    title: str

    def show_problem(self, sentence: str) -> None:
        """Say it; empty clears it."""


class Problems(QObject):
    """Shows refusals.

    Args:
        screen: whose lines are cleared first.
        fields: where the sentences belong.
        strip: names the fields in one line.
        say: words for refusals.
    """

    def __init__(
        self,
        screen: QWidget,
        fields: NamedFields,
        strip: ProblemStrip,
        say: Callable[[DeskError], str],
    ) -> None:
        super().__init__(screen)
        self._screen, self._fields, self._strip, self._say = screen, fields, strip, say
        self._shown: list[tuple[str, str]] = []
        strip.jumped.connect(fields.mend)

    @Slot()
    def clear(self) -> None:
        """Nothing is said to be wrong any more."""
        self.show_problems(())

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say at each field why it is refused, and name the fields in one line.

        They are named in the order of the form, and the first has the keyboard.
        """
        for field in self._screen.findChildren(LineField):
            field.clear_problem()
        for widget in self._fields.fields.values():
            if isinstance(widget, ShowsProblem):
                widget.show_problem("")
        ordered = sorted(problems, key=lambda problem: self._fields.place_of(problem[0]))
        named = [(name, self._show(name, sentence)) for name, sentence in ordered]
        self._shown = named
        self._strip.show_problems(named)
        if named:
            self._fields.mend(named[0][0])

    def review(self, found: Callable[[], Collection[str]]) -> None:
        """Something was typed: name only what is still to be mended.

        Args:
            found: the fields at fault as the form stands now; asked only while some are named.
        """
        if not self._shown:
            return
        faulty = found()
        left = [(name, words) for name, words in self._shown if self._stays(name, faulty)]
        if left != self._shown:
            self._shown = left
            self._strip.show_problems(left)

    def _stays(self, name: str, faulty: Collection[str]) -> bool:
        """Whether the field must still be mended; of one out of sight the form alone tells."""
        widget = self._fields.widget_of(name)
        if isinstance(widget, LineField) and widget.isVisibleTo(self._screen):
            return widget.has_problem
        return name in faulty

    def show_error(self, error: Exception) -> None:
        """Say why the desk did not register the form; what is typed stays."""
        field = next((field for kind, field in _FIELD_OF if isinstance(error, kind)), "")
        if isinstance(error, InvalidRequest):
            self.show_problems([(problem.field, self._say(problem)) for problem in error.problems])
        elif not isinstance(error, DeskError):
            self._strip.show_sentence(
                self.tr("Chưa lưu được. Nội dung vẫn còn đây; thử lại {0}.").format(Key.SAVE)
            )
        elif field:
            self.show_problems([(field, self._say(error))])
        else:
            self._strip.show_sentence(self._say(error))

    def _show(self, name: str, sentence: str) -> str:
        """Say `sentence` at its field; the words that name the field, or the sentence itself."""
        widget = self._fields.widget_of(name)
        if widget is not None and isinstance(widget, ShowsProblem):
            widget.show_problem(sentence)
            return widget.title
        if isinstance(widget, LineField):
            widget.show_problem(sentence)
            return self.tr("Thời hạn") if name == "limit" else widget.label.text()
        return sentence
