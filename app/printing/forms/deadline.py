"""Bảng tính thời hạn: how the due time of a dossier was counted, day by day, with its law.

No circular prescribes it. Whoever reads it can count the due time again by hand
(`app.domain.deadline.explanation`).
"""

from dataclasses import dataclass
from functools import partial

from app.domain.dossier.dossier import Promise
from app.domain.forms.codes import DEADLINE_FORM
from app.domain.workflow.states import DossierState
from app.printing.content import minute_text
from app.printing.facts import FormFacts
from app.printing.form import Form, Subject
from app.printing.forms.dossier_codes import (
    DossierCodes,
    dossier_codes,
    dossier_flow,
    place_codes,
)
from app.printing.forms.dossier_words import digits_of_code, dossier_qr
from app.printing.layout.fitting import LaidOut, on_sheets
from app.printing.layout.fonts import Face
from app.printing.layout.head import official_head
from app.printing.layout.labelled import GAP, labelled
from app.printing.layout.page import Flow, Mark, Style
from app.printing.layout.signatures import signatures
from app.printing.layout.styles import STYLES
from app.printing.layout.table import Align, Column, table
from app.printing.layout.times import long_date, plain_moment
from app.printing.layout.wrapping import Run
from app.printing.paper import Paper
from app.wording.explanation import TableLine, explanation_notes, explanation_table
from app.wording.terms import word_for

NAME = "Bảng tính thời hạn giải quyết hồ sơ"
_DAYS = (
    Column("Ngày", 0.3),
    Column("Tính", 0.16, Align.CENTRE),
    Column("Vì sao", 0.54),
)
_PROMISES = (Column("Hẹn trả", 0.36), Column("Vì", 0.28), Column("Hẹn lúc", 0.36))


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineContent:
    """The count in words: `promises` are due time, why and when; `days` date, count and reasons.

    `notes` stand above the table of days: limit, receipt, start, rule, end; the last, below it, is
    the law in force on the day of receipt. `printed_on` is an ISO date.
    """

    superior_body: str
    office: str
    place: str
    printed_on: str
    code: str
    digits: str
    is_provisional: bool
    qr_text: str
    applicant_name: str
    procedure_code: str
    procedure_name: str
    promises: tuple[tuple[str, str, str], ...]
    notes: tuple[str, ...]
    days: tuple[tuple[str, str, str], ...]
    officer: str


def deadline_content(facts: FormFacts) -> DeadlineContent:
    """How the due time of a dossier was counted.

    Raises:
        ValueError: nobody counted it.
    """
    dossier, settings, counted = facts.dossier, facts.settings, facts.counted
    if counted is None:
        raise ValueError("a form about a count, without one")
    head = settings.letterhead
    return DeadlineContent(
        superior_body=head.above,
        office=head.issuer,
        place=settings.place,
        printed_on=facts.printed_at.date().isoformat(),
        code=dossier.shown_code,
        digits=digits_of_code(dossier.code),
        is_provisional=settings.provisional_line and not dossier.official_code,
        qr_text=dossier_qr(dossier, settings, paper=NAME, issued_at=dossier.received_at),
        applicant_name=dossier.applicant.full_name,
        procedure_code=dossier.procedure_code,
        procedure_name=dossier.procedure_name,
        promises=tuple(map(_promise, dossier.promises)),
        notes=explanation_notes(counted),
        days=tuple(map(_day, explanation_table(counted))),
        officer=facts.officer,
    )


def _day(line: TableLine) -> tuple[str, str, str]:
    """A tick is a letter that faces for paper lack."""
    return line.on, line.counted.replace("✓", "tính"), line.why


def _promise(promise: Promise) -> tuple[str, str, str]:
    due = plain_moment(minute_text(promise.due_at)) if promise.due_at else "không quy định"
    return due, word_for(promise.kind), plain_moment(minute_text(promise.made_at))


def lay_out(content: DeadlineContent, codes: DossierCodes, style: Style) -> list[list[Mark]]:
    """The pages of the count."""
    flow = dossier_flow(codes, style)
    official_head(
        flow,
        superior_body=content.superior_body,
        office=content.office,
        number="",
        place_and_date=f"{content.place or '…………'}, {long_date(content.printed_on)}",
    )
    place_codes(flow, codes)
    flow.space(0.8 * style.body)
    flow.centred([Run(NAME.upper(), Face.BOLD)], style.title)
    flow.centred([Run("Mã hồ sơ:"), Run(content.code, Face.BOLD)], style.body)
    flow.space(0.5 * style.body)
    labelled(flow, "Hồ sơ của:", content.applicant_name)
    labelled(flow, "Thủ tục:", f"{content.procedure_name} (mã\u00a0{content.procedure_code})")
    _rows(flow, "Các lần hẹn trả", _PROMISES, content.promises)
    for note in content.notes[:-1]:
        _note(flow, note)
    if content.days:
        _rows(flow, "Đếm từng ngày", _DAYS, content.days)
    for note in content.notes[-1:]:
        _note(flow, note)
    signatures(flow, left=None, right=("NGƯỜI LẬP BẢNG", content.officer))
    return flow.pages


def _rows(
    flow: Flow, head: str, columns: tuple[Column, ...], rows: tuple[tuple[str, str, str], ...]
) -> None:
    size = flow.style.body
    flow.space(GAP * size)
    flow.text([Run(head, Face.BOLD)], size)
    flow.space(GAP * size)
    table(flow, columns, rows)
    flow.space(2 * GAP * size)


def _note(flow: Flow, words: str) -> None:
    flow.text([Run(words)], flow.style.body)
    flow.space(GAP * flow.style.body)


def _on_sheets(paper: Paper, content: DeadlineContent, mark: str) -> LaidOut:
    codes = dossier_codes(
        content.code,
        content.qr_text,
        digits=content.digits,
        is_provisional=content.is_provisional,
    )
    return on_sheets(partial(lay_out, content, codes), STYLES[paper], mark)


FORM = Form(
    code=DEADLINE_FORM,
    name=NAME,
    subject=Subject.DOSSIER,
    content=DeadlineContent,
    content_from=deadline_content,
    layouts={paper: partial(_on_sheets, paper) for paper in (Paper.A4, Paper.A5)},
    on_demand=frozenset(DossierState),
)
