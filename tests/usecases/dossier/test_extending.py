"""A promise that will not be kept is promised anew with an apology, and the citizen is notified."""

import io
import json
from datetime import datetime

import pypdf
import pytest

from app.domain.approver import ApproverIsOfficer
from app.domain.clock import VIETNAM
from app.domain.deadline.apology import DelayCause, NoticeWay
from app.domain.deadline.extension import (
    ExtensionNeedsApprover,
    ExtensionNotLater,
    ExtensionWhileShut,
    NothingToExtend,
)
from app.domain.deadline.standing import Standing, ended_standing
from app.domain.dossier.promise import NoUnsentApology
from app.domain.errors import InvalidRequest
from app.domain.permission import Permission
from app.domain.workflow.moves import IllegalMove
from app.printing.facts import FormFacts
from app.printing.forms.apology import apology_content
from app.usecases.dossier import extending, progress
from app.usecases.dossier.progress import Opened
from app.usecases.ledger_values import replayed
from app.usecases.office import settings
from app.usecases.printing import prints as printing
from app.usecases.queries import lookup
from app.usecases.safety import verification
from db.stores import ledger
from db.stores.prints import NoSuchForm
from tests.builders import LAN, MONDAY, a_desk, a_dossier, rendered

DUE = datetime(2026, 11, 27, 10, 15, tzinfo=VIETNAM)
NEW = datetime(2026, 12, 1, 9, 0, tzinfo=VIETNAM)
AGAIN = datetime(2026, 12, 3, 9, 0, tzinfo=VIETNAM)
WHY = {"cause": DelayCause.CHECKING, "reason": "chờ Công an xã trả lời"}
BOSS = "Vy Văn Nam"


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


@pytest.fixture
def opened(desk):
    """Received on Monday for Friday, the 24th being a day off."""
    return Opened(a_dossier(desk).dossier_id)


def extend(desk, opened, due_at=NEW, **more):
    return extending.extend_promise(desk, LAN, opened, due_at=due_at, **(WHY | more))


def known(desk, opened):
    return lookup.dossier_view(desk, LAN, opened.dossier_id).dossier


def words(desk, paper):
    pdf = printing.make_print(desk, LAN, paper, paper="a4").pdf
    return " ".join(pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())


def test_the_citizen_gets_an_apology_with_its_number_the_reason_and_the_new_time(desk, opened):
    changed = extend(desk, opened)
    assert changed.due_at == NEW
    assert changed.paper == printing.wanted_form(desk, LAN, opened.dossier_id, "04")
    said = words(desk, changed.paper)
    for part in (
        "0001/PXL",
        "Cần thêm thời gian xác minh, kiểm tra thực tế: chờ Công an xã trả lời",
        "09 giờ 00 phút, ngày 01 tháng 12 năm 2026",
        "GIÁM ĐỐC",
    ):
        assert part in said
    verification.verify_records(desk, LAN)


def test_every_promise_is_kept_and_on_time_is_still_measured_by_the_first(desk, opened):
    extend(desk, opened)
    desk.clock.set(NEW.replace(hour=8, minute=0))
    progress.finish_processing(desk, LAN, opened)
    dossier = known(desk, opened)
    assert [promise.due_at for promise in dossier.promises] == [DUE, NEW]
    assert ended_standing(dossier.ended_at, dossier.measured_due_at) is Standing.LATE


def test_a_second_extension_needs_an_approver_and_is_marked(desk, opened):
    first = extend(desk, opened)
    with pytest.raises(ExtensionNeedsApprover):
        extend(desk, opened, AGAIN)
    second = extend(desk, opened, AGAIN, approver=BOSS)
    assert second.paper != first.paper
    assert "0002/PXL" in words(desk, second.paper)
    assert "0001/PXL" in words(desk, first.paper)
    apology = known(desk, opened).apologies[-1]
    assert (apology.is_repeated, apology.is_late, apology.approver) == (True, False, BOSS)
    verification.verify_records(desk, LAN)


def test_the_office_may_allow_two_without_an_approver(desk, opened):
    settings.change_setting(desk, LAN, "extensions_allowed", "2")
    extend(desk, opened)
    assert not known(desk, opened).apologies[0].is_repeated
    extend(desk, opened, AGAIN)
    assert not known(desk, opened).apologies[1].is_repeated


def test_after_expiry_it_is_still_possible_with_an_approver_and_is_marked(desk, opened):
    desk.clock.set(datetime(2026, 11, 30, 8, 0, tzinfo=VIETNAM))
    with pytest.raises(ExtensionNeedsApprover):
        extend(desk, opened)
    extend(desk, opened, approver=BOSS)
    assert known(desk, opened).apologies[0].is_late


@pytest.mark.parametrize("name", ["Hoàng Thị Lan", "hoang  thi lan", "HOÀNG THỊ LAN"])
def test_whoever_promises_anew_cannot_approve_it_in_any_spelling(desk, opened, name):
    extend(desk, opened)
    with pytest.raises(InvalidRequest) as refused:
        extend(desk, opened, AGAIN, approver=name)
    (problem,) = refused.value.facts["problems"]
    assert isinstance(problem, ApproverIsOfficer)
    assert problem.field == "approver"
    assert len(known(desk, opened).apologies) == 1


def test_the_ledger_says_that_the_approver_was_named_not_proven(desk, opened):
    extend(desk, opened)
    extend(desk, opened, AGAIN, approver=BOSS)
    with desk.records.read() as connection:
        row = ledger.of_dossier(connection, opened.dossier_id)[-1]
    assert json.loads(row.detail)["approval"][1] == {"approver": BOSS, "proof": "NAMED"}


