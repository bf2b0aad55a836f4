"""Every form of the house. A new one is a module in `app.printing.forms` and its line here."""

from app.domain.errors import DeskError
from app.domain.forms.paper_number import paper_number
from app.printing.form import Form, Subject
from app.printing.forms import (
    apology,
    certification_book,
    collect,
    deadline,
    label,
    payment,
    proof,
    receipt,
    register,
    scanner_sheet,
    supplement,
)
from app.printing.forms.day import cash_sheet, day_sheet
from app.printing.forms.ends import guidance, refusal, stopping
from app.printing.forms.handover import control, record
from app.printing.paper import Paper
from app.settings import Settings

__all__ = [
    "FORMS",
    "Form",
    "Subject",
    "UnknownForm",
    "dossier_forms",
    "form_of",
    "paper_number",
    "paper_of_setting",
]

FORMS: tuple[Form, ...] = (
    receipt.FORM,
    supplement.FORM,
    apology.FORM,
    collect.FORM,
    control.FORM,
    deadline.FORM,
    refusal.FORM,
    stopping.FORM,
    guidance.FORM,
    label.FORM,
    payment.FORM,
    cash_sheet.FORM,
    record.FORM,
    day_sheet.FORM,
    certification_book.FORM,
    proof.FORM,
    register.FORM,
    scanner_sheet.FORM,
)


_OF_DOSSIERS = frozenset({Subject.DOSSIER, Subject.SUPPLEMENT, Subject.APOLOGY, Subject.ENDING})


class UnknownForm(DeskError):
    """No form has this code. Facts: form."""


def form_of(code: str) -> Form:
    """The form with this code.

    Raises:
        UnknownForm: there is none.
    """
    for form in FORMS:
        if form.code == code:
            return form
    raise UnknownForm(form=code)


def dossier_forms() -> tuple[Form, ...]:
    """The forms that are about a dossier, what it was asked for, an apology, or how it ended."""
    return tuple(form for form in FORMS if form.subject in _OF_DOSSIERS)


def paper_of_setting(settings: Settings, key: str) -> Paper | None:
    """The paper that the print setting `key` of a form is about; None: it is no form's."""
    for form in FORMS:
        papers = [paper for paper in form.papers if key and form.setting_on(paper) == key]
        if papers:
            usual = form.usual_paper(settings)
            return Paper(usual) if usual in papers else papers[0]
    return None
