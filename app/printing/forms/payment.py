"""Phiếu thu, phiếu hoàn, phiếu hủy: the office's own slip of money, in no form set of the law."""

from collections.abc import Sequence
from functools import partial

from app.domain.forms.codes import PAYMENT_FORM
from app.domain.money.fee import dong
from app.domain.money.number_words import dong_in_words
from app.domain.money.payment import PaymentKind
from app.printing.form import Form, Subject
from app.printing.forms.payment_content import slip_content
from app.printing.layout.figures import figures
from app.printing.layout.fitting import LaidOut, on_sheets
from app.printing.layout.fonts import Face
from app.printing.layout.head import official_head
from app.printing.layout.labelled import labelled
from app.printing.layout.page import LEADING, Flow, Mark, Style, centred, copy_name, measured
from app.printing.layout.signatures import signatures
from app.printing.layout.styles import STYLES
from app.printing.layout.table import Align, Column, table
from app.printing.layout.times import long_date
from app.printing.layout.wrapping import Run
from app.printing.paper import Copy, Paper
from app.printing.slip_content import SlipContent, SlipLine

_TITLES = {
    PaymentKind.COLLECT: "PHIẾU THU PHÍ, LỆ PHÍ",
    PaymentKind.REFUND: "PHIẾU HOÀN PHÍ, LỆ PHÍ",
    PaymentKind.VOID: "PHIẾU HỦY PHIẾU THU",
}
_AMOUNTS = {
    PaymentKind.COLLECT: "Số tiền thu:",
    PaymentKind.REFUND: "Số tiền hoàn:",
    PaymentKind.VOID: "Số tiền hủy:",
}
_PAYERS = {
    PaymentKind.COLLECT: ("Người nộp tiền:", "NGƯỜI NỘP TIỀN", "NGƯỜI THU TIỀN"),
    PaymentKind.REFUND: ("Người nhận lại tiền:", "NGƯỜI NHẬN TIỀN", "NGƯỜI HOÀN TIỀN"),
    PaymentKind.VOID: ("Người nộp tiền:", "NGƯỜI NỘP TIỀN", "NGƯỜI HỦY PHIẾU"),
}
_COLUMNS = (
    Column("STT", 0.08, Align.CENTRE),
    Column("Nội dung", 0.52),
    Column("Số lượng", 0.16, Align.CENTRE),
    Column("Thành tiền (đồng)", 0.24, Align.RIGHT),
)
_NOT_A_RECEIPT = (
    "Phiếu dùng để theo dõi thu tiền tại quầy; không thay cho biên lai thu phí, lệ phí theo quy "
    "định về hóa đơn, chứng từ."
)


def lay_out(content: SlipContent, style: Style) -> list[list[Mark]]:
    """The pages of one copy; `CopyName` marks stand where its name goes."""
    flow = Flow(style, lambda _: ())
    official_head(
        flow,
        superior_body=content.superior_body,
        office=content.office,
        number=f"Số: {content.number}",
        place_and_date=f"{content.place or '…………'}, {long_date(content.day)}",
    )
    _title(flow, content)
    label, left, right = _PAYERS[content.kind]
    labelled(flow, label, content.payer, Face.BOLD)
    labelled(flow, "Nộp cho hồ sơ của:", content.on_behalf_of)
    labelled(flow, "Địa chỉ:", content.address)
    labelled(flow, "Mã hồ sơ:", content.dossier_code)
    labelled(flow, "Thủ tục:", content.procedure_name)
    labelled(flow, "Theo phiếu thu số:", content.reverses)
    labelled(flow, "Lý do:", content.reason)
    if content.kind is PaymentKind.COLLECT:
        flow.space(0.2 * style.body)
        table(flow, _COLUMNS, _rows(content))
        flow.space(0.4 * style.body)
    _amount(flow, content)
    signatures(
        flow,
        left=(left, content.payer),
        right=(right, content.officer),
        then=measured(flow, _disclaim),
    )
    _disclaim(flow)
    return flow.pages


def _disclaim(flow: Flow) -> None:
    flow.text([Run(_NOT_A_RECEIPT, Face.ITALIC)], flow.style.note)


def _title(flow: Flow, content: SlipContent) -> None:
    style = flow.style
    middle = style.left + style.text_width / 2
    flow.space(0.8 * style.body)
    title = [Run(_TITLES[content.kind], Face.BOLD)]
    marks, y = centred(title, middle, flow.y, style.title, style.text_width)
    flow.place(*marks, copy_name(middle, y, style.hint))
    flow.y = y + style.hint * LEADING + 0.5 * style.body


def _rows(content: SlipContent) -> Sequence[Sequence[str]]:
    rows = [
        (
            str(nth),
            line.name + _why(line),
            line.quantity,
            figures(line.due if line.note else line.amount),
        )
        for nth, line in enumerate(content.lines, 1)
    ]
    return [*rows, ("", "Cộng", "", figures(content.due))]


def _why(line: SlipLine) -> str:
    """Why a line costs less than it would, and how much that was."""
    if line.relief:
        return f" ({line.relief}, từ {figures(line.amount)}: {line.note})"
    return f" (miễn: {line.note})" if line.note else ""


def _amount(flow: Flow, content: SlipContent) -> None:
    labelled(flow, _AMOUNTS[content.kind], dong(content.amount), Face.BOLD)
    labelled(flow, "Bằng chữ:", f"{dong_in_words(content.amount)}.", Face.ITALIC)
    labelled(flow, "Đã nộp trước:", content.paid_before)
    if content.outstanding:
        labelled(flow, "Còn phải thu:", dong(content.outstanding))
    how = f"{content.method} ({content.reference})" if content.reference else content.method
    labelled(flow, "Hình thức:", how)
    if content.kind is PaymentKind.COLLECT:
        labelled(flow, "Biên lai điện tử số:", content.receipt or "……………………")


def _on_sheets(paper: Paper, content: SlipContent, mark: str) -> LaidOut:
    return on_sheets(partial(lay_out, content), STYLES[paper][:1], mark)


FORM = Form(
    code=PAYMENT_FORM,
    name="Phiếu thu phí, lệ phí",
    subject=Subject.PAYMENT,
    content=SlipContent,
    content_from=slip_content,
    layouts={paper: partial(_on_sheets, paper) for paper in STYLES},
    copies={Copy.KEPT: "(Liên 1: Lưu)", Copy.GIVEN: "(Liên 2: Giao người nộp tiền)"},
    setting="form_payment",
)
