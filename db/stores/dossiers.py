"""Dossiers: rows in, domain values out."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Table,
    and_,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from app.domain.catalogue.procedure import Channel, ReturnBy, ServiceLevel
from app.domain.certification.books import CertifiedDocument
from app.domain.clock import from_utc_text, utc_text
from app.domain.deadline.apology import Apology
from app.domain.deadline.pauses import PauseKind, PauseMode
from app.domain.deadline.time_limit import TimeLimit, Unit
from app.domain.dossier.dossier import Dossier, Pause, Promise, PromiseKind, SubmittedDocument
from app.domain.dossier.held_data import AskReason
from app.domain.dossier.numbers import id_key, phone_key
from app.domain.errors import Damaged, DeskError
from app.domain.finding.readings import indexed
from app.domain.money.fee import FeeLine
from app.domain.phrases import phrase
from app.domain.workflow.handing import Handing
from app.domain.workflow.states import DossierState
from db.engine.chosen import ENGINE
from db.stores import fees, search
from db.stores.certification import certified_papers
from db.stores.deadline import apologies
from db.stores.dossier_values import (
    applicant_of,
    asked_of,
    asked_text,
    filing_of,
    moment_of,
    moment_text,
    person_of,
    promise_values,
    values_of,
)
from db.stores.grouped import STREAMED, Grouped
from db.stores.handover import handings
from db.stores.inserted import row_of
from db.tables.dossier import dossier, pause, promise, submitted_document
from db.tables.office import procedure_version
from db.tables.series import Series, number_series

_LOOKED_AT = 1_000
"""Dossiers of one number looked at for open ones: of a firm that comes every day, three years."""


class UnknownDossier(DeskError):
    """Facts: code (or the row's number)."""


class DossierUnreadable(Damaged):
    """A value of a dossier is none the program knows. Facts: code, what."""


class ChangedMeanwhile(DeskError):
    """Someone else changed the dossier since it was opened. Facts: code."""


def add(connection: Connection, new: Dossier, *, agency: str, day: date, number: int) -> int:
    """Store `new` with all that belongs to it and its search words; its row number."""
    place = {"agency": agency, "day": day.isoformat(), "number": number}
    made = connection.execute(_ADD, values_of(new) | place)
    dossier_id = row_of(made)
    _add_papers(connection, dossier_id, new.documents)
    _add_promises(connection, dossier_id, new.promises)
    if new.certification:
        certified_papers.add(connection, dossier_id, new.certification, agency=agency)
    fees.add(connection, dossier_id, new.fees)
    ENGINE.index_words(connection, dossier_id, _searchable(new))
    return dossier_id


_ADD = insert(dossier)
_ADD_PAPER = insert(submitted_document)
_ADD_PROMISE = insert(promise)


def save(connection: Connection, before: Dossier, after: Dossier) -> None:
    """Store what changed between two states of one dossier.

    Raises:
        ChangedMeanwhile: the stored version is no longer that of `before`.
    """
    result = connection.execute(
        update(dossier)
        .where(dossier.c.id == before.id, dossier.c.version == before.version)
        .values(values_of(after))
    )
    if result.rowcount != 1:
        raise ChangedMeanwhile(code=before.code)
    if before.documents != after.documents:
        connection.execute(
            submitted_document.delete().where(submitted_document.c.dossier_id == before.id)
        )
        _add_papers(connection, before.id, after.documents)
    _save_pauses(connection, before, after)
    if len(after.promises) < len(before.promises):
        _drop_promises(connection, before.id, behind=len(after.promises))
    _add_promises(connection, before.id, after.promises, known=len(before.promises))
    _save_course(connection, before, after)
    if before.certification != after.certification:
        certified_papers.amend(connection, before.id, after.certification)
    if before.fees != after.fees:
        fees.replace_lines(connection, before.id, after.fees)
    words = _searchable(after)
    if _searchable(before) != words:
        ENGINE.reindex_words(connection, before.id, words)


def _save_course(connection: Connection, before: Dossier, after: Dossier) -> None:
    if before.apologies != after.apologies:
        apologies.save(connection, before.id, before.apologies, after.apologies)
    if before.handings != after.handings:
        handings.save(connection, before.id, after.handings)


def by_id(connection: Connection, dossier_id: int) -> Dossier:
    """The dossier in row `dossier_id`.

    Raises:
        UnknownDossier: there is none.
    """
    row = connection.execute(_SELECT.where(dossier.c.id == dossier_id)).first()
    if row is None:
        raise UnknownDossier(code=str(dossier_id))
    parts = _Parts(
        documents=_papers_of(_rows(connection, _PAPERS, submitted_document, dossier_id)),
        pauses=_pauses_of(_rows(connection, _PAUSES, pause, dossier_id)),
        promises=_promises_of(_rows(connection, _PROMISES, promise, dossier_id)),
        certification=certified_papers.of_dossier(connection, dossier_id),
        fees=fees.of_dossier(connection, dossier_id),
        apologies=apologies.of_dossier(connection, dossier_id),
        handings=handings.of_dossier(connection, dossier_id),
    )
    return _whole(row, parts)


def id_of(connection: Connection, code: str) -> int:
    """The row of the dossier that carries `code`, ours or the official one, or once carried it.

    Raises:
        UnknownDossier: there is none.
    """
    found = connection.execute(select(dossier.c.id).where(dossier.c.code == code)).scalar()
    if found is None and code:
        found = connection.execute(
            select(dossier.c.id)
            .where(dossier.c.official_code == code, dossier.c.official_code != "")
            .order_by(dossier.c.id)
        ).scalar()
    if found is None:
        found = _id_of_former(connection, code)
    if found is None:
        raise UnknownDossier(code=code)
    return int(found)


def _id_of_former(connection: Connection, code: str) -> int | None:
    """The newest dossier that once had this official code, as a paper of then still says."""
    rows = connection.execute(
        select(dossier.c.id, dossier.c.former_codes)
        .where(dossier.c.former_codes != "")
        .order_by(dossier.c.id.desc())
    )
    return next((row.id for row in rows if code in row.former_codes.split()), None)


def code_of_official(connection: Connection, official_code: str) -> str | None:
    """Our code of the dossier that carries `official_code`, as either; None if there is none."""
    found = connection.execute(
        select(dossier.c.code).where(
            or_(
                dossier.c.code == official_code,
                and_(dossier.c.official_code == official_code, dossier.c.official_code != ""),
            )
        )
    )
    return found.scalars().first()


def id_of_number(connection: Connection, agency: str, day: date, number: int) -> int:
    """The row of the dossier with the running number `number` of `day`: this agency's first.

    Raises:
        UnknownDossier: there is none.
    """
    found = connection.execute(
        select(dossier.c.id)
        .where(
            dossier.c.agency.in_(
                select(number_series.c.agency).where(
                    number_series.c.series == Series.DOSSIER.value,
                    number_series.c.period == day.isoformat(),
                )
            ),
            dossier.c.day == day.isoformat(),
            dossier.c.number == number,
        )
        .order_by(dossier.c.agency != agency, dossier.c.id.desc())
    ).scalar()
    if found is None:
        raise UnknownDossier(code=f"{day:%y%m%d}-{number:04d}")
    return int(found)


def open_of(
    connection: Connection, numbers: Sequence[str], phone: str, procedure_code: str, most: int = 3
) -> list[int]:
    """Rows of open dossiers of a person and a procedure, newest first.

    By identity numbers (one of old beside that of now) if any is given, else by telephone, each in
    its one form; by neither there are none.
    """
    wanted = {id_key(number) for number in numbers} - {""}
    key = "" if wanted else phone_key(phone)
    if not (wanted or key):
        return []
    tier = [(indexed(one),) for one in (wanted or {key})]
    ids = search.of_any(connection, tier, most=_LOOKED_AT)
    if wanted and (others := search.linked(connection, tier, ids)):
        wanted |= {one for (one,) in others}
        ids = search.of_any(connection, (*tier, *others), most=_LOOKED_AT)
    rows = connection.execute(
        select(dossier.c.id, dossier.c.personal_id, dossier.c.phone)
        .where(
            dossier.c.id.in_(ids),
            dossier.c.procedure_code == procedure_code,
            dossier.c.ended_at.is_(None),
        )
        .order_by(dossier.c.id.desc())
    )
    found = [
        row.id
        for row in rows
        if (id_key(row.personal_id) in wanted if wanted else phone_key(row.phone) == key)
    ]
    return found[:most]


def newest_codes(connection: Connection, most: int) -> tuple[str, ...]:
    """Codes of the dossiers registered last, newest first."""
    found = connection.execute(select(dossier.c.code).order_by(dossier.c.id.desc()).limit(most))
    return tuple(found.scalars())


def open_ones(connection: Connection) -> Iterator[Dossier]:
    """Every open dossier, oldest first."""
    states = [state.value for state in DossierState if state.is_open]
    ids = connection.execute(
        select(dossier.c.id).where(dossier.c.state.in_(states)).order_by(dossier.c.id)
    )
    for dossier_id in ids.scalars().all():
        yield by_id(connection, dossier_id)


def every(connection: Connection, among: Select[Any] | None = None) -> Iterator[Dossier]:
    """Every dossier, oldest first, streamed: a part of all of them is one query.

    Args:
        connection: one moment of the records.
        among: asks for the rows of those that are wanted; None for all.
    """

    def grouped(query: Select[Any], of: ColumnElement[int]) -> Grouped:
        return Grouped(connection, query if among is None else query.where(of.in_(among)))

    papers = grouped(_PAPERS, submitted_document.c.dossier_id)
    pauses = grouped(_PAUSES, pause.c.dossier_id)
    promises = grouped(_PROMISES, promise.c.dossier_id)
    certified = grouped(certified_papers.ROWS, certified_papers.OF_DOSSIER)
    charged = grouped(fees.ROWS, fees.OF_DOSSIER)
    extended = grouped(apologies.ROWS, apologies.OF_DOSSIER)
    handed = grouped(handings.ROWS, handings.OF_DOSSIER)
    query = _SELECT.order_by(dossier.c.id)
    query = query if among is None else query.where(dossier.c.id.in_(among))
    for row in connection.execute(query, execution_options=STREAMED):
        yield _whole(
            row,
            _Parts(
                documents=_papers_of(papers.of(row.id)),
                pauses=_pauses_of(pauses.of(row.id)),
                promises=_promises_of(promises.of(row.id)),
                certification=certified_papers.documents_of(certified.of(row.id)),
                fees=fees.lines_of(charged.of(row.id)),
                apologies=apologies.apologies_of(extended.of(row.id)),
                handings=handings.handings_of(handed.of(row.id)),
            ),
        )


def span(connection: Connection) -> tuple[datetime, datetime] | None:
    """When the first and the last dossier registered were received; None if there is none."""
    ends = select(func.min(dossier.c.id)).union(select(func.max(dossier.c.id)))
    found = connection.execute(select(dossier.c.received_at).where(dossier.c.id.in_(ends)))
    received = sorted(map(from_utc_text, found.scalars()))
    return (received[0], received[-1]) if received else None


def count(connection: Connection) -> int:
    """How many dossiers there are."""
    return connection.execute(select(func.count()).select_from(dossier)).scalar_one()


_SELECT = select(dossier, procedure_version.c.name.label("procedure_name")).join(
    procedure_version, procedure_version.c.id == dossier.c.procedure_version
)


def _searchable(of: Dossier) -> str:
    people = [of.applicant, *([of.representative] if of.representative else [])]
    return search.searchable(of.code, of.official_code, people, former=of.former_codes)


def _add_papers(
    connection: Connection, dossier_id: int, papers: tuple[SubmittedDocument, ...]
) -> None:
    if not papers:
        return
    connection.execute(
        _ADD_PAPER,
        [
            {
                "dossier_id": dossier_id,
                "position": position,
                "name": paper.name,
                "code": paper.code,
                "originals": paper.originals,
                "copies": paper.copies,
                "shown": paper.shown,
            }
            for position, paper in enumerate(papers, start=1)
        ],
    )


def _add_promises(
    connection: Connection, dossier_id: int, promises: tuple[Promise, ...], *, known: int = 0
) -> None:
    """Store the promises behind the first `known`."""
    rows = [
        promise_values(dossier_id, position, made)
        for position, made in enumerate(promises, start=1)
        if position > known
    ]
    if rows:
        connection.execute(_ADD_PROMISE, rows)


def _drop_promises(connection: Connection, dossier_id: int, *, behind: int) -> None:
    """The last ones, where what made them is taken back; the ledger still tells of them."""
    of_dossier = promise.c.dossier_id == dossier_id
    connection.execute(delete(promise).where(of_dossier, promise.c.position > behind))


def _save_pauses(connection: Connection, before: Dossier, after: Dossier) -> None:
    """Waits end, go on again when their end is taken back, and begin."""
    pairs = zip(before.pauses, after.pauses, strict=False)
    if changed := {nth: now for nth, (was, now) in enumerate(pairs) if was != now}:
        of_dossier = select(pause.c.id).where(pause.c.dossier_id == before.id).order_by(pause.c.id)
        stored = connection.execute(of_dossier).scalars().all()
        for nth, now in changed.items():
            connection.execute(
                update(pause)
                .where(pause.c.id == stored[nth])
                .values(
                    completed_at=moment_text(now.completed_at),
                    completed_by=now.completed_by,
                    asked=asked_text(now.asked),
                )
            )
    for new in after.pauses[len(before.pauses) :]:
        connection.execute(
            insert(pause).values(
                dossier_id=before.id,
                kind=new.kind.value,
                asked_at=utc_text(new.asked_at),
                completed_at=moment_text(new.completed_at),
                reason=new.reason,
                papers=json.dumps(new.papers, ensure_ascii=False),
                asked_by=new.asked_by,
                completed_by=new.completed_by,
                held_reason=new.held_reason or "",
                asked=asked_text(new.asked),
            )
        )


@dataclass(frozen=True, slots=True)
class _Parts:
    """What belongs to a dossier and lies in tables of its own."""

    documents: tuple[SubmittedDocument, ...]
    pauses: tuple[Pause, ...]
    promises: tuple[Promise, ...]
    certification: tuple[CertifiedDocument, ...]
    fees: tuple[FeeLine, ...]
    apologies: tuple[Apology, ...]
    handings: tuple[Handing, ...]


_paper_row = submitted_document.c
_PAPERS = select(
    _paper_row.dossier_id,
    _paper_row.position,
    _paper_row.name,
    _paper_row.code,
    _paper_row.originals,
    _paper_row.copies,
    _paper_row.shown,
).order_by(_paper_row.dossier_id, _paper_row.position)
_PAUSES = select(pause).order_by(pause.c.dossier_id, pause.c.id)
_PROMISES = select(promise).order_by(promise.c.dossier_id, promise.c.position)


def _rows(
    connection: Connection, query: Select[Any], table: Table, dossier_id: int
) -> Iterable[Row[Any]]:
    return connection.execute(query.where(table.c.dossier_id == dossier_id))


def _whole(row: Row[Any], parts: _Parts) -> Dossier:
    try:
        return _read(row, parts)
    except ValueError as error:
        what = phrase("một giá trị đã lưu không đúng dạng")
        raise DossierUnreadable(code=row.code, what=what, detail=str(error)) from error


def _read(row: Row[Any], parts: _Parts) -> Dossier:
    return Dossier(
        id=row.id,
        code=row.code,
        version=row.version,
        state=DossierState(row.state),
        procedure_version=row.procedure_version,
        procedure_code=row.procedure_code,
        procedure_name=row.procedure_name,
        case=row.case_name,
        channel=Channel(row.channel),
        service_level=ServiceLevel(row.service_level),
        boundary_free=row.boundary_free,
        applicant=applicant_of(row),
        representative=person_of(row.representative),
        documents=parts.documents,
        sets=row.sets,
        return_by=ReturnBy(row.return_by),
        note=row.note,
        received_at=from_utc_text(row.received_at),
        filed_at=moment_of(row.filed_at),
        limit=_limit(row.limit_unit, row.limit_amount, row.limit_not_later or ""),
        pause_mode=PauseMode(row.pause_mode),
        due_at=moment_of(row.due_at),
        measured_due_at=moment_of(row.measured_due_at),
        calendar_confirmed=row.calendar_confirmed,
        form_set=row.form_set,
        officer=row.officer,
        station=row.station,
        pauses=parts.pauses,
        promises=parts.promises,
        finished_at=moment_of(row.finished_at),
        returned_at=moment_of(row.returned_at),
        ended_at=moment_of(row.ended_at),
        returned_to=row.returned_to,
        returned_identity=row.returned_identity,
        end_reason=row.end_reason,
        tracking=row.tracking or "",
        outside_hours=row.outside_hours,
        official_code=row.official_code,
        filing=filing_of(row.filing),
        former_codes=tuple(row.former_codes.split()),
        certification=parts.certification,
        fees=parts.fees,
        apologies=parts.apologies,
        handings=parts.handings,
    )


def _papers_of(rows: Iterable[Row[Any]]) -> tuple[SubmittedDocument, ...]:
    return tuple([_paper(*row[2:]) for row in rows])


@lru_cache(maxsize=2_000)  # many bring the same papers
def _paper(name: str, code: str, originals: int, copies: int, shown: bool) -> SubmittedDocument:  # noqa: FBT001 - a row as it is
    return SubmittedDocument(name, originals, copies, code, shown)


@lru_cache(maxsize=500)
def _limit(unit: str, amount: int, not_later: str) -> TimeLimit:
    return TimeLimit(Unit(unit), amount, not_later)


def _pauses_of(rows: Iterable[Row[Any]]) -> tuple[Pause, ...]:
    return tuple(
        Pause(
            kind=PauseKind(r.kind),
            asked_at=from_utc_text(r.asked_at),
            completed_at=moment_of(r.completed_at),
            reason=r.reason,
            papers=tuple(json.loads(r.papers)),
            asked_by=r.asked_by,
            completed_by=r.completed_by,
            held_reason=AskReason(r.held_reason) if r.held_reason else None,
            asked=asked_of(r.asked),
        )
        for r in rows
    )


def _promises_of(rows: Iterable[Row[Any]]) -> tuple[Promise, ...]:
    return tuple(
        Promise(
            kind=PromiseKind(r.kind),
            due_at=moment_of(r.due_at),
            calendar_confirmed=r.calendar_confirmed,
            made_at=from_utc_text(r.made_at),
            closure=r.closure or 0,
        )
        for r in rows
    )
