"""Bảng kê thu tiền trong ngày: every slip of a cash sheet, its sums, and how it was closed."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.cash_sheet import CashSheet
from app.domain.fee import dong
from app.domain.number_words import dong_in_words
from app.domain.payment import Method, Payment, PaymentKind
from app.printing.fonts import Face
from app.printing.forms.head import official_head
from app.printing.forms.signatures import signatures
from app.printing.forms.times import long_date
from app.printing.page import Flow, Mark, Style, centred
from app.printing.table import Align, Column, table
from app.printing.wrapping import Run

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


@dataclass(frozen=True, slots=True)
class Office:
    """Whose sheet it is."""

    superior_body: str
    office: str
    place: str


def lay_out(sheet: CashSheet, office: Office, style: Style) -> list[list[Mark]]:
    """The pages of the sheet; an open one says that it is not closed."""
    flow = Flow(style, lambda _: ())
    official_head(
        flow,
        superior_body=office.superior_body,
        office=office.office,
        number=f"Số: {sheet.sheet:02d}{_series(sheet)}",
        place_and_date=f"{office.place or '…………'}, {long_date(sheet.day.isoformat())}",
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
        told = [Run("(Chưa khóa, còn có thể thay đổi)", Face.ITALIC)]
        marks, flow.y = centred(told, middle, flow.y, style.hint, style.text_width)
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
        _plain(slip.signed),
    )


def _sum_rows(sheet: CashSheet) -> list[Sequence[str]]:
    rows: list[Sequence[str]] = [
        (
            one.officer,
            _METHODS[one.method],
            _plain(one.collected),
            _plain(one.reversed),
            _plain(one.net),
        )
        for one in sheet.sums
    ]
    for method, word in _METHODS.items():
        taken = sum(one.collected for one in sheet.sums if one.method is method)
        back = sum(one.reversed for one in sheet.sums if one.method is method)
        rows.append(("Cộng", word, _plain(taken), _plain(back), _plain(sheet.total(method))))
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
    if sheet.closing.reason:
        _line(flow, "Lý do:", sheet.closing.reason)
    _line(flow, "Khóa lúc:", f"{sheet.closing.at:%H:%M, %d/%m/%Y}")


def _line(flow: Flow, label: str, value: str) -> None:
    flow.text([Run(label), Run(value, Face.BOLD)], flow.style.body)
    flow.space(0.18 * flow.style.body)


def _plain(amount: int) -> str:
    sign = "\u2212" if amount < 0 else ""
    return f"{sign}{abs(amount):,}".replace(",", ".")
