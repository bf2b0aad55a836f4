"""What a person does at the intake screen, by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.errors import DeskError
from tests.ui.typing import press, type_at_once


class PrinterGone(DeskError):
    """Facts: none."""


def settle(qtbot, screen):
    qtbot.waitUntil(
        lambda: (
            screen.work.is_idle
            and not screen.procedure.search._question.is_busy
            and not screen.applicant.is_busy
            and not screen.count.preview._promise.is_busy
            and not screen.count.costs._question.is_busy
            and not screen.count.preview._picture.is_busy
            and not screen.keeper._timer.isActive()
        ),
        timeout=5000,
    )


def focused():
    return QApplication.focusWidget()


def key(which, modifiers=Qt.KeyboardModifier.NoModifier):
    """A key as the window system brings it: shortcuts first, then the focused widget."""
    QTest.keyClick(focused(), which, modifiers)


def enter_person(screen):
    """A person whose texts each come in one stroke: tests of typing type them."""
    person = screen.applicant.person
    assert focused() is person.number.input
    type_at_once(focused(), "020185001234")
    press(focused(), Qt.Key.Key_Return)
    type_at_once(focused(), "Hoàng Thị Mẩy")
    press(focused(), Qt.Key.Key_Return)
    type_at_once(focused(), "05031985")
    press(focused(), Qt.Key.Key_Return)  # past the sex, which the number told
    type_at_once(focused(), "Thôn Bản Loỏng")
    press(focused(), Qt.Key.Key_Return)
    type_at_once(focused(), "0912345678")
    press(focused(), Qt.Key.Key_Return)


def choose(qtbot, screen, text):
    search = screen.procedure.search.field.input
    search.setFocus()
    search.selectAll()
    type_at_once(search, text)
    press(search, Qt.Key.Key_Return)
    settle(qtbot, screen)
