"""Verbs about dossiers: intake, show, find, print."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from app.cli.context import Context, answer, iso, json_option
from app.cli.money_words import certified_body, fee_body, payment_body
from app.cli.tongue import tell, told, word_for
from app.cli.vietnamese import verb
from app.domain.answers import DossierView, Registered
from app.domain.board import BoardRow
from app.domain.fee import dong
from app.domain.identity import masked
from app.domain.payment import read_slip_number
from app.exchange import files, intake_file


@verb()
@click.argument("request", type=click.Path(path_type=Path))
@click.option("--receipt", type=click.Path(path_type=Path), help="Ghi giấy tiếp nhận ra PDF.")
@json_option
@click.pass_obj
def intake(context: Context, request: Path, receipt: Path | None, as_json: bool) -> None:
    """Tiếp nhận một hồ sơ từ tệp REQUEST.json; luôn trả lời bằng JSON."""
    from app.usecases import intake as usecases  # noqa: PLC0415 - loads the database
    from app.usecases import lookup, printing  # noqa: PLC0415 - loads the database

    del as_json  # accepted like everywhere; the answer is JSON in any case
    read = intake_file.read(files.read_file(request))
    with context.desk() as opened:
        rules = lookup.rules(opened.desk)
        stored = rules.in_force(read.procedure, context.clock.now().date())
        registered = usecases.register_dossier(
            opened.desk, opened.actor, read.request(stored.procedure)
        )
        answer(registered_body(registered), "", as_json=True)
        if receipt is not None:
            printed = printing.next_print(
                opened.desk,
                opened.actor,
                registered.dossier_id,
                form=usecases.RECEIPT_FORM,
                paper=rules.settings.paper,
            )
            files.write_file(receipt, printed.pdf)
            printing.note_printer(
                opened.desk, opened.actor, printed.print_id, f"PDF {receipt.name}"
            )


def registered_body(registered: Registered) -> dict[str, object]:
    """What `intake` answers with."""
    return {
        "dossier_code": registered.dossier_code,
        "due_at": iso(registered.due_at),
        "calendar_confirmed": registered.calendar_confirmed,
        "ledger_hash": registered.ledger_hash,
        **_charged(registered),
    }


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


@verb()
@click.argument("code")
@json_option
@click.pass_obj
def show(context: Context, code: str, as_json: bool) -> None:
    """In một hồ sơ: người nộp, giấy tờ, hẹn trả, các lần in và diễn biến."""
    from app.usecases import lookup  # noqa: PLC0415 - loads the database

    with context.desk() as opened:
        view = lookup.dossier_view(opened.desk, lookup.dossier_id_of(opened.desk, code))
    answer(dossier_body(view), _dossier_text(view), as_json=as_json)


@verb()
@click.argument("text")
@json_option
@click.pass_obj
def find(context: Context, text: str, as_json: bool) -> None:
    """Tìm theo mã, bốn số cuối, tên (có dấu hay không), điện thoại, số giấy tờ."""
    from app.usecases import lookup  # noqa: PLC0415 - loads the database

    with context.desk() as opened:
        rows = lookup.find(opened.desk, text)
    lines = [_row_text(row) for row in rows] or [told("Không thấy hồ sơ nào.")]
    answer({"dossiers": [_row_body(row) for row in rows]}, "\n".join(lines), as_json=as_json)


@verb("print")
@click.argument("code")
@click.option(
    "--form",
    default="01",
    show_default=True,
    help="Số mẫu, ví dụ 01; label là nhãn bìa, payment là phiếu thu.",
)
@click.option("--slip", help="Số phiếu thu, ví dụ 12/2026; mặc định: phiếu cuối cùng.")
@click.option(
    "--paper",
    type=click.Choice(["a4", "a5", "a4x2", "80mm", "50x30"]),
    metavar="KHỔ",
    help="Khổ giấy: a4, a5, a4x2, 80mm; nhãn là 50x30.",
)
@click.option("--to", "out", type=click.Path(path_type=Path), required=True, help="Tệp PDF.")
@click.option(
    "--reason", default="Ghi ra tệp bằng dòng lệnh", show_default=True, help="Vì sao in lại."
)
@json_option
@click.pass_obj
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
    from app.usecases import lookup, printing  # noqa: PLC0415 - loads the database

    number = read_slip_number(slip, year=context.clock.now().year) if slip else None
    with context.desk() as opened:
        dossier_id = lookup.dossier_id_of(opened.desk, code)
        if form == "payment":
            form = printing.slip_form_of(opened.desk, dossier_id, number)
        printed = printing.next_print(
            opened.desk,
            opened.actor,
            dossier_id,
            form=form.zfill(2),
            paper=paper or printing.usual_paper(lookup.settings(opened.desk), form.zfill(2)),
            reason=reason,
        )
        files.write_file(out, printed.pdf)
        printing.note_printer(
            opened.desk,
            opened.actor,
            printed.print_id,
            f"PDF {out.name}",
            reason=reason if printed.copy_number > 1 else "",
        )
    body = {"path": str(out), "copy_number": printed.copy_number, "pages": printed.pages}
    answer(body, tell("Đã ghi {0} (lần {1}).", out, printed.copy_number), as_json=as_json)


def dossier_body(view: DossierView) -> dict[str, object]:
    """A dossier whole, as plain values for JSON."""
    body = {key: _plain(value) for key, value in asdict(view.dossier).items()}
    body["limit"] = str(view.dossier.limit)
    body["timeline"] = _plain([asdict(entry) for entry in view.timeline])
    body["prints"] = _plain([asdict(entry) for entry in view.prints])
    body["pending_events"] = view.pending_events
    return body


def _plain(value: Any) -> Any:  # noqa: ANN401 - JSON is anything
    if isinstance(value, datetime):
        return iso(value)
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value


def _dossier_text(view: DossierView) -> str:
    dossier = view.dossier
    due = f"{dossier.due_at:%H:%M %d/%m/%Y}" if dossier.due_at else told("không có hạn đang chạy")
    number = masked(dossier.applicant.personal_id) or told("không có số giấy tờ")
    lines = [
        f"{dossier.code}  {word_for(dossier.state)}",
        f"{told('Người nộp')}: {dossier.applicant.full_name} ({number})",
        f"{told('Thủ tục')}: {dossier.procedure_code} {dossier.procedure_name}",
        tell("Nhận: {0:%H:%M %d/%m/%Y}   Hẹn trả: {1}", dossier.received_at, due),
        *(
            f"  - {p.name} ({tell('{0} chính, {1} sao', p.originals, p.copies)})"
            for p in dossier.documents
        ),
        *(
            f"  - {p.name} ({tell('{0} trang, {1} bản', p.pages, p.copies)}) {p.number}"
            for p in dossier.certification
        ),
        *(f"  {line.name}: {dong(line.due)}" for line in dossier.fees),
        *(
            f"{entry.at:%d/%m %H:%M}  {word_for_event(entry.event)}  {entry.officer}"
            + (f": {entry.reason}" if entry.reason else "")
            for entry in view.timeline
        ),
    ]
    return "\n".join(lines)


def word_for_event(event: str) -> str:
    """The word for a ledger row's event."""
    from app.domain.states import DossierEvent  # noqa: PLC0415 - beside its only use

    return word_for(DossierEvent(event)) if event in set(DossierEvent) else event


def _row_body(row: BoardRow) -> dict[str, object]:
    return {
        "dossier_code": row.code,
        "applicant": row.applicant,
        "procedure": row.procedure,
        "state": row.state.value,
        "received_at": iso(row.received_at),
        "due_at": iso(row.due_at),
    }


def _row_text(row: BoardRow) -> str:
    due = f"{row.due_at:%d/%m %H:%M}" if row.due_at else "–"
    when = tell("hẹn {0}", due)
    return f"{row.code}  {row.applicant}  {row.procedure[:60]}  {word_for(row.state)}  {when}"


VERBS: tuple[click.Command, ...] = (intake, show, find, print_form)
