"""What an opened dossier lacks."""

import pytest

from app.domain.dossier.dossier import SubmittedDocument
from app.usecases.dossier import correction, progress
from app.usecases.dossier.correction import Correction
from app.usecases.dossier.progress import Opened
from app.usecases.queries import lookup
from tests.builders import LAN, a_desk, a_dossier

OTHER = (SubmittedDocument("Trích lục ghi chú ly hôn", 0, 1),)


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


def missing(desk, done):
    return lookup.dossier_view(desk, LAN, done.dossier_id).dossier.missing


def required(desk, done):
    dossier = lookup.dossier_view(desk, LAN, done.dossier_id).dossier
    stored = lookup.procedure(desk, LAN, dossier.procedure_version)
    return tuple(one.name for one in stored.procedure.documents_for(None) if one.required)


def test_required_papers_that_were_not_handed_in_are_missing(desk):
    done = a_dossier(desk, documents=OTHER)
    assert missing(desk, done) == required(desk, done)
    assert missing(desk, done) != ()


def test_what_was_asked_for_and_brought_is_missing_no_more(desk):
    done = a_dossier(desk, documents=OTHER)
    opened = Opened(done.dossier_id)
    asked = missing(desk, done)
    progress.request_supplement(desk, LAN, opened, papers=asked, reason="Thiếu")
    assert missing(desk, done) == asked
    progress.complete_supplement(desk, LAN, opened)
    assert missing(desk, done) == ()


def test_a_paper_added_by_a_correction_is_missing_no_more(desk):
    done = a_dossier(desk, documents=OTHER)
    added = tuple(SubmittedDocument(name) for name in missing(desk, done))
    wanted = Correction(documents=OTHER + added)
    correction.correct_dossier(desk, LAN, Opened(done.dossier_id), wanted, reason="Ghi sót")
    assert missing(desk, done) == ()


def test_a_dossier_that_has_ended_lacks_nothing(desk):
    done = a_dossier(desk, documents=OTHER)
    progress.finish_processing(desk, LAN, Opened(done.dossier_id))
    assert missing(desk, done) == ()
