"""Commands of apologies: promise anew, whom to call, who was notified, and the register."""

from datetime import date, datetime
from pathlib import Path

import click

from app.answers.apologies import ApologyRegister, RegisteredApology, UnsentApology
from app.cli.context import Context, answer, answering, iso
from app.cli.desk import NamedDossier, named_dossier, open_desk
from app.cli.dossier.life import changed_answer
from app.cli.language import message, translated, word_for
from app.cli.outputs import OutputFile
from app.cli.vietnamese import command, group
from app.domain.clock import read_moment, time_and_day
from app.domain.deadline.apology import DelayCause, NoticeWay, Proposal
from app.exchange.target import kind_of_table
from app.usecases.dossier import extending
from app.usecases.queries import apologies as queries
from app.usecases.queries import lookup

_DAY = click.DateTime(["%Y-%m-%d"])
_out = click.option("--out", type=OutputFile(), help="Ghi ra tệp .xlsx hoặc .csv.")


@command()
@click.argument("code")
@click.option(
    "--to", "due", help="Hẹn lại, như “2026-12-15 09:00” (giờ Việt Nam); bỏ trống: gợi ý."
)
@click.option(
    "--cause",
    type=click.Choice([cause.value for cause in DelayCause]),
    default=DelayCause.OTHER.value,
    metavar="NGUYÊN_NHÂN",
    help="Nguyên nhân: OTHER_BODY (cơ quan phối hợp), CHECKING (xác minh), SIGNER_AWAY (người ký "
    "vắng), SYSTEM_DOWN (hệ thống), WORKLOAD (nhiều hồ sơ), WEATHER (thiên tai), OTHER (khác).",
)
@click.option("--reason", default="", help="Lý do, in trên phiếu; cần có khi --cause là OTHER.")
@click.option("--approver", default="", help="Người phê duyệt, khi lập trễ hoặc hẹn lại lần nữa.")
@answering
def extend(
    context: Context,
    code: str,
    due: str | None,
    cause: str,
    reason: str,
    approver: str,
    as_json: bool,
) -> None:
    """Xin lỗi, hẹn lại ngày trả (Mẫu 04); không ghi --to thì chỉ gợi ý ngày."""
    new = read_moment(due) if due else None
    with named_dossier(context, code) as found:
        if new is None:
            _propose(found, as_json=as_json)
            return
        changed = found.change(
            extending.extend_promise,
            due_at=new,
            cause=DelayCause(cause),
            reason=reason,
            approver=approver,
        )
    changed_answer(changed, as_json=as_json)


@group()
def apologies() -> None:
    """Phiếu xin lỗi: hồ sơ cần xin lỗi, ghi đã báo người dân, sổ phiếu xin lỗi."""


@apologies.command("due")
@_out
@answering
def apologies_due(context: Context, out: Path | None, as_json: bool) -> None:
    """Hồ sơ cần xin lỗi hoặc chưa báo người dân; --out ghi danh sách gọi điện."""
    with open_desk(context) as opened:
        target = opened.target(out, kind_of_table(out)) if out else None
        rows = queries.unsent_apologies(opened.desk, opened.actor)
        is_practice = lookup.is_practice(opened.desk, opened.actor)
    if target is not None:
        target.write(queries.call_list_file(rows, target.path.name, is_practice=is_practice))
    answer({"rows": list(map(_unsent_body, rows))}, "\n".join(_unsent_lines(rows)), as_json=as_json)


@apologies.command("sent")
@click.argument("code")
@click.option(
    "--by",
    "way",
    type=click.Choice([way.value for way in NoticeWay]),
    metavar="PHONE|MESSAGE|PAPER|POST",
    required=True,
    help="Đã báo bằng cách nào: gọi điện, nhắn tin hoặc thư điện tử, trao phiếu, bưu chính.",
)
@click.option("--note", default="", help="Ghi chú.")
@answering
def apologies_sent(context: Context, code: str, way: str, note: str, as_json: bool) -> None:
    """Ghi đã báo người dân ngày hẹn mới."""
    with named_dossier(context, code) as found:
        changed = found.change(extending.note_notice, way=NoticeWay(way), note=note)
    changed_answer(changed, as_json=as_json)


