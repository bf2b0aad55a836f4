"""Commands of a dossier's life after intake, from its start to its end and beyond."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from app.answers.dossier import DossierChanged
from app.cli.context import PATH, Context, answer, answering, iso
from app.cli.desk import NamedDossier, named_dossier
from app.cli.dossier.asked import asked_papers, came_papers, left_body
from app.cli.dossier.doubted import Doubts, doubted_body, doubted_lines
from app.cli.language import message, translated, word_for
from app.cli.vietnamese import command, group
from app.domain.clock import time_and_day
from app.domain.dossier.asked import MOST_SHEETS, AskedPaper
from app.domain.dossier.correction import Correction
from app.domain.dossier.dossier import Dossier
from app.domain.dossier.filing import code_doubt
from app.domain.dossier.held_data import AskReason
from app.domain.dossier.missing import asked_again, still_waited_for
from app.domain.dossier.names import doubts_by_field
from app.domain.dossier.opened import Opened
from app.domain.dossier.person_doubts import detail_doubts
from app.exchange import correction_file
from app.exchange.correction_file import CorrectionFile
from app.outside.ordinary import read_file
from app.usecases.certification.certifying import correct_certification
from app.usecases.dossier import ending, progress, taking_back
from app.usecases.dossier.correction import correct_dossier
from app.usecases.queries import lookup
from app.wording.sheets import left_text

F = TypeVar("F", bound=Callable[..., Any])
_code = click.argument("code")
_reason = click.option("--reason", required=True, help="Lý do.")
_note = click.option("--note", default="", help="Ghi chú.")


def _count(name: str, words: str) -> Callable[[F], F]:
    return click.option(f"--{name}", multiple=True, type=click.IntRange(0, MOST_SHEETS), help=words)


@command()
@_code
@answering
def start(context: Context, code: str, as_json: bool) -> None:
    """Bắt đầu xử lý một hồ sơ đã tiếp nhận."""
    with named_dossier(context, code) as found:
        changed = found.change(progress.start_processing)
    changed_answer(changed, as_json=as_json)


@group()
def supplement() -> None:
    """Yêu cầu bổ sung giấy tờ, và ghi nhận đã bổ sung đủ."""


@supplement.command("ask")
@_code
@click.option(
    "--paper",
    "papers",
    multiple=True,
    required=True,
    help="Giấy tờ cần bổ sung; lặp lại cho từng giấy tờ.",
)
@_count("originals", "Số bản chính của từng giấy tờ, theo thứ tự của --paper.")
@_count("certified", "Số bản chứng thực, như --originals.")
@_count("photocopies", "Số bản photo, như --originals.")
@click.option("--basis", "bases", multiple=True, help="Căn cứ của từng giấy tờ, như --originals.")
@click.option(
    "--outside-reason",
    default="",
    help="Vì sao yêu cầu giấy tờ mà danh mục của thủ tục không có; bỏ trống: lý do chung.",
)
@click.option(
    "--base-reason",
    type=click.Choice([reason.value for reason in AskReason]),
    metavar="INCIDENT|WRONG_DATA",
    help="Vì sao vẫn yêu cầu giấy tờ mà cơ sở dữ liệu đã có: sự cố, hoặc dữ liệu sai.",
)
@_reason
@answering
def supplement_ask(
    context: Context,
    code: str,
    outside_reason: str,
    base_reason: str | None,
    reason: str,
    as_json: bool,
    **each: tuple[Any, ...],
) -> None:
    """Yêu cầu bổ sung: thời hạn dừng tính cho đến khi bổ sung đủ."""
    asked = asked_papers(**each)
    with named_dossier(context, code) as found:
        changed = found.change(
            progress.request_supplement,
            papers=asked,
            reason=reason,
            held_reason=AskReason(base_reason) if base_reason else None,
            outside_reason=outside_reason,
        )
        doubts: Doubts = ()
        with found.opened.afterwards(translated("xem lại đã yêu cầu bổ sung mấy lần")):
            now = lookup.dossier_view(found.opened.desk, found.opened.actor, found.dossier_id)
            doubt = asked_again(now.dossier)
            doubts = (("papers", doubt),) if doubt else ()
    changed_answer(changed, as_json=as_json, doubts=doubts)


@supplement.command("complete")
@_code
@click.option(
    "--came",
    multiple=True,
    help="Giấy tờ đã nộp: số thứ tự trên phiếu yêu cầu, ngăn bằng dấu phẩy, hoặc tên; lặp lại "
    "được. Không nêu: đã nộp đủ. Nộp một phần số bản: 1=2/0/1, là bản chính/chứng thực/photo.",
)
@_note
@answering
def supplement_complete(
    context: Context, code: str, came: tuple[str, ...], note: str, as_json: bool
) -> None:
    """Ghi nhận giấy tờ bổ sung: đủ thì thời hạn tính tiếp, còn thiếu thì vẫn chờ."""
    with named_dossier(context, code) as found:
        ticked = came_papers(came) if came else None
        changed = found.change(progress.complete_supplement, note=note, came=ticked)
        missing: tuple[AskedPaper, ...] = ()
        with found.opened.afterwards(translated("xem còn thiếu giấy tờ nào")):
            now = lookup.dossier_view(found.opened.desk, found.opened.actor, found.dossier_id)
            missing = still_waited_for(now.dossier)
    changed_answer(changed, as_json=as_json, missing=missing)


@command()
@_code
@_note
@answering
def finish(context: Context, code: str, note: str, as_json: bool) -> None:
    """Xử lý xong: kết quả đã có, chờ người nộp đến nhận."""
    with named_dossier(context, code) as found:
        changed = found.change(progress.finish_processing, note=note)
    changed_answer(changed, as_json=as_json)


@command("return")
@_code
@click.option("--to", "to_whom", required=True, help="Người nhận kết quả.")
@click.option("--identity", required=True, help="Giấy tờ người nhận đã xuất trình, kèm số.")
@click.option("--unpaid-reason", default="", help="Lý do trả khi chưa thu đủ phí, lệ phí.")
@click.option("--tracking", default="", help="Số bưu gửi, nếu gửi qua bưu chính.")
@answering
def return_result(
    context: Context,
    code: str,
    to_whom: str,
    identity: str,
    unpaid_reason: str,
    tracking: str,
    as_json: bool,
) -> None:
    """Trả kết quả cho người nộp hoặc người được ủy quyền."""
    with named_dossier(context, code) as found:
        changed = found.change(
            progress.return_result,
            to_whom=to_whom,
            identity=identity,
            unpaid_reason=unpaid_reason,
            tracking=tracking,
        )
    changed_answer(changed, as_json=as_json)


@command()
@_code
@_reason
@answering
def withdraw(context: Context, code: str, reason: str, as_json: bool) -> None:
    """Người nộp rút hồ sơ; số hồ sơ không dùng lại."""
    with named_dossier(context, code) as found:
        changed = found.change(ending.cancel_dossier, reason=reason, withdrawn=True)
    changed_answer(changed, as_json=as_json)


@command()
@_code
@_reason
@answering
def stop(context: Context, code: str, reason: str, as_json: bool) -> None:
    """Dừng (hủy) hồ sơ tiếp nhận nhầm; số hồ sơ không dùng lại."""
    with named_dossier(context, code) as found:
        changed = found.change(ending.cancel_dossier, reason=reason)
    changed_answer(changed, as_json=as_json)


@command()
@_code
@_reason
@click.option("--approver", required=True, help="Người phê duyệt, khác người đang làm.")
@answering
def reopen(context: Context, code: str, reason: str, approver: str, as_json: bool) -> None:
    """Mở lại hồ sơ đã từ chối, dừng hoặc rút; giờ hẹn giữ nguyên."""
    with named_dossier(context, code) as found:
        changed = found.change(ending.reopen_dossier, reason=reason, approver=approver)
    changed_answer(changed, as_json=as_json)


@command("take-back")
@_code
@answering
def take_back(context: Context, code: str, as_json: bool) -> None:
    """Hoàn tác việc vừa kết thúc hồ sơ (xong, trả, từ chối, dừng, rút), trong mười giây."""
    with named_dossier(context, code) as found:
        desk, actor, request = found.opened.desk, found.opened.actor, found.opened.request
        (changed,) = taking_back.take_back(
            desk, actor, (Opened(found.dossier_id, None),), request=request
        )
    changed_answer(changed, as_json=as_json)


@command()
@_code
@click.argument("changes", type=PATH)
@_reason
@answering
def correct(context: Context, code: str, changes: Path, reason: str, as_json: bool) -> None:
    """Sửa thông tin theo tệp CHANGES.json; phần không nêu trong tệp giữ nguyên."""
    read = correction_file.read(read_file(changes))
    doubts: Doubts = ()
    with named_dossier(context, code) as found:
        if read.certification is None:
            before, asked = _correction(found, read)
            changed = found.change(correct_dossier, asked, version=before.version, reason=reason)
            with found.opened.afterwards(translated("xem lại tên, số có chỗ nghi ngờ không")):
                doubts = _doubts(found, of_code=asked.official_code is not None)
        else:
            changed = found.change(correct_certification, read.certification, reason=reason)
    changed_answer(changed, as_json=as_json, doubts=doubts)


def _correction(found: NamedDossier, read: CorrectionFile) -> tuple[Dossier, Correction]:
    """The dossier as it stands, and what the file asks of it."""
    desk, actor = found.opened.desk, found.opened.actor
    before = lookup.dossier_view(desk, actor, found.dossier_id).dossier
    rules = lookup.rules(desk, actor)
    procedure = rules.procedure(before.procedure_version)
    if read.procedure is not None:
        procedure = rules.in_force(read.procedure, before.received_at.date()).procedure
    return before, read.correction(before, procedure)


def _doubts(found: NamedDossier, *, of_code: bool) -> Doubts:
    """What looks wrong about its people's names and numbers, and its code, as they stand."""
    now = lookup.dossier_view(found.opened.desk, found.opened.actor, found.dossier_id).dossier
    code = code_doubt(now.channel, now.official_code) if of_code else None
    return (
        *((("official_code", code),) if code else ()),
        *doubts_by_field(now.applicant, "applicant"),
        *doubts_by_field(now.representative, "representative"),
        *detail_doubts(now.applicant).by_field("applicant"),
        *detail_doubts(now.representative).by_field("representative"),
    )


def changed_answer(
    changed: DossierChanged,
    *,
    as_json: bool,
    doubts: Doubts = (),
    missing: Sequence[AskedPaper] = (),
) -> None:
    """Answer with a dossier as it was changed."""
    body = {
        "dossier_code": changed.dossier_code,
        "state": changed.state.value,
        "due_at": iso(changed.due_at),
        "version": changed.version,
        "ledger_hash": changed.ledger_hash,
        **({"missing": [left_body(paper) for paper in missing]} if missing else {}),
        **doubted_body(doubts),
    }
    due = changed.due_at
    when = (
        message("hẹn {0}", time_and_day(due, with_year=False))
        if due
        else translated("không có hạn đang chạy")
    )
    text = f"{changed.dossier_code}  {word_for(changed.state)}"
    line = f"{text}  {when}" if changed.state.is_open else text
    lines = [message("▲ Còn thiếu: {0}", left_text(paper)) for paper in missing]
    answer(body, "\n".join([line, *lines, *doubted_lines(doubts)]), as_json=as_json)
