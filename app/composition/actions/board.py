"""The home screen's actions on the opened records."""

from app.composition.session.session import Session
from app.usecases.queries import lookup
from ui.models.urgency import Running
from ui.screens.home.actions import HomeActions


def home_actions(session: Session) -> HomeActions:
    """Bind them to `session`."""
    return HomeActions(
        now=session.clock.now,
        counts=lambda now: lookup.counts(session.desk, session.actor, now),
        ids=lambda view, now: lookup.ids(session.desk, session.actor, view, now),
        running=lambda: Running(*lookup.running(session.desk, session.actor)),
        rows=lambda wanted: lookup.rows(session.desk, session.actor, wanted),
        calendar=lambda: lookup.calendar(session.desk, session.actor),
        due_soon_hours=lambda: lookup.settings(session.desk, session.actor).due_soon_hours,
    )
