"""Phiếu kết thúc ngày làm việc: a form of the office's own, no law prescribes it.

It says what a station did since its sheet before, how things stand, why apologies were not sent,
and the end of every chain of the ledger: whoever has the signed paper can see later whether a row
up to there was changed.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from app.answers.day import (
    DAY_SERIES,
    DONE,
    LEFT,
    CashLine,
    DayFigure,
    DaySheet,
    LateLine,
    UnsentLine,
)
from app.domain.clock import time_and_day
from app.domain.forms.codes import DAY_FORM
from app.domain.forms.paper_number import paper_number
from app.domain.money.fee import dong
from app.printing.codes.barcode import QR_QUIET_MODULES, Code, qr
from app.printing.codes.dots import DOT
from app.printing.day_content import DaySheetContent
from app.printing.form import Form, Subject
from app.printing.layout.figures import figures
from app.printing.layout.fitting import LaidOut, on_sheets
from app.printing.layout.fonts import Face, width
from app.printing.layout.head import official_head
from app.printing.layout.labelled import GAP, labelled
from app.printing.layout.page import LEADING, Flow, Mark, Style, Words, placed
from app.printing.layout.signatures import signatures
from app.printing.layout.styles import STYLES
from app.printing.layout.table import Align, Column, table
from app.printing.layout.times import long_date
from app.printing.layout.wrapping import Run, wrap
from app.printing.paper import Paper

NAME = "Phiếu kết thúc ngày làm việc"
WORDS = {
    DayFigure.RECEIVED: "Hồ sơ đã tiếp nhận",
    DayFigure.FINISHED: "Hồ sơ đã xử lý xong",
    DayFigure.GIVEN_UP: "Hồ sơ từ chối, rút, dừng",
    DayFigure.RETURNED: "Kết quả đã trả",
    DayFigure.DUE_TODAY: "Hẹn trả hôm nay, chưa xong",
    DayFigure.OVERDUE: "Quá hạn, chưa xong",
    DayFigure.APOLOGY: "Cần xin lỗi, chưa báo người dân",
    DayFigure.TO_COLLECT: "Có kết quả, chưa đến nhận",
    DayFigure.UNSENT: "Có bản ghi chưa gửi lên tỉnh",
}
_COUNTED = (Column("Nội dung", 0.7), Column("Số hồ sơ", 0.3, Align.RIGHT))
_CASH = (
    Column("Bảng kê", 0.2, Align.CENTRE),
    Column("Số phiếu", 0.12, Align.CENTRE),
    Column("Tiền mặt (đồng)", 0.18, Align.RIGHT),
    Column("Chuyển khoản (đồng)", 0.18, Align.RIGHT),
    Column("Đếm được (đồng)", 0.16, Align.RIGHT),
    Column("Chênh lệch", 0.16, Align.RIGHT),
)
_UNSENT = (
    Column("Hồ sơ", 0.24),
    Column("Người nộp", 0.22),
    Column("Hẹn trả", 0.16, Align.CENTRE),
    Column("Giải trình", 0.38),
)
_LATE = (Column("Hồ sơ", 0.36), Column("Người nộp", 0.4), Column("Hẹn trả", 0.24, Align.CENTRE))
_MODULE = 3 * DOT
_NONE = "Không có."


def lay_out(content: DaySheetContent, style: Style) -> list[list[Mark]]:
    """The pages of the sheet."""
    sheet = content.sheet
    number = paper_number(DAY_SERIES, sheet.number, sheet.series)
    flow = Flow(style, partial(_running_head, number, style))
    official_head(
        flow,
        superior_body=content.superior_body,
        office=content.office,
        number=f"Số: {number}",
        place_and_date=f"{content.place or '…………'}, {long_date(sheet.day.isoformat())}",
    )
    _title(flow, sheet)
    _part(flow, f"1. Việc đã làm của quầy {sheet.station}, {_span(sheet)}")
    table(flow, _COUNTED, _rows(sheet, DONE))
    _part(flow, f"2. Tình trạng của cơ quan lúc {time_and_day(sheet.closed_at)}")
    table(flow, _COUNTED, _rows(sheet, LEFT))
    flow.space(GAP * style.body)
    labelled(flow, "Bản ghi chưa gửi lên tỉnh:", _waiting(sheet))
    _part(flow, "3. Phiếu xin lỗi chưa gửi và giải trình")
    _listed(flow, _UNSENT, [_unsent_row(one) for one in sheet.unsent])
    _part(flow, "4. Hồ sơ quá hạn")
    _listed(flow, _LATE, [_late_row(one) for one in sheet.late])
    more = sheet.counts[DayFigure.OVERDUE] - len(sheet.late)
    if more > 0:
        flow.space(GAP * style.body)
        flow.text([Run(f"Và {more} hồ sơ nữa, xem danh sách trong phần mềm.")], style.body)
    _money(flow, sheet)
    _chains(flow, content)
    signatures(flow, left=("NGƯỜI LẬP PHIẾU", sheet.officer), right=("PHỤ TRÁCH", ""))
    return flow.pages


def _title(flow: Flow, sheet: DaySheet) -> None:
    style = flow.style
    flow.space(0.8 * style.body)
    nth = f" (BỔ SUNG {sheet.nth - 1:02d})" if sheet.nth > 1 else ""
    flow.centred([Run(f"{NAME.upper()}{nth}", Face.BOLD)], style.title)


def _span(sheet: DaySheet) -> str:
    """From when on the sheet counts: the sheet before, or the beginning of the day."""
    until = f"đến {time_and_day(sheet.closed_at)}"
    if sheet.since is None:
        return f"từ đầu ngày {until}"
    return f"từ {time_and_day(sheet.since)} {until}"


def _waiting(sheet: DaySheet) -> str:
    if sheet.oldest_unsent_at is None:
        return str(sheet.unsent_events)
    return f"{sheet.unsent_events}, lâu nhất từ {time_and_day(sheet.oldest_unsent_at)}"


def _part(flow: Flow, head: str) -> None:
    size = flow.style.body
    flow.space(0.5 * size)
    flow.keep(5 * size * LEADING)
    flow.text([Run(head, Face.BOLD)], size)
    flow.space(GAP * size)


def _rows(sheet: DaySheet, shown: Sequence[DayFigure]) -> list[Sequence[str]]:
    """Every figure, also those of which there is nothing."""
    return [(WORDS[figure], str(sheet.counts[figure])) for figure in shown]


def _listed(flow: Flow, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
    if rows:
        table(flow, columns, rows)
    else:
        flow.text([Run(_NONE)], flow.style.body)


def _unsent_row(one: UnsentLine) -> Sequence[str]:
    due = _short(one.due_at)
    if one.extended_to is not None:
        due += f", hẹn lại {_short(one.extended_to)}"
    return (one.code, one.applicant, due, one.explanation)


def _late_row(one: LateLine) -> Sequence[str]:
    return (one.code, one.applicant, _short(one.due_at))


def _short(moment: datetime) -> str:
    return f"{moment:%H:%M %d/%m/%Y}"


def _money(flow: Flow, sheet: DaySheet) -> None:
    _part(flow, "5. Tiền thu trong ngày, theo bảng kê")
    labelled(flow, "Tiền có sẵn đầu ngày:", dong(sheet.opening))
    total = (
        "Cộng",
        str(sum(one.slips for one in sheet.cash)),
        figures(sum(one.cash for one in sheet.cash)),
        figures(sum(one.transfer for one in sheet.cash)),
        "",
        "",
    )
    table(flow, _CASH, [*map(_cash_row, sheet.cash), total])


def _cash_row(one: CashLine) -> Sequence[str]:
    is_open = one.counted is None
    return (
        one.number or f"Bảng {one.sheet:02d}",
        str(one.slips),
        figures(one.cash),
        figures(one.transfer),
        "chưa khóa" if is_open else figures(one.counted or 0),
        "" if is_open else figures(one.difference),
    )


def _chains(flow: Flow, content: DaySheetContent) -> None:
    """The end of every chain; the station's own also for a machine."""
    sheet, style = content.sheet, flow.style
    _part(flow, "6. Sổ cái")
    own = sheet.head
    text = (
        f"MOTCUA-KTN {content.agency_code} {sheet.day.isoformat()} "
        f"Q{own.chain} {own.seq} {own.hash}"
    )
    symbol = qr(text)
    side = symbol.columns * _MODULE
    gap = QR_QUIET_MODULES * _MODULE
    size, room = style.note, style.text_width - side - gap
    lines = [line for words in _chain_words(sheet) for line in wrap([Run(words)], size, room)]
    height = max(side, len(lines) * size * LEADING)
    flow.keep(height + 2 * gap)
    top = flow.y + gap
    flow.place(Code(style.left, top, side, side, symbol))
    y = top
    for line in lines:
        flow.place(*placed(line, style.left + side + gap, y, size))
        y += size * LEADING
    flow.y = top + height + gap


