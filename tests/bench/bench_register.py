"""The register of dossiers beside the bare work it cannot do without.

As paper: the same lines of text at the same places, drawn as anyone would with ReportLab's canvas,
`drawString` for each; it need not read the records, break lines, draw rules or number pages. As
sheet: the same values given to openpyxl's write-only mode as they are, without kinds or widths. And
how much more memory ten times the rows take.
"""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app.domain.actor import Actor
from app.domain.register.period import Period
from app.exchange.target import Kind, Target
from app.printing.forms import register as form
from app.printing.layout.fonts import Face, font_file
from app.printing.layout.page import Words
from app.printing.register_content import RegisterContent
from app.usecases.queries import register
from db.stores.register import entries
from tests.bench.measuring.places import SMALL, Places
from tests.bench.measuring.table import Row, limit_row, ratio_row
from tests.bench.measuring.turns import child, in_turn, medians, show

ROWS, QUICK_ROWS = 20_000, 2_000
LAN = Actor("Hoàng Thị Lan")
MOST_ROUNDS = 3
"""A turn takes a quarter of a minute and more."""


def run(places: Places) -> list[Row]:
    """Paper and sheet, each beside its floor, in turn."""
    folder = places.copy(SMALL, "register")
    desk = places.desk(folder)
    count = QUICK_ROWS if places.is_quick else ROWS
    period = period_of(desk, count)
    with desk.records.read() as connection:
        rows = list(entries.rows(connection, period))
        content = _content(period, entries.sums(connection, period))
    lines = [
        [mark for mark in page if isinstance(mark, Words)] for page in form.pages(content, rows)
    ]
    cells = [register._cells(row, "UBND xã Mẫu") for row in rows]
    cells = [[_naive(one) for one in row] for row in cells]
    target = places.folder

    def written(name: str, kind: Kind) -> Callable[[], object]:
        file = Target(target / name, kind, folder, replaces=True)
        return lambda: register.write_register(desk, LAN, period, file)

    ways = {
        "plain canvas": lambda: _plain(lines),
        "register, PDF": written("register.pdf", Kind.PDF),
        "openpyxl write-only": lambda: _bare_sheet(cells, target / "bare.xlsx"),
        "register, XLSX": written("register.xlsx", Kind.XLSX),
    }
    times = in_turn(ways, min(places.rounds, MOST_ROUNDS))
    show(times)
    middle = medians(times)
    few, many = (_memory(places, folder, number) for number in (count // 10, count))
    return [
        ratio_row(
            f"register of {len(rows):,}, PDF", middle["register, PDF"], middle["plain canvas"], 1.5,
            unit="ms", beside="plain canvas text of the same lines",
        ),
        ratio_row(
            f"register of {len(rows):,}, XLSX", middle["register, XLSX"],
            middle["openpyxl write-only"], 1.3, unit="ms", beside="openpyxl's write-only floor",
        ),
        limit_row(
            f"register of {len(rows):,}, memory beyond {count // 10:,}", many - few, 10, unit="MB",
            peer=f"{few:.0f} MB, then {many:.0f} MB",
        ),
    ]  # fmt: skip


def _naive(one):
    return one.replace(tzinfo=None) if hasattr(one, "tzinfo") else one


def period_of(desk, count: int) -> Period:
    """The newest days that hold about so many dossiers."""
    with desk.records.read() as connection:
        days = connection.exec_driver_sql(
            "SELECT day, count(*) FROM dossier GROUP BY day ORDER BY day DESC"
        ).all()
    found, first = 0, days[0][0]
    for day, number in days:
        if found >= count:
            break
        found, first = found + number, day
    return Period(date.fromisoformat(first), date.fromisoformat(days[0][0]))


def _content(period: Period, sums) -> RegisterContent:
    return RegisterContent(
        superior_body="Ủy ban nhân dân xã Mẫu", office="Trung tâm Phục vụ hành chính công",
        place="Mẫu", day=period.last, first=period.first, last=period.last,
        officer="Hoàng Thị Lan", sums=sums,
    )  # fmt: skip


def _plain(pages) -> bytes:
    for face in Face:
        if f"plain-{face}" not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(f"plain-{face}", BytesIO(font_file(face))))
    out = BytesIO()
    canvas = Canvas(out, pagesize=(form.STYLE.width, form.STYLE.height), pageCompression=1)
    for page in pages:
        for mark in page:
            canvas.setFont(f"plain-{mark.face}", mark.size)
            canvas.drawString(mark.x, form.STYLE.height - mark.y, mark.text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _bare_sheet(rows, file: Path) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")
    for row in rows:
        sheet.append(row)
    book.save(file)


def _memory(places: Places, folder: Path, count: int) -> float:
    said = child("tests.bench.register_child", str(folder), str(count),
                 environment=places.environment())  # fmt: skip
    return float(said.split()[-1])
