"""The window: what it loads before its first paint, where keys lead, how it closes."""

import subprocess
import sys
import threading
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.answers.board import BoardView
from app.answers.exchange import OutboxSummary
from app.domain.changes import Changed
from tests.ui.desk import a_window
from tests.ui.invented import MONDAY, Office
from tests.ui.screens.dossier.invented import Cabinet
from tests.unmeasured import unmeasured
from ui.screen import Action, Place, Screen
from ui.screens.dossier import DossierScreen
from ui.screens.home.screen import HomeScreen
from ui.shell.notices.crash import CrashHandler
from ui.theme import apply_theme
from ui.tokens import Tone
from ui.widgets.keys import bind_key
from ui.work import Work

pytestmark = pytest.mark.gui

_FIRST_PAINT = """
import sys
from ui.shell.window import DeskWindow
from ui.screens.home.frame import HomeFrame
from ui.theme import apply_theme
late = ["sqlalchemy", "sqlcipher3", "sqlite3", "alembic", "reportlab", "barcode", "zxingcpp",
        "pypdfium2", "holidays", "msgspec", "cryptography", "click", "db", "app.usecases",
        "app.wording.terms", "app.answers.dossier", "app.domain.deadline.working_calendar",
        "importlib.resources",
        "ui.screens.intake", "ui.screens.dossier", "ui.shell.tools", "PySide6.QtPrintSupport",
        "PySide6.QtNetwork"]
loaded = [name for name in late if name in sys.modules]
assert not loaded, loaded
"""


