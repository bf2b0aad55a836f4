"""Printing again, and looking at what was printed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.domain.changes import Changed
from tests.ui.dossier.hands import PrinterGone, UnknownDossier, settle, words
from tests.ui.invented_dossier import (
    Cabinet,
)

pytestmark = pytest.mark.gui


def test_f8_prints_again_what_was_printed_last(qtbot, opened, told):
    cabinet = Cabinet()
    screen = opened(cabinet)
    with qtbot.waitSignal(screen.changed) as changed:
        assert screen.take_key("F8")
    assert ("print", 7, "01", "a4") in cabinet.asked
    assert changed.args == [Changed.PRINTS]
    assert "in lại lần 2" in told.words[-1]
    told.acts[-1].do()
    settle(qtbot, screen)
    assert len([one for one in cabinet.acts() if one[0] == "print"]) == 2


def test_the_first_print_is_the_receipt_on_the_offices_usual_paper(qtbot, opened):
    cabinet = Cabinet(prints=())
    screen = opened(cabinet)
    assert "F8" in words(screen.frame.prints)
    screen.take_key("F8")
    settle(qtbot, screen)
    assert ("print", 7, "01", "") in cabinet.asked


def test_a_printer_that_fails_is_told_with_a_way_to_print_again(qtbot, opened, told):
    cabinet = Cabinet(refuses=PrinterGone())
    screen = opened(cabinet)
    screen.take_key("F8")
    settle(qtbot, screen)
    assert told.acts[-1].words == "In lại"
    cabinet.refuses = None
    told.acts[-1].do()
    settle(qtbot, screen)
    assert "Đã gửi" in told.words[-1]


def test_a_print_is_looked_at_beside_the_dossier(qtbot, opened):
    cabinet = Cabinet()
    screen = opened(cabinet)
    links = [b for b in screen.frame.prints.findChildren(QPushButton) if "bản đầu" in b.text()]
    QTest.mouseClick(links[0], Qt.MouseButton.LeftButton)
    settle(qtbot, screen)
    assert screen.frame.paper.page_count == 1
    assert "bản đầu" in screen.frame.preview_title
    assert cabinet.acts()[-1][:2] == ("pictures", 101)


def test_a_print_that_cannot_be_drawn_says_why_in_its_place(qtbot, opened, told):
    cabinet = Cabinet()

    def broken(_print_id, _dpi):
        raise UnknownDossier(code="hỏng")

    cabinet.pictures = broken
    screen = opened(cabinet)
    screen._prints.look_at(101)
    settle(qtbot, screen)
    assert "hỏng" in screen.frame.paper.words
    assert told.errors == []
