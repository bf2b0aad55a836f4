"""Every screen opened in English: no Vietnamese is left on it but names, and nothing is cut off."""

import re
from dataclasses import asdict

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QWidget,
)

from app.composition.session.session import Session
from app.composition.session.translator import WindowTranslator
from app.composition.whole import desk_window
from app.demo.settle import settle
from app.domain.actor import PROGRAM, Actor
from app.domain.catalogue.paper_names import short_name
from app.domain.dossier.dossier import SubmittedDocument
from app.domain.workflow.agencies import PROPOSED
from app.usecases.office import settings
from app.usecases.queries import lookup
from tests.builders import a_desk, a_dossier, an_applicant
from tests.i18n.sources import VIETNAMESE
from ui.screen import Place
from ui.screens.dossier.life.action_kind import ActionKind
from ui.theme import apply_theme
from ui.work import Work

pytestmark = pytest.mark.gui
PLACES = (
    Place.HOME, Place.INTAKE, Place.DOSSIER, Place.EXCHANGE, Place.REGISTER, Place.DAY,
    Place.HANDOVER, Place.LISTS, Place.REFERENCE, Place.SETTINGS,
)  # fmt: skip
ACTS = (ActionKind.CORRECT, ActionKind.ASK_PAPERS, ActionKind.CANCEL, ActionKind.FINISH)
ALLOWED = ("Một Cửa", "đồng", "Tiếng Việt", "“nghỉ”", "nghỉ", "/NĐ-CP", "UBND xã …",
           "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC", "05 Thông báo dừng giải quyết hồ sơ",
           *PROPOSED)  # fmt: skip
NOWHERE = QModelIndex()
PLAIN = {
    "office": "UBND Mau Son", "department": "Mot cua", "officer": "Lan", "place": "Mau Son",
    "superior_body": "UBND tinh Lang Son",
}  # fmt: skip
"""An office whose own words have no Vietnamese letters."""


@pytest.fixture(scope="module")
def published(window):
    """What is published about procedures and days, and what papers are called in short.

    It is shown as it stands, in any language.
    """
    desk = window.session.desk
    chosen = lookup.find_procedures(desk, PROGRAM, "", desk.clock.now(), most=lookup.ALL)
    stored = [asdict(lookup.procedure(desk, PROGRAM, one.version)) for one in chosen]
    days = asdict(lookup.calendar(desk, PROGRAM))
    called = [short_name(text) for text in texts_of(stored)]
    return spaced(" ".join(texts_of([stored, days, called])))


def texts_of(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts_of(part)


def spaced(text):
    return re.sub(r"\s+", " ", text).strip()


@pytest.fixture(scope="module")
def window(qapp, tmp_path_factory):
    folder = tmp_path_factory.mktemp("office") / "data"
    desk = a_desk(folder)
    settings.change_settings(desk, Actor("Lan"), PLAIN)
    paper = SubmittedDocument("To khai", 1, 0)
    person = an_applicant(full_name="Hoang Thi May", address="Ban Loong")
    made = a_dossier(desk, Actor("Lan"), applicant=person, documents=(paper,))
    clock = desk.clock
    desk.close()
    translator = WindowTranslator("en")
    translator.install()
    apply_theme(qapp)
    session, work = Session(folder, clock), Work()
    window = desk_window(session, work)
    window.work, window.session, window.made = work, session, made
    window.resize(1366, 768)
    window.show()
    window.start()
    settle(work)
    yield window
    window.close()
    window.deleteLater()
    work.close()
    session.close()
    translator.remove()


def shown(screen):
    """(widget, text) of everything that can be read on `screen`."""
    for widget in filter(QWidget.isVisible, screen.findChildren(QWidget)):
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget, widget.text()
        elif isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget, widget.placeholderText()
        elif isinstance(widget, QGroupBox):
            yield widget, widget.title()
        elif isinstance(widget, QComboBox):
            yield from ((widget, widget.itemText(n)) for n in range(widget.count()))
        elif isinstance(widget, QTabBar):
            yield from ((widget, widget.tabText(n)) for n in range(widget.count()))
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from ((widget, text) for text in cells(widget.model()))


def cells(model):
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(NOWHERE)
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(NOWHERE), 20)):
            yield str(model.index(row, column).data() or "")


def unpublished(text, published):
    """Parts of `text` in Vietnamese letters that stand neither in the published data nor above."""
    parts = (spaced(part) for part in re.split(r"[·:;\n→…▲✓■•]|<[^>]*>|\b\d+\. ", text))
    return [part for part in parts if part not in published and VIETNAMESE.search(unnamed(part))]


def unnamed(text):
    for name in ALLOWED:
        text = text.replace(name, "")
    return text


SIGHTS = [*((place, None) for place in PLACES), *((Place.DOSSIER, kind) for kind in ACTS)]


def look_at(window, place, kind):
    """Bring `place` to the front, its form for `kind` open."""
    if place is not Place.DOSSIER:
        window.go(place)
    else:
        window.open_dossier(window.made.dossier_id)
    settle(window.work)
    if kind is not None:
        window.screen_at(place).begin(kind)
        settle(window.work)


@pytest.mark.parametrize(("place", "kind"), SIGHTS)
def test_no_vietnamese_is_left_but_names(place, kind, window, published):
    look_at(window, place, kind)
    left = {
        (type(widget).__name__, text): rest
        for widget, text in shown(window)
        if (rest := unpublished(text, published))
    }
    assert not left


@pytest.mark.parametrize(("place", "kind"), SIGHTS)
def test_no_button_is_narrower_than_its_words(place, kind, window):
    look_at(window, place, kind)
    cut = [
        (button.text(), button.width(), button.sizeHint().width())
        for button in window.findChildren(QPushButton)
        if button.isVisible() and button.text() and button.width() < button.sizeHint().width()
    ]
    assert not cut
