"""What a request would become, shown before anything is stored."""

from dataclasses import dataclass

from app.domain.actor import Actor
from app.domain.deadline.explanation import Explanation, explain
from app.domain.dossier.dossier import Dossier, IntakeRequest
from app.domain.dossier.promise import capped_on, cut_from, explain_promise
from app.printing.content import ReceiptContent
from app.printing.facts import FormFacts
from app.printing.forms.receipt_content import fees_text, receipt_content
from app.usecases.desk import Desk
from app.usecases.dossier.intake import promise_for, unnumbered
from app.usecases.queries import lookup


@dataclass(frozen=True, slots=True)
class Preview:
    """The promise with its explanation, and the fees as the slip will say them.

    `names_fees`: the text begins with what each is, phí or lệ phí; else it is amounts alone.
    """

    explanation: Explanation
    fees_text: str
    names_fees: bool


def preview_promise(desk: Desk, actor: Actor, request: IntakeRequest) -> Preview:
    """The promise `request` would get if received at its `received_at` or now.

    Raises:
        The refusals of `app.usecases.dossier.intake.promise_for`.
    """
    now = desk.clock.now()
    rules = lookup.rules(desk, actor)
    promised = promise_for(rules, request, request.received_at or now)
    dossier, stored = unnumbered(rules, actor, request, now)
    return Preview(
        explanation=explain(
            promised.limit,
            dossier.received_at,
            rules.calendar,
            field=stored.procedure.field,
            source=promised.rule.source,
            cut_from=cut_from(dossier, stored.procedure),
        ),
        fees_text=fees_text(stored.procedure, dossier),
        names_fees=bool(dossier.fees),
    )


def preview_receipt(desk: Desk, actor: Actor, request: IntakeRequest) -> ReceiptContent:
    """The content of the receipt `request` would get: without number and codes.

    Raises:
        The refusals of `app.usecases.dossier.intake.promise_for`.
    """
    now = desk.clock.now()
    rules = lookup.rules(desk, actor)
    dossier, stored = unnumbered(rules, actor, request, now)
    facts = FormFacts(
        dossier,
        stored.procedure,
        rules.settings,
        now,
        capped_on=capped_on(dossier, rules.calendar),
    )
    return receipt_content(facts)


def explain_dossier(desk: Desk, actor: Actor, dossier: Dossier) -> Explanation:
    """How the due time of a stored dossier came about.

    Raises:
        CalendarUnknown: the calendar no longer holds a year of the count.
    """
    rules = lookup.rules(desk, actor)
    return explain_promise(dossier, rules.procedure(dossier.procedure_version), rules.calendar)
