"""Opening the window on data it must not open: it closes again and says why."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from db.connect import connect
from db.instance import hold
from db.keys import read_key
from db.schema import SCHEMA_VERSION
from tests.builders import a_desk

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
