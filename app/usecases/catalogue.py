"""Take catalogue files, and complete on the spot what they leave open."""

from datetime import date
from functools import partial

from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.answers import Imported, ImportedRow, StoredProcedure
from app.domain.changes import Changed
from app.domain.errors import DeskError
from app.domain.procedure import Channel, Procedure, check_steps
from app.domain.procedure_completion import complete_limit as completed
from app.domain.procedure_versions import Comparison, Verdict, compare
from app.domain.reasons import Reason, because, joined
from app.domain.time_limit import TimeLimit
from app.exchange import catalogue_file, catalogue_seed, procedure_body
from app.exchange.catalogue_row import CatalogueRow, Gap
from app.sentences import say
from app.usecases import lookup
from app.usecases.desk import Desk
from app.usecases.reference import Reference
from app.usecases.trail import canonical
from db.rows.trail import Subject
from db.stores import ledger, reference
from db.stores.ledger import Entry

_GAPS = {
    Gap.LIMIT_OPEN: because("thời hạn không có đơn vị"),
    Gap.LIMIT_MISSING: because("chưa có thời hạn"),
    Gap.FEE_DOUBTFUL: because("mức phí đáng ngờ"),
    Gap.FEE_FOREIGN: because("bỏ mức phí ngoại tệ (cơ quan đại diện)"),
    Gap.QUANTITY_DOUBTFUL: because("số bản đáng ngờ, lấy 1"),
    Gap.PAPERS_MISSING: because("không có thành phần hồ sơ"),
    Gap.OUTCOMES_MISSING: because("không có kết quả"),
    Gap.CASE_NUMBERED: because("trường hợp được đánh số"),
    Gap.KEY_MISSING: because("tệp thiếu mục"),
}


def import_catalogue(desk: Desk, actor: Actor, content: bytes, *, source: str) -> Imported:
    """Take the catalogue file in `content`; versions it changes apply from today.

    Rows are named by procedure code; `detail` says what differs, is missing, or why it was
    refused. What the office completed by hand stays where the file still leaves it open.

    Raises:
        The refusals of `app.exchange.catalogue_file.read`: nothing of the file was taken.
    """
    now = desk.clock.now()
    today = now.date()
    found = catalogue_file.read(
        content,
        source=source,
        effective_from=today,
        completions=catalogue_seed.completions(),
    )
    rows: list[ImportedRow] = []
    changed = Changed.NOTHING
    with desk.records.write() as connection:
        rules = desk.reference.at(connection)
        for row in found.rows:
            if row.procedure is None:
                rows.append(ImportedRow(row.code, Verdict.REFUSED.value, _why(row.why)))
                continue
            current = _current(rules, row.procedure.code, today)
            comparison = compare(current, row.procedure, today, keep_completed=found.is_published)
            rows.append(_report(row, comparison))
            if comparison.verdict in {Verdict.NEW, Verdict.CHANGED}:
                _store(connection, desk, actor, comparison)
                changed |= Changed.PROCEDURES
    return Imported(tuple(rows), changed)


def complete_limit(
    desk: Desk,
    actor: Actor,
    code: str,
    channel: Channel,
    case: str | None,
    limit: TimeLimit,
    source: str,
) -> StoredProcedure:
    """Fill in a limit the catalogue leaves open; kept as a further version, with its source.

    Raises:
        UnknownProcedure, ProcedureNotInForce, NoSuchRule, LimitAlreadyPublished,
        StepsExceedLimit, TextMissing: as named.
    """
    now = desk.clock.now()
    with desk.records.write() as connection:
        stored = desk.reference.at(connection).in_force(code, now.date())
        after = completed(stored.procedure, channel, case, limit, source=source)
        check_steps(after)
        body, digest = procedure_body.encoded(after)
        version = reference.add_version(connection, after, body=body, sha256=digest)
        _record(
            connection,
            desk,
            actor,
            code,
            "LIMIT_COMPLETED",
            {"channel": channel.value, "case": case, "limit": str(limit), "source": source},
        )
    return StoredProcedure(version.id, after)


def current_procedure(desk: Desk, code: str) -> StoredProcedure | None:
    """The version of `code` in force today, None if there is none."""
    try:
        return lookup.rules(desk).in_force(code, desk.clock.now().date())
    except DeskError:
        return None


def _current(rules: Reference, code: str, today: date) -> Procedure | None:
    try:
        return rules.in_force(code, today).procedure
    except DeskError:
        return None


def _store(connection: Connection, desk: Desk, actor: Actor, comparison: Comparison) -> None:
    body, digest = procedure_body.encoded(comparison.procedure)
    reference.add_version(connection, comparison.procedure, body=body, sha256=digest)
    _record(
        connection,
        desk,
        actor,
        comparison.procedure.code,
        comparison.verdict.value.upper(),
        {part.part: (part.old, part.new) for part in comparison.differences},
    )


def _record(
    connection: Connection,
    desk: Desk,
    actor: Actor,
    code: str,
    event: str,
    values: dict[str, object],
) -> None:
    entry = Entry(subject=Subject.PROCEDURE, reference=code, event=event, detail=canonical(values))
    ledger.append(connection, actor, desk.clock.now(), entry)


def _report(row: CatalogueRow, comparison: Comparison) -> ImportedRow:
    told: list[str] = [f"{d.part}: {d.old or '–'} → {d.new or '–'}" for d in comparison.differences]
    if comparison.why is not None:
        told.insert(0, _why(comparison.why))
    told += [joined(filter(None, (_GAPS[remark.gap], remark.place)), " ") for remark in row.remarks]
    return ImportedRow(row.code, comparison.verdict.value, joined(told))


def _why(error: DeskError | None) -> str:
    return Reason(partial(say, error)) if error is not None else ""
