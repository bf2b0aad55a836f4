"""Answers for screens and the command line; nothing here changes anything."""

import json
from array import array
from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Connection

from app.domain.answers import (
    DossierView,
    Draft,
    OutboxSummary,
    PersonOffer,
    ProcedureChoice,
    RejectedEvent,
    StoredProcedure,
    TimelineEntry,
    Twin,
)
from app.domain.board import BoardCounts, BoardRow, BoardView
from app.domain.clock import from_utc_text
from app.domain.dossier import Dossier
from app.domain.ledger import LedgerEntry
from app.domain.working_calendar import WorkingCalendar
from app.settings import Settings
from app.usecases.desk import Desk
from app.usecases.reference import Reference
from db import search
from db.stores import board, dossiers, drafts, ledger, outbox, people, prints

ALL = 1_000_000


def counts(desk: Desk, now: datetime) -> BoardCounts:
    """The numbers of the day."""
    with desk.records.read() as connection:
        return board.counts(connection, _times(desk, connection, now))


def ids(desk: Desk, view: BoardView, now: datetime) -> "array[int]":
    """Ids of a view in order of urgency."""
    with desk.records.read() as connection:
        return board.ids(connection, view, _times(desk, connection, now))


def running(desk: Desk) -> "tuple[array[int], array[int]]":
    """Ids and due times (seconds since 1970) of dossiers whose clock runs, in order of due time."""
    with desk.records.read() as connection:
        return board.running(connection)


def rows(desk: Desk, wanted: Sequence[int]) -> tuple[BoardRow, ...]:
    """Rows of these dossiers, in the order asked for."""
    with desk.records.read() as connection:
        return board.rows(connection, wanted)


def find(desk: Desk, text: str) -> tuple[BoardRow, ...]:
    """The newest 50 dossiers every word of `text` begins a word of."""
    with desk.records.read() as connection:
        return board.rows(connection, search.find(connection, text))


def newest_codes(desk: Desk, most: int = 20) -> tuple[str, ...]:
    """Codes of the dossiers registered last, newest first."""
    with desk.records.read() as connection:
        return dossiers.newest_codes(connection, most)


def find_people(desk: Desk, text: str) -> tuple[PersonOffer, ...]:
    """Applicants met before whose number, phone or name begins as `text` does."""
    with desk.records.read() as connection:
        return people.find(connection, text)


def open_twins(desk: Desk, personal_id: str, phone: str, procedure_code: str) -> tuple[Twin, ...]:
    """Open dossiers of this person and procedure, newest first.

    The identity number tells the person; without one the telephone does.
    """
    with desk.records.read() as connection:
        found = dossiers.open_of(connection, personal_id, phone, procedure_code)
        return tuple(_twin(dossiers.by_id(connection, one)) for one in found)


def dossier_view(desk: Desk, dossier_id: int) -> DossierView:
    """A dossier with its timeline and prints.

    Raises:
        UnknownDossier: there is none.
    """
    with desk.records.read() as connection:
        return DossierView(
            dossier=dossiers.by_id(connection, dossier_id),
            timeline=tuple(
                _timeline_entry(row) for row in ledger.entries(connection, dossier_id=dossier_id)
            ),
            prints=prints.of_dossier(connection, dossier_id),
            pending_events=outbox.pending_of(connection, dossier_id),
        )


def dossier_id_of(desk: Desk, code: str) -> int:
    """The row of the dossier with this code, ours or the official one.

    Raises:
        UnknownDossier: there is none.
    """
    with desk.records.read() as connection:
        return dossiers.id_of(connection, code.strip())


def dossier_id_of_label(desk: Desk, day: date, number: int) -> int:
    """The row of this office's dossier of `day` with this running number, as a label names it.

    Raises:
        UnknownDossier: there is none.
    """
    with desk.records.read() as connection:
        agency = desk.reference.at(connection).settings.agency_code
        return dossiers.id_of_number(connection, agency, day, number)


def procedure_choices(desk: Desk, now: datetime) -> tuple[ProcedureChoice, ...]:
    """Every procedure in force today, most used first, then by name."""
    return find_procedures(desk, "", now, most=ALL)


def find_procedures(
    desk: Desk, text: str, now: datetime, *, most: int = 50
) -> tuple[ProcedureChoice, ...]:
    """Procedures in force today that match `text`, best first; the most used if it is empty."""
    with desk.records.read() as connection:
        index = desk.reference.choices(connection, now.date())
    return tuple(index.find(text, most))


def procedure(desk: Desk, version: int) -> StoredProcedure:
    """A stored version of a procedure.

    Raises:
        UnknownProcedure: there is none.
    """
    return StoredProcedure(version, rules(desk).procedure(version))


def rules(desk: Desk) -> Reference:
    """Settings, calendar and catalogue as they stand."""
    with desk.records.read() as connection:
        return desk.reference.at(connection)


def settings(desk: Desk) -> Settings:
    """The office's settings."""
    return rules(desk).settings


def calendar(desk: Desk) -> WorkingCalendar:
    """The office's working calendar."""
    return rules(desk).calendar


def open_drafts(desk: Desk, station: int) -> tuple[Draft, ...]:
    """Unfinished intakes of a station, newest first."""
    with desk.records.read() as connection:
        return drafts.of_station(connection, station)


def outbox_summary(desk: Desk) -> OutboxSummary:
    """What waits for the province."""
    with desk.records.read() as connection:
        return outbox.summary(connection)


def rejected_events(desk: Desk) -> tuple[RejectedEvent, ...]:
    """Events the province refused, newest first."""
    with desk.records.read() as connection:
        return outbox.rejected(connection)


def _times(desk: Desk, connection: Connection, now: datetime) -> dict[str, str]:
    known = desk.reference.at(connection)
    soon = known.calendar.forward(now, known.settings.due_soon_hours * 60)
    return board.times(now, soon)


def _twin(dossier: Dossier) -> Twin:
    return Twin(
        dossier_id=dossier.id,
        code=dossier.code,
        state=dossier.state,
        applicant=dossier.applicant,
        procedure_name=dossier.procedure_name,
        case=dossier.case,
        papers=tuple(paper.name for paper in dossier.documents),
        received_at=dossier.received_at,
        due_at=dossier.due_at,
    )


def _timeline_entry(row: LedgerEntry) -> TimelineEntry:
    detail = json.loads(row.detail) if row.detail else {}
    return TimelineEntry(
        seq=row.seq,
        at=from_utc_text(row.at),
        officer=row.officer,
        station=row.station,
        event=row.event,
        from_state=row.from_state,
        to_state=row.to_state,
        reason=row.reason,
        changes=tuple((name, _shown(old), _shown(new)) for name, (old, new) in detail.items()),
    )


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(str(part) for part in value)
    return str(value)
