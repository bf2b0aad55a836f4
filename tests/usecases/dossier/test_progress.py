"""What happens to a dossier after intake."""

import json
from datetime import datetime

import pytest

from app.domain.clock import VIETNAM
from app.domain.dossier.dossier import Applicant, ApplicantKind
from app.domain.dossier.identity import IdKind, Sex
from app.domain.errors import InvalidRequest
from app.domain.workflow.moves import IllegalMove
from app.domain.workflow.states import DossierState
from app.usecases.dossier import correction, ending, progress
from app.usecases.dossier.correction import Correction, NothingToCorrect
from app.usecases.dossier.progress import Opened
from app.usecases.queries import lookup
from db.packing import unpacked
from db.stores.dossiers import ChangedMeanwhile, UnknownDossier
from tests.builders import LAN, a_desk, a_dossier, an_applicant, rendered


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


def at(day, hour, minute=0):
    return datetime(2026, 11, day, hour, minute, tzinfo=VIETNAM)


def view(desk, done):
    return lookup.dossier_view(desk, LAN, done.dossier_id)


def test_waiting_for_papers_stops_the_clock_and_completion_moves_the_promise(desk):
    done = a_dossier(desk)
    opened = Opened(done.dossier_id)
    desk.clock.set(at(25, 8))
    asked = progress.request_supplement(
        desk, LAN, opened, papers=["Trích lục ly hôn"], reason="Thiếu trích lục"
    )
    assert asked.due_at is None
    assert asked.state is DossierState.AWAITING_SUPPLEMENT
    desk.clock.set(at(26, 8))
    completed = progress.complete_supplement(desk, LAN, opened)
    # 8 open hours inside the wait move Friday 27/11 10:15 to Monday 30/11 10:15.
    assert completed.due_at == at(30, 10, 15)
    dossier = view(desk, done).dossier
    assert [promise.due_at for promise in dossier.promises] == [done.due_at, completed.due_at]
    assert dossier.pauses[0].papers == ("Trích lục ly hôn",)


def test_a_second_request_is_counted(desk):
    done = a_dossier(desk)
    opened = Opened(done.dossier_id)
    for day in (25, 26):
        desk.clock.set(at(day, 8))
        progress.request_supplement(desk, LAN, opened, papers=["Giấy"], reason="Thiếu")
        desk.clock.set(at(day, 9))
        progress.complete_supplement(desk, LAN, opened)
    assert view(desk, done).dossier.supplement_requests == 2


def test_a_finished_result_is_returned_to_a_named_person(desk):
    done = a_dossier(desk)
    opened = Opened(done.dossier_id)
    desk.clock.set(at(26, 9))
    progress.finish_processing(desk, LAN, opened)
    desk.clock.set(at(30, 9))
    progress.return_result(
        desk, LAN, opened, to_whom="Hoàng Thị Mẩy", identity="Thẻ căn cước 020185001234"
    )
    dossier = view(desk, done).dossier
    assert dossier.state is DossierState.RETURNED
    assert dossier.ended_at == at(26, 9)  # collecting late never makes it late
    assert dossier.returned_at == at(30, 9)
    assert dossier.returned_to == "Hoàng Thị Mẩy"


@pytest.mark.parametrize(("to_whom", "identity"), [("", "Căn cước"), ("Mẩy", " ")])
def test_nobody_takes_a_result_without_a_name_and_a_document(desk, to_whom, identity):
    done = a_dossier(desk)
    progress.finish_processing(desk, LAN, Opened(done.dossier_id))
    with pytest.raises(InvalidRequest):
        progress.return_result(
            desk, LAN, Opened(done.dossier_id), to_whom=to_whom, identity=identity
        )


def test_a_result_cannot_be_returned_before_it_is_there(desk):
    done = a_dossier(desk)
    with pytest.raises(IllegalMove):
        progress.return_result(
            desk, LAN, Opened(done.dossier_id), to_whom="Mẩy", identity="Căn cước"
        )


def test_cancelling_needs_a_reason_and_keeps_the_number(desk):
    done = a_dossier(desk)
    with pytest.raises(InvalidRequest):
        ending.cancel_dossier(desk, LAN, Opened(done.dossier_id), reason=" ")
    ending.cancel_dossier(desk, LAN, Opened(done.dossier_id), reason="Nhập nhầm người")
    assert view(desk, done).dossier.state is DossierState.STOPPED
    assert a_dossier(desk).dossier_code.endswith("-0002")


def test_cancelling_a_waiting_dossier_ends_its_wait(desk):
    done = a_dossier(desk)
    opened = Opened(done.dossier_id)
    progress.request_supplement(desk, LAN, opened, papers=["Giấy"], reason="Thiếu")
    ending.cancel_dossier(desk, LAN, opened, reason="Người nộp xin rút", withdrawn=True)
    dossier = view(desk, done).dossier
    assert dossier.state is DossierState.WITHDRAWN
    assert dossier.pauses[0].completed_at is not None


