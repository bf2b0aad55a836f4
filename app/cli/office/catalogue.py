"""Commands of the catalogue: taken in, what is kept of a procedure, limits the office cut."""

from datetime import date
from pathlib import Path

import click

from app.answers.catalogue import StoredProcedure
from app.cli.context import PATH, Context, answer, answering
from app.cli.desk import open_desk
from app.cli.language import message, translated, translation, word_for
from app.cli.office.imports import import_file
from app.cli.vietnamese import group
from app.domain.catalogue.cutting import LimitCutRequest, cut_share
from app.domain.catalogue.procedure import Channel, LimitRule, Procedure
from app.domain.deadline.time_limit import TimeLimit, parse
from app.usecases.catalogue import cutting, procedures
from app.wording.deadline import as_it_is, limit_text


@group()
def catalogue() -> None:
    """Danh mục thủ tục hành chính."""


@catalogue.command("import")
@click.argument("file", type=PATH)
@answering
def catalogue_import(context: Context, file: Path, as_json: bool) -> None:
    """Nạp danh mục: cả tệp hoặc không gì cả; báo mới, thay đổi, như cũ, từ chối và vì sao."""
    import_file(context, file, procedures.import_catalogue, as_json=as_json, source=file.name)


@catalogue.command("show")
@click.argument("code")
@answering
def catalogue_show(context: Context, code: str, as_json: bool) -> None:
    """Một thủ tục: thời hạn theo quy định và thời hạn cơ quan cắt giảm, các bản đã có."""
    with open_desk(context) as opened:
        versions = cutting.procedure_versions(opened.desk, opened.actor, code.strip())
    today = context.clock.now().date()
    _answer(versions, today, as_json=as_json)


@catalogue.command("cut")
@click.argument("code")
@click.option(
    "--limit", help="Thời hạn cắt giảm còn, như “7 WORKING_DAY”; bỏ trống: theo quy định."
)
@click.option("--decision", required=True, help="Số quyết định cắt giảm, hoặc bỏ cắt giảm.")
@click.option("--approver", required=True, help="Người phê duyệt, không phải người đang làm.")
@click.option(
    "--channel",
    type=click.Choice([channel.value for channel in Channel]),
    default=Channel.DIRECT.value,
    metavar="CÁCH_NỘP",
    help="DIRECT, ONLINE, POSTAL hay KIOSK; các cách nộp cùng thời hạn đổi theo.",
)
@click.option("--case", "case", help="Trường hợp, đúng như danh mục ghi.")
@answering
def catalogue_cut(
    context: Context,
    code: str,
    limit: str | None,
    decision: str,
    approver: str,
    channel: str,
    case: str | None,
    as_json: bool,
) -> None:
    """Cắt giảm thời hạn của một thủ tục; hồ sơ nhận từ nay hẹn theo thời hạn ngắn hơn."""
    wanted = LimitCutRequest(
        code.strip(), Channel(channel), case, parse(limit) if limit else None, decision, approver
    )
    with open_desk(context) as opened:
        cutting.cut_limit(opened.desk, opened.actor, wanted, request=opened.request)
        versions = cutting.procedure_versions(opened.desk, opened.actor, wanted.code)
    _answer(versions, context.clock.now().date(), as_json=as_json)


def _answer(versions: tuple[StoredProcedure, ...], today: date, *, as_json: bool) -> None:
    newest = versions[0].procedure
    body = {
        "code": newest.code,
        "name": newest.name,
        "field": newest.field,
        "limits": list(map(_limit_body, newest.limits)),
        "versions": [_version_body(one) for one in versions],
    }
    lines = [
        f"{newest.code}  {newest.name}",
        *map(_limit_line, newest.limits),
        *(_version_line(one, today) for one in versions),
    ]
    answer(body, "\n".join(lines), as_json=as_json)


def _limit_body(rule: LimitRule) -> dict[str, object]:
    return {
        "channel": rule.channel.value,
        "case": rule.case,
        "limit": str(rule.limit) if rule.limit else None,
        "statutory": str(rule.statutory or rule.limit) if rule.limit else None,
        "cut_by": rule.cut_by,
        "cut_percent": cut_share(rule),
        "provenance": rule.provenance.value,
        "source": rule.source,
    }


def _limit_line(rule: LimitRule) -> str:
    where = ", ".join(filter(None, (word_for(rule.channel), rule.case)))
    if rule.limit is None:
        return f"{where}: {translated('chưa có thời hạn')}"
    if rule.statutory is None:
        return f"{where}: {_words(rule.limit)} ({word_for(rule.provenance)})"
    share = cut_share(rule)
    percent = f" (-{share:g} %)".replace(".", ",") if share is not None else ""
    said = message(
        "theo quy định {0}; cắt giảm còn {1}{2} theo {3}",
        _words(rule.statutory), _words(rule.limit), percent, rule.cut_by,
    )  # fmt: skip
    return f"{where}: {said}"


def _version_body(one: StoredProcedure) -> dict[str, object]:
    procedure = one.procedure
    return {
        "version": one.version,
        "effective_from": procedure.effective_from.isoformat(),
        "effective_to": procedure.effective_to.isoformat() if procedure.effective_to else None,
        "complete": procedure.is_complete,
        "provenance": procedure.provenance.value,
        "decision": procedure.decision,
        "source": procedure.source,
    }


def _version_line(one: StoredProcedure, today: date) -> str:
    procedure: Procedure = one.procedure
    since = message("bản {0}, hiệu lực từ {1}", one.version, f"{procedure.effective_from:%d/%m/%Y}")
    coming = translated("chưa hiệu lực") if procedure.effective_from > today else ""
    parts = (since, coming, word_for(procedure.provenance), procedure.source)
    return "  ".join(filter(None, parts))


def _words(limit: TimeLimit) -> str:
    return limit_text(limit, translation() or as_it_is)
