"""What waits is read once, whatever its size, and what came after a package never left."""

from pathlib import Path

import pytest

from app.answers.board import BoardView
from app.exchange.package.reader import read_package, stream_events
from app.usecases.exchange import exporting
from app.usecases.queries import lookup
from tests.builders import LAN, MONDAY, a_desk, a_dossier


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    for _ in range(3):
        a_dossier(desk)
    yield desk
    desk.close()


def exported_events(desk, folder):
    package = exporting.export_package(desk, LAN, folder)
    return package, [event.event_id for event in stream_events(read_package(folder / package.path))]


def test_events_too_many_to_hold_wait_beside_the_package_and_leave_nothing_there(
    desk, tmp_path, monkeypatch
):
    (tmp_path / "usb").mkdir()
    first, held = exported_events(desk, tmp_path / "usb")
    monkeypatch.setattr(exporting, "_HELD", 10)
    package, laid_aside = exported_events(desk, tmp_path / "usb")
    assert laid_aside == held
    assert len(held) == 6
    names = {Path(one.path).name for one in (first, package)}
    assert {path.name for path in (tmp_path / "usb").iterdir()} == names


def test_an_event_after_the_last_package_counts_as_never_exported(desk, tmp_path):
    exporting.export_package(desk, LAN, tmp_path)
    late = a_dossier(desk)
    assert lookup.outbox_summary(desk, LAN).never_exported == 2
    counts = lookup.counts(desk, LAN, MONDAY)
    assert counts.unsent == 1
    assert counts.oldest_unsent_at == MONDAY
    assert late.dossier_id in lookup.ids(desk, LAN, BoardView.UNSENT, MONDAY)
