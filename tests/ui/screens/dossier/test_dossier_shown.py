"""What the dossier screen shows."""

import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from app.answers.exchange import Mending, RejectedEvent
from app.domain.dossier.identity import Sex
from app.domain.workflow.states import DossierState
from tests.ui.invented import MONDAY
from tests.ui.screens.dossier.hands import UnknownDossier, finished, settle, words
from tests.ui.screens.dossier.invented import Cabinet, a_dossier, a_long_dossier, a_waiting_dossier
from ui.screens.dossier.life.history import value_words
from ui.widgets.text.unbroken import WORD_JOINER

pytestmark = pytest.mark.gui


def test_a_dossier_opens_with_people_papers_prints_promise_and_history(opened):
    screen = opened(Cabinet())
    frame = screen.frame
    assert frame.header.applicant.text == "Hoàng Thị Mẩy"
    assert frame.header.code.text() == "H37.99.1-261120-0007"
    assert "0912 345 678" in words(frame.people)
    assert "Trích lục ghi chú ly hôn" in words(frame.papers)
    assert "· lần 2" in " ".join(b.text() for b in frame.prints.findChildren(QPushButton))
    assert frame.header.promise.text() == "Thứ Năm 26/11/2026"
    assert "Ngày Văn hóa Việt Nam" in words(frame.promise)


