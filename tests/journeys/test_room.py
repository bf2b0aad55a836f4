"""Every screen has room for its words in a window of 1366, whatever the size of its letters.

No screen makes the window larger than it is: what needs more height scrolls.
"""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from app.answers.board import BoardView
from app.demo.settle import settle as wait_until_quiet
from app.domain.clock import SetClock
from app.practice import office as practice
from app.usecases.queries import lookup
from tests.journeys.clipping import cut_words
from tests.journeys.conftest import EARLY
from tests.journeys.test_sight import cut_off
from ui.screen import Place
from ui.theme import apply_theme, font, text_scale
from ui.widgets.text.notice_strip import NoticeStrip

pytestmark = [pytest.mark.gui, pytest.mark.journey]

SIZES = ((1_366, 768), (1_920, 1_080))
PLACES = (
    Place.HOME, Place.INTAKE, Place.EXCHANGE, Place.SIGNING, Place.CASH, Place.REGISTER,
    Place.DAY, Place.HANDOVER, Place.LISTS, Place.REFERENCE, Place.SETTINGS,
)  # fmt: skip
KEYS_OF_A_DOSSIER = (
    "Alt+S", "Alt+B", "Alt+L", "Alt+X", "Alt+H", "Alt+T", "Alt+M", "Alt+O", "Alt+U", "Alt+I",
    "F4", "F8",
)  # fmt: skip


@pytest.fixture(scope="module")
def practice_folder(tmp_path_factory):
    """An office with forty dossiers in every state, money still due among them."""
    folder = tmp_path_factory.mktemp("room") / "data"
    practice.make_practice_office(folder, SetClock(EARLY), dossiers=40, seed=3)
    return folder


@pytest.fixture
def folder(practice_folder):
    return practice_folder


@pytest.fixture(params=[100, 150, 200])
def clerk(sit, qapp, request):
    """A clerk at an office of practice, in letters of this size."""
    clerk = sit()
    apply_theme(qapp, "light", request.param)
    clerk.settle()
    clerk.window.resize(1_366, 768)
    yield clerk
    apply_theme(qapp)


def faults(clerk, size=SIZES[0]):
    """What is wrong with the screen in front once it has come to rest, in words."""
    wait_until_quiet(clerk.work, quiet_ms=60)
    if seen(clerk.window, QSize(*size)):
        clerk.settle()
    return seen(clerk.window, QSize(*size))


def seen(window, size):
    needed, grown = window.minimumSizeHint(), window.size()
    found = [f"needs {needed} of {size}"] if needed.expandedTo(size) != size else []
    found += [f"window grew to {grown}"] if grown.expandedTo(size) != size else []
    found += [
        f"{type(area).__name__} scrolls sideways"
        for area in window.findChildren(QScrollArea)
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0
    ]
    return found + cut_words(window)


def assert_none(found):
    lines = [f"{where}: {fault}" for where, there in found.items() for fault in there]
    assert not lines, "\n".join(lines)


def one_of_each(clerk):
    """A dossier of each list of the board."""
    now = clerk.clock.now()
    for view in BoardView:
        yield from lookup.ids(clerk.desk, clerk.session.actor, view, now)[:1]


def test_every_screen_has_room_for_its_words(clerk):
    found = {}
    for size in SIZES:
        clerk.window.resize(*size)
        for place in PLACES:
            clerk.window.go(place)
            found[place, size] = faults(clerk, size)
        for part in ("calendar", "tariff"):
            clerk.window.go_to_part(Place.REFERENCE, part)
            found[part, size] = faults(clerk, size)
    assert_none(found)


def test_a_form_being_filled_has_room_for_its_words(clerk):
    clerk.take_in("020185001234", "Lý A Sềnh", procedure="khai tu", ticks=None)
    clerk.key("Alt+Y").key("Alt+G").key("Alt+T")
    found = {"open": faults(clerk)}
    clerk.key("F9")
    assert_none(found | {"refused": faults(clerk)})


def test_what_is_asked_where_papers_are_missing_is_not_cut(clerk):
    clerk.take_in(
        "020090004567", "Triệu Văn Phin", "12/4/90", "", "Thôn Nà Mò", "0987654321",
        procedure="1.004873", ticks=None,
    )  # fmt: skip
    clerk.key("F9")
    clerk.wait(lambda: clerk.problems(), patience_ms=4_000)
    found = {"no paper": faults(clerk)}
    notice = clerk.intake.papers.findChild(NoticeStrip)
    clerk.wait(lambda: cut_off(notice) == "", patience_ms=4_000)
    clerk.key("Space").key("F9")
    clerk.wait(lambda: clerk.intake.lacking.is_waiting, patience_ms=4_000)
    assert_none(found | {"papers missing": faults(clerk)})


