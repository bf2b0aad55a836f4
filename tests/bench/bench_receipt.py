"""The receipt's speed and size beside the same page drawn plainly with ReportLab's canvas.

The plain page is the same marks at the same places: it need not break lines or make codes, and
draws them as anyone would, `drawString` for each text, a rectangle for each bar. A second plain
page leaves codes to ReportLab's own bar code and QR drawing. Both take whole faces as they come
(the window's, since only cut ones of Tinos are shipped).
"""

import statistics
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache, partial
from importlib import resources
from io import BytesIO

from reportlab import rl_config
from reportlab.graphics import renderPDF
from reportlab.graphics.barcode import code128, qr
from reportlab.graphics.shapes import Drawing
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app.domain.clock import VIETNAM
from app.domain.forms.form_set import FormSet
from app.printing.codes.barcode import Code
from app.printing.content import PaperRow, ReceiptContent, minute_text, qr_text
from app.printing.forms import receipt_sheet
from app.printing.forms.receipt import FORM
from app.printing.forms.receipt_codes import codes_of
from app.printing.layout.fonts import Face
from app.printing.layout.page import CopyName, Mark, Rule, Style, Words
from app.printing.layout.styles import STYLES
from app.printing.paper import FIRST_PRINT, Copy, CopyMark, Paper
from tests.bench.measuring.table import Row, lines, ratio_row

RECEIVED = datetime(2026, 11, 23, 10, 15, tzinfo=VIETNAM)
DUE = datetime(2026, 11, 27, 10, 15, tzinfo=VIETNAM)
GIVEN = CopyMark(copies=(Copy.GIVEN,))
WHOLE_FACES = {Face.REGULAR: "Regular", Face.BOLD: "Bold", Face.ITALIC: "Medium"}


def run(rounds: int) -> list[Row]:
    """Measure each way `rounds` times in turn, print the medians, and compare."""
    _register_plain_faces()
    number = iter(range(1, 10_000))
    ways: dict[str, Callable[[], bytes]] = {
        "receipt, one copy": lambda: _ours(_content(next(number)), GIVEN),
        "receipt, both copies": lambda: _ours(_content(next(number)), FIRST_PRINT),
        "plain canvas, one copy": lambda: _plain(_content(next(number)), codes=_rectangles),
        "plain canvas, own codes": lambda: _plain(_content(next(number)), codes=_own_codes),
    }
    times: dict[str, list[float]] = {name: [] for name in [*ways, "100 in one file, a page"]}
    sizes: dict[str, int] = {}
    for nth in range(rounds + 1):
        for name, way in ways.items():
            took, pdf = _timed(way)
            sizes[name] = len(pdf)
            if nth:
                times[name].append(took)
        if nth:
            hundred = [_content(next(number)) for _ in range(100)]
            took, _ = _timed(partial(_in_one_file, hundred))
            times["100 in one file, a page"].append(took / 100)
    medians = {name: statistics.median(took) for name, took in times.items()}
    plain = medians["plain canvas, one copy"]
    for name, median in medians.items():
        size = f"{sizes[name] / 1024:5.1f} KiB" if name in sizes else ""
        print(f"  {name:26} {median:8.2f} ms  × {median / plain:5.2f}  {size}")
    compare = partial(ratio_row, unit="ms")
    biggest = max(sizes["receipt, one copy"], sizes["receipt, both copies"])
    return [
        compare("receipt PDF", medians["receipt, one copy"], plain, 0.6, beside="plain canvas"),
        compare(
            "receipt PDF, codes by ReportLab",
            medians["receipt, one copy"],
            medians["plain canvas, own codes"],
            0.6,
            beside="plain canvas with its own codes",
        ),
        compare(
            "receipts, 100 in one file, per page",
            medians["100 in one file, a page"],
            plain,
            1 / 3,
            beside="plain canvas",
        ),
        Row(
            what="receipt PDF, size with both copies",
            value=f"{biggest / 1024:.1f} KiB",
            goal="≤ 30 KiB",
            peer=f"plain canvas: {sizes['plain canvas, one copy'] / 1024:.1f} KiB",
            met=biggest <= 30 * 1024,
        ),
    ]


def _timed(way: Callable[[], bytes]) -> tuple[float, bytes]:
    begun = time.perf_counter()
    made = way()
    return (time.perf_counter() - begun) * 1000, made


