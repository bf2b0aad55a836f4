"""Commands of hand-over: a stack given, scanned back, looked at; and where dossiers lie."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from app.answers.handover import HandoverRecord, LyingDossier, NotedDifference, Reception, RecordRow
from app.cli.context import PATH, Context, answer, answering, iso
from app.cli.desk import OpenDesk, open_desk
from app.cli.dossier.lying import stay_body
from app.cli.language import message, translated, translation
from app.cli.outputs import OutputFile
from app.cli.vietnamese import group
from app.domain.clock import time_and_day
from app.domain.phrases import translated as in_language
from app.domain.workflow.handover import RecordNumber, read_record_number
from app.exchange import code_list
from app.exchange.target import Kind
from app.outside.ordinary import read_file
from app.usecases.handover import giving, lying, recorded, taking
from app.wording.deadline import as_it_is, remaining_text, standing_text
from app.wording.handover.words import DIFFERENCES

_STANDARD_INPUT = Path("-")
_codes = click.argument("codes", nargs=-1)
_file = click.option(
    "--codes", "file", type=PATH, help="Tệp mã, mỗi dòng một mã; dấu - để đọc từ máy quét, ống dẫn."
)
_number = click.argument("number")


@group()
def handover() -> None:
    """Bàn giao hồ sơ giữa các cơ quan, bộ phận: lập biên bản, quét nhận lại, in, xem ở đâu."""


@handover.command("new")
@click.option("--to", "agency", required=True, help="Bên nhận; desk là bộ phận Một cửa.")
@_codes
@_file
@click.option("--note", default="", help="Ghi chú trên biên bản.")
@answering
def handover_new(
    context: Context,
    agency: str,
    codes: tuple[str, ...],
    file: Path | None,
    note: str,
    as_json: bool,
) -> None:
    """Bàn giao một chồng hồ sơ: mọi mã đều đúng thì lập biên bản, một mã sai thì không lập."""
    read = _read(file)
    with open_desk(context) as opened:
        made = giving.hand_over(
            opened.desk,
            opened.actor,
            _all(opened, codes, read),
            agency=agency,
            note=note,
            request=opened.request,
        )
    body = {
        "number": str(made.number),
        "year": made.number.year,
        "from": made.giver,
        "to": made.receiver,
        "dossiers": list(made.codes),
        "papers": made.papers,
        "ledger_hash": made.ledger_hash,
    }
    text = message(
        "Biên bản {0}: {1} → {2}, {3} hồ sơ, {4} giấy tờ.",
        made.number,
        made.giver,
        made.receiver,
        len(made.codes),
        made.papers,
    )
    answer(body, text, as_json=as_json)


@handover.command("receive")
@_number
@_codes
@_file
@answering
def handover_receive(
    context: Context, number: str, codes: tuple[str, ...], file: Path | None, as_json: bool
) -> None:
    """Bên nhận quét lại chồng hồ sơ của một biên bản; thiếu, thừa, quét hai lần được ghi lại."""
    read, record = _read(file), _record_number(context, number)
    with open_desk(context) as opened:
        found = taking.take_over(
            opened.desk,
            opened.actor,
            record,
            _all(opened, codes, read),
            request=opened.request,
        )
    answer(_reception_body(found), "\n".join(_reception_lines(found)), as_json=as_json)


@handover.command("show")
@_number
@answering
def handover_show(context: Context, number: str, as_json: bool) -> None:
    """Một biên bản: từng hồ sơ, đã nhận chưa, và các chênh lệch đã ghi."""
    record = _record_number(context, number)
    with open_desk(context) as opened:
        found = recorded.handover_record(opened.desk, opened.actor, record)
    answer(_record_body(found), "\n".join(_record_lines(found)), as_json=as_json)


@handover.command("list")
@answering
def handover_list(context: Context, as_json: bool) -> None:
    """Các biên bản mới nhất, và mọi biên bản còn hồ sơ chưa được nhận lại."""
    with open_desk(context) as opened:
        rows = recorded.handover_records(opened.desk, opened.actor)
    lines = [*map(_row_line, rows)] or [translated("Chưa có biên bản bàn giao nào.")]
    answer({"records": list(map(_row_body, rows))}, "\n".join(lines), as_json=as_json)


@handover.command("where")
@click.option("--agency", default="", help="Chỉ hồ sơ ở cơ quan, bộ phận này; desk là Một cửa.")
@click.option("--late", "is_late", is_flag=True, help="Chỉ hồ sơ đã quá hạn của bước.")
@answering
def handover_where(context: Context, agency: str, is_late: bool, as_json: bool) -> None:
    """Hồ sơ đang mở nằm ở đâu, từ khi nào, bước nào, còn bao lâu hay đã quá hạn."""
    with open_desk(context) as opened:
        rows = lying.lying_outside(opened.desk, opened.actor, agency=agency, is_late=is_late)
    lines = [*map(_lying_line, rows), message("{0} hồ sơ.", len(rows))]
    answer({"dossiers": list(map(_lying_body, rows))}, "\n".join(lines), as_json=as_json)


@handover.command("print")
@_number
@click.option("--to", "out", type=OutputFile(), required=True, help="Tệp PDF.")
@answering
def handover_print(context: Context, number: str, out: Path, as_json: bool) -> None:
    """Ghi biên bản bàn giao ra PDF, hai bản; sau khi quét nhận thì có cả kết quả nhận."""
    record = _record_number(context, number)
    with open_desk(context) as opened:
        target = opened.target(out, Kind.PDF)
        opened.write(target, recorded.handover_pdf(opened.desk, opened.actor, record))
    answer({"path": str(out)}, message("Đã ghi {0}.", out), as_json=as_json)


def _read(file: Path | None) -> tuple[str, ...]:
    """The codes of a file, or of what comes in at standard input."""
    if file is None:
        return ()
    if file == _STANDARD_INPUT:
        return code_list.read(sys.stdin.buffer.read(code_list.MOST_BYTES + 1))
    return code_list.read(read_file(file))


def _all(opened: OpenDesk, codes: Sequence[str], read: Sequence[str]) -> tuple[str, ...]:
    """The codes typed and those read; both are what a repeated request asks for."""
    if isinstance(opened.request.asked, dict):
        opened.request.asked["read"] = list(read)
    return (*codes, *read)


def _record_number(context: Context, text: str) -> RecordNumber:
    return read_record_number(text, year=context.clock.now().year)


def _reception_body(found: Reception) -> dict[str, object]:
    return {
        "number": str(found.number),
        "year": found.number.year,
        "to": found.receiver,
        "taken": list(found.taken),
        "listed": found.listed,
        "open": found.open,
        "differences": list(map(_difference_body, found.differences)),
        "ledger_hash": found.ledger_hash,
    }


def _reception_lines(found: Reception) -> list[str]:
    head = message(
        "Biên bản {0}: vừa nhận {1} hồ sơ; còn thiếu {2} trong {3}.",
        found.number,
        len(found.taken),
        found.open,
        found.listed,
    )
    return [head, *map(_difference_line, found.differences)]


def _difference_body(one: NotedDifference) -> dict[str, object]:
    return {
        "kind": one.kind.value,
        "code": one.code,
        "why": one.why,
        "noted_at": iso(one.noted_at),
        "officer": one.officer,
        "is_settled": one.is_settled,
    }


def _difference_line(one: NotedDifference) -> str:
    why = f" ({in_language(one.why, translation())})" if one.why else ""
    later = f"  {translated('đã nhận sau')}" if one.is_settled else ""
    return f"▲ {translated(DIFFERENCES[one.kind])}: {one.code}{why}{later}"


def _record_body(found: HandoverRecord) -> dict[str, object]:
    return {
        "number": str(found.number),
        "year": found.number.year,
        "from": found.giver,
        "to": found.receiver,
        "officer": found.officer,
        "made_at": iso(found.made_at),
        "note": found.note,
        "dossiers": [
            {
                "dossier_code": line.dossier.code,
                "applicant": line.dossier.applicant,
                "originals": line.dossier.originals,
                "copies": line.dossier.copies,
                "taken_at": iso(line.taken_at),
                "taken_by": line.taken_by,
                "is_missed": line.is_missed,
            }
            for line in found.lines
        ],
        "differences": list(map(_difference_body, found.differences)),
    }


def _record_lines(found: HandoverRecord) -> list[str]:
    head = message(
        "Biên bản {0}, {1}: {2} → {3}, {4}; đã nhận {5}/{6} hồ sơ.",
        found.number,
        time_and_day(found.made_at),
        found.giver,
        found.receiver,
        found.officer,
        found.taken,
        len(found.lines),
    )
    lines = []
    for nth, line in enumerate(found.lines, start=1):
        stands = translated("chưa nhận")
        if line.taken_at is not None:
            stands = message("nhận {0}, {1}", time_and_day(line.taken_at), line.taken_by)
        elif line.is_missed:
            stands = translated("thiếu khi nhận")
        lines.append(f"{nth:>3}  {line.dossier.code}  {line.dossier.applicant}  {stands}")
    return [head, *lines, *map(_difference_line, found.differences)]


def _row_body(row: RecordRow) -> dict[str, object]:
    return {
        "number": str(row.number),
        "year": row.number.year,
        "made_at": iso(row.made_at),
        "from": row.giver,
        "to": row.receiver,
        "officer": row.officer,
        "dossiers": row.lines,
        "waiting": row.waiting,
    }


def _row_line(row: RecordRow) -> str:
    waits = message("còn {0} hồ sơ chưa nhận", row.waiting) if row.waiting else ""
    line = f"{row.number}  {time_and_day(row.made_at)}  {row.giver} → {row.receiver}"
    count = message("{0} hồ sơ", row.lines)
    return "  ".join(filter(None, (line, count, waits)))


def _lying_body(one: LyingDossier) -> dict[str, object]:
    return {
        "dossier_code": one.code,
        "applicant": one.applicant,
        **stay_body(one.stay),
        "agency": one.agency,
        "due_at": iso(one.due_at),
    }


def _lying_line(one: LyingDossier) -> str:
    stay, tr = one.stay, translation() or as_it_is
    step = stay.step.duty if stay.step else translated("không có hạn của bước")
    stands = standing_text(stay.standing, tr)
    if one.left is not None:
        stands = f"{stands}, {remaining_text(one.left, tr)}"
    way = f"  {translated('chưa nhận bàn giao')}" if stay.is_on_its_way else ""
    since = message("từ {0}", time_and_day(stay.since, with_year=False))
    return f"{one.code}  {one.applicant}  {one.agency}  {since}  {step}  {stands}{way}"
