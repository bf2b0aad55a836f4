"""A result that comes late, by keyboard alone: the apology is ready, printed, and made known."""

from datetime import datetime

import pytest

from app.answers.board_view import BoardView
from app.domain.clock import VIETNAM
from app.domain.deadline.apology import DelayCause, NoticeWay
from ui.screen import Place
from ui.screens.dossier.life.action_kind import ActionKind

pytestmark = [pytest.mark.gui, pytest.mark.journey]

MATTER = "Cần xin lỗi: 1 hồ sơ"
THE_DAY_BEFORE = datetime(2026, 11, 26, 7, 45, tzinfo=VIETNAM)


def open_the_matter(clerk, kind):
    """From *Hôm nay* over what wants a decision to the dossier, its panel filled in."""
    clerk.key("F5")
    clerk.wait(lambda: clerk.window.place is Place.HOME and clerk.is_idle())
    clerk.wait(lambda: clerk.home.board.side.matters.words()[0] == MATTER)
    for _ in range(60):
        if clerk.focus.startswith(MATTER):
            break
        clerk.key("Tab")
    clerk.key("Space")
    clerk.wait(lambda: clerk.home.view is BoardView.APOLOGY and clerk.is_idle())
    clerk.key("Enter")
    clerk.wait(lambda: clerk.window.place is Place.DOSSIER and clerk.is_idle())
    clerk.wait(lambda: clerk.dossier.panel is not None and clerk.dossier.panel.kind is kind)


def test_a_citizen_whose_result_is_late_gets_an_apology_and_is_called(office, sit, clock, tray):
    clerk = sit()
    clerk.take_in(
        "020185001234", "Hoàng Thị Mẩy", "05031985", "", "Thôn Bản Loỏng", "0912345678",
        procedure="tinh trang hon nhan",
    )  # fmt: skip
    may = clerk.save()
    clerk.wait(clerk.is_idle)
    clerk.leave()
    clock.set(THE_DAY_BEFORE)
    clerk = sit()
    before = len(tray.jobs)
    open_the_matter(clerk, ActionKind.EXTEND)
    assert clerk.focus.startswith("Nguyên nhân")
    clerk.key("Down", 2).do("Ctrl+Enter")
    (apology,) = clerk.stored(may.id).apologies
    assert (apology.cause, apology.is_late) == (DelayCause.CHECKING, False)
    assert apology.due_at == datetime(2026, 12, 1, 8, 5, tzinfo=VIETNAM)
    clerk.wait(lambda: len(tray.jobs) == before + 1)
    open_the_matter(clerk, ActionKind.NOTIFY)
    clerk.do("Ctrl+Enter")
    (apology,) = clerk.stored(may.id).apologies
    assert [notice.way for notice in apology.notices] == [NoticeWay.PHONE]
    clerk.key("F5")
    clerk.wait(lambda: clerk.window.place is Place.HOME and clerk.is_idle())
    assert MATTER not in clerk.home.board.side.matters.words()
    assert clerk.check().dossiers == 1
