"""The receipt as it is often made first: a Word file filled in, made a PDF by LibreOffice.

The file is the least Word accepts, written by hand: head, title, a paragraph for each field, a
table of the papers, bar code and QR as pictures; both copies, each on a page of its own, as the
form has them. One conversion a citizen, by a LibreOffice that starts each time, with a profile of
its own so that no other office on the machine answers in its place.
"""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import zxingcpp
from PIL import Image

_HEAD = (
    "UBND XÃ HOÀNG VĂN THỤ", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
    "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
)  # fmt: skip
_FIELDS = (
    "Người nộp: Hoàng Thị Mẩy", "Số định danh: 020185001234", "Điện thoại: 0912 345 678",
    "Địa chỉ: Thôn Bản Loỏng, xã Hoàng Văn Thụ, tỉnh Lạng Sơn",
    "Thủ tục: Cấp Giấy xác nhận tình trạng hôn nhân", "Lĩnh vực: Hộ tịch",
    "Cơ quan giải quyết: UBND xã Hoàng Văn Thụ", "Thời hạn: 3 ngày làm việc",
    "Tiếp nhận lúc: 10 giờ 15 phút, ngày 23/11/2026",
    "Hẹn trả lúc: 10 giờ 15 phút, ngày 27/11/2026", "Lệ phí: Miễn phí",
)  # fmt: skip
_COLUMNS = ("STT", "Tên giấy tờ", "Hình thức", "Số bản")
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{_RELATIONS}"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
    ),
    "word/_rels/document.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="bars" Type="{_OFFICE}/image" Target="bars.png"/>'
        f'<Relationship Id="qr" Type="{_OFFICE}/image" Target="qr.png"/></Relationships>'
    ),
}
_CODES = {
    "bars": (zxingcpp.BarcodeFormat.Code128, 180, 36),
    "qr": (zxingcpp.BarcodeFormat.QRCode, 72, 72),
}
"""Pictures by the name of their file, with width and height on paper in points."""
_COPIES = ("Liên 1: Lưu tại bộ phận một cửa", "Liên 2: Giao cho người nộp hồ sơ")
_EMU = 12_700
"""Units of a drawing in a point."""


class WordReceipts:
    """Receipts by LibreOffice; `is_there` False where this machine has none that converts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "word"
        self._folder.mkdir(exist_ok=True)
        self._program = shutil.which("soffice") or shutil.which("libreoffice")
        self.is_there = self._program is not None and self._converts()

    def pdf(self, code: str, papers: Sequence[str]) -> bytes:
        """The receipt of dossier `code`.

        Raises:
            CalledProcessError, FileNotFoundError: LibreOffice failed, or wrote nothing.
        """
        source = self._folder / f"{code}.docx"
        write_docx(source, code, papers)
        profile = (self._folder / "profile").absolute().as_uri()
        command = [
            str(self._program), f"-env:UserInstallation={profile}", "--headless",
            "--convert-to", "pdf", "--outdir", str(self._folder), str(source),
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True)
        return source.with_suffix(".pdf").read_bytes()

    def _converts(self) -> bool:
        """Whether it turns a Word file into a PDF: an office without its Writer does not."""
        try:
            return self.pdf("thu", ("Tờ khai",)).startswith(b"%PDF")
        except (OSError, subprocess.CalledProcessError):
            return False


def write_docx(file: Path, code: str, papers: Sequence[str]) -> None:
    """Write the receipt of dossier `code` as a Word file."""
    rows = [_COLUMNS, *((str(n), name, "Bản chính", "1") for n, name in enumerate(papers, 1))]
    table = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in rows)
    said = [_paragraph(text) for text in (*_HEAD, f"Mã hồ sơ: {code}", *_FIELDS)]
    said.append(f"<w:tbl><w:tblPr/><w:tblGrid/>{table}</w:tbl>")
    said += [_paragraph("NGƯỜI NỘP HỒ SƠ"), _paragraph("NGƯỜI TIẾP NHẬN HỒ SƠ")]
    copies = _PAGE_BREAK.join(
        "".join([_paragraph(copy), *map(_picture, _CODES), *said]) for copy in _COPIES
    )
    body = f'<w:document xmlns:w="{_WORD}"><w:body>{copies}</w:body></w:document>'
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in {**_PARTS, "word/document.xml": body}.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{part}')
        for name, (kind, _, _) in _CODES.items():
            archive.writestr(f"word/{name}.png", _png(code, kind))


def _png(text: str, kind: zxingcpp.BarcodeFormat) -> bytes:
    """`text` as a picture of a bar code or QR code."""
    file = io.BytesIO()
    made = zxingcpp.create_barcode(text, kind)
    Image.fromarray(made.to_image(scale=4)).save(file, "PNG")
    return file.getvalue()


_PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def _picture(name: str) -> str:
    """A paragraph that shows one of the pictures of `_CODES`."""
    _, wide, high = _CODES[name]
    size = f'cx="{wide * _EMU}" cy="{high * _EMU}"'
    return (
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing">'
        f'<wp:extent {size}/><wp:docPr id="1" name="{name}"/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="{name}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{name}" xmlns:r="{_OFFICE}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></w:r></w:p>"
    )


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def _cell(text: str) -> str:
    return f"<w:tc>{_paragraph(text)}</w:tc>"
