"""What a request would become, before anything is stored."""

from datetime import datetime

import pytest

from app.domain.catalogue.procedure import Channel, UnknownProcedure
from app.domain.clock import VIETNAM
from app.domain.errors import InvalidRequest
from app.usecases.dossier import drafting, preview
from app.usecases.queries import lookup
from app.usecases.safety import verification
from tests.builders import LAN, a_desk, a_dossier, a_request, an_applicant


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


def test_the_preview_promises_exactly_what_registering_then_does(desk):
    shown = preview.preview_promise(desk, LAN, a_request())
    done = a_dossier(desk)
    assert shown.explanation.due_at == done.due_at


def test_a_preview_stores_nothing_and_uses_no_number(desk):
    content = preview.preview_receipt(desk, LAN, a_request(applicant=an_applicant(full_name="")))
    assert content.code == content.number == content.qr_text == ""
    assert a_dossier(desk).dossier_code.endswith("-0001")


def test_a_preview_of_an_unknown_procedure_is_refused(desk):
    with pytest.raises(UnknownProcedure):
        preview.preview_promise(desk, LAN, a_request(procedure="9.999999"))


def test_a_preview_with_an_unknown_case_is_refused_at_its_field(desk):
    with pytest.raises(InvalidRequest) as refused:
        preview.preview_promise(desk, LAN, a_request(case="không có"))
    assert refused.value.problems[0].field == "case"


def test_a_stored_dossier_explains_its_promise_with_its_waits(desk):
    done = a_dossier(desk, channel=Channel.ONLINE, received_at=datetime(2026, 11, 20, 9, 0))
    dossier = lookup.dossier_view(desk, LAN, done.dossier_id).dossier
    explained = preview.explain_dossier(desk, LAN, dossier)
    assert explained.due_at == dossier.due_at == done.due_at
    assert explained.received_at == datetime(2026, 11, 20, 9, 0, tzinfo=VIETNAM)


def test_a_copy_from_the_original_register_is_due_the_day_it_is_asked_for(desk):
    friday = datetime(2026, 11, 27, 9, 0)
    shown = preview.preview_promise(desk, LAN, a_request(procedure="2.000908", received_at=friday))

    assert shown.explanation.due_at == datetime(2026, 11, 27, 17, 0, tzinfo=VIETNAM)
    assert shown.explanation.basis[0] == "Nghị định 23/2015/NĐ-CP, Điều 7"


def test_a_dossier_of_january_cites_the_law_of_january(desk):
    done = a_dossier(desk, procedure="1.001193", received_at=datetime(2026, 1, 5, 9, 0))
    dossier = lookup.dossier_view(desk, LAN, done.dossier_id).dossier

    assert preview.explain_dossier(desk, LAN, dossier).basis == (
        "Luật Hộ tịch 2014, khoản 3 Điều 5",
        "Bộ luật Lao động 2019, Điều 111 và 112",
    )


def test_a_latest_day_of_the_year_is_kept_with_the_dossier_and_in_its_ledger(desk):
    done = a_dossier(desk, procedure="1.012222")
    dossier = lookup.dossier_view(desk, LAN, done.dossier_id).dossier

    assert str(dossier.limit) == "25 WORKING_DAY NOT_LATER 12-14"
    assert dossier.due_at == datetime(2026, 12, 14, 17, 0, tzinfo=VIETNAM)
    assert preview.explain_dossier(desk, LAN, dossier).due_at == dossier.due_at
    verification.verify_records(desk, LAN)


@pytest.mark.parametrize(
    ("received_on", "form_set"), [((2025, 9, 12), "tt01-2018"), ((2025, 9, 15), "tt03-2025")]
)
def test_a_dossier_keeps_the_forms_of_the_day_it_came(tmp_path, received_on, form_set):
    desk = a_desk(tmp_path / "of-2025", datetime(*received_on, 9, 0, tzinfo=VIETNAM))
    done = a_dossier(desk)
    dossier = lookup.dossier_view(desk, LAN, done.dossier_id).dossier
    desk.close()

    assert dossier.form_set == form_set


def test_a_draft_can_be_kept_again_and_dropped(desk):
    drafting.keep_draft(desk, LAN, "d1", {"a": 1}, "Hoàng")
    drafting.keep_draft(desk, LAN, "d1", {"a": 2}, "Hoàng Thị")
    kept = lookup.open_drafts(desk, LAN, 1)
    assert [(draft.summary, draft.body) for draft in kept] == [("Hoàng Thị", {"a": 2})]
    assert lookup.counts(desk, LAN, desk.clock.now()).drafts == 1
    drafting.drop_draft(desk, LAN, "d1")
    drafting.drop_draft(desk, LAN, "d1")
    assert lookup.open_drafts(desk, LAN, 1) == ()
