"""Where a dossier's papers lie stands in its head, and the step counts down."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.catalogue.procedure import Step
from app.domain.deadline.standing import Standing
from app.domain.deadline.time_limit import parse
from app.domain.workflow.handing import DESK, Handing
from app.domain.workflow.stays import Stay
from tests.ui.screens.dossier.invented import MONDAY, Cabinet, a_dossier

pytestmark = pytest.mark.gui
CHECK = Step(2, "Phòng Kinh tế", "Thẩm định", parse("2 WORKING_DAY"))
GIVEN = Handing("Phòng Kinh tế", MONDAY, "Lan", "0001/BBBG", step=CHECK)
DUE = MONDAY + timedelta(hours=3)


def a_stay(**changes):
    stay = Stay("Phòng Kinh tế", MONDAY, None, CHECK, DUE, True, Standing.RUNNING, GIVEN)
    return replace(stay, **changes)


def said(opened, *stays, is_plan_checked=False, **changes):
    dossier = replace(a_dossier(), **({"handings": (GIVEN,)} | changes))
    cabinet = Cabinet(dossier=dossier, stays=stays, is_plan_checked=is_plan_checked)
    screen = opened(cabinet)
    line = screen.frame.header.lying
    return "" if line.isHidden() else line.text, screen


def test_the_head_says_where_it_lies_and_what_is_left_of_the_step(opened):
    words, screen = said(opened, a_stay())
    assert words.startswith("Đang ở: Phòng Kinh tế, từ 10:15 23/11 · ▲ chưa nhận bàn giao")
    assert "Thẩm định: còn " in words
    assert words.endswith("▲ hạn của bước cần kiểm tra")
    screen.on_ticked(DUE + timedelta(hours=20))
    assert "Thẩm định: quá " in screen.frame.header.lying.text


def test_at_the_desk_it_is_said_once_the_office_set_its_steps(opened):
    at_the_desk = a_stay(agency=DESK, handing=None)
    assert said(opened, at_the_desk, handings=())[0] == ""
    words, _ = said(opened, at_the_desk, is_plan_checked=True, handings=())
    assert words.startswith("Đang ở: bộ phận Một cửa")
    assert "cần kiểm tra" not in words


def test_without_a_step_or_a_time_nothing_counts_down(opened):
    taken = replace(GIVEN, taken_at=MONDAY)
    assert said(opened, a_stay(step=None, due_at=None, handing=taken))[0].endswith("từ 10:15 23/11")
    words, _ = said(opened, a_stay(due_at=None, standing=Standing.PAUSED))
    assert "Thẩm định: tạm dừng" in words
    assert said(opened)[0] == ""
    assert said(opened, a_stay(), returned_at=MONDAY)[0] == ""


def test_a_step_beyond_the_calendar_is_named_by_its_time(opened):
    words, _ = said(opened, a_stay(due_at=MONDAY.replace(year=2199)))
    assert "Thẩm định: 10:15 23/11/2199" in words
