"""Certification after intake: the pile to be signed, and corrections."""

from collections.abc import Sequence
from dataclasses import replace

from app.answers.certification import AwaitingSignature
from app.answers.dossier import DossierChanged
from app.domain.actor import Actor
from app.domain.certification.books import CertifiedDocument
from app.domain.dossier import charge_check, intake_check
from app.domain.dossier.dossier import Dossier
from app.domain.dossier.opened import Opened
from app.domain.errors import DeskError
from app.domain.money.fee import FeeLine
from app.domain.money.tariff import Tariff, lines_of
from app.domain.permission import Permission
from app.domain.problems import Problems
from app.domain.workflow.moves import moves_from
from app.domain.workflow.states import DossierEvent, DossierState
from app.usecases.desk import Desk
from app.usecases.dossier import progress
from app.usecases.money import charging
from app.usecases.printing.printable import require_printable_texts
from app.usecases.unit import Request, Unit
from db.stores import dossiers
from db.stores.certification import certified_papers

_TO_BE_SIGNED = frozenset(
    state
    for state in DossierState
    if any(move.event is DossierEvent.FINISH for move in moves_from(state))
)


class NothingCertified(DeskError):
    """Facts: code."""


class NotAwaitingSignature(DeskError):
    """Facts: code, state."""


class EntriesDiffer(DeskError):
    """A correction must keep every entry of the books, in its book. Facts: code, entries."""


def awaiting_signature(desk: Desk, actor: Actor) -> tuple[AwaitingSignature, ...]:
    """The pile: dossiers with papers to be signed, oldest first."""
    with desk.view(actor, Permission.AWAITING_SIGNATURE) as view:
        return certified_papers.awaiting_signature(view.connection)


def mark_signed(
    desk: Desk, actor: Actor, dossier_ids: Sequence[int], *, request: Request | None = None
) -> tuple[DossierChanged, ...]:
    """The papers of these dossiers are signed and sealed: all are finished, or none.

    Raises:
        NotAwaitingSignature: one is no longer on the pile; names it.
        UnknownDossier: as named.
    """
    ids = tuple(dict.fromkeys(dossier_ids))
    with desk.unit(actor, Permission.MARK_SIGNED, request) as unit:

        def sign_all() -> tuple[DossierChanged, ...]:
            return tuple(_signed(unit, dossiers.by_id(unit.connection, one)) for one in ids)

        return unit.once(tuple[DossierChanged, ...], ids, sign_all)


def _signed(unit: Unit, before: Dossier) -> DossierChanged:
    if before.state not in _TO_BE_SIGNED or not before.certification:
        raise NotAwaitingSignature(code=before.shown_code, state=before.state)
    return progress.moved(
        unit, before, DossierEvent.FINISH, "Đã ký chứng thực", progress.finished(unit)
    )


def correct_certification(
    desk: Desk,
    actor: Actor,
    opened: Opened,
    documents: Sequence[CertifiedDocument],
    *,
    reason: str,
    request: Request | None = None,
) -> DossierChanged:
    """Correct names, pages and copies, one for each entry in order: every number stays.

    Amounts and fee lines are counted anew by the tariff of the day of receipt; what was paid too
    much shows as overpaid. The receipt is frozen anew.

    Raises:
        InvalidRequest: with every fault of the papers and the reason.
        NothingCertified, EntriesDiffer: as named.
        UnknownDossier, ChangedMeanwhile: as named.
    """
    problems = Problems()
    checked = charge_check.certified(documents, problems)
    reason = problems.attempt(lambda: intake_check.reason(reason), "")
    problems.raise_any()
    require_printable_texts((f"certification.{n}", paper.name) for n, paper in enumerate(checked))
    with desk.unit(actor, Permission.CORRECT_CERTIFICATION, request) as unit:

        def correct() -> DossierChanged:
            before = unit.dossier(opened)
            after = _with_entries(unit, before, checked)
            return unit.change(before, after, DossierEvent.CORRECT, reason).answer

        return unit.once(DossierChanged, (opened.dossier_id, checked, reason), correct)


def _with_entries(unit: Unit, before: Dossier, documents: tuple[CertifiedDocument, ...]) -> Dossier:
    """`before` with `documents` under its numbers, and its fees counted anew."""
    tariff = unit.rules.tariff(before.received_at.date())
    procedure = unit.rules.procedure(before.procedure_version)
    entered = _entered(before, charging.with_amounts(documents, procedure, tariff))
    return replace(before, certification=entered, fees=_relined(before, entered, tariff))


def _entered(
    before: Dossier, documents: tuple[CertifiedDocument, ...]
) -> tuple[CertifiedDocument, ...]:
    """`documents` under the numbers the dossier has."""
    had = before.certification
    if not had:
        raise NothingCertified(code=before.shown_code)
    if len(had) != len(documents) or any(
        old.kind is not new.kind for old, new in zip(had, documents, strict=False)
    ):
        raise EntriesDiffer(code=before.shown_code, entries=len(had))
    return tuple(replace(new, number=old.number) for old, new in zip(had, documents, strict=True))


def _relined(
    before: Dossier, documents: tuple[CertifiedDocument, ...], tariff: Tariff
) -> tuple[FeeLine, ...]:
    """The tariff's lines counted anew, with the exemption and due time they had; others stay."""
    had = {line.name: line for line in before.fees}
    anew = [
        replace(line, exemption=had[line.name].exemption, collect_at=had[line.name].collect_at)
        if line.name in had
        else line
        for line in lines_of(documents, tariff)
    ]
    names = {line.name for line in anew}
    return (*anew, *(line for line in before.fees if line.name not in names))
