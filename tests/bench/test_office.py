"""The offices the bench measures in fit the records as they are now."""

from app.domain.clock import SetClock
from app.usecases.office import opening
from app.usecases.queries import lookup
from tests.bench.bench_intake import keep_draft, register
from tests.bench.measuring import office
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
