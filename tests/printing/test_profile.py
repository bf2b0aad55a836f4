"""Profiles: which printer, tray, way and offsets a paper is printed by, and the ruler page."""

import pypdfium2
import pytest

from app.printing.layout.ruler import SIZES, ruler_page
from app.printing.paper import Paper
from app.printing.preview import page_images
from app.printing.profile import Kind, PrintProfile, Tray, Way, kind_of, offset_text, profile_for
from app.settings import InvalidSetting, Settings, change
from tests.printing.scanned import picture


def _settings(**values):
    settings = Settings()
    for key, value in values.items():
        settings = change(settings, key, value)
    return settings


def test_sheets_slips_and_labels_have_their_own_profiles():
    settings = _settings(
        printer="HP",
        print_tray="lower",
        print_copies="2",
        print_duplex="có",
        print_x="0,5",
        print_y="-1.5",
        slip_printer="XP-80C",
        slip_way="escpos",
        slip_device="/dev/usb/lp0",
        slip_copies="3",
        slip_y="2",
        label_printer="XP-365B",
        label_x="1",
    )
    for paper in (Paper.A4, Paper.A5, Paper.A4X2):
        assert profile_for(settings, paper) == PrintProfile(
            Kind.SHEET, "HP", Tray.LOWER, 2, True, 0.5, -1.5
        )
    assert profile_for(settings, "80mm") == PrintProfile(
        Kind.SLIP, "XP-80C", copies=3, down_mm=2, way=Way.ESCPOS, device="/dev/usb/lp0"
    )
    assert profile_for(settings, "50x30") == PrintProfile(Kind.LABEL, "XP-365B", right_mm=1)


def test_dots_go_to_the_queue_where_no_device_is_named():
    settings = _settings(slip_printer="XP-80C", slip_way="escpos")
    assert profile_for(settings, "80mm").device == "XP-80C"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("print_x", "0.3"),
        ("print_y", "20.5"),
        ("slip_x", "nan"),
        ("slip_y", "inf"),
        ("label_x", "một"),
        ("print_tray", "top"),
        ("slip_way", "text"),
        ("label_copies", "0"),
        ("print_duplex", "maybe"),
    ],
)
def test_what_a_profile_cannot_be_is_refused(key, value):
    with pytest.raises(InvalidSetting) as refused:
        _settings(**{key: value})
    assert refused.value.facts["key"] == key


@pytest.mark.parametrize(
    ("millimetres", "words"), [(0, "0 mm"), (-0.0, "0 mm"), (0.5, "+0,5 mm"), (-2, "-2 mm")]
)
def test_offsets_are_said_with_their_sign_and_a_comma(millimetres, words):
    assert offset_text(millimetres) == words


def test_no_offset_is_stored_as_minus_nothing():
    assert str(_settings(print_x="-0").print_x) == "0.0"


@pytest.mark.parametrize("paper", list(Paper))
def test_a_ruler_page_has_ticks_at_every_edge_and_says_its_offsets(paper, read):
    profile = PrintProfile(kind_of(paper), "HP LaserJet", right_mm=0.5, down_mm=-1.5)
    pdf = ruler_page(paper, profile)
    assert pdf == ruler_page(paper, profile)
    (text,) = read(pdf)
    for part in ("Trang thử máy in", "Ngang +0,5 mm", "dọc -1,5 mm", "HP LaserJet"):
        assert part in text
    (page,) = page_images(pdf, 254)
    assert (round(page.width_mm), round(page.height_mm)) == SIZES[paper]
    image = picture(page)
    for nth in (1, 13, 20):  # ten dots a millimetre
        for x, y in (
            (nth * 10, 5),
            (nth * 10, image.height - 6),
            (5, nth * 10),
            (image.width - 6, nth * 10),
        ):
            assert image.crop((x - 2, y - 2, x + 4, y + 4)).getextrema()[0] < 128


def test_everything_on_a_ruler_page_stays_on_it():
    for paper in Paper:
        document = pypdfium2.PdfDocument(ruler_page(paper, PrintProfile(kind_of(paper), "Máy in")))
        text = document[0].get_textpage()
        width, height = document[0].get_size()
        for nth in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(nth)
            assert left > 0
            assert bottom > 0
            assert right < width
            assert top < height
        text.close()
        document.close()


EXACT = ["HP  LaserJet 1020", "Canon\u00a0LBP (Sao 1)", "Ma\u0301y in", "Ðông", "XP\u200b80"]


@pytest.mark.parametrize("name", EXACT)
@pytest.mark.parametrize("key", ["printer", "slip_printer", "label_printer", "slip_device"])
def test_names_of_the_machine_are_kept_letter_for_letter(key, name):
    assert getattr(_settings(**{key: name}), key) == name
    assert _settings(export_folder=f"/media/{name}").export_folder == f"/media/{name}"
    assert f"printer={name}" in _settings(form_payment=f"printer={name}").form_payment


@pytest.mark.parametrize("name", ["HP\x1b[31m", "HP\udcff", "HP\nLaser", "x" * 3000])
def test_a_name_no_machine_can_have_is_refused(name):
    for key in ("printer", "slip_device", "export_folder"):
        with pytest.raises(InvalidSetting):
            _settings(**{key: name})
