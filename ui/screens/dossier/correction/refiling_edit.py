"""Which procedure and case a dossier belongs under, and when it was received."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.answers.catalogue import ProcedureChoice
from app.domain.dossier.correction import ProcedureNotChosen
from app.domain.dossier.dossier import Dossier
from ui.latest import Latest
from ui.theme import font, px
from ui.tokens import Tokens
from ui.widgets.fields.choice import ChoiceField
from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.fields.moment import read_moment, show_moment
from ui.widgets.layout.focus_follow import OFFERS
from ui.widgets.lists.painted_text import paint_line
from ui.widgets.lists.row_list import RowList, RowPainter
from ui.work import Queue

_AT_ONCE = 5
"""Procedures found that are in sight at once; the list scrolls to the others."""
_CODE, _CASE = "code", "case"


class _ChoicePainter(RowPainter[ProcedureChoice]):
    high = 46

    def title(self, row: ProcedureChoice) -> str:
        return row.name

    def spoken(self, row: ProcedureChoice) -> str:
        return f"{row.name}, {row.code}"

    def paint(self, painter: QPainter, where: QRect, row: ProcedureChoice, theme: Tokens) -> None:
        inner = where.adjusted(px(10), px(3), -px(8), -px(3))
        half = inner.height() // 2
        upper = QRect(inner.left(), inner.top(), inner.width(), half)
        paint_line(painter, upper, row.name, theme.ink, font(10, QFont.Weight.DemiBold))
        lower = QRect(inner.left(), inner.top() + half, inner.width(), half)
        paint_line(painter, lower, f"{row.code} · {row.field}", theme.quiet, font(9))


class RefilingEdit(QWidget):
    """Names the procedure by search, one of its cases, and the time of receipt.

    Args:
        dossier: as it stands.
        now: the clock.
        say: the sentence of a refusal.

    Signals:
        entered: Enter was pressed in a field that is filled in.
        changed: another procedure was chosen, so that other fields are in sight.
    """

    entered = Signal()
    changed = Signal()

    def __init__(self, dossier: Dossier, now: datetime, say: Say) -> None:
        super().__init__()
        self._now, self._name = now, dossier.procedure_name
        self._was = (dossier.procedure_code, dossier.case)
        self._code, self._received = dossier.procedure_code, show_moment(dossier.received_at)
        self._procedures: Callable[[str], tuple[ProcedureChoice, ...]] = lambda _text: ()
        self._cases: Callable[[str], tuple[str, ...]] = lambda _code: ()
        self._search: Latest | None = None
        self._about: Latest | None = None
        self.procedure = LineField(self.tr("Thủ tục: gõ để tìm, Enter để chọn"), say)
        self.procedure.set_value(self._name)
        self.procedure.input.is_replaced = True
        self.found = RowList(self.tr("Thủ tục tìm thấy"), _ChoicePainter())
        self.procedure.input.setProperty(OFFERS, self.found)
        self.found.hide()
        self._unchosen = ("", self.tr("chọn trường hợp"))
        self.case: ChoiceField[str] = ChoiceField(self.tr("Trường hợp"), [self._unchosen])
        self.case.hide()
        self.received = LineField(
            self.tr("Giờ nhận"),
            say,
            read=lambda text: _read_moment(text, now),
        )
        self.received.set_value(self._received)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.procedure, self.found, self.case, self.received):
            column.addWidget(widget)
        self.procedure.input.installEventFilter(self)
        self.procedure.input.typed.connect(self._on_typed)
        self.procedure.input.entered.connect(self._on_entered)
        self.found.picked.connect(self._choose)
        self.received.entered.connect(self.entered)
        self.case.entered.connect(self.entered)

    def ask_with(
        self,
        queue: Queue,
        procedures: Callable[[str], tuple[ProcedureChoice, ...]],
        cases: Callable[[str], tuple[str, ...]],
    ) -> None:
        """Find procedures, and the cases of a code, by these on `queue`."""
        self._procedures, self._cases = procedures, cases
        self._search, self._about = Latest(self, queue, 30), Latest(self, queue, 0)
        self._ask_cases()

    @property
    def is_touched(self) -> bool:
        """Whether anything here is to stand otherwise."""
        return self.filed() is not None or self.received_at() is not None

    def filed(self) -> tuple[str, str | None] | None:
        """The procedure's code and its case as they are to stand; None if neither was touched.

        Raises:
            ProcedureNotChosen: what was typed is no procedure that was chosen.
        """
        if self.procedure.value() != self._name:
            raise ProcedureNotChosen(field="procedure", text=self.procedure.value())
        case = (self.case.value() or None) if self._has_cases else None
        if self._code == self._was[0] and not self._has_cases:
            case = self._was[1]
        return None if (self._code, case) == self._was else (self._code, case)

    def received_at(self) -> datetime | None:
        """When it was received; None if that was not touched.

        Raises:
            NotAMoment: it cannot be read.
        """
        typed = self.received.value().strip()
        if typed == self._received:
            return None
        return read_moment(typed, now=self._now, field="received_at")

    def typed(self) -> dict[str, str]:
        """What stands in each field, and what was chosen."""
        return {
            "procedure": self.procedure.value(), "received_at": self.received.value(),
            _CODE: self._code, _CASE: self.case.value() if self._has_cases else "",
            "name": self._name,
        }  # fmt: skip

    def put_back(self, typed: dict[str, str]) -> None:
        """Show again what was typed before the panel was left."""
        if _CODE not in typed:
            return
        self._code, self._name = typed[_CODE], typed["name"]
        self.procedure.set_value(typed["procedure"])
        self.received.set_value(typed["received_at"])
        self._ask_cases(typed[_CASE])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by: int = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if by and self.found.isVisibleTo(self) and not self.procedure.input.is_composing:
                self.found.step(by)
                return True
        return super().eventFilter(watched, event)

    @property
    def _has_cases(self) -> bool:
        return not self.case.isHidden()

    def _on_typed(self) -> None:
        text = self.procedure.value().strip()
        if not text or self._search is None:
            self._show(())
            return
        self._search.ask(lambda: self._procedures(text), self._show)

    def _show(self, found: tuple[ProcedureChoice, ...]) -> None:
        self.found.show_rows(found)
        self.found.setFixedHeight(min(self.found.rows_height(), px(_ChoicePainter.high) * _AT_ONCE))
        self.found.setVisible(bool(found))
        self.changed.emit()

    def _on_entered(self) -> None:
        if self.found.isVisibleTo(self) and self.found.current is not None:
            self._choose(self.found.current)
        elif self.procedure.value() == self._name:
            self.entered.emit()

    def _choose(self, choice: ProcedureChoice) -> None:
        self._code, self._name = choice.code, choice.name
        if self._search is not None:
            self._search.forget()
        self.procedure.clear_problem()
        self.procedure.set_value(choice.name)
        self.procedure.setFocus()
        self._show(())
        self._ask_cases()

    def _ask_cases(self, chosen: str = "") -> None:
        code, was = self._code, chosen or (self._was[1] or "")
        if self._about is not None:
            self._about.ask(
                lambda: self._cases(code), lambda cases: self._show_cases(cases, was), at_once=True
            )

    def _show_cases(self, cases: tuple[str, ...], was: str) -> None:
        self.case.set_value("")
        self.case.set_choices([self._unchosen, *((one, one) for one in cases)])
        self.case.setVisible(bool(cases))
        if was in cases:
            self.case.set_value(was)
        self.changed.emit()


def _read_moment(text: str, now: datetime) -> str:
    """`text` as a moment is written; refused if it is none."""
    moment = read_moment(text, now=now, field="received_at")
    return "" if moment is None else show_moment(moment)
