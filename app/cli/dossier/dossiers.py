"""Commands about dossiers: intake, show, find, print."""

import hashlib
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from app.answers.board import BoardRow
from app.answers.dossier import DossierView, Registered
from app.cli.context import PATH, Context, answer, answering, iso
from app.cli.contradictions import contradictions_body
from app.cli.desk import OpenDesk, open_desk, require_believed
from app.cli.dossier.doubted import doubted_body
from app.cli.dossier.lying import lying_lines, stay_body
from app.cli.dossier.scan import say_if_garbled
from app.cli.language import message, translated, word_for
from app.cli.money.money_words import certified_body, fee_body, payment_body
from app.cli.outputs import OutputFile
from app.cli.vietnamese import command
from app.domain.clock import time_and_day
from app.domain.dossier.dossier import SubmittedDocument
from app.domain.dossier.identity import masked
from app.domain.forms.codes import RECEIPT_FORM
from app.domain.forms.print_request import PrintRequest
from app.domain.money.fee import dong
from app.domain.money.payment import read_slip_number
from app.domain.scanning.code import read_scan
from app.domain.workflow.states import DossierEvent
from app.exchange import intake_file
from app.exchange.target import Kind, Target
from app.outside.ordinary import read_file
from app.printing.paper import Paper
from app.printing.registry import form_of
from app.usecases.dossier import intake as usecases
from app.usecases.printing import prints
from app.usecases.queries import lookup
from app.usecases.unit import Request


@command()
@click.argument("request", type=PATH)
@click.option("--receipt", type=OutputFile(), help="Ghi giấy tiếp nhận ra PDF.")
@answering
def intake(context: Context, request: Path, receipt: Path | None, as_json: bool) -> None:
    """Tiếp nhận một hồ sơ từ tệp REQUEST.json; luôn trả lời bằng JSON."""
    del as_json  # accepted like everywhere; the answer is JSON in any case
    read = intake_file.read(read_file(request))
    with open_desk(context) as opened:
        target = opened.target(receipt, Kind.PDF) if receipt else None
        require_believed(opened)
        rules = lookup.rules(opened.desk, opened.actor)
        stored = rules.in_force(read.procedure, context.clock.now().date())
        registered = usecases.register_dossier(
            opened.desk, opened.actor, read.request(stored.procedure), sent=opened.request
        )
        if target is not None:
            with opened.afterwards(translated("ghi giấy tiếp nhận ra tệp")):
                _write_receipt(opened, registered, target)
    answer(registered_body(registered), "", as_json=True)


def _write_receipt(opened: OpenDesk, registered: Registered, target: Target) -> None:
    """The receipt as PDF; of a repeated request the same one."""
    desk, actor = opened.desk, opened.actor
    printed = prints.next_print(
        desk,
        actor,
        PrintRequest(RECEIPT_FORM, registered.dossier_id),
        paper=form_of(RECEIPT_FORM).usual_paper(lookup.settings(desk, actor)),
        request=_request_of_receipt(opened.request.id),
    )
    opened.write(target, printed.pdf)
    if not printed.arrived:
        prints.note_printer(desk, actor, printed.print_id, f"PDF {target.path.name}")


def _request_of_receipt(request_id: str) -> Request:
    """The receipt's own request, by a name that no request of its length would bear by chance."""
    if not request_id:
        return Request()
    request = Request(hashlib.sha256(f"{request_id}\n{RECEIPT_FORM}".encode()).hexdigest())
    request.asked = RECEIPT_FORM
    return request


def registered_body(registered: Registered) -> dict[str, object]:
    """What `intake` answers with."""
    return {
        "dossier_code": registered.dossier_code,
        "due_at": iso(registered.due_at),
        "calendar_confirmed": registered.calendar_confirmed,
        "ledger_hash": registered.ledger_hash,
        **({"official_code": registered.official_code} if registered.official_code else {}),
        **({"outside_hours": True} if registered.outside_hours else {}),
        **_charged(registered),
        **doubted_body(registered.doubts),
        **_proposed(registered),
    }


def _proposed(registered: Registered) -> dict[str, object]:
    """Names that are likelier written otherwise, each by its field."""
    names = {f"{one.whose}.full_name": one.proposed for one in registered.names if one.proposed}
    return {"proposed": names} if names else {}


def _charged(registered: Registered) -> dict[str, object]:
    """What was charged, numbered and paid, where there is any of it."""
    body: dict[str, object] = {}
    if registered.certification:
        body["certification"] = [certified_body(paper) for paper in registered.certification]
    if registered.fees:
        body["fees"] = [fee_body(line) for line in registered.fees]
    if registered.payment:
        body["payment"] = payment_body(registered.payment)
    return body


@command()
@click.argument("code")
@answering
def show(context: Context, code: str, as_json: bool) -> None:
    """In một hồ sơ: người nộp, giấy tờ, hẹn trả, các lần in và diễn biến."""
    with open_desk(context) as opened:
        desk, actor = opened.desk, opened.actor
        view = lookup.dossier_view(desk, actor, lookup.dossier_id_of(desk, actor, code))
    answer(dossier_body(view), _dossier_text(view), as_json=as_json)


@command()
@click.argument("text")
@answering
def find(context: Context, text: str, as_json: bool) -> None:
    """Tìm theo mã, nhãn, tên (có dấu hay không), điện thoại, số giấy tờ, số phiếu, thủ tục."""
    with open_desk(context) as opened:
        rows = lookup.find(opened.desk, opened.actor, text)
    say_if_garbled(read_scan(text, context.clock.now().date()))
    lines = [_row_text(row) for row in rows] or [translated("Không thấy hồ sơ nào.")]
    answer({"dossiers": [_row_body(row) for row in rows]}, "\n".join(lines), as_json=as_json)


