"""Bảng kê thu tiền trong ngày: every slip of a cash sheet, its sums, and how it was closed."""

from collections.abc import Sequence
from functools import partial

from app.domain.forms.codes import CASH_SHEET_FORM
from app.domain.money.cash_sheet import CashSheet
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
from app.printing.layout.page import Flow, Mark, Style, centred
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
    Column("Số tiền (đồng)", 0.18, Align.CENTRE),
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
    Column("Thu", 0.18, Align.CENTRE),
    Column("Hoàn, hủy", 0.18, Align.CENTRE),
    Column("Còn lại", 0.18, Align.CENTRE),
)


def lay_out(content: CashSheetContent, style: Style) -> list[list[Mark]]:
    """The pages of the sheet; an open one says that it is not closed."""
    sheet = content.sheet
    flow = Flow(style, lambda _: ())
    official_head(
        flow,
        superior_body=content.superior_body,
        office=content.office,
        number=f"Số: {sheet.sheet:02d}{_series(sheet)}",
        place_and_date=f"{content.place or '…………'}, {long_date(sheet.day.isoformat())}",
    )
    _title(flow, sheet)
    _line(flow, "Đầu ngày:", dong(0))
    if sheet.slips:
        spans = [f"từ số {first} đến số {last}" for first, last in sheet.spans]
        _line(flow, "Các phiếu:", "; ".join(spans))
        columns = _LONG_NUMBERS if any(slip.slip.station for slip in sheet.slips) else _SLIPS
        table(flow, columns, [_slip_row(slip) for slip in sheet.slips])
        flow.space(0.6 * style.body)
        table(flow, _SUMS, _sum_rows(sheet))
        flow.space(0.6 * style.body)
    _closing(flow, sheet)
    closer = sheet.closing.officer if sheet.closing else ""
    signatures(flow, left=("NGƯỜI LẬP BẢNG KÊ", closer), right=("PHỤ TRÁCH", ""))
    return flow.pages


def _series(sheet: CashSheet) -> str:
    """``-Q2`` where every slip is of station 2: its sheets are not those of another station."""
    stations = {first.station for first, _ in sheet.spans}
    return f"-Q{stations.pop()}" if len(stations) == 1 and 0 not in stations else ""


def _title(flow: Flow, sheet: CashSheet) -> None:
    style = flow.style
    middle = style.left + style.text_width / 2
    flow.space(0.8 * style.body)
    title = [Run("BẢNG KÊ THU PHÍ, LỆ PHÍ TRONG NGÀY", Face.BOLD)]
    marks, flow.y = centred(title, middle, flow.y, style.title, style.text_width)
    flow.place(*marks)
    if sheet.closing is None:
        note = [Run("(Chưa khóa, còn có thể thay đổi)", Face.ITALIC)]
        marks, flow.y = centred(note, middle, flow.y, style.hint, style.text_width)
        flow.place(*marks)
    flow.space(0.5 * style.body)


def _slip_row(slip: Payment) -> Sequence[str]:
    undone = f" phiếu {slip.reverses}" if slip.reverses else ""
    reason = f": {slip.reason}" if slip.reason else ""
    relief = f" ({slip.relief})" if slip.relief else ""
    return (
        str(slip.slip),
        f"{slip.at:%H:%M}",
        f"{_KINDS[slip.kind]}{undone}{reason}, {slip.payer}, hồ sơ {slip.dossier_code}{relief}",
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
    cash = sheet.total(Method.CASH)
    _line(flow, "Tiền mặt theo sổ:", dong(cash))
    if cash >= 0:
        _line(flow, "Bằng chữ:", f"{dong_in_words(cash)}.")
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
    marks_reprints=False,
    setting="form_cash_sheet",
)
