"""The window's own actions."""

from functools import partial

from app.answers.safety import BackupRound, TrialFacts
from app.composition.actions.palette import palette_actions
from app.composition.actions.scanning import scan_actions
from app.composition.actions.support import support_actions
from app.composition.session.session import Session
from app.domain.actor import PROGRAM
from app.domain.errors import DeskError
from app.domain.read_only import Reason
from app.domain.safety.schedule import Occasion
from app.usecases.office import clock
from app.usecases.queries import lookup
from app.usecases.safety import automatic, checking, loss, trial, watching
from db.folder import FolderNotWritable
from db.room import DiskFull
from ui.operation import Report
from ui.shell.frame.top_bar import OfficeLine
from ui.shell.search import SearchActions
from ui.shell.shell_actions import (
    BackupActions,
    ClockActions,
    LossActions,
    Seen,
    ShellActions,
    WatchActions,
)


def shell_actions(session: Session) -> ShellActions:
    """Bind them to `session`."""

    def office() -> OfficeLine:
        settings = session.settings
        return OfficeLine(
            office=settings.office,
            department=settings.department,
            station=session.station,
            officer=session.actor.officer,
            is_practice=lookup.is_practice(session.desk, session.actor),
            opens_citizen=settings.citizen_opens,
            confirms_citizen=settings.citizen_confirms,
        )

    def lost() -> DeskError | None:
        state = session.desk.read_only
        return state.refusal if state.reason is Reason.LOSS else None

    def make(occasion: Occasion, progress: Report) -> BackupRound:
        return automatic.back_up_to_places(session.desk, session.actor, occasion, progress=progress)

    def try_out(progress: Report) -> TrialFacts | None:
        return trial.try_restore(session.desk, session.actor, is_asked=False, progress=progress)

    return ShellActions(
        office=office,
        outbox=session.bound(lookup.outbox_summary),
        calendar=session.bound(lookup.calendar),
        due_soon_hours=lambda: session.settings.due_soon_hours,
        search=SearchActions(find=session.bound(lookup.find)),
        scan=scan_actions(session),
        palette=palette_actions(session),
        clock=ClockActions(
            question=session.bound(clock.clock_question),
            confirm=session.bound(clock.confirm_clock),
        ),
        loss=LossActions(
            question=lost,
            accept=session.bound(loss.accept_loss),
            behind=lambda: session.desk.records.behind,
        ),
        backups=BackupActions(make=make, try_out=try_out),
        watch=WatchActions(
            look=partial(_seen, session),
            keep_reserve=lambda: watching.keep_reserve(session.folder),
            # By the program: who sits here may not be readable any more.
            quick=lambda progress: checking.quick_check(session.desk, PROGRAM, progress),
            may_last=lambda error: isinstance(error, DiskFull | FolderNotWritable),
        ),
        support=support_actions(session),
    )


def _seen(session: Session) -> Seen:
    session.desk.look_again()
    now = session.clock.now()
    return Seen(watching.watched(session.folder, now), session.desk.read_only.refusal)