def _chain_words(sheet: DaySheet) -> list[str]:
    words = []
    for head in sheet.heads:
        name = f"Quầy {head.chain}" if head.chain else "Cơ quan"
        words.append(f"{name}: đến dòng {head.seq}, mã kiểm {head.hash}")
    words.append(
        "Dòng nào của sổ cái đến đó bị sửa thì mã kiểm không còn như trên; mã vuông ghi của quầy "
        f"{sheet.station}."
    )
    return words


def _running_head(number: str, style: Style, page: int) -> Sequence[Mark]:
    """On later pages: the sheet's number at the left, the page's in the middle."""
    base = style.top - style.head
    words = str(page)
    middle = style.left + style.text_width / 2
    half = width(words, Face.REGULAR, style.head) / 2
    return (
        Words(style.left, base, Face.REGULAR, style.note, f"Số: {number}"),
        Words(middle - half, base, Face.REGULAR, style.head, words),
    )


def _on_sheets(content: DaySheetContent, mark: str) -> LaidOut:
    return on_sheets(partial(lay_out, content), STYLES[Paper.A4][1:], mark)


FORM = Form(
    code=DAY_FORM,
    name=NAME,
    subject=Subject.DAY,
    content=DaySheetContent,
    layouts={Paper.A4: _on_sheets},
    series=DAY_SERIES,
    marks_reprints=False,
)
