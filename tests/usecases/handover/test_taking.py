"""The receiver scans the stack back: what is there, missing, extra or twice, kept for good."""

from random import Random

import pytest

from app.domain.deadline.standing import Standing
from app.domain.workflow.handing import DESK
from app.domain.workflow.handover import Difference, EmptyStack, StackTooHigh, UnknownRecord
from app.usecases.handover import giving, recorded, taking
from app.usecases.handover.taking import HandingLost, its_handing
from app.usecases.queries import lookup
from db.stores.handover.records import StoredRecord
from tests.builders import LAN
from tests.usecases.handover.test_giving import codes, desk, dossier, stay  # noqa: F401

M, X, T = Difference.MISSING, Difference.EXTRA, Difference.TWICE


def given(desk, stack, agency="kinh te"):  # noqa: F811
    return giving.hand_over(desk, LAN, stack, agency=agency).number


def found(answer):
    return [(one.kind, one.code) for one in answer.differences]


def test_a_whole_stack_is_taken_over(desk):  # noqa: F811
    stack = codes(desk)
    number = given(desk, stack)
    desk.clock.advance(minutes=5)
    answer = taking.take_over(desk, LAN, number, list(reversed(stack)))
    assert (answer.taken, answer.listed, answer.open) == (tuple(reversed(stack)), 3, 0)
    assert answer.differences == ()
    for code in stack:
        (handing,) = dossier(desk, code).handings
        assert (handing.taken_by, handing.is_on_its_way) == ("Hoàng Thị Lan", False)
    record = recorded.handover_record(desk, LAN, number)
    assert record.taken == 3
    assert recorded.handover_records(desk, LAN)[0].waiting == 0


def test_errors_planted_in_a_stack_of_sixty_are_all_found(desk):  # noqa: F811
    stack = codes(desk, 64)
    listed, strangers = stack[:60], stack[60:]
    number = given(desk, listed)
    missing = [listed[nth] for nth in (3, 17, 41, 59)]
    twice = [listed[nth] for nth in (0, 30)]
    there = [code for code in listed if code not in missing]
    scanned = [*there, *twice, *strangers[:2], "H37.99.1-261123-0999", "8934563138165"]
    Random(60).shuffle(scanned)
    answer = taking.take_over(desk, LAN, number, scanned)
    assert set(answer.taken) == set(there)
    assert answer.open == 4
    assert sorted(found(answer)) == sorted([
        *((M, code) for code in missing),
        *((T, code) for code in twice),
        *((X, code) for code in (*strangers[:2], "H37.99.1-261123-0999", "8934563138165")),
    ])  # fmt: skip
    kept = recorded.handover_record(desk, LAN, number)
    assert sorted((one.kind, one.code) for one in kept.differences) == sorted(found(answer))
    assert (kept.taken, sum(line.is_missed for line in kept.lines)) == (56, 4)


def test_an_extra_one_is_said_where_it_belongs(desk):  # noqa: F811
    one, two, three = codes(desk)
    number = given(desk, [one])
    given(desk, [two], "Lãnh đạo")
    answer = taking.take_over(desk, LAN, number, [one, two, three, "abc", "abc"])
    assert [(it.code, it.why) for it in answer.differences] == [
        (two, "thuộc biên bản 0002/BBBG, bàn giao cho Lãnh đạo UBND"),
        (three, "theo sổ đang ở Trung tâm Phục vụ hành chính công"),
        ("abc", "không có hồ sơ nào mang mã này"),
    ]
    assert dossier(desk, two).handings[0].taken_at is None, "it is only noted"


def test_what_is_missing_never_left_and_its_givers_time_goes_on(desk):  # noqa: F811
    one, two = codes(desk, 2)
    number = given(desk, [one, two], "Văn phòng HĐND")
    desk.clock.advance(hours=30)
    taking.take_over(desk, LAN, number, [one])
    assert stay(desk, two).agency == DESK
    assert stay(desk, two).standing is Standing.OVERDUE
    assert stay(desk, one).agency == "Văn phòng HĐND và UBND"
    assert lookup.dossier_view(desk, LAN, 2).timeline[-1].event == "MISS"


def test_what_comes_later_is_taken_over_then_and_settles_the_difference(desk):  # noqa: F811
    one, two = codes(desk, 2)
    number = given(desk, [one, two])
    taking.take_over(desk, LAN, number, [one])
    desk.clock.advance(hours=2)
    later = taking.take_over(desk, LAN, number, [two, one])
    assert (later.taken, later.open, found(later)) == ((two,), 0, [(T, one)])
    there = stay(desk, two)
    assert there.since == there.handing.taken_at
    first, second = recorded.handover_record(desk, LAN, number).differences
    assert (first.kind, first.is_settled) == (M, True)
    assert (second.kind, second.is_settled) == (T, False)


def test_several_scannings_note_what_is_missing_once_for_the_dossier(desk):  # noqa: F811
    one, two = codes(desk, 2)
    number = given(desk, [one, two])
    for _ in range(2):
        taking.take_over(desk, LAN, number, [one])
    rows = lookup.dossier_view(desk, LAN, 2).timeline
    assert [row.event for row in rows] == ["RECEIVE", "HAND_OVER", "MISS"]


def test_what_was_missed_and_goes_anew_belongs_to_its_new_record(desk):  # noqa: F811
    one, two = codes(desk, 2)
    old = given(desk, [one, two])
    taking.take_over(desk, LAN, old, [one])
    new = given(desk, [two])
    answer = taking.take_over(desk, LAN, old, [two])
    assert found(answer) == [(X, two)]
    assert answer.differences[0].why.startswith("thuộc biên bản 0002/BBBG")
    assert taking.take_over(desk, LAN, new, [two]).taken == (two,)
    first, second = dossier(desk, two).handings
    assert (first.counts, second.counts) == (False, True)
    assert second.left is not None


def test_an_unknown_record_and_an_empty_scan_are_refused(desk):  # noqa: F811
    (code,) = codes(desk, 1)
    number = given(desk, [code])
    with pytest.raises(EmptyStack):
        taking.take_over(desk, LAN, number, [])
    with pytest.raises(StackTooHigh):
        taking.take_over(desk, LAN, number, ["x"] * 1_001)
    unknown = type(number)(2026, 9)
    with pytest.raises(UnknownRecord):
        taking.take_over(desk, LAN, unknown, [code])
    with pytest.raises(UnknownRecord):
        recorded.handover_pdf(desk, LAN, unknown)


def test_a_record_a_dossier_does_not_know_of_is_damage(desk):  # noqa: F811
    (code,) = codes(desk, 1)
    number = given(desk, [code])
    stored = StoredRecord(9, number, "", "x", "Lan", desk.clock.now(), b"", (1,))
    desk.clock.advance(days=1)
    wrong = StoredRecord(9, type(number)(2026, 7), "", "x", "Lan", stored.made_at, b"", (1,))
    with pytest.raises(HandingLost):
        its_handing(dossier(desk, code), wrong)
