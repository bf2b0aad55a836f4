"""A storm: the desk is shut, promises move, and the citizen's slip is printed anew."""

from datetime import datetime

import pytest

from app.domain.clock import VIETNAM
from app.domain.dossier.dossier import PromiseKind
from tests.ui.typing import type_text
from ui.screen import Place

pytestmark = [pytest.mark.gui, pytest.mark.journey]


def test_a_storm_moves_the_promise_and_is_undone_when_it_turns_away(office, sit, clock, tray):
    clerk = sit()
    clerk.take_in(
        "020185001234", "Hoàng Thị Mẩy", "05031985", "", "Thôn Bản Loỏng", "0912345678",
        procedure="tinh trang hon nhan",
    )  # fmt: skip
    may = clerk.save()
    clerk.wait(clerk.is_idle)
    promised = clerk.stored(may.id).due_at
    clerk.key("F11")
    clerk.wait(lambda: clerk.window.place is Place.REFERENCE and clerk.is_idle())
    screen = clerk.window.shown_at(Place.REFERENCE)
    screen.show_part("closures")
    part = screen.closures
    card = part.declare
    clerk.wait(lambda: card.first.input.hasFocus())
    type_text(card.first.input, "25/11")
    clerk.key("Tab")
    type_text(card.last.input, "25/11")
    clerk.key("Tab")
    type_text(card.decision.input, "QĐ 9/QĐ-UBND")
    clerk.key("Tab")
    type_text(card.reason.input, "Bão số 12")
    card.review.click()
    clerk.wait(lambda: part.review.done.hasFocus())
    assert "1 hồ sơ đổi hẹn trả" in part.review.words.text()
    assert clerk.stored(may.id).due_at == promised, "nothing was done yet"
    part.review.done.click()
    clerk.wait(lambda: "Đã ghi số 1" in part.strip.text() and clerk.is_idle())
    moved = clerk.stored(may.id)
    assert moved.due_at == datetime(2026, 11, 30, 8, 5, tzinfo=VIETNAM)
    before = len(tray.jobs)
    part.listed.slips.click()
    clerk.wait(lambda: len(tray.jobs) == before + 1 and clerk.is_idle())
    part.listed.undo.click()
    clerk.wait(lambda: part.review.done.hasFocus())
    part.review.done.click()
    clerk.wait(lambda: "Đã ghi số 2" in part.strip.text() and clerk.is_idle())
    back = clerk.stored(may.id)
    assert back.due_at == promised
    assert [one.kind for one in back.promises] == [
        PromiseKind.FIRST, PromiseKind.CLOSURE, PromiseKind.CLOSURE,
    ]  # fmt: skip
    assert clerk.check().dossiers == 1
