"""Opening the window on data it must not open: it closes again and says why."""

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.domain.clock import SetClock
from app.usecases.office import change_setting
from app.usecases.opening import open_desk
from app.wiring.session import Session
from app.wiring.tongue import Tongue
from app.wiring.window import OpenDesk
from db.connect import connect
from db.instance import hold
from db.keys import read_key
from db.language import FILE, remember, remembered
from db.schema import SCHEMA_VERSION
from tests.builders import LAN, MONDAY, a_desk

pytestmark = pytest.mark.gui
ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path):
    a_desk(tmp_path / "data").close()
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
    assert code == 1
    assert "tệp khóa" in said


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


def test_qts_own_words_wait_for_the_first_paint(folder, qapp, qtbot, caplog):
    tongue = Tongue("vi")
    desk = OpenDesk(qapp, Session(folder, SetClock(MONDAY)), tongue)
    try:
        desk.open()
        assert tongue.isEmpty()
        qtbot.waitUntil(lambda: not tongue.isEmpty())
        desk.window.close()
    finally:
        desk.close()
        tongue.fall_silent()
    caplog.clear()  # the offscreen platform cannot do all a window asks of it


def test_the_setting_is_kept_for_the_next_start(folder, qapp, qtbot, caplog):
    with a_sitting(folder) as desk:
        change_setting(desk, LAN, "language", "en")
    (folder / FILE).unlink()
    desk = OpenDesk(qapp, Session(folder, SetClock(MONDAY)))
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
