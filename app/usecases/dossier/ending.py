"""How a dossier ends without a result, and how one that has ended goes on."""

from dataclasses import replace

from app.answers.dossier import DossierChanged
from app.domain.actor import Actor
from app.domain.approver import Approval, approved
from app.domain.dossier import intake_check
from app.domain.dossier.clock_effect import with_clock
from app.domain.dossier.opened import Opened
from app.domain.permission import Permission
from app.domain.problems import Problems
from app.domain.workflow.moves import move_of
from app.domain.workflow.states import DossierEvent
from app.usecases.desk import Desk
from app.usecases.dossier.progress import moved
from app.usecases.printing.printable import require_printable_texts
from app.usecases.unit import Request, Unit


def refuse_dossier(
    desk: Desk, actor: Actor, opened: Opened, *, reason: str, request: Request | None = None
) -> DossierChanged:
    """Refuse a dossier that was received: it is not worked on any more; its number stays used.

    Form 03 says so, with its number from the first print on (`app.usecases.endings`).

    Raises:
        TextMissing, TextTooLong, TextHasControls, LetterNotPrintable: about the reason.
        UnknownDossier, ChangedMeanwhile, IllegalMove: as named, here and below.
        RequestTaken: `request` was another one, here and below.
    """
    reason = _reason(reason)
    with desk.unit(actor, Permission.REFUSE_DOSSIER, request) as unit:
        return _ended(unit, opened, DossierEvent.REFUSE, reason)


def cancel_dossier(
    desk: Desk,
    actor: Actor,
    opened: Opened,
    *,
    reason: str,
    withdrawn: bool = False,
    request: Request | None = None,
) -> DossierChanged:
    """Stop a dossier, or note that its applicant withdrew it; its number stays used.

    Form 05 says so where the dossier's set has it, with its number from the first print on.

    Raises:
        TextMissing, TextTooLong, TextHasControls, LetterNotPrintable: about the reason.
    """
    reason = _reason(reason)
    event = DossierEvent.WITHDRAW if withdrawn else DossierEvent.STOP
    with desk.unit(actor, Permission.CANCEL_DOSSIER, request) as unit:
        return _ended(unit, opened, event, reason)


def reopen_dossier(
    desk: Desk,
    actor: Actor,
    opened: Opened,
    *,
    reason: str,
    approver: str,
    request: Request | None = None,
) -> DossierChanged:
    """A dossier that was refused, stopped or withdrawn is worked on again, as `approver` allows.

    Its promise stands as it did, and the clock as if it had never stopped: what time passed since
    the end is used up (`docs/deadlines.md`). The papers of its end stay as they were handed out.

    Raises:
        TextMissing, TextTooLong, TextHasControls: about reason and approver.
        ApproverIsOfficer: nobody approves what they do themselves.
    """
    problems = Problems()
    reason = problems.attempt(lambda: intake_check.reason(reason), "")
    approval = problems.attempt(lambda: approved(approver, actor.officer), None)
    problems.raise_any()
    with desk.unit(actor, Permission.REOPEN_DOSSIER, request) as unit:
        return unit.once(
            DossierChanged,
            (opened.dossier_id, DossierEvent.REOPEN, reason, approval),
            lambda: _reopened(unit, opened, reason, approval),
        )


def _reopened(unit: Unit, opened: Opened, reason: str, approval: Approval | None) -> DossierChanged:
    before, event = unit.dossier(opened), DossierEvent.REOPEN
    effect = move_of(before.state, event).clock
    after = with_clock(before, effect, now=unit.now, calendar=unit.rules.calendar)
    after = replace(after, end_reason="")
    return unit.change(before, after, event, reason, approval=approval).answer


def _ended(unit: Unit, opened: Opened, event: DossierEvent, reason: str) -> DossierChanged:
    return unit.once(
        DossierChanged,
        (opened.dossier_id, event, reason, (), ()),
        lambda: moved(
            unit, unit.dossier(opened), event, reason, lambda it: replace(it, end_reason=reason)
        ),
    )


def _reason(text: str) -> str:
    """Why, as it stands on the paper."""
    problems = Problems()
    reason = problems.attempt(lambda: intake_check.reason(text), "")
    problems.raise_any()
    require_printable_texts([("reason", reason)])
    return reason
