"""Mẫu 06, Phiếu kiểm soát quá trình giải quyết hồ sơ (Mẫu 05 of the 2018 set).

It fills itself from where the papers went: who gave them to whom and when, and how the giver stood
against the limit of the step. Its columns are those of Circular 01/2018/TT-VPCP; the layout of
Circular 03/2025 was not seen. Rows for the pen follow while the dossier is open; who gives and who
receives sign in the row, nobody beneath the table.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from app.domain.clock import time_and_day
from app.domain.deadline.standing import Standing
from app.domain.dossier.dossier import Dossier
from app.domain.forms.codes import CONTROL_FORM
from app.domain.forms.form_set import FormSet
from app.domain.workflow.handing import DESK
from app.domain.workflow.states import DossierState
from app.domain.workflow.stays import Stay
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
from app.printing.layout.labelled import labelled
from app.printing.layout.page import Mark, Style
from app.printing.layout.styles import STYLES
from app.printing.layout.table import Column, table
from app.printing.layout.times import long_date, long_moment, plain_moment
from app.printing.layout.wrapping import Run
from app.printing.paper import Paper
from app.wording.deadline import limit_text
from app.wording.handover.words import STEP_RESULTS

NAME = "Phiếu kiểm soát quá trình giải quyết hồ sơ"
_COLUMNS = (
    Column("TÊN CƠ QUAN", 0.28),
    Column("THỜI GIAN GIAO, NHẬN HỒ SƠ", 0.31),
    Column("KẾT QUẢ GIẢI QUYẾT HỒ SƠ (Trước hạn/đúng hạn/quá hạn)", 0.18),
    Column("GHI CHÚ", 0.23),
)
_DOTS = "……………"
_FOR_THE_PEN = (
    f"1. Giao: {_DOTS}\n2. Nhận: {_DOTS}",
    "… giờ … phút, ngày … tháng … năm 20…\nNgười giao:\n\nNgười nhận:\n",
    "",
    "",
)
_EMPTY_ROWS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlRow:
    """One time the papers changed hands; times are made by `minute_text`, `taken_at` may be empty.

    `result` is how the giver stood against the limit of its step.
    """

    giver: str
    receiver: str
    at: str
    given_by: str
    taken_by: str
    taken_at: str
    result: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlContent:
    """Everything the sheet says; `working` are the agencies of the steps, `is_open` wants rows."""

    superior_body: str
    office: str
    place: str
    printed_on: str
    number: str
    code: str
    digits: str
    is_provisional: bool
    qr_text: str
    applicant_name: str
    procedure_code: str
    procedure_name: str
    desk: str
    working: str
    received_at: str
    due_at: str
    rows: tuple[ControlRow, ...]
    is_open: bool


def control_content(facts: FormFacts) -> ControlContent:
    """What the sheet of a dossier says now."""
    dossier, settings, head = facts.dossier, facts.settings, facts.settings.letterhead
    names = dict.fromkeys(stay.agency for stay in facts.stays if stay.agency != DESK)
    return ControlContent(
        superior_body=head.above,
        office=head.issuer,
        place=settings.place,
        printed_on=facts.printed_at.date().isoformat(),
        number=facts.number,
        code=dossier.shown_code,
        digits=digits_of_code(dossier.code),
        is_provisional=settings.provisional_line and not dossier.official_code,
        qr_text=dossier_qr(dossier, settings, paper=NAME, issued_at=dossier.received_at),
        applicant_name=dossier.applicant.full_name,
        procedure_code=dossier.procedure_code,
        procedure_name=dossier.procedure_name,
        desk=settings.desk,
        working="; ".join(names) or settings.desk,
        received_at=minute_text(dossier.received_at),
        due_at=minute_text(dossier.due_at) if dossier.due_at else "",
        rows=tuple(_rows(dossier, facts.stays, settings.desk)),
        is_open=dossier.state.is_open,
    )


def _rows(dossier: Dossier, stays: tuple[Stay, ...], desk: str) -> Iterator[ControlRow]:
    """The receipt, every hand-over, and the return."""
    brought = dossier.representative or dossier.applicant
    yield ControlRow(
        giver=f"{brought.full_name} (người nộp)",
        receiver=desk,
        at=minute_text(dossier.received_at),
        given_by=brought.full_name,
        taken_by=dossier.officer,
        taken_at="",
        result="",
        note=_limit_note(stays[0]) if stays else "",
    )
    for before, after in pairwise(stays):
        handing = after.handing
        assert handing is not None  # noqa: S101 - every stay but the first was begun by one
        note = "\n".join(filter(None, (f"Biên bản {handing.record}", _limit_note(after))))
        yield ControlRow(
            giver=before.agency or desk,
            receiver=after.agency or desk,
            at=minute_text(after.since),
            given_by=handing.handed_by,
            taken_by=handing.taken_by,
            taken_at=minute_text(handing.taken_at) if handing.taken_at else "",
            result=STEP_RESULTS.get(before.standing, ""),
            note=note,
        )
    if dossier.returned_at is not None:
        last = stays[-1].standing if stays else Standing.NO_LIMIT
        yield ControlRow(
            giver=(stays[-1].agency if stays else "") or desk,
            receiver=f"{dossier.returned_to} (nhận kết quả)",
            at=minute_text(dossier.returned_at),
            given_by="",
            taken_by=dossier.returned_to,
            taken_at="",
            result=STEP_RESULTS.get(last, ""),
            note="Trả kết quả",
        )


def _limit_note(stay: Stay) -> str:
    """The limit of the step that begins, and until when it runs."""
    if stay.step is None:
        return ""
    until = f", đến {time_and_day(stay.due_at)}" if stay.due_at else ""
    return f"Hạn của bước: {limit_text(stay.step.limit)}{until}"


def lay_out(content: ControlContent, codes: DossierCodes, style: Style) -> list[list[Mark]]:
    """The pages of the sheet."""
    flow = dossier_flow(codes, style)
    official_head(
        flow,
        superior_body=content.superior_body,
        office=content.office,
        number=f"Số: {content.number}",
        place_and_date=f"{content.place or '…………'}, {long_date(content.printed_on)}",
    )
    place_codes(flow, codes)
    flow.space(0.8 * style.body)
    flow.centred([Run(NAME.upper(), Face.BOLD)], style.title)
    flow.centred([Run("Mã hồ sơ:"), Run(content.code, Face.BOLD)], style.body)
    flow.space(0.5 * style.body)
    labelled(flow, "Kèm theo hồ sơ của:", content.applicant_name, Face.BOLD)
    code = f" (mã\u00a0{content.procedure_code})" if content.procedure_code else ""
    labelled(flow, "Thủ tục hành chính:", f"{content.procedure_name}{code}")
    labelled(flow, "Bộ phận tiếp nhận và trả kết quả:", content.desk)
    labelled(flow, "Cơ quan (bộ phận) giải quyết hồ sơ:", content.working)
    labelled(flow, "Nhận hồ sơ:", long_moment(content.received_at))
    due = long_moment(content.due_at) if content.due_at else "không có hạn đang chạy"
    labelled(flow, "Hẹn trả kết quả:", due)
    flow.space(0.4 * style.body)
    rows = [_cells(row) for row in content.rows]
    table(flow, _COLUMNS, [*rows, *([_FOR_THE_PEN] * _EMPTY_ROWS if content.is_open else [])])
    return flow.pages


def _cells(row: ControlRow) -> tuple[str, str, str, str]:
    taken = f" ({plain_moment(row.taken_at)})" if row.taken_at else ""
    lines = [
        long_moment(row.at),
        f"Người giao: {row.given_by or _DOTS}",
        f"Người nhận: {row.taken_by or _DOTS}{taken}",
    ]
    place = f"1. Giao: {row.giver}\n2. Nhận: {row.receiver}"
    return place, "\n".join(lines), row.result, row.note


def _on_sheets(content: ControlContent, mark: str) -> LaidOut:
    codes = dossier_codes(
        content.code,
        content.qr_text,
        digits=content.digits,
        is_provisional=content.is_provisional,
    )
    return on_sheets(partial(lay_out, content, codes), STYLES[Paper.A4], mark)


FORM = Form(
    code=CONTROL_FORM,
    name=NAME,
    subject=Subject.DOSSIER,
    content=ControlContent,
    content_from=control_content,
    layouts={Paper.A4: _on_sheets},
    sets=(FormSet.TT01_2018, FormSet.TT03_2025),
    series="PKS",
    on_demand=frozenset(DossierState),
)
