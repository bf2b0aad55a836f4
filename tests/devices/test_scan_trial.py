"""A scanner under trial: what came, how fast, how it ended, and what is made of it."""

import pytest

from app.devices.scan_trial import Gaps, ScanTrial, named
from app.devices.wedge import BurstRules, Stroke, Verdict

CODE = "H37.99.1-261123-0001"


@pytest.fixture
def trial():
    return ScanTrial()


def send(trial, text, *, gap=5.0, at=100.0, end="\r"):
    for letter in text:
        trial.take(Stroke.CHARACTER, letter, at)
        at += gap
    if end:
        trial.take(Stroke.END, end, at)
    return at


def test_a_scan_tells_its_characters_gaps_and_last_key(trial):
    send(trial, CODE)
    report = trial.report
    assert (report.received, report.text, report.ending) == (CODE + "\r", CODE, "\r")
    assert report.gaps == Gaps(5, 5, 5)
    assert report.verdict is Verdict.SCAN
    assert report.is_over
    assert not report.has_backspace
    assert not report.is_composed


def test_while_it_comes_the_trial_is_under_way(trial):
    send(trial, CODE[:8], end="")
    assert trial.is_under_way
    assert trial.report.verdict is Verdict.LIKELY


def test_a_scan_without_a_last_key_is_over_once_it_is_quiet(trial):
    send(trial, CODE, end="")
    assert trial.rest().is_over
    assert trial.report.ending == ""
    assert trial.report.verdict is Verdict.SCAN


def test_a_hand_is_typing_and_quiet_does_not_end_it(trial):
    at = send(trial, "020185", gap=150, end="")
    assert trial.rest().verdict is Verdict.TYPING
    assert trial.is_under_way
    trial.take(Stroke.CHARACTER, "0", at)
    assert trial.report.text == "0201850"
    assert trial.report.gaps == Gaps(150, 150, 150)


def test_a_second_scan_and_keys_after_a_pause_begin_anew(trial):
    at = send(trial, CODE)
    send(trial, "20010100999911", at=at + 500)
    assert trial.report.text == "20010100999911"
    trial.take(Stroke.CHARACTER, "x", 9_000)
    assert trial.report.text == "x"


def test_what_follows_enter_at_once_belongs_to_the_same_scan(trial):
    at = send(trial, CODE)
    trial.take(Stroke.END, "\t", at + 2)
    assert trial.report.received == CODE + "\r\t"
    assert trial.report.text == CODE


def test_backspaces_of_an_input_method_spoil_it(trial):
    at = 0.0
    for letter in "HOSO2026DDCHUNG":
        trial.take(Stroke.CHARACTER, letter, at)
        at += 5
    trial.take(Stroke.BACKSPACE, "\b", at)
    trial.take(Stroke.CHARACTER, "Đ", at + 5)
    report = trial.take(Stroke.END, "\r", at + 10)
    assert report.has_backspace
    assert report.text == "HOSO2026DDCHUNĐ"
    assert report.verdict is Verdict.SPOILED


def test_letters_an_input_method_made_are_told(trial):
    trial.take(Stroke.COMPOSED, "Hồ", 5)
    assert trial.report.is_composed


def test_a_prefix_is_received_but_no_part_of_the_text(trial):
    trial.set_rules(BurstRules(prefix="~"))
    send(trial, "~12")
    assert (trial.report.received, trial.report.text) == ("~12\r", "12")
    assert trial.report.verdict is Verdict.SCAN


def test_a_serial_scan_comes_whole(trial):
    report = trial.take_whole(CODE)
    assert (report.text, report.gaps, report.verdict) == (CODE, None, Verdict.SCAN)


def test_other_keys_are_received_and_leave_no_text(trial):
    trial.take(Stroke.CHARACTER, "a", 0)
    trial.take(Stroke.OTHER, "\x1d", 5)
    assert (trial.report.received, trial.report.text) == ("a\x1d", "a")


def test_what_cannot_be_seen_is_named():
    assert named("~a\x1db\r\t\b\x07") == "~a⟨GS⟩b⟨Enter⟩⟨Tab⟩⟨Backspace⟩⟨U+0007⟩"