def test_a_correction_keeps_the_old_value_and_freezes_a_new_receipt(desk):
    done = a_dossier(desk)
    corrected = correction.correct_dossier(
        desk, LAN, Opened(done.dossier_id),
        Correction(applicant=an_applicant(full_name="Hoàng Thị Mây", phone="0987654321")),
        reason="Gõ nhầm tên",
    )  # fmt: skip
    assert corrected.due_at == done.due_at
    seen = view(desk, done)
    assert seen.timeline[-1].changes == (
        ("applicant.full_name", "Hoàng Thị Mẩy", "Hoàng Thị Mây"),
        ("applicant.phone", "0912345678", "0987654321"),
    )
    assert seen.timeline[-1].reason == "Gõ nhầm tên"
    assert [row.code for row in lookup.find(desk, LAN, "may 0987")] == [done.dossier_code]
    assert lookup.find(desk, LAN, "0912345678") == ()
    with desk.records.read() as connection:
        contents = connection.exec_driver_sql("SELECT count(*) FROM form_content").scalar_one()
    assert contents == 2


def test_a_representative_is_added_and_taken_away_by_a_correction(desk):
    done = a_dossier(desk)
    opened = Opened(done.dossier_id)
    brought = Applicant(full_name="Lý A Sềnh", personal_id="020190009999")
    correction.correct_dossier(
        desk, LAN, opened, Correction(representative=brought), reason="Ghi sót người nộp thay"
    )
    seen = view(desk, done)
    assert seen.dossier.representative == brought
    assert seen.timeline[-1].changes == (
        ("representative.full_name", "", "Lý A Sềnh"),
        ("representative.id_kind", "", "PERSONAL_ID"),
        ("representative.kind", "", "CITIZEN"),
        ("representative.personal_id", "", "020190009999"),
    )
    assert "Lý A Sềnh" in newest_receipt(desk)
    assert [row.code for row in lookup.find(desk, LAN, "ly a senh")] == [done.dossier_code]
    correction.correct_dossier(
        desk, LAN, opened, Correction(no_representative=True), reason="Ghi nhầm hồ sơ"
    )
    assert view(desk, done).dossier.representative is None
    assert "Lý A Sềnh" not in newest_receipt(desk)


def test_sex_and_kind_are_corrected_with_the_old_value_kept(desk):
    done = a_dossier(desk)
    opened = Opened(done.dossier_id)
    man = an_applicant(sex=Sex.MALE)
    correction.correct_dossier(desk, LAN, opened, Correction(applicant=man), reason="Gõ nhầm")
    assert view(desk, done).timeline[-1].changes == (("applicant.sex", "FEMALE", "MALE"),)
    business = Applicant(
        full_name="Hộ kinh doanh Bế Văn Ích",
        kind=ApplicantKind.BUSINESS,
        personal_id="4900123456",
        id_kind=IdKind.TAX_CODE,
    )
    correction.correct_dossier(
        desk, LAN, opened, Correction(applicant=business), reason="Hồ sơ của hộ kinh doanh"
    )
    assert view(desk, done).dossier.applicant == business
    changes = view(desk, done).timeline[-1].changes
    assert ("applicant.kind", "CITIZEN", "BUSINESS") in changes
    assert ("applicant.sex", "MALE", "") in changes
    assert outbox_bodies(desk)[-1]["du_lieu"]["LoaiDoiTuong"] == "2"


def newest_receipt(desk) -> str:
    with desk.records.read() as connection:
        body = connection.exec_driver_sql(
            "SELECT body FROM form_content ORDER BY id DESC LIMIT 1"
        ).scalar_one()
    return unpacked(body).decode()


def outbox_bodies(desk) -> list[dict]:
    return [json.loads(body) for body in rendered(desk)]


def test_a_correction_needs_a_reason_and_a_change(desk):
    done = a_dossier(desk)
    with pytest.raises(InvalidRequest):
        correction.correct_dossier(
            desk, LAN, Opened(done.dossier_id), Correction(note="Ghi chú"), reason=""
        )
    with pytest.raises(NothingToCorrect):
        correction.correct_dossier(
            desk, LAN, Opened(done.dossier_id), Correction(), reason="Không rõ"
        )


def test_what_someone_else_changed_meanwhile_is_not_overwritten(desk):
    done = a_dossier(desk)
    progress.start_processing(desk, LAN, Opened(done.dossier_id, 1))
    with pytest.raises(ChangedMeanwhile):
        progress.finish_processing(desk, LAN, Opened(done.dossier_id, 1))


def test_a_dossier_that_is_not_there_is_named(desk):
    with pytest.raises(UnknownDossier):
        progress.start_processing(desk, LAN, Opened(99))


def test_each_change_leaves_one_dossier_event_and_one_more_when_the_state_moved(desk):
    done = a_dossier(desk)
    opened = Opened(done.dossier_id)
    correction.correct_dossier(desk, LAN, opened, Correction(note="Ghi chú"), reason="Thêm")
    progress.finish_processing(desk, LAN, opened)
    with desk.records.read() as connection:
        kinds = connection.exec_driver_sql(
            "SELECT ledger_seq, group_concat(kind) FROM outbox GROUP BY ledger_seq ORDER BY 1"
        ).all()
    assert [kind for _, kind in kinds] == ["DOSSIER,STEP", "DOSSIER", "DOSSIER,STEP"]


@pytest.mark.parametrize("papers", [[], ["  ", ""]])
def test_papers_are_asked_for_by_name_or_the_clock_runs_on(desk, papers):
    done = a_dossier(desk)
    with pytest.raises(InvalidRequest) as refused:
        progress.request_supplement(
            desk, LAN, Opened(done.dossier_id), papers=papers, reason="Thiếu"
        )
    assert [problem.facts["field"] for problem in refused.value.problems] == ["papers"]
    assert view(desk, done).dossier.due_at == done.due_at
