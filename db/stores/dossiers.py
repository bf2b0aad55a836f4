"""Dossiers: rows in, domain values out."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from app.domain.clock import from_utc_text, utc_text
from app.domain.dossier import (
    Dossier,
    Pause,
    PauseKind,
    Promise,
    PromiseKind,
    SubmittedDocument,
)
from app.domain.errors import DeskError
from app.domain.procedure import Channel, PauseMode, ReturnBy, ServiceLevel
from app.domain.states import DossierState
from app.domain.time_limit import TimeLimit, Unit
from db import search
from db.rows.dossier import dossier, number_series, pause, promise, submitted_document
from db.rows.office import procedure_version
from db.statement import Statement
from db.stores import certifications, fees
from db.stores.dossier_values import (
    applicant_of,
    moment_of,
    moment_text,
    person_of,
    promise_values,
    values_of,
)


class UnknownDossier(DeskError):
    """Facts: code (or the row's number)."""


class ChangedMeanwhile(DeskError):
    """Someone else changed the dossier since it was opened. Facts: code."""


_INSERT = Statement(insert(dossier), [c.name for c in dossier.c if c.name != "id"])
_INSERT_PAPER = Statement(insert(submitted_document), [c.name for c in submitted_document.c])
_INSERT_PROMISE = Statement(insert(promise), [c.name for c in promise.c])


def add(
    connection: Connection, new: Dossier, *, code: str, agency: str, day: date, number: int
) -> int:
    """Store `new` under `code` with papers, first promise and search words; its row number."""
    place = {"code": code, "agency": agency, "day": day.isoformat(), "number": number}
    values = values_of(new) | place
    dossier_id = _INSERT.insert(connection, values)
    _add_papers(connection, dossier_id, new.documents)
    for position, made in enumerate(new.promises, start=1):
        _INSERT_PROMISE.run(connection, promise_values(dossier_id, position, made))
    search.index(connection, dossier_id, _searchable(new, code))
    return dossier_id


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
    for position, made in enumerate(after.promises, start=1):
        if position > len(before.promises):
            _INSERT_PROMISE.run(connection, promise_values(before.id, position, made))
    words = _searchable(after, after.code)
    if _searchable(before, before.code) != words:
        search.reindex(connection, before.id, words)


def by_id(connection: Connection, dossier_id: int) -> Dossier:
    """The dossier in row `dossier_id`.

    Raises:
        UnknownDossier: there is none.
    """
    row = connection.execute(_SELECT.where(dossier.c.id == dossier_id)).first()
    if row is None:
        raise UnknownDossier(code=str(dossier_id))
    return _whole(connection, row)


def id_of(connection: Connection, code: str) -> int:
    """The row of the dossier that carries `code`, ours or the official one.

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
        raise UnknownDossier(code=code)
    return int(found)


def id_of_number(connection: Connection, agency: str, day: date, number: int) -> int:
    """The row of the dossier with the running number `number` of `day`: this agency's first.

    Raises:
        UnknownDossier: there is none.
    """
    found = connection.execute(
        select(dossier.c.id)
        .where(
            dossier.c.agency.in_(
                select(number_series.c.agency).where(number_series.c.day == day.isoformat())
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
    connection: Connection, personal_id: str, phone: str, procedure_code: str, most: int = 3
) -> list[int]:
    """Rows of open dossiers of a person and a procedure, newest first.

    By identity number if one is given, else by telephone; by neither there are none.
    """
    person = (
        (dossier.c.personal_id == personal_id, dossier.c.personal_id != "")
        if personal_id
        else (dossier.c.phone == phone, dossier.c.phone != "")
    )
    found = connection.execute(
        select(dossier.c.id)
        .where(*person, dossier.c.procedure_code == procedure_code, dossier.c.ended_at.is_(None))
        # Not by the bare id: that would walk all dossiers instead of the index of open ones.
        .order_by((dossier.c.id + 0).desc())
        .limit(most)
    )
    return [int(one) for one in found.scalars()]


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


def count(connection: Connection) -> int:
    """How many dossiers there are."""
    return connection.execute(select(func.count()).select_from(dossier)).scalar_one()


_SELECT = select(dossier, procedure_version.c.name.label("procedure_name")).join(
    procedure_version, procedure_version.c.id == dossier.c.procedure_version
)


def _searchable(of: Dossier, code: str) -> str:
    people = [of.applicant, *([of.representative] if of.representative else [])]
    return search.searchable(code, of.official_code, people)


def _add_papers(
    connection: Connection, dossier_id: int, papers: tuple[SubmittedDocument, ...]
) -> None:
    _INSERT_PAPER.run_many(
        connection,
        [
            {
                "dossier_id": dossier_id,
                "position": position,
                "name": paper.name,
                "code": paper.code,
                "originals": paper.originals,
                "copies": paper.copies,
            }
            for position, paper in enumerate(papers, start=1)
        ],
    )


def _save_pauses(connection: Connection, before: Dossier, after: Dossier) -> None:
    for was, now in zip(before.pauses, after.pauses, strict=False):
        if was != now and now.completed_at is not None:
            connection.execute(
                update(pause)
                .where(pause.c.dossier_id == before.id, pause.c.completed_at.is_(None))
                .values(completed_at=utc_text(now.completed_at))
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
            )
        )


def _whole(connection: Connection, row: Row[Any]) -> Dossier:
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
        boundary_free=bool(row.boundary_free),
        applicant=applicant_of(row),
        representative=person_of(row.representative),
        documents=_papers_of(connection, row.id),
        sets=row.sets,
        return_by=ReturnBy(row.return_by),
        note=row.note,
        received_at=from_utc_text(row.received_at),
        filed_at=moment_of(row.filed_at),
        limit=TimeLimit(Unit(row.limit_unit), row.limit_amount),
        pause_mode=PauseMode(row.pause_mode),
        due_at=moment_of(row.due_at),
        measured_due_at=moment_of(row.measured_due_at),
        calendar_confirmed=bool(row.calendar_confirmed),
        form_set=row.form_set,
        officer=row.officer,
        station=row.station,
        pauses=_pauses_of(connection, row.id),
        promises=_promises_of(connection, row.id),
        finished_at=moment_of(row.finished_at),
        returned_at=moment_of(row.returned_at),
        ended_at=moment_of(row.ended_at),
        returned_to=row.returned_to,
        returned_identity=row.returned_identity,
        end_reason=row.end_reason,
        official_code=row.official_code,
        certification=certifications.of_dossier(connection, row.id),
        fees=fees.of_dossier(connection, row.id),
    )


def _papers_of(connection: Connection, dossier_id: int) -> tuple[SubmittedDocument, ...]:
    rows = connection.execute(
        select(submitted_document)
        .where(submitted_document.c.dossier_id == dossier_id)
        .order_by(submitted_document.c.position)
    )
    return tuple(SubmittedDocument(r.name, r.originals, r.copies, r.code) for r in rows)


def _pauses_of(connection: Connection, dossier_id: int) -> tuple[Pause, ...]:
    rows = connection.execute(
        select(pause).where(pause.c.dossier_id == dossier_id).order_by(pause.c.id)
    )
    return tuple(
        Pause(
            kind=PauseKind(r.kind),
            asked_at=from_utc_text(r.asked_at),
            completed_at=moment_of(r.completed_at),
            reason=r.reason,
            papers=tuple(json.loads(r.papers)),
        )
        for r in rows
    )


def _promises_of(connection: Connection, dossier_id: int) -> tuple[Promise, ...]:
    rows = connection.execute(
        select(promise).where(promise.c.dossier_id == dossier_id).order_by(promise.c.position)
    )
    return tuple(
        Promise(
            kind=PromiseKind(r.kind),
            due_at=moment_of(r.due_at),
            calendar_confirmed=bool(r.calendar_confirmed),
            made_at=from_utc_text(r.made_at),
        )
        for r in rows
    )
