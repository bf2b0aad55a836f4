"""Of five hundred invented slips at least 995 in a thousand are found by scanning them.

A slip is found when one of its codes gives the text it was made from, and none gives another. All
five hundred are scanned with --deep; every eighth in each run.
"""

import random
from dataclasses import replace

import pytest
from PIL import Image

from app.printing.codes.barcode import Code, code128
from app.printing.codes.dots import DOT
from app.printing.forms import receipt_sheet
from app.printing.forms.receipt_codes import codes_of
from app.printing.layout.styles import STYLES
from app.printing.paper import Paper
from tests.printing.codes import corpus

NEEDED = 0.995
SOME = range(0, corpus.WHOLE, 8)
ALL = pytest.param(
    range(corpus.WHOLE), marks=[pytest.mark.deep, pytest.mark.timeout(1_200)], id="all"
)


@pytest.mark.parametrize("numbers", [pytest.param(SOME, id="every eighth"), ALL])
def test_every_code_printed_at_203_dpi_is_read_blurred_and_askew(takes_minutes, numbers):
    unread = [
        (nth, text)
        for nth in numbers
        for slip in [corpus.slip(nth)]
        for text in slip.texts - corpus.read(corpus.held_under_a_scanner(slip, random.Random(nth)))
    ]
    assert unread == []


@pytest.mark.parametrize("numbers", [pytest.param(SOME, id="every eighth"), ALL])
def test_slips_scanned_at_150_dpi_are_found(takes_minutes, numbers):
    found = 0
    for nth in numbers:
        slip = corpus.slip(nth)
        read = corpus.read(corpus.scanned_at_150(slip, random.Random(nth)))
        assert read <= slip.texts, f"slip {nth} was taken for another"
        found += bool(read)
    assert found / len(numbers) >= NEEDED


def test_slips_of_the_corpus_differ_and_are_the_same_in_every_run():
    assert corpus.slip(3) == corpus.slip(3)
    assert len({corpus.slip(nth).pdf for nth in range(20)}) == 20
    assert {corpus.slip(nth).paper for nth in range(20)} == set(Paper)


def test_this_reading_sees_when_a_picture_has_no_code():
    assert corpus.read(Image.new("L", (400, 240), 255)) == set()


@pytest.mark.parametrize("style", [STYLES[Paper.A4][0], STYLES[Paper.A5][0]], ids=["A4", "A5"])
@pytest.mark.parametrize("which", ["ordinary", "longest"])
def test_modules_on_sheets_are_a_whole_number_of_printer_dots(which, style, request):
    content = request.getfixturevalue(which)
    pages = receipt_sheet.lay_out(content, codes_of(content), style)
    codes = [mark for mark in pages[0] if isinstance(mark, Code)]
    assert len(codes) == 2
    for code in codes:
        dots = code.width / code.symbol.columns / DOT
        assert dots == pytest.approx(round(dots))
        assert dots >= 2


def test_a_code_no_sheet_can_hold_gives_way_to_fourteen_digits(ordinary):
    code = "G22.99.1-AB.CD-20261123-0000001234-EFGHIJKL-000000001234"
    content = replace(ordinary, code=code)
    style = STYLES[Paper.A5][0]
    assert code128(code).columns > 374
    (page, *_) = receipt_sheet.lay_out(content, codes_of(content), style)
    bars = next(m for m in page if isinstance(m, Code) and m.symbol.rows == 1)
    assert bars.symbol == code128("26112300000179")
