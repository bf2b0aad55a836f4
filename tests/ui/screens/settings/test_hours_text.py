"""Opening hours, seasons and days as they are typed."""

import pytest

from ui.screens.settings.hours_text import (
    NotASeason,
    NotSessions,
    read_day,
    read_month_day,
    read_sessions,
    show_sessions,
)

pytestmark = pytest.mark.gui


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("7:30-11:30,13:00-17:00", "07:30-11:30, 13:00-17:00"),
        ("13h-17h; 7h30–11h30", "07:30-11:30, 13:00-17:00"),
        ("nghỉ", "nghỉ"),
        ("", "nghỉ"),
    ],
)
def test_sessions_are_read_as_typed(text, shown):
    assert show_sessions(read_sessions(text, field="s")) == shown


@pytest.mark.parametrize("text", ["8-12", "25:00-26:00", "9:00-9:00", "sáng"])
def test_what_is_no_session_is_refused(text):
    with pytest.raises(NotSessions):
        read_sessions(text, field="s")


def test_seasons_and_days_that_do_not_exist_are_refused():
    assert read_month_day("29/2", field="s") == (2, 29)
    assert read_day("1/3/2027", field="s").isoformat() == "2027-03-01"
    with pytest.raises(NotASeason):
        read_month_day("31/6", field="s")
    with pytest.raises(NotASeason):
        read_day("29/2/2027", field="s")
