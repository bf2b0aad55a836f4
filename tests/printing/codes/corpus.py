"""Five hundred invented slips, and what becomes of them under a printer, a hand and a scanner."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import pypdfium2
import zxingcpp
from PIL import Image, ImageFilter

from app.domain.clock import VIETNAM
from app.domain.dossier.identity import IdKind
from app.domain.dossier.numbering import format_code
from app.domain.forms.form_set import FormSet
from app.printing.codes.barcode import code128
from app.printing.codes.dots import ROLL_PRINTED
from app.printing.content import PaperRow, ReceiptContent, minute_text, qr_text
from app.printing.forms.label_digits import digits_of
from app.printing.paper import CopyMark, Paper
from tests.printing.rendering import render_receipt

WHOLE = 500
_AGENCIES = ("H37.99.1", "H26.12.34", "H37.101", "000.00.99.H37", "H37.DN01.0001.AB12")
_FAMILY = ("Nguyễn", "Hoàng", "Nông", "Lý", "Triệu", "Đặng", "Sùng", "Ưng")
_MIDDLE = ("Thị", "Văn", "A", "Hoàng Phương", "Minh", "Thị Ngọc Bảo")
_GIVEN = ("Mẩy", "Páo", "Thảo", "Quyết", "Ưng", "Ỷ", "Đức", "Hà")
_PROCEDURES = (
    ("1.004873", "Cấp Giấy xác nhận tình trạng hôn nhân"),
    ("1.001193", "Đăng ký khai sinh"),
    (
        "1.012783",
        "Đăng ký biến động quyền sử dụng đất trong các trường hợp chuyển nhượng, tặng cho",
    ),
)
_SYSTEMS = ("Phần mềm Một Cửa", "Hệ thống thông tin giải quyết thủ tục hành chính tỉnh Lạng Sơn")
_FROM = datetime(2026, 1, 5, 7, 30, tzinfo=VIETNAM)


@dataclass(frozen=True, slots=True)
class Slip:
    """One print, and the texts its codes must give."""

    paper: Paper
    pdf: bytes
    texts: frozenset[str]


def slip(nth: int) -> Slip:
    """The slip of this number, the same in every run."""
    dice = random.Random(nth)
    paper = list(Paper)[nth % len(Paper)]
    content = _content(dice)
    pdf = render_receipt(content, paper, CopyMark(reprint=dice.choice((0, 0, 0, 1, 12))))
    return Slip(paper, pdf, frozenset(_texts(content, paper)))


def _texts(content: ReceiptContent, paper: Paper) -> Iterator[str]:
    if paper is Paper.LABEL:
        yield digits_of(content)
        return
    yield content.qr_text
    is_wide = paper is Paper.ROLL_80MM and code128(content.code).columns * 2 > ROLL_PRINTED
    yield digits_of(content) if is_wide else content.code


def _content(dice: random.Random) -> ReceiptContent:
    received = _FROM + timedelta(minutes=dice.randrange(520_000))
    due = received + timedelta(days=dice.randrange(1, 60))
    number = dice.randrange(1, 10_000)
    code = format_code("{agency}-{yyMMdd}-{NNNN}", dice.choice(_AGENCIES), received.date(), number)
    procedure, name = dice.choice(_PROCEDURES)
    identity = f"0{dice.randrange(10**10, 10**11)}"
    return ReceiptContent(
        form_set=dice.choice(list(FormSet)),
        superior_body="UBND tỉnh Lạng Sơn",
        office="Ủy ban nhân dân xã Mẫu Sơn",
        desk="Trung tâm Phục vụ hành chính công",
        place="Mẫu Sơn",
        printed_on=received.date().isoformat(),
        number=f"{number:04d}/TNHS",
        code=code,
        is_provisional=dice.random() < 0.7,
        procedure_code=procedure,
        procedure_name=name,
        applicant_name=" ".join(map(dice.choice, (_FAMILY, _MIDDLE, _GIVEN))),
        identity_kind=IdKind.PERSONAL_ID,
        identity_number=identity,
        documents=tuple(
            PaperRow(name=f"Giấy tờ số {n}", kind="Bản sao", quantity=1)
            for n in range(dice.randrange(26))
        ),
        received_at=minute_text(received),
        due_at=minute_text(due),
        officer="Nông Văn Quyết",
        qr_text=qr_text(
            code=code,
            procedure_code=procedure,
            identity_number=identity,
            system_name=dice.choice(_SYSTEMS),
            issued_at=received,
            due_at=due,
            with_identity=dice.random() < 0.5,
        ),
    )


def held_under_a_scanner(made: Slip, dice: random.Random) -> Image.Image:
    """Printed as dots at 203 dpi, a little out of focus and askew."""
    dots = _drawn(made, 203).point(lambda level: 255 * (level >= 128))
    return _askew(dots, dice).filter(ImageFilter.GaussianBlur(dice.uniform(0.4, 0.9)))


def scanned_at_150(made: Slip, dice: random.Random) -> Image.Image:
    """Printed sharp, laid on a flatbed not quite straight, scanned at 150 dpi."""
    laid = _askew(_drawn(made, 300), dice)
    seen = laid.resize((laid.width // 2, laid.height // 2), Image.Resampling.BOX)
    return seen.filter(ImageFilter.GaussianBlur(dice.uniform(0.2, 0.5)))


def read(image: Image.Image) -> set[str]:
    kinds = [zxingcpp.BarcodeFormat.Code128, zxingcpp.BarcodeFormat.QRCode]
    return {code.text for code in zxingcpp.read_barcodes(image, kinds)}


def _askew(image: Image.Image, dice: random.Random) -> Image.Image:
    angle = dice.uniform(-2.5, 2.5)
    return image.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def _drawn(made: Slip, dpi: float) -> Image.Image:
    """The part of the first page where the codes stand; a page's lower half has none."""
    document = pypdfium2.PdfDocument(made.pdf)
    page = document[0]
    width, height = page.get_size()
    below = 0 if made.paper is Paper.LABEL else max(0, height - 330)
    across = width / 2 if made.paper is Paper.A4X2 else 0
    drawn = page.render(scale=dpi / 72, grayscale=True, crop=(0, below, across, 0))
    image = drawn.to_pil().convert("L")
    drawn.close()
    page.close()
    document.close()
    return image
