"""Bảng kê thu tiền trong ngày: every slip of a cash sheet, its sums, and how it was closed."""

from collections.abc import Sequence
from functools import partial

from app.domain.forms.codes import CASH_SHEET_FORM
from app.domain.forms.paper_number import paper_number
from app.domain.money.cash_sheet import SHEET_SERIES, CashSheet, OpenSum
from app.domain.money.fee import dong
from app.domain.money.number_words import dong_in_words
from app.domain.money.payment import Method, Payment, PaymentKind
from app.printing.cash_content import CashSheetContent
from app.printing.form import Form, Subject
from app.printing.layout.figures import figures
from app.printing.layout.fitting import LaidOut, on_sheets
from app.printing.layout.fonts import Face
from app.printing.layout.head import official_head
from app.printing.layout.labelled import labelled
from app.printing.layout.page import Flow, Mark, Style
from app.printing.layout.signatures import signatures
from app.printing.layout.styles import STYLES
from app.printing.layout.table import Align, Column, table
from app.printing.layout.times import long_date
from app.printing.layout.wrapping import Run
from app.printing.paper import Paper

_KINDS = {PaymentKind.COLLECT: "Thu", PaymentKind.REFUND: "Hoàn", PaymentKind.VOID: "Hủy"}
_METHODS = {Method.CASH: "Tiền mặt", Method.TRANSFER: "Chuyển khoản"}
_SLIPS = (
    Column("Số phiếu", 0.14, Align.CENTRE),
    Column("Giờ", 0.08, Align.CENTRE),
    Column("Nội dung", 0.41),
    Column("Hình thức", 0.19, Align.CENTRE),
    Column("Số tiền (đồng)", 0.18, Align.RIGHT),
)
_LONG_NUMBERS = (
    Column("Số phiếu", 0.18, Align.CENTRE),
    _SLIPS[1],
    Column("Nội dung", 0.37),
    *_SLIPS[3:],
)
"""Room for the series of a station."""
_SUMS = (
    Column("Cán bộ", 0.27),
    Column("Hình thức", 0.19, Align.CENTRE),
    Column("Thu", 0.18, Align.RIGHT),
    Column("Hoàn, hủy", 0.18, Align.RIGHT),
    Column("Còn lại", 0.18, Align.RIGHT),
)

_OPEN = (
    Column("Hồ sơ", 0.22),
    Column("Người nộp", 0.22),
    Column("Trả ngày", 0.13, Align.CENTRE),
    Column("Lý do chưa thu đủ", 0.25),
    Column("Còn phải thu (đồng)", 0.18, Align.RIGHT),
)


def lay_out(content: CashSheetContent, style: Style) -> list[list[Mark]]:
    """The pages of the sheet; an open one says that it is not closed."""
    sheet = content.sheet
    flow = Flow(style, lambda _: ())
    official_head(
        flow,
        superior_body=content.superior_body,
        office=content.office,
        number=f"Số: {_number(sheet)}",
        place_and_date=f"{content.place or '…………'}, {long_date(sheet.day.isoformat())}",
    )
    _title(flow, sheet)
    _line(flow, "Tiền có sẵn đầu ngày:", dong(sheet.opening))
    if sheet.slips:
        spans = [f"từ số {first} đến số {last}" for first, last in sheet.spans]
        _line(flow, "Các phiếu:", "; ".join(spans))
        columns = _LONG_NUMBERS if any(slip.slip.station for slip in sheet.slips) else _SLIPS
        table(flow, columns, [_slip_row(slip) for slip in sheet.slips])
        flow.space(0.6 * style.body)
        table(flow, _SUMS, _sum_rows(sheet))
        flow.space(0.6 * style.body)
    if sheet.open_sums:
        flow.text([Run("Đã trả kết quả, còn phải thu:", Face.BOLD)], flow.style.body)
        table(flow, _OPEN, [_open_row(one) for one in sheet.open_sums])
        flow.space(0.6 * flow.style.body)
    _closing(flow, sheet)
    closer = sheet.closing.officer if sheet.closing else ""
    signatures(flow, left=("NGƯỜI LẬP BẢNG KÊ", closer), right=("PHỤ TRÁCH", ""))
    return flow.pages


