"""Column 2: the procedure, its case, a limit to complete; below them whatever it asks for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.answers.catalogue import ProcedureChoice, StoredProcedure
from app.domain.catalogue.procedure import Channel, Procedure, Provenance
from app.domain.deadline.time_limit import TimeLimit
from app.domain.errors import DeskError
from app.domain.money.tariff import Rate, Tariff
from ui.screens.intake.actions import IntakeActions
from ui.screens.intake.parts.inputs import Inputs
from ui.screens.intake.parts.strip import Strip, StripLook
from ui.screens.intake.procedure.case import CaseSection
from ui.screens.intake.procedure.search import ProcedureSearch
from ui.theme import px
from ui.tips import set_tip
from ui.widgets.fields.limit import LimitStrip
from ui.widgets.layout.focus_follow import BELONGS
from ui.widgets.layout.form_scroll import FormScroll
from ui.widgets.text.plain import plain_label
from ui.widgets.text.shortened import shortened
from ui.work import Queue

WHOLE_NAME = 260
"""Characters of a procedure's name shown whole; a longer one is cut, whole in its tool tip."""
WHOLE_NOTE = 200
"""Characters of what the catalogue says instead of a limit."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What of a draft belongs to the choice of a procedure."""

    search_text: str
    code: str
    name: str
    case: str | None


