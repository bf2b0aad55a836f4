"""Form 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả, in the sets of 2018 and 2025.

One layout serves both sets; what differs is their wording (`form_01_wording`). The layout Circular
03/2025/TT-VPCP prints was not seen: `tt03-2025` is that of 2018 with the fields offices print in
2025–26. Numbers of items are counted, not fixed, since items that do not apply are left out.
"""

from app.printing.content import ReceiptContent
from app.printing.forms.dossier_codes import DossierCodes, dossier_flow, place_codes
from app.printing.forms.receipt_wording import (
    IDENTITY,
    UNCONFIRMED,
    WORDINGS,
    Wording,
)
from app.printing.layout.fonts import Face, width
from app.printing.layout.head import official_head
from app.printing.layout.labelled import GAP
from app.printing.layout.page import (
    LEADING,
    Flow,
    Mark,
    Style,
    centred,
    copy_name,
    measured,
    placed,
)
from app.printing.layout.signatures import signatures
from app.printing.layout.table import Align, Column, table
from app.printing.layout.times import long_date, long_moment
from app.printing.layout.wrapping import Run, wrap

_COLUMNS = (
    Column("STT", 0.07, Align.CENTRE),
    Column("Tên giấy tờ", 0.6),
    Column("Loại giấy tờ", 0.19, Align.CENTRE),
    Column("Số lượng", 0.14, Align.CENTRE),
)


def lay_out(content: ReceiptContent, codes: DossierCodes, style: Style) -> list[list[Mark]]:
    """The pages of one copy; `CopyName` marks stand where its name goes."""
    wording = WORDINGS[content.form_set]
    flow = dossier_flow(codes, style)
    official_head(
        flow,
        superior_body=content.superior_body,
        office=content.office,
        number=f"Số: {content.number or '…………/TNHS'}",
        place_and_date=f"{content.place or '…………'}, {long_date(content.printed_on)}",
    )
    place_codes(flow, codes)
    _title(flow, content)
    _parties(flow, content, wording)
    _items(flow, content, wording)
    _register(flow, content)
    signatures(
        flow,
        left=("NGƯỜI NỘP HỒ SƠ", content.submitter),
        right=("NGƯỜI TIẾP NHẬN HỒ SƠ", content.officer),
        then=measured(flow, lambda alone: _notes(alone, content, wording)),
    )
    _notes(flow, content, wording)
    return flow.pages


def _title(flow: Flow, content: ReceiptContent) -> None:
    style = flow.style
    middle = style.left + style.text_width / 2
    flow.space(0.8 * style.body)
    marks, y = centred(
        [Run("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", Face.BOLD)],
        middle,
        flow.y,
        style.title,
        style.text_width,
    )
    flow.place(*marks)
    code = Run(content.code, Face.BOLD) if content.code else Run("…" * 12)
    marks, y = centred([Run("Mã hồ sơ:"), code], middle, y, style.body, style.text_width)
    flow.place(*marks, copy_name(middle, y, style.hint))
    flow.y = y + style.hint * LEADING + 0.5 * style.body


def _parties(flow: Flow, content: ReceiptContent, wording: Wording) -> None:
    """Who receives, whose dossier it is, how to reach them, and what they ask for."""
    _field(flow, "Bộ phận tiếp nhận và trả kết quả:", content.desk or content.office)
    _field(flow, "Tiếp nhận hồ sơ của:", content.applicant_name, Face.BOLD)
    if content.identity_number or not content.is_body:
        _field(flow, IDENTITY[content.identity_kind], content.identity_number)
    _field(flow, _address_label(content), content.address)
    _reach(flow, content)
    if content.representative:
        _field(flow, f"{content.representative_label}:", content.representative)
    code = f"(mã\u00a0{content.procedure_code})" if content.procedure_code else ""
    flow.text(
        [Run(wording.request), Run(content.procedure_name, Face.BOLD), Run(code)], flow.style.body
    )
    flow.space(_gap(flow))


