"""The receipt as it is often made first: a Word file filled in, made a PDF by LibreOffice.

The file is the least Word accepts, written by hand: head, title, a paragraph for each field and a
table of the papers. Bar code and QR, which such a program would paste as pictures, are left out:
a gift to it. One conversion a citizen, by a LibreOffice that starts each time, with a profile of
its own so that no other office on the machine answers in its place.
"""

import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

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
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{_RELATIONS}"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
    ),
}


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
    body = f'<w:document xmlns:w="{_WORD}"><w:body>{"".join(said)}</w:body></w:document>'
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in {**_PARTS, "word/document.xml": body}.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{part}')


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def _cell(text: str) -> str:
    return f"<w:tc>{_paragraph(text)}</w:tc>"
