"""Correct what was written down: the old value stays in the ledger, the receipt is frozen anew."""

from dataclasses import replace

from app.answers.dossier import DossierChanged
from app.domain.actor import Actor
from app.domain.dossier import intake_check
from app.domain.dossier.correction import Correction
from app.domain.dossier.dossier import Applicant, Dossier, IntakeRequest
from app.domain.dossier.numbering import read_official
from app.domain.dossier.numbers import id_key
from app.domain.dossier.opened import Opened
from app.domain.errors import DeskError, InvalidRequest
from app.domain.permission import Permission
from app.domain.problems import Problems
from app.domain.workflow.states import DossierEvent
from app.usecases.desk import Desk
from app.usecases.dossier import official_code
from app.usecases.dossier.refiling import refiled
from app.usecases.ledger_values import differences
from app.usecases.printing.printable import require_printable_request, require_printable_texts
from app.usecases.unit import Request


class NothingToCorrect(DeskError):
    """The correction changes nothing. Facts: code."""


def correct_dossier(
    desk: Desk,
    actor: Actor,
    opened: Opened,
    correction: Correction,
    *,
    reason: str,
    request: Request | None = None,
) -> DossierChanged:
    """Correct people, papers, note, procedure, time of receipt or the portal's code of a dossier.

    The promise is counted anew where procedure, case or time of receipt are named, and does not
    change else. A code that was mistyped is put right while the province cannot
    have the dossier under it; by the old one it is still found.

    Raises:
        InvalidRequest: with every fault of the fields and of the reason.
        NothingToCorrect: nothing would change.
        CertifiedMeanwhile, PaidMeanwhile, LateStaysLate, PauseBeforeReceipt: the promise cannot be
            counted anew.
        UnknownProcedure, ProcedureNotInForce, IncompleteLimit, CalendarUnknown: as at intake.
        UnknownDossier, ChangedMeanwhile: as named.
    """
    with desk.unit(actor, Permission.CORRECT_DOSSIER, request) as unit:

        def correct() -> DossierChanged:
            before = unit.dossier(opened)
            after, why = _corrected(before, correction, reason)
            if correction.counts_anew:
                after = refiled(unit, after, correction)
            if correction.official_code is not None:
                # Checked last: what waits for the province is told at once to leave otherwise.
                after = official_code.corrected(unit, after, _code(correction))
            if not differences(before, after):
                raise NothingToCorrect(code=before.shown_code)
            return unit.change(before, after, DossierEvent.CORRECT, why).answer

        return unit.once(DossierChanged, (opened.dossier_id, correction, reason), correct)


def _of_one_person(before: Applicant, after: Applicant) -> Applicant:
    """`after` without the old number that a card named beside another one."""
    is_another = id_key(after.personal_id) != id_key(before.personal_id)
    return replace(after, old_id="") if is_another and after.old_id == before.old_id else after


def _code(correction: Correction) -> str:
    return read_official(correction.official_code or "", field="official_code")


def _corrected(before: Dossier, correction: Correction, reason: str) -> tuple[Dossier, str]:
    """The corrected dossier, checked as at intake."""
    representative = correction.representative or before.representative
    registered_at = before.promises[0].made_at if before.promises else before.received_at
    request = IntakeRequest(
        procedure=before.procedure_code,
        applicant=_of_one_person(before.applicant, correction.applicant or before.applicant),
        documents=before.documents if correction.documents is None else correction.documents,
        representative=None if correction.no_representative else representative,
        received_at=correction.received_at or before.received_at,
        filed_at=before.filed_at if correction.received_at else None,
        sets=before.sets,
        certification=before.certification,
        note=before.note if correction.note is None else correction.note,
        channel=before.channel,
        official_code=correction.official_code or "",
    )
    problems = Problems()
    checked = request
    try:
        now = registered_at if correction.received_at else before.received_at
        checked = intake_check.check(request, now=now)
        require_printable_request(checked)
    except InvalidRequest as refused:
        problems.extend(refused.problems)
    reason = problems.attempt(lambda: intake_check.reason(reason), "")
    problems.raise_any()
    require_printable_texts([("reason", reason)])  # it stands on the slip that is issued anew
    after = replace(
        before,
        applicant=checked.applicant,
        representative=checked.representative,
        documents=checked.documents,
        note=checked.note,
    )
    return after, reason
