"""The home screen's actions on the opened records."""

from app.composition.session.session import Session
from app.usecases.queries import lookup
from app.usecases.safety.watching import watched
from db.copies import last_backup
from ui.models.urgency import Running
from ui.screens.home.actions import HomeActions


def home_actions(session: Session) -> HomeActions:
    """Bind them to `session`."""
    return HomeActions(
        now=session.clock.now,
        counts=session.bound(lookup.counts),
        ids=session.bound(lookup.ids),
        running=lambda: Running(*lookup.running(session.desk, session.actor)),
        rows=session.bound(lookup.rows),
        calendar=session.bound(lookup.calendar),
        due_soon_hours=lambda: session.settings.due_soon_hours,
        refused=session.bound(lookup.refused_to_mend),
        last_backup=lambda: last_backup(session.folder, session.settings, session.clock.now()),
        watched=lambda: watched(session.folder, session.clock.now()),
    )
