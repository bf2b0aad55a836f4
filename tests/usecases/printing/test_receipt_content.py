"""Words of the receipt that come from the rules, not from the clerk."""

import pytest

from app.domain.deadline.time_limit import parse
from app.printing.forms.receipt_content import limit_text


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        ("3 WORKING_DAY", "03 ngày làm việc"),
        ("12 WORKING_HOUR", "12 giờ làm việc"),
        ("1 MONTH", "01 tháng"),
        ("SAME_DAY", "trong ngày làm việc"),
        ("NONE", "không quy định"),
    ],
)
def test_a_limit_is_said_as_the_slip_says_it(limit, said):
    assert limit_text(parse(limit)) == said
