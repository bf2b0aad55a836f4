"""Column 2: the procedure, its case, a limit to complete, the papers, and how it is returned."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain import intake_check
from app.domain.answers import ProcedureChoice, StoredProcedure
from app.domain.errors import DeskError
from app.domain.procedure import Channel, Procedure, Provenance, ReturnBy
from app.domain.tariff import Tariff
from app.domain.text import paragraph
from app.domain.time_limit import TimeLimit
from ui.screens.intake.actions import IntakeActions
from ui.screens.intake.case_section import CaseSection
from ui.screens.intake.certification_lane import CertificationLane
from ui.screens.intake.certification_state import CertifiedState
from ui.screens.intake.extras import Extras
from ui.screens.intake.fee_panel import FeePanel
from ui.screens.intake.fee_state import FeeState
from ui.screens.intake.form_state import PaperState
from ui.screens.intake.paper_section import PaperSection
from ui.screens.intake.plain_label import plain_label
from ui.screens.intake.procedure_search import ProcedureSearch
from ui.screens.intake.twin_strip import TwinStrip
from ui.widgets.fields import LineField
from ui.widgets.fields_choice import ChoiceField
from ui.widgets.fields_limit import LimitStrip
from ui.widgets.fields_personal import CountField
from ui.widgets.fields_scroll import FormScroll
from ui.work import Lane

WHOLE_NAME = 260
"""Characters of a procedure's name shown whole; a longer one is cut, whole in its tool tip."""


@dataclass(frozen=True, slots=True)
class ChosenProcedure:
    """What of a draft belongs to this column."""

    search_text: str
    code: str
    name: str
    case: str | None
    papers: tuple[PaperState, ...]
    certification: tuple[CertifiedState, ...] = ()


