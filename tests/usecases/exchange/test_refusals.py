"""What the province refused is open until it took what stands of the dossier now."""

import pytest

from app.answers.exchange import Mending
from app.domain.dossier.correction import Correction
from app.domain.dossier.opened import Opened
from app.usecases.dossier import correction, progress
from app.usecases.exchange import answering
from app.usecases.queries import lookup
from app.usecases.safety import verification
from tests.builders import LAN, a_desk, a_dossier
from tests.usecases.exchange.test_exporting import answers, sent

LACKS, WRONG = "SoDienThoai: thiếu", "Họ tên chưa đúng"


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


def refuse(desk, message, **more):
    answering.take_answers(desk, LAN, answers(sent(desk), "TU_CHOI", message=message, **more))


def mend(desk, done, note="Gọi trước"):
    opened = Opened(done.dossier_id)
    correction.correct_dossier(desk, LAN, opened, Correction(note=note), reason="Tỉnh từ chối")


def seen(desk):
    """Every row of the list: whose, why, and how far somebody is with it."""
    found = [(r.dossier_id, r.message, r.mending) for r in lookup.rejected_events(desk, LAN)]
    summary = lookup.outbox_summary(desk, LAN)
    assert summary.rejected == len(found)
    to_mend = [one for one in found if one[2] is Mending.NONE]
    assert summary.to_mend == lookup.refused_to_mend(desk, LAN) == len(to_mend)
    return found


def test_a_dossier_with_several_refused_events_stands_once(desk):
    done = a_dossier(desk)
    first, second = sent(desk)
    answering.take_answers(desk, LAN, answers([first], "TU_CHOI", message=LACKS))
    answering.take_answers(desk, LAN, answers([second], "TU_CHOI", message=WRONG))
    assert seen(desk) == [(done.dossier_id, f"{WRONG} · {LACKS}", Mending.NONE)]
    assert lookup.dossier_view(desk, LAN, done.dossier_id).refusal.message == f"{WRONG} · {LACKS}"


def test_the_row_says_how_far_one_is_and_goes_once_it_is_taken(desk):
    done = a_dossier(desk)
    refuse(desk, LACKS)
    assert seen(desk) == [(done.dossier_id, LACKS, Mending.NONE)]
    mend(desk, done)
    assert seen(desk) == [(done.dossier_id, LACKS, Mending.UNSENT)]
    events = sent(desk)
    assert seen(desk) == [(done.dossier_id, LACKS, Mending.SENT)]
    mend(desk, done, "Gọi sau")
    assert seen(desk) == [(done.dossier_id, LACKS, Mending.UNSENT)]
    answering.take_answers(desk, LAN, answers(events))
    assert seen(desk) == []
    assert lookup.dossier_view(desk, LAN, done.dossier_id).refusal is None
    verification.verify_records(desk, LAN)


def test_refused_again_only_the_new_reason_is_left_to_mend(desk):
    done = a_dossier(desk)
    refuse(desk, LACKS)
    mend(desk, done)
    refuse(desk, WRONG)
    assert seen(desk) == [(done.dossier_id, WRONG, Mending.NONE)]


def test_a_step_forward_mends_nothing(desk):
    done = a_dossier(desk)
    refuse(desk, LACKS)
    progress.start_processing(desk, LAN, Opened(done.dossier_id))
    assert seen(desk) == [(done.dossier_id, LACKS, Mending.NONE)]
    refuse(desk, WRONG)
    assert seen(desk) == [(done.dossier_id, f"{WRONG} · {LACKS}", Mending.NONE)]


def test_dossiers_stand_in_the_order_they_were_last_refused(desk):
    first, second = a_dossier(desk), a_dossier(desk)
    refuse(desk, LACKS)
    assert [row[0] for row in seen(desk)] == [second.dossier_id, first.dossier_id]
    mend(desk, first)
    refuse(desk, WRONG)
    assert seen(desk) == [
        (first.dossier_id, WRONG, Mending.NONE), (second.dossier_id, LACKS, Mending.NONE),
    ]  # fmt: skip


def test_the_list_calls_it_by_its_official_code(desk):
    done = a_dossier(desk)
    first, second = sent(desk)
    answering.take_answers(desk, LAN, answers([first], ma_ho_so_quoc_gia="G22.99-20261123-0000007"))
    answering.take_answers(desk, LAN, answers([second], "TU_CHOI", message=WRONG))
    (row,) = lookup.rejected_events(desk, LAN)
    assert (row.dossier_code, row.dossier_id) == ("G22.99-20261123-0000007", done.dossier_id)


def test_the_field_is_told_where_one_of_the_reasons_names_it(desk):
    done = a_dossier(desk)
    refuse(desk, LACKS)
    progress.start_processing(desk, LAN, Opened(done.dossier_id))
    refuse(desk, "Không rõ")
    (row,) = lookup.rejected_events(desk, LAN)
    assert row.field == "applicant.phone"
