"""A promise that will not be kept: promised anew with an apology, and who was notified of it."""

from datetime import datetime

from app.answers.dossier import DossierChanged
from app.domain.actor import Actor
from app.domain.approver import Approval, approved
from app.domain.clock import to_minute
from app.domain.deadline.apology import DelayCause, Notice, NoticeWay, Proposal, proposed
from app.domain.deadline.extension import NothingToExtend, check_extension
from app.domain.dossier import intake_check
from app.domain.dossier.dossier import Dossier
from app.domain.dossier.opened import Opened
from app.domain.dossier.promise import extended, with_notice
from app.domain.permission import Permission
from app.domain.problems import Problems
from app.domain.text import line
from app.domain.workflow.moves import move_of
from app.domain.workflow.states import DossierEvent
from app.usecases.desk import Desk
from app.usecases.printing.printable import require_printable_texts
from app.usecases.unit import Request
from app.wording.terms import word_for

_NOTE_LIMIT = 900
"""It stands behind the way of notifying, in a reason of the ledger."""


def proposed_extension(desk: Desk, actor: Actor, dossier_id: int) -> Proposal:
    """The new time proposed for a dossier, and what it follows from.

    Raises:
        UnknownDossier, CalendarUnknown: as named.
        NothingToExtend: the dossier has no running promise.
    """
    with desk.view(actor, Permission.PROPOSED_EXTENSION) as view:
        found = view.dossier(Opened(dossier_id))
        move_of(found.state, DossierEvent.EXTEND)
        if found.due_at is None:
            raise NothingToExtend
        calendar = view.rules.calendar
        return proposed(found.received_at, found.due_at, calendar, now=desk.clock.now())


def extend_promise(
    desk: Desk,
    actor: Actor,
    opened: Opened,
    *,
    due_at: datetime,
    cause: DelayCause = DelayCause.OTHER,
    reason: str = "",
    approver: str = "",
    request: Request | None = None,
) -> DossierChanged:
    """Promise the result for `due_at` instead, with an apology (Form 04) of its own number.

    What on time is measured against stays. `cause` is the usual reason, `reason` what is
    particular; one of `DelayCause.OTHER` has to say it. `approver` stands behind one that is made
    later than one working day before expiry, or that is not the first.

    Raises:
        TextMissing, TextTooLong, TextHasControls, LetterNotPrintable: about reason or approver.
        ApproverIsOfficer: whoever promises anew cannot approve it.
        NothingToExtend, ExtensionNotLater, ExtensionWhileShut, ExtensionNeedsApprover: as named.
        UnknownDossier, ChangedMeanwhile, IllegalMove, CalendarUnknown: as named.
    """
    problems = Problems()
    said = problems.attempt(lambda: _reason(cause, reason), "")
    approval = problems.attempt(lambda: _approval(approver, actor.officer), None)
    problems.raise_any()
    require_printable_texts([("reason", said)])
    due_at = to_minute(due_at)
    with desk.unit(actor, Permission.EXTEND_PROMISE, request) as unit:

        def extend() -> DossierChanged:
            before = unit.dossier(opened)
            move_of(before.state, DossierEvent.EXTEND)
            calendar = unit.rules.calendar
            check = check_extension(
                due_at,
                before.due_at,
                calendar,
                now=unit.now,
                earlier=len(before.apologies),
                allowed=unit.settings.extensions_allowed,
                approval=approval,
            )
            after = extended(
                before,
                check,
                calendar,
                now=unit.now,
                cause=cause,
                reason=said,
                officer=unit.actor.officer,
                approval=approval,
            )
            done = unit.change(before, after, DossierEvent.EXTEND, said, approval=approval)
            return done.answer

        asked = (opened.dossier_id, DossierEvent.EXTEND, due_at, cause, said, approver)
        return unit.once(DossierChanged, asked, extend)


def note_notice(
    desk: Desk,
    actor: Actor,
    opened: Opened,
    *,
    way: NoticeWay,
    note: str = "",
    request: Request | None = None,
) -> DossierChanged:
    """Note that the applicant was notified of the last apology: it is no longer unsent.

    Raises:
        NoUnsentApology: there is none that waits for it.
        TextTooLong, TextHasControls: about the note.
        UnknownDossier, ChangedMeanwhile: as named.
    """
    problems = Problems()
    note = problems.attempt(lambda: line(note, field="note", limit=_NOTE_LIMIT), "")
    problems.raise_any()
    with desk.unit(actor, Permission.NOTE_NOTICE, request) as unit:

        def noted() -> DossierChanged:
            before = unit.dossier(opened)
            notice = Notice(to_minute(unit.now), way, unit.actor.officer, note)
            after: Dossier = with_notice(before, notice)
            why = f"{word_for(way)}: {note}" if note else word_for(way)
            return unit.change(before, after, DossierEvent.NOTIFY, why).answer

        return unit.once(DossierChanged, (opened.dossier_id, DossierEvent.NOTIFY, way, note), noted)


def _reason(cause: DelayCause, text: str) -> str:
    """The whole reason as the paper says it: the usual one, and what is particular behind it."""
    if cause is DelayCause.OTHER:
        return intake_check.reason(text)
    usual = word_for(cause)
    return intake_check.reason(f"{usual}: {text.strip()}") if text.strip() else usual


def _approval(name: str, officer: str) -> Approval | None:
    return approved(name, officer) if name.strip() else None
