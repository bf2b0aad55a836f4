"""The slip's dots, replayed on an invented printer, are the page and carry both codes."""

from itertools import pairwise

import pytest
import zxingcpp
from PIL import Image, ImageOps

from app.devices.escpos import BAND_ROWS, PRINTED_DOTS, GreyPage, raster
from app.printing.preview import page_images
from app.printing.registry import form_of
from tests.builders import a_desk, a_dossier
from tests.devices.paper_tape import NotUnderstood, PaperTape


@pytest.fixture(scope="module")
def registered(tmp_path_factory):
    desk = a_desk(tmp_path_factory.mktemp("escpos") / "data")
    yield a_dossier(desk)
    desk.close()


def _page(image: Image.Image) -> GreyPage:
    return GreyPage(image.tobytes(), image.width, image.height, image.width)


@pytest.fixture(scope="module")
def slip(registered):
    (page,) = page_images(
        form_of("01").render(registered.content, paper="80mm", copy_number=1).pdf, 203
    )
    return GreyPage(bytes(page.data), page.width, page.height, page.stride)


def test_the_replayed_slip_carries_both_codes(slip, registered):
    paper = PaperTape().take(raster(slip)).picture()
    # The roll is wider than the head by 4 mm on each side, which stay white.
    codes = {c.text for c in zxingcpp.read_barcodes(ImageOps.expand(paper, 32, 255))}
    assert registered.dossier_code in codes
    assert any(text.startswith(f"{registered.dossier_code}|1.004873|") for text in codes)


def test_a_job_is_set_up_once_sent_in_bands_and_cut_once(slip):
    tape = PaperTape().take(raster(slip))
    assert (tape.setups, tape.cuts) == (1, 1)
    assert {across for across, _ in tape.bands} == {PRINTED_DOTS // 8}
    assert [high for _, high in tape.bands[:-1]] == [BAND_ROWS] * (len(tape.bands) - 1)
    assert sum(high for _, high in tape.bands) == slip.height


def test_bars_keep_two_dots_a_module(slip):
    paper = PaperTape().take(raster(slip)).picture()
    wide = ImageOps.expand(paper, 32, 255)
    (bars,) = zxingcpp.read_barcodes(wide, [zxingcpp.BarcodeFormat.Code128])
    middle = (bars.position.top_left.y + bars.position.bottom_left.y) // 2
    row = [wide.getpixel((x, middle)) for x in range(wide.width)]
    edges = [nth for nth, (one, other) in enumerate(pairwise(row)) if one != other]
    assert {(b - a) % 2 for a, b in pairwise(edges)} == {0}
    assert min(b - a for a, b in pairwise(edges)) == 2


def test_a_page_wider_than_the_head_loses_its_margins_evenly():
    image = Image.new("L", (640, 3), 255)
    image.putpixel((32, 0), 0)
    image.putpixel((607, 1), 127)
    image.putpixel((31, 2), 0)
    image.putpixel((320, 2), 128)
    tape = PaperTape().take(raster(_page(image)))
    assert tape.rows == [b"\x80" + bytes(71), bytes(71) + b"\x01", bytes(72)]


def test_a_narrow_page_stands_in_the_middle():
    tape = PaperTape().take(raster(_page(Image.new("L", (560, 1), 0))))
    assert tape.rows == [b"\x00" + b"\xff" * 70 + b"\x00"]


@pytest.mark.parametrize(("right", "down"), [(4, 4), (-8, 0), (0, -1), (0, 0)])
def test_the_dots_move_by_what_the_profile_says(right, down):
    image = Image.new("L", (576, 4), 255)
    image.putpixel((100, 2), 0)
    paper = PaperTape().take(raster(_page(image), right=right, down=down)).picture()
    dark = [(x, y) for y in range(paper.height) for x in range(576) if paper.getpixel((x, y)) == 0]
    assert dark == [(100 + right, 2 + down)]
    assert paper.height == 4 + down


def test_the_invented_printer_refuses_what_it_does_not_know():
    with pytest.raises(NotUnderstood):
        PaperTape().take(b"Xin ch\xe0o")
