"""Sổ chứng thực: a month of a book, or its year as it is closed, to be printed and bound.

Columns after the books of Decree 23/2015/NĐ-CP as they are known to us; the annex itself was not
compared. Who signed stands nowhere in the records: its column is for the pen.
"""

from collections.abc import Sequence
from dataclasses import replace

from app.answers.certification import BookBlockState, BookPrint, BookRow
from app.domain.certification.books import Book
from app.domain.forms.codes import BOOK_FORM
from app.domain.money.fee import dong
from app.printing.book_content import BookContent
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

_TITLES = {
    Book.COPIES: "SỔ CHỨNG THỰC BẢN SAO TỪ BẢN CHÍNH",
    Book.SIGNATURES: "SỔ CHỨNG THỰC CHỮ KÝ, CHỨNG THỰC ĐIỂM CHỈ",
    Book.TRANSLATORS: "SỔ CHỨNG THỰC CHỮ KÝ NGƯỜI DỊCH",
    Book.TRANSACTIONS: "SỔ CHỨNG THỰC HỢP ĐỒNG, GIAO DỊCH",
}
_COLUMNS = (
    Column("Số chứng thực", 0.09, Align.CENTRE),
    Column("Ngày, tháng, năm", 0.1, Align.CENTRE),
    Column("Người yêu cầu chứng thực", 0.18),
    Column("Tên giấy tờ, văn bản", 0.25),
    Column("Người ký chứng thực", 0.12),
    Column("Số bản", 0.06, Align.CENTRE),
    Column("Phí (đồng)", 0.08, Align.RIGHT),
    Column("Ghi chú", 0.12),
)
_PORTRAIT = STYLES[Paper.A4][1]
_STYLE = replace(
    _PORTRAIT,
    width=_PORTRAIT.height,
    height=_PORTRAIT.width,
    left=_PORTRAIT.top,
    right=_PORTRAIT.right,
    top=_PORTRAIT.right,
    bottom=_PORTRAIT.right,
    table=11,
)
"""A4 lying, bound along its left side."""


def lay_out(content: BookContent, style: Style) -> list[list[Mark]]:
    """The pages of this part of the book."""
    printed = content.printed
    flow = Flow(style, lambda _: ())
    official_head(
        flow,
        superior_body=content.superior_body,
        office=content.office,
        number="",
        place_and_date=f"{content.place or '…………'}, {long_date(content.day.isoformat())}",
    )
    _title(flow, printed)
    if printed.rows:
        table(flow, _COLUMNS, [_row(row) for row in printed.rows])
    else:
        flow.text([Run("Không có số nào trong thời gian này.", Face.ITALIC)], style.body)
    flow.space(0.5 * style.body)
    _sums(flow, printed)
    for state in printed.blocks:
        labelled(flow, *_block_words(state, printed, content.station))
    left_out = "; ".join(map(str, printed.left_out))
    labelled(flow, "Số bỏ qua khi khôi phục dữ liệu:", left_out)
    _closing(flow, printed)
    closer = printed.closing.officer if printed.closing else ""
    signatures(flow, left=("NGƯỜI IN SỔ", closer), right=("NGƯỜI CÓ THẨM QUYỀN", ""))
    return flow.pages


def _title(flow: Flow, printed: BookPrint) -> None:
    style = flow.style
    month = f"Tháng {printed.month:02d} năm {printed.year}" if printed.month else ""
    whole = f"Cả năm {printed.year}{' (khóa sổ)' if printed.closing else ''}"
    volumes = dict.fromkeys(f"{row.number.volume:02d}" for row in printed.rows)
    symbol = f"quyển số {', '.join(volumes) or '01'}/{printed.year}-{printed.book}"
    flow.space(0.5 * style.body)
    flow.centred([Run(_TITLES[printed.book], Face.BOLD)], style.title)
    flow.centred([Run(f"{month or whole} – {symbol}")], style.body)
    flow.space(0.4 * style.body)


def _row(row: BookRow) -> Sequence[str]:
    volume = f" (quyển {row.number.volume})" if row.number.station else ""
    note = f"Không thực hiện; {row.code}" if row.is_not_done else row.code
    return (
        f"{row.number.number:02d}{volume}",
        f"{row.received_at:%d/%m/%Y}",
        row.applicant,
        row.name,
        "",
        f"{row.copies:02d}",
        figures(row.amount),
        note,
    )


def _sums(flow: Flow, printed: BookPrint) -> None:
    done = [row for row in printed.rows if not row.is_not_done]
    given_up = len(printed.rows) - len(done)
    words = f"{len(printed.rows)} số, {sum(row.copies for row in done)} bản"
    words += f"; không thực hiện {given_up} số" if given_up else ""
    labelled(flow, "Cộng:", f"{words}; phí theo biểu {dong(sum(row.amount for row in done))}")


def _block_words(state: BookBlockState, printed: BookPrint, station: int) -> tuple[str, str]:
    if state.is_endless:
        following = state.open[-1].first if state.open else 0
        words = f"đã cấp {state.entries} số; số tiếp theo {following:02d}"
        skipped = "; ".join(map(str, state.unused(station)))
        return "Dãy số của cơ quan:", words + (f"; còn trống: {skipped}" if skipped else "")
    head = f"Khối số {state.block.span}, quầy {state.block.station}:"
    if state.is_elsewhere(station):
        return head, f"theo bản in của quầy {state.block.station}"
    word = "không dùng" if printed.closing else "còn trống"
    spans = "; ".join(map(str, state.open)) or "không có"
    return head, f"đã cấp {state.entries} số; {word}: {spans}"


def _closing(flow: Flow, printed: BookPrint) -> None:
    closing = printed.closing
    if closing is None:
        return
    words = f"{closing.at:%H:%M, %d/%m/%Y}; tổng cộng {closing.entries} số đã vào sổ"
    labelled(flow, "Khóa sổ lúc:", words)
    labelled(flow, "Số không dùng:", closing.unused or "không có")


def _on_sheets(content: BookContent, mark: str) -> LaidOut:
    return on_sheets(lambda style: lay_out(content, style), (_STYLE,), mark)


FORM = Form(
    code=BOOK_FORM,
    name="Sổ chứng thực",
    subject=Subject.BOOK,
    content=BookContent,
    layouts={Paper.A4: _on_sheets},
    marks_reprints=False,
)
