"""Corrections: what stood before is kept, faults are told at once, nobody is overwritten."""

import pytest

from app.domain.dossier.dossier import Applicant, SubmittedDocument
from app.domain.errors import InvalidRequest
from app.usecases.dossier import correction
from app.usecases.dossier.correction import Correction
from app.usecases.dossier.progress import Opened
from app.usecases.queries import lookup
from app.usecases.safety import verification
from db.stores.dossiers import ChangedMeanwhile
from tests.builders import LAN, a_desk, a_dossier, an_applicant


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


def correct(desk, done, what, *, reason="Gõ nhầm", version=None):
    opened = Opened(done.dossier_id, version)
    return correction.correct_dossier(desk, LAN, opened, what, reason=reason)


def view(desk, done):
    return lookup.dossier_view(desk, LAN, done.dossier_id)


def test_corrected_papers_stand_in_the_dossier_and_the_old_list_in_its_timeline(desk):
    done = a_dossier(desk, documents=(SubmittedDocument("Tờ khai", 1, 0),))
    papers = (SubmittedDocument("Tờ khai", 2, 0), SubmittedDocument("Giấy ủy quyền", 0, 1))
    correct(desk, done, Correction(documents=papers))
    seen = view(desk, done)
    assert seen.dossier.documents == papers
    assert seen.timeline[-1].changes == (
        (
            "documents",
            "Tờ khai (1 bản chính, 0 bản sao)",
            "Tờ khai (2 bản chính, 0 bản sao); Giấy ủy quyền (0 bản chính, 1 bản sao)",
        ),
    )
    assert verification.verify_records(desk, LAN).dossiers == 1


def test_of_a_list_of_papers_the_timeline_names_what_differs(desk):
    kept = SubmittedDocument("Tờ khai", 1, 0)
    done = a_dossier(desk, documents=(kept, SubmittedDocument("Ảnh", 0, 2)))
    correct(desk, done, Correction(documents=(kept, SubmittedDocument("Ảnh", 0, 4))))
    assert view(desk, done).timeline[-1].changes == (
        ("documents", "Ảnh (0 bản chính, 2 bản sao)", "Ảnh (0 bản chính, 4 bản sao)"),
    )
    correct(desk, done, Correction(documents=(kept,)))
    assert view(desk, done).timeline[-1].changes == (
        ("documents", "Ảnh (0 bản chính, 4 bản sao)", ""),
    )


def test_a_representative_is_added_and_taken_away_again(desk):
    done = a_dossier(desk)
    correct(desk, done, Correction(representative=Applicant(full_name="Vy Thị Thu Hà")))
    added = view(desk, done)
    assert added.dossier.representative.full_name == "Vy Thị Thu Hà"
    assert ("representative.full_name", "", "Vy Thị Thu Hà") in added.timeline[-1].changes
    assert len(lookup.find(desk, LAN, "thu ha")) == 1
    correct(desk, done, Correction(no_representative=True))
    taken_away = view(desk, done)
    assert taken_away.dossier.representative is None
    assert ("representative.full_name", "Vy Thị Thu Hà", "") in taken_away.timeline[-1].changes
    assert lookup.find(desk, LAN, "thu ha") == ()


def test_a_correction_of_what_someone_else_changed_meanwhile_is_refused(desk):
    done = a_dossier(desk)
    seen = view(desk, done).dossier.version
    correct(desk, done, Correction(note="Bổ sung sau"))
    with pytest.raises(ChangedMeanwhile):
        correct(desk, done, Correction(note="Ghi chú khác"), version=seen)
    assert view(desk, done).dossier.note == "Bổ sung sau"


def test_every_fault_of_a_correction_is_told_at_once_and_nothing_is_kept(desk):
    done = a_dossier(desk)
    before = view(desk, done)
    faulty = Correction(applicant=an_applicant(full_name=" ", born="31/2/1985"))
    with pytest.raises(InvalidRequest) as refused:
        correct(desk, done, faulty, reason="")
    fields = {problem.facts["field"] for problem in refused.value.problems}
    assert fields == {"applicant.full_name", "applicant.born", "reason"}
    assert view(desk, done) == before
