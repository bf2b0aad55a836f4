"""The clock: what is to be asked about it before the first act of a day, and the answer."""

from app.domain.actor import Actor
from app.domain.changes import Changed
from app.domain.clock import Clock
from app.domain.clock_doubt import ClockDoubted, ClockFacts, Doubt, doubted, doubts_of
from app.domain.permission import Permission
from app.exchange.calendar import file as calendar_file
from app.usecases import clock_watch
from app.usecases.desk import Desk
from app.usecases.unit import Request, Unit
from db.tables.ledger import Subject


def clock_question(desk: Desk, actor: Actor) -> ClockDoubted | None:
    """The refusal that whatever is done now would meet; None while the clock is believed."""
    with desk.view(actor, Permission.CLOCK_QUESTION) as view:
        looked = desk.watch.look(view.connection, view.rules, desk.clock.now())
    return doubted(looked.facts, looked.doubts) if looked.doubts else None


def first_doubt(clock: Clock) -> ClockDoubted | None:
    """What must be asked about the clock before an office is made by it; None if nothing."""
    now = clock.now()
    is_confirmed = calendar_file.seed().calendar().is_confirmed(now.year)
    facts = ClockFacts(now, clock.offset(), None, 0, is_confirmed)
    doubts = doubts_of(facts)
    return doubted(facts, doubts) if doubts else None


def confirm_clock(
    desk: Desk,
    actor: Actor,
    asked: tuple[Doubt, ...] = tuple(Doubt),
    *,
    request: Request | None = None,
) -> Changed:
    """Take the answer that the clock is right, into the ledger; nothing if it is believed anyway.

    Args:
        desk: the opened data folder.
        actor: who says so.
        asked: the doubts that were put to them.
        request: the name under which it may come twice.

    Raises:
        ClockDoubted: something else is doubted by now; it must be asked first.
    """
    with desk.unit(actor, Permission.CONFIRM_CLOCK, request) as unit:
        return unit.once(Changed, asked, lambda: _confirmed(desk, unit, asked))


def _confirmed(desk: Desk, unit: Unit, asked: tuple[Doubt, ...]) -> Changed:
    looked = desk.watch.look(unit.connection, unit.rules, unit.now)
    if not set(looked.doubts) <= set(asked):
        raise doubted(looked.facts, looked.doubts)
    if looked.doubts:
        values = clock_watch.answer_of(unit.connection, looked)
        unit.record(Subject.CLOCK, f"{unit.now:%Y-%m-%d}", "CONFIRMED", values)
    return Changed.NOTHING