class ProcedurePanel(QFrame):
    """The column.

    Signals:
        changed: something was typed or chosen.
        procedure_shown: a procedure was loaded, or its case chosen: the next field is due.
        not_in_force: the draft's procedure is not in force any more.
    """

    changed = Signal()
    procedure_shown = Signal()
    not_in_force = Signal(str)

    def __init__(self, actions: IntakeActions, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._actions = actions
        self._lane = lane
        self._stored: StoredProcedure | None = None
        self._kept: ChosenProcedure | None = None
        self._channel = Channel.DIRECT
        self._load = 0
        self._certifies = False
        self._build()
        self._arrange()
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
        """Whether the lane of certification stands in the place of the papers."""
        return self._certifies

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

    def set_channel(self, channel: Channel) -> None:
        """The channel the limit and the fields of filing depend on."""
        self._channel = channel
        self.extras.set_channel(channel)
        self._show_limit()

    def choose(self, choice: ProcedureChoice) -> None:
        """Load `choice`; what was given for another procedure is forgotten."""
        self.lane.fill(())
        self.fee.fill(FeeState())
        self._kept = None
        self._fetch(lambda: self._actions.procedure(choice.version))

    def restore(self, chosen: ChosenProcedure) -> None:
        """Put a draft's procedure back as far as it is still in force."""
        self.clear()
        self.search.show_text(chosen.search_text)
        if chosen.code:
            self._kept = chosen
            self.search.show_chosen(chosen.name)
            self._fetch(lambda: self._actions.current(chosen.code))

    def lay_papers(
        self, papers: tuple[PaperState, ...], certified: tuple[CertifiedState, ...]
    ) -> None:
        """Let the papers stand so, where the procedure stays."""
        if papers != self.papers.papers():
            self._show_papers(self.case, papers)
        if certified != self.lane.rows():
            self.lane.fill(certified)

    def clear(self) -> None:
        """Empty the column."""
        self._load += 1
        self._stored = None
        self._kept = None
        self._certifies = False
        self.lane.fill(())
        self.search.show_chosen("")
        self.papers.show_catalogue((), ())
        self.case_section.offer((), None)
        self._show_procedure()

    def complete(self, limit: TimeLimit, source: str) -> None:
        """Have the missing limit kept, then go on with the completed procedure."""
        if self._stored is None:
            return
        code, channel, case = self._stored.procedure.code, self._channel, self.case
        self._kept = self._keepsake(self._stored.procedure)
        self._load += 1
        load = self._load
        self._lane.run(
            self,
            lambda: (
                self._actions.complete_limit(code, channel, case, limit, source),
                self._actions.tariff(),
            ),
            lambda found: self._on_loaded(load, *found),
            self._on_limit_refused,
        )

    def fields(self) -> dict[str, QWidget]:
        """The fields by their names in a request."""
        return {
            "procedure": self.search.field,
            "case": self.cases,
            "limit": self.limit.amount,
            "documents": self.papers,
            "certification": self.lane,
            "sets": self.sets,
            "note": self.note,
            "received_at": self.extras.received_at,
            "filed_at": self.extras.filed_at,
        } | self.fee.fields()

    def stops(self) -> list[QWidget]:
        """Where Enter leads, in order."""
        return [
            self.search.field.input,
            self.cases,
            *self.limit.stops(),
            *self.papers.stops(),
            self.lane.entry,
            self.sets.input,
            self.note.input,
            *self.fee.stops(),
            *self.extras.stops(),
        ]

    def tab_order(self) -> list[QWidget]:
        """Every input, in order."""
        return [
            self.search.field.input,
            self.case_section.change,
            self.cases,
            *self.limit.stops(),
            self.limit.button,
            self.papers.list,
            self.papers.extra,
            self.lane.table,
            self.lane.entry,
            self.sets.input,
            self.return_by.input,
            self.note.input,
            self.fee.toggle,
            *self.fee.stops(),
            self.extras.toggle,
            self.extras.received_at.input,
            self.extras.filed_at.input,
            self.extras.boundary_free,
        ]

    def _build(self) -> None:
        actions = self._actions
        self.search = ProcedureSearch(actions.procedures, actions.say, self._lane)
        self.name = plain_label("", "strong")
        self.about = plain_label("", "quiet")
        self.case_section = CaseSection()
        self.cases = self.case_section.list
        self.twin = TwinStrip()
        self.limit = LimitStrip(actions.say)
        self.papers = PaperSection()
        self.lane = CertificationLane()
        self.fee = FeePanel(actions.say)
        self.sets = CountField(self.tr("Số bộ"), actions.say, field="sets", least=1, most=99)
        ways = [
            (ReturnBy.DESK, self.tr("Tại quầy")),
            (ReturnBy.POST, self.tr("Bưu chính")),
            (ReturnBy.ONLINE, self.tr("Trực tuyến")),
        ]
        self.return_by: ChoiceField[ReturnBy] = ChoiceField(self.tr("Nhận kết quả"), ways)
        self.note = LineField(
            self.tr("Ghi chú in trên phiếu"),
            actions.say,
            read=lambda text: paragraph(text, field="note", limit=intake_check.NOTE_LIMIT),
        )
        self.extras = Extras(actions.say, actions.now)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.sets, 1)
        row.addWidget(self.return_by, 2)
        row.addWidget(self.note, 5)
        self._rest = QWidget()
        rest = QVBoxLayout(self._rest)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(7)
        rest.addWidget(self.papers, 1)
        rest.addWidget(self.lane, 1)
        rest.addLayout(row)
        rest.addWidget(self.fee)
        rest.addWidget(self.extras)
        self._scroll = FormScroll((14, 0, 14, 12), 7)
        column = self._scroll.column
        for widget in (
            self.search, self.name, self.about, self.twin, self.case_section, self.limit,
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
        outer.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self.search.chosen.connect(self.choose)
        self.search.typed.connect(self.changed)
        self.search.list.installEventFilter(self)
        self.case_section.chosen.connect(self._on_case)
        self.limit.completed.connect(self.complete)
        self.papers.changed.connect(self.changed)
        self.lane.changed.connect(self.changed)
        self.fee.changed.connect(self.changed)
        self.sets.changed.connect(self.changed)
        self.return_by.changed.connect(self.changed)
        self.note.changed.connect(self.changed)
        self.extras.changed.connect(self.changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self._show_parts()
        return super().eventFilter(watched, event)

    def _fetch(self, job: Callable[[], StoredProcedure | None]) -> None:
        self._load += 1
        load = self._load
        self._lane.run(
            self,
            lambda: (job(), self._actions.tariff()),
            lambda found: self._on_loaded(load, *found),
            self._on_not_loaded,
        )

    def _on_loaded(self, load: int, stored: StoredProcedure | None, tariff: Tariff | None) -> None:
        if load != self._load:
            return
        kept, self._kept = self._kept, None
        if stored is None:
            self.not_in_force.emit(kept.name if kept else "")
            return
        self._stored = stored
        procedure = stored.procedure
        cases = procedure.cases
        case = kept.case if kept and kept.case in cases else None
        if len(cases) == 1:
            case = cases[0]
        self.case_section.offer(cases, case)
        self._show_charged(procedure, tariff)
        self._show_papers(case, kept.papers if kept else ())
        if kept and self._certifies:
            self.lane.fill(kept.certification)
        self.search.show_chosen(procedure.name)
        self._show_procedure()
        self.changed.emit()
        self.procedure_shown.emit()

    def _on_not_loaded(self, error: Exception) -> None:
        words = self._actions.say(error) if isinstance(error, DeskError) else str(error)
        self.search.field.show_problem(words)

    def _on_limit_refused(self, error: Exception) -> None:
        words = self._actions.say(error) if isinstance(error, DeskError) else str(error)
        self.limit.show_refusal(words)

    def _on_case(self, case: str) -> None:
        if self._stored is None:
            return
        self._show_papers(case, self._ticked())
        self._show_procedure()
        self.changed.emit()
        self.procedure_shown.emit()

    def _show_charged(self, procedure: Procedure, tariff: Tariff | None) -> None:
        rates = tariff.rates_of(procedure.code) if tariff else ()
        self._certifies = bool(rates)
        if rates:
            self.lane.offer(rates[0].kind)
        self.fee.offer_grounds(tariff.grounds if tariff else ())

    def _show_papers(self, case: str | None, ticked: Sequence[PaperState]) -> None:
        """Ask for the papers of `case`; where it is papers that are certified, for none."""
        procedure = self.procedure
        asks = procedure is not None and not self._certifies
        asked = procedure.documents_for(case) if procedure is not None and asks else ()
        self.papers.show_catalogue(asked, ticked if asks else ())

    def _ticked(self) -> tuple[PaperState, ...]:
        return tuple(paper for paper in self.papers.papers() if paper.is_present)

    def _keepsake(self, procedure: Procedure) -> ChosenProcedure:
        return ChosenProcedure(
            "", procedure.code, procedure.name, self.case, self.papers.papers(), self.lane.rows()
        )

    def _show_procedure(self) -> None:
        stored = self._stored
        procedure = stored.procedure if stored else None
        long = procedure.name if procedure and len(procedure.name) > 60 else ""
        short = long if len(long) <= WHOLE_NAME else long[:WHOLE_NAME].rstrip() + "…"
        self.name.setText(short)
        self.name.setToolTip(long if short != long else "")
        self.about.setText(self._about(procedure) if procedure else "")
        self._show_limit()

    def _about(self, procedure: Procedure) -> str:
        parts = [procedure.code, procedure.field]
        if procedure.provenance is Provenance.UNVERIFIED:
            parts.append(self.tr("▲ cần kiểm tra với danh mục công bố"))
        return " · ".join(part for part in parts if part)

    def _show_parts(self) -> None:
        """Give the room to what is being done: searching, choosing a case, or the papers."""
        is_searching = self.search.is_open
        has = self._stored is not None and not is_searching
        wants_case = has and self.lacks_case
        self.name.setVisible(has and bool(self.name.text()))
        self.about.setVisible(has)
        if has:
            self.case_section.show_part(is_due=wants_case)
        else:
            self.case_section.hide()
        has_papers = has and not wants_case and not self.lacks_limit
        self._rest.setVisible(has_papers)
        self.papers.setVisible(not self._certifies)
        self.lane.setVisible(self._certifies)
        self._hint.setVisible(self._stored is None and not is_searching)
        self._filler.setVisible(not is_searching and not has_papers)
        self._scroll.column.setStretchFactor(self.search, int(is_searching))

    def _show_limit(self) -> None:
        if self.lacks_limit and self._stored is not None:
            rule = self._stored.procedure.rule_for(self._channel, self.case)
            self.limit.ask(rule.note[:200] if rule else "")
        else:
            self.limit.hide()
        self._show_parts()
