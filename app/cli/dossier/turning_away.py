"""Commands that say no: before there is a code by a request's file, afterwards by the code."""

from hashlib import sha256
from pathlib import Path

import click

from app.cli.context import PATH, Context, answer, answering
from app.cli.desk import OpenDesk, named_dossier, open_desk, require_believed
from app.cli.dossier.life import changed_answer
from app.cli.language import message, translated
from app.cli.outputs import OutputFile
from app.cli.vietnamese import command
from app.domain.dossier.dossier import IntakeRequest
from app.domain.dossier.held_data import AskReason
from app.exchange import intake_file
from app.exchange.target import Kind
from app.outside.ordinary import read_file
from app.usecases.dossier import ending, turning_away
from app.usecases.queries import lookup

_FILE = ".json"
"""How the name of a request's file ends; no dossier's code does."""


@command()
@click.argument("what", metavar="CODE|REQUEST.json")
@click.option("--reason", required=True, help="Lý do.")
@click.option("--to", "out", type=OutputFile(), help="Tệp PDF của phiếu từ chối, khi chưa có mã.")
@answering
def refuse(context: Context, what: str, reason: str, out: Path | None, as_json: bool) -> None:
    """Từ chối hồ sơ đã tiếp nhận (MÃ), hoặc chưa tiếp nhận (tệp REQUEST.json, ghi ra PDF)."""
    if what.lower().endswith(_FILE):
        if out is None:
            raise click.UsageError("Thiếu --to: ghi phiếu từ chối ra tệp PDF nào.")
        _turn_away(context, Path(what), reason, out, as_json=as_json)
        return
    if out is not None:
        raise click.UsageError("--to chỉ dùng với tệp REQUEST.json; đã có mã thì print --form 03.")
    with named_dossier(context, what) as found:
        changed = found.change(ending.refuse_dossier, reason=reason)
    changed_answer(changed, as_json=as_json)


def _turn_away(context: Context, file: Path, reason: str, out: Path, *, as_json: bool) -> None:
    content = read_file(file)
    with open_desk(context) as opened:
        target = opened.target(out, Kind.PDF)
        if opened.request.id:
            opened.request.asked = ("refuse", sha256(content).hexdigest(), reason)
        request = _request(opened, content)
        desk, actor = opened.desk, opened.actor
        done = turning_away.turn_away(desk, actor, request, reason=reason, sent=opened.request)
        with opened.afterwards(translated("ghi phiếu từ chối ra tệp")):
            opened.write(target, turning_away.early_refusal_pdf(desk, actor, done.refusal_id))
    body = {"number": done.number, "path": str(out), "ledger_hash": done.ledger_hash}
    answer(body, message("Phiếu từ chối số {0}: {1}", done.number, out), as_json=as_json)


@command()
@click.argument("request", type=PATH)
@click.option("--to", "out", type=OutputFile(), required=True, help="Tệp PDF.")
@click.option("--paper", "papers", multiple=True, help="Giấy tờ ngoài danh mục, cần kèm lý do.")
@click.option("--reason", default="", help="Lý do yêu cầu giấy tờ ngoài danh mục.")
@click.option(
    "--base-reason",
    type=click.Choice([reason.value for reason in AskReason]),
    metavar="INCIDENT|WRONG_DATA",
    help="Vì sao vẫn yêu cầu giấy tờ mà cơ sở dữ liệu đã có: sự cố, hoặc dữ liệu sai.",
)
@answering
def guide(
    context: Context,
    request: Path,
    out: Path,
    papers: tuple[str, ...],
    reason: str,
    base_reason: str | None,
    as_json: bool,
) -> None:
    """Ghi phiếu hướng dẫn: giấy tờ còn thiếu của hồ sơ chưa tiếp nhận, kèm căn cứ."""
    content = read_file(request)
    demand = turning_away.Demand(papers, reason, AskReason(base_reason) if base_reason else None)
    with open_desk(context) as opened:
        target = opened.target(out, Kind.PDF)
        asked = _request(opened, content)
        pdf = turning_away.guide_applicant(opened.desk, opened.actor, asked, demand=demand)
        opened.write(target, pdf)
    answer({"path": str(out)}, message("Đã ghi {0}.", out), as_json=as_json)


def _request(opened: OpenDesk, content: bytes) -> IntakeRequest:
    """What the file asks, its papers taken from the procedure in force."""
    read = intake_file.read(content)
    require_believed(opened)
    rules = lookup.rules(opened.desk, opened.actor)
    stored = rules.in_force(read.procedure, opened.desk.clock.now().date())
    return read.request(stored.procedure)
