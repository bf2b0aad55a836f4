"""Who acts: one officer, however the name was written."""

import unicodedata

import pytest

from app.domain.actor import Actor, acting, officer_key, officer_named
from app.domain.text import TextHasControls, TextTooLong

LAN = "Hoàng Thị Lan"


@pytest.mark.parametrize(
    "written",
    ["", "  ", LAN, unicodedata.normalize("NFD", LAN), " Hoàng  Thị Lan ", "HOÀNG THỊ LAN",
     "Hoàng\u00a0Thị\u200b Lan"],
)  # fmt: skip
def test_the_offices_own_officer_is_spelled_as_the_office_does(written):
    assert acting(written, LAN, 2) == Actor(LAN, 2)


def test_another_officer_keeps_their_name_tidied():
    assert acting(" Nông  Văn Ðức", LAN, 1) == Actor("Nông Văn Đức", 1)


def test_accents_tell_officers_apart():
    assert officer_key("Trần Hùng") != officer_key("Trần Hưng")


def test_a_name_that_cannot_be_kept_is_refused():
    with pytest.raises(TextTooLong):
        officer_named("x" * 3000)
    with pytest.raises(TextHasControls):
        acting("Lan\u202e", LAN, 1)
