"""Documents of any length: whole, equal each time, and no page held once it is written."""

import gc
import weakref
from io import BytesIO

from pypdf import PdfReader

from app.printing.layout.fonts import Face
from app.printing.layout.page import Words
from app.printing.layout.styles import STYLES
from app.printing.long_document import long_document
from app.printing.paper import Paper
from tests.printing.rendering import render_receipt

STYLE = STYLES[Paper.A4][0]


class Page(list):
    """A page that can be watched."""


def pages(count, held=None):
    for nth in range(1, count + 1):
        page = Page([Words(100, 100, Face.REGULAR, 12, f"Trang số {nth}")])
        if held is not None:
            held.add(page)
        yield page


def written(source):
    out = BytesIO()
    count = long_document(out, "Dài", STYLE, source)
    return count, out.getvalue()


def test_every_page_is_there_in_its_order_and_the_same_each_time():
    count, pdf = written(pages(30))
    read = PdfReader(BytesIO(pdf), strict=True)
    assert count == len(read.pages) == 30
    assert [page.extract_text().strip() for page in read.pages] == [
        f"Trang số {nth}" for nth in range(1, 31)
    ]
    assert read.metadata.title == "Dài"
    assert written(pages(30))[1] == pdf


def test_a_page_is_let_go_of_as_soon_as_it_is_written():
    class Watched:
        def __init__(self):
            self.seen = []

        def add(self, page):
            gc.collect()
            self.seen = [one for one in self.seen if one() is not None]
            assert len(self.seen) <= 1
            self.seen.append(weakref.ref(page))

    assert written(pages(10, Watched()))[0] == 10


def test_another_paper_may_be_drawn_between_two_pages(ordinary):
    alone = written(pages(3))[1]
    receipt = render_receipt(ordinary, Paper.A4)

    def meanwhile():
        for page in pages(3):
            assert render_receipt(ordinary, Paper.A4) == receipt
            yield page

    assert written(meanwhile())[1] == alone
