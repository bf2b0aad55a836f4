"""Fees after intake: charged, waived, collected, refunded, voided; each a use case of its own."""

from collections.abc import Callable, Sequence
from dataclasses import fields, replace

from app.answers.money import DossierMoney, FeesChanged, MoneyMoved
from app.domain.actor import Actor
from app.domain.dossier import charge_check, intake_check
from app.domain.dossier.dossier import Dossier
from app.domain.dossier.opened import Opened
from app.domain.errors import DeskError, FieldError, InvalidRequest
from app.domain.money.fee import Exemption, FeeLine, dong, lessened, waived
from app.domain.money.payment import (
    AlreadyUndone,
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
from app.domain.money.receipt import ReceiptTaken, read_receipt
from app.domain.money.relief import ReliefIdle
from app.domain.permission import Permission
from app.domain.problems import Problems
from app.domain.workflow.states import DossierEvent
from app.usecases.desk import Desk
from app.usecases.dossier_change import NewSlip
from app.usecases.money import charging
from app.usecases.printing.printable import payment_texts, require_printable_texts
from app.usecases.unit import Request, Unit
from db.stores import dossiers, payments
from db.stores.money import receipts

_COPIES = "Số bản: {0:02d}"
"""Why a dossier is charged anew while money is taken: how many copies are wanted."""


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
    return _money(dossier, slips)


def charge_fees(
    desk: Desk,
    actor: Actor,
    opened: Opened,
    lines: Sequence[FeeLine],
    *,
    reason: str,
    request: Request | None = None,
) -> FeesChanged:
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
) -> FeesChanged:
    """Waive or reduce every line not yet relieved, as the ground says.

    What was paid is then overpaid, whole or in part, and can be refunded.

    Raises:
        InvalidRequest: the proof is not named, the reduction not as the ground wants it, or it
            makes no line cheaper.
        UnknownGround: the tariff of the day of receipt has no such ground; one that does not hold
            that day or free the procedure's fee is an `InvalidRequest`.
        NothingToWaive: as named.
    """
    problems = Problems()
    checked = charge_check.exemption(exemption, problems)
    problems.raise_any()
    require_printable_texts([("exemption.text", checked.text)])

    with desk.unit(actor, Permission.WAIVE_FEE, request) as unit:

        def waive(before: Dossier) -> tuple[FeeLine, ...]:
            procedure = unit.rules.procedure(before.procedure_version)
            on = before.received_at.date()
            exemption = charging.settled(unit.rules, checked, procedure, on)
            lines = waived(before.fees, exemption)
            if lines == before.fees:
                raise _why_idle(before, exemption)
            return lines

        return _relined(unit, opened, DossierEvent.WAIVE, checked.text, waive, asked=checked)


def _why_idle(before: Dossier, exemption: Exemption) -> DeskError:
    """Why nothing becomes cheaper: no line is left to relieve, or the reduction reduces none."""
    if all(line.exemption for line in before.fees):
        return NothingToWaive(code=before.shown_code)
    idle: FieldError = ReliefIdle(field="exemption.relief", words=exemption.words)
    return InvalidRequest(problems=(idle,))


def collect_fee(
    desk: Desk,
    actor: Actor,
    opened: Opened,
    asked: PaymentRequest,
    copies: int | None = None,
    *,
    request: Request | None = None,
) -> MoneyMoved:
    """Take money: all that is outstanding, or the part named.

    Args:
        desk: where.
        actor: who.
        opened: the dossier as it was seen.
        asked: how it is paid, by whom.
        copies: how many copies of the result are wanted in all, where the fee is paid for each;
            None leaves what is charged as it stands. Another number is charged first, in the same
            transaction, with a ledger row of its own.
        request: its name, if it may come twice.

    Raises:
        InvalidRequest: about the fields, or no fee counts copies.
        NoFees, NothingToCollect, MoreThanOutstanding, YearExhausted: as named.
    """
    problems = Problems()
    checked = charge_check.payment(asked, problems)
    if copies is not None:
        problems.attempt(lambda: intake_check.copies_wanted(copies), copies)
    problems.raise_any()
    require_printable_texts(payment_texts(checked))

    def take(unit: Unit, before: Dossier, slips: tuple[Payment, ...]) -> Payment:
        if not before.fees:
            raise NoFees(code=before.shown_code)
        return charging.collected(unit, before, checked, slips)

    with desk.unit(actor, Permission.COLLECT_FEE, request) as unit:
        return _moved(
            unit,
            opened,
            DossierEvent.COLLECT,
            "",
            take,
            asked=checked if copies is None else (checked, copies),
            copies=copies,
        )


