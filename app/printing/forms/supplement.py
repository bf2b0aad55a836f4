"""Mẫu 02, Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ, in the sets of 2018 and 2025.

The words are those of Circular 01/2018/TT-VPCP. The layout Circular 03/2025/TT-VPCP prints was not
seen: `tt03-2025` is that of 2018 with the field offices print in 2025–26. Each request is a paper
of its own with its own number; it is signed by whoever asks.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from operator import itemgetter

from app.domain.deadline.pauses import PauseMode
from app.domain.deadline.time_limit import Unit
from app.domain.dossier.asked import AskedPaper, still_asked
from app.domain.dossier.held_data import AskReason
from app.domain.forms.codes import SUPPLEMENT_FORM
from app.domain.forms.form_set import FormSet
from app.printing.content import minute_text
from app.printing.facts import FormFacts
from app.printing.form import Form, Subject
from app.printing.forms.dossier_codes import (
    DossierCodes,
    dossier_codes,
    dossier_flow,
    place_codes,
)
from app.printing.forms.dossier_words import digits_of_code, dossier_qr, represented_by
from app.printing.forms.receipt_wording import WORDINGS
from app.printing.layout.fitting import LaidOut, on_sheets
from app.printing.layout.fonts import Face, width
from app.printing.layout.head import official_head
from app.printing.layout.labelled import GAP, labelled
from app.printing.layout.page import LEADING, Flow, Mark, Style, centred, copy_name
from app.printing.layout.signatures import signatures
from app.printing.layout.styles import STYLES
from app.printing.layout.table import Align, Column, table
from app.printing.layout.times import long_date, long_moment
from app.printing.layout.wrapping import Run
from app.printing.paper import Copy, Paper
from app.wording.sheets import named
from app.wording.terms import word_for

NAME = "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"
_COLUMNS = (
    Column("TT", 0.07, Align.CENTRE),
    Column("Thành phần hồ sơ", 0.54),
    Column("Bản chính", 0.13, Align.CENTRE, "Số lượng"),
    Column("Bản chứng thực", 0.13, Align.CENTRE, "Số lượng"),
    Column("Bản photo", 0.13, Align.CENTRE, "Số lượng"),
)
_OUTSIDE = "*"


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A paper asked for, as the table says it: how many of each kind, 0 where none is asked."""

    name: str
    originals: int = 0
    certified: int = 0
    photocopies: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplementContent:
    """Everything Form 02 says, as it was when the papers were asked for.

    Times are texts made by `minute_text`, `printed_on` is an ISO date. `number` is that of the
    paper (``0012/HDHS``); `representative` the whole line about who comes for the applicant;
    `digits` are the 14 of our own number. `held` says why a paper is asked for whose data a base
    holds; empty: there is none. Since `stops_since` the limit stands (empty: there is none);
    `restarts` says that it begins anew once the papers are there.

    `asked` are the papers with their numbers of sheets; contents of before have `papers`, names
    alone. `basis` is the text that asks for all of them; where they have several, each row names
    its own. `outside` says why those marked by a star are asked for though the catalogue does not
    name them. Where some came, `rest_at` is when the paper was made anew of what is still missing,
    and `came` what was there by then, a line each.
    """

    form_set: FormSet
    superior_body: str
    office: str
    place: str
    printed_on: str
    number: str
    code: str
    digits: str
    is_provisional: bool
    qr_text: str
    desk: str
    procedure_code: str
    procedure_name: str
    applicant_name: str
    address: str
    phone: str
    email: str
    representative: str
    received_at: str
    stops_since: str
    reason: str
    officer: str
    papers: tuple[str, ...] = ()
    desk_phone: str = ""
    held: str = ""
    restarts: bool = False
    asked: tuple[AskedRow, ...] = ()
    basis: str = ""
    outside: str = ""
    rest_at: str = ""
    came: tuple[str, ...] = ()


