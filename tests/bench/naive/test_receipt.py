"""The Word leg of the bench: its file is a document, and a machine without LibreOffice says so."""

import io
import zipfile
from xml.etree import ElementTree

import zxingcpp
from PIL import Image

from tests.bench.naive.receipt import WordReceipts, write_docx

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_each_copy_in_the_word_file_holds_the_code_its_pictures_and_a_row_for_each_paper(tmp_path):
    file = tmp_path / "receipt.docx"
    write_docx(file, "H37-0000001", ("Tờ khai", "Giấy chứng nhận & bản đồ"))
    with zipfile.ZipFile(file) as archive:
        for part in ("[Content_Types].xml", "_rels/.rels"):
            ElementTree.fromstring(archive.read(part))
        document = ElementTree.fromstring(archive.read("word/document.xml"))
        bars, qr = (
            zxingcpp.read_barcodes(Image.open(io.BytesIO(archive.read(f"word/{name}.png"))))
            for name in ("bars", "qr")
        )
    assert bars[0].text == qr[0].text == "H37-0000001"
    assert len(list(document.iter(f"{WORD}drawing"))) == 4
    texts = [text.text for text in document.iter(f"{WORD}t")]
    assert texts.count("Mã hồ sơ: H37-0000001") == 2
    assert "Giấy chứng nhận & bản đồ" in texts
    assert len(list(document.iter(f"{WORD}tr"))) == 6


def test_a_machine_without_libreoffice_leaves_the_leg_out(tmp_path, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda _name: None)
    assert not WordReceipts(tmp_path).is_there
