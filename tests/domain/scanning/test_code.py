"""The one entry: anything else is shown as text, and nothing is done with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.scanning.code import MOST_CHARACTERS, read_scan
from app.domain.scanning.scanned import (
    MOST_SHOWN,
    ScanDoubt,
    ScanKind,
    ScanReason,
    Unrecognised,
    read_fields,
)
from app.wording.terms import word_for
from tests.domain.scanning.samples import EVERYTHING, TODAY, whole

NUMBER = "020185001234"


def refusal(text):
    found = read_scan(text, TODAY)
    assert isinstance(found, Unrecognised)
    assert read_fields(found) == {}
    return found.reason


@pytest.mark.parametrize(
    "text",
    [f"https://example.invalid/?id={NUMBER}", "HTTP://x", "file:///etc/passwd",
     "data:text/html,x", "www.example.invalid", r"\\server\share", "javascript:alert(1)",
     "mailto:a@b", "shell://x"],
)  # fmt: skip
def test_a_link_is_shown_and_never_opened(text):
    assert read_scan(text, TODAY) == Unrecognised(text, ScanReason.LINK)


@pytest.mark.parametrize(
    "text",
    ["; rm -rf /", "$(reboot)", "restore a.zip", "'; DROP TABLE dossiers; --", "=cmd|' /C calc'!A0",
     "Hoàng Thị Mẩy", "1.004873", "0912345678", "../../motcua.key", "--help", "{0}", "%s", "<b>"],
)  # fmt: skip
def test_anything_else_is_only_shown(text):
    assert read_scan(text, TODAY) == Unrecognised(text, ScanReason.UNKNOWN)


@pytest.mark.parametrize("text", ["", " ", "\r\n", "\x00", "\ufeff\t"])
def test_nothing_is_refused(text):
    assert read_scan(text, TODAY) == Unrecognised("", ScanReason.EMPTY)


@pytest.mark.parametrize(
    "hidden",
    [
        "\u202e",
        "\u2066",
        "\x00",
        "\x1b[2J",
        "\ud800",
        "\ue000",
    ],
)
def test_hidden_characters_inside_are_refused_and_shown_by_number(hidden):
    found = read_scan(f"0201{hidden}85001234", TODAY)
    assert found.reason is ScanReason.HIDDEN_CHARACTERS
    assert found.text.isprintable()
    assert f"\\u{{{ord(hidden[0]):x}}}" in found.text


@pytest.mark.parametrize("text", ["٠٢٠١٨٥٠٠١٢٣٤", "02018500123²", "0201 8500 1234"])
def test_only_plain_digits_are_digits(text):
    assert refusal(text) is ScanReason.UNKNOWN


@pytest.mark.parametrize("unseen", ["\u200b", "\u00ad", "\ufeff", "\u200e"])
def test_what_has_no_shape_vanishes_and_what_looks_like_a_digit_is_one(unseen):
    assert read_scan(f"0201{unseen}85001234", TODAY) == read_scan(NUMBER, TODAY)
    assert read_scan("０２０１８５００１２３４", TODAY) == read_scan(NUMBER, TODAY)


def test_garbled_letters_that_are_no_card_say_so():
    assert refusal("Nguyễn Văn Páo".encode().decode("latin-1")) is ScanReason.GARBLED


def test_two_codes_at_once_are_refused():
    assert refusal(f"{NUMBER}\r\n{NUMBER}") is ScanReason.SEVERAL_LINES
    assert refusal(f"{NUMBER}\t{NUMBER}") is ScanReason.SEVERAL_LINES


@pytest.mark.parametrize("text", ["0" * 10_000, f"{NUMBER}|" * 100_000, "\u0301" * 100_000])
def test_a_text_longer_than_any_card_is_refused_unread(text):
    found = read_scan(text, TODAY)
    assert found.reason is ScanReason.TOO_LONG
    assert found.text == f"{text[:MOST_SHOWN]}…"


def test_the_longest_text_that_is_looked_at_is_still_shown_short():
    found = read_scan("x" * MOST_CHARACTERS, TODAY)
    assert found == Unrecognised("x" * MOST_SHOWN + "…", ScanReason.UNKNOWN)


@given(st.text(max_size=300))
def test_no_text_raises_or_shows_what_cannot_be_seen(text):
    found = read_scan(text, TODAY)
    assert found.kind in ScanKind
    if isinstance(found, Unrecognised):
        assert found.text.isprintable()


def test_every_example_but_the_last_three_is_recognised():
    kinds = [read_scan(whole(sample), TODAY).kind for sample in EVERYTHING]
    assert kinds[-3:] == [ScanKind.UNRECOGNISED] * 3
    assert ScanKind.UNRECOGNISED not in kinds[:-3]
    assert set(kinds) == set(ScanKind)


@pytest.mark.parametrize("term", [*ScanKind, *ScanDoubt, *ScanReason])
def test_every_kind_doubt_and_reason_has_words(term):
    assert word_for(term) != term.value


@pytest.mark.parametrize("text", [whole(sample) for sample in EVERYTHING])
@pytest.mark.parametrize(
    "sent",
    ["]C0{}", "]C1{}", "]Q1{}", "]Q3{}\r", "]d2{}", "]e0{}\x1d", "\x1d{}", "]C1\x1d{}\r\n",
     "<GS>{}", "{{FNC1}}{}", "[FNC3]{}\x04", "\x02]Q1{}\x03", "\ufeff{}\x7f"],
)  # fmt: skip
def test_what_the_scanner_says_of_the_kind_of_code_is_no_part_of_it(text, sent):
    assert read_scan(sent.format(text), TODAY) == read_scan(text, TODAY)


@pytest.mark.parametrize("text", ["]", "]C", "]C0", "]]C0", "C0", "]Q1Hoàng Thị Mẩy"])
def test_a_sign_with_nothing_behind_it_is_nothing_of_ours(text):
    assert isinstance(read_scan(text, TODAY), Unrecognised)
