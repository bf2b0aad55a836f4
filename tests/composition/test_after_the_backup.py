"""A backup that was made stands, whatever fails after it."""

import pytest

from app.composition.actions.settings import settings_actions
from app.composition.session.session import Session
from db.records import RecordsBusy
from tests.builders import a_desk


@pytest.fixture
def actions(tmp_path, qapp):
    desk = a_desk(tmp_path / "data")
    session = Session(tmp_path / "data", desk.clock)
    session.use(desk)
    yield settings_actions(session)
    session.close()


def backed_up(actions, folder):
    return actions.back_up(folder, lambda _done, _total: None)


def test_a_backup_nobody_could_remember_is_a_backup_with_a_word_beside_it(
    actions, tmp_path, monkeypatch
):
    assert backed_up(actions, tmp_path).warning == ""

    def busy(*_):
        raise RecordsBusy

    monkeypatch.setattr("app.usecases.safety.data_facts.note_backup", busy)
    made = backed_up(actions, tmp_path)
    assert made.path.endswith(".mcbk")
    assert made.warning.startswith("Bản sao lưu dùng được")


def test_what_nobody_foresaw_is_logged_and_the_backup_stands(
    actions, tmp_path, monkeypatch, caplog
):
    def broken(*_):
        raise RuntimeError

    monkeypatch.setattr("app.usecases.safety.data_facts.note_backup", broken)
    assert backed_up(actions, tmp_path).warning.startswith("Bản sao lưu dùng được")
    assert "after the backup" in caplog.text
    caplog.clear()
