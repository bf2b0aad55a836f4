"""The copies made by themselves: set, seen, made, tried; and sticks let in and out."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.answers.safety import BackupRound, PlaceDone
from app.domain.changes import Changed
from tests.ui.screens.hands import FolderGone, settle
from tests.ui.screens.intake.invented import NOW
from tests.ui.screens.invented_office import COPIES
from ui.screens.settings import SettingsScreen
from ui.screens.settings.backups.auto_card import FIRST, ON, SECOND

pytestmark = pytest.mark.gui


@pytest.fixture
def screen(opened, office):
    return opened(lambda work, notices: SettingsScreen(office.settings_actions(), work, notices))


@pytest.fixture
def part(screen):
    return screen.backup.copies


def rows(part):
    table = part.table
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def test_every_place_says_its_newest_copy_when_it_was_checked_and_what_is_wrong(part):
    own, second, stick, by_hand = rows(part)
    at = f"{COPIES.places[0].copies[0].made_at:%H:%M %d/%m/%Y}"
    assert own[1:] == [at, f"{NOW:%H:%M %d/%m/%Y}", "1", "cùng ổ đĩa với dữ liệu"]
    assert second[4] == "▲ chưa sao lưu được: không có thư mục này"
    assert (stick[0], stick[4]) == ("USB: USB két", "chưa cắm")
    assert (by_hand[0], by_hand[4]) == ("Sao lưu bằng tay", "/usb/b.mcbk")
    assert "Khôi phục thử lúc" in part.trial.text()
    assert "1.250 hồ sơ" in part.trial.text()


def test_a_spoilt_copy_a_disk_that_is_gone_and_a_failed_trial_are_said(qtbot, screen, office, part):
    own, second, _ = COPIES.places
    spoilt = replace(own, copies=(replace(own.copies[0], verified_at=None),))
    gone = replace(second, failure="")
    empty = replace(own, copies=(), is_apart=True)
    apart = replace(own, is_apart=True)
    trial = replace(COPIES.trial, failure="Tệp bị cắt.")
    office.copies = replace(COPIES, places=(spoilt, gone, empty, apart), by_hand=None, trial=trial)
    screen.on_changed(Changed.COPIES)
    settle(qtbot, screen.work)
    assert [row[4] for row in rows(part)] == [
        "■ bản mới nhất hỏng, không dùng được",
        "▲ không thấy nơi này",
        "chưa có bản nào",
        "✓ ổ đĩa khác",
    ]
    assert part.trial.text().endswith("không được: Tệp bị cắt.")
    office.copies = replace(office.copies, trial=None)
    screen.on_changed(Changed.COPIES)
    settle(qtbot, screen.work)
    assert part.trial.text().startswith("Chưa khôi phục thử lần nào")


def test_places_are_set_like_every_setting(qtbot, screen, office):
    card = screen.cards["copies"]
    card.take(FIRST, Path("D:/Sao luu"))
    assert card.values()[FIRST] == str(Path("D:/Sao luu"))
    card.line(SECOND).set_value("/mnt/hai")
    screen.cards["copies"].fill({ON: "false", FIRST: "/mnt/mot", SECOND: "/mnt/hai"})
    screen.save()
    settle(qtbot, screen.work)
    assert office.settings.auto_backup is False
    assert (office.settings.backup_place, office.settings.backup_place_2) == (
        "/mnt/mot", "/mnt/hai",
    )  # fmt: skip


def test_copying_now_names_what_was_made_and_what_was_not(qtbot, screen, office, part):
    office.round = BackupRound(
        (PlaceDone("D:", "D:", "D:/a.mcbk"), PlaceDone("E:", "E:", failure="ổ đĩa đầy"))
    )
    part.make.click()
    settle(qtbot, screen.work)
    assert "Chưa sao lưu được vào E:: ổ đĩa đầy" in part.strip.text()
    assert "D:/a.mcbk" in part.strip.text()
    assert part.make.isEnabled()
    office.round = BackupRound(is_busy=True)
    part.make.click()
    settle(qtbot, screen.work)
    assert "lượt sao lưu khác" in part.strip.text()


def test_a_trial_says_how_it_went(qtbot, screen, office, part):
    part.try_out.click()
    settle(qtbot, screen.work)
    assert part.strip.text().startswith("✓ Khôi phục thử được")
    office.copies = replace(COPIES, trial=replace(COPIES.trial, failure="Tệp bị cắt."))
    part.try_out.click()
    settle(qtbot, screen.work)
    assert "Tệp bị cắt." in part.strip.text()
    office.copies = replace(COPIES, trial=None)
    part.try_out.click()
    settle(qtbot, screen.work)
    assert "Chưa có bản sao lưu nào để thử" in part.strip.text()


def test_a_stick_is_enrolled_only_after_the_sentence_about_the_key(qtbot, screen, office, part):
    part.ask(Path("/media/usb"))
    assert "giữ cả khóa" in part.strip.text()
    assert part.cancel.hasFocus() or not screen.isActiveWindow()
    part.cancel.click()
    assert Path("/media/usb") not in office.asked
    assert not part.agree.isVisible()
    part.ask(Path("/media/usb"))
    part.agree.click()
    settle(qtbot, screen.work)
    assert Path("/media/usb") in office.asked
    assert "KINGSTON" in part.strip.text()


def test_only_a_stick_can_be_removed_and_its_copies_are_spoken_of(qtbot, screen, office, part):
    part.table.setCurrentCell(0, 0)
    assert not part.remove.isEnabled()
    part.table.setCurrentCell(2, 0)
    part.remove.click()
    settle(qtbot, screen.work)
    assert "3f" * 8 in office.asked
    assert "xóa đi nếu USB rời cơ quan" in part.strip.text()


def test_a_refusal_stands_on_the_card(qtbot, screen, office, part):
    office.refuse = FolderGone(path="/usb")
    for button in (part.make, part.try_out):
        button.click()
        settle(qtbot, screen.work)
        assert part.strip.text().startswith("■")
        assert part.make.isEnabled()
