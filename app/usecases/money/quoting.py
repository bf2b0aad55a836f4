"""What a request would cost, for the screen that is still being filled in; nothing is stored."""

from dataclasses import dataclass, replace

from app.domain.actor import Actor
from app.domain.certification.books import CertifiedDocument
from app.domain.clock import to_minute
from app.domain.dossier import charge_check
from app.domain.dossier.dossier import IntakeRequest
from app.domain.money.fee import FeeLine, due_of
from app.domain.problems import Problems
from app.usecases.desk import Desk
from app.usecases.money import charging
from app.usecases.queries import lookup


@dataclass(frozen=True, slots=True)
class Quote:
    """Papers with their amounts (no numbers yet), fee lines, and what is to be paid in all."""

    certification: tuple[CertifiedDocument, ...]
    lines: tuple[FeeLine, ...]
    due: int


def quote(desk: Desk, actor: Actor, request: IntakeRequest) -> Quote:
    """What `request` would cost if it were registered as it stands; the person does not matter.

    Raises:
        InvalidRequest: about papers, fees or exemption.
        UnknownProcedure, ProcedureNotInForce, TariffMissing, UnknownGround: as named.
    """
    problems = Problems()
    papers = charge_check.certified(request.certification, problems)
    fees = None if request.fees is None else charge_check.fee_lines(request.fees, problems)
    problems.raise_any()
    rules = lookup.rules(desk, actor)
    on = to_minute(request.received_at or desk.clock.now()).date()
    procedure = rules.in_force(request.procedure.strip(), on).procedure
    checked = replace(request, certification=papers, fees=fees)
    certification, lines = charging.priced(rules, checked, procedure, on)
    return Quote(certification, lines, due_of(lines))
