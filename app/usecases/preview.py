"""What a request would become, shown before anything is stored."""

from dataclasses import dataclass

from app.domain.actor import Actor
from app.domain.dossier import Dossier, IntakeRequest
from app.domain.explanation import Explanation, explain
from app.printing.content import ReceiptContent
from app.usecases import lookup
from app.usecases.desk import Desk
from app.usecases.intake import promise_for, unnumbered
from app.usecases.receipt_content import fees_text, receipt_content


@dataclass(frozen=True, slots=True)
class Preview:
    """The promise with its explanation, and the fees as the slip will say them."""

    explanation: Explanation
    fees_text: str


def preview_promise(desk: Desk, actor: Actor, request: IntakeRequest) -> Preview:
    """The promise `request` would get if received at its `received_at` or now.

    Raises:
        The refusals of `app.usecases.intake.promise_for`.
    """
    now = desk.clock.now()
    rules = lookup.rules(desk)
    promised = promise_for(rules, request, request.received_at or now)
    dossier, stored = unnumbered(rules, actor, request, now)
    return Preview(
        explanation=explain(promised.limit, dossier.received_at, rules.calendar),
        fees_text=fees_text(stored.procedure, dossier),
    )


def preview_receipt(desk: Desk, actor: Actor, request: IntakeRequest) -> ReceiptContent:
    """The content of the receipt `request` would get: without number and codes.

    Raises:
        The refusals of `app.usecases.intake.promise_for`.
    """
    now = desk.clock.now()
    rules = lookup.rules(desk)
    dossier, stored = unnumbered(rules, actor, request, now)
    return receipt_content(dossier, stored.procedure, rules.settings, printed_at=now)


def explain_dossier(desk: Desk, dossier: Dossier) -> Explanation:
    """How the due time of a stored dossier came about.

    Raises:
        CalendarUnknown: the calendar no longer holds a year of the count.
    """
    return explain(
        dossier.limit,
        dossier.received_at,
        lookup.calendar(desk),
        pauses=dossier.pauses,
        mode=dossier.pause_mode,
    )
