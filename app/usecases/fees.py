"""Fees after intake: charged, waived, collected, refunded, voided; each verb one transaction."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from app.domain import charge_check, intake_check
from app.domain.actor import Actor
from app.domain.answers import DossierChanged, DossierMoney, MoneyMoved
from app.domain.dossier import Dossier
from app.domain.errors import DeskError
from app.domain.fee import Exemption, FeeLine, dong, waived
from app.domain.intake_check import Door
from app.domain.payment import (
    Method,
    MoreThanCollected,
    NotWhole,
    Payment,
    PaymentKind,
    PaymentRequest,
    SheetClosed,
    SlipNumber,
    account_of,
    collected_by,
    left_of,
    meant,
)
from app.domain.states import DossierEvent
from app.usecases import charging
from app.usecases.desk import Desk
from app.usecases.printable import payment_texts, require_printable_texts
from app.usecases.progress import Opened, change_in, opened_dossier
from app.usecases.reference import Reference
from app.usecases.trail import Change, Scene
from db.stores import dossiers, fees, payments


class NoFees(DeskError):
    """Facts: code."""


class NothingToWaive(DeskError):
    """No line is left that the ground would make cheaper, or there is none. Facts: code."""


@dataclass(frozen=True, slots=True)
class Refund:
    """What is given back of a slip: `amount` None is all that is left, `method` None as paid."""

    slip: SlipNumber
    reason: str
    amount: int | None = None
    method: Method | None = None
    payer: str = ""
    reference: str = ""


def money_of(desk: Desk, dossier_id: int) -> DossierMoney:
    """What a dossier costs and what became of it.

    Raises:
        UnknownDossier: there is none.
    """
    with desk.records.read() as connection:
        dossier = dossiers.by_id(connection, dossier_id)
        slips = payments.of_dossier(connection, dossier_id)
    return DossierMoney(
        dossier_id=dossier.id,
        dossier_code=dossier.code,
        version=dossier.version,
        lines=dossier.fees,
        payments=slips,
        account=account_of(dossier.fees, slips),
    )


def charge_fees(
    desk: Desk, actor: Actor, opened: Opened, lines: Sequence[FeeLine], *, reason: str
) -> DossierChanged:
    """Put `lines` in the place of what the dossier costs now; paid slips stay as they are.

    For a fee no catalogue names, or one that was written down wrong. None at all is allowed: then
    nothing is due.

    Raises:
        InvalidRequest: with every fault of the lines and the reason.
        UnknownDossier, ChangedMeanwhile, IllegalMove: as named, here and below.
    """
    door = Door()
    checked = charge_check.fee_lines(lines, door)
    reason = door.take(lambda: intake_check.reason(reason), "")
    door.close()
    require_printable_texts(
        (f"fees.{n}", f"{line.name} {line.per}") for n, line in enumerate(checked)
    )
    return _relined(desk, actor, opened, DossierEvent.CHARGE, reason, lambda *_: checked)


def waive_fee(desk: Desk, actor: Actor, opened: Opened, exemption: Exemption) -> DossierChanged:
    """Waive or reduce every line not yet relieved, as the ground says.

    What was paid is then overpaid, whole or in part, and can be refunded.

    Raises:
        InvalidRequest: the proof is not named, or the reduction not as the ground wants it.
        UnknownGround: the tariff of the day of receipt has no such ground.
        NothingToWaive: as named.
    """
    door = Door()
    checked = charge_check.exemption(exemption, door)
    door.close()
    require_printable_texts([("exemption.text", checked.text)])

    def waive(before: Dossier, rules: Reference) -> tuple[FeeLine, ...]:
        exemption = charging.settled(rules, checked, before.received_at.date())
        lines = waived(before.fees, exemption)
        if lines == before.fees:
            raise NothingToWaive(code=before.code)
        return lines

    return _relined(desk, actor, opened, DossierEvent.WAIVE, checked.text, waive)


def collect_fee(desk: Desk, actor: Actor, opened: Opened, asked: PaymentRequest) -> MoneyMoved:
    """Take money: all that is outstanding, or the part named.

    Raises:
        InvalidRequest: about the fields.
        NoFees, NothingToCollect, MoreThanOutstanding, YearExhausted: as named.
    """
    door = Door()
    checked = charge_check.payment(asked, door)
    door.close()
    require_printable_texts(payment_texts(checked))

    def take(scene: Scene, before: Dossier, slips: tuple[Payment, ...]) -> Payment:
        if not before.fees:
            raise NoFees(code=before.code)
        return charging.collected(scene, before, checked, slips)

    return _moved(desk, actor, opened, DossierEvent.COLLECT, "", take)


def refund_payment(desk: Desk, actor: Actor, opened: Opened, refund: Refund) -> MoneyMoved:
    """Give money of one slip back: a slip of its own, which names it and cannot exceed it.

    Raises:
        InvalidRequest: about the fields; a reason is required.
        UnknownSlip, MoreThanCollected, YearExhausted: as named.
    """
    door = Door()
    reason = door.take(lambda: intake_check.reason(refund.reason), "")
    asked = charge_check.payment(
        PaymentRequest(Method.CASH, refund.amount, refund.payer, refund.reference), door
    )
    door.close()
    require_printable_texts([*payment_texts(asked), ("reason", reason)])

    def give_back(scene: Scene, before: Dossier, slips: tuple[Payment, ...]) -> Payment:
        taken = collected_by(meant(refund.slip, slips), slips, code=before.code)
        left = left_of(taken.slip, slips)
        amount = left if asked.amount is None else asked.amount
        if not 0 < amount <= left:
            raise MoreThanCollected(slip=str(taken.slip), amount=dong(amount), left=dong(left))
        given = replace(
            asked,
            amount=amount,
            method=refund.method or taken.method,
            payer=asked.payer or taken.payer,
        )
        made = charging.slip(scene, given, PaymentKind.REFUND, reason=reason)
        return replace(made, reverses=taken.slip)

    return _moved(desk, actor, opened, DossierEvent.REFUND, reason, give_back)


def void_payment(
    desk: Desk, actor: Actor, opened: Opened, slip: SlipNumber, *, reason: str
) -> MoneyMoved:
    """Undo a slip written in error, whole, while its sheet is open; afterwards it is refunded.

    Raises:
        InvalidRequest: about the reason.
        UnknownSlip, NotWhole, SheetClosed, YearExhausted: as named.
    """
    door = Door()
    reason = door.take(lambda: intake_check.reason(reason), "")
    door.close()
    require_printable_texts([("reason", reason)])

    def undo(scene: Scene, before: Dossier, slips: tuple[Payment, ...]) -> Payment:
        taken = collected_by(meant(slip, slips), slips, code=before.code)
        if left_of(taken.slip, slips) != taken.amount:
            raise NotWhole(slip=str(taken.slip))
        if not _is_on_open_sheet(scene, taken):
            raise SheetClosed(slip=str(taken.slip), day=taken.day)
        asked = PaymentRequest(taken.method, taken.amount, taken.payer, taken.reference)
        made = charging.slip(scene, asked, PaymentKind.VOID, reason=reason)
        return replace(made, reverses=taken.slip)

    return _moved(desk, actor, opened, DossierEvent.VOID, reason, undo)


def _is_on_open_sheet(scene: Scene, slip: Payment) -> bool:
    """Whether the slip would stand on one sheet with what undoes it."""
    today = scene.now.date()
    is_open = slip.sheet == payments.open_sheet(
        scene.connection, agency=scene.settings.agency_code, day=slip.day
    )
    return slip.day == today and is_open


def _relined(
    desk: Desk,
    actor: Actor,
    opened: Opened,
    event: DossierEvent,
    reason: str,
    find: Callable[[Dossier, Reference], tuple[FeeLine, ...]],
) -> DossierChanged:
    """Other fee lines for a dossier, the old ones kept in the ledger."""
    with desk.records.write() as connection:
        rules, scene, before = _scene(desk, actor, connection, opened)
        lines = find(before, rules)
        fees.replace_lines(connection, before.id, lines)
        values = {
            "fees": (
                charging.fees_text(rules, before, before.fees),
                charging.fees_text(rules, before, lines),
            )
        }
        changed, _ = change_in(
            scene, rules, before, Change(event, reason, values), lambda it: replace(it, fees=lines)
        )
    return changed


def _moved(
    desk: Desk,
    actor: Actor,
    opened: Opened,
    event: DossierEvent,
    reason: str,
    make: Callable[[Scene, Dossier, tuple[Payment, ...]], Payment],
) -> MoneyMoved:
    """One slip with its ledger row and event; all or nothing."""
    with desk.records.write() as connection:
        rules, scene, before = _scene(desk, actor, connection, opened)
        slips = payments.of_dossier(connection, before.id)
        made = make(scene, before, slips)
        change = Change(event, reason, {"payment": ("", made.ledger_text)})
        changed, row = change_in(scene, rules, before, change, lambda it: it)
        undone = next((slip.id for slip in slips if slip.slip == made.reverses), None)
        kept = charging.keep(scene, before, made, row.seq, reverses=undone)
    return MoneyMoved(changed, kept, account_of(before.fees, (*slips, kept)))


def _scene(
    desk: Desk, actor: Actor, connection: Connection, opened: Opened
) -> tuple[Reference, Scene, Dossier]:
    """The clock is read inside the transaction, so that slips and sheets agree on the day."""
    rules = desk.reference.at(connection)
    scene = Scene(connection, actor, desk.clock.now(), rules.settings)
    return rules, scene, opened_dossier(connection, opened)
