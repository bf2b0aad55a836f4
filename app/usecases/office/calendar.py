"""Load a working calendar, whole or not at all, and say which promises it would count otherwise."""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Connection

from app.answers.closures import CalendarReview, ReviewTally
from app.answers.imports import Imported, ImportedRow
from app.domain.actor import Actor
from app.domain.changes import Changed
from app.domain.clock import in_vietnam, time_and_day
from app.domain.deadline.office_hours import WeekPlan
from app.domain.deadline.recount import Promised, Recounted, recount
from app.domain.deadline.working_calendar import WorkingCalendar
from app.domain.dossier.clock_effect import Recount
from app.domain.dossier.dossier import PromiseKind
from app.domain.permission import Permission
from app.domain.phrases import phrase
from app.exchange.calendar import file as calendar_file
from app.exchange.calendar.merge import CHANGED, REFUSED, UNCHANGED, merge
from app.settings import Settings
from app.usecases.desk import Desk
from app.usecases.office.calendar_draft import draft_year, reaching
from app.usecases.office.closures import file_closures
from app.usecases.office.recounting import Report, moved_rows, recounted
from app.usecases.unit import Request, Unit, View
from db.stores import dossiers, reference
from db.tables.ledger import Subject


def import_calendar(
    desk: Desk, actor: Actor, content: bytes, *, request: Request | None = None
) -> Imported:
    """Take the calendar file in `content`; no promise moves, those it changes are listed.

    Rows are named ``sessions``, ``closures``, a year, or a dossier code (verdict ``review``).

    Raises:
        FileNotJson, InvalidCalendarFile: nothing was taken.
        CalendarUnknown: an open promise needs a year the calendar would no longer hold.
    """
    incoming = calendar_file.read(content)
    with desk.unit(actor, Permission.IMPORT_CALENDAR, request) as unit:

        def take() -> Imported:
            kept = calendar_file.file_from_parts(reference.calendar_parts(unit.connection))
            taken, rows = merge(kept, incoming)
            rows += _cutoff(unit, incoming)
            return _take(unit, calendar_file.to_parts(taken), rows)

        return unit.once(Imported, content, take)


def preview_calendar(
    desk: Desk,
    actor: Actor,
    content: bytes,
    *,
    tally: ReviewTally | None = None,
    report: Report | None = None,
) -> CalendarReview:
    """Which open promises the calendar file in `content` would count otherwise; nothing is taken.

    Raises:
        FileNotJson, InvalidCalendarFile: it cannot be taken.
        CalendarUnknown: an open promise needs a year the calendar would not hold.
    """
    incoming = calendar_file.read(content)
    tally = tally or ReviewTally()
    with desk.view(actor, Permission.PREVIEW_CALENDAR) as view:
        now = desk.clock.now()
        by = Recount(view.rules.calendar, _as_it_would_be(view, incoming))
        for pairs in recounted(view, by, now=now, report=report):
            tally.add(moved_rows(pairs, now))
    return tally.moves()


def set_sessions(
    desk: Desk, actor: Actor, plans: tuple[WeekPlan, ...], *, request: Request | None = None
) -> Imported:
    """Set the office's weekly sessions with their seasons.

    Raises:
        CalendarUnknown: as for `import_calendar`.
    """
    body = calendar_file.plans_to_bytes(plans)
    with desk.unit(actor, Permission.SET_SESSIONS, request) as unit:
        return unit.once(Imported, body, lambda: _take(unit, {calendar_file.SESSIONS_PART: body}))


def _as_it_would_be(view: View, incoming: calendar_file.CalendarFile) -> WorkingCalendar:
    """The office's calendar if `incoming` were taken, gaps between its years drafted."""
    kept = reference.calendar_parts(view.connection)
    taken, _ = merge(calendar_file.file_from_parts(kept), incoming)
    cutoff = view.settings.same_day_cutoff
    if incoming.same_day_cutoff and "same_day_cutoff" not in reference.settings(view.connection):
        cutoff = f"{incoming.same_day_cutoff:%H:%M}"
    calendar = calendar_file.from_parts(
        kept | calendar_file.to_parts(taken),
        same_day_cutoff=cutoff,
        due_at_end_of_day=view.settings.due_at_end_of_day,
    )
    return reaching(calendar, calendar.years[-1].year)


def _take(unit: Unit, parts: dict[str, bytes], rows: tuple[ImportedRow, ...] = ()) -> Imported:
    """Keep `parts`, draft the years between, and list the open promises that would now differ."""
    connection = unit.connection
    kept = reference.calendar_parts(connection)
    changed = {part: body for part, body in parts.items() if kept.get(part) != body}
    if calendar_file.CLOSURES_PART in changed:
        before, after = (calendar_file.file_from_parts(one).closures or () for one in (
            {part: kept[part] for part in kept if part == calendar_file.CLOSURES_PART}, changed,
        ))  # fmt: skip
        file_closures(unit, before, after)
    for part, body in changed.items():
        reference.set_calendar_part(
            connection, part, body, confirmed=b'"confirmed":false' not in body
        )
        _record(unit, part, "CHANGED" if part in kept else "NEW")
    if not changed and all(row.verdict in {UNCHANGED, REFUSED} for row in rows):
        return Imported(rows, Changed.NOTHING)
    _fill_gaps(unit)
    calendar = unit.rules_now().calendar
    reviews = tuple(
        replace(_review(change), dossier_id=dossiers.id_of(connection, change.reference))
        for change in tuple(_moved(connection, calendar))
    )
    return Imported(rows + reviews, Changed.CALENDAR | Changed.SETTINGS)


def _cutoff(unit: Unit, incoming: calendar_file.CalendarFile) -> tuple[ImportedRow, ...]:
    """The file's cut-off is taken only where the office never set its own."""
    if incoming.same_day_cutoff is None:
        return ()
    key, value = "same_day_cutoff", f"{incoming.same_day_cutoff:%H:%M}"
    stored = reference.settings(unit.connection).get(key)
    if (stored or Settings().same_day_cutoff) == value:
        return (ImportedRow(key, UNCHANGED),)
    if stored is not None:
        return (ImportedRow(key, REFUSED, phrase("giữ giờ {stored} của cơ quan", stored=stored)),)
    reference.set_setting(unit.connection, key, value)
    _record(unit, key, "CHANGED")
    return (ImportedRow(key, CHANGED, value),)


def _fill_gaps(unit: Unit) -> None:
    """Draft every year missing between the first and the last one held."""
    connection = unit.connection
    years = sorted(int(part) for part in reference.calendar_parts(connection) if part.isdigit())
    for year in sorted(set(range(years[0], years[-1])) - set(years)):
        body = calendar_file.year_to_bytes(draft_year(year))
        reference.set_calendar_part(connection, str(year), body, confirmed=False)
        _record(unit, str(year), "DRAFTED")


def _record(unit: Unit, part: str, verdict: str) -> None:
    unit.record(Subject.CALENDAR, part, verdict.upper(), {"part": part})


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
        time_and_day(in_vietnam(moment)) if moment else phrase("không có")
        for moment in (change.old_due_at, change.new_due_at)
    ]
    if change.is_moved:
        return ImportedRow(
            change.reference,
            "review",
            phrase("hẹn {old}, tính lại {new}", old=times[0], new=times[1]),
        )
    return ImportedRow(
        change.reference, "review", phrase("hẹn {old}, lịch nay xác nhận khác", old=times[0])
    )
