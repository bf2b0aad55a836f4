"""Load a working calendar, whole or not at all, and say which promises it would count otherwise."""

from collections.abc import Iterator

from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.answers import Imported, ImportedRow
from app.domain.calendar_year import Closure
from app.domain.changes import Changed
from app.domain.clock import in_vietnam
from app.domain.dossier import PromiseKind
from app.domain.office_hours import WeekPlan
from app.domain.reasons import because
from app.domain.recount import Promised, Recounted, recount
from app.domain.working_calendar import WorkingCalendar
from app.exchange import calendar_file
from app.exchange.calendar_merge import CHANGED, REFUSED, UNCHANGED, merge
from app.settings import Settings
from app.usecases.calendar_draft import draft_year
from app.usecases.desk import Desk
from app.usecases.trail import canonical
from db.rows.trail import Subject
from db.stores import dossiers, ledger, reference
from db.stores.ledger import Entry


def import_calendar(desk: Desk, actor: Actor, content: bytes) -> Imported:
    """Take the calendar file in `content`; no promise moves, those it changes are listed.

    Rows are named ``sessions``, ``closures``, a year, or a dossier code (verdict ``review``).

    Raises:
        FileNotJson, InvalidCalendarFile: nothing was taken.
        CalendarUnknown: an open promise needs a year the calendar would no longer hold.
    """
    incoming = calendar_file.read(content)
    with desk.records.write() as connection:
        kept = calendar_file.file_from_parts(reference.calendar_parts(connection))
        taken, rows = merge(kept, incoming)
        rows += _cutoff(connection, desk, actor, incoming)
        return _take(connection, desk, actor, calendar_file.to_parts(taken), rows)


def set_sessions(desk: Desk, actor: Actor, plans: tuple[WeekPlan, ...]) -> Imported:
    """Set the office's weekly sessions with their seasons.

    Raises:
        CalendarUnknown: as for `import_calendar`.
    """
    body = calendar_file.plans_to_bytes(plans)
    with desk.records.write() as connection:
        return _take(connection, desk, actor, {calendar_file.SESSIONS_PART: body})


def set_closures(desk: Desk, actor: Actor, closures: tuple[Closure, ...]) -> Imported:
    """Set every declared closure of the desk, past ones included.

    Raises:
        CalendarUnknown: as for `import_calendar`.
    """
    body = calendar_file.closures_to_bytes(closures)
    with desk.records.write() as connection:
        return _take(connection, desk, actor, {calendar_file.CLOSURES_PART: body})


def _take(
    connection: Connection,
    desk: Desk,
    actor: Actor,
    parts: dict[str, bytes],
    rows: tuple[ImportedRow, ...] = (),
) -> Imported:
    """Keep `parts`, draft the years between, and list the open promises that would now differ."""
    kept = reference.calendar_parts(connection)
    changed = {part: body for part, body in parts.items() if kept.get(part) != body}
    for part, body in changed.items():
        reference.set_calendar_part(
            connection, part, body, confirmed=b'"confirmed":false' not in body
        )
        _record(connection, desk, actor, part, "CHANGED" if part in kept else "NEW")
    if not changed and all(row.verdict in {UNCHANGED, REFUSED} for row in rows):
        return Imported(rows, Changed.NOTHING)
    _fill_gaps(connection, desk, actor)
    calendar = desk.reference.at(connection).calendar
    reviews = tuple(_review(change) for change in _moved(connection, calendar))
    return Imported(rows + reviews, Changed.CALENDAR | Changed.SETTINGS)


def _cutoff(
    connection: Connection, desk: Desk, actor: Actor, incoming: calendar_file.CalendarFile
) -> tuple[ImportedRow, ...]:
    """The file's cut-off is taken only where the office never set its own."""
    if incoming.same_day_cutoff is None:
        return ()
    key, value = "same_day_cutoff", f"{incoming.same_day_cutoff:%H:%M}"
    stored = reference.settings(connection).get(key)
    if (stored or Settings().same_day_cutoff) == value:
        return (ImportedRow(key, UNCHANGED),)
    if stored is not None:
        return (ImportedRow(key, REFUSED, because("giữ giờ {stored} của cơ quan", stored=stored)),)
    reference.set_setting(connection, key, value)
    _record(connection, desk, actor, key, "CHANGED")
    return (ImportedRow(key, CHANGED, value),)


def _fill_gaps(connection: Connection, desk: Desk, actor: Actor) -> None:
    """Draft every year missing between the first and the last one held."""
    years = sorted(int(part) for part in reference.calendar_parts(connection) if part.isdigit())
    for year in sorted(set(range(years[0], years[-1])) - set(years)):
        body = calendar_file.year_to_bytes(draft_year(year))
        reference.set_calendar_part(connection, str(year), body, confirmed=False)
        _record(connection, desk, actor, str(year), "DRAFTED")


def _record(connection: Connection, desk: Desk, actor: Actor, part: str, verdict: str) -> None:
    entry = Entry(
        subject=Subject.CALENDAR,
        reference=part,
        event=verdict.upper(),
        detail=canonical({"part": part}),
    )
    ledger.append(connection, actor, desk.clock.now(), entry)


def _moved(connection: Connection, calendar: WorkingCalendar) -> Iterator[Recounted]:
    """Open promises the new calendar counts differently, extensions left out."""
    yield from recount(
        (
            Promised(
                reference=dossier.code,
                limit=dossier.limit,
                received_at=dossier.received_at,
                pauses=dossier.pauses,
                mode=dossier.pause_mode,
                due_at=dossier.due_at,
                calendar_confirmed=dossier.calendar_confirmed,
            )
            for dossier in dossiers.open_ones(connection)
            if not any(p.kind is PromiseKind.EXTENDED for p in dossier.promises)
        ),
        calendar,
    )


def _review(change: Recounted) -> ImportedRow:
    times = [
        f"{in_vietnam(moment):%H:%M %d/%m/%Y}" if moment else because("không có")
        for moment in (change.old_due_at, change.new_due_at)
    ]
    if change.is_moved:
        return ImportedRow(
            change.reference,
            "review",
            because("hẹn {old}, tính lại {new}", old=times[0], new=times[1]),
        )
    return ImportedRow(
        change.reference, "review", because("hẹn {old}, lịch nay xác nhận khác", old=times[0])
    )
