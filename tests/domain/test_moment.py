"""Moments as text: ISO 8601, Vietnam time unless it says else, never a date alone."""

import pytest

from app.domain.clock import InvalidMoment, read_moment


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-23T10:15",
        "2026-11-23 10:15:59",
        "2026-11-23T10:15:59.999999",
        "2026-11-23T10:15:00,5+07:00",
        "2026-11-23T03:15:00Z",
        "2026-11-23t03:15z",
        "2026-11-23T08:45+0530",
        "2026-11-22T22:15-05",
    ],
)
def test_every_way_to_write_it_is_the_same_vietnam_minute(text):
    assert read_moment(text).isoformat() == "2026-11-23T10:15:00+07:00"


@pytest.mark.parametrize(
    "text",
    [
        "", "2026-11-23", "10:15", "2026-11-23T24:00", "2026-11-23T10:60", "2026-02-30T10:00",
        "2026-11-23T10:15+99:00", "0001-01-01T00:00+14:00", "9999-12-31T23:59-12:00",
        "1899-12-31T23:59", "2200-01-01T00:00", "2026-11-23x10:15", "2026-W48-1T10:15",
        "٢٠٢٦-11-23T10:15", "hôm nay", "2026-11-23T10:15 ",
    ],
)  # fmt: skip
def test_anything_else_is_refused(text):
    with pytest.raises(InvalidMoment):
        read_moment(text)