@apologies.command("list")
@click.option("--from", "first", type=_DAY, help="Từ ngày; mặc định: đầu tháng này.")
@click.option("--to", "last", type=_DAY, help="Đến hết ngày; mặc định: hôm nay.")
@_out
@answering
def apologies_list(
    context: Context,
    first: datetime | None,
    last: datetime | None,
    out: Path | None,
    as_json: bool,
) -> None:
    """Sổ phiếu xin lỗi trong một khoảng thời gian."""
    today = context.clock.now().date()
    begins = first.date() if first else today.replace(day=1)
    ends: date = last.date() if last else today
    with open_desk(context) as opened:
        target = opened.target(out, kind_of_table(out)) if out else None
        found = queries.apology_register(opened.desk, opened.actor, begins, ends)
    if target is not None:
        target.write(queries.apology_register_file(found, target.path.name))
    answer(_register_body(found), "\n".join(_register_lines(found)), as_json=as_json)


def _propose(found: NamedDossier, *, as_json: bool) -> None:
    opened = found.opened
    proposal = extending.proposed_extension(opened.desk, opened.actor, found.dossier_id)
    body = {
        "proposed_due_at": iso(proposal.due_at),
        "working_days": proposal.days,
        "limit_working_days": proposal.limit_days,
        "counted_from": proposal.counted_from.isoformat(),
    }
    answer(body, _proposal_line(proposal), as_json=as_json)


def _proposal_line(proposal: Proposal) -> str:
    return message(
        "Gợi ý hẹn lại {0}: {1} ngày làm việc sau {2}, một phần ba của {3} ngày làm việc, ít nhất "
        "2. Ghi --to để hẹn lại.",
        time_and_day(proposal.due_at),
        proposal.days,
        f"{proposal.counted_from:%d/%m/%Y}",
        proposal.limit_days,
    )


def _unsent_body(one: UnsentApology) -> dict[str, object]:
    return {
        "dossier_code": one.code,
        "applicant": one.name,
        "phone": one.phone,
        "procedure": one.procedure,
        "due_at": iso(one.due_at),
        "extended_to": iso(one.extended_to),
        "sent_at": iso(one.sent_at),
    }


def _unsent_lines(rows: tuple[UnsentApology, ...]) -> list[str]:
    if not rows:
        return [translated("Không có hồ sơ nào cần xin lỗi.")]
    return [*map(_unsent_line, rows), message("{0} hồ sơ.", len(rows))]


def _unsent_line(one: UnsentApology) -> str:
    stands = translated("chưa lập phiếu")
    if one.extended_to is not None:
        stands = message("hẹn lại {0}, chưa báo", time_and_day(one.extended_to))
    phone = one.phone or translated("không có số điện thoại")
    return f"{one.code}  {one.name}  {phone}  {time_and_day(one.due_at)}  {stands}"


def _register_body(found: ApologyRegister) -> dict[str, object]:
    return {
        "from": found.first.isoformat(),
        "to": found.last.isoformat(),
        "rows": [_registered_body(one) for one in found.rows],
    }


def _registered_body(one: RegisteredApology) -> dict[str, object]:
    apology = one.apology
    return {
        "number": one.number,
        "made_at": iso(apology.made_at),
        "dossier_code": one.code,
        "applicant": one.name,
        "phone": one.phone,
        "procedure": one.procedure,
        "promised_at": iso(apology.promised_at),
        "due_at": iso(apology.due_at),
        "cause": apology.cause.value,
        "reason": apology.reason,
        "officer": apology.officer,
        "approver": apology.approver,
        "is_late": apology.is_late,
        "is_repeated": apology.is_repeated,
        "notices": [
            {
                "at": iso(notice.at),
                "way": notice.way.value,
                "officer": notice.officer,
                "note": notice.note,
            }
            for notice in apology.notices
        ],
    }


def _register_lines(found: ApologyRegister) -> list[str]:
    if not found.rows:
        return [translated("Không có phiếu xin lỗi nào trong thời gian này.")]
    return [*map(_registered_line, found.rows), message("{0} phiếu.", len(found.rows))]


def _registered_line(one: RegisteredApology) -> str:
    apology = one.apology
    notice = apology.notices[0] if apology.notices else None
    sent = translated("chưa báo")
    if notice is not None:
        sent = f"{word_for(notice.way)} {time_and_day(notice.at)}"
    times = f"{time_and_day(apology.promised_at)} → {time_and_day(apology.due_at)}"
    marks = ", ".join(
        words
        for words, is_so in (
            (translated("lập trễ"), apology.is_late),
            (translated("hẹn lại thêm lần nữa"), apology.is_repeated),
        )
        if is_so
    )
    line = f"{one.number}  {one.code}  {one.name}  {times}  {apology.reason}  ({apology.officer})"
    return "  ".join(part for part in (line, marks, sent) if part)
