"""Take catalogue files, and complete on the spot what they leave open."""

from datetime import date
from functools import partial

from app.answers.catalogue import StoredProcedure
from app.answers.imports import Imported, ImportedRow
from app.domain.actor import Actor
from app.domain.catalogue.completion import complete_limit as completed
from app.domain.catalogue.procedure import Channel, Procedure, check_steps
from app.domain.catalogue.versions import Comparison, Verdict, compare
from app.domain.changes import Changed
from app.domain.deadline.time_limit import TimeLimit
from app.domain.errors import DeskError
from app.domain.permission import Permission
from app.domain.phrases import Phrase, joined, phrase
from app.domain.text import FILE_LIMIT, file_title
from app.exchange.catalogue import file as catalogue_file
from app.exchange.catalogue import procedure_body
from app.exchange.catalogue import seed as catalogue_seed
from app.exchange.catalogue.row import CatalogueRow, Gap
from app.usecases.desk import Desk
from app.usecases.queries import lookup
from app.usecases.reference import Reference
from app.usecases.unit import Request, Unit
from app.wording.refusals import say
from db.stores import reference
from db.tables.ledger import Subject

_GAPS = {
    Gap.LIMIT_OPEN: phrase("thời hạn không có đơn vị"),
    Gap.LIMIT_MISSING: phrase("chưa có thời hạn"),
    Gap.FEE_DOUBTFUL: phrase("mức phí đáng ngờ"),
    Gap.FEE_FOREIGN: phrase("bỏ mức phí ngoại tệ (cơ quan đại diện)"),
    Gap.QUANTITY_DOUBTFUL: phrase("số bản đáng ngờ, lấy 1"),
    Gap.PAPERS_MISSING: phrase("không có thành phần hồ sơ"),
    Gap.OUTCOMES_MISSING: phrase("không có kết quả"),
    Gap.CASE_NUMBERED: phrase("trường hợp được đánh số"),
    Gap.KEY_MISSING: phrase("tệp thiếu mục"),
}


def import_catalogue(
    desk: Desk, actor: Actor, content: bytes, *, source: str, request: Request | None = None
) -> Imported:
    """Take the catalogue file in `content`; versions it changes apply from today.

    Rows are named by procedure code; `detail` says what differs, is missing, or why it was
    refused. What the office completed by hand stays where the file still leaves it open.

    Raises:
        The refusals of `app.exchange.catalogue.file.read`: nothing of the file was taken.
    """
    source = file_title(source, limit=FILE_LIMIT)
    today = desk.clock.now().date()
    found = catalogue_file.read(
        content,
        source=source,
        effective_from=today,
        completions=catalogue_seed.completions(),
    )
    with desk.unit(actor, Permission.IMPORT_CATALOGUE, request) as unit:
        return unit.once(Imported, (content, source), lambda: _imported(unit, found, today))


def _imported(unit: Unit, found: catalogue_file.CatalogueFile, today: date) -> Imported:
    rows: list[ImportedRow] = []
    changed = Changed.NOTHING
    for row in found.rows:
        if row.procedure is None:
            rows.append(ImportedRow(row.code, Verdict.REFUSED.value, _why(row.why)))
            continue
        current = _current(unit.rules, row.procedure.code, today)
        comparison = compare(current, row.procedure, today, keep_completed=found.is_published)
        rows.append(_report(row, comparison))
        if comparison.verdict in {Verdict.NEW, Verdict.CHANGED}:
            _store(unit, comparison)
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
    *,
    request: Request | None = None,
) -> StoredProcedure:
    """Fill in a limit the catalogue leaves open; kept as a further version, with its source.

    Raises:
        UnknownProcedure, ProcedureNotInForce, NoSuchRule, LimitAlreadyPublished,
        StepsExceedLimit, TextMissing: as named.
    """
    with desk.unit(actor, Permission.COMPLETE_LIMIT, request) as unit:

        def complete() -> StoredProcedure:
            stored = unit.rules.in_force(code, unit.now.date())
            after = completed(stored.procedure, channel, case, limit, source=source)
            check_steps(after)
            body, digest = procedure_body.encoded(after)
            version = reference.add_version(unit.connection, after, body=body, sha256=digest)
            values = {"channel": channel.value, "case": case, "limit": str(limit), "source": source}
            unit.record(Subject.PROCEDURE, code, "LIMIT_COMPLETED", values)
            return StoredProcedure(version.id, after)

        return unit.once(StoredProcedure, (code, channel, case, limit, source), complete)


def current_procedure(desk: Desk, actor: Actor, code: str) -> StoredProcedure | None:
    """The version of `code` in force today, None if there is none."""
    try:
        return lookup.rules(desk, actor).in_force(code, desk.clock.now().date())
    except DeskError:
        return None


def _current(rules: Reference, code: str, today: date) -> Procedure | None:
    try:
        return rules.in_force(code, today).procedure
    except DeskError:
        return None


def _store(unit: Unit, comparison: Comparison) -> None:
    body, digest = procedure_body.encoded(comparison.procedure)
    reference.add_version(unit.connection, comparison.procedure, body=body, sha256=digest)
    unit.record(
        Subject.PROCEDURE,
        comparison.procedure.code,
        comparison.verdict.value.upper(),
        {part.part: (part.old, part.new) for part in comparison.differences},
    )


def _report(row: CatalogueRow, comparison: Comparison) -> ImportedRow:
    texts: list[str] = [
        f"{d.part}: {d.old or '–'} → {d.new or '–'}" for d in comparison.differences
    ]
    if comparison.why is not None:
        texts.insert(0, _why(comparison.why))
    texts += [
        joined(filter(None, (_GAPS[remark.gap], remark.place)), " ") for remark in row.remarks
    ]
    return ImportedRow(row.code, comparison.verdict.value, joined(texts))


def _why(error: DeskError | None) -> str:
    return Phrase(partial(say, error)) if error is not None else ""
