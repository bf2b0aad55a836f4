"""The apology at the dossier screen: filled in by itself, and noted once the citizen knows."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from app.domain.approver import Approval
from app.domain.clock import VIETNAM
from app.domain.deadline.apology import Apology, DelayCause, Notice, NoticeWay
from app.domain.deadline.extension import ExtensionNeedsApprover
from app.domain.workflow.states import DossierEvent
from tests.ui.invented import MONDAY, a_calendar
from tests.ui.screens.dossier.hands import ALT, CONTROL, press, settle, words
from tests.ui.screens.dossier.invented import Cabinet, a_dossier, a_waiting_dossier
from ui.keys import Key
from ui.screens.dossier.life.action_kind import ActionKind
from ui.widgets.fields.moment import read_moment

pytestmark = pytest.mark.gui

PROPOSED = datetime(2026, 11, 30, 10, 15, tzinfo=VIETNAM)


def an_apology(**changes):
    values = {
        "made_at": MONDAY,
        "promised_at": MONDAY + timedelta(days=3),
        "due_at": PROPOSED,
        "cause": DelayCause.WORKLOAD,
        "reason": "Số lượng hồ sơ tăng cao, chưa giải quyết kịp",
        "officer": "Hoàng Thị Lan",
    }
    return Apology(**(values | changes))


def offered(screen):
    return {kind for kind, b in screen.frame.header.bar.buttons.items() if not b.isHidden()}


def test_the_panel_is_filled_in_so_that_a_reason_and_a_key_are_enough(qtbot, opened, notices):
    cabinet = Cabinet()
    screen = opened(cabinet)
    press(screen, Qt.Key.Key_G, ALT)
    panel = screen.panel
    assert panel.kind is ActionKind.EXTEND
    assert panel.due_at.value() == "10:15 30/11/2026"
    assert panel.approver.isHidden()
    panel.cause.set_value(DelayCause.CHECKING.value)
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    event, seen, due_at, cause, reason, approver = cabinet.calls()[0]
    assert (event, seen.dossier_id) == (DossierEvent.EXTEND, 7)
    assert (due_at, cause, reason, approver) == (PROPOSED, DelayCause.CHECKING, "", "")
    assert ("print", 41, "04", "") in cabinet.calls()
    assert any("phiếu xin lỗi" in said for said in notices.words)


def test_what_the_proposal_follows_from_stands_below_it(opened):
    screen = opened(Cabinet())
    screen.begin(ActionKind.EXTEND)
    assert "2 ngày làm việc sau 26/11 (một phần ba của 3, ít nhất 2)" in words(screen.panel)


def test_late_or_again_asks_for_an_approver_at_once(opened):
    late = Cabinet()
    late.clock.set(MONDAY + timedelta(days=3))
    screen = opened(late)
    screen.begin(ActionKind.EXTEND)
    assert not screen.panel.approver.isHidden()
    assert "Đã qua mốc một ngày làm việc" in words(screen.panel)
    again = replace(
        a_dossier(), apologies=(an_apology(notices=(Notice(MONDAY, NoticeWay.PHONE, "Lan"),)),)
    )
    screen = opened(Cabinet(again))
    screen.begin(ActionKind.EXTEND)
    assert "Hồ sơ đã hẹn lại 1 lần" in words(screen.panel)
    assert not screen.panel.approver.isHidden()


def test_what_turned_late_meanwhile_shows_the_approver(qtbot, opened):
    cabinet = Cabinet()
    screen = opened(cabinet)
    screen.begin(ActionKind.EXTEND)
    screen.panel.reason.set_value("Chờ trả lời")
    cabinet.refuses = ExtensionNeedsApprover(is_late=True, is_repeated=False, latest_at=MONDAY)
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert not screen.panel.approver.isHidden()
    assert "cần người phê duyệt" in screen.panel.problem
    assert screen.panel.reason.value() == "Chờ trả lời"


@pytest.mark.parametrize("typed", ["", "mai"])
def test_a_time_that_is_none_is_refused_beside_its_field(qtbot, opened, typed):
    cabinet = Cabinet()
    screen = opened(cabinet)
    screen.begin(ActionKind.EXTEND)
    screen.panel.due_at.set_value(typed)
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert screen.panel.due_at.problem
    assert cabinet.calls() == []


def test_a_calendar_that_ends_proposes_nothing(opened):
    calendar = a_calendar()
    short = replace(calendar, years=tuple(y for y in calendar.years if y.year < 2027))
    dossier = replace(a_dossier(), due_at=datetime(2026, 12, 31, 9, 0, tzinfo=VIETNAM))
    screen = opened(Cabinet(dossier, calendar=short))
    screen.begin(ActionKind.EXTEND)
    assert screen.panel.due_at.value() == ""


def test_without_a_running_promise_no_apology_is_offered(opened):
    assert ActionKind.EXTEND not in offered(opened(Cabinet(a_waiting_dossier())))
    assert ActionKind.EXTEND not in offered(opened(Cabinet(replace(a_dossier(), due_at=None))))


def test_an_unsent_apology_is_noted_by_the_same_key(qtbot, opened, notices):
    cabinet = Cabinet(replace(a_dossier(), apologies=(an_apology(),)))
    screen = opened(cabinet)
    assert {ActionKind.NOTIFY, ActionKind.EXTEND} <= offered(screen)
    assert screen.frame.header.bar.press(Key.OTHER_TIME)
    said = words(screen.panel)
    assert screen.panel.kind is ActionKind.NOTIFY
    assert "0912 345 678, Hoàng Thị Mẩy" in said
    assert "10:15 T2 30/11/2026" in said
    screen.panel.way.set_value(NoticeWay.PAPER.value)
    screen.panel.note.set_value("trao cho con gái")
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    assert cabinet.calls()[0][0] is DossierEvent.NOTIFY
    assert cabinet.calls()[0][2:] == (NoticeWay.PAPER, "trao cho con gái")
    assert any("đã báo người dân" in each for each in notices.words)


def test_who_was_notified_is_not_to_be_notified_again(opened):
    sent = an_apology(
        notices=(Notice(MONDAY, NoticeWay.PHONE, "Lan"),), approval=Approval("Vy Văn Nam")
    )
    assert ActionKind.NOTIFY not in offered(
        opened(Cabinet(replace(a_dossier(), apologies=(sent,))))
    )


def test_every_new_promise_stands_above_how_the_first_was_counted(opened):
    called = Notice(MONDAY, NoticeWay.PHONE, "Lan")
    first = an_apology(notices=(called,))
    second = an_apology(approval=Approval("Vy Văn Nam"), due_at=PROPOSED + timedelta(days=2))
    said = words(opened(Cabinet(replace(a_dossier(), apologies=(first, second)))).frame.promise)
    for part in (
        "hẹn lại 10:15 T2 30/11/2026",
        "Đã báo 10:15 23/11/2026: gọi điện thoại.",
        "hẹn lại 10:15 T4 02/12/2026",
        "Người phê duyệt: Vy Văn Nam.",
        "Chưa báo người dân.",
        "Đến hạn",
    ):
        assert part in said, part


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("9:00 15/12", "2026-12-15 09:00"), ("9:00 10/1", "2027-01-10 09:00")],
)
def test_a_day_without_a_year_lies_ahead(typed, expected):
    found = read_moment(typed, now=MONDAY, field="due_at", is_coming=True)
    assert f"{found:%Y-%m-%d %H:%M}" == expected
