"""The home screen as a clerk uses it: numbers, lists, the passing minute, the keyboard."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from app.answers.board import BoardView
from app.answers.safety import LastBackup
from app.domain.changes import Changed
from app.domain.workflow.states import DossierState
from tests.ui.invented import MONDAY, MUCH_ROOM, Office, a_calendar, a_row, some_rows
from tests.ui.recorded_notices import RecordedNotices
from ui.keys import Key
from ui.models.board_cells import minute_of
from ui.models.columns import Column
from ui.screen import Place
from ui.screens.home.matters import matters_of, note_of
from ui.screens.home.saved import saved_words
from ui.screens.home.screen import HomeScreen
from ui.theme import apply_theme, px
from ui.widgets.lists.board_table import LEAST_LEFT
from ui.widgets.lists.pill_delegate import MARGIN
from ui.widgets.status.pill import pill_width
from ui.work import Work

pytestmark = pytest.mark.gui


@pytest.fixture
def notices():
    return RecordedNotices()


@pytest.fixture
def open_home(qtbot, qapp, notices):
    apply_theme(qapp)
    screens = []

    def opened(office, size=(1366, 712)):
        work = Work()
        screen = HomeScreen(office.home_actions(), work, notices)
        screen.work = work
        qtbot.addWidget(screen)
        screen.resize(*size)
        with qtbot.waitExposed(screen):
            screen.show()
            screen.activateWindow()
        screen.on_shown()
        settle(qtbot, screen)
        screens.append(screen)
        return screen

    yield opened
    for screen in screens:
        screen.work.close()


def settle(qtbot, screen):
    qtbot.waitUntil(lambda: screen.work.is_idle)


def shown(screen, column=Column.APPLICANT):
    model = screen.model
    return [model.data(model.index(row, column)) for row in range(model.rowCount())]


def test_the_numbers_of_the_day_stand_on_the_tiles(open_home):
    office = Office(
        rows=[
            a_row(1, due_at=MONDAY - timedelta(minutes=30)),
            a_row(2, due_at=MONDAY + timedelta(minutes=30)),
            a_row(3, due_at=MONDAY + timedelta(days=9), received_at=MONDAY),
            a_row(4, due_at=None, state=DossierState.AWAITING_SUPPLEMENT, waiting_since=MONDAY),
            a_row(5, state=DossierState.FINISHED, ended_at=MONDAY),
        ]
    )
    screen = open_home(office)
    numbers = {view: tile.count for view, tile in screen.tiles.items()}
    assert numbers == {
        BoardView.RECEIVED_TODAY: 1,
        BoardView.DUE_TODAY: 2,
        BoardView.DUE_SOON: 1,
        BoardView.OVERDUE: 1,
        BoardView.PAUSED: 1,
        BoardView.TO_COLLECT: 1,
        BoardView.UNSENT: 2,
    }


def test_all_open_dossiers_are_listed_the_most_urgent_first(open_home):
    screen = open_home(Office())
    pills = shown(screen, Column.LEFT)
    assert pills[0].startswith("quá hạn 1 ngày")
    first_running = next(nth for nth, words in enumerate(pills) if words.startswith("còn"))
    assert all(words.startswith("quá hạn") for words in pills[:first_running])


def test_pressing_a_tile_shows_its_list(qtbot, open_home):
    screen = open_home(Office())
    QTest.mouseClick(screen.tiles[BoardView.PAUSED], Qt.MouseButton.LeftButton)
    settle(qtbot, screen)
    assert screen.view is BoardView.PAUSED
    assert shown(screen, Column.STATE) == ["Chờ bổ sung"]
    assert screen.tiles[BoardView.PAUSED].isChecked()


def test_alt_and_a_number_shows_a_list_and_escape_leads_back(qtbot, open_home):
    screen = open_home(Office())
    QTest.keyClick(screen.table, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert screen.view is BoardView.OVERDUE
    assert screen.go_back()
    settle(qtbot, screen)
    assert screen.view is BoardView.OPEN
    assert not screen.go_back()


def test_lists_that_time_moves_are_shown_without_asking_the_records(open_home):
    office = Office()
    screen = open_home(office)
    asked = len(office.asked)
    for view in (BoardView.OVERDUE, BoardView.DUE_SOON, BoardView.DUE_TODAY):
        screen.show_view(view)
    assert [one for one in office.asked[asked:] if not one.startswith("rows")] == []


def test_the_first_list_shows_its_numbers_until_the_rest_asks_for_what_time_moves(
    qtbot, open_home, monkeypatch
):
    office = Office()
    actions = office.home_actions()
    first = actions._replace(running=lambda: None)
    monkeypatch.setattr(office, "home_actions", lambda: first)
    screen = open_home(office)
    screen.on_ticked(office.clock.now())
    counted = office.counts(office.clock.now())
    assert screen.tiles[BoardView.OVERDUE].count == counted.overdue
    screen.show_view(BoardView.OVERDUE)
    settle(qtbot, screen)
    asked = len(office.asked)
    screen.use(actions)
    settle(qtbot, screen)
    assert "running" in office.asked[asked:]
    assert screen.tiles[BoardView.OVERDUE].count == 5
    assert len(shown(screen)) == 5


def test_a_passing_minute_moves_a_dossier_from_due_soon_to_overdue(open_home):
    office = Office(rows=[a_row(1, due_at=MONDAY), a_row(2, due_at=MONDAY + timedelta(hours=1))])
    screen = open_home(office)
    screen.show_view(BoardView.OVERDUE)
    assert shown(screen) == []
    asked = len(office.asked)
    screen.on_ticked(MONDAY + timedelta(minutes=1))
    assert shown(screen) == [a_row(1).applicant]
    assert screen.tiles[BoardView.OVERDUE].count == 1
    assert screen.tiles[BoardView.DUE_SOON].count == 1
    assert office.asked[asked:] == []


def test_ticking_for_an_hour_asks_the_records_nothing(open_home):
    office = Office()
    screen = open_home(office)
    asked = len(office.asked)
    for minute in range(60):
        screen.on_ticked(MONDAY + timedelta(minutes=minute))
    assert office.asked[asked:] == []
    assert shown(screen, Column.LEFT)[0].startswith("quá hạn 1 ngày 3 giờ")


def test_the_dossier_pointed_at_stays_so_when_the_list_moves_on(open_home):
    rows = [a_row(n, due_at=MONDAY + timedelta(minutes=n)) for n in range(1, 30)]
    screen = open_home(Office(rows=rows))
    screen.show_view(BoardView.DUE_SOON)
    screen.table.point_at(20)
    screen.on_ticked(MONDAY + timedelta(minutes=10, seconds=1))
    assert screen.model.rowCount() == 20
    assert screen.table.current_id() == 20


def test_a_new_day_is_loaded_anew(qtbot, open_home):
    office = Office()
    screen = open_home(office)
    asked = len(office.asked)
    office.clock.set(MONDAY + timedelta(days=2))
    screen.on_ticked(MONDAY + timedelta(days=2))
    settle(qtbot, screen)
    assert "counts" in office.asked[asked:]
    assert "25/11" in screen.tiles[BoardView.RECEIVED_TODAY].note


def test_enter_opens_the_dossier_pointed_at(qtbot, open_home):
    screen = open_home(Office())
    assert screen.table.hasFocus()
    QTest.keyClick(screen.table, Qt.Key.Key_Down)
    wanted = screen.table.current_id()
    with qtbot.waitSignal(screen.dossier_wanted) as opened:
        QTest.keyClick(screen.table, Qt.Key.Key_Return)
    assert opened.args == [wanted]


def test_letters_of_an_input_method_do_not_jump_about_in_the_list(open_home):
    screen = open_home(Office())
    before = screen.table.current_id()
    QTest.keyClick(screen.table, Qt.Key.Key_D)
    assert screen.table.current_id() == before


@pytest.mark.parametrize("view", list(BoardView))
def test_an_empty_list_says_what_will_appear_and_how(qtbot, open_home, view):
    screen = open_home(Office(rows=[], drafts=0))
    screen.show_view(view)
    settle(qtbot, screen)
    assert screen.table.empty.isVisible()
    assert len(screen.table.empty.words.split()) >= 10


def test_a_list_that_fills_hides_what_it_said_when_empty(qtbot, open_home):
    office = Office(rows=[])
    screen = open_home(office)
    office.rows = some_rows(3)
    screen.on_changed(Changed.DOSSIERS)
    settle(qtbot, screen)
    assert not screen.table.empty.isVisible()
    assert len(shown(screen)) == 3


def test_changes_elsewhere_reload_a_screen_in_sight_at_once_and_a_hidden_one_later(
    qtbot, open_home
):
    office = Office()
    screen = open_home(office)
    screen.hide()
    asked = len(office.asked)
    screen.on_changed(Changed.DOSSIERS)
    assert screen.work.is_idle
    screen.show()
    screen.on_shown()
    settle(qtbot, screen)
    assert "counts" in office.asked[asked:]


def test_changes_of_no_interest_load_nothing(open_home):
    office = Office()
    screen = open_home(office)
    asked = len(office.asked)
    screen.on_changed(Changed.PRINTS)
    assert office.asked[asked:] == []


def test_trouble_with_the_records_is_told_with_a_way_to_try_again(qtbot, open_home, notices):
    office = Office()
    screen = open_home(office)
    rows, office.rows = office.rows, None
    screen.reload()
    settle(qtbot, screen)
    assert len(notices.errors) == 1
    assert shown(screen), "what stood must stay"
    office.rows = rows
    notices.retries[0]()
    settle(qtbot, screen)
    assert len(notices.errors) == 1


def test_only_the_list_asked_for_last_is_shown(qtbot, open_home):
    screen = open_home(Office())
    lists = []
    screen.model.modelReset.connect(lambda: lists.append(screen.view))
    screen.show_view(BoardView.PAUSED)
    screen.show_view(BoardView.TO_COLLECT)
    settle(qtbot, screen)
    assert lists == [BoardView.TO_COLLECT]
    assert shown(screen, Column.STATE) == ["Đã xử lý xong"]


def test_the_pane_shows_the_dossier_pointed_at_whole(open_home):
    rows = [a_row(1, applicant="Nông Thị Phương", phone="0912345678")]
    screen = open_home(Office(rows=rows))
    texts = [value.text() for value in screen.board.side.dossier._values]
    assert "0912 345 678" in texts


def test_the_pane_folds_away_in_a_narrow_window(open_home):
    assert not open_home(Office(), (1200, 700)).board.side.isVisible()
    assert open_home(Office(), (1366, 700)).board.side.isVisible()


def test_nothing_moves_when_the_pane_comes(qtbot, qapp, notices):
    apply_theme(qapp)
    work = Work()
    screen = HomeScreen(Office().home_actions(), work, notices)
    qtbot.addWidget(screen)
    screen.resize(1366, 712)
    with qtbot.waitExposed(screen):
        screen.show()
    card = screen._frame.all_chip.parentWidget()
    before = card.geometry()
    screen.on_shown()
    qtbot.waitUntil(lambda: work.is_idle and screen.board.side.isVisible())
    assert card.geometry() == before
    work.close()


def test_a_wide_window_gains_columns(open_home):
    narrow = open_home(Office(), (1366, 700)).table
    wide = open_home(Office(), (1920, 1000)).table
    assert narrow.isColumnHidden(Column.PHONE)
    assert not any(wide.isColumnHidden(column) for column in Column)


def test_the_columns_fill_the_table_without_a_gap(open_home):
    for width in (1100, 1366, 1920, 2560):
        table = open_home(Office(), (width, 800)).table
        used = sum(table.columnWidth(c) for c in Column if not table.isColumnHidden(c))
        assert abs(used - table.viewport().width()) <= 2


def test_what_wants_a_decision_leads_to_its_list(qtbot, open_home):
    screen = open_home(Office())
    words = screen.board.side.matters.words()
    assert words[0].endswith("hồ sơ quá hạn")
    first = screen.board.side.matters._rows[0]
    QTest.mouseClick(first._link, Qt.MouseButton.LeftButton)
    assert screen.view is BoardView.OVERDUE


def test_whose_result_is_late_comes_first_and_opens_with_the_apology(qtbot, open_home):
    screen = open_home(Office(sorry=(3, 5)))
    first = screen.board.side.matters._rows[0]
    assert first.words == "Cần xin lỗi: 2 hồ sơ"
    QTest.mouseClick(first._link, Qt.MouseButton.LeftButton)
    settle(qtbot, screen)
    assert screen.view is BoardView.APOLOGY
    wanted = screen.table.current_id()
    assert wanted in {3, 5}
    with qtbot.waitSignal(screen.dossier_key_wanted) as opened:
        QTest.keyClick(screen.table, Qt.Key.Key_Return)
    assert opened.args == [wanted, Key.OTHER_TIME]


def test_what_waits_for_signature_leads_to_its_pile(qtbot, open_home):
    screen = open_home(Office(rows=[], drafts=0, to_sign=3))
    row = screen.board.side.matters._rows[0]
    assert row.words == "3 hồ sơ chờ ký"
    with qtbot.waitSignal(screen.place_wanted) as wanted:
        QTest.mouseClick(row._link, Qt.MouseButton.LeftButton)
    assert wanted.args == [Place.SIGNING]


def test_drafts_lead_to_the_intake(qtbot, open_home):
    screen = open_home(Office(rows=[], drafts=2))
    row = screen.board.side.matters._rows[0]
    with qtbot.waitSignal(screen.place_wanted) as wanted:
        QTest.mouseClick(row._link, Qt.MouseButton.LeftButton)
    assert wanted.args == [Place.INTAKE]


def test_the_return_of_results_leads_to_what_waits_to_be_collected(qtbot, open_home):
    screen = open_home(Office())
    screen.on_led(Place.RETURN)
    settle(qtbot, screen)
    assert screen.view is BoardView.TO_COLLECT
    with qtbot.waitSignal(screen.dossier_key_wanted) as wanted:
        assert screen.take_key("F4")
    assert wanted.args == [screen.table.current_id(), "F4"]


def test_the_day_shows_what_is_to_be_done_again_after_results_were_handed_out(qtbot, open_home):
    screen = open_home(Office())
    screen.on_led(Place.RETURN)
    settle(qtbot, screen)
    screen.hide()
    screen.on_led(Place.HOME)
    screen.show()
    screen.on_shown()
    settle(qtbot, screen)
    assert screen.view is BoardView.OPEN


def test_ten_thousand_rows_scroll_to_the_end(qtbot, open_home):
    office = Office(rows=some_rows(10_000))
    screen = open_home(office)
    screen.table.scrollToBottom()
    screen.table.viewport().repaint()
    settle(qtbot, screen)
    last = screen.model.rowCount() - 1
    assert screen.model.row_at(last) is not None
    assert sum(int(one.split()[1]) for one in office.asked if one.startswith("rows")) < 1_000


def test_every_tile_has_a_name_that_says_number_and_meaning(open_home):
    screen = open_home(Office())
    for tile in screen.tiles.values():
        assert str(tile.count) in tile.accessibleName()


def test_tab_reaches_the_lists_once_and_arrows_choose_among_them(qtbot, open_home):
    screen = open_home(Office())
    chip = screen._frame.all_chip
    reached = [one for one in (chip, *screen.tiles.values())
               if one.focusPolicy() & Qt.FocusPolicy.TabFocus]  # fmt: skip
    assert len(reached) == 1
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Up)
    assert screen.view is not BoardView.OPEN


@pytest.mark.parametrize("scale", [100, 150])
def test_the_first_column_is_as_wide_as_its_widest_pill_and_names_get_the_rest(
    open_home, qapp, scale
):
    apply_theme(qapp, "light", scale)
    soon = [a_row(n, due_at=MONDAY + timedelta(hours=1)) for n in range(1, 9)]
    late = [a_row(9, due_at=MONDAY - timedelta(days=10)), *soon]

    short, long = (open_home(Office(rows=rows)).board.table for rows in (soon, late))

    for table in (short, long):
        pills = [pill_width(table.board.pill(row)[0]) for row in range(table.board.rowCount())]
        room = table.columnWidth(Column.LEFT) - 2 * px(MARGIN)
        assert max(pills) <= room
        assert room <= max(*pills, px(LEAST_LEFT) - 2 * px(MARGIN))
    assert short.columnWidth(Column.LEFT) < long.columnWidth(Column.LEFT)
    shown = [{one for one in Column if not each.isColumnHidden(one)} for each in (short, long)]
    names = [each.columnWidth(Column.APPLICANT) for each in (short, long)]
    assert shown[0] > shown[1] or names[0] > names[1], "what is saved goes to names or a column"


def test_in_the_largest_letters_the_promised_time_stays_in_sight(open_home, qapp):
    apply_theme(qapp, "light", 200)
    table = open_home(Office(), size=(1180, 656)).board.table
    assert not table.isColumnHidden(Column.DUE)
    assert table.columnWidth(Column.APPLICANT) + table.columnWidth(Column.PROCEDURE) >= px(200)


def test_a_pill_that_scrolls_into_sight_is_never_cut(open_home, qtbot):
    rows = [a_row(n, due_at=MONDAY + timedelta(minutes=30 + n)) for n in range(1, 60)]
    rows.append(a_row(60, due_at=MONDAY + timedelta(days=300)))
    screen = open_home(Office(rows=rows))
    table = screen.board.table
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    settle(qtbot, screen)

    words = table.board.pill(59)[0]
    assert pill_width(words) <= table.columnWidth(Column.LEFT) - 2 * px(MARGIN)


def about_backups(last):
    minute = minute_of(MONDAY, a_calendar(), 8)
    found = matters_of(Office().counts(MONDAY), minute, last, MUCH_ROOM)
    return [(one.words, one.more) for one in found if one.leads_to is Place.SETTINGS]


@pytest.mark.parametrize(
    ("ago", "matter", "line"),
    [
        (timedelta(), "", "Vừa sao lưu và kiểm tra xong"),
        (timedelta(minutes=35), "", "Đã sao lưu, kiểm tra 35 phút trước"),
        (timedelta(hours=5), "", "Đã sao lưu, kiểm tra 5 giờ trước"),
        (timedelta(days=1), "", "Đã sao lưu, kiểm tra 24 giờ trước"),
        (timedelta(days=1, minutes=1), "Chưa sao lưu từ 22/11/2026", ""),
    ],
)
def test_the_age_of_the_last_checked_copy_is_told(ago, matter, line):
    last = LastBackup(MONDAY - ago, "/usb/a.mcbk", MONDAY - ago)
    assert [words for words, _ in about_backups(last)] == ([matter] if matter else [])
    assert saved_words(last, MONDAY) == line


@pytest.mark.parametrize(
    ("view", "head"),
    [
        (BoardView.OPEN, "Còn lại"),
        (BoardView.TO_COLLECT, "Đã chờ"),
        (BoardView.PAUSED, "Đã chờ"),
        (BoardView.OVERDUE, "Còn lại"),
    ],
)
def test_the_first_column_is_called_by_what_it_counts(qtbot, open_home, view, head):
    screen = open_home(Office())
    for former in (BoardView.OPEN, BoardView.TO_COLLECT, view):
        screen.show_view(former)
        settle(qtbot, screen)
    assert screen.board.model.headerData(Column.LEFT, Qt.Orientation.Horizontal) == head


def test_what_the_province_refused_is_a_matter_and_all_is_not_sent(qtbot, open_home):
    office = Office(rows=[])
    office.outbox = replace(office.outbox, to_mend=2)
    screen = open_home(office)
    counts, minute = replace(office.counts(MONDAY), unsent=0), minute_of(MONDAY, a_calendar(), 8)
    matter = matters_of(counts, minute, LastBackup(), MUCH_ROOM, 2)[0]
    assert (matter.words, matter.leads_to) == ("Tỉnh từ chối 2 hồ sơ", Place.EXCHANGE)
    assert note_of(BoardView.UNSENT, counts, minute, 2) == "tỉnh từ chối 2"
    assert note_of(BoardView.UNSENT, counts, minute) == "đã xuất hết"
    shown = [label.text() for label in screen.findChildren(QAbstractButton)]
    assert any("Tỉnh từ chối 2 hồ sơ" in words for words in shown)


def test_an_office_never_saved_is_told_with_what_keeps_it_from_being():
    [(words, more)] = about_backups(LastBackup())
    assert (words, "Cắm USB" in more) == ("Chưa sao lưu lần nào", True)
    [(words, more)] = about_backups(LastBackup(failure="ổ đĩa đầy", failed_place="E:"))
    assert (words, more) == ("Chưa sao lưu lần nào", "E:: ổ đĩa đầy")
    assert saved_words(LastBackup(), MONDAY) == ""


def test_a_place_without_a_copy_copies_on_one_disk_and_a_failed_trial_are_told():
    fresh = LastBackup(MONDAY, "/usb/a.mcbk", MONDAY)
    assert about_backups(replace(fresh, failure="không có thư mục này", failed_place="D:/Sao")) == [
        ("Có nơi chưa nhận được bản sao lưu", "D:/Sao: không có thư mục này")
    ]
    [(words, _)] = about_backups(replace(fresh, apart_at=None))
    assert words == "Bản sao lưu chỉ nằm trên ổ đĩa này"
    [(words, _)] = about_backups(replace(fresh, apart_at=MONDAY - timedelta(days=8)))
    assert words == "Chưa sao lưu ra ổ đĩa khác từ 15/11/2026"
    [(words, more)] = about_backups(replace(fresh, trial_failure="Tệp bị cắt."))
    assert (words, more) == ("Khôi phục thử bản sao lưu không được", "Tệp bị cắt.")


def test_the_line_stands_below_what_wants_a_decision_and_grows_older(open_home, qtbot):
    office = Office(last_backup=LastBackup(MONDAY, "/usb/a.mcbk", MONDAY))
    screen = open_home(office)
    card = screen.board.side.matters
    assert card.saved.text() == "Vừa sao lưu và kiểm tra xong"
    screen.on_ticked(MONDAY + timedelta(minutes=7))
    assert card.saved.text() == "Đã sao lưu, kiểm tra 7 phút trước"
    office.last_backup = LastBackup()
    screen.on_changed(Changed.COPIES)
    qtbot.waitUntil(card.saved.isHidden)
    assert "Chưa sao lưu lần nào" in card.words()


def test_a_long_name_takes_the_room_that_short_procedures_leave(open_home):
    name = "Hợp tác xã Nông nghiệp Mẫu Sơn Xanh"
    short = [a_row(n, applicant=name, procedure="Trích lục hộ tịch") for n in range(1, 5)]
    long = [a_row(n, applicant=name, procedure="Đăng ký khai sinh " * 9) for n in range(1, 5)]

    tables = [open_home(Office(rows=rows)).board.table for rows in (short, long)]

    widths = [table.columnWidth(Column.APPLICANT) for table in tables]
    assert widths[0] >= QFontMetrics(tables[0]._names).horizontalAdvance(name)
    assert widths[0] > widths[1]


def test_a_list_scrolled_to_its_end_stays_there_when_it_is_loaded_again(qtbot, open_home):
    screen = open_home(Office(), size=(1366, 560))
    table = screen.table
    table.scrollToBottom()
    before = table.verticalScrollBar().value()
    assert table.rowViewportPosition(before) > 0, "a row is in sight by its lower half above"
    screen.on_led(Place.HOME)
    screen.on_shown()
    settle(qtbot, screen)
    assert table.verticalScrollBar().value() == before