def supplement_content(facts: FormFacts) -> SupplementContent:
    """What the paper of the request `facts.asked` says.

    Raises:
        ValueError: nothing was asked for.
    """
    dossier, settings, asked = facts.dossier, facts.settings, facts.asked
    if asked is None:
        raise ValueError("a form about a request, without one")
    who, head = dossier.applicant, settings.letterhead
    still = still_asked(asked.wanted)
    basis = still[0].basis if len({paper.basis for paper in still}) == 1 else ""
    called = facts.called()
    is_rest = any(paper.came for paper in asked.wanted)
    return SupplementContent(
        form_set=FormSet(dossier.form_set),
        superior_body=head.above,
        office=head.issuer,
        place=settings.place,
        printed_on=facts.printed_at.date().isoformat(),
        number=facts.number,
        code=dossier.shown_code,
        digits=digits_of_code(dossier.code),
        is_provisional=settings.provisional_line and not dossier.official_code,
        qr_text=dossier_qr(dossier, settings, paper=NAME, issued_at=facts.printed_at),
        desk=settings.desk,
        procedure_code=dossier.procedure_code,
        procedure_name=dossier.procedure_name,
        applicant_name=who.full_name,
        address=who.address,
        phone=who.phone,
        email=who.email,
        representative=represented_by(dossier.representative),
        received_at=minute_text(dossier.received_at),
        stops_since="" if dossier.limit.unit is Unit.NONE else minute_text(asked.asked_at),
        reason=asked.reason,
        officer=facts.officer if is_rest else asked.asked_by,
        desk_phone=settings.desk_phone,
        held=_held(asked.held_reason),
        restarts=dossier.pause_mode is PauseMode.RESTART,
        asked=tuple(_row(paper, called(paper.name), shows_basis=not basis) for paper in still),
        basis=basis,
        outside=next((paper.outside for paper in still if paper.outside), ""),
        rest_at=minute_text(facts.printed_at) if is_rest else "",
        came=tuple(_came(asked.wanted, called)) if is_rest else (),
    )


def _row(paper: AskedPaper, name: str, *, shows_basis: bool) -> AskedRow:
    star = f" {_OUTSIDE}" if paper.outside else ""
    basis = f" (căn cứ: {paper.basis})" if shows_basis and paper.basis else ""
    left = paper.left
    return AskedRow(f"{name}{star}{basis}", left.originals, left.certified, left.photocopies)


def _came(papers: Sequence[AskedPaper], called: Callable[[str], str]) -> Iterator[str]:
    """What came, in order of time: ``Tờ khai (1 bản chính), 09 giờ 05 phút, ngày …``."""
    parts = [
        (part.at, place, paper.name, part)
        for place, paper in enumerate(papers)
        for part in paper.came
    ]
    for at, _, name, part in sorted(parts, key=itemgetter(0, 1)):
        yield f"{named(called(name), part.sheets)}, {long_moment(minute_text(at))}"


def _held(reason: AskReason | None) -> str:
    return word_for(reason) if reason else ""


def lay_out(content: SupplementContent, codes: DossierCodes, style: Style) -> list[list[Mark]]:
    """The pages of one copy; `CopyName` marks stand where its name goes."""
    flow = dossier_flow(codes, style)
    official_head(
        flow,
        superior_body=content.superior_body,
        office=content.office,
        number=f"Số: {content.number}",
        place_and_date=f"{content.place or '…………'}, {long_date(content.printed_on)}",
    )
    place_codes(flow, codes)
    _title(flow, content)
    _about(flow, content)
    _asked(flow, content)
    signatures(flow, left=None, right=("NGƯỜI HƯỚNG DẪN", content.officer))
    return flow.pages


def _title(flow: Flow, content: SupplementContent) -> None:
    style = flow.style
    middle = style.left + style.text_width / 2
    flow.space(0.8 * style.body)
    marks, y = centred(
        [Run(NAME.upper(), Face.BOLD)], middle, flow.y, style.title, style.text_width
    )
    flow.place(*marks)
    code = [Run("Mã hồ sơ:"), Run(content.code, Face.BOLD)]
    marks, y = centred(code, middle, y, style.body, style.text_width)
    flow.place(*marks, copy_name(middle, y, style.hint))
    flow.y = y + style.hint * LEADING + 0.5 * style.body
    if content.rest_at:
        rest = f"Giấy tờ còn thiếu, lập {long_moment(content.rest_at)}"
        marks, y = centred([Run(rest, Face.ITALIC)], middle, flow.y, style.body, style.text_width)
        flow.place(*marks)
        flow.y = y + 0.5 * style.body


