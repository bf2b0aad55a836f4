"""The office is saved before a file is taken in, which goes on whatever came of it."""

import pytest

from app.answers.safety import BackupRound, PlaceDone
from tests.ui.recorded_notices import RecordedNotices
from ui.widgets.saving_first import save_first
from ui.work import Work

pytestmark = pytest.mark.gui


@pytest.fixture
def work(qtbot):
    work = Work()
    yield work
    work.close()


def after(qtbot, work, save):
    """What was said, and whether it went on."""
    notices, went_on = RecordedNotices(), []
    save_first(work, work, notices, save, lambda: went_on.append(1))
    qtbot.waitUntil(lambda: work.is_idle)
    assert went_on == [1]
    return notices


def test_a_saved_office_is_no_matter_to_speak_of(qtbot, work):
    said = after(qtbot, work, lambda: BackupRound((PlaceDone("D:", "D:", "D:/a.mcbk"),)))
    assert (said.words, said.errors) == ([], [])


def test_a_place_that_got_no_copy_is_said(qtbot, work):
    said = after(qtbot, work, lambda: BackupRound((PlaceDone("D:", "D:", failure="đầy"),)))
    assert said.words == ["Chưa sao lưu được vào D:: đầy. Vẫn nhận tệp."]


def test_a_bug_is_shown(qtbot, work):
    def broken():
        raise ZeroDivisionError

    assert len(after(qtbot, work, broken).errors) == 1
