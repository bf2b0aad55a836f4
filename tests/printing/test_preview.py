"""Pictures of stored pages, as the preview pane and the printer take them."""

import gc

import pytest

from app.printing.paper import Paper
from app.printing.preview import PaperUnreadable, page_images
from tests.printing.rendering import render_receipt


def test_a_page_is_drawn_grey_on_white_at_the_asked_resolution(ordinary):
    kept, given = page_images(render_receipt(ordinary, Paper.A5), 100)
    assert abs(kept.width - 148 / 25.4 * 100) < 2
    assert abs(kept.height - 210 / 25.4 * 100) < 2
    assert round(kept.width_mm) == 148
    assert len(kept.data) == kept.stride * kept.height
    assert kept.data[0] == 255
    assert min(kept.data) < 40
    assert kept.data != given.data


def test_a_page_in_colour_has_three_bytes_a_pixel(ordinary):
    page = page_images(render_receipt(ordinary, Paper.A5), 50, grayscale=False)[0]
    assert page.stride >= 3 * page.width
    assert not page.grayscale


@pytest.mark.parametrize("pdf", [b"", b"no paper at all", b"%PDF-1.4\n%%EOF"])
def test_bytes_that_are_no_pdf_are_called_damage(pdf):
    with pytest.raises(PaperUnreadable) as refused:
        page_images(pdf, 100)
    assert refused.value.exit_code == 3


def test_a_pdf_cut_in_half_is_called_damage(ordinary):
    whole = render_receipt(ordinary, Paper.A4)
    with pytest.raises(PaperUnreadable):
        page_images(whole[:200], 100)


def test_a_drawn_page_outlives_its_document_and_the_pages_drawn_after_it(ordinary):
    pdf = render_receipt(ordinary, Paper.A5)
    first = page_images(pdf, 100)[0]
    before = bytes(first.data)
    page_images(pdf, 60)
    gc.collect()
    assert bytes(first.data) == before
    assert len(first.data) == first.stride * first.height
    assert 0 in before
    assert 255 in before