def _about(flow: Flow, content: SupplementContent) -> None:
    labelled(flow, "Bộ phận tiếp nhận và trả kết quả:", content.desk or content.office)
    labelled(flow, "Hồ sơ của:", content.applicant_name, Face.BOLD)
    labelled(flow, "Người đến nộp:", content.representative)
    _line(flow, "Địa chỉ:", content.address)
    _line(flow, "Số điện thoại:", content.phone)
    labelled(flow, "Email:", content.email)
    code = f"(mã\u00a0{content.procedure_code})" if content.procedure_code else ""
    request = Run(WORDINGS[content.form_set].request)
    flow.text([request, Run(content.procedure_name, Face.BOLD), Run(code)], flow.style.body)
    flow.space(GAP * flow.style.body)
    labelled(flow, "Thời gian nhận hồ sơ:", long_moment(content.received_at))


def _asked(flow: Flow, content: SupplementContent) -> None:
    """What is asked for, why, whom to ask, and what it does to the promise."""
    size = flow.style.body
    flow.space(GAP * size)
    flow.text([Run("Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung như sau:")], size)
    flow.space(2 * GAP * size)
    rows = content.asked or tuple(AskedRow(name) for name in content.papers)
    table(flow, _COLUMNS, [_cells(nth, row) for nth, row in enumerate(rows, 1)])
    flow.space(3 * GAP * size)
    for nth, came in enumerate(content.came, 1):
        labelled(flow, "Đã nhận:" if nth == 1 else "", came)
    labelled(flow, "Căn cứ:", content.basis)
    labelled(flow, "Lý do:", content.reason)
    if content.outside:
        why = "" if content.outside == content.reason else f", yêu cầu vì: {content.outside}"
        flow.text([Run(f"{_OUTSIDE} Ngoài danh mục của thủ tục{why}")], size)
        flow.space(GAP * size)
    labelled(flow, "Yêu cầu giấy tờ đã có trong cơ sở dữ liệu vì:", content.held)
    if content.stops_since:
        flow.text([Run(_clock_text(content))], size)
        flow.space(GAP * size)
    phone = content.desk_phone or "……………………………"
    contact = (
        "Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, Ông/Bà liên hệ với "
        f"{content.officer}, số điện thoại {phone} để được hướng dẫn cụ thể."
    )
    flow.text([Run(contact)], size)
    flow.space(GAP * size)


def _cells(nth: int, row: AskedRow) -> tuple[str, ...]:
    """A row of the table; what is not asked for stays blank."""
    counts = (row.originals, row.certified, row.photocopies)
    return (str(nth), row.name, *(f"{count:02d}" if count else "" for count in counts))


def _clock_text(content: SupplementContent) -> str:
    goes_on = "tính lại từ đầu" if content.restarts else "tính tiếp"
    return (
        f"Thời hạn giải quyết tạm dừng từ {long_moment(content.stops_since)}; khi hồ sơ được bổ "
        f"sung đủ, thời hạn được {goes_on} và thời gian trả kết quả được hẹn lại."
    )


def _line(flow: Flow, label: str, value: str) -> None:
    """A label and its value; without one the rest of the line is dotted for a pen."""
    size = flow.style.body
    free = flow.style.text_width - width(f"{label} ", Face.REGULAR, size)
    labelled(flow, label, value or "." * max(3, int(free / width(".", Face.REGULAR, size))))


def _on_sheets(paper: Paper, content: SupplementContent, mark: str) -> LaidOut:
    codes = dossier_codes(
        content.code,
        content.qr_text,
        digits=content.digits,
        is_provisional=content.is_provisional,
    )
    return on_sheets(partial(lay_out, content, codes), STYLES[paper], mark)


FORM = Form(
    code=SUPPLEMENT_FORM,
    name=NAME,
    subject=Subject.SUPPLEMENT,
    sets=(FormSet.TT01_2018, FormSet.TT03_2025),
    content=SupplementContent,
    content_from=supplement_content,
    series="HDHS",
    layouts={paper: partial(_on_sheets, paper) for paper in STYLES},
    copies={Copy.KEPT: "(Liên: Lưu)", Copy.GIVEN: "(Liên: Giao người nộp)"},
)