def test_a_dossier_is_called_by_its_official_code_and_names_the_other_among_its_facts(opened):
    official = "G09.20-20261120-0092637"
    screen = opened(Cabinet(replace(a_dossier(), official_code=official)))
    assert screen.frame.header.code.text() == official
    QTest.mouseClick(screen.frame.header.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == official
    assert "H37.99.1-261120-0007" in words(screen.frame.people).replace(WORD_JOINER, "")


def test_what_the_province_refused_stands_above_whatever_field_it_is_about(qtbot, opened):
    cabinet = Cabinet()
    words_of_it = "Thiếu ngày cấp giấy tờ tùy thân của người nộp"
    refusal = RejectedEvent("e", "H37", "DOSSIER", words_of_it, MONDAY, 7)
    cabinet.refusal = refusal
    screen = opened(cabinet)
    strip = screen.frame.refusal
    assert strip.isVisible()
    assert strip.text() == f"■ Tỉnh từ chối: {words_of_it} (cần sửa)"
    cabinet.refusal = replace(refusal, mending=Mending.UNSENT)
    screen.reload()
    settle(qtbot, screen)
    assert strip.text().endswith("(đã sửa, chưa gửi lại)")
    cabinet.refusal = None
    screen.reload()
    settle(qtbot, screen)
    assert strip.isHidden()


def test_the_history_stands_newest_first_with_old_and_new_values(opened):
    texts = opened(Cabinet()).frame.timeline.texts()
    assert texts[0].startswith("Bắt đầu xử lý → Đang xử lý")
    assert texts[-1].startswith("Tiếp nhận")
    assert "Điện thoại: 0912345679 → 0912345678" in texts[1]
    assert "Nam → Nữ" in texts[1]
    assert "Người dân đọc nhầm số điện thoại" in texts[1]


def test_values_of_the_ledger_are_shown_as_people_read_them():
    assert value_words("applicant.born", "1985-03-05") == "05/03/1985"
    assert value_words("applicant.id_kind", "OLD_ID") == "CMND"
    assert value_words("applicant.sex", "") == ""
    assert value_words("applicant.sex", "?") == "?"
    assert value_words("note", "Gọi trước") == "Gọi trước"


def test_text_that_looks_like_markup_is_shown_as_it_was_typed(opened):
    dossier = replace(a_dossier(), note="<b>Gọi</b> & chờ")
    screen = opened(Cabinet(dossier))
    assert "<b>Gọi</b> & chờ" in words(screen.frame.people)
    labels = screen.findChildren(QLabel)
    assert {one.textFormat() for one in labels if one.text()} == {Qt.TextFormat.PlainText}


def test_the_longest_dossier_shows_everything_somewhere(opened):
    dossier = a_long_dossier()
    screen = opened(Cabinet(dossier))
    shown = words(screen.frame.people).replace("\u200b", "")
    assert dossier.applicant.full_name in shown
    assert dossier.applicant.email in shown
    assert dossier.procedure_name in shown
    assert dossier.representative.full_name in shown
    assert "Bản sao giấy chứng sinh" in words(screen.frame.papers)


def test_a_waiting_dossier_says_what_it_waits_for_and_that_no_time_runs(opened):
    screen = opened(Cabinet(a_waiting_dossier()))
    assert screen.frame.header.promise.text() == "Đang dừng tính"
    assert "Giấy xác nhận cư trú" in words(screen.frame.papers)
    assert screen.frame.header.pill.status.words.startswith("chờ")


def test_an_ended_dossier_says_whether_it_was_in_time(opened):
    late = finished(measured_due_at=MONDAY - timedelta(days=1))
    assert "trễ hạn" in opened(Cabinet(late)).frame.header.promise_more.text()
    assert "trước hạn" in opened(Cabinet(finished())).frame.header.promise_more.text()


def test_a_passing_minute_moves_the_countdown_without_asking_the_records(opened):
    dossier = replace(a_dossier(), due_at=MONDAY + timedelta(minutes=30))
    cabinet = Cabinet(dossier)
    screen = opened(cabinet)
    asked = len(cabinet.asked)
    screen.on_ticked(MONDAY + timedelta(minutes=1))
    assert screen.frame.header.pill.status.words == "còn 29 phút"
    assert len(cabinet.asked) == asked


def test_a_dossier_that_is_not_there_says_so_in_its_place(qtbot, opened, notices):
    cabinet = Cabinet()

    def nobody(_ident):
        raise UnknownDossier(code="H37.99.1-261120-0099")

    cabinet.open = nobody
    screen = opened(cabinet)
    assert "H37.99.1-261120-0099" in screen._instead.words
    assert notices.errors == []
    assert not screen.take_key("F4")


def test_a_promise_that_cannot_be_explained_hides_nothing_else(opened):
    cabinet = Cabinet()

    def refuse(_dossier):
        raise UnknownDossier(code="x")

    cabinet.explain = refuse
    screen = opened(cabinet)
    assert screen.frame.header.applicant.text == "Hoàng Thị Mẩy"
    assert "x" in words(screen.frame.promise)


def test_only_the_dossier_opened_last_is_shown(qtbot, opened):
    cabinet = Cabinet()
    screen = opened(cabinet)
    go_on = threading.Event()
    former = cabinet.open

    def slow(ident):
        if ident == 8:
            go_on.wait(5)
        return former(ident)

    object.__setattr__(screen._actions, "open", slow)
    shown = []
    pages = screen._pages
    pages.currentChanged.connect(lambda _: screen.view and shown.append(screen.view.dossier.id))
    screen.show_dossier(8)
    screen.show_dossier(9)
    go_on.set()
    settle(qtbot, screen)
    assert screen.view.dossier.id == 9
    assert shown == [9]


def test_the_code_can_be_copied(opened):
    screen = opened(Cabinet())
    QTest.mouseClick(screen.frame.header.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "H37.99.1-261120-0007"


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (DossierState.STOPPED, "đã dừng"),
        (DossierState.WITHDRAWN, "đã rút"),
        (DossierState.REFUSED, "không tiếp nhận"),
    ],
)
def test_a_dossier_given_up_is_called_neither_on_time_nor_late(opened, state, said):
    ended = replace(a_dossier(), state=state, ended_at=MONDAY, end_reason="Không đủ điều kiện")
    header = opened(Cabinet(ended)).frame.header
    assert said in header.promise_more.text().lower()
    shown = f"{words(header)} {header.pill.accessibleName()}".lower()
    assert not any(one in shown for one in ("đúng hạn", "trước hạn", "trễ hạn", "quá hạn"))


@pytest.mark.parametrize(
    ("state", "name"),
    [
        (DossierState.WITHDRAWN, "Lý do rút"),
        (DossierState.STOPPED, "Lý do dừng"),
        (DossierState.REFUSED, "Lý do từ chối"),
    ],
)
def test_why_a_dossier_ended_is_called_by_the_way_it_ended(opened, state, name):
    ended = replace(a_dossier(), state=state, ended_at=MONDAY, end_reason="Nộp nhầm nơi")
    screen = opened(Cabinet(ended))
    said = words(screen.frame.people)
    assert f"{name} Nộp nhầm nơi" in said


def test_a_sex_without_a_day_of_birth_is_no_birth(opened):
    dossier = a_dossier()
    applicant = replace(dossier.applicant, born="", sex=Sex.MALE)
    text = words(opened(Cabinet(replace(dossier, applicant=applicant))).frame)
    assert "Giới tính Nam" in text
    assert "Sinh Nam" not in text