def _number(sheet: CashSheet) -> str:
    """Its number in the run of its year; dotted while it has none, as an open sheet has none."""
    closing = sheet.closing
    if closing is None or not closing.number:
        return f"…………/{SHEET_SERIES}"
    return paper_number(SHEET_SERIES, closing.number, closing.series)


def _title(flow: Flow, sheet: CashSheet) -> None:
    style = flow.style
    flow.space(0.8 * style.body)
    nth = f" (BẢNG {sheet.sheet:02d})" if sheet.sheet > 1 else ""
    title = f"BẢNG KÊ THU PHÍ, LỆ PHÍ TRONG NGÀY{nth}"
    flow.centred([Run(title, Face.BOLD)], style.title)
    if sheet.closing is None:
        flow.centred([Run("(Chưa khóa, còn có thể thay đổi)", Face.ITALIC)], style.hint)
    flow.space(0.5 * style.body)


def _open_row(one: OpenSum) -> Sequence[str]:
    return (
        one.dossier_code,
        one.applicant,
        f"{one.returned_at:%d/%m/%Y}",
        one.reason,
        figures(one.amount),
    )


def _slip_row(slip: Payment) -> Sequence[str]:
    undone = f" phiếu {slip.reverses}" if slip.reverses else ""
    reason = f": {slip.reason}" if slip.reason else ""
    relief = f" ({slip.relief})" if slip.relief else ""
    receipt = f", biên lai {slip.receipt}" if slip.receipt else ""
    what = f"{_KINDS[slip.kind]}{undone}{reason}"
    return (
        str(slip.slip),
        f"{slip.at:%H:%M}",
        f"{what}, {slip.payer}, hồ sơ {slip.dossier_code}{receipt}{relief}",
        _METHODS[slip.method],
        figures(slip.signed),
    )


def _sum_rows(sheet: CashSheet) -> list[Sequence[str]]:
    rows: list[Sequence[str]] = [
        (
            one.officer,
            _METHODS[one.method],
            figures(one.collected),
            figures(one.reversed),
            figures(one.net),
        )
        for one in sheet.sums
    ]
    for method, word in _METHODS.items():
        taken = sum(one.collected for one in sheet.sums if one.method is method)
        back = sum(one.reversed for one in sheet.sums if one.method is method)
        rows.append(("Cộng", word, figures(taken), figures(back), figures(sheet.total(method))))
    return rows


def _closing(flow: Flow, sheet: CashSheet) -> None:
    cash = sheet.expected
    if sheet.opening:
        _line(flow, "Tiền mặt thu trừ hoàn:", dong(sheet.total(Method.CASH)))
    _line(flow, "Tiền mặt theo sổ:", dong(cash))
    _line(flow, "Bằng chữ:", f"{dong_in_words(cash)}.")
    if cash < 0:
        _line(flow, "Đã chi từ nguồn khác:", dong(-cash))
    if sheet.closing is None:
        return
    _line(flow, "Tiền mặt đếm được:", dong(sheet.closing.counted))
    _line(flow, "Chênh lệch:", dong(sheet.closing.difference))
    _line(flow, "Lý do:", sheet.closing.reason)
    _line(flow, "Khóa lúc:", f"{sheet.closing.at:%H:%M, %d/%m/%Y}")


def _line(flow: Flow, label: str, value: str) -> None:
    labelled(flow, label, value, Face.BOLD)


def _on_sheets(content: CashSheetContent, mark: str) -> LaidOut:
    return on_sheets(partial(lay_out, content), STYLES[Paper.A4][1:], mark)


FORM = Form(
    code=CASH_SHEET_FORM,
    name="Bảng kê thu phí, lệ phí trong ngày",
    subject=Subject.CASH_SHEET,
    content=CashSheetContent,
    layouts={Paper.A4: _on_sheets},
    series=SHEET_SERIES,
    marks_reprints=False,
    setting="form_cash_sheet",
)