def _content(number: int) -> ReceiptContent:
    """A receipt with six papers; the number changes both codes, so that nothing is remembered."""
    code = f"H37.99.1-261123-{number:04d}"
    papers = ("Tờ khai theo mẫu", "Giấy chứng nhận quyền sử dụng đất", "Hợp đồng chuyển nhượng")
    return ReceiptContent(
        form_set=FormSet.TT03_2025,
        superior_body="UBND xã Hội Hoan",
        office="Trung tâm Phục vụ hành chính công xã Hội Hoan",
        place="Hội Hoan",
        printed_on="2026-11-23",
        code=code,
        number=f"{number:04d}/TNHS",
        procedure_code="1.004873",
        procedure_name="Cấp Giấy xác nhận tình trạng hôn nhân",
        applicant_name="Hoàng Thị Ưng",
        identity_number="020190001234",
        address="Thôn Nà Kéo, xã Hội Hoan, tỉnh Lạng Sơn",
        phone="0912 345 678",
        documents=tuple(
            PaperRow(name=f"{paper} ({kind.lower()})", kind=kind, quantity=1)
            for paper in papers
            for kind in ("Bản chính", "Bản sao")
        ),
        limit_text="3 ngày làm việc",
        received_at=minute_text(RECEIVED),
        due_at=minute_text(DUE),
        officer="Nông Văn Quyết",
        qr_text=qr_text(
            code=code,
            procedure_code="1.004873",
            identity_number="",
            system_name="Hệ thống thông tin giải quyết thủ tục hành chính tỉnh Lạng Sơn",
            issued_at=RECEIVED,
            due_at=DUE,
        ),
    )


def _ours(content: ReceiptContent, copy: CopyMark) -> bytes:
    return FORM.draw([content], Paper.A4, copy).pdf


def _in_one_file(contents: Sequence[ReceiptContent]) -> bytes:
    return FORM.draw(contents, Paper.A4, GIVEN).pdf


def _register_plain_faces() -> None:
    fonts = resources.files("resources").joinpath("fonts")
    for face, name in WHOLE_FACES.items():
        file = BytesIO(fonts.joinpath(f"BeVietnamPro-{name}.ttf").read_bytes())
        pdfmetrics.registerFont(TTFont(f"plain-{face}", file))


def _plain(content: ReceiptContent, *, codes: Callable[..., None]) -> bytes:
    """The page `content` fills, its marks known beforehand, with ReportLab as it comes."""
    style, page = _marks()
    rl_config.useA85 = 1
    file = BytesIO()
    canvas = Canvas(file, pagesize=(style.width, style.height), pageCompression=1)
    for mark in page:
        match mark:
            case Words(x, y, face, size, text):
                canvas.setFont(f"plain-{face}", size)
                canvas.drawString(x, style.height - y, text)
            case CopyName(x, y, face, size):
                canvas.setFont(f"plain-{face}", size)
                canvas.drawCentredString(x, style.height - y, "(Liên: Giao người nộp)")
            case Rule(x, y, wide, high):
                canvas.rect(x, style.height - y - high, wide, high, stroke=0, fill=1)
            case Code():
                codes(canvas, mark, style.height, content)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


@cache
def _marks() -> tuple[Style, Sequence[Mark]]:
    """The layout of a receipt, made once: a gift to the plain page."""
    content = _content(1)
    codes = codes_of(content)
    for style in STYLES[Paper.A4]:
        pages = receipt_sheet.lay_out(content, codes, style)
        if len(pages) == 1:
            return style, pages[0]
    raise AssertionError("the receipt of the bench fits on one page")


def _rectangles(canvas: Canvas, mark: Code, height: float, _content: ReceiptContent) -> None:
    across, down = mark.width / mark.symbol.columns, mark.height / mark.symbol.rows
    numbers = mark.symbol.path.split()
    path = canvas.beginPath()
    for at in range(0, len(numbers), 5):
        x, y, wide = (int(number) for number in numbers[at : at + 3])
        path.rect(mark.x + x * across, height - mark.y - (y + 1) * down, wide * across, down)
    canvas.drawPath(path, stroke=0, fill=1)


def _own_codes(canvas: Canvas, mark: Code, height: float, content: ReceiptContent) -> None:
    bottom = height - mark.y - mark.height
    if mark.symbol.rows == 1:
        module = mark.width / mark.symbol.columns
        bars = code128.Code128(content.code, barWidth=module, barHeight=mark.height, quiet=0)
        bars.drawOn(canvas, mark.x, bottom)
        return
    size = {"barWidth": mark.width, "barHeight": mark.height}
    drawing = Drawing(mark.width, mark.height)
    drawing.add(qr.QrCodeWidget(content.qr_text, barLevel="M", barBorder=0, **size))
    renderPDF.draw(drawing, canvas, mark.x, bottom)


if __name__ == "__main__":
    print("\n".join(lines(run(15))))
