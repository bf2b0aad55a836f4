"""Tables on paper: how the lines of a column stand in it."""

import pytest

from app.printing.forms import certification_book, payment
from app.printing.forms.day import cash_sheet
from app.printing.layout.fonts import width
from app.printing.layout.page import Flow, Words
from app.printing.layout.styles import STYLES
from app.printing.layout.table import Align, Column, table
from app.printing.paper import Paper

STYLE = STYLES[Paper.A5][0]


def ends(*sums: str) -> set[float]:
    """Where the sums of a column end, in points from the left edge."""
    flow = Flow(STYLE, lambda _: ())
    table(flow, (Column("", 0.5), Column("", 0.5, Align.RIGHT)), [("", one) for one in sums])
    words = [mark for page in flow.pages for mark in page if isinstance(mark, Words)]
    return {round(one.x + width(one.text, one.face, one.size), 3) for one in words if one.text}


def test_sums_of_any_length_end_at_the_same_place():
    assert len(ends("8.000", "1.250.000", "0", "−5.000")) == 1


@pytest.mark.parametrize(
    ("columns", "sums"),
    [
        (payment._COLUMNS, ["Thành tiền (đồng)"]),
        (cash_sheet._SLIPS, ["Số tiền (đồng)"]),
        (cash_sheet._LONG_NUMBERS, ["Số tiền (đồng)"]),
        (cash_sheet._SUMS, ["Thu", "Hoàn, hủy", "Còn lại"]),
        (cash_sheet._OPEN, ["Còn phải thu (đồng)"]),
        (certification_book._COLUMNS, ["Phí (đồng)"]),
    ],
)
def test_what_is_money_stands_at_the_right(columns, sums):
    assert [column.head for column in columns if column.align is Align.RIGHT] == sums
