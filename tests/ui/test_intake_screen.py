"""A person at the counter, by keyboard alone: type, choose, tick, F9."""

import sys
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QStackedWidget

from app.domain.answers import Draft
from app.domain.dossier import ApplicantKind
from app.domain.errors import DeskError, InvalidRequest
from app.domain.identity import IdDoubt, Sex
from app.domain.intake_check import NotAPhone
from app.domain.procedure import Channel
from app.domain.time_limit import TimeLimit, Unit
from tests.ui.desktop import Desktop
from tests.ui.intake_actions import MAY, NOW, Desk
from tests.ui.typing import compose, press, type_text
from ui.screens.intake import IntakeScreen, PromiseDay
from ui.screens.intake.day_table import DayTable
from ui.screens.intake.form_state import FormState, PersonState, to_body
from ui.theme import apply_theme
from ui.work import Work

pytestmark = pytest.mark.gui


class PrinterGone(DeskError):
    """Facts: none."""


class Told:
    """Remembers what the shell would show."""

    def __init__(self):
        self.words, self.errors, self.acts, self.asked = [], [], [], []

    def tell(self, words, tone=None, act=None):
        self.words.append(words)
        self.acts.append(act)

    def ask(self, words, acts):
        self.asked.append((words, acts))

    def take(self, error, retry=None):
        self.errors.append(error)


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def told():
    return Told()


@pytest.fixture
def screen(qtbot, qapp, desk, told):
    apply_theme(qapp)
    work = Work()
    made = IntakeScreen(desk.actions(), work, told)
    made.work = work
    qtbot.addWidget(made)
    made.resize(1274, 712)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.on_shown()
    settle(qtbot, made)
    yield made
    work.close()


