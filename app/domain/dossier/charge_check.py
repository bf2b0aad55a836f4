"""Validates what is charged: papers to certify, fee lines, exemption and payment of a request."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from app.domain.certification.books import CertifiedDocument
from app.domain.dossier import intake_check
from app.domain.dossier.dossier import IntakeRequest
from app.domain.dossier.intake_check import NAME_LIMIT, count
from app.domain.errors import FieldError, InvalidRequest
from app.domain.money.fee import MOST_DONG, Exemption, FeeLine, dong
from app.domain.money.payment import PaymentRequest
from app.domain.money.relief import NotARelief, Relief, ReliefIdle, is_percentage
from app.domain.problems import Problems
from app.domain.text import line

CERTIFIED_LIMIT = 200
CERTIFIED_NAME_LIMIT = 500
PAGES_LIMIT = 9_999
MOST_IN_ALL = MOST_DONG // 2
"""Đồng of all lines typed; what papers to certify add to it still fits a slip."""
FEE_LINES_LIMIT = 20
PER_LIMIT = 60
SOURCE_LIMIT = 1_000


class TooManyCertified(FieldError):
    """Facts: field, limit."""


class TooManyFees(FieldError):
    """Facts: field, limit."""


class TooMuchInAll(FieldError):
    """The lines together are more than any slip could take. Facts: field, most (text)."""


class FeeDoesNotAddUp(FieldError):
    """The amount of a line is not its unit amount times its quantity. Facts: field, amount."""


class ProofIsRelief(FieldError):
    """A percentage stands where the proof shown is to be named. Facts: field, text."""


def check(request: IntakeRequest, *, now: datetime) -> IntakeRequest:
    """`intake_check.check`, with what is charged checked as well.

    Raises:
        InvalidRequest: with every fault found.
    """
    if not (request.certification or request.fees or request.exemption or request.payment):
        return intake_check.check(request, now=now)
    problems = Problems()
    checked = request
    try:
        checked = intake_check.check(request, now=now)
    except InvalidRequest as refused:
        problems.extend(refused.problems)
    checked = replace(
        checked,
        certification=certified(request.certification, problems),
        fees=None if request.fees is None else fee_lines(request.fees, problems),
        exemption=request.exemption and exemption(request.exemption, problems),
        payment=request.payment and payment(request.payment, problems),
    )
    problems.raise_any()
    return checked


def certified(
    documents: Sequence[CertifiedDocument], problems: Problems
) -> tuple[CertifiedDocument, ...]:
    """`documents` cleaned; amounts and numbers are not theirs to say and are dropped."""
    if len(documents) > CERTIFIED_LIMIT:
        problems.add(TooManyCertified(field="certification", limit=CERTIFIED_LIMIT))
        return ()
    kept = []
    for place, document in enumerate(documents):
        try:
            kept.append(_certified(document, f"certification.{place}"))
        except FieldError as problem:
            problems.add(problem)
    return tuple(kept)


def _certified(document: CertifiedDocument, field: str) -> CertifiedDocument:
    name = line(document.name, field=field, limit=CERTIFIED_NAME_LIMIT, required=True)
    pages = count(document.pages, field=field, least=1, most=PAGES_LIMIT)
    copies = count(document.copies, field=field, least=1, most=999)
    return CertifiedDocument(name, pages, copies, document.kind)


def fee_lines(lines: Sequence[FeeLine], problems: Problems) -> tuple[FeeLine, ...]:
    """`lines` cleaned, each amount what its parts come to."""
    if len(lines) > FEE_LINES_LIMIT:
        problems.add(TooManyFees(field="fees", limit=FEE_LINES_LIMIT))
        return ()
    kept = []
    for place, each in enumerate(lines):
        try:
            kept.append(_fee_line(each, f"fees.{place}"))
        except FieldError as problem:
            problems.add(problem)
    if sum(each.amount for each in kept) > MOST_IN_ALL:
        problems.add(TooMuchInAll(field="fees", most=dong(MOST_IN_ALL)))
        return ()
    return tuple(kept)


def _fee_line(each: FeeLine, field: str) -> FeeLine:
    quantity = count(each.quantity, field=field, least=1, most=9_999)
    amount = count(each.amount, field=field, least=1, most=MOST_DONG)
    if each.unit_amount is not None and each.unit_amount * quantity != amount:
        raise FeeDoesNotAddUp(field=field, amount=amount)
    return replace(
        each,
        name=line(each.name, field=field, limit=NAME_LIMIT, required=True),
        per=line(each.per, field=field, limit=PER_LIMIT),
        source=line(each.source, field=field, limit=SOURCE_LIMIT, required=True),
        exemption=None,
    )


def exemption(given: Exemption, problems: Problems) -> Exemption:
    """`given` with the proof named: the ground alone is not enough.

    A reduction is a percentage from 1 to 100 or a sum, not both.
    """
    text = problems.attempt(lambda: _proof(given.text), "")
    return Exemption(given.ground, text, problems.attempt(lambda: _relief(given.relief), None))


def _proof(given: str) -> str:
    text = line(given, field="exemption.text", limit=NAME_LIMIT, required=True)
    if is_percentage(text):
        raise ProofIsRelief(field="exemption.text", text=text)
    return text


def _relief(given: Relief | None) -> Relief | None:
    if given is None or given == Relief(percent=100):
        return given
    if not given.is_sound:
        text = "; ".join(str(each) for each in (given.percent, given.to_amount) if each is not None)
        raise NotARelief(field="exemption.relief", text=text)
    if (given.to_amount or 0) > MOST_DONG:
        words = Exemption("", "", given).words
        raise ReliefIdle(field="exemption.relief", words=words)
    return given


def payment(given: PaymentRequest, problems: Problems) -> PaymentRequest:
    """`given` cleaned; an amount is at least 1 đồng."""
    asked = given.amount
    return PaymentRequest(
        method=given.method,
        amount=None if asked is None else problems.attempt(lambda: amount_of(asked), None),
        payer=problems.attempt(lambda: line(given.payer, field="payer", limit=NAME_LIMIT), ""),
        reference=problems.attempt(lambda: line(given.reference, field="reference", limit=100), ""),
        shown=given.shown,
    )


def amount_of(value: int, *, field: str = "amount", least: int = 1) -> int:
    """A sum of money: whole đồng.

    Raises:
        NotACount: not a whole number from `least` to the most a line holds.
    """
    return count(value, field=field, least=least, most=MOST_DONG)