def test_offers_below_a_title_are_in_sight(clerk):
    clerk.key("F2")
    person, other = clerk.intake.applicant.person, clerk.intake.applicant.representative
    QTest.mouseClick(person.kind.chips()[1], Qt.MouseButton.LeftButton)
    assert other.title.isVisible()
    other.title.input.setFocus()
    clerk.wait(lambda: cut_off(other.title_strip) == "", patience_ms=4_000)


def test_a_form_of_certification_has_room_for_its_words(clerk):
    clerk.take_in("020185001234", "Lý A Sềnh", procedure="chuc chung thuc ban sao", ticks=None)
    clerk.type("sổ hộ khẩu 3x2").key("Enter")
    assert_none({"batch": faults(clerk)})


@pytest.mark.parametrize("size", SIZES)
def test_what_was_registered_and_drafts_leave_the_window_its_size(clerk, size):
    clerk.window.resize(*size)
    found = {}
    for name in ("Lộc Thị Dùng", "Hoàng Trần Minh Phương", "Nguyễn Thị Hồng Nhung"):
        clerk.take_in("", name, procedure="khai tu", ticks=None).key("Esc")
        clerk.settle()
        found[name] = faults(clerk, size)
    clerk.take_in(
        "020195001111", "Lộc Thị Dùng", "1/1/95", "", "Thôn Khuổi Cấp", "0900777888",
        procedure="chuc chung thuc ban sao", ticks=None,
    )  # fmt: skip
    clerk.type("sổ hộ khẩu 3x2").key("Enter")
    clerk.save()
    assert clerk.intake.promise.shows_registered
    assert_none(found | {"registered": faults(clerk, size)})


def test_the_code_a_portal_gave_is_shown_whole(clerk):
    code = f"G09.20-261130-{92_000 + round(100 * text_scale()):07}"
    clerk.key("F2").key("Alt+2")
    clerk.tab_to("Mã hồ sơ cổng đã cấp").type(code)
    clerk.intake.focus_first()
    for text in ("020195001111", "Vàng Thị Mẩy", "1/1/95", "Thôn Khuổi Cấp", "0900777888"):
        clerk.type(text).key("Enter")
    clerk.tab_to("Thủ tục").choose_procedure("khai tu").key("Ctrl+Space")
    clerk.save("Ctrl+F9")
    done = clerk.intake.promise.done
    assert done.code.text() == code
    written = QFontMetrics(font(done.code.shown_points(), QFont.Weight.Bold))
    assert written.horizontalAdvance(code) <= done.code.width()
    assert_none({"registered": faults(clerk)})


def test_a_dossier_and_what_is_done_with_it_have_room_for_their_words(clerk):
    found = {}
    for ident in one_of_each(clerk):
        clerk.window.open_dossier(ident)
        found[ident, ""] = faults(clerk)
        for key in KEYS_OF_A_DOSSIER:
            clerk.key(key)
            found[ident, key] = faults(clerk)
            clerk.key("Esc")
    assert_none(found)


def test_the_lists_over_the_screens_have_room_for_their_words(clerk):
    found = {}
    for key in ("F1", "Ctrl+K", "F3"):
        clerk.key(key)
        found[key] = faults(clerk)
        clerk.key("Esc")
    assert_none(found)


@pytest.mark.parametrize("key", ["Alt+S", "Alt+B", "Alt+X", "Alt+H"])
def test_in_a_dossier_a_field_and_what_submits_it_have_room(clerk, key):
    clerk.window.open_dossier(next(one_of_each(clerk)))
    clerk.settle()
    clerk.key(key)
    clerk.settle()
    panel = clerk.dossier.panel
    around = panel.parentWidget().parentWidget()
    assert cut_off(around) == ""
    room = panel.button.height() + QApplication.focusWidget().height()
    assert room < around.height()


def test_the_count_beside_a_title_is_no_column_of_words(clerk):
    clerk.window.go(Place.SIGNING)
    clerk.settle()
    count = clerk.signing.count
    assert count.text()
    assert count.height() <= 2.5 * count.fontMetrics().lineSpacing()


def test_the_warning_of_an_open_dossier_is_in_sight_above_the_papers(clerk):
    who = ("020195002222", "Lộc Thị Dùng", "1/1/95", "", "Thôn Khuổi Cấp", "0900777888")
    certifying = "chuc chung thuc ban sao"
    clerk.take_in(*who, procedure=certifying, ticks=None)
    clerk.type("sổ hộ khẩu 3x2").key("Enter")
    clerk.save("Ctrl+F9")
    clerk.take_in(*who, procedure=certifying, ticks=None)
    clerk.wait(lambda: clerk.intake.twins.twin is not None, patience_ms=4_000)
    clerk.settle()
    assert QApplication.focusWidget() is clerk.intake.certification.entry
    clerk.wait(lambda: cut_off(clerk.intake.procedure.twin) == "", patience_ms=4_000)
    assert cut_off(clerk.intake.certification.entry) == ""
    assert_none({"warned": faults(clerk)})
