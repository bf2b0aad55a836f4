"""While the window is open the data and their disk are watched, and what is wrong is said."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.answers.watched import Checked
from app.domain.changes import Changed
from db.engine.errors import PageDamaged
from db.guard.damage import damage_of
from db.room import DiskFull
from tests.ui.desk import desk_in_front, settle
from tests.ui.invented import MONDAY, MUCH_ROOM, NoSuchDossier, Office
from ui.checks import Checks
from ui.screen import Place

pytestmark = pytest.mark.gui
LITTLE = replace(MUCH_ROOM, room=812 << 20, is_room_low=True)
SPOILT = Checked(MONDAY, problem="Trang 7 bị hỏng.", is_grave=True)


def a_minute(qtbot, window):
    window.ticker.ticked.emit(MONDAY)
    settle(qtbot, window._work)


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def deep():
    """Deep checks that were asked for; each finds everything whole."""
    return []


@pytest.fixture
def start(qtbot, office, deep):
    """Open the window and watch from then on."""
    with desk_in_front(qtbot, office) as window:

        def begin():
            checks = Checks(lambda progress: deep.append(progress(1, 1)), window._work, window)
            window.tools.watch(checks)
            settle(qtbot, window._work)
            return window

        yield begin


def matters(window):
    return window.shown_at(Place.HOME).board.side.matters.words()


def said(window):
    return [toast.words for toast in window.notices.toasts]


def test_little_room_is_said_on_the_day_as_soon_as_it_is_seen_and_no_longer_than_it_lasts(
    qtbot, start, office
):
    window = start()
    a_minute(qtbot, window)
    assert "Ổ đĩa" not in " ".join(matters(window))
    office.watched = LITTLE
    a_minute(qtbot, window)
    assert matters(window)[0] == "Ổ đĩa sắp đầy: còn 812 MB"
    office.watched = MUCH_ROOM
    a_minute(qtbot, window)
    assert "Ổ đĩa" not in " ".join(matters(window))


def test_each_minute_sees_to_the_reserve_of_room(qtbot, start, office):
    window = start()
    assert office.reserved == []
    a_minute(qtbot, window)
    a_minute(qtbot, window)
    assert len(office.reserved) == 2


def test_after_a_power_cut_the_data_are_checked_quickly_and_that_is_said(start, office):
    office.watched = replace(MUCH_ROOM, was_cut_short=True)
    window = start()
    assert not office.watched.was_cut_short
    (words,) = said(window)
    assert "tắt đột ngột" in words
    assert "không hỏng" in words
    assert window.tools.watch_desk.bar.isHidden()


def test_after_a_clean_close_nothing_is_checked_or_said(start, office):
    window = start()
    assert office.watched.quick is None
    assert said(window) == []


def test_damage_found_after_a_power_cut_stands_over_every_screen_with_what_to_do(
    qtbot, start, office
):
    office.watched = replace(MUCH_ROOM, was_cut_short=True, quick=SPOILT)
    office.damage = PageDamaged(page="7", problem="nội dung không khớp mã xác thực")
    office.read_only = damage_of(SPOILT)
    window = start()
    assert len(office.quick) == 1
    a_minute(qtbot, window)
    assert len(office.quick) == 1
    bar = window.tools.watch_desk.bar
    assert bar.isVisible()
    assert "Trang 7 bị hỏng." in bar.words.text()
    assert "khôi phục" in bar.words.text()
    assert matters(window)[0] == "Dữ liệu bị hỏng, chỉ xem được"
    window.go(Place.INTAKE)
    assert bar.isVisible()


def test_what_stands_against_changes_goes_with_its_reason(qtbot, start, office):
    office.read_only = DiskFull()
    window = start()
    bar = window.tools.watch_desk.bar
    assert "Ổ đĩa đầy" in bar.words.text()
    office.read_only = None
    a_minute(qtbot, window)
    assert bar.isHidden()


@pytest.mark.parametrize("way", ["again", "a change"])
def test_a_full_disk_is_over_as_soon_as_one_looks_or_something_was_kept(qtbot, start, office, way):
    office.read_only = DiskFull()
    window = start()
    bar = window.tools.watch_desk.bar
    assert bar.restore.isHidden()
    assert bar.check.isHidden()
    office.read_only = None
    if way == "again":
        bar.again.click()
    else:
        window._work.writing.run(window, int, lambda _: None, changes=Changed.SETTINGS)
    settle(qtbot, window._work)
    qtbot.waitUntil(bar.isHidden)


@pytest.mark.parametrize(("error", "is_seen"), [("lasting", True), ("other", False)])
def test_a_refusal_that_will_last_is_seen_at_once(qtbot, start, office, error, is_seen):
    window = start()
    refused = NoSuchDossier(code="x")
    office.lasting = refused if error == "lasting" else None
    office.read_only = DiskFull()
    window._work.refused.emit(refused)
    settle(qtbot, window._work)
    assert window.tools.watch_desk.bar.isVisible() is is_seen


def test_everything_is_checked_when_its_week_has_passed_and_not_at_the_start(
    qtbot, start, office, deep
):
    office.watched = replace(MUCH_ROOM, is_deep_due=True)
    window = start()
    assert deep == []
    a_minute(qtbot, window)
    assert len(deep) == 1
    office.watched = replace(MUCH_ROOM, deep=Checked(MONDAY + timedelta(1)))
    a_minute(qtbot, window)
    assert len(deep) == 1
    assert said(window) == []


def test_the_buttons_of_the_bar_lead_on(qtbot, start, office, deep, monkeypatch):
    asked, led = [], []
    monkeypatch.setattr("ui.support.ask_new_file", lambda *args, **_: asked.append(args))
    office.read_only = damage_of(SPOILT)
    window = start()
    monkeypatch.setattr(window, "go_to_part", lambda place, name: led.append((place, name)))
    bar = window.tools.watch_desk.bar
    assert bar.again.isHidden()
    bar.support.click()
    assert len(asked) == 1
    bar.restore.click()
    bar.check.click()
    settle(qtbot, window._work)
    assert led == [(Place.SETTINGS, "backup"), (Place.SETTINGS, "safety")]
    assert len(deep) == 1
    assert "không hỏng" in said(window)[-1]


def test_a_check_under_way_is_stopped_by_closing_the_window(qtbot, office):
    with desk_in_front(qtbot, office) as window:
        began, stopped = [], []

        def endless(progress):
            began.append(True)
            try:
                while True:
                    progress(0, 0)
            finally:
                stopped.append(True)

        window.tools.watch(Checks(endless, window._work, window))
        office.watched = replace(MUCH_ROOM, is_deep_due=True)
        window.ticker.ticked.emit(MONDAY)
        qtbot.waitUntil(lambda: bool(began))
        window.close()
        assert stopped