def refund_payment(
    desk: Desk,
    actor: Actor,
    opened: Opened,
    refund: Refund,
    *,
    request: Request | None = None,
) -> MoneyMoved:
    """Give money of one slip back: a slip of its own, which names it and cannot exceed it.

    What was taken by mistake (`Refund.ends_due`) is no longer charged either, for the same reason.

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
        taken = collected_by(meant(refund.slip, slips), slips, code=before.shown_code)
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
        return _moved(
            unit,
            opened,
            DossierEvent.REFUND,
            reason,
            give_back,
            asked=(asked, refund),
            ends_due=refund.ends_due,
        )


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
        taken = collected_by(meant(slip, slips), slips, code=before.shown_code)
        left = left_of(taken.slip, slips)
        if not left:
            raise AlreadyUndone(slip=str(taken.slip))
        if left != taken.amount:
            raise NotWhole(slip=str(taken.slip))
        if not _is_on_open_sheet(unit, taken):
            raise SheetClosed(slip=str(taken.slip), day=taken.day)
        asked = PaymentRequest(taken.method, taken.amount, taken.payer, taken.reference)
        made = charging.slip(unit, asked, PaymentKind.VOID, reason=reason)
        return replace(made, reverses=taken.slip)

    with desk.unit(actor, Permission.VOID_PAYMENT, request) as unit:
        return _moved(unit, opened, DossierEvent.VOID, reason, undo, asked=slip)


def note_receipt(
    desk: Desk,
    actor: Actor,
    opened: Opened,
    slip: SlipNumber,
    number: str,
    *,
    request: Request | None = None,
) -> MoneyMoved:
    """Note the number of the electronic receipt issued for a slip; a later one takes its place.

    Raises:
        InvalidRequest: it is no number of a receipt, or another slip bears it.
        UnknownSlip: the dossier has no such slip of money taken.
    """
    problems = Problems()
    receipt = problems.attempt(lambda: read_receipt(number), "")
    problems.raise_any()
    require_printable_texts([("receipt", receipt)])

    with desk.unit(actor, Permission.NOTE_RECEIPT, request) as unit:

        def note() -> MoneyMoved:
            before = unit.dossier(opened)
            slips = payments.of_dossier(unit.connection, before.id)
            taken = collected_by(meant(slip, slips), slips, code=before.shown_code)
            _require_own(unit, taken, receipt)
            noted = replace(taken, receipt=receipt)
            reason = f"{taken.slip}: {receipt}"
            done = unit.change(before, before, DossierEvent.NOTE_RECEIPT, reason, receipt=noted)
            return MoneyMoved(done.answer, noted, account_of(before.fees, slips))

        return unit.once(MoneyMoved, (opened.dossier_id, slip, receipt), note)


def _require_own(unit: Unit, taken: Payment, receipt: str) -> None:
    for payment_id, _ in receipts.slips_with(unit.connection, receipt):
        other = payments.by_id(unit.connection, payment_id)
        if other is not None and other.id != taken.id:
            problem = ReceiptTaken(
                field="receipt",
                receipt=other.receipt,
                slip=str(other.slip),
                code=other.dossier_code,
            )
            raise InvalidRequest(problems=(problem,))


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
) -> FeesChanged:
    """Other fee lines for a dossier, the old ones kept in the ledger."""

    def work() -> FeesChanged:
        before = unit.dossier(opened)
        done = unit.change(before, replace(before, fees=find(before)), event, reason)
        slips = payments.of_dossier(unit.connection, before.id)
        answer = done.answer
        return FeesChanged(
            **{each.name: getattr(answer, each.name) for each in fields(answer)},
            money=_money(done.dossier, slips),
        )

    return unit.once(FeesChanged, (opened.dossier_id, reason, asked), work)


def _money(dossier: Dossier, slips: tuple[Payment, ...]) -> DossierMoney:
    return DossierMoney(
        dossier_id=dossier.id,
        dossier_code=dossier.shown_code,
        version=dossier.version,
        lines=dossier.fees,
        payments=slips,
        account=account_of(dossier.fees, slips),
        copies=charging.copies_paid(dossier),
    )


def _moved(
    unit: Unit,
    opened: Opened,
    event: DossierEvent,
    reason: str,
    make: Callable[[Unit, Dossier, tuple[Payment, ...]], Payment],
    *,
    asked: object,
    ends_due: bool = False,
    copies: int | None = None,
) -> MoneyMoved:
    """One slip with its ledger row and event; all or nothing. `copies` are charged before it."""

    def work() -> MoneyMoved:
        before = unit.dossier(opened)
        if copies is not None and copies != charging.copies_paid(before):
            wanted = charging.recounted(before, copies)
            before = unit.change(
                before, wanted, DossierEvent.CHARGE, _COPIES.format(copies)
            ).dossier
        slips = payments.of_dossier(unit.connection, before.id)
        made = make(unit, before, slips)
        undone = next((slip.id for slip in slips if slip.slip == made.reverses), None)
        now = (*slips, made)
        open_by_it = min(made.amount, account_of(before.fees, now).outstanding)
        lines = lessened(before.fees, open_by_it if ends_due else 0)
        after = replace(before, fees=lines)
        done = unit.change(before, after, event, reason, slip=NewSlip(made, undone))
        assert done.payment is not None  # noqa: S101 - a slip was given
        return MoneyMoved(done.answer, done.payment, account_of(lines, now))

    return unit.once(MoneyMoved, (opened.dossier_id, reason, asked), work)
