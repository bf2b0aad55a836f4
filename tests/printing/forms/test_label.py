"""The 50 x 30 mm label for the dossier's cover."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.dossier.identity import IdKind
from app.domain.dossier.numbering import label_digits, parse_label
from app.printing.forms.label_digits import digits_of
from app.printing.paper import CopyMark, Paper
from app.printing.preview import page_images
from tests.printing.rendering import render_receipt
from tests.printing.scanned import codes, picture


def _label(content, reprint=0):
    return render_receipt(content, Paper.LABEL, CopyMark(reprint=reprint))


def test_the_label_says_whose_dossier_it_is_and_carries_its_digits(ordinary, read):
    (page,) = read(_label(ordinary))
    for part in (
        "H37.99.1-261123-0001",
        "Hoàng Thị Ưng",
        "Cấp Giấy xác nhận tình trạng hôn nhân",
        "261123 000001 79",
    ):
        assert part in page
    (image,) = page_images(_label(ordinary), 203)
    assert (image.width, image.height) == (400, 240)
    scanned = codes(picture(image))
    assert scanned["Code 128"] == scanned["QR Code"]
    assert parse_label(scanned["QR Code"]) == (date(2026, 11, 23), 1)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Nguyễn Hoàng Phương Thảo", "Nguyễn Hoàng Phương Thảo"),
        ("Tôn Nữ Nguyễn Hoàng Phương Thảo Nguyên", "T. N. N. H. P. Thảo Nguyên"),
        (
            "Ê\u0306ban Ƀlô Niê Kdăm Mlô Duôn Du H'Mlê\u0306o",
            "Ê\u0306. Ƀ. N. K. M. D. Du H'Mlê\u0306o",
        ),
    ],
)
def test_a_long_name_keeps_the_given_name(ordinary, read, name, shown):
    (page,) = read(_label(replace(ordinary, applicant_name=name)))
    assert shown in page


def test_a_household_is_named_with_its_owner_over_two_lines(ordinary, read):
    household = replace(
        ordinary,
        applicant_name="Hộ kinh doanh Tạp hóa Thào Seo Lử",
        identity_kind=IdKind.TAX_CODE,
        procedure_name="Đăng ký thành lập hộ kinh doanh",
    )
    (page,) = read(_label(household))
    assert "Thào Seo Lử" in page
    assert "Đăng ký thành lập hộ kinh doanh" in page
    scanned = codes(picture(page_images(_label(household), 203)[0]))
    assert scanned["Code 128"] == scanned["QR Code"]


def test_the_label_of_an_official_code_is_still_that_of_our_number(ordinary):
    ours = label_digits(date(2026, 11, 23), 42)
    official = replace(ordinary, code="H37.99.1-261201-0777", label=ours)
    assert digits_of(official) == ours


def test_content_without_a_label_is_read_from_its_code(ordinary):
    assert digits_of(replace(ordinary, label="")) == label_digits(date(2026, 11, 23), 1)
    assert digits_of(replace(ordinary, label="", code="không rõ")) == ""


def test_the_longest_names_stay_on_the_label_and_it_is_still_read(longest, read):
    (page,) = read(_label(longest, reprint=12))
    assert "Bản in lại lần 12" in page
    assert "…" in page
    (image,) = page_images(_label(longest), 203)
    assert set(codes(picture(image)).values()) == {"26112300000179"}


def test_a_preview_has_no_bars(ordinary):
    (image,) = page_images(_label(replace(ordinary, code="")), 203)
    assert codes(picture(image)) == {}
