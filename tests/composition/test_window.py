"""Opening the window on data it must not open: it closes again and says why."""

import logging
import os
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QAbstractButton

from app.__main__ import loaders
from app.composition.parts import Sitting
from app.composition.session.session import Session
from app.composition.session.translator import WindowTranslator
from app.composition.window import OpenDesk
from app.domain.clock import SetClock
from app.logs import LOG_FILE
from app.usecases.office.opening import open_desk
from app.usecases.office.settings import change_setting, change_settings
from app.usecases.queries import lookup
from app.usecases.safety import backup, restoring
from db.engine.opening import connect
from db.guard import swap
from db.guard.access import WINDOW, alone
from db.guard.entering import settle
from db.instance import hold
from db.keys import read_key
from db.language import FILE, remember, remembered
from db.schema import SCHEMA_VERSION
from tests.builders import LAN, MONDAY, a_desk, a_dossier
from ui.screen import Place
from ui.theme import apply_theme, text_scale, tokens
from ui.tokens import DARK

pytestmark = pytest.mark.gui
ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path):
    desk = a_desk(tmp_path / "data")
    a_dossier(desk)
    desk.close()
    return tmp_path / "data"


def opened(folder):
    """The window opened by itself in a process of its own; exit code and what it said."""
    done = subprocess.run(
        [sys.executable, "-m", "app", "--data", str(folder)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stderr.decode()


def test_a_database_of_a_newer_program_is_refused(folder):
    connection = connect(folder / "motcua.db", read_key(folder))
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    code, said = opened(folder)
    assert code == 1
    assert "phiên bản mới hơn" in said


def test_a_damaged_first_page_is_damage(folder):
    path = folder / "motcua.db"
    path.write_bytes(b"\0" * 100 + path.read_bytes()[100:])
    code, said = opened(folder)
    assert code == 3
    assert "trang 1" in said


def test_a_database_without_its_key_is_refused(folder):
    (folder / "motcua.key").unlink()
    code, said = opened(folder)
    assert code == 3
    assert "tệp khóa" in said


def test_remains_of_an_office_are_no_first_start(folder):
    (folder / "motcua.db").unlink()
    code, said = opened(folder)
    assert code == 3
    assert "phần còn lại của một cơ quan" in said
    assert not (folder / "motcua.db").exists()


def test_records_without_their_witness_are_not_shown(folder):
    desk = open_desk(folder, SetClock(MONDAY))
    a_dossier(desk)
    desk.close()
    (folder / "motcua.head").unlink()
    code, said = opened(folder)
    assert code == 3
    assert "khôi phục bản sao lưu" in said
    assert not (folder / "motcua.head").exists()


def test_a_restore_that_was_cut_short_is_finished_before_the_window_opens(
    folder, tmp_path, monkeypatch
):
    desk = open_desk(folder, SetClock(MONDAY))
    (tmp_path / "usb").mkdir()
    made = backup.back_up(desk, LAN, tmp_path / "usb").path
    desk.close()

    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as cut:
        cut.setattr(swap, "_carry_out", killed)
        with pytest.raises(KeyboardInterrupt):
            restoring.restore(made, folder, SetClock(MONDAY))
    assert swap.is_unfinished(folder)
    with alone(folder, "x", patience=0):
        code, said = opened(folder)  # somebody is at it
    assert code == 1
    assert "đang được dùng" in said
    settle(folder, WINDOW)
    assert not swap.is_unfinished(folder)
    desk = open_desk(folder, SetClock(MONDAY))
    assert lookup.find(desk, LAN, "hoang")
    desk.close()
    assert len(swap.set_asides(folder)) == 1


def test_whoever_asks_while_a_restore_runs_waits_for_the_restored_records(folder):
    session = Session(folder, SetClock(MONDAY))
    first = session.desk
    asked = []
    with session.closed():
        thread = threading.Thread(target=lambda: asked.append(session.desk))
        thread.start()
        with alone(folder, "restore", patience=0):  # nothing of this program is in the way
            assert asked == []
    thread.join(20)
    assert asked == [session.desk]
    assert session.desk is not first
    session.close()


def test_a_second_window_is_refused(folder):
    with hold(folder):
        code, said = opened(folder)
    assert code == 1
    assert "đang mở" in said


def test_what_is_refused_is_said_in_the_language_that_is_kept(folder):
    remember(folder, "en")
    with hold(folder):
        code, said = opened(folder)
    assert code == 1
    assert "already has this data open" in said


def test_the_first_paint_is_in_the_look_that_was_chosen(folder, qapp, qtbot, caplog):
    desk = open_desk(folder, SetClock(MONDAY))
    change_settings(desk, LAN, {"theme": "dark", "text_scale": "200"})
    desk.close()
    window = OpenDesk(qapp, Sitting(folder, SetClock(MONDAY)), loaders())
    painted = []
    window.first_paint.came.connect(lambda: painted.append((text_scale(), tokens(window.window))))
    try:
        window.open()
        qtbot.waitUntil(lambda: bool(painted))
        assert painted == [(2.0, DARK)]
        qtbot.waitUntil(lambda: window.rest.made is not None and window.work.is_idle)
        window.window.close()
    finally:
        window.close()
        apply_theme(qapp)
    caplog.clear()  # offscreen, Qt says of every window what the platform lacks


def test_qts_own_words_wait_for_the_first_paint(folder, qapp, qtbot, caplog):
    translator = WindowTranslator("vi")
    desk = OpenDesk(qapp, Sitting(folder, SetClock(MONDAY)), loaders(), translator)
    try:
        desk.open()
        assert translator.isEmpty()
        qtbot.waitUntil(lambda: not translator.isEmpty())
        desk.window.close()
    finally:
        desk.close()
        translator.remove()
    caplog.clear()  # the offscreen platform cannot do all a window asks of it


def test_the_setting_is_kept_for_the_next_start(folder, qapp, qtbot, caplog):
    with a_sitting(folder) as desk:
        change_setting(desk, LAN, "language", "en")
    (folder / FILE).unlink()
    desk = OpenDesk(qapp, Sitting(folder, SetClock(MONDAY)), loaders())
    try:
        desk.open()
        qtbot.waitUntil(lambda: remembered(folder) == "en")
        desk.window.close()
    finally:
        desk.close()
    caplog.clear()  # as above


@contextmanager
def a_sitting(folder):
    desk = open_desk(folder, SetClock(MONDAY))
    yield desk
    desk.close()


@pytest.fixture
def opening(folder, qapp, monkeypatch):
    """The desk as it opens, its parts loaded when the test lets them."""
    # The offscreen platform cannot do all a window asks of it, and the desk logs what Qt says.
    monkeypatch.setattr(logging.getLogger("motcua.qt"), "disabled", True)
    made = []

    def start(**parts):
        desk = OpenDesk(qapp, Sitting(folder, SetClock(MONDAY)), loaders()._replace(**parts))
        made.append(desk)
        desk.open()
        return desk

    yield start
    for desk in made:
        desk.window.close()
        desk.close()
        desk.window.deleteLater()


class Held:
    """Loads a part only when it is let."""

    def __init__(self, load):
        self.load = load
        self.go_on = threading.Event()
        self.threads = []

    def __call__(self, *facts):
        self.threads.append(threading.current_thread())
        assert self.go_on.wait(20)
        return self.load(*facts)


def test_the_first_list_stands_before_the_rest_is_loaded(opening, qtbot):
    rest = Held(loaders().rest)
    desk = opening(rest=rest)
    qtbot.waitUntil(lambda: rest.threads != [], timeout=20_000)
    home = desk.window.screen_at(Place.HOME)
    assert home.model.rowCount() == 1
    assert home.model.row_at(0).applicant == "Hoàng Thị Mẩy"
    assert home.table.isVisible()
    assert all(tile.isVisible() for tile in home.tiles.values())
    assert desk.window.tools is None
    assert rest.threads[0] is not threading.main_thread()
    rest.go_on.set()
    qtbot.waitUntil(lambda: desk.window.tools is not None and desk.work.is_idle, timeout=20_000)
    assert desk.window.screen_at(Place.HOME) is home
    assert desk.window.bar.office_name == "UBND xã Mẫu Sơn"


def test_the_home_screen_asks_the_opened_records_once_the_rest_is_there(opening, qtbot):
    desk = opening()
    qtbot.waitUntil(lambda: desk.window.tools is not None and desk.work.is_idle, timeout=20_000)
    home = desk.window.screen_at(Place.HOME)
    a_dossier(desk.rest().session.desk)
    home.reload()
    qtbot.waitUntil(lambda: home.model.rowCount() == 2, timeout=5_000)


def test_no_button_has_the_focus_while_the_first_list_is_loaded(opening, qtbot):
    first = Held(loaders().first)
    desk = opening(first=first)
    qtbot.waitUntil(lambda: first.threads != [], timeout=20_000)
    assert not isinstance(desk.window.focusWidget(), QAbstractButton)
    first.go_on.set()
    qtbot.waitUntil(lambda: desk.work.is_idle, timeout=20_000)
    assert desk.window.focusWidget() is desk.window.screen_at(Place.HOME).table


def test_a_key_pressed_before_the_rest_is_there_waits_for_it(opening, qtbot):
    rest = Held(loaders().rest)
    desk = opening(rest=rest)
    qtbot.waitUntil(lambda: rest.threads != [], timeout=20_000)
    threading.Timer(0.2, rest.go_on.set).start()
    desk.window.take_key("F2")
    assert desk.window.place is Place.INTAKE
    assert len(rest.threads) == 1
    desk.window.take_key("F3")
    assert desk.window.tools.search.pad.isVisible()


def test_a_key_pressed_before_the_first_list_is_there_loses_nothing(opening, qtbot):
    first = Held(loaders().first)
    desk = opening(first=first)
    qtbot.waitUntil(lambda: first.threads != [], timeout=20_000)
    threading.Timer(0.2, first.go_on.set).start()
    desk.window.take_key("F2")
    qtbot.waitUntil(lambda: desk.work.is_idle, timeout=20_000)
    assert desk.window.place is Place.INTAKE
    desk.window.take_key("F5")
    home = desk.window.screen_at(Place.HOME)
    qtbot.waitUntil(lambda: home.model.rowCount() == 1, timeout=5_000)


def test_what_is_typed_into_the_search_before_it_can_search_stays_there(opening, qtbot):
    rest = Held(loaders().rest)
    desk = opening(rest=rest)
    qtbot.waitUntil(lambda: rest.threads != [], timeout=20_000)
    desk.window.search_line.setText("may")
    rest.go_on.set()
    qtbot.waitUntil(lambda: desk.window.tools is not None, timeout=20_000)
    assert desk.window.tools.search.input.text() == "may"
    assert desk.window.tools.search.input is desk.window.search_line


def test_a_mistake_of_the_program_at_the_start_closes_the_window_with_its_number(
    opening, folder, qtbot, caplog
):
    def mistaken(_sitting):
        raise ValueError("Hoàng Thị Mẩy")

    desk, codes = opening(first=mistaken), []
    desk._app = SimpleNamespace(exit=codes.append)
    qtbot.waitUntil(lambda: desk.refusal is not None, timeout=20_000)
    number = desk.refusal.facts["number"]
    assert codes == [1]
    assert number in loaders().say(desk.refusal)
    assert number in (folder / LOG_FILE).read_text(encoding="utf-8")
    assert not desk.window.isVisible()
    caplog.clear()


def test_what_nothing_caught_is_shown_with_its_number_and_what_was_typed_is_kept(
    opening, folder, qtbot, caplog
):
    desk = opening()
    qtbot.waitUntil(lambda: desk.window.tools is not None and desk.work.is_idle, timeout=20_000)
    desk.window.go(Place.INTAKE)
    intake = desk.window.screen_at(Place.INTAKE)
    intake.applicant.person.full_name.input.setText("Vàng Seo Dín")
    sys.excepthook(ValueError, ValueError("Vàng Seo Dín"), None)
    crashes = desk.window.tools.crash_desk
    qtbot.waitUntil(lambda: crashes.card is not None and desk.work.is_idle, timeout=20_000)
    assert "được giữ trong bản nháp" in crashes.card.kept.text()
    number = crashes.card.title.text().rpartition(" ")[2]
    assert number in (folder / LOG_FILE).read_text(encoding="utf-8")
    session = desk.rest().session
    (draft,) = lookup.open_drafts(session.desk, session.actor, 1)
    assert "Vàng Seo Dín" in draft.summary
    caplog.clear()
