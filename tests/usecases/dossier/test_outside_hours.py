"""What is received while the office is closed is noted on the dossier, and said once."""

from datetime import timedelta

import pytest

from app.domain.catalogue.procedure import Channel
from app.printing.content import from_json
from app.usecases.queries import lookup
from tests.builders import LAN, MONDAY, a_desk, a_dossier


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


def _seen(desk, done):
    return lookup.dossier_view(desk, LAN, done.dossier_id).dossier


def test_before_the_opening_is_outside_office_hours(desk):
    done = a_dossier(desk, received_at=MONDAY - timedelta(hours=4))
    assert done.outside_hours
    assert _seen(desk, done).outside_hours
    assert "Hồ sơ nhận ngoài giờ làm việc." in from_json(done.content).note


def test_an_open_minute_is_not(desk):
    done = a_dossier(desk)
    assert not done.outside_hours
    assert not _seen(desk, done).outside_hours
    assert from_json(done.content).note == ""


def test_what_is_filed_from_afar_comes_at_any_hour(desk):
    early = MONDAY - timedelta(hours=4)
    done = a_dossier(desk, received_at=early, filed_at=early, channel=Channel.POSTAL)
    assert not done.outside_hours