def _address_label(content: ReceiptContent) -> str:
    """Whose address it is, where it could also be that of who brings the papers."""
    if content.is_body:
        return "Địa chỉ trụ sở:"
    return "Địa chỉ của chủ hồ sơ:" if content.representative else "Địa chỉ:"


def _reach(flow: Flow, content: ReceiptContent) -> None:
    """Telephone and e-mail on one line where they fit."""
    if not content.email:
        _field(flow, "Số điện thoại:", content.phone)
        return
    style = flow.style
    half = style.text_width / 2
    phone = [Run("Số điện thoại:"), Run(content.phone or "…" * 8)]
    email = [Run("Email:"), Run(content.email)]
    sides = (wrap(phone, style.body, half - 6), wrap(email, style.body, half))
    if any(len(side) > 1 for side in sides):
        _field(flow, "Số điện thoại:", content.phone)
        _field(flow, "Email:", content.email)
        return
    flow.keep(style.body * LEADING)
    for side, x in zip(sides, (style.left, style.left + half), strict=True):
        flow.place(*placed(side[0], x, flow.y, style.body))
    flow.space(style.body * LEADING + _gap(flow))


def _items(flow: Flow, content: ReceiptContent, wording: Wording) -> None:
    """The numbered items; what does not apply takes no number."""
    _field(flow, f"1. {wording.papers}", "" if content.documents else "không có", is_complete=True)
    if content.documents:
        table(
            flow,
            _COLUMNS,
            [
                (str(nth), row.name, row.kind, f"{row.quantity:02d}" if row.quantity else "–")
                for nth, row in enumerate(content.documents, 1)
            ],
        )
        flow.space(2 * _gap(flow))
    due = long_moment(content.due_at) if content.due_at else "không quy định"
    items = [
        ("Số lượng hồ sơ:", f"{content.sets:02d} (bộ)", Face.REGULAR),
        ("Thời gian giải quyết hồ sơ theo quy định là:", content.limit_text, Face.REGULAR),
        ("Thời gian nhận hồ sơ:", long_moment(content.received_at), Face.REGULAR),
        (wording.due, due, Face.BOLD),
        (
            wording.return_place,
            content.return_place or content.desk or content.office,
            Face.REGULAR,
        ),
    ]
    if wording.fees:
        items.append((wording.fees, content.fees_text, Face.REGULAR))
    said = (item for item in items if item[1] or item[0] == wording.fees)
    for nth, (label, value, face) in enumerate(said, 2):
        _field(flow, f"{nth}. {label}", value, face)


def _register(flow: Flow, content: ReceiptContent) -> None:
    """The entry in the paper register, where the office keeps one."""
    if not (content.register_book or content.register_number):
        return
    book = content.register_book or "………"
    number = content.register_number or "………"
    _field(
        flow, f"Vào Sổ theo dõi hồ sơ, Quyển số: {book}, Số thứ tự: {number}", "", is_complete=True
    )


def _notes(flow: Flow, content: ReceiptContent, wording: Wording) -> None:
    size = flow.style.note
    notes = [wording.copies_note, wording.return_note]
    if content.due_at and not content.calendar_confirmed:
        notes.append(UNCONFIRMED)
    if content.note:
        notes.append(f"- {content.note}")
    if content.reissued:
        notes.insert(0, f"- {content.reissued}")
    flow.keep(3 * size * LEADING)
    flow.text([Run("Ghi chú:", Face.BOLD)], size)
    for note in notes:
        flow.text([Run(note)], size)


def _field(
    flow: Flow, label: str, value: str, face: Face = Face.REGULAR, *, is_complete: bool = False
) -> None:
    """A label and its value; without value the rest of the line is dotted for a pen."""
    size = flow.style.body
    if not value and not is_complete:
        free = flow.style.text_width - width(f"{label} ", Face.REGULAR, size)
        value = "." * max(3, int(free / width(".", Face.REGULAR, size)))
    flow.text([Run(label), Run(value, face)], size)
    flow.space(_gap(flow))


def _gap(flow: Flow) -> float:
    """White between paragraphs."""
    return GAP * flow.style.body
