"""Correct what was written down: the old value stays in the ledger, the receipt is frozen anew."""

from dataclasses import asdict, dataclass, replace

from app.domain import intake_check
from app.domain.actor import Actor
from app.domain.answers import DossierChanged
from app.domain.dossier import Applicant, Dossier, IntakeRequest, SubmittedDocument
from app.domain.errors import DeskError, InvalidRequest
from app.domain.intake_check import Door
from app.domain.states import DossierEvent
from app.printing.content import to_json
from app.usecases.desk import Desk
from app.usecases.intake import RECEIPT_FORM
from app.usecases.printable import require_printable_request
from app.usecases.progress import Opened
from app.usecases.receipt_content import receipt_content
from app.usecases.trail import Change, Scene, record
from db.stores import dossiers, prints


class NothingToCorrect(DeskError):
    """The correction changes nothing. Facts: code."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What is to stand instead; None leaves a part as it is."""

    applicant: Applicant | None = None
    representative: Applicant | None = None
    no_representative: bool = False
    documents: tuple[SubmittedDocument, ...] | None = None
    note: str | None = None


def correct_dossier(
    desk: Desk, actor: Actor, opened: Opened, correction: Correction, *, reason: str
) -> DossierChanged:
    """Correct applicant, contact, papers or note of a dossier; the promise does not change.

    Raises:
        InvalidRequest: with every fault of the fields and of the reason.
        NothingToCorrect: nothing would change.
        UnknownDossier, ChangedMeanwhile: as named.
    """
    now = desk.clock.now()
    with desk.records.write() as connection:
        rules = desk.reference.at(connection)
        before = dossiers.by_id(connection, opened.dossier_id)
        if opened.version is not None and opened.version != before.version:
            raise dossiers.ChangedMeanwhile(code=before.code)
        after, reason = _corrected(before, correction, reason)
        values = differences(before, after)
        if not values:
            raise NothingToCorrect(code=before.code)
        dossiers.save(connection, before, after)
        procedure = rules.procedure(after.procedure_version)
        content = to_json(receipt_content(after, procedure, rules.settings, printed_at=now))
        prints.add_content(connection, after.id, RECEIPT_FORM, after.form_set, content, now)
        scene = Scene(connection, actor, now, rules.settings)
        change = Change(DossierEvent.CORRECT, reason, values)
        row = record(scene, before, after, procedure, change)
    return DossierChanged(after.id, after.code, after.state, after.due_at, after.version, row.hash)


def differences(before: Dossier, after: Dossier) -> dict[str, tuple[object, object]]:
    """Old and new value of every corrected field, by field name; nobody's field is an empty one."""
    found: dict[str, tuple[object, object]] = {}
    for part in ("applicant", "representative"):
        old, new = getattr(before, part), getattr(after, part)
        olds = asdict(old) if old else {}
        news = asdict(new) if new else {}
        for name in dict.fromkeys((*olds, *news)):
            if (olds.get(name) or None) != (news.get(name) or None):
                found[f"{part}.{name}"] = (olds.get(name), news.get(name))
    if before.documents != after.documents:
        found["documents"] = (_papers(before), _papers(after))
    if before.note != after.note:
        found["note"] = (before.note, after.note)
    return found


def _papers(dossier: Dossier) -> list[str]:
    return [f"{p.name} ({p.originals} chính, {p.copies} sao)" for p in dossier.documents]


def _corrected(before: Dossier, correction: Correction, reason: str) -> tuple[Dossier, str]:
    """The corrected dossier, checked by the same door as intake."""
    representative = correction.representative or before.representative
    request = IntakeRequest(
        procedure=before.procedure_code,
        applicant=correction.applicant or before.applicant,
        documents=before.documents if correction.documents is None else correction.documents,
        representative=None if correction.no_representative else representative,
        received_at=before.received_at,
        sets=before.sets,
        certification=before.certification,
        note=before.note if correction.note is None else correction.note,
    )
    door = Door()
    checked = request
    try:
        checked = intake_check.check(request, now=before.received_at)
        require_printable_request(checked)
    except InvalidRequest as refused:
        door.problems.extend(refused.problems)
    reason = door.take(lambda: intake_check.reason(reason), "")
    door.close()
    after = replace(
        before,
        applicant=checked.applicant,
        representative=checked.representative,
        documents=checked.documents,
        note=checked.note,
        version=before.version + 1,
    )
    return after, reason
