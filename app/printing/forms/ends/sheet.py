"""What the papers of this room share: whom and what they are about, their head and their codes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeVar

from app.domain.dossier.dossier import Applicant
from app.domain.forms.form_set import FormSet
from app.printing.content import minute_text
from app.printing.facts import FormFacts
from app.printing.form import Layout
from app.printing.forms.dossier_codes import DossierCodes, dossier_codes, dossier_flow, place_codes
from app.printing.forms.dossier_words import digits_of_code, dossier_qr, represented_by
from app.printing.forms.receipt_wording import WORDINGS
from app.printing.layout.fitting import LaidOut, on_sheets
from app.printing.layout.fonts import Face, width
from app.printing.layout.head import official_head
from app.printing.layout.labelled import GAP, labelled
from app.printing.layout.page import LEADING, Flow, Mark, Style, centred, copy_name
from app.printing.layout.styles import STYLES
from app.printing.layout.times import long_date, long_moment
from app.printing.layout.wrapping import Run
from app.printing.paper import Paper
from app.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutDossier:
    """Whom and what a paper is about, as it was when it was frozen.

    `received_at` is a text made by `minute_text`, empty before there is a receipt; `printed_on` an
    ISO date. `number` is the whole number of the paper, empty if it bears none; `code` is empty
    before there is a dossier: then there is no symbol at all. `digits` are the 14 of our own
    number, `representative` the whole line about who comes for the applicant.
    """

    form_set: FormSet
    superior_body: str
    office: str
    place: str
    printed_on: str
    number: str
    desk: str
    procedure_code: str
    procedure_name: str
    applicant_name: str
    address: str
    phone: str
    email: str
    representative: str
    officer: str
    desk_phone: str = ""
    received_at: str = ""
    code: str = ""
    digits: str = ""
    is_provisional: bool = False
    qr_text: str = ""


def about_dossier(facts: FormFacts, *, name: str, officer: str) -> dict[str, object]:
    """The values of `AboutDossier` for a paper called `name`, signed by `officer`."""
    dossier, settings = facts.dossier, facts.settings
    return {
        **about_office(settings, facts.printed_at.date()),
        **about_person(dossier.applicant, dossier.representative),
        "form_set": FormSet(dossier.form_set),
        "number": facts.number,
        "code": dossier.shown_code,
        "digits": digits_of_code(dossier.code),
        "is_provisional": settings.provisional_line and not dossier.official_code,
        "qr_text": dossier_qr(dossier, settings, paper=name, issued_at=facts.printed_at),
        "procedure_code": dossier.procedure_code,
        "procedure_name": dossier.procedure_name,
        "received_at": minute_text(dossier.received_at),
        "officer": officer,
    }


def about_office(settings: Settings, printed_on: date) -> dict[str, object]:
    """The part that the office says of itself."""
    head = settings.letterhead
    return {
        "superior_body": head.above,
        "office": head.issuer,
        "place": settings.place,
        "printed_on": printed_on.isoformat(),
        "desk": settings.desk,
        "desk_phone": settings.desk_phone,
    }


def about_person(who: Applicant, representative: Applicant | None) -> dict[str, object]:
    """The part about whose papers they are, and who brings them."""
    return {
        "applicant_name": who.full_name,
        "address": who.address,
        "phone": who.phone,
        "email": who.email,
        "representative": represented_by(representative),
    }


def place_head(flow: Flow, content: AboutDossier, codes: DossierCodes, name: str) -> None:
    """Who issues it, its number, the codes, the title and below it the dossier's code."""
    official_head(
        flow,
        superior_body=content.superior_body,
        office=content.office,
        number=f"Số: {content.number or '…………'}",
        place_and_date=f"{content.place or '…………'}, {long_date(content.printed_on)}",
    )
    place_codes(flow, codes)
    style = flow.style
    middle = style.left + style.text_width / 2
    flow.space(0.8 * style.body)
    marks, y = centred(
        [Run(name.upper(), Face.BOLD)], middle, flow.y, style.title, style.text_width
    )
    flow.place(*marks)
    if content.code:
        code = [Run("Mã hồ sơ:"), Run(content.code, Face.BOLD)]
        marks, y = centred(code, middle, y, style.body, style.text_width)
        flow.place(*marks)
    flow.place(copy_name(middle, y, style.hint))
    flow.y = y + style.hint * LEADING + 0.5 * style.body


def place_about(flow: Flow, content: AboutDossier, of_whom: str) -> None:
    """Desk, person and procedure, each on its line; `of_whom` is the label of the person."""
    labelled(flow, "Bộ phận tiếp nhận và trả kết quả:", content.desk or content.office)
    labelled(flow, of_whom, content.applicant_name, Face.BOLD)
    labelled(flow, "Người đến nộp:", content.representative)
    _line(flow, "Địa chỉ:", content.address)
    _line(flow, "Số điện thoại:", content.phone)
    labelled(flow, "Email:", content.email)
    code = f"(mã\u00a0{content.procedure_code})" if content.procedure_code else ""
    request = Run(WORDINGS[content.form_set].request)
    flow.text([request, Run(content.procedure_name, Face.BOLD), Run(code)], flow.style.body)
    flow.space(GAP * flow.style.body)
    if content.received_at:
        labelled(flow, "Thời gian nhận hồ sơ:", long_moment(content.received_at))


def sentence(flow: Flow, words: str) -> None:
    """A sentence of the form's own on lines of its own."""
    flow.text([Run(words)], flow.style.body)
    flow.space(GAP * flow.style.body)


Content = TypeVar("Content", bound=AboutDossier)
LayOut = Callable[[Content, DossierCodes, Style], list[list[Mark]]]


def on_every_sheet(lay_out: LayOut[Content]) -> dict[Paper, Layout]:
    """The layouts on every kind of sheet of what `lay_out` makes of a content."""
    return {paper: partial(_on_sheets, lay_out, paper) for paper in STYLES}


def _on_sheets(lay_out: LayOut[Content], paper: Paper, content: Content, mark: str) -> LaidOut:
    codes = dossier_codes(
        content.code,
        content.qr_text,
        digits=content.digits,
        is_provisional=content.is_provisional,
    )
    return on_sheets(partial(lay_out, content, codes), STYLES[paper], mark)


def begin(codes: DossierCodes, style: Style) -> Flow:
    """Pages that bear the dossier's code at the top of each but the first."""
    return dossier_flow(codes, style)


def _line(flow: Flow, label: str, value: str) -> None:
    """A label and its value; without one the rest of the line is dotted for a pen."""
    size = flow.style.body
    free = flow.style.text_width - width(f"{label} ", Face.REGULAR, size)
    labelled(flow, label, value or "." * max(3, int(free / width(".", Face.REGULAR, size))))
