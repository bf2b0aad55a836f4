"""A dossier written down under the wrong procedure, case or time is counted as it should be."""

from dataclasses import replace

from app.domain.clock import to_minute
from app.domain.dossier.correction import Correction
from app.domain.dossier.dossier import Dossier, IntakeRequest
from app.domain.dossier.promise import corrected
from app.domain.errors import DeskError
from app.domain.forms.form_set import set_in_force
from app.usecases.dossier.intake import is_outside_hours, promise_for
from app.usecases.money import charging
from app.usecases.unit import Unit
from db.stores import payments


class CertifiedMeanwhile(DeskError):
    """Numbers of certification stand in a book under the dossier's procedure. Facts: code."""


class PaidMeanwhile(DeskError):
    """Money was taken under the dossier's procedure. Facts: code."""


def refiled(unit: Unit, dossier: Dossier, correction: Correction) -> Dossier:
    """`dossier` under the procedure, case and time of receipt that `correction` names.

    Limit, way of pausing and fees are those of the procedure in force when it was received, and the
    promise is counted anew. Its code stays, whatever day it names.

    Raises:
        CertifiedMeanwhile, PaidMeanwhile: it cannot go to another procedure or case any more.
        LateStaysLate: it would be on time by the correction alone.
        UnknownProcedure, ProcedureNotInForce, IncompleteLimit, CalendarUnknown: as at intake.
        InvalidRequest: the case is missing or unknown.
        PauseBeforeReceipt: papers were asked for before it was received.
    """
    code = (correction.procedure or dossier.procedure_code).strip()
    keeps_case = correction.procedure is None and correction.case is None
    case = dossier.case if keeps_case else correction.case
    received_at = to_minute(correction.received_at or dossier.received_at)
    request = IntakeRequest(
        procedure=code,
        applicant=dossier.applicant,
        documents=dossier.documents,
        case=case,
        channel=dossier.channel,
        received_at=received_at,
    )
    promised = promise_for(unit.rules, request, received_at)
    procedure = promised.stored.procedure
    fees = dossier.fees
    if (procedure.code, case) != (dossier.procedure_code, dossier.case):
        if dossier.certification:
            raise CertifiedMeanwhile(code=dossier.shown_code)
        if payments.of_dossier(unit.connection, dossier.id):
            raise PaidMeanwhile(code=dossier.shown_code)
        charging.require_papers(unit.rules, request, procedure, received_at.date())
        _, fees = charging.priced(unit.rules, request, procedure, received_at.date())
    after = replace(
        dossier,
        procedure_version=promised.stored.version,
        procedure_code=procedure.code,
        procedure_name=procedure.name,
        case=case,
        service_level=procedure.service_level,
        pause_mode=procedure.pause_mode,
        limit=promised.limit,
        received_at=received_at,
        outside_hours=is_outside_hours(unit.rules, dossier.channel, received_at),
        form_set=set_in_force(received_at.date()).value,
        fees=fees,
    )
    return corrected(dossier, after, unit.rules.calendar, now=unit.now)