def test_nothing_heavy_is_loaded_before_the_first_paint():
    done = subprocess.run(
        [sys.executable, "-c", _FIRST_PAINT],
        env=unmeasured(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


class Form(Screen):
    """A screen with something typed."""

    def __init__(self):
        super().__init__()
        self.input, self.second = QLineEdit(), QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.input)
        column.addWidget(self.second)
        self.input.setAccessibleName("một")
        self.second.setAccessibleName("hai")
        self.is_open_inside, self.closes = False, True
        self.kept, self.heard, self.ticks = [], [], []

    def on_shown(self):
        self.input.setFocus()

    def on_left(self):
        self.kept.append(self.input.text())

    def on_changed(self, changed):
        self.heard.append(changed)

    def on_ticked(self, now):
        self.ticks.append(now)

    def may_close(self):
        return self.closes

    def go_back(self):
        was_open, self.is_open_inside = self.is_open_inside, False
        return was_open

    def offers(self, key, words):
        return key == "F9"


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def cabinet():
    return Cabinet()


@pytest.fixture
def window(qtbot, qapp, office, cabinet):
    apply_theme(qapp)
    work = Work()
    made_screens = []

    def form(_notices):
        made_screens.append(Form())
        return made_screens[-1]

    made = a_window(
        office,
        work,
        {
            Place.HOME: lambda notices: HomeScreen(office.home_actions(), work, notices),
            Place.INTAKE: form,
            Place.SETTINGS: form,
            Place.DOSSIER: lambda notices: DossierScreen(cabinet.actions(), work, notices),
        },
    )
    made.work, made.made_screens = work, made_screens
    qtbot.addWidget(made)
    made.resize(1_366, 768)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.start()
    settle(qtbot, made)
    yield made
    made.ticker.stop()
    work.close()


def settle(qtbot, window):
    qtbot.waitUntil(lambda: window.work.is_idle)


def press(window, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window.focusWidget() or window, key, modifier)


def test_a_screen_that_holds_something_unsaved_is_shown_and_the_window_stays(window):
    press(window, Qt.Key.Key_F12)
    window.made_screens[-1].closes = False
    press(window, Qt.Key.Key_F5)
    assert not window.close()
    assert window.isVisible()
    assert window.place is Place.SETTINGS
    window.made_screens[-1].closes = True
    assert window.close()


def test_another_screen_begins_with_an_empty_search(qtbot, window):
    window.tools.search.input.setText("Hoàng")
    press(window, Qt.Key.Key_F2)
    assert window.tools.search.input.text() == ""


def test_screens_are_made_when_they_are_first_gone_to(window):
    assert window.made_screens == []
    press(window, Qt.Key.Key_F2)
    press(window, Qt.Key.Key_F5)
    press(window, Qt.Key.Key_F2)
    assert len(window.made_screens) == 1
    assert window.place is Place.INTAKE


def test_only_places_that_are_there_stand_on_the_rail(window):
    assert Place.EXCHANGE not in window.rail.buttons
    press(window, Qt.Key.Key_F7)
    assert window.place is Place.HOME


def test_the_rail_marks_where_one_is(window):
    QTest.mouseClick(window.rail.buttons[Place.SETTINGS], Qt.MouseButton.LeftButton)
    checked = [place for place, button in window.rail.buttons.items() if button.isChecked()]
    assert checked == [Place.SETTINGS]


def test_leaving_a_screen_keeps_what_is_typed(window):
    press(window, Qt.Key.Key_F2)
    form = window.screen_at(Place.INTAKE)
    form.input.setText("Nông Thị Phương")
    press(window, Qt.Key.Key_F5)
    assert form.kept == ["Nông Thị Phương"]


def test_escape_closes_what_is_open_inside_before_it_leads_back(window):
    press(window, Qt.Key.Key_F2)
    window.screen_at(Place.INTAKE).is_open_inside = True
    press(window, Qt.Key.Key_Escape)
    assert window.place is Place.INTAKE
    press(window, Qt.Key.Key_Escape)
    assert window.place is Place.HOME
    press(window, Qt.Key.Key_Escape)
    assert window.place is Place.HOME


def test_a_dossier_opens_from_the_list_and_escape_leads_back_to_it(qtbot, window):
    wanted = window.screen_at(Place.HOME).table.current_id()
    assert window.screen_at(Place.HOME).table.hasFocus(), window.focusWidget()
    press(window, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.place is Place.DOSSIER
    assert window.screen_at(Place.DOSSIER).view.dossier.id == wanted
    press(window, Qt.Key.Key_Escape)
    assert window.place is Place.HOME
    assert window.screen_at(Place.HOME).table.current_id() == wanted


def test_escape_leads_back_the_way_one_came(qtbot, window):
    press(window, Qt.Key.Key_F2)
    window.open_dossier(3)
    settle(qtbot, window)
    press(window, Qt.Key.Key_F2)
    press(window, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert window.place is Place.DOSSIER
    assert window.screen_at(Place.DOSSIER).view.dossier.id == 3
    press(window, Qt.Key.Key_Escape)
    assert window.place is Place.HOME


def test_escape_leads_from_one_dossier_to_the_one_before(qtbot, window):
    for dossier_id in (3, 4):
        window.open_dossier(dossier_id)
        settle(qtbot, window)
    press(window, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert window.screen_at(Place.DOSSIER).view.dossier.id == 3


def test_f3_leads_to_the_search_and_back_where_one_was(window):
    press(window, Qt.Key.Key_F2)
    press(window, Qt.Key.Key_F3)
    assert window.tools.search.pad.hasFocus()
    press(window, Qt.Key.Key_Escape)
    assert window.screen_at(Place.INTAKE).input.hasFocus()


def test_f4_leads_to_what_waits_to_be_collected_then_to_its_return(qtbot, window, cabinet):
    from dataclasses import replace

    from app.domain.workflow.states import DossierState

    cabinet.dossier = replace(cabinet.dossier, state=DossierState.FINISHED, ended_at=MONDAY)
    press(window, Qt.Key.Key_F4)
    settle(qtbot, window)
    assert window.screen_at(Place.HOME).view is BoardView.TO_COLLECT
    press(window, Qt.Key.Key_F4)
    settle(qtbot, window)
    assert window.place is Place.DOSSIER
    assert window.screen_at(Place.DOSSIER).panel is not None


def test_f8_without_a_dossier_says_what_to_do(window):
    press(window, Qt.Key.Key_F2)
    press(window, Qt.Key.Key_F8)
    assert "F8" in window.notices.toasts[-1].words


def test_f1_lists_every_key_and_those_of_the_screen_and_closes_again(window):
    press(window, Qt.Key.Key_F2)
    press(window, Qt.Key.Key_F1)
    words = " ".join(label.text() for label in window.overlays.card.findChildren(QLabel))
    assert "Lưu và in phiếu" in words
    assert "Lưu, chưa in" not in words, "this screen does not offer it now"
    assert all(key in words for key in ("F2", "F3", "F4", "F5", "F7", "F8", "F9", "Esc"))
    press(window, Qt.Key.Key_F1)
    assert window.overlays.card is None
    assert window.screen_at(Place.INTAKE).input.hasFocus()


def click_key(window, key):
    """Open the key map and click the row of this key."""
    press(window, Qt.Key.Key_F1)
    row = next(one for one in window.overlays.card.rows if one.cap.text() == key)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)


def test_a_click_on_a_row_of_the_key_map_does_what_the_key_does(window):
    click_key(window, "F2")
    assert window.overlays.card is None
    assert window.place is Place.INTAKE
    click_key(window, "F12")
    assert window.place is Place.SETTINGS
    click_key(window, "F1")
    assert window.overlays.card is None


def test_a_click_does_what_a_key_of_the_screen_in_front_does(window):
    press(window, Qt.Key.Key_F2)
    form, saved = window.screen_at(Place.INTAKE), []
    bind_key(form, "F9", lambda: saved.append(form.input.hasFocus()))
    form.input.setFocus()
    click_key(window, "F9")
    assert saved == [True], "the keyboard is back in the form first"


def test_a_row_of_a_key_that_only_a_field_hears_takes_no_click(window):
    press(window, Qt.Key.Key_F1)
    rows = {row.cap.text(): row.is_pressed for row in window.overlays.card.rows}
    assert not rows["Tab"]
    assert rows["F3"]


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_F3])
def test_after_a_look_at_the_keys_or_the_search_one_is_back_in_the_same_field(window, key):
    press(window, Qt.Key.Key_F2)
    form = window.screen_at(Place.INTAKE)
    form.second.setFocus()
    press(window, key)
    assert not form.second.hasFocus()
    press(window, Qt.Key.Key_Escape)
    assert form.second.hasFocus()


@pytest.mark.parametrize("enter", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_that_has_the_focus(window, enter):
    window.rail.buttons[Place.INTAKE].setFocus()
    press(window, enter)
    assert window.place is Place.INTAKE


def test_enter_goes_on_from_a_box_and_space_ticks_it(window):
    inside = window.screen_in_front
    box, beside = QCheckBox("Có người nộp thay", inside), QLineEdit(inside)
    for one in (box, beside):
        one.show()
    QWidget.setTabOrder(box, beside)
    box.setFocus()
    press(window, Qt.Key.Key_Return)
    assert not box.isChecked()
    assert beside.hasFocus()
    box.setFocus()
    press(window, Qt.Key.Key_Space)
    assert box.isChecked()


def test_enter_behind_letters_no_field_took_presses_nothing(window):
    window.rail.buttons[Place.INTAKE].setFocus()
    for key in (Qt.Key.Key_2, Qt.Key.Key_6, Qt.Key.Key_Return):
        press(window, key)
    assert window.place is Place.HOME
    press(window, Qt.Key.Key_Return)
    assert window.place is Place.INTAKE


def test_enter_held_down_in_a_field_does_not_press_the_button_it_comes_to(window):
    window.rail.buttons[Place.INTAKE].setFocus()
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True
    )
    QApplication.sendEvent(window.focusWidget(), held)
    assert window.place is Place.HOME


@pytest.mark.parametrize(("width", "height"), [(1_366, 768), (1_024, 600)])
def test_a_question_stands_beside_the_screen_and_covers_no_field(window, width, height):
    press(window, Qt.Key.Key_F2)
    window.resize(width, height)
    answers = []
    window.notices.ask("Bản in nhãn (…0004) có đúng không?", (Action("Đúng", answers.append),))
    QApplication.processEvents()
    (question,) = window.notices.toasts
    screen = window.screen_at(Place.INTAKE)

    def lies(widget):
        return QRect(widget.mapTo(window, QPoint()), widget.size())

    assert question.isVisible()
    assert not lies(question).intersects(lies(screen))
    assert window.rect().contains(lies(question))
    assert screen.input.hasFocus()


def test_the_question_is_answered_by_a_key_from_the_field_one_types_in(window):
    press(window, Qt.Key.Key_F2)
    answers = []
    window.notices.ask("Đúng không?", (Action("Đúng", lambda: answers.append(1)),))
    press(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert answers == [1]
    assert window.notices.toasts == []
    assert window.screen_at(Place.INTAKE).input.hasFocus()


def test_the_pill_counts_on_without_asking_again(window, office):
    assert window.bar.sync.status.words.endswith("cũ nhất từ 20/11")
    office.clock.advance(days=40)
    office.outbox = OutboxSummary(0, 0, 0, 0, None, 0, None)  # nobody has said that it changed
    window.ticker.look()
    assert window.bar.sync.status.words.endswith("cũ nhất từ 20/11/2026")


def test_escape_closes_the_key_map_first(window):
    press(window, Qt.Key.Key_F2)
    press(window, Qt.Key.Key_F1)
    press(window, Qt.Key.Key_Escape)
    assert window.overlays.card is None
    assert window.place is Place.INTAKE


def test_escape_leads_back_whatever_was_said_in_passing(window):
    press(window, Qt.Key.Key_F2)
    window.notices.notify("Đã lưu hồ sơ.")
    window.notices.take(OSError(28, "No space left on device"), retry=lambda: None)
    press(window, Qt.Key.Key_Escape)
    assert window.place is Place.HOME
    assert len(window.notices.toasts) == 2
    assert len(window.notices.kept) == 2


def test_escape_closes_a_notice_where_nothing_else_is_left(window):
    window.notices.take(OSError(28, "No space left on device"), retry=lambda: None)
    press(window, Qt.Key.Key_Escape)
    assert window.notices.toasts == []


def test_escape_closes_the_notice_the_keyboard_is_in(window):
    press(window, Qt.Key.Key_F2)
    window.notices.take(OSError(28, "No space left on device"), retry=lambda: None)
    window.notices.toasts[0].buttons[0].setFocus()
    press(window, Qt.Key.Key_Escape)
    assert window.notices.toasts == []
    assert window.place is Place.INTAKE
    assert window.screen_at(Place.INTAKE).input.hasFocus()


def test_the_drawer_shows_what_was_said_newest_first(window):
    window.notices.notify("Việc thứ nhất")
    window.notices.notify("Việc thứ hai")
    QTest.mouseClick(window.bar.log, Qt.MouseButton.LeftButton)
    words = [one.text() for one in window.overlays.card.findChildren(QLabel)]
    assert words.index("Việc thứ hai") < words.index("Việc thứ nhất")


def test_the_bar_says_whose_desk_it_is_and_what_is_special_about_tomorrow(window):
    assert window.bar._office.text == "UBND xã Mẫu Sơn"
    assert window.bar._desk.text.startswith("Quầy 1 · "), "what may be cut stands last"
    assert "Thứ Hai 23/11/2026" in window.bar._time.text()
    assert "mai 24/11 nghỉ" in window.bar._officer.text


@pytest.mark.parametrize(
    ("summary", "words", "tone"),
    [
        (OutboxSummary(20, 14, 14, 0, MONDAY - timedelta(days=3), 4, MONDAY - timedelta(hours=2)),
         "Chưa gửi 4 · cũ nhất từ 08:15", Tone.DUE_SOON),
        (OutboxSummary(20, 14, 0, 3, None, 0, None, 3), "3 hồ sơ tỉnh từ chối", Tone.OVERDUE),
        (OutboxSummary(6, 5, 0, 0, None, 0, None), "Chờ tỉnh trả lời 5", Tone.RUNNING),
        (OutboxSummary(0, 0, 0, 0, None, 0, None), "Đã gửi hết", Tone.DONE),
    ],
)  # fmt: skip
def test_the_pill_says_what_waits_to_be_sent(qtbot, window, office, summary, words, tone):
    office.outbox = summary
    window.announce_changed(Changed.OUTBOX)
    settle(qtbot, window)
    assert (window.bar.sync.status.words, window.bar.sync.status.tone) == (words, tone)


def test_a_change_is_told_to_every_screen(window):
    press(window, Qt.Key.Key_F2)
    form = window.screen_at(Place.INTAKE)
    window.screen_at(Place.HOME).changed.emit(Changed.DOSSIERS)
    assert form.heard == [Changed.DOSSIERS]


def test_a_minute_is_told_to_the_screen_in_front_and_to_the_bar(window, office):
    press(window, Qt.Key.Key_F2)
    office.clock.advance(minutes=1)
    window.ticker.look()
    assert window.screen_at(Place.INTAKE).ticks == [office.clock.now()]
    assert "10:16" in window.bar._time.text()


def test_closing_keeps_what_is_typed_and_finishes_what_was_begun(qtbot, window):
    press(window, Qt.Key.Key_F2)
    form = window.screen_at(Place.INTAKE)
    done = []
    form.on_left = lambda: window.work.writing.run(form, lambda: done.append("draft"), print)
    with qtbot.waitSignal(window.closing):
        window.close()
    assert done == ["draft"]


def test_an_exception_nobody_caught_is_shown_and_the_window_goes_on(qtbot, window, caplog):
    handler = CrashHandler(window.notices.take, window)
    handler.install()
    try:
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()
        sys.excepthook(KeyError, KeyError("x"), None)
        qtbot.waitUntil(lambda: len(window.notices.toasts) == 2)
    finally:
        handler.remove()
    caplog.clear()
    assert all("lỗi số" in toast.words for toast in window.notices.toasts)
    press(window, Qt.Key.Key_F2)
    assert window.place is Place.INTAKE


def test_a_second_press_on_home_shows_all_open_dossiers(qtbot, window):
    home = window.screen_at(Place.HOME)
    home.show_view(BoardView.OVERDUE)
    press(window, Qt.Key.Key_F5)
    settle(qtbot, window)
    assert home.view is BoardView.OPEN


def test_nothing_in_the_window_has_a_default_button(window):
    from PySide6.QtWidgets import QPushButton

    window.open_dossier(7)
    buttons = window.findChildren(QPushButton)
    assert buttons
    assert [b.text() for b in buttons if b.autoDefault() or b.isDefault()] == []


def test_every_button_and_field_has_a_name(qtbot, window):
    from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea

    window.open_dossier(7)
    settle(qtbot, window)
    for widget in (*window.findChildren(QAbstractButton), *window.findChildren(QLineEdit)):
        if isinstance(widget.parent(), QAbstractScrollArea):
            continue
        words = widget.text() if isinstance(widget, QAbstractButton) else ""
        assert widget.accessibleName() or words, widget
