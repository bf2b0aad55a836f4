"""A stack is handed over whole or not at all, on a numbered record, and every dossier knows."""

import pytest

from app.domain.catalogue.procedure import Step
from app.domain.deadline.standing import Standing
from app.domain.deadline.time_limit import parse
from app.domain.dossier.opened import Opened
from app.domain.errors import InvalidRequest
from app.domain.workflow.agencies import UnknownAgency
from app.domain.workflow.handing import DESK, LiesElsewhere, LiesThere, NotTakenOver
from app.domain.workflow.handover import EmptyStack, RecordNumber, StackTooHigh
from app.domain.workflow.states import DossierState
from app.usecases.dossier import progress
from app.usecases.handover import giving, lying, recorded, rules, taking
from app.usecases.handover.stack import (
    NoSuchCode,
    NotToBeHandedOver,
    ScannedTwice,
    scanned_for_handover,
)
from app.usecases.office import clock
from app.usecases.queries import lookup
from app.usecases.safety import verification
from app.wording.refusals import say
from tests.builders import LAN, a_desk, a_dossier, rendered

ECONOMY = "Phòng Kinh tế"
BODY = "Trung tâm Phục vụ hành chính công"


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    verification.verify_records(desk, LAN)
    desk.close()


def codes(desk, how_many=3, **changes):
    changes = {"procedure": "1.004884"} | changes
    return [a_dossier(desk, **changes).dossier_code for _ in range(how_many)]


def dossier(desk, code):
    return lookup.dossier_view(desk, LAN, lookup.dossier_id_of(desk, LAN, code)).dossier


def stay(desk, code):
    return lookup.dossier_view(desk, LAN, lookup.dossier_id_of(desk, LAN, code)).stays[-1]


def problems(desk, stack, agency="kinh te"):
    with pytest.raises(InvalidRequest) as refused:
        giving.hand_over(desk, LAN, stack, agency=agency)
    assert all(say(problem) for problem in refused.value.problems)
    return [(type(one), one.field) for one in refused.value.problems]


def test_a_stack_goes_on_one_record_and_every_dossier_knows(desk):
    stack = codes(desk)
    made = giving.hand_over(desk, LAN, stack, agency="phong kinh te", note="Chồng sáng")
    assert made.number == RecordNumber(2026, 1)
    assert (made.giver, made.receiver) == ("Trung tâm Phục vụ hành chính công", ECONOMY)
    assert made.codes == tuple(stack)
    assert made.papers == 6
    for code in stack:
        (handing,) = dossier(desk, code).handings
        assert (handing.agency, handing.record) == (ECONOMY, "0001/BBBG")
        assert (handing.handed_by, handing.taken_at) == ("Hoàng Thị Lan", None)
        assert handing.left.agency == DESK
        assert dossier(desk, code).state is DossierState.RECEIVED
    record = recorded.handover_record(desk, LAN, made.number)
    assert [line.dossier.code for line in record.lines] == stack
    assert (record.note, record.taken, record.differences) == ("Chồng sáng", 0, ())


def test_a_hand_over_is_a_row_of_each_dossiers_ledger_and_a_step_for_the_province(desk):
    (code,) = codes(desk, 1)
    before = len(rendered(desk))
    giving.hand_over(desk, LAN, [code], agency="kinh te")
    last = lookup.dossier_view(desk, LAN, 1).timeline[-1]
    assert last.event == "HAND_OVER"
    assert last.reason.endswith("→ Phòng Kinh tế, biên bản 0001/BBBG")
    assert len(rendered(desk)) == before + 2
    assert "Bàn giao hồ sơ: ".encode() in rendered(desk)[-1]


def test_records_are_numbered_one_after_the_other(desk):
    one, other = codes(desk, 2)
    assert giving.hand_over(desk, LAN, [one], agency="kinh te").number.number == 1
    assert giving.hand_over(desk, LAN, [other], agency="kinh te").number.number == 2
    rows = recorded.handover_records(desk, LAN)
    assert [str(row.number) for row in rows] == ["0002/BBBG", "0001/BBBG"]
    assert [row.waiting for row in rows] == [1, 1]


def test_the_step_begins_with_the_hand_over_and_counts_in_working_time(desk):
    (code,) = codes(desk, 1)
    assert stay(desk, code).step.duty == "Tiếp nhận, chuyển hồ sơ"
    assert stay(desk, code).standing is Standing.DUE_SOON
    desk.clock.advance(hours=30)  # the next day is off
    assert stay(desk, code).standing is Standing.OVERDUE
    giving.hand_over(desk, LAN, [code], agency="Văn phòng HĐND")
    there = stay(desk, code)
    assert (there.step.duty, there.standing) == ("Thẩm định, giải quyết hồ sơ", Standing.RUNNING)
    assert there.due_at > there.since
    desk.clock.advance(days=20)
    assert stay(desk, code).standing is Standing.OVERDUE


