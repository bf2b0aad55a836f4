"""Whatever becomes of a dossier is read back as it was saved."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.catalogue.procedure import ReturnBy
from app.domain.certification.books import CertifiedDocument
from app.domain.deadline.apology import Apology, DelayCause, Notice, NoticeWay
from app.domain.deadline.pauses import PauseKind
from app.domain.dossier.asked import AskedPaper
from app.domain.dossier.dossier import Pause, Promise, PromiseKind, SubmittedDocument
from app.domain.money.fee import FeeKind, plain_line
from app.domain.workflow.states import DossierState
from db.stores import dossiers
from db.stores.dossiers import ChangedMeanwhile
from tests.builders import MONDAY, a_certification, a_desk, an_applicant

LATER = MONDAY + timedelta(days=2)
FEE = plain_line("Lệ phí", 8_000, kind=FeeKind.FEE, per="", quantity=1, source="NQ 1")
ASKED = (AskedPaper("Trích lục", basis="NĐ 123"),)
WAIT = Pause(PauseKind.SUPPLEMENT, MONDAY, None, "Thiếu", ("Trích lục",), "Lan", asked=ASKED)
OVER = replace(WAIT, completed_at=LATER, completed_by="Nôi")
SORRY = Apology(MONDAY, MONDAY, LATER, DelayCause.WORKLOAD, "Nhiều hồ sơ", "Lan")

CHANGES = {
    "a state": {"state": DossierState.PROCESSING},
    "an end": {"state": DossierState.FINISHED, "ended_at": LATER, "finished_at": LATER},
    "a hand-over": {"returned_at": LATER, "returned_to": "Mẩy", "returned_identity": "căn cước"},
    "a reason": {"end_reason": "Nộp nhầm", "tracking": "EE123456789VN"},
    "a person": {"applicant": an_applicant(full_name="Vi Văn Sử", personal_id="", phone="")},
    "who comes": {"representative": an_applicant(full_name="Lý Thị Mai")},
    "papers": {"documents": (SubmittedDocument("Ảnh", 0, 2), SubmittedDocument("Đơn", 1, 0))},
    "no papers": {"documents": ()},
    "a note": {"note": "Gọi trước", "return_by": ReturnBy.POST, "sets": 2},
    "a promise": {"due_at": LATER, "measured_due_at": MONDAY, "calendar_confirmed": False},
    "fees": {"fees": (FEE,)},
    "codes": {"official_code": "G22.1-261123-0001", "former_codes": ("A", "B")},
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """One dossier of two papers to be certified, with a fee."""
    desk = a_desk(tmp_path_factory.mktemp("saved") / "data")
    a_certification(desk, CertifiedDocument("Bằng", copies=2), CertifiedDocument("Học bạ", pages=3))
    yield desk
    desk.close()


def saved(connection, before, **values):
    """A further version with these values, as it is read back."""
    after = replace(before, version=before.version + 1, **values)
    dossiers.save(connection, before, after)
    assert dossiers.by_id(connection, before.id) == after
    assert list(dossiers.every(connection)) == [after]
    return after


@pytest.mark.parametrize("values", CHANGES.values(), ids=CHANGES)
def test_what_is_changed_is_read_back_and_may_be_changed_back(connection, values):
    before = dossiers.by_id(connection, 1)
    after = saved(connection, before, **values)
    saved(connection, after, **{name: getattr(before, name) for name in values})


def test_papers_to_be_certified_keep_their_numbers_when_they_are_corrected(connection):
    before = dossiers.by_id(connection, 1)
    first, second = before.certification
    assert first.number is not None
    mended = (replace(first, name="Bằng lái", copies=3, amount=6_000), second)
    after = saved(connection, before, certification=mended)
    assert after.certification[0].number == first.number


def test_fees_that_did_not_change_stay_the_rows_they_are(connection):
    def rows():
        return connection.exec_driver_sql("SELECT * FROM fee_line ORDER BY 1, 2").all()

    before = dossiers.by_id(connection, 1)
    kept = rows()
    assert kept
    after = saved(connection, before, note="Gọi")
    assert rows() == kept
    saved(connection, after, fees=(FEE, replace(FEE, name="Phí")))
    assert rows() != kept
    assert len(rows()) == 2


def test_promises_are_added_and_the_last_ones_taken_away_again(connection):
    before = dossiers.by_id(connection, 1)
    more = (*before.promises, Promise(PromiseKind.EXTENDED, LATER, True, MONDAY))
    after = saved(connection, before, promises=more, apologies=(SORRY,))
    sorry = (replace(SORRY, notices=(Notice(LATER, NoticeWay.PHONE, "Lan"),)),)
    after = saved(connection, after, apologies=sorry)
    saved(connection, after, promises=before.promises)


def test_a_wait_is_found_by_its_beginning_while_it_lasts_and_the_dossier_waits(connection):
    def since():
        return connection.exec_driver_sql("SELECT waiting_since FROM dossier").scalar()

    before = dossiers.by_id(connection, 1)
    waits = saved(connection, before, state=DossierState.AWAITING_SUPPLEMENT, pauses=(WAIT,))
    assert since() == "2026-11-23T03:15:00Z"
    ended = saved(connection, waits, state=DossierState.STOPPED, ended_at=LATER)
    assert since() is None
    goes_on = saved(connection, ended, state=DossierState.PROCESSING, ended_at=None, pauses=(OVER,))
    assert since() is None
    again = replace(WAIT, asked_at=LATER, papers=(), asked=())
    saved(connection, goes_on, pauses=(OVER, again))


def test_another_change_in_between_is_not_written_over(connection):
    before = dossiers.by_id(connection, 1)
    saved(connection, before, note="Gọi")
    with pytest.raises(ChangedMeanwhile):
        dossiers.save(connection, before, replace(before, version=before.version + 1))
