"""Both codes are read back by a scanner's eyes from the resolutions printers have."""

from dataclasses import replace

import pytest
import zxingcpp

from app.printing.codes.barcode import code128, qr
from app.printing.paper import CopyMark, Paper
from app.printing.preview import PageImage, page_images
from tests.printing.rendering import render_receipt
from tests.printing.scanned import OURS, picture

CODES = [
    "H37.99.1-261123-0001",
    "H26.12.34-261123-0012",
    "H37.DN01.0001.AB12-261123-999999",
    "G09.20-20260609-0092637",
    "26112300012345",
]


def _scanned(image: PageImage) -> list[tuple[str, str]]:
    """Kind and text of each code; one that is found twice within ten pixels counts once."""
    found = {
        (str(code.format), code.text, round(code.position.top_left.x, -1))
        for code in zxingcpp.read_barcodes(picture(image), OURS)
    }
    return sorted((kind, text) for kind, text, _ in found)


def _expected(content, times):
    return sorted([("Code 128", content.code), ("QR Code", content.qr_text)] * times)


@pytest.mark.parametrize("dpi", [203, 300, 600])
@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5, Paper.A4X2])
@pytest.mark.parametrize("which", ["ordinary", "longest"])
def test_every_copy_can_be_scanned(which, paper, dpi, request):
    content = request.getfixturevalue(which)
    pages = page_images(render_receipt(content, paper, CopyMark(reprint=1)), dpi)
    beside = 2 if paper is Paper.A4X2 else 1
    head, later = _expected(content, beside), [("QR Code", content.code)] * beside
    copy = [head] + [later] * (len(pages) * beside // 2 - 1)
    assert [_scanned(page) for page in pages] == copy * (2 // beside)


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("code", CODES)
def test_every_form_of_code_fits_and_scans_on_the_smallest_paper(ordinary, code, dpi):
    content = replace(ordinary, code=code)
    first, *_ = page_images(render_receipt(content, Paper.A4X2), dpi)
    assert _scanned(first) == _expected(content, 2)


@pytest.mark.parametrize("dpi", [203, 300])
def test_the_longest_qr_text_still_scans(ordinary, dpi):
    text = ordinary.qr_text + "|" + "Hệ thống " * 20
    content = replace(ordinary, qr_text=text.strip())
    for image in page_images(render_receipt(content, Paper.A5), dpi):
        assert _scanned(image) == _expected(content, 1)


def test_a_receipt_without_qr_still_has_its_bar_code(ordinary):
    content = replace(ordinary, qr_text="")
    for image in page_images(render_receipt(content, Paper.A5), 203):
        assert _scanned(image) == [("Code 128", content.code)]


def test_bars_are_whole_modules_and_nothing_else():
    symbol = code128("26112300012345")
    assert (symbol.columns, symbol.rows) == (112, 1)
    assert set(symbol.path) <= set("0123456789 re")
    starts = [int(part) for part in symbol.path.split()[::5]]
    assert starts[0] == 0
    assert starts == sorted(starts)


def test_a_qr_code_is_square_and_begins_with_its_finder():
    symbol = qr("H37.99.1-261123-0001")
    assert symbol.columns == symbol.rows
    assert symbol.path.startswith("0 0 7 1 re ")
