"""Registering a dossier: everything at once, or nothing."""

import json
from datetime import datetime

import pytest

from app.domain.actor import Actor
from app.domain.catalogue.procedure import IncompleteLimit, ProcedureNotInForce, UnknownProcedure
from app.domain.clock import VIETNAM
from app.domain.dossier.dossier import SubmittedDocument
from app.domain.dossier.identity import IdDoubt
from app.domain.errors import InvalidRequest
from app.domain.workflow.states import DossierState
from app.usecases.dossier import drafting, intake
from app.usecases.office import settings
from app.usecases.queries import lookup
from db.packing import unpacked
from db.stores import reference
from tests.builders import LAN, MONDAY, a_desk, a_dossier, a_request, an_applicant, rendered


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


def rows(desk, sql):
    with desk.records.read() as connection:
        return connection.exec_driver_sql(sql).all()


def test_a_dossier_gets_the_first_number_of_its_day_and_a_promise_past_the_day_off(desk):
    done = a_dossier(desk)
    assert done.dossier_code == "H37.99.1-261123-0001"
    # Three working days after Monday; Tuesday 24/11 is a day off.
    assert done.due_at == datetime(2026, 11, 27, 10, 15, tzinfo=VIETNAM)
    assert done.calendar_confirmed
    view = lookup.dossier_view(desk, LAN, done.dossier_id)
    assert view.dossier.state is DossierState.RECEIVED
    assert [p.name for p in view.dossier.documents] == [
        "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân", "Trích lục ghi chú ly hôn",
    ]  # fmt: skip
    assert [entry.event for entry in view.timeline] == ["RECEIVE"]


def test_numbers_follow_one_another(desk):
    codes = [a_dossier(desk).dossier_code for _ in range(3)]
    assert [code[-4:] for code in codes] == ["0001", "0002", "0003"]


def test_a_refused_request_uses_no_number_and_leaves_no_trace(desk):
    ledger_rows = rows(desk, "SELECT count(*) FROM ledger")
    with pytest.raises(InvalidRequest):
        a_dossier(desk, applicant=an_applicant(full_name=""))
    assert rows(desk, "SELECT count(*) FROM ledger") == ledger_rows
    assert a_dossier(desk).dossier_code.endswith("-0001")


def test_a_back_dated_dossier_takes_the_next_number_of_its_own_day(desk):
    a_dossier(desk)
    friday = datetime(2026, 11, 20, 9, 0, tzinfo=VIETNAM)
    assert a_dossier(desk, received_at=friday).dossier_code == "H37.99.1-261120-0001"
    assert a_dossier(desk).dossier_code == "H37.99.1-261123-0002"


def test_each_station_draws_from_its_own_block(desk):
    settings.change_setting(desk, LAN, "stations", "1:1-4999,2:5000-9999")
    assert a_dossier(desk, Actor("Nông Văn Định", 2)).dossier_code.endswith("-5000")
    assert a_dossier(desk).dossier_code.endswith("-0001")


def test_one_dossier_event_and_one_progress_event_leave_with_the_dossier(desk):
    done = a_dossier(desk)
    events = rows(desk, "SELECT kind, dossier_code, version, state FROM outbox ORDER BY position")
    assert events == [
        ("DOSSIER", done.dossier_code, 1, "PENDING"),
        ("STEP", done.dossier_code, 1, "PENDING"),
    ]
    assert json.loads(rendered(desk)[0])["ma_ho_so"] == done.dossier_code


def test_the_ledger_hash_given_back_is_the_stored_one(desk):
    done = a_dossier(desk)
    assert rows(desk, "SELECT hash FROM ledger WHERE chain = 1 ORDER BY seq DESC LIMIT 1") == [
        (done.ledger_hash,)
    ]


