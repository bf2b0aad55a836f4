"""A clerk chose the wrong procedure or wrote the wrong hour down, and puts it right."""

from datetime import datetime, timedelta

import pytest

from app.domain.clock import VIETNAM
from tests.journeys.conftest import EARLY

pytestmark = [pytest.mark.gui, pytest.mark.journey]

PROCEDURE = "Thủ tục: gõ để tìm, Enter để chọn"
WHO = ("020185001234", "Lý A Sềnh", "1/1/85", "", "Thôn Nà Mò", "0900777888")


@pytest.fixture
def folder(office):
    return office


@pytest.fixture
def clerk(sit, tray):
    """In front of a dossier that was just taken in, its correction begun."""
    clerk = sit()
    taken = clerk.take_in(*WHO, procedure="1.004873").save("Ctrl+F9")
    clerk.window.open_dossier(taken.id)
    clerk.wait(lambda: clerk.dossier.view is not None and clerk.is_idle())
    clerk.key("Alt+S")
    clerk.settle()
    return clerk


def stored(clerk):
    return clerk.stored(clerk.dossier.view.dossier.id)


def refiling(clerk):
    return clerk.dossier.panel.refiling


def choose(clerk, text):
    clerk.tab_to(PROCEDURE).type(text)
    clerk.wait(lambda: refiling(clerk).found.isVisible() and clerk.is_idle())
    return clerk.key("Enter")


def with_reason(clerk, reason):
    clerk.tab_to("Lý do sửa").type(reason)
    return clerk.do("Ctrl+Enter")


def test_the_procedure_is_searched_chosen_and_counted_anew_and_may_be_taken_back(clerk):
    before = stored(clerk)
    choose(clerk, "lại kết hôn")
    with_reason(clerk, "Chọn nhầm thủ tục")
    clerk.settle()
    after = stored(clerk)
    assert after.procedure_name == "Thủ tục đăng ký lại kết hôn"
    assert after.due_at > before.due_at
    assert clerk.sees("Thủ tục đăng ký lại kết hôn")
    clerk.key("Ctrl+H")
    clerk.settle()
    assert stored(clerk).procedure_code == before.procedure_code
    assert stored(clerk).due_at == before.due_at
    clerk.check()


def test_the_hour_it_was_received_is_put_right(clerk):
    clerk.tab_to("Giờ nhận").type("7:40 20/11")
    with_reason(clerk, "Nhận từ chiều hôm trước")
    after = stored(clerk)
    assert after.received_at == datetime(2026, 11, 20, 7, 40, tzinfo=VIETNAM)
    assert after.due_at < EARLY + timedelta(days=4)


def test_what_was_typed_and_not_chosen_is_refused_at_its_field_and_stays(clerk):
    clerk.tab_to(PROCEDURE).type("không có thủ tục này")
    clerk.settle()
    with_reason(clerk, "Chọn nhầm")
    assert "Chưa chọn thủ tục" in refiling(clerk).procedure.problem
    assert refiling(clerk).procedure.value() == "không có thủ tục này"
    clerk.key("Esc")
    clerk.settle()
    clerk.key("Alt+S")
    clerk.settle()
    assert refiling(clerk).procedure.value() == "không có thủ tục này"


def test_a_late_dossier_cannot_be_put_on_time_and_the_refusal_says_so(clerk):
    choose(clerk, "lại kết hôn")
    clerk.clock.advance(days=5)
    with_reason(clerk, "Chọn nhầm")
    clerk.settle()
    assert "đã quá hạn" in clerk.dossier.panel.problem
    assert stored(clerk).procedure_code == "1.004873"


def test_what_is_not_touched_here_stays_and_counts_nothing_anew(clerk):
    before = stored(clerk)
    clerk.tab_to("Ghi chú in trên phiếu").type("Gọi trước khi đến")
    with_reason(clerk, "Thêm ghi chú")
    after = stored(clerk)
    assert after.note == "Gọi trước khi đến"
    assert after.promises == before.promises
    assert after.procedure_version == before.procedure_version


def test_where_fees_were_decided_no_undoing_is_offered_that_would_count_them_anew(sit, tray):
    clerk = sit()
    taken = clerk.take_in(*WHO, procedure="2.000635").save("Ctrl+F9")
    clerk.window.open_dossier(taken.id)
    clerk.wait(lambda: clerk.dossier.view is not None and clerk.is_idle())
    clerk.key("Alt+S")
    clerk.settle()
    choose(clerk, "lại kết hôn")
    with_reason(clerk, "Chọn nhầm thủ tục")
    clerk.settle()
    assert stored(clerk).fees == ()
    assert any("Xem lại phí" in words for words in clerk.said)
    clerk.key("Ctrl+H")
    clerk.settle()
    assert stored(clerk).procedure_name == "Thủ tục đăng ký lại kết hôn"
