"""What a slip of money will print, frozen as it is when money changes hands."""

from app.domain.money.fee import due_of
from app.domain.money.payment import PaymentKind
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
        superior_body=settings.superior_body,
        office=settings.office,
        place=settings.place,
        day=payment.day.isoformat(),
        number=str(payment.slip),
        payer=payment.payer,
        address=dossier.applicant.address,
        dossier_code=dossier.official_code or dossier.code,
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
    )
