"""The window's own actions."""

from app.composition.actions.palette import palette_actions
from app.composition.actions.scanning import scan_actions
from app.composition.session.session import Session
from app.usecases.queries import lookup
from ui.shell.frame.top_bar import OfficeLine
from ui.shell.search import SearchActions
from ui.shell.shell_actions import ShellActions


def shell_actions(session: Session) -> ShellActions:
    """Bind them to `session`."""

    def office() -> OfficeLine:
        settings = lookup.settings(session.desk, session.actor)
        return OfficeLine(
            office=settings.office,
            department=settings.department,
            station=session.station,
            officer=session.actor.officer,
            is_practice=settings.practice,
            opens_citizen=settings.citizen_opens,
            confirms_citizen=settings.citizen_confirms,
        )

    return ShellActions(
        office=office,
        outbox=lambda: lookup.outbox_summary(session.desk, session.actor),
        calendar=lambda: lookup.calendar(session.desk, session.actor),
        due_soon_hours=lambda: lookup.settings(session.desk, session.actor).due_soon_hours,
        search=SearchActions(find=lambda text: lookup.find(session.desk, session.actor, text)),
        scan=scan_actions(session),
        palette=palette_actions(session),
    )
