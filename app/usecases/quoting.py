"""What a request would cost, for the screen that is still being filled in; nothing is stored."""

from dataclasses import dataclass, replace

from app.domain import charge_check
from app.domain.certification import CertifiedDocument
from app.domain.clock import to_minute
from app.domain.dossier import IntakeRequest
from app.domain.fee import FeeLine, due_of
from app.domain.intake_check import Door
from app.usecases import charging, lookup
from app.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class Quote:
    """Papers with their amounts (no numbers yet), fee lines, and what is to be paid in all."""

    certification: tuple[CertifiedDocument, ...]
    lines: tuple[FeeLine, ...]
    due: int


def quote(desk: Desk, request: IntakeRequest) -> Quote:
    """What `request` would cost if it were registered as it stands; the person does not matter.

    Raises:
        InvalidRequest: about papers, fees or exemption.
        UnknownProcedure, ProcedureNotInForce, TariffMissing, UnknownGround: as named.
    """
    door = Door()
    papers = charge_check.certified(request.certification, door)
    fees = None if request.fees is None else charge_check.fee_lines(request.fees, door)
    door.close()
    rules = lookup.rules(desk)
    on = to_minute(request.received_at or desk.clock.now()).date()
    procedure = rules.in_force(request.procedure.strip(), on).procedure
    checked = replace(request, certification=papers, fees=fees)
    certification, lines = charging.priced(rules, checked, procedure, on)
    return Quote(certification, lines, due_of(lines))
