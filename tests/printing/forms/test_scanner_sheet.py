"""The set-up sheet of a scanner: one page whose codes are ours and are read as they are printed."""

from datetime import date

import pytest
import zxingcpp

from app.domain.scanning.code import read_scan
from app.domain.scanning.scanned import CardScan, DossierScan, LabelScan
from app.printing.form import NO_CONTENT
from app.printing.forms.scanner_sheet import CARD, FORM, LABEL, SLIP
from app.printing.preview import page_images
from tests.printing.scanned import OURS, picture

TODAY = date(2026, 11, 26)


def scanner_sheet() -> bytes:
    return FORM.render(NO_CONTENT, paper="a4", copy_number=1).pdf


@pytest.mark.parametrize("dpi", [203, 300])
def test_all_four_codes_are_read_from_one_page(dpi):
    (page,) = page_images(scanner_sheet(), dpi)
    found = sorted(
        (str(code.format), code.text) for code in zxingcpp.read_barcodes(picture(page), OURS)
    )
    code = SLIP.partition("|")[0]
    assert found == sorted(
        [("Code 128", LABEL), ("Code 128", code), ("QR Code", SLIP), ("QR Code", CARD)]
    )


def test_each_is_a_code_of_ours_and_the_card_is_nobodys():
    assert isinstance(read_scan(LABEL, TODAY), LabelScan)
    assert isinstance(read_scan(SLIP, TODAY), DossierScan)
    card = read_scan(CARD, TODAY)
    assert isinstance(card, CardScan)
    assert card.full_name.value == "Đặng Thị Thử Ướm"
    assert card.personal_id.value.startswith("000")


def test_the_sheet_names_enter_the_input_method_the_prefix_and_the_encoding(read):
    words = " ".join(read(scanner_sheet()))
    for part in ("phím Enter", "Ctrl+Shift", "COM", "Prefix", "UTF-8", "Thử máy quét"):
        assert part in words


def test_the_same_sheet_is_the_same_bytes():
    assert scanner_sheet() == scanner_sheet()
