"""What a person does at the dossier screen, and how it is read."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.domain.errors import DeskError
from app.domain.workflow.states import DossierState
from tests.ui.invented import MONDAY
from tests.ui.screens.dossier.invented import a_dossier

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class UnknownDossier(DeskError):
    """Facts: code."""


class PrinterGone(DeskError):
    """No facts."""


def settle(qtbot, screen):
    qtbot.waitUntil(lambda: screen.work.is_idle)


def press(screen, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(screen.focusWidget() or screen, key, modifier)


def words(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def finished(**changes):
    return replace(a_dossier(), state=DossierState.FINISHED, ended_at=MONDAY, **changes)


def correct(qtbot, screen, cabinet):
    press(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen)
    return cabinet.calls()[-1][2]
