"""What a slip of money will print, frozen as it is when money changes hands."""

from app.domain.money.fee import dong, due_of
from app.domain.money.payment import Payment, PaymentKind, left_of
from app.domain.text import fold
from app.printing.facts import FormFacts
from app.printing.slip_content import SlipContent, SlipLine
from app.wording.terms import word_for


def slip_content(facts: FormFacts) -> SlipContent:
    """What the slip of a payment says: the dossier's whole cost, and what changed hands.

    A slip that gives money back asks for none.
    """
    settings, dossier, payment = facts.settings, facts.dossier, facts.payment
    if payment is None:
        raise ValueError("a slip is of a payment")
    outstanding = facts.outstanding
    return SlipContent(
        kind=payment.kind,
        superior_body=settings.letterhead.above,
        office=settings.letterhead.issuer,
        place=settings.place,
        day=payment.day.isoformat(),
        number=str(payment.slip),
        payer=payment.payer,
        on_behalf_of=_other_than(payment.payer, dossier.applicant.full_name),
        address=dossier.applicant.address,
        dossier_code=dossier.shown_code,
        procedure_name=dossier.procedure_name,
        lines=tuple(
            SlipLine(
                name=line.name,
                quantity=f"{line.quantity:02d} {line.per}".strip(),
                amount=line.amount,
                note=line.exemption.text if line.exemption else "",
                relief=line.reduction.words if line.reduction else "",
                due=line.due if line.reduction else 0,
            )
            for line in dossier.fees
        ),
        due=due_of(dossier.fees),
        amount=payment.amount,
        method=word_for(payment.method),
        officer=payment.officer,
        reference=payment.reference,
        reverses=str(payment.reverses) if payment.reverses else "",
        reason=payment.reason,
        outstanding=outstanding if payment.kind is PaymentKind.COLLECT else 0,
        paid_before=_paid_before(facts.earlier) if payment.kind is PaymentKind.COLLECT else "",
        receipt=payment.receipt,
    )


def _paid_before(slips: tuple[Payment, ...]) -> str:
    """``6.000 đồng (phiếu 0001/2026)``; of several their sum first. What was given back is not."""
    held = [(slip.slip, left) for slip in slips if (left := left_of(slip.slip, slips))]
    if len(held) < 2:
        return "; ".join(f"{dong(left)} (phiếu {slip})" for slip, left in held)
    each = "; ".join(f"phiếu {slip}: {dong(left)}" for slip, left in held)
    return f"{dong(sum(left for _, left in held))} ({each})"


def _other_than(payer: str, applicant: str) -> str:
    """The applicant, where it is not they who pay."""
    return "" if fold(payer) == fold(applicant) else applicant