def test_whoever_is_wrong_in_a_stack_is_named_and_nothing_goes(desk):
    one, two, gone = codes(desk, 3)
    gone_id = lookup.dossier_id_of(desk, LAN, gone)
    progress.finish_processing(desk, LAN, Opened(gone_id))
    progress.return_result(desk, LAN, Opened(gone_id), to_whom="Hoàng Thị Mẩy", identity="căn cước")
    assert problems(
        desk, [one, "H37.99.1-261123-0999", one, two, gone, "   ", "ĐT60-1-261123"]
    ) == [
        (NoSuchCode, "codes.2"),
        (ScannedTwice, "codes.3"),
        (NotToBeHandedOver, "codes.5"),
        (NoSuchCode, "codes.6"),
        (NoSuchCode, "codes.7"),
    ]
    assert dossier(desk, one).handings == ()
    assert recorded.handover_records(desk, LAN) == ()


def test_what_is_on_its_way_or_lies_elsewhere_does_not_go_along(desk):
    one, two, three, four = codes(desk, 4)
    giving.hand_over(desk, LAN, [one], agency="kinh te")
    assert problems(desk, [one], "Lãnh đạo") == [(NotTakenOver, "codes.1")]
    taking.take_over(desk, LAN, RecordNumber(2026, 1), [one])
    assert problems(desk, [two, one], "Lãnh đạo") == [(LiesElsewhere, "codes.2")]
    assert problems(desk, [one]) == [(LiesThere, "codes.1")]
    assert problems(desk, [three, four], "desk") == [
        (LiesThere, "codes.1"), (LiesThere, "codes.2"),
    ]  # fmt: skip


def test_papers_come_back_to_the_desk_also_after_the_end(desk):
    (code,) = codes(desk, 1)
    giving.hand_over(desk, LAN, [code], agency="kinh te")
    taking.take_over(desk, LAN, RecordNumber(2026, 1), [code])
    progress.finish_processing(desk, LAN, Opened(1))
    back = giving.hand_over(desk, LAN, [code], agency="desk")
    assert (back.giver, back.receiver) == (ECONOMY, "Trung tâm Phục vụ hành chính công")
    assert stay(desk, code).agency == DESK
    assert lying.lying_outside(desk, LAN) == ()


@pytest.mark.parametrize("agency", ["", "phong", "Sở Tư pháp"])
def test_a_receiver_nobody_knows_is_refused(desk, agency):
    with pytest.raises(UnknownAgency):
        giving.hand_over(desk, LAN, codes(desk, 1), agency=agency)


def test_a_stack_has_a_bottom_and_a_top(desk):
    with pytest.raises(EmptyStack):
        giving.hand_over(desk, LAN, [], agency="kinh te")
    with pytest.raises(StackTooHigh):
        giving.hand_over(desk, LAN, ["x"] * 501, agency="kinh te")


def test_each_scan_answers_at_once(desk):
    one, two = codes(desk, 2)
    first = scanned_for_handover(desk, LAN, one, agency="kinh te")
    assert (first.line.code, first.line.originals, first.line.copies) == (one, 1, 1)
    assert first.agency == DESK
    seen = [first.line.dossier_id]
    with pytest.raises(ScannedTwice):
        scanned_for_handover(desk, LAN, one, agency="kinh te", giver=DESK, seen=seen)
    with pytest.raises(NoSuchCode):
        scanned_for_handover(desk, LAN, "abc", agency="kinh te")
    with pytest.raises(LiesElsewhere):
        scanned_for_handover(desk, LAN, two, agency="kinh te", giver="Lãnh đạo UBND", seen=seen)


def test_who_has_what_is_listed_by_agency_and_by_what_is_late(desk):
    one, two = codes(desk, 2)
    giving.hand_over(desk, LAN, [one], agency="Văn phòng HĐND")
    giving.hand_over(desk, LAN, [two], agency="kinh te")
    rows = lying.lying_outside(desk, LAN)
    assert [(row.code, row.agency) for row in rows] == [
        (one, "Văn phòng HĐND và UBND"), (two, ECONOMY),
    ]  # fmt: skip
    assert [row.code for row in lying.lying_outside(desk, LAN, agency="kinh te")] == [two]
    assert lying.lying_outside(desk, LAN, is_late=True) == ()
    assert [row.code for row in lying.lying_outside(desk, LAN, agency="desk")] == []
    desk.clock.advance(days=20)
    (late,) = lying.lying_outside(desk, LAN, is_late=True)
    assert (late.code, late.left.is_overdue) == (one, True), "the other has no step"


def test_what_never_left_the_desk_is_late_there_once_the_office_set_its_steps(desk):
    one, two = codes(desk, 2)
    giving.hand_over(desk, LAN, [two], agency="kinh te")
    assert [row.code for row in lying.lying_outside(desk, LAN, agency="desk")] == [one]
    desk.clock.advance(days=20)
    assert lying.lying_outside(desk, LAN, is_late=True) == (), "nobody confirmed what is proposed"
    clock.confirm_clock(desk, LAN)
    step = Step(1, "desk", "Tiếp nhận, chuyển hồ sơ", parse("4 WORKING_HOUR"))
    rules.set_steps(desk, LAN, "1.004884", [step])
    (late,) = lying.lying_outside(desk, LAN, is_late=True)
    assert (late.code, late.agency, late.stay.agency) == (one, BODY, DESK)
    assert lying.lying_outside(desk, LAN, agency="desk", is_late=True) == (late,)
