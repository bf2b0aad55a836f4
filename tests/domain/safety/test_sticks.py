"""The list of sticks an office has enrolled."""

import pytest

from app.domain.safety.sticks import (
    MOST,
    InvalidSticks,
    Stick,
    read_sticks,
    stick_name,
    sticks_text,
)
from app.domain.text import TextHasControls, TextTooLong

LAN, SAFE = Stick("3f" * 8, "USB của Lan"), Stick("9c" * 8, "USB két")


def test_a_list_is_read_as_it_was_written():
    assert read_sticks(sticks_text([LAN, SAFE])) == (LAN, SAFE)
    assert read_sticks("") == ()


@pytest.mark.parametrize(
    "value",
    [
        "USB",
        f"{LAN.id}",
        f"{LAN.id}=",
        "3F3F3F3F3F3F3F3F=USB",
        f"{LAN.id}=a; {LAN.id}=b",
        f"{LAN.id}={'x' * 41}",
        "; ".join(f"{n:016x}=USB" for n in range(MOST + 1)),
    ],
)
def test_what_is_no_list_of_sticks_is_refused(value):
    with pytest.raises(InvalidSticks):
        read_sticks(value)


@pytest.mark.parametrize(
    ("typed", "name"),
    [("USB của Lan", "USB của Lan"), (" a=b; c ", "a b c"), ("", "USB"), ("x" * 40, "x" * 40)],
)
def test_a_name_is_made_to_stand_in_the_list(typed, name):
    assert stick_name(typed) == name
    assert read_sticks(sticks_text([Stick(LAN.id, stick_name(typed))]))[0].name == name


@pytest.mark.parametrize(
    ("typed", "refusal"), [("x" * 41, TextTooLong), ("a\x1bb", TextHasControls)]
)
def test_a_name_that_does_not_do_is_refused(typed, refusal):
    with pytest.raises(refusal):
        stick_name(typed)
