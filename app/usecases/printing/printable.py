"""Letters no form can print are refused where they can still be corrected."""

from collections.abc import Iterable
from functools import partial

from app.domain.dossier.dossier import IntakeRequest
from app.domain.money.payment import PaymentRequest
from app.domain.problems import Problems
from app.printing.letters import require_printable


def require_printable_request(request: IntakeRequest) -> None:
    """Let a checked request pass if everything that will stand on the slip can be printed.

    Raises:
        InvalidRequest: naming each field and its letters (emoji, other scripts).
    """
    require_printable_texts(_texts(request))


def require_printable_texts(texts: Iterable[tuple[str, str]]) -> None:
    """Let checked `texts`, each with its field, pass if a form can print them.

    Raises:
        InvalidRequest: naming each field and its letters.
    """
    problems = Problems()
    for field, text in texts:
        problems.attempt(partial(require_printable, text, field=field), "")
    problems.raise_any()


def _texts(request: IntakeRequest) -> list[tuple[str, str]]:
    people = {"applicant": request.applicant, "representative": request.representative}
    texts = [
        (f"{whose}.{part}", getattr(person, part))
        for whose, person in people.items()
        if person is not None
        for part in ("full_name", "address", "email")
    ]
    texts += [(f"documents.{place}", paper.name) for place, paper in enumerate(request.documents)]
    return [*texts, ("note", request.note), *_charged(request)]


def _charged(request: IntakeRequest) -> list[tuple[str, str]]:
    texts = [(f"certification.{n}", paper.name) for n, paper in enumerate(request.certification)]
    texts += [(f"fees.{n}", f"{line.name} {line.per}") for n, line in enumerate(request.fees or ())]
    if request.exemption:
        texts.append(("exemption.text", request.exemption.text))
    if request.payment:
        texts += payment_texts(request.payment)
    return texts


def payment_texts(payment: PaymentRequest) -> list[tuple[str, str]]:
    """What of a payment stands on its slip, by field."""
    return [("payer", payment.payer), ("reference", payment.reference)]