@command("print")
@click.argument("code")
@click.option(
    "--form",
    default="01",
    show_default=True,
    help="Số mẫu, ví dụ 01; label là nhãn bìa, payment là phiếu thu, collect là giấy mời nhận "
    "kết quả.",
)
@click.option("--slip", help="Số phiếu thu, ví dụ 12/2026; mặc định: phiếu cuối cùng.")
@click.option(
    "--paper",
    type=click.Choice([paper.value for paper in Paper]),
    metavar="KHỔ",
    help="Khổ giấy: a4, a5, a4x2, 80mm; nhãn là 50x30.",
)
@click.option("--to", "out", type=OutputFile(), required=True, help="Tệp PDF.")
@click.option(
    "--reason", default="Ghi ra tệp bằng dòng lệnh", show_default=True, help="Vì sao in lại."
)
@answering
def print_form(
    context: Context,
    code: str,
    form: str,
    slip: str | None,
    paper: str | None,
    out: Path,
    reason: str,
    as_json: bool,
) -> None:
    """Ghi một mẫu của hồ sơ ra PDF; lần in lại được đánh dấu và đếm."""
    number = read_slip_number(slip, year=context.clock.now().year) if slip else None
    with open_desk(context) as opened:
        desk, actor = opened.desk, opened.actor
        target = opened.target(out, Kind.PDF)
        dossier_id = lookup.dossier_id_of(desk, actor, code)
        wanted = prints.wanted_form(desk, actor, dossier_id, _form_code(form), number)
        printed = prints.next_print(
            desk,
            actor,
            wanted,
            paper=paper or form_of(wanted.form).usual_paper(lookup.settings(desk, actor)),
            reason=reason,
            request=opened.request,
        )
        opened.write(target, printed.pdf)
        if not printed.arrived:
            with opened.afterwards(translated("ghi vào sổ là đã in ra tệp")):
                prints.note_printer(
                    desk,
                    actor,
                    printed.print_id,
                    f"PDF {out.name}",
                    reason=reason if printed.copy_number > 1 else "",
                )
    body = {"path": str(out), "copy_number": printed.copy_number, "pages": printed.pages}
    answer(body, message("Đã ghi {0} (lần {1}).", out, printed.copy_number), as_json=as_json)


def _form_code(typed: str) -> str:
    """The code of a form as it is typed: of a number one digit will do."""
    return typed.zfill(2) if typed.isdigit() else typed


def dossier_body(view: DossierView) -> dict[str, object]:
    """A dossier whole, as plain values for JSON."""
    body = {key: _plain(value) for key, value in asdict(view.dossier).items()}
    body["limit"] = str(view.dossier.limit)
    body["timeline"] = _plain([asdict(entry) for entry in view.timeline])
    body["prints"] = _plain([asdict(entry) for entry in view.prints])
    body["pending_events"] = view.pending_events
    body["stays"] = [stay_body(stay) for stay in view.stays]
    return body | contradictions_body(view.contradictions)


def _plain(value: Any) -> Any:  # noqa: ANN401 - JSON is anything
    if isinstance(value, datetime):
        return iso(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value


def _dossier_text(view: DossierView) -> str:
    dossier = view.dossier
    due = time_and_day(dossier.due_at) if dossier.due_at else translated("không có hạn đang chạy")
    number = masked(dossier.applicant.personal_id) or translated("không có số giấy tờ")
    lines = [
        f"{dossier.shown_code}  {word_for(dossier.state)}",
        f"{translated('Người nộp')}: {dossier.applicant.full_name} ({number})",
        f"{translated('Thủ tục')}: {dossier.procedure_code} {dossier.procedure_name}",
        message("Nhận: {0}   Hẹn trả: {1}", time_and_day(dossier.received_at), due),
        *lying_lines(view),
        *(f"  - {p.name} ({_sheets(p)})" for p in dossier.documents),
        *(
            f"  - {p.name} ({message('{0} trang, {1} bản', p.pages, p.copies)}) {p.number}"
            for p in dossier.certification
        ),
        *(f"  {line.name}: {dong(line.due)}" for line in dossier.fees),
        *(
            f"{time_and_day(entry.at, with_year=False)}  {word_for_event(entry.event)}"
            f"  {entry.officer}" + (f": {entry.reason}" if entry.reason else "")
            for entry in view.timeline
        ),
    ]
    return "\n".join(lines)


def _sheets(paper: SubmittedDocument) -> str:
    if not paper.shown:
        return message("{0} bản chính, {1} bản sao", paper.originals, paper.copies)
    if paper.copies:
        return message("xuất trình, {0} bản sao", paper.copies)
    return translated("xuất trình")


def word_for_event(event: str) -> str:
    """The word for a ledger row's event."""
    return word_for(DossierEvent(event)) if event in set(DossierEvent) else event


def _row_body(row: BoardRow) -> dict[str, object]:
    return {
        "dossier_code": row.code,
        "applicant": row.applicant,
        "procedure": row.procedure,
        "state": row.state.value,
        "received_at": iso(row.received_at),
        "due_at": iso(row.due_at),
        "found_by": str(row.found_by) or None,
    }


def _row_text(row: BoardRow) -> str:
    due = time_and_day(row.due_at, with_year=False) if row.due_at else "–"
    when = message("hẹn {0}", due)
    by = f"  ({translated(row.found_by)})" if row.found_by else ""
    return f"{row.code}  {row.applicant}  {row.procedure[:60]}  {word_for(row.state)}  {when}{by}"