class ProcedurePanel(QFrame):
    """The column.

    Args:
        actions: finds procedures, completes limits.
        reading: where they are asked.
        writing: where a limit is completed.
        above: what stands above the search.
        below: what stands below once procedure, case and limit are known, each with its share of
            the room.

    Signals:
        changed: something was typed or chosen.
        replaced: another procedure is being loaded: what was given for the former is void.
        reloading: the same procedure is being loaded anew: what was given for it stays.
        loaded: a procedure was loaded, with the grounds on which its fee may be less; its parts
            are to be asked for before it is shown.
        case_chosen: another case was chosen.
        procedure_shown: a procedure was loaded, or its case chosen: the next field is due.
        not_in_force: the draft's procedure is not in force any more.
        awaited: it is awaited where typing goes on (`is_awaited`), or no longer.
    """

    changed = Signal()
    replaced = Signal()
    reloading = Signal()
    loaded = Signal(object)
    case_chosen = Signal()
    procedure_shown = Signal()
    not_in_force = Signal(str)
    awaited = Signal()

    def __init__(
        self,
        actions: IntakeActions,
        reading: Queue,
        writing: Queue,
        above: QWidget,
        below: Sequence[tuple[QWidget, int]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._actions, self._reading, self._writing = actions, reading, writing
        self._stored: StoredProcedure | None = None
        self._kept: Chosen | None = None
        self._channel = Channel.DIRECT
        self._load = 0
        self._is_loading = False
        self.rates: tuple[Rate, ...] = ()
        self._build()
        self._arrange(above, below)
        self._connect()
        self._show_procedure()

    @property
    def procedure(self) -> Procedure | None:
        """The procedure chosen."""
        return self._stored.procedure if self._stored else None

    @property
    def version(self) -> int | None:
        """The stored version of the procedure chosen."""
        return self._stored.version if self._stored else None

    @property
    def case(self) -> str | None:
        """The case chosen; None while none is, or where the procedure has none."""
        return self.case_section.case if self._stored else None

    @property
    def certifies(self) -> bool:
        """Whether papers are certified instead of being handed in."""
        return bool(self.rates)

    @property
    def lacks_case(self) -> bool:
        """Whether a case must be chosen first."""
        return bool(self._stored and self._stored.procedure.cases) and self.case is None

    @property
    def lacks_limit(self) -> bool:
        """Whether the procedure has no usable limit for this channel and case."""
        if self._stored is None or self.lacks_case:
            return False
        rule = self._stored.procedure.rule_for(self._channel, self.case)
        return rule is None or rule.limit is None

    @property
    def is_awaited(self) -> bool:
        """Whether a procedure is still to be found or loaded, which says where typing goes on."""
        return self._is_loading or self.search.is_awaited

    @property
    def next_field(self) -> str:
        """The field that is due, by its name in a request."""
        if self.lacks_case:
            return "case"
        return "limit" if self.lacks_limit else "documents"

    def set_channel(self, channel: Channel) -> None:
        """The channel the limit depends on."""
        self._channel = channel
        self._show_limit()

    def choose(self, choice: ProcedureChoice) -> None:
        """Load `choice`."""
        self._kept = None
        self.replaced.emit()
        self._fetch(lambda: self._actions.procedure(choice.version), self._on_not_loaded)

    def restore(self, chosen: Chosen) -> None:
        """Put a draft's procedure back as far as it is still in force."""
        self._clear()
        self.search.show_text(chosen.search_text)
        if chosen.code:
            self._kept = chosen
            self.search.show_chosen(chosen.name)
            self._fetch(lambda: self._actions.current(chosen.code), self._on_not_loaded)

    def complete(self, limit: TimeLimit, source: str) -> None:
        """Have the missing limit kept, then go on with the completed procedure."""
        if self._stored is None:
            return
        procedure, channel, case = self._stored.procedure, self._channel, self.case
        self._kept = Chosen("", procedure.code, procedure.name, case)
        self.reloading.emit()
        self._fetch(
            lambda: self._actions.complete_limit(procedure.code, channel, case, limit, source),
            self._on_limit_refused,
        )

    def inputs(self) -> Inputs:
        """What the keyboard reaches, in order."""
        search, limit = self.search.field, self.limit
        change = self.case_section.change
        return Inputs(
            {"procedure": search, "case": self.cases, "limit": limit.amount},
            (search.input, self.cases, *limit.stops()),
            (search.input, change, self.cases, *limit.tab_stops()),
        )

    def _build(self) -> None:
        actions = self._actions
        self.search = ProcedureSearch(actions.procedures, actions.say, self._reading)
        self.name = plain_label("", "strong")
        self.about = plain_label("", "quiet")
        self.case_section = CaseSection()
        self.cases = self.case_section.list
        self.cases.setProperty(BELONGS, self.search)  # seen above them
        self.twin = Strip(StripLook("warning", spacing=2, is_list=True, aside=40))
        self.limit = LimitStrip(actions.say)

    def _arrange(self, above: QWidget, below: Sequence[tuple[QWidget, int]]) -> None:
        self._rest = QWidget()
        rest = QVBoxLayout(self._rest)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(7)
        for widget, share in below:
            rest.addWidget(widget, share)
        self._scroll = FormScroll((14, 0, 14, 12), 7)
        self._scroll.setMinimumHeight(px(50))  # a line to type in; the warning above is whole
        column = self._scroll.column
        for widget in (
            above, self.search, self.name, self.about, self.case_section, self.limit,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addWidget(self._rest, 1)
        self._hint = plain_label(
            self.tr(
                "Giấy tờ phải nộp hiện ở đây khi đã chọn thủ tục. Bấm vào ô trên hoặc Enter tới "
                "đó: thủ tục dùng nhiều nhất hiện ra ngay; gõ không dấu, viết tắt hay mã đều được."
            ),
            "quiet",
        )
        self._filler = QWidget()
        column.addWidget(self._hint)
        column.addWidget(self._filler, 1)
        title = plain_label(self.tr("2  Thủ tục và giấy tờ"), "section")
        title.setContentsMargins(14, 0, 14, 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 12, 0, 2)
        outer.setSpacing(6)
        outer.addWidget(title)
        warning = QVBoxLayout()  # never scrolled away
        warning.setContentsMargins(14, 0, 14, 0)
        warning.addWidget(self.twin)
        outer.addLayout(warning)
        outer.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self.search.chosen.connect(self.choose)
        self.search.typed.connect(self.changed)
        self.search.awaited.connect(self.awaited)
        self.search.list.installEventFilter(self)
        self.case_section.chosen.connect(self._on_case)
        self.limit.completed.connect(self.complete)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self._show_parts()
        return super().eventFilter(watched, event)

    def _clear(self) -> None:
        self._load += 1
        self._set_loading(is_loading=False)
        self._stored = self._kept = None
        self.rates = ()
        self.search.show_chosen("")
        self.case_section.offer((), None)
        self._show_procedure()

    def _fetch(
        self,
        job: Callable[[], StoredProcedure | None],
        otherwise: Callable[[Exception], None],
    ) -> None:
        self._load += 1
        load = self._load
        self._set_loading(is_loading=True)

        def failed(error: Exception) -> None:
            otherwise(error)
            self._set_loading(is_loading=False)

        self._writing.run(
            self,
            lambda: (job(), self._actions.tariff()),
            lambda found: self._on_loaded(load, *found),
            failed,
        )

    def _set_loading(self, *, is_loading: bool) -> None:
        self._is_loading = is_loading
        self.awaited.emit()

    def _on_loaded(self, load: int, stored: StoredProcedure | None, tariff: Tariff | None) -> None:
        if load != self._load:
            return
        self._show_loaded(stored, tariff)
        self._set_loading(is_loading=False)

    def _show_loaded(self, stored: StoredProcedure | None, tariff: Tariff | None) -> None:
        kept, self._kept = self._kept, None
        if stored is None:
            self.not_in_force.emit(kept.name if kept else "")
            return
        self._stored = stored
        procedure = stored.procedure
        self.rates = tariff.rates_of(procedure.code) if tariff else ()
        cases = procedure.cases
        case = kept.case if kept and kept.case in cases else None
        self.case_section.offer(cases, cases[0] if len(cases) == 1 else case)
        on = self._actions.now().date()
        grounds = tariff.grounds_for(procedure.code, procedure.field, on) if tariff else ()
        self.loaded.emit(grounds)
        self.search.show_chosen(procedure.name)
        self._go_on()

    def _on_not_loaded(self, error: Exception) -> None:
        self.search.field.show_problem(self._words(error))

    def _on_limit_refused(self, error: Exception) -> None:
        self.limit.show_refusal(self._words(error))

    def _words(self, error: Exception) -> str:
        return self._actions.say(error) if isinstance(error, DeskError) else str(error)

    def _on_case(self, _case: str) -> None:
        if self._stored is not None:
            self.case_chosen.emit()
            self._go_on()

    def _go_on(self) -> None:
        self._show_procedure()
        self.changed.emit()
        self.procedure_shown.emit()

    def _show_procedure(self) -> None:
        procedure = self.procedure
        long = procedure.name if procedure and len(procedure.name) > 60 else ""
        short = shortened(long, WHOLE_NAME + 1)
        self.name.setText(short)
        set_tip(self.name, long if short != long else "")
        self.about.setText(self._about(procedure) if procedure else "")
        self._show_limit()

    def _about(self, procedure: Procedure) -> str:
        parts = [procedure.code, procedure.field]
        if procedure.provenance is Provenance.UNVERIFIED:
            parts.append(self.tr("▲ cần kiểm tra với danh mục công bố"))
        return " · ".join(part for part in parts if part)

    def _show_limit(self) -> None:
        if self.lacks_limit and self._stored is not None:
            rule = self._stored.procedure.rule_for(self._channel, self.case)
            self.limit.ask(shortened(rule.note, WHOLE_NOTE) if rule else "")
        else:
            self.limit.hide()
        self._show_parts()

    def _show_parts(self) -> None:
        """Give the room to what is being done: searching, choosing a case, or what is below."""
        is_searching = self.search.is_open
        has = self._stored is not None and not is_searching
        wants_case = has and self.lacks_case
        # Above a table of certified papers its room is dear, and the name stands in the field.
        self.name.setVisible(has and bool(self.name.text()) and not self.certifies)
        self.about.setVisible(has)
        if has:
            self.case_section.show_part(is_due=wants_case)
        else:
            self.case_section.hide()
        has_rest = has and not wants_case and not self.lacks_limit
        self._rest.setVisible(has_rest)
        self._hint.setVisible(self._stored is None and not is_searching)
        self._filler.setVisible(not is_searching and not has_rest)
        self._scroll.column.setStretchFactor(self.search, int(is_searching))
