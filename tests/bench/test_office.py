"""The offices the bench measures in fit the records as they are now."""

from app.domain.clock import SetClock
from app.usecases.office import closures, opening
from app.usecases.queries import lookup
from app.usecases.safety import verification
from tests.bench.bench_intake import keep_draft, register
from tests.bench.measuring import office, running
from tests.bench.measuring.places import Places
from tests.builders import LAN


def test_an_office_of_the_bench_can_be_made_and_worked_in(tmp_path):
    folder = office.make(tmp_path / "office", 60, events=20)
    desk = opening.open_desk(folder, SetClock(office.NOW))
    try:
        keep_draft(desk)
        done = register(desk)
        assert lookup.newest_codes(desk, LAN, 1) == (done.dossier_code,)
        assert lookup.outbox_summary(desk, LAN).pending_events >= 20
    finally:
        desk.close()


def test_the_copy_without_a_key_is_worked_in_by_the_same_code(tmp_path):
    office.make(tmp_path / "60", 60, events=20)
    places = Places(tmp_path, rounds=1)
    desk = places.plain_desk(tmp_path / "60")
    try:
        keep_draft(desk)
        assert register(desk).dossier_code
    finally:
        places.close()


def test_verify_finds_every_record_of_an_office_of_the_bench_whole(tmp_path):
    folder = office.make(tmp_path / "office", 130, events=40)
    desk = opening.open_desk(folder, SetClock(office.NOW))
    try:
        found = verification.verify_records(desk, LAN)
        assert found.dossiers == 130
        assert found.ledger_rows > 2 * found.dossiers  # a life is more than its intake
        assert lookup.outbox_summary(desk, LAN).pending_events == 40
    finally:
        desk.close()


def test_the_dossiers_of_an_office_of_the_bench_are_different_people_with_lives_of_their_own(
    tmp_path,
):
    folder = office.make(tmp_path / "office", 130)
    desk = opening.open_desk(folder, SetClock(office.NOW))
    try:
        seen = [lookup.dossier_view(desk, LAN, row).dossier for row in range(1, 131)]
    finally:
        desk.close()
    assert len({one.applicant.personal_id for one in seen}) == 130
    assert {one.state.value for one in seen} >= {"RECEIVED", "PROCESSING", "RETURNED"}
    assert all(one.promises and len(one.documents) == 6 for one in seen)


def test_an_office_that_is_only_shown_has_its_dossiers_and_no_ledger_of_them(tmp_path):
    folder = office.make(tmp_path / "office", 60, whole=False)
    desk = opening.open_desk(folder, SetClock(office.NOW))
    try:
        assert len(lookup.newest_codes(desk, LAN, 100)) == 60
        assert lookup.outbox_summary(desk, LAN).pending_events == 0
    finally:
        desk.close()


def test_an_office_in_which_everything_runs_is_moved_whole_by_a_closure(tmp_path):
    folder = running.make(tmp_path / "office", 70)
    desk = opening.open_desk(folder, SetClock(office.NOW))
    try:
        assert closures.declare_closure(desk, LAN, running.STORM).moved > 60
        verification.verify_records(desk, LAN)
    finally:
        desk.close()
