"""Printing again, and looking at what was printed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.domain.changes import Changed
from app.domain.forms.codes import LABEL_FORM
from app.printing import registry
from app.printing.paper import Paper
from app.printing.registry import form_of
from tests.ui.desktop import Desktop
from tests.ui.screens.dossier.hands import PrinterGone, UnknownDossier, press, settle, words
from tests.ui.screens.dossier.invented import Cabinet, a_print
from tests.ui.typing import type_text
from ui.screens.dossier.life.action_kind import ActionKind
from ui.screens.dossier.printing.reprint_panel import ReprintPanel

pytestmark = pytest.mark.gui


def test_f8_prints_again_what_was_printed_last(qtbot, opened, notices):
    cabinet = Cabinet()
    screen = opened(cabinet)
    with qtbot.waitSignal(screen.changed) as changed:
        assert screen.take_key("F8")
    assert ("print", 7, "01", "a4") in cabinet.asked
    assert changed.args == [Changed.PRINTS]
    assert "in lại lần 2" in notices.words[-1]
    notices.actions[-1].do()
    settle(qtbot, screen)
    assert len([one for one in cabinet.calls() if one[0] == "print"]) == 2


@pytest.mark.parametrize("form", ["02", "03", "05"])
def test_what_is_past_is_not_printed_again_but_the_receipt(qtbot, opened, form):
    cabinet = Cabinet(prints=(replace(a_print(2), form=form), a_print(1)))
    screen = opened(cabinet)
    screen.take_key("F8")
    settle(qtbot, screen)
    assert ("print", 7, "01", "a4") in cabinet.asked


def test_the_first_print_is_the_receipt_on_the_offices_usual_paper(qtbot, opened):
    cabinet = Cabinet(prints=())
    screen = opened(cabinet)
    assert "F8" in words(screen.frame.prints)
    screen.take_key("F8")
    settle(qtbot, screen)
    assert ("print", 7, "01", "") in cabinet.asked


def test_a_printer_that_fails_is_told_with_a_way_to_print_again(qtbot, opened, notices):
    cabinet = Cabinet(refuses=PrinterGone())
    screen = opened(cabinet)
    screen.take_key("F8")
    settle(qtbot, screen)
    assert notices.actions[-1].words == "In lại"
    cabinet.refuses = None
    notices.actions[-1].do()
    settle(qtbot, screen)
    assert notices.words[-1].startswith("Đã gửi phiếu tiếp nhận tới ")


def test_what_never_was_printed_is_not_printed_again(qtbot, opened, notices):
    cabinet = Cabinet(prints=(), refuses=PrinterGone())
    screen = opened(cabinet)
    button = screen.frame.header.bar.buttons[ActionKind.PRINT]
    assert button.text() == "In phiếu   F8"
    screen.take_key("F8")
    settle(qtbot, screen)
    assert notices.actions[-1].words == "In phiếu"
    label = replace(a_print(), form=LABEL_FORM, paper=Paper.LABEL)
    cabinet.prints = (label,)
    screen.reload()
    settle(qtbot, screen)
    assert button.text() == "In phiếu   F8", "a label is no slip"
    assert "Nhãn bìa · 50 × 30 mm · lần 1" in {
        one.text() for one in screen.frame.prints.findChildren(QPushButton)
    }
    assert opened(Cabinet()).frame.header.bar.buttons[ActionKind.PRINT].text() == "In lại   F8"


def test_a_print_is_looked_at_beside_the_dossier(qtbot, opened):
    cabinet = Cabinet()
    screen = opened(cabinet)
    links = [b for b in screen.frame.prints.findChildren(QPushButton) if "A4 · lần 1" in b.text()]
    QTest.mouseClick(links[0], Qt.MouseButton.LeftButton)
    settle(qtbot, screen)
    assert screen.frame.paper.page_count == 1
    assert "lần 1" in screen.frame.preview_title
    assert cabinet.calls()[-1][:2] == ("pictures", 101)


def test_a_print_that_cannot_be_drawn_says_why_in_its_place(qtbot, opened, notices):
    cabinet = Cabinet()

    def broken(_print_id, _dpi):
        raise UnknownDossier(code="hỏng")

    cabinet.pictures = broken
    screen = opened(cabinet)
    screen._prints.look_at(101)
    settle(qtbot, screen)
    assert "hỏng" in screen.frame.paper.words
    assert notices.errors == []


@pytest.mark.parametrize(
    ("key", "reason"),
    [(Qt.Key.Key_1, "Người dân làm mất phiếu"), (Qt.Key.Key_3, "Thông tin trên phiếu đã sửa")],
)
def test_one_key_says_why_a_form_is_printed_again(qtbot, opened, key, reason):
    cabinet = Cabinet(wants_reason=True)
    screen = opened(cabinet)
    screen.take_key("F8")
    settle(qtbot, screen)
    assert isinstance(screen.panel, ReprintPanel)
    assert cabinet.calls() == []
    press(screen, key)
    settle(qtbot, screen)
    assert ("print", 7, "01", "a4", reason) in cabinet.asked
    assert screen.panel is None


@pytest.mark.parametrize(
    ("form", "paper"),
    [("01", "80mm"), ("label", "50x30")],
)
def test_slip_and_label_are_printed_from_the_prints_card_and_again_with_a_reason(
    qtbot, opened, form, paper
):
    cabinet = Cabinet()
    screen = opened(cabinet)
    screen.frame.prints.buttons[form, paper].click()
    settle(qtbot, screen)
    assert ("print", 7, form, paper) in cabinet.asked
    cabinet.wants_reason = True
    screen.frame.prints.buttons[form, paper].click()
    settle(qtbot, screen)
    press(screen, Qt.Key.Key_4)
    settle(qtbot, screen)
    assert ("print", 7, form, paper, "Cần thêm một bản") in cabinet.asked


def test_a_form_that_is_not_made_of_this_dossier_is_not_offered(opened):
    made = opened(Cabinet()).frame.prints.buttons
    codes = ("02", "04", "collect", "06", "deadline", "03", "05")
    others = [(code, "") for code in codes]
    assert list(made) == [("01", "80mm"), *others, ("label", "50x30")]
    assert [name for name, button in made.items() if button.isHidden()] == others
    bare = opened(Cabinet(forms={})).frame.prints.buttons
    assert all(button.isHidden() for button in bare.values())


def test_one_more_form_of_the_registry_has_its_button(qtbot, opened, monkeypatch):
    more = replace(form_of("label"), code="sorry", name="Phiếu xin lỗi", layouts={Paper.A4: None})
    monkeypatch.setattr(registry, "FORMS", (*registry.FORMS, more))
    cabinet = Cabinet(forms={"01": 7, "sorry": 7})
    screen = opened(cabinet)
    button = screen.frame.prints.buttons["sorry", ""]
    assert button.text() == "In Phiếu xin lỗi"
    button.click()
    settle(qtbot, screen)
    assert ("print", 7, "sorry", "") in cabinet.asked


def test_another_reason_is_typed_digits_and_all_and_must_not_be_empty(qtbot, opened):
    cabinet = Cabinet(wants_reason=True)
    screen = opened(cabinet)
    screen.take_key("F8")
    settle(qtbot, screen)
    press(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert screen.panel.other.has_problem
    assert cabinet.calls() == []
    type_text(screen.panel.other.input, "Gửi lại cho khu 3")
    press(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, screen)
    assert ("print", 7, "01", "a4", "Gửi lại cho khu 3") in cabinet.asked


def test_a_reprint_can_be_left_and_nothing_is_printed(qtbot, opened):
    cabinet = Cabinet(wants_reason=True)
    screen = opened(cabinet)
    screen.take_key("F8")
    settle(qtbot, screen)
    assert screen.go_back()
    assert screen.panel is None
    assert cabinet.calls() == []


def test_the_days_first_print_asks_whether_the_paper_came(qtbot, opened, notices):
    cabinet = Cabinet(asks_for_paper=True)
    screen = opened(cabinet)
    screen.take_key("F8")
    settle(qtbot, screen)
    ((asked, (right, again)),) = notices.asked
    assert asked == "Bản in phiếu tiếp nhận (…0007) có đúng không?"
    right.do()
    settle(qtbot, screen)
    assert ("came", 103) in cabinet.asked
    cabinet.wants_reason = True
    again.do()
    settle(qtbot, screen)
    assert ("print", 7, "01", "a4", "Giấy ra không đúng") in cabinet.asked


def test_f8_passes_over_a_label(qtbot, opened):
    cabinet = Cabinet()
    newest = replace(cabinet.prints[0], id=200, form="label", paper="50x30")
    cabinet.prints = (newest, *cabinet.prints)
    screen = opened(cabinet)
    assert "Nhãn bìa" in " ".join(b.text() for b in screen.frame.prints.findChildren(QPushButton))
    screen.take_key("F8")
    settle(qtbot, screen)
    assert ("print", 7, "01", "a4") in cabinet.asked


def test_a_print_is_opened_in_the_desktops_own_viewer(qtbot, opened):
    desktop = Desktop()
    cabinet = Cabinet()
    screen = opened(cabinet)
    screen._prints.look_at(101)
    settle(qtbot, screen)
    screen.frame.outside.click()
    settle(qtbot, screen)
    desktop.leave()
    assert ("lend", 101) in cabinet.asked
    assert desktop.opened == ["MotCua.pdf"]


def test_without_a_viewer_it_says_so(qtbot, opened, notices, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(lambda _url: False))
    screen = opened(Cabinet())
    screen._prints.look_at(101)
    settle(qtbot, screen)
    screen.frame.outside.click()
    settle(qtbot, screen)
    assert "chưa có trình đọc PDF" in notices.words[-1]


def the_proof_is_saved(qtbot, screen, monkeypatch, file):
    """Press the button and name `file` in the dialog; what the dialog offered."""
    offered = []

    def name(_over, _title, _kinds, take, *, name):
        offered.append(name)
        take(file)

    monkeypatch.setattr("ui.screens.dossier.printing.proof_saver.ask_new_file", name)
    (button,) = [
        button
        for button in screen.frame.promise.findChildren(QPushButton)
        if button.text() == "Chứng minh thời gian…"
    ]
    button.click()
    settle(qtbot, screen)
    return offered


def test_the_proof_of_time_is_saved_where_it_is_wanted(
    qtbot, opened, notices, monkeypatch, tmp_path
):
    cabinet = Cabinet()
    screen = opened(cabinet)
    offered = the_proof_is_saved(qtbot, screen, monkeypatch, tmp_path / "p.pdf")
    assert offered == [f"chung-minh-{cabinet.dossier.shown_code}.pdf"]
    assert ("proof", 7, tmp_path / "p.pdf") in cabinet.asked
    assert str(tmp_path / "p.pdf") in notices.words[-1]


def test_a_proof_that_is_refused_says_why_and_can_be_tried_again(
    qtbot, opened, notices, monkeypatch, tmp_path
):
    cabinet = Cabinet(refuses=PrinterGone())
    screen = opened(cabinet)
    the_proof_is_saved(qtbot, screen, monkeypatch, tmp_path / "p.pdf")
    assert isinstance(notices.errors[-1], PrinterGone)
    cabinet.refuses = None
    notices.retries[-1]()
    settle(qtbot, screen)
    assert "Đã lưu phiếu chứng minh thời gian" in notices.words[-1]