def test_the_ledger_tells_the_dossier_as_it_stands(desk, opened):
    extend(desk, opened)
    extending.note_notice(desk, LAN, opened, way=NoticeWay.PHONE, note="gặp con gái")
    extend(desk, opened, AGAIN, approver=BOSS)
    with desk.records.read() as connection:
        rows = ledger.of_dossier(connection, opened.dossier_id)
    assert replayed(rows, opened.dossier_id) == _stored(desk, opened)


def _stored(desk, opened):
    with desk.view(LAN, Permission.DOSSIER_VIEW) as view:
        return view.dossier(opened)


def test_history_says_from_when_to_when_and_who_approved(desk, opened):
    extend(desk, opened)
    extend(desk, opened, AGAIN, approver=BOSS)
    last = lookup.dossier_view(desk, LAN, opened.dossier_id).timeline[-1]
    changes = {change.field: (change.old, change.new) for change in last.changes}
    assert changes["due_at"] == ("09:00 01/12/2026", "09:00 03/12/2026")
    assert changes["approver"] == ("", f"{BOSS} (nêu tên, chưa xác thực)")


def test_the_province_is_told_the_new_time_and_why(desk, opened):
    extend(desk, opened)
    whole, step = (json.loads(body) for body in rendered(desk)[-2:])
    assert "20261201090000" in json.dumps(whole)
    assert "Xin lỗi, hẹn lại ngày trả kết quả: Cần thêm" in json.dumps(step, ensure_ascii=False)


def test_who_was_notified_stands_with_the_apology(desk, opened):
    extend(desk, opened)
    assert known(desk, opened).unsent_apology is not None
    desk.clock.advance(minutes=20)
    extending.note_notice(desk, LAN, opened, way=NoticeWay.PHONE, note="gặp con gái")
    (apology,) = known(desk, opened).apologies
    assert apology.sent_at == MONDAY.replace(minute=35)
    assert (apology.notices[0].officer, apology.notices[0].note) == (LAN.officer, "gặp con gái")
    with pytest.raises(NoUnsentApology):
        extending.note_notice(desk, LAN, opened, way=NoticeWay.PAPER)
    verification.verify_records(desk, LAN)


def test_what_is_promised_lies_ahead_while_the_desk_is_open(desk, opened):
    with pytest.raises(ExtensionNotLater):
        extend(desk, opened, DUE)
    with pytest.raises(ExtensionWhileShut):
        extend(desk, opened, datetime(2026, 11, 29, 9, 0, tzinfo=VIETNAM))


def test_a_reason_is_never_missing(desk, opened):
    with pytest.raises(InvalidRequest):
        extend(desk, opened, cause=DelayCause.OTHER, reason=" ")
    extend(desk, opened, cause=DelayCause.WEATHER, reason="")
    assert known(desk, opened).apologies[0].reason == "Thiên tai, mưa lũ"


def test_what_no_form_can_print_is_refused_before_anything_is_promised(desk, opened):
    with pytest.raises(InvalidRequest) as refused:
        extend(desk, opened, reason="chờ 😀")
    assert refused.value.facts["problems"][0].field == "reason"
    assert not known(desk, opened).apologies


def test_a_dossier_that_waits_or_has_ended_is_not_promised_anew(desk, opened):
    progress.request_supplement(desk, LAN, opened, papers=["Giấy"], reason="Thiếu")
    with pytest.raises(IllegalMove):
        extend(desk, opened)
    progress.complete_supplement(desk, LAN, opened)
    progress.finish_processing(desk, LAN, opened)
    for ask in (lambda: extend(desk, opened),
                lambda: extending.proposed_extension(desk, LAN, opened.dossier_id)):  # fmt: skip
        with pytest.raises(IllegalMove):
            ask()


def test_a_new_time_is_proposed_and_can_be_promised_as_it_is(desk, opened):
    proposal = extending.proposed_extension(desk, LAN, opened.dossier_id)
    assert (proposal.days, proposal.limit_days) == (2, 3)
    assert extend(desk, opened, proposal.due_at).due_at == proposal.due_at


def test_without_a_limit_there_is_nothing_to_promise_anew(desk):
    other = a_dossier(desk)
    with desk.records.write() as connection:
        connection.exec_driver_sql("UPDATE dossier SET due_at = NULL")
    with pytest.raises(NothingToExtend):
        extending.proposed_extension(desk, LAN, other.dossier_id)


def test_a_dossier_that_was_never_promised_anew_has_no_such_paper(desk, opened):
    assert "04" not in lookup.dossier_view(desk, LAN, opened.dossier_id).forms
    with pytest.raises(NoSuchForm):
        printing.wanted_form(desk, LAN, opened.dossier_id, "04")


def test_the_office_signs_in_its_own_name_and_numbers_in_its_own_series(desk, opened):
    settings.change_setting(desk, LAN, "head_title", "KT. Giám đốc / Phó Giám đốc")
    settings.change_setting(desk, LAN, "head_name", "Lý Thị Mai")
    settings.change_setting(desk, LAN, "apology_series", "PXL-TTHCC")
    said = words(desk, extend(desk, opened).paper)
    for part in ("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC", "Lý Thị Mai", "0001/PXL-TTHCC"):
        assert part in said


def test_a_form_about_an_apology_needs_one(desk, opened):
    rules, dossier = lookup.rules(desk, LAN), known(desk, opened)
    facts = FormFacts(
        dossier=dossier,
        procedure=rules.procedure(dossier.procedure_version),
        settings=rules.settings,
        printed_at=MONDAY,
    )
    with pytest.raises(ValueError, match="without one"):
        apology_content(facts)