def test_the_receipt_content_is_frozen_with_the_dossier(desk):
    done = a_dossier(desk)
    stored = rows(desk, "SELECT body FROM form_content")
    assert [unpacked(body) for (body,) in stored] == [done.content]
    assert json.loads(done.content)["applicant_name"] == "Hoàng Thị Mẩy"


def test_a_draft_is_dropped_in_the_same_breath(desk):
    drafting.keep_draft(desk, LAN, "d1", {"applicant": {"full_name": "Hoàng"}}, "Hoàng")
    drafting.keep_draft(desk, LAN, "d2", {}, "khác")
    intake.register_dossier(desk, LAN, a_request(), draft_id="d1")
    assert [draft.id for draft in lookup.open_drafts(desk, LAN, 1)] == ["d2"]


def test_an_unknown_procedure_is_refused(desk):
    with pytest.raises(UnknownProcedure):
        a_dossier(desk, procedure="9.999999")


def test_a_procedure_no_longer_in_force_is_refused(desk):
    with desk.records.write() as connection:
        connection.exec_driver_sql(
            "UPDATE procedure_version SET effective_to = '2026-11-01' WHERE code = '1.004873'"
        )
        reference.touch(connection)
    with pytest.raises(ProcedureNotInForce):
        a_dossier(desk)
    assert a_dossier(desk, received_at=datetime(2026, 10, 30, 9, 0)).dossier_code


def test_a_procedure_without_a_limit_is_found_but_never_received_with_a_guessed_date(desk):
    incomplete = [c for c in lookup.procedure_choices(desk, LAN, MONDAY) if not c.is_complete]
    assert incomplete
    stored = lookup.procedure(desk, LAN, incomplete[0].version).procedure
    rule = next(r for r in stored.limits if r.limit is None)
    with pytest.raises(IncompleteLimit):
        a_dossier(desk, procedure=stored.code, channel=rule.channel, case=rule.case)


def test_a_case_the_procedure_does_not_have_is_refused(desk):
    with pytest.raises(InvalidRequest) as refused:
        a_dossier(desk, case="không có")
    assert refused.value.problems[0].field == "case"


def test_where_the_limit_depends_on_the_case_the_case_is_asked_for_and_the_cases_are_named(desk):
    with pytest.raises(InvalidRequest) as refused:
        a_dossier(desk, procedure="2.000748")
    (problem,) = refused.value.problems
    assert isinstance(problem, intake.CaseMissing)
    assert "Bổ sung thông tin hộ tịch" in problem.facts["cases"]
    assert rows(desk, "SELECT * FROM number_series") == []


def test_a_request_without_a_procedure_is_refused_at_its_field(desk):
    with pytest.raises(InvalidRequest) as refused:
        a_dossier(desk, procedure="  ")
    assert [problem.field for problem in refused.value.problems] == ["procedure"]


def test_a_doubtful_identity_number_warns_and_is_kept(desk):
    done = a_dossier(desk, applicant=an_applicant(personal_id="020085001234"))
    assert done.doubts == (("applicant.personal_id", IdDoubt.SEX_DIFFERS),)


def test_a_promise_in_an_unconfirmed_year_says_so(tmp_path):
    late_2027 = datetime(2027, 12, 29, 9, 0, tzinfo=VIETNAM)
    desk = a_desk(tmp_path / "later", late_2027)
    done = a_dossier(desk)
    assert done.due_at.year == 2028
    assert not done.calendar_confirmed
    desk.close()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"applicant": an_applicant(full_name="Lý A 🙂")}, "applicant.full_name"),
        ({"applicant": an_applicant(address="北京")}, "applicant.address"),
        ({"note": "Ω"}, "note"),
        ({"documents": (SubmittedDocument("Giấy ☑"),)}, "documents.0"),
    ],
)
def test_letters_no_form_can_print_are_refused_at_their_field(desk, changes, field):
    with pytest.raises(InvalidRequest) as refused:
        a_dossier(desk, **changes)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert a_dossier(desk).dossier_code.endswith("-0001")