def settle(qtbot, screen):
    qtbot.waitUntil(
        lambda: (
            screen.work.records.is_idle
            and screen.work.outside.is_idle
            and not screen.procedure.search._question.is_busy
            and not screen.applicant._lookup.is_busy
            and not screen.preview._promise.is_busy
            and not screen.preview._picture.is_busy
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
    person = screen.applicant.person
    assert focused() is person.number.input
    type_text(focused(), "020185001234")
    press(focused(), Qt.Key.Key_Return)
    type_text(focused(), "Hoàng Thị Mẩy")
    press(focused(), Qt.Key.Key_Return)
    type_text(focused(), "05031985")
    press(focused(), Qt.Key.Key_Return)
    press(focused(), Qt.Key.Key_Down)
    press(focused(), Qt.Key.Key_Return)
    type_text(focused(), "Thôn Bản Loỏng")
    press(focused(), Qt.Key.Key_Return)
    type_text(focused(), "0912345678")
    press(focused(), Qt.Key.Key_Return)


def choose(qtbot, screen, text):
    search = screen.procedure.search.field.input
    search.setFocus()
    search.selectAll()
    type_text(search, text)
    press(search, Qt.Key.Key_Return)
    settle(qtbot, screen)


def test_keyboard_alone_from_the_empty_form_to_the_printed_receipt(qtbot, screen, desk):
    enter_person(screen)
    assert focused() is screen.procedure.search.field.input
    type_text(focused(), "hon nhan")
    press(focused(), Qt.Key.Key_Return)
    settle(qtbot, screen)
    assert focused() is screen.procedure.papers.list
    press(focused(), Qt.Key.Key_Space, " ")
    press(focused(), Qt.Key.Key_Down)
    press(focused(), Qt.Key.Key_Space, " ")
    press(focused(), Qt.Key.Key_Right)
    press(focused(), Qt.Key.Key_Plus, "+")
    settle(qtbot, screen)
    assert screen.promise.day.text() == "Thứ Sáu 27/11/2026"
    with qtbot.waitSignal(screen.registered, timeout=5000):
        key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    (request,) = desk.registered
    assert request.procedure == "1.004873"
    assert request.applicant.born == "1985-03-05"
    assert request.applicant.sex is Sex.FEMALE
    assert request.applicant.phone == "0912345678"
    assert [(p.originals, p.copies) for p in request.documents] == [(1, 0), (1, 1)]
    assert [done.dossier_code for done in desk.printed] == ["H37.99.1-261123-0001"]
    assert screen.promise.done.code.text() == "H37.99.1-261123-0001"
    assert screen.state() == FormState()
    assert focused() is screen.applicant.person.number.input
    assert desk.drafts == {}


def test_saving_without_printing_prints_nothing_until_asked(qtbot, screen, desk):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    key(Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(screen.registered, timeout=5000):
        key(Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, screen)
    assert len(desk.registered[0].documents) == 4
    assert desk.printed == []
    key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, screen)
    assert len(desk.printed) == 1


def test_papers_are_all_unticked_and_what_is_missing_is_named(qtbot, screen):
    choose(qtbot, screen, "hon nhan")
    papers = screen.procedure.papers
    assert not any(paper.is_present for paper in papers.papers())
    assert "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân" in papers.notice
    press(papers.list, Qt.Key.Key_Space, " ")
    assert "Thiếu giấy bắt buộc: không" in papers.notice


def test_a_refusal_names_every_field_and_keeps_what_was_typed(qtbot, screen, desk):
    type_text(screen.applicant.person.phone.input, "12")
    key(Qt.Key.Key_F9)
    assert desk.registered == []
    person = screen.applicant.person
    assert person.full_name.problem == "Chưa ghi."
    assert person.phone.problem == "Số điện thoại có 8 đến 15 chữ số."
    assert person.phone.input.text() == "12"
    assert screen.procedure.search.field.problem == "Chưa chọn thủ tục."
    assert "Họ và tên" in screen.frame.problems.words
    assert focused() is person.full_name.input


def test_a_refusal_of_the_desk_stands_at_its_field_and_keeps_the_form(qtbot, screen, desk):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    before = screen.state()
    problem = NotAPhone(field="applicant.phone", text="0912345678")
    desk.refuse_register = InvalidRequest(problems=(problem,))
    key(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: screen.applicant.person.phone.has_problem, timeout=5000)
    assert screen.state() == before
    desk.refuse_register = None
    with qtbot.waitSignal(screen.registered, timeout=5000):
        key(Qt.Key.Key_F9)


def test_a_broken_disk_loses_nothing_and_is_told(qtbot, screen, desk, told):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    before = screen.state()
    desk.refuse_register = OSError(28, "No space left on device")
    key(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: bool(told.errors), timeout=5000)
    assert screen.state() == before
    assert "Chưa lưu được" in screen.frame.problems.words
    settle(qtbot, screen)
    assert len(desk.drafts) == 1


def test_pressing_f9_twice_registers_once(qtbot, screen, desk):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    key(Qt.Key.Key_F9)
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    assert len(desk.registered) == 1


def test_what_is_typed_during_a_slow_save_leaves_no_ghost_draft(qtbot, screen, desk):
    desk.register_gate = threading.Event()
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    key(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: screen.saving.is_busy, timeout=2000)
    type_text(screen.procedure.note.input, "thêm")
    assert not screen.keeper._timer.isActive()
    desk.register_gate.set()
    settle(qtbot, screen)
    assert len(desk.registered) == 1
    assert desk.drafts == {}


def test_after_the_first_print_of_a_day_it_asks_whether_the_paper_came(qtbot, screen, desk, told):
    desk.asks_for_paper = True
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    key(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: bool(told.asked), timeout=5000)
    ((words, (right, again)),) = told.asked
    assert "Giấy ra đúng không?" in words
    right.do()
    settle(qtbot, screen)
    assert desk.came == [11]
    desk.asks_for_paper = False
    again.do()
    settle(qtbot, screen)
    assert len(desk.printed) == 2
    assert len(told.asked) == 1


def test_a_failed_print_leaves_the_dossier_and_offers_to_print_again(qtbot, screen, desk, told):
    desk.refuse_print = PrinterGone()
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    key(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: bool(told.words), timeout=5000)
    assert len(desk.registered) == 1
    assert "Chưa in được" in screen.promise.done.printing.text()
    desktop = Desktop()
    screen.promise.done.outside_button.click()
    settle(qtbot, screen)
    desktop.leave()
    assert desktop.opened == ["MotCua.pdf"]
    assert [one.dossier_code for one in desk.lent] == [screen.promise.done.code.text()]
    assert screen.promise.done.outside_button.isHidden()
    desk.refuse_print = None
    told.acts[0].do()
    settle(qtbot, screen)
    assert len(desk.printed) == 1
    assert "Canon LBP 2900" in screen.promise.done.printing.text()


def test_what_is_typed_is_kept_within_half_a_second_while_typing_goes_on(qtbot, screen, desk):
    field = screen.applicant.person.full_name.input
    field.setFocus()
    type_text(field, "Nông")
    assert screen.keeper._timer.interval() <= 400
    remaining = screen.keeper._timer.remainingTime()
    type_text(field, " Thị")
    assert screen.keeper._timer.remainingTime() <= remaining, "typing on must not put it off"
    qtbot.waitUntil(lambda: bool(desk.drafts), timeout=2000)
    (draft,) = desk.drafts.values()
    assert draft.body["applicant"]["full_name"] == "Nông Thị"
    assert draft.summary == "Nông Thị"


def test_escape_parks_the_draft_and_a_parked_draft_comes_back_whole(qtbot, screen, desk):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    before = screen.state()
    assert screen.go_back()
    settle(qtbot, screen)
    assert screen.state() == FormState()
    assert [draft.summary for draft in screen.frame.drafts.drafts] == [before.summary]
    key(Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    press(focused(), Qt.Key.Key_Return)
    settle(qtbot, screen)
    assert screen.state() == before
    assert screen.frame.drafts.drafts == ()
    assert screen.promise.day.text() == "Thứ Sáu 27/11/2026"


def test_coming_back_to_a_half_typed_form_goes_on_where_it_was_left(qtbot, screen):
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    stack.addWidget(screen)
    other = QLineEdit()
    stack.addWidget(other)
    with qtbot.waitActive(stack):
        stack.show()
        stack.activateWindow()
    address = screen.applicant.person.address.input
    address.setFocus()
    type_text(address, "Thôn")
    stack.setCurrentWidget(other)
    other.setFocus()
    stack.setCurrentWidget(screen)
    screen.on_shown()
    assert focused() is address
    stack.removeWidget(screen)
    screen.setParent(None)


def test_an_empty_form_has_nothing_to_park(screen, desk):
    assert not screen.go_back()
    assert desk.drafts == {}


def test_a_draft_of_an_abolished_procedure_keeps_the_person_and_says_so(qtbot, screen, desk):
    state = FormState(
        applicant=PersonState(full_name="Lý A Sềnh"),
        procedure_code="2.001009",
        procedure_name="Thủ tục đã bãi bỏ",
    )
    desk.drafts["d"] = Draft("d", NOW, "Lý A Sềnh", to_body(state))
    screen.frame.drafts.taken.emit(desk.drafts["d"])
    settle(qtbot, screen)
    assert screen.applicant.person.full_name.value() == "Lý A Sềnh"
    assert "không còn hiệu lực" in screen.procedure.search.field.problem


def test_deleting_a_draft_asks_once_on_the_chip_itself(qtbot, screen, desk):
    desk.drafts["d"] = Draft("d", NOW, "Lý A Sềnh", {})
    screen.on_shown()
    settle(qtbot, screen)
    key(Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    press(focused(), Qt.Key.Key_Delete)
    assert "d" in desk.drafts
    press(focused(), Qt.Key.Key_Delete)
    settle(qtbot, screen)
    assert desk.drafts == {}


def test_a_draft_that_cannot_be_stored_is_said_and_typing_goes_on(qtbot, screen, desk):
    desk.refuse_draft = PrinterGone()
    type_text(screen.applicant.person.full_name.input, "Lan")
    qtbot.waitUntil(lambda: "Chưa lưu được nháp" in screen.frame.kept.text(), timeout=3000)
    desk.refuse_draft = None
    type_text(screen.applicant.person.full_name.input, "!")
    qtbot.waitUntil(lambda: bool(desk.drafts), timeout=3000)


def test_someone_met_before_is_filled_with_one_key_and_undone(qtbot, screen):
    person = screen.applicant.person
    type_text(person.number.input, "0201")
    settle(qtbot, screen)
    assert screen.applicant.strip.isVisible()
    key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert person.full_name.value() == MAY.full_name
    assert person.born.value() == "05/03/1985"
    assert person.phone.value() == "0912 345 678"
    undo = [b for b in screen.applicant.strip.findChildren(QPushButton) if b.text() == "Hoàn tác"]
    undo[0].click()
    assert person.number.value() == "0201"
    assert person.full_name.value() == ""


def test_people_are_not_looked_up_while_a_letter_is_being_composed(qtbot, screen, desk):
    asked = []
    people = desk.people
    screen.applicant._people = lambda text: asked.append(text) or people(text)
    name = screen.applicant.person.full_name.input
    name.setFocus()
    compose(name, "hoan")
    assert not screen.applicant._lookup.is_busy
    compose(name, "", commit="hoàn")
    settle(qtbot, screen)
    assert asked == ["hoàn"]


def test_a_case_must_be_chosen_before_anything_is_promised(qtbot, screen, desk):
    choose(qtbot, screen, "ho ngheo")
    assert focused() is screen.procedure.cases
    assert screen.promise.day.text() == ""
    key(Qt.Key.Key_F9)
    assert "Chưa chọn trường hợp." in screen.frame.problems.words
    press(screen.procedure.cases, Qt.Key.Key_2, "2")
    settle(qtbot, screen)
    assert [paper.name for paper in screen.procedure.papers.papers()] == [
        "Giấy đề nghị theo Mẫu số 02",
        "Xác nhận của trưởng thôn",
    ]
    assert screen.promise.day.text() == "Thứ Ba 15/12/2026"


def test_a_missing_limit_is_completed_on_the_spot_and_never_guessed(qtbot, screen, desk):
    enter_person(screen)
    choose(qtbot, screen, "2516")
    limit = screen.procedure.limit
    assert limit.isVisible()
    assert limit.amount.value() == ""
    assert focused() is limit.amount.input
    assert screen.promise.day.text() == ""
    key(Qt.Key.Key_F9)
    assert desk.registered == []
    limit.amount.input.setFocus()
    type_text(focused(), "3")
    press(focused(), Qt.Key.Key_Return)
    press(focused(), Qt.Key.Key_Return)
    press(focused(), Qt.Key.Key_Return)
    assert limit.source.has_problem, "a limit without its source is refused"
    type_text(focused(), "QĐ 1872/QĐ-UBND")
    press(focused(), Qt.Key.Key_Return)
    settle(qtbot, screen)
    assert not limit.isVisible()
    assert desk.current("2.002516").procedure.limits[0].limit == TimeLimit(Unit.WORKING_DAY, 3)
    assert screen.promise.day.text() == "Thứ Sáu 27/11/2026"


def test_a_stale_picture_never_replaces_a_newer_form(qtbot, screen, desk):
    choose(qtbot, screen, "hon nhan")
    desk.picture_gate = threading.Event()
    papers = screen.procedure.papers.list
    press(papers, Qt.Key.Key_Space, " ")
    qtbot.waitUntil(lambda: screen.preview._picture._is_under_way, timeout=3000)
    assert screen.promise.picture.is_stale
    press(papers, Qt.Key.Key_Down)
    press(papers, Qt.Key.Key_Space, " ")
    desk.picture_gate.set()
    settle(qtbot, screen)
    assert not screen.promise.picture.is_stale
    assert screen.promise.picture.image.pixelColor(5, 5).red() == 202, "two papers, not one"


def test_the_promise_is_counted_anew_each_minute(qtbot, screen, desk):
    choose(qtbot, screen, "hon nhan")
    desk.now = NOW.replace(minute=16)
    screen.on_ticked(desk.now)
    settle(qtbot, screen)
    assert screen.promise.rule.text().startswith("10 giờ 16 phút")


def test_the_hours_of_a_day_are_told_once_and_again_where_they_change(qtbot):
    reasons = [
        "bắt đầu; làm 8–11",
        "ngày 1; làm 8–11",
        "nghỉ",
        "ngày 2; làm 8–11",
        "ngày 3; làm 7–11",
    ]
    table = DayTable("Cách đếm")
    qtbot.addWidget(table)
    table.show_days([PromiseDay(NOW.date(), reason) for reason in reasons])
    shown = [table.item(row, 1).text() for row in range(5)]
    assert shown == ["bắt đầu; làm 8–11", "ngày 1", "nghỉ", "ngày 2", "ngày 3; làm 7–11"]
    assert table.item(1, 1).toolTip() == "ngày 1; làm 8–11"


def test_another_time_of_receipt_is_folded_away_and_moves_the_promise(qtbot, screen, desk):
    choose(qtbot, screen, "hon nhan")
    extras = screen.procedure.extras
    assert not extras.received_at.isVisible()
    key(Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    assert focused() is extras.received_at.input
    type_text(focused(), "8:05 20/11")
    press(focused(), Qt.Key.Key_Return)
    settle(qtbot, screen)
    assert screen.promise.day.text() == "Thứ Năm 26/11/2026"
    extras.received_at.set_value("hôm qua")
    extras.received_at.read_again()
    settle(qtbot, screen)
    assert extras.received_at.has_problem
    assert screen.promise.day.text() == ""


def test_channels_and_representative_by_their_keys(qtbot, screen, desk):
    key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert screen.state().channel is Channel.ONLINE
    assert screen.procedure.extras.filed_at.isVisibleTo(screen.procedure.extras)
    key(Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    assert focused() is screen.applicant.representative.number.input
    screen.applicant.person.kind.choose(1)
    assert screen.state().applicant.kind is ApplicantKind.BUSINESS
    assert screen.applicant.person.number.label.text() == "Mã số thuế"
    assert not screen.applicant.person.born.isVisible()


def test_a_paper_outside_the_catalogue_is_added_and_removed(qtbot, screen):
    choose(qtbot, screen, "2.000815")
    papers = screen.procedure.papers
    assert focused() is papers.extra
    type_text(papers.extra, "Bằng tốt nghiệp")
    press(papers.extra, Qt.Key.Key_Return)
    assert [(p.name, p.is_present) for p in papers.papers()] == [("Bằng tốt nghiệp", True)]
    papers.list.setFocus()
    press(papers.list, Qt.Key.Key_Delete)
    assert papers.papers() == ()


def test_a_paper_keeps_at_least_one_sheet(qtbot, screen):
    choose(qtbot, screen, "hon nhan")
    papers = screen.procedure.papers.list
    for _ in range(3):
        press(papers, Qt.Key.Key_Minus, "-")
    assert screen.procedure.papers.papers()[0].originals == 1


def test_a_hundred_and_eleven_long_papers_can_be_walked_and_ticked(qtbot, screen):
    choose(qtbot, screen, "1.004082")
    papers = screen.procedure.papers.list
    for _ in range(110):
        press(papers, Qt.Key.Key_Down)
    press(papers, Qt.Key.Key_Space, " ")
    assert screen.procedure.papers.papers()[110].is_present
    rect = papers.visualRect(papers.currentIndex())
    assert papers.viewport().rect().intersects(rect)
    assert "(+38)" in screen.procedure.papers.notice


def test_a_scanners_enter_never_saves(qtbot, screen, desk):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    for widget in (*screen.applicant.stops(), *screen.procedure.stops(), focused()):
        press(widget, Qt.Key.Key_Return)
        press(widget, Qt.Key.Key_Enter)
    settle(qtbot, screen)
    assert desk.registered == []
    assert not any(b.autoDefault() or b.isDefault() for b in screen.findChildren(QPushButton))


def test_enter_on_an_empty_search_picks_no_procedure_but_an_arrow_does(qtbot, screen):
    search = screen.procedure.search.field.input
    search.setFocus()
    settle(qtbot, screen)
    press(search, Qt.Key.Key_Return)
    settle(qtbot, screen)
    assert screen.procedure.procedure is None
    press(search, Qt.Key.Key_Down)
    press(search, Qt.Key.Key_Return)
    settle(qtbot, screen)
    assert screen.procedure.procedure.code == "1.004873"


def test_what_wants_a_second_look_stands_beside_the_number(qtbot, screen, desk):
    desk.second_look = {
        "missing": ("Giấy chứng sinh",),
        "calendar_confirmed": False,
        "doubts": (IdDoubt.SEX_DIFFERS,),
        "clock_went_back": True,
    }
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    words = screen.promise.done._doubts.text()
    for part in ("Giấy chứng sinh", "khác giới tính", "chưa xác nhận", "chạy lùi"):
        assert part in words


def test_enter_walks_the_form_in_the_order_it_is_read(qtbot, screen):
    choose(qtbot, screen, "hon nhan")
    screen.applicant.person.number.input.setFocus()
    walked = [focused()]
    for _ in range(10):
        press(focused(), Qt.Key.Key_Return)
        walked.append(focused())
        settle(qtbot, screen)
    person, procedure = screen.applicant.person, screen.procedure
    assert walked[:8] == [
        person.number.input,
        person.full_name.input,
        person.born.input,
        person.sex.input,
        person.address.input,
        person.phone.input,
        procedure.search.field.input,
        procedure.papers.list,
    ]
    assert walked[8:] == [procedure.sets.input, procedure.note.input, screen.frame.save_and_print]


def ancestors(widget):
    while (widget := widget.parentWidget()) is not None:
        yield widget


def test_every_input_has_a_name_for_screen_readers(screen):
    from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit

    for kind in (QLineEdit, QComboBox, QAbstractItemView):
        for widget in screen.findChildren(kind):
            inner = (QComboBox, QAbstractItemView)
            is_inner = any(isinstance(above, inner) for above in ancestors(widget))
            assert is_inner or widget.accessibleName(), widget


def test_the_large_receipt_covers_the_form_and_folds_away(qtbot, screen):
    choose(qtbot, screen, "hon nhan")
    key(Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, screen)
    assert screen.frame.large.isVisible()
    assert screen.frame.large.page.image is not None
    assert screen.go_back()
    assert not screen.frame.large.isVisible()


def test_a_narrow_window_keeps_the_promise_in_sight(qtbot, screen):
    choose(qtbot, screen, "hon nhan")
    screen.resize(880, 700)
    qtbot.waitUntil(lambda: screen.frame._is_narrow, timeout=2000)
    assert screen.promise.day.isVisible()
    assert not screen.promise.picture.isVisible()
    screen.resize(1274, 712)
    qtbot.waitUntil(lambda: screen.promise.picture.isVisible(), timeout=2000)


def test_a_narrow_window_shows_the_number_just_given(qtbot, screen, desk):
    screen.resize(880, 700)
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    code = screen.promise.done.code
    assert code.text() == "H37.99.1-261123-0001"
    qtbot.waitUntil(lambda: code.width() > code.fontMetrics().horizontalAdvance(code.text()))


def test_letters_of_the_checklist_do_not_jump_about(qtbot, screen):
    choose(qtbot, screen, "hon nhan")
    papers = screen.procedure.papers.list
    row = papers.currentIndex().row()
    QCoreApplication.sendEvent(
        papers, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_V, Qt.KeyboardModifier.NoModifier, "v")
    )
    assert papers.currentIndex().row() == row


def test_importing_the_screens_brings_neither_database_nor_printer():
    import subprocess

    modules = "ui.screens.intake ui.screens.exchange ui.screens.settings ui.screens.reference_data"
    code = (
        f"import sys, importlib\nfor m in {modules.split()!r} + ['ui.screens.first_run']:\n"
        "    importlib.import_module(m)\n"
        "print([m for m in ('sqlalchemy', 'sqlcipher3', 'reportlab', 'alembic', 'holidays',"
        " 'pypdfium2', 'PySide6.QtPrintSupport') if m in sys.modules])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "[]"
