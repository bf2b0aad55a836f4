"""A stack is finished: each dossier has its row."""

import pytest

from app.domain.errors import InvalidRequest
from app.domain.workflow.states import DossierState
from app.usecases.dossier import batch, progress
from app.usecases.dossier.progress import Opened
from app.usecases.safety import verification
from db.stores.dossiers import UnknownDossier
from tests.builders import LAN, a_desk, a_dossier


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    for _ in range(4):
        a_dossier(desk)
    yield desk
    verification.verify_records(desk, LAN)
    desk.close()


def test_each_has_its_row_and_what_cannot_be_done_is_named(desk):
    progress.finish_processing(desk, LAN, Opened(2))
    progress.request_supplement(desk, LAN, Opened(4), papers=["Tờ khai"], reason="Thiếu chữ ký")
    rows = batch.finish_many(desk, LAN, [3, 2, 1, 3, 4], note="Đã ký")
    assert [(row.dossier_id, row.is_done, row.state) for row in rows] == [
        (3, True, DossierState.FINISHED),
        (2, False, DossierState.FINISHED),
        (1, True, DossierState.FINISHED),
        (4, False, DossierState.AWAITING_SUPPLEMENT),
    ]
    assert rows[1].refusal.facts["state"] is DossierState.FINISHED
    assert all(row.applicant == "Hoàng Thị Mẩy" and row.code for row in rows)


def test_a_dossier_that_is_not_there_or_a_bad_note_stops_all(desk):
    with pytest.raises(UnknownDossier):
        batch.finish_many(desk, LAN, [1, 99])
    with pytest.raises(InvalidRequest):
        batch.finish_many(desk, LAN, [1], note="x" * 2_000)
    assert batch.finish_many(desk, LAN, [1])[0].is_done
    assert batch.finish_many(desk, LAN, []) == ()
