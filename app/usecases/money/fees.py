"""Fees after intake: charged, waived, collected, refunded, voided; each a use case of its own."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.answers.dossier import DossierChanged
from app.answers.money import DossierMoney, MoneyMoved
from app.domain.actor import Actor
from app.domain.dossier import charge_check, intake_check
from app.domain.dossier.dossier import Dossier
from app.domain.dossier.opened import Opened
from app.domain.errors import DeskError
from app.domain.money.fee import Exemption, FeeLine, dong, waived
from app.domain.money.payment import (
    Method,
    MoreThanCollected,
    NotWhole,
    Payment,
    PaymentKind,
    PaymentRequest,
    Refund,
    SheetClosed,
    SlipNumber,
    account_of,
    collected_by,
    left_of,
    meant,
)
from app.domain.permission import Permission
from app.domain.problems import Problems
from app.domain.workflow.states import DossierEvent
from app.usecases.desk import Desk
from app.usecases.dossier_change import NewSlip
from app.usecases.money import charging
from app.usecases.printing.printable import payment_texts, require_printable_texts
from app.usecases.unit import Request, Unit
from db.stores import dossiers, payments


class NoFees(DeskError):
    """Facts: code."""


class NothingToWaive(DeskError):
    """No line is left that the ground would make cheaper, or there is none. Facts: code."""


def money_of(desk: Desk, actor: Actor, dossier_id: int) -> DossierMoney:
    """What a dossier costs and what became of it.

    Raises:
        UnknownDossier: there is none.
    """
    with desk.view(actor, Permission.MONEY_OF) as view:
        dossier = dossiers.by_id(view.connection, dossier_id)
        slips = payments.of_dossier(view.connection, dossier_id)
    return DossierMoney(
        dossier_id=dossier.id,
        dossier_code=dossier.code,
        version=dossier.version,
        lines=dossier.fees,
        payments=slips,
        account=account_of(dossier.fees, slips),
    )


def charge_fees(
    desk: Desk,
    actor: Actor,
    opened: Opened,
    lines: Sequence[FeeLine],
    *,
    reason: str,
    request: Request | None = None,
) -> DossierChanged:
    """Put `lines` in the place of what the dossier costs now; paid slips stay as they are.

    For a fee no catalogue names, or one that was written down wrong. None at all is allowed: then
    nothing is due.

    Raises:
        InvalidRequest: with every fault of the lines and the reason.
        UnknownDossier, ChangedMeanwhile, IllegalMove: as named, here and below.
    """
    problems = Problems()
    checked = charge_check.fee_lines(lines, problems)
    reason = problems.attempt(lambda: intake_check.reason(reason), "")
    problems.raise_any()
    require_printable_texts(
        (f"fees.{n}", f"{line.name} {line.per}") for n, line in enumerate(checked)
    )
    with desk.unit(actor, Permission.CHARGE_FEES, request) as unit:
        return _relined(unit, opened, DossierEvent.CHARGE, reason, lambda _: checked, asked=checked)


def waive_fee(
    desk: Desk,
    actor: Actor,
    opened: Opened,
    exemption: Exemption,
    *,
    request: Request | None = None,
) -> DossierChanged:
    """Waive or reduce every line not yet relieved, as the ground says.

    What was paid is then overpaid, whole or in part, and can be refunded.

    Raises:
        InvalidRequest: the proof is not named, or the reduction not as the ground wants it.
        UnknownGround: the tariff of the day of receipt has no such ground.
        NothingToWaive: as named.
    """
    problems = Problems()
    checked = charge_check.exemption(exemption, problems)
    problems.raise_any()
    require_printable_texts([("exemption.text", checked.text)])

    with desk.unit(actor, Permission.WAIVE_FEE, request) as unit:

        def waive(before: Dossier) -> tuple[FeeLine, ...]:
            exemption = charging.settled(unit.rules, checked, before.received_at.date())
            lines = waived(before.fees, exemption)
            if lines == before.fees:
                raise NothingToWaive(code=before.code)
            return lines

        return _relined(unit, opened, DossierEvent.WAIVE, checked.text, waive, asked=checked)


def collect_fee(
    desk: Desk,
    actor: Actor,
    opened: Opened,
    asked: PaymentRequest,
    *,
    request: Request | None = None,
) -> MoneyMoved:
    """Take money: all that is outstanding, or the part named.

    Raises:
        InvalidRequest: about the fields.
        NoFees, NothingToCollect, MoreThanOutstanding, YearExhausted: as named.
    """
    problems = Problems()
    checked = charge_check.payment(asked, problems)
    problems.raise_any()
    require_printable_texts(payment_texts(checked))

    def take(unit: Unit, before: Dossier, slips: tuple[Payment, ...]) -> Payment:
        if not before.fees:
            raise NoFees(code=before.code)
        return charging.collected(unit, before, checked, slips)

    with desk.unit(actor, Permission.COLLECT_FEE, request) as unit:
        return _moved(unit, opened, DossierEvent.COLLECT, "", take, asked=checked)


def refund_payment(
    desk: Desk,
    actor: Actor,
    opened: Opened,
    refund: Refund,
    *,
    request: Request | None = None,
) -> MoneyMoved:
    """Give money of one slip back: a slip of its own, which names it and cannot exceed it.

    Raises:
        InvalidRequest: about the fields; a reason is required.
        UnknownSlip, MoreThanCollected, YearExhausted: as named.
    """
    problems = Problems()
    reason = problems.attempt(lambda: intake_check.reason(refund.reason), "")
    asked = charge_check.payment(
        PaymentRequest(Method.CASH, refund.amount, refund.payer, refund.reference), problems
    )
    problems.raise_any()
    require_printable_texts([*payment_texts(asked), ("reason", reason)])

    def give_back(unit: Unit, before: Dossier, slips: tuple[Payment, ...]) -> Payment:
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
        made = charging.slip(unit, given, PaymentKind.REFUND, reason=reason)
        return replace(made, reverses=taken.slip)

    with desk.unit(actor, Permission.REFUND_PAYMENT, request) as unit:
        return _moved(unit, opened, DossierEvent.REFUND, reason, give_back, asked=(asked, refund))


def void_payment(
    desk: Desk,
    actor: Actor,
    opened: Opened,
    slip: SlipNumber,
    *,
    reason: str,
    request: Request | None = None,
) -> MoneyMoved:
    """Undo a slip written in error, whole, while its sheet is open; afterwards it is refunded.

    Raises:
        InvalidRequest: about the reason.
        UnknownSlip, NotWhole, SheetClosed, YearExhausted: as named.
    """
    problems = Problems()
    reason = problems.attempt(lambda: intake_check.reason(reason), "")
    problems.raise_any()
    require_printable_texts([("reason", reason)])

    def undo(unit: Unit, before: Dossier, slips: tuple[Payment, ...]) -> Payment:
        taken = collected_by(meant(slip, slips), slips, code=before.code)
        if left_of(taken.slip, slips) != taken.amount:
            raise NotWhole(slip=str(taken.slip))
        if not _is_on_open_sheet(unit, taken):
            raise SheetClosed(slip=str(taken.slip), day=taken.day)
        asked = PaymentRequest(taken.method, taken.amount, taken.payer, taken.reference)
        made = charging.slip(unit, asked, PaymentKind.VOID, reason=reason)
        return replace(made, reverses=taken.slip)

    with desk.unit(actor, Permission.VOID_PAYMENT, request) as unit:
        return _moved(unit, opened, DossierEvent.VOID, reason, undo, asked=slip)


def _is_on_open_sheet(unit: Unit, slip: Payment) -> bool:
    """Whether the slip would stand on one sheet with what undoes it."""
    today = unit.now.date()
    is_open = slip.sheet == payments.open_sheet(
        unit.connection, agency=unit.settings.agency_code, day=slip.day
    )
    return slip.day == today and is_open


def _relined(
    unit: Unit,
    opened: Opened,
    event: DossierEvent,
    reason: str,
    find: Callable[[Dossier], tuple[FeeLine, ...]],
    *,
    asked: object,
) -> DossierChanged:
    """Other fee lines for a dossier, the old ones kept in the ledger."""

    def work() -> DossierChanged:
        before = unit.dossier(opened)
        return unit.change(before, replace(before, fees=find(before)), event, reason).answer

    return unit.once(DossierChanged, (opened.dossier_id, reason, asked), work)


def _moved(
    unit: Unit,
    opened: Opened,
    event: DossierEvent,
    reason: str,
    make: Callable[[Unit, Dossier, tuple[Payment, ...]], Payment],
    *,
    asked: object,
) -> MoneyMoved:
    """One slip with its ledger row and event; all or nothing."""

    def work() -> MoneyMoved:
        before = unit.dossier(opened)
        slips = payments.of_dossier(unit.connection, before.id)
        made = make(unit, before, slips)
        undone = next((slip.id for slip in slips if slip.slip == made.reverses), None)
        done = unit.change(before, before, event, reason, slip=NewSlip(made, undone))
        assert done.payment is not None  # noqa: S101 - a slip was given
        account = account_of(before.fees, (*slips, done.payment))
        return MoneyMoved(done.answer, done.payment, account)

    return unit.once(MoneyMoved, (opened.dossier_id, reason, asked), work)
