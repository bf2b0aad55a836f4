"""Several PDFs in one file: all pages, in order, and the same bytes for the same parts."""

import pytest

from app.printing.joining import joined
from app.printing.paper import Paper
from app.printing.pdf_text import page_texts
from app.printing.preview import PaperUnreadable
from tests.printing.rendering import render_receipt


@pytest.fixture(scope="module")
def parts(ordinary):
    return [render_receipt(ordinary, paper) for paper in (Paper.A4, Paper.A5)]


def test_all_pages_stand_in_order(parts):
    assert page_texts(joined(parts)) == [text for one in parts for text in page_texts(one)]


def test_the_same_parts_give_the_same_bytes(parts):
    assert joined(parts) == joined(parts)
    assert joined(parts) != joined(parts[::-1])


def test_what_is_no_pdf_is_refused(parts):
    with pytest.raises(PaperUnreadable):
        joined([parts[0], b"%PDF-1.4 x"])
