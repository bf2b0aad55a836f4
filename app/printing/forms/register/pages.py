"""Mẫu 07, Sổ theo dõi hồ sơ (Mẫu 06 of the 2018 set): a year of it, or some days.

Its columns are those of Circular 01/2018/TT-VPCP; the layout of Circular 03/2025 was not seen. Each
volume begins on a page of its own with its number and the numbers it has room for, and counts its
pages from 1. *Ký nhận* is for the pen.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from app.answers.register import RegisterRow
from app.domain.forms.codes import REGISTER_FORM
from app.domain.forms.form_set import FormSet
from app.domain.register.period import Period
from app.domain.register.volumes import numbers_of, volume_of
from app.printing.form import Form, Subject
from app.printing.layout.corner import boxed
from app.printing.layout.fitting import LaidOut
from app.printing.layout.fonts import Face, width
from app.printing.layout.head import official_head
from app.printing.layout.labelled import labelled
from app.printing.layout.page import DESIGN_MARGIN, Flow, Mark, Words
from app.printing.layout.signatures import signatures
from app.printing.layout.styles import STYLES
from app.printing.layout.table import Align, Column, long_table
from app.printing.layout.times import long_date
from app.printing.layout.wrapping import Run
from app.printing.paper import Paper
from app.printing.register_content import RegisterContent
from app.wording.register import agency_words, due_words, note_words
from app.wording.terms import word_for

_DATES = "Ngày, tháng, năm"
COLUMNS = (
    Column("TT", 0.04, Align.CENTRE),
    Column("Mã hồ sơ", 0.09),
    Column("Tên TTHC", 0.135),
    Column("Số lượng hồ sơ (bộ)", 0.048, Align.CENTRE),
    Column("Tên cá nhân, tổ chức", 0.105),
    Column("Địa chỉ, số điện thoại", 0.12),
    Column("Cơ quan chủ trì giải quyết", 0.08),
    Column("Nhận hồ sơ", 0.063, Align.CENTRE, _DATES),
    Column("Hẹn trả kết quả", 0.063, Align.CENTRE, _DATES),
    Column("Trả kết quả", 0.063, Align.CENTRE, _DATES),
    Column("Phương thức nhận kết quả", 0.058, Align.CENTRE, _DATES),
    Column("Ký nhận", 0.055, Align.CENTRE, _DATES),
    Column("Ghi chú", 0.08),
)
_PORTRAIT = STYLES[Paper.A4][1]
STYLE = replace(
    _PORTRAIT,
    width=_PORTRAIT.height,
    height=_PORTRAIT.width,
    left=_PORTRAIT.top,
    right=_PORTRAIT.right,
    top=_PORTRAIT.right,
    bottom=_PORTRAIT.right,
    table=8.5,
)
"""A4 lying, bound along its left side."""


def pages(content: RegisterContent, rows: Iterable[RegisterRow]) -> Iterator[list[Mark]]:
    """The register's pages in `STYLE`, each as soon as it is full: any number of rows will do."""
    flow: Flow | None = None
    for (year, volume), entries in groupby(rows, _volume):
        if flow is not None:
            yield from flow.pages
        flow = _volume_begun(content, year, volume)
        yield from long_table(flow, COLUMNS, (_row(row, content) for row in entries))
    if flow is None:
        flow = _volume_begun(content, content.first.year, 1)
        flow.text([Run("Không có hồ sơ nào trong thời gian này.", Face.ITALIC)], flow.style.body)
    _end(flow, content)
    yield from flow.pages


def _volume(row: RegisterRow) -> tuple[int, int]:
    return row.day.year, volume_of(row.number)


def _volume_begun(content: RegisterContent, year: int, volume: int) -> Flow:
    """A volume's first page with the office's head, its number and the time it is of."""
    symbol = f"quyển {volume:02d}/{year}"
    flow = Flow(STYLE, lambda page: _running_head(symbol, page))
    body = flow.style.body
    official_head(
        flow,
        superior_body=content.superior_body,
        office=content.office,
        number="",
        place_and_date=f"{content.place or '…………'}, {long_date(content.day.isoformat())}",
    )
    first, last = numbers_of(volume)
    flow.space(0.3 * body)
    flow.centred([Run(FORM.name.upper(), Face.BOLD)], flow.style.title)
    words = f"{_time(content)} – {symbol} (từ số {first:02d} đến số {last})"
    flow.centred([Run(words)], body)
    flow.space(0.4 * body)
    return flow


def _running_head(symbol: str, page: int) -> Sequence[Mark]:
    """The page's number in the middle of the top margin, and whose page it is at the left."""
    base, size = STYLE.top - 4, STYLE.head
    number = str(page)
    middle = (STYLE.width - width(number, Face.REGULAR, size)) / 2
    name = f"{FORM.name}, {symbol}"
    return (
        Words(STYLE.left, base, Face.ITALIC, 9, name),
        Words(middle, base, Face.REGULAR, size, number),
    )


def _time(content: RegisterContent) -> str:
    period = Period(content.first, content.last)
    if period.whole_year:
        return f"Năm {period.whole_year}"
    if period.whole_month:
        return f"Tháng {period.whole_month:02d} năm {content.first.year}"
    return f"Từ ngày {content.first:%d/%m/%Y} đến ngày {content.last:%d/%m/%Y}"


def _row(row: RegisterRow, content: RegisterContent) -> Sequence[str]:
    return (
        f"{row.number:02d}",
        row.code,
        row.procedure,
        f"{row.sets:02d}",
        row.applicant,
        "\n".join(filter(None, (row.address, row.phone))),
        agency_words(row, content.superior_body or content.office),
        f"{row.received_at:%d/%m/%Y}",
        due_words(row),
        f"{row.returned_at:%d/%m/%Y}" if row.returned_at else "",
        word_for(row.return_by),
        "",
        note_words(row),
    )


def _end(flow: Flow, content: RegisterContent) -> None:
    """The sums and who signs, after the last number."""
    sums = content.sums
    flow.space(0.5 * flow.style.body)
    words = f"{sums.numbers} số; đã trả kết quả {sums.returned}"
    words += f"; từ chối, rút, dừng {sums.given_up}" if sums.given_up else ""
    labelled(flow, "Cộng:", words)
    signatures(flow, left=("NGƯỜI LẬP SỔ", content.officer), right=("NGƯỜI CÓ THẨM QUYỀN", ""))


def _on_sheets(content: RegisterContent, mark: str) -> LaidOut:
    corner = boxed(mark, right=STYLE.width - STYLE.right, top=DESIGN_MARGIN + 1)
    return LaidOut(STYLE, [[*page, *corner] for page in pages(content, content.rows)])


FORM = Form(
    code=REGISTER_FORM,
    name="Sổ theo dõi hồ sơ",
    subject=Subject.REGISTER,
    content=RegisterContent,
    layouts={Paper.A4: _on_sheets},
    sets=(FormSet.TT01_2018, FormSet.TT03_2025),
    marks_reprints=False,
)
