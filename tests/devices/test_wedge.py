"""A scanner beside a keyboard: what is taken for a scan, and what never is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.devices.wedge import Burst, BurstRules, Stroke, Verdict

CARD = "020185001234|081234567|Hoàng Thị Mẩy|05031985|Nữ|Thôn Bản Loỏng, Lạng Sơn|10052021"
CODE = "H37.99.1-261123-0001"

gaps_of_a_scanner = st.floats(min_value=0.1, max_value=30)
gaps_of_a_hand = st.floats(min_value=62, max_value=900)


def scan(burst: Burst, text: str, *, gap: float = 5, at: float = 0) -> tuple[Verdict, float]:
    """The verdict after the last letter, and when it came."""
    verdict = Verdict.TYPING
    for letter in text:
        verdict = burst.take(Stroke.CHARACTER, letter, at)
        at += gap
    return verdict, at


@pytest.mark.parametrize("gap", [1, 5, 15, 30])
def test_a_burst_that_ends_with_enter_is_a_scan(gap):
    burst = Burst()
    verdict, at = scan(burst, CODE, gap=gap)
    assert verdict is Verdict.LIKELY
    assert burst.take(Stroke.END, "\r", at) is Verdict.SCAN
    assert burst.text == CODE


def test_sixty_milliseconds_between_keys_is_a_hand():
    burst = Burst()
    verdict, at = scan(burst, CODE, gap=60)
    assert verdict is Verdict.TYPING
    assert burst.take(Stroke.END, "\r", at) is Verdict.TYPING


def test_a_burst_without_enter_is_a_scan_once_it_is_quiet():
    burst = Burst()
    scan(burst, CARD)
    assert burst.rest() is Verdict.SCAN


def test_enter_alone_never_makes_a_scan():
    burst = Burst()
    scan(burst, "12345")
    assert burst.take(Stroke.END, "\r", 26) is Verdict.TYPING


def test_a_card_keeps_its_accents():
    burst = Burst()
    scan(burst, CARD)
    assert burst.take(Stroke.END, "\r", 450) is Verdict.SCAN
    assert burst.text == CARD


def test_a_backspace_in_a_burst_spoils_it():
    burst = Burst()
    _, at = scan(burst, "Hoa")
    burst.take(Stroke.BACKSPACE, "", at)
    _, at = scan(burst, "à ThiMay|05031985", at=at + 2)
    assert burst.take(Stroke.END, "\r", at) is Verdict.SPOILED


def test_letters_an_input_method_holds_spoil_a_burst():
    burst = Burst()
    at = 0.0
    for _ in range(14):
        burst.take(Stroke.COMPOSED, "", at)
        at += 4
    assert burst.rest() is Verdict.SPOILED


def test_an_input_method_mending_one_word_for_a_hand_is_no_scan():
    burst = Burst()
    at = 0.0
    for letter in "nghieng":
        burst.take(Stroke.CHARACTER, letter, at)
        at += 140
    for _ in range(4):
        assert burst.take(Stroke.BACKSPACE, "", at) is Verdict.TYPING
        at += 1
    verdict, _ = scan(burst, "iềng", gap=1, at=at)
    assert verdict is Verdict.TYPING
    assert burst.rest() is Verdict.TYPING


def test_what_was_typed_just_before_is_not_part_of_the_scan():
    burst = Burst()
    _, at = scan(burst, "ho", gap=110)
    _, at = scan(burst, CODE, at=at)
    assert burst.take(Stroke.END, "\r", at) is Verdict.SCAN
    assert burst.text == CODE


def test_a_key_of_another_kind_ends_a_burst():
    burst = Burst()
    _, at = scan(burst, "1234567")
    burst.take(Stroke.OTHER, "", at)
    assert burst.take(Stroke.END, "\r", at + 2) is Verdict.TYPING


def test_a_second_enter_close_behind_the_first_belongs_to_the_scan():
    burst = Burst()
    _, at = scan(burst, CODE)
    assert burst.take(Stroke.END, "\r", at) is Verdict.SCAN
    burst.forget()
    assert burst.take(Stroke.END, "\n", at + 3) is Verdict.TAIL
    assert burst.take(Stroke.END, "\r", at + 300) is Verdict.TYPING


def test_keys_stamped_by_a_clock_that_went_back_are_no_burst():
    burst = Burst()
    _, at = scan(burst, "12345", at=5_000)
    verdict, _ = scan(burst, "678", at=at - 4_000)
    assert verdict is Verdict.TYPING


def test_a_prefix_makes_a_short_scan_certain_and_is_left_out():
    burst = Burst(BurstRules(prefix="~"))
    _, at = scan(burst, "~123")
    assert burst.take(Stroke.END, "\r", at) is Verdict.SCAN
    assert burst.text == "123"


def test_without_its_prefix_a_long_burst_is_a_scan_all_the_same():
    burst = Burst(BurstRules(prefix="~"))
    _, at = scan(burst, CODE)
    assert burst.take(Stroke.END, "\r", at) is Verdict.SCAN
    assert burst.text == CODE


def test_the_gaps_of_a_burst_can_be_read_by_who_sets_a_scanner_up():
    burst = Burst()
    scan(burst, "123456", gap=8)
    assert burst.gaps == (8, 8, 8, 8, 8)


@given(st.lists(gaps_of_a_scanner, min_size=6, max_size=90), st.data())
def test_any_scanner_is_recognised_whole(gaps, data):
    text = data.draw(st.text("0123456789ABCH-.|", min_size=len(gaps) + 1, max_size=len(gaps) + 1))
    burst = Burst()
    at = 1_000.0
    burst.take(Stroke.CHARACTER, text[0], at)
    for gap, letter in zip(gaps, text[1:], strict=True):
        at += gap
        burst.take(Stroke.CHARACTER, letter, at)
    assert burst.take(Stroke.END, "\r", at + gaps[-1]) is Verdict.SCAN
    assert burst.text == text


@given(st.lists(gaps_of_a_hand, min_size=1, max_size=60))
def test_no_hand_is_ever_taken_for_a_scanner(gaps):
    burst = Burst()
    at = 0.0
    for gap in gaps:
        at += gap
        assert burst.take(Stroke.CHARACTER, "a", at) is Verdict.TYPING
    assert burst.take(Stroke.END, "\r", at + gaps[0]) is Verdict.TYPING


@given(st.lists(st.tuples(st.sampled_from(Stroke), st.floats(0, 400)), max_size=80))
def test_whatever_comes_the_next_scan_is_recognised(keys):
    burst = Burst()
    at = 0.0
    for stroke, gap in keys:
        at += gap
        burst.take(stroke, "x", at)
    burst.rest()
    burst.forget()
    _, end = scan(burst, CODE, at=at + 200)
    assert burst.take(Stroke.END, "\r", end) is Verdict.SCAN
    assert burst.text == CODE


def test_an_enter_stamped_by_another_clock_is_no_tail_of_the_last_scan():
    burst = Burst()
    _, at = scan(burst, CODE, at=5_000)
    assert burst.take(Stroke.END, "\r", at) is Verdict.SCAN
    burst.forget()
    assert burst.take(Stroke.END, "\r", 40) is Verdict.TYPING
