"""Moving 100,000 open dossiers on by a minute, beside a loop over each one's days and sessions.

What the desk does at a tick: it cuts the list of due times where now, "due soon" and today lie,
which puts every dossier in its view and count, and counts anew the words of the rows in sight.
"""

import random
from datetime import date, datetime, time, timedelta

from app.answers.board import BoardRow
from app.domain.clock import to_minute
from app.domain.workflow.states import DossierState
from app.usecases.queries import lookup
from tests.bench.measuring import office
from tests.bench.measuring.places import SMALL, Places
from tests.bench.measuring.table import Row, faster_row, note_row
from tests.bench.measuring.turns import in_turn, medians, show
from tests.builders import LAN
from ui.models.board_cells import cells_of, left, minute_of
from ui.models.urgency import Running, cuts

OPEN = 100_000
IN_SIGHT = 40
LOOPED = 2_000
"""Dossiers the loop is timed with; its time grows in step with their number."""


def run(places: Places) -> list[Row]:
    """All ways in turn, after their answers were compared."""
    calendar = lookup.calendar(places.desk(places.office(SMALL)), LAN)
    hours = 16
    now = office.NOW
    due = sorted(_due_times(OPEN))
    running = Running()
    running.ids.extend(range(1, OPEN + 1))
    running.due_at.extend(int(moment.timestamp()) for moment in due)
    positions = [calendar.position(moment) for moment in due]
    sessions = _sessions(calendar, due)
    _check(positions, due, calendar, now, sessions)
    minute = minute_of(now, calendar, hours)
    seen = [cells_of(_row(ident, due[ident]), minute) for ident in range(IN_SIGHT)]

    def in_sight() -> None:
        fresh = minute_of(now, calendar, hours)
        for cells in seen:
            left(cells, fresh)

    def a_tick() -> None:
        cuts(running, now, calendar, hours)
        in_sight()

    def every_one() -> None:
        here = calendar.position(now)
        [position - here for position in positions]

    ways = {
        "a tick: every view and count, rows in sight": a_tick,
        "of it, the rows in sight": in_sight,
        "minutes left of every dossier, by position": every_one,
        f"day by day, {LOOPED:,} of them": lambda: [
            _day_by_day(now, moment, sessions) for moment in due[:: OPEN // LOOPED]
        ],
    }
    times = in_turn(ways, places.rounds, each=5)
    show(times)
    middle = medians(times)
    loop = middle[f"day by day, {LOOPED:,} of them"] * OPEN / LOOPED
    tick, sight, every = list(middle.values())[:3]
    beside = "day-by-day loop over all"
    return [
        faster_row("countdown refresh of 100,000", tick, loop, 1_000, unit="ms", beside=beside),
        faster_row("countdown, what is on screen", sight, loop, 10_000, unit="ms", beside=beside),
        note_row(
            "countdown, minutes left of each of 100,000", f"{every:.2f} ms = 1/{loop / every:,.0f}"
        ),
    ]


def _due_times(count: int) -> list[datetime]:
    chance = random.Random(1)
    start = to_minute(office.NOW).replace(hour=16, minute=30)
    return [
        start + timedelta(days=chance.randint(-20, 60), minutes=-chance.randint(0, 400))
        for _ in range(count)
    ]


def _sessions(calendar, due):
    """What a plain program keeps: the sessions of each day, as times."""
    first, last = min(due).date(), max(due).date()
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return {
        day: [
            (_at(day, session.opens), _at(day, session.closes))
            for session in calendar.day(day).sessions
        ]
        for day in days
    }


def _at(day: date, minute: int) -> datetime:
    midnight = datetime.combine(day, time(), office.NOW.tzinfo)
    return midnight + timedelta(minutes=minute)


def _day_by_day(now: datetime, due: datetime, sessions) -> int:
    """Open minutes from `now` to `due`, negative once it is past."""
    sign = 1
    if due < now:
        now, due, sign = due, now, -1
    minutes = 0
    day = now.date()
    while day <= due.date():
        for opens, closes in sessions[day]:
            begins, ends = max(now, opens), min(due, closes)
            if ends > begins:
                minutes += (ends - begins).seconds // 60
        day += timedelta(days=1)
    return sign * minutes


def _check(positions, due, calendar, now, sessions) -> None:
    here = calendar.position(now)
    for nth in range(0, len(due), OPEN // LOOPED):
        assert positions[nth] - here == _day_by_day(now, due[nth], sessions)


def _row(ident: int, due_at: datetime) -> BoardRow:
    return BoardRow(
        id=ident,
        code=f"H37.99.1-261123-{ident:04d}",
        applicant="Nguyễn Thị Đào",
        procedure="Cấp Giấy xác nhận tình trạng hôn nhân",
        state=DossierState.PROCESSING,
        received_at=office.NOW,
        due_at=due_at,
        calendar_confirmed=True,
        ended_at=None,
        waiting_since=None,
    )
