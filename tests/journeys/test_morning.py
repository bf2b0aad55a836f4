"""A morning of five people, by keyboard alone, and what the board and the records say of it.

Then papers that come in two visits, the slip under the scanner each time, and a notice to collect.
"""

import io
from array import array

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.answers.board import BoardView
from app.domain.actor import PROGRAM
from app.domain.dossier.asked import Sheets
from app.domain.dossier.dossier import ApplicantKind
from app.domain.workflow.states import DossierState
from app.usecases.printing import prints
from app.usecases.queries import lookup
from ui.screen import Place

pytestmark = [pytest.mark.gui, pytest.mark.journey]


def test_a_morning_of_five_people_by_keyboard_alone(office, sit, clock, tray):
    clerk = sit()
    # Somebody with everything in hand.
    clerk.take_in(
        "020185001234", "Hoàng Thị Mẩy", "05031985", "", "Thôn Bản Loỏng", "0912345678",
        procedure="tinh trang hon nhan",
    )  # fmt: skip
    may = clerk.save()
    assert (may.applicant.born, may.applicant.phone) == ("1985-03-05", "0912345678")
    assert clerk.focus == "Số định danh", "the next person can begin at once"
    # An old man without an ID card.
    clock.advance(minutes=7)
    clerk.take_in("", "Lý A Sềnh", "1950", "", "Thôn Co Cam", procedure="khai tu")
    senh = clerk.save()
    assert (senh.applicant.personal_id, senh.applicant.born) == ("", "1950")
    # Papers are missing: only the first of the list is here.
    clock.advance(minutes=7)
    clerk.take_in(
        "020090004567", "Triệu Văn Phin", "12/4/90", "", "Thôn Nà Mò", "0987654321",
        procedure="ks", ticks=None,
    )  # fmt: skip
    clerk.key("Space")
    clerk.wait(lambda: clerk.sees("Thiếu giấy bắt buộc"))
    clerk.key("F9")
    assert clerk.sees("Chưa lưu, thiếu giấy bắt buộc")
    phin = clerk.save()
    assert len(phin.documents) == 1
    clerk.wait(lambda: clerk.dossier.panel is not None)
    assert "Giấy chứng sinh" in clerk.dossier.panel.papers.value()
    # A household business, brought by somebody else.
    clock.advance(minutes=7)
    clerk.key("F2").key("Shift+Tab").key("Right")
    assert clerk.focus == "Người nộp là: Doanh nghiệp"
    assert clerk.intake.state().applicant.kind is ApplicantKind.BUSINESS
    clerk.tab_to("Mã số thuế").type("4900123456").key("Enter").type("Hộ kinh doanh Bế Văn Ích")
    clerk.key("Enter").type("Phố Mẫu Sơn").key("Enter").type("0205123456")
    clerk.key("Alt+Y")
    assert clerk.focus == "Số định danh"
    clerk.type("020080007777").key("Enter").type("Bế Văn Ích").key("Enter").type("1980")
    clerk.tab_to("Thủ tục").choose_procedure("thanh lap ho kinh doanh")
    clerk.key("Ctrl+Space")
    ich = clerk.save()
    assert ich.applicant.kind is ApplicantKind.BUSINESS
    assert ich.representative.full_name == "Bế Văn Ích"
    # And somebody who only wants a copy certified.
    clock.advance(minutes=7)
    clerk.take_in(
        "", "Nông Thị Sính", "1999", procedure="chung thuc ban sao tu ban chinh", ticks=None
    )
    clerk.type("1").key("Enter")
    sinh = clerk.save()
    numbers = [one.code for one in (may, senh, phin, ich, sinh)]
    assert numbers == [f"H37.99.1-261123-000{nth}" for nth in range(1, 6)]
    assert len(tray.jobs) == 5
    # Papers are asked for, and come.
    clerk.find("phin").key("Alt+B").key("Tab")
    clerk.type("Chưa có giấy chứng sinh").do("Ctrl+Enter")
    assert clerk.stored(phin.id).state is DossierState.AWAITING_SUPPLEMENT
    assert clerk.stored(phin.id).due_at is None
    asked = clerk.stored(phin.id).pauses[0].papers
    assert any(one.startswith("Giấy chứng sinh") for one in asked)
    assert len(asked) > 1, "what the catalogue requires was written down already"
    clock.advance(minutes=50)
    clerk.find("0003").key("Alt+B").key("Space").tab_to("Ghi chú")
    clerk.type("Đã nộp giấy chứng sinh").do("Ctrl+Enter")
    assert clerk.stored(phin.id).state is DossierState.PROCESSING
    assert clerk.stored(phin.id).due_at is not None
    assert clerk.stored(phin.id).missing == ()
    # A name was misheard.
    clerk.find("senh").key("Alt+S")
    assert clerk.focus == "Họ và tên"
    clerk.key("Ctrl+A").type("Lý A Sính").tab_to("Lý do sửa").type("Nghe nhầm tên").do("Ctrl+Enter")
    assert clerk.stored(senh.id).applicant.full_name == "Lý A Sính"
    timeline = lookup.dossier_view(clerk.desk, PROGRAM, senh.id).timeline
    assert timeline[-1].reason == "Nghe nhầm tên"
    assert ("Lý A Sềnh", "Lý A Sính") in [change[1:] for change in timeline[-1].changes]
    # One result is ready and handed over.
    clerk.find("nong sinh").key("Alt+X").do("Ctrl+Enter")
    clerk.key("F5").key("F4")
    clerk.wait(lambda: clerk.home.view is BoardView.TO_COLLECT and clerk.home.model.rowCount() == 1)
    clerk.wait(clerk.is_idle)
    clerk.key("F4")
    clerk.wait(lambda: clerk.focus.startswith("Giấy tờ đã xuất trình"))
    clerk.type("CCCD 020199001111").do("Ctrl+Enter")
    assert clerk.focus == "Lý do trả khi chưa thu đủ", "money is still due"
    clerk.type("Hẹn nộp chiều nay").do("Ctrl+Enter")
    assert clerk.stored(sinh.id).state is DossierState.RETURNED
    the_board_agrees_with_the_records(clerk)
    verified = clerk.check()
    assert (verified.dossiers, verified.ledger_rows) == (5, 1 + 5 + 2 + 1 + 2 + 6), (
        "the office, five dossiers, five acts, six papers"
    )


def the_board_agrees_with_the_records(clerk) -> None:
    """Every counter says what its list holds, and both what the records say."""
    clerk.key("F5")
    clerk.wait(lambda: clerk.window.place is Place.HOME)
    clerk.wait(clerk.is_idle)
    now = clerk.clock.now()
    counts = lookup.counts(clerk.desk, PROGRAM, now)
    assert (counts.received_today, counts.open, counts.paused, counts.to_collect) == (5, 4, 0, 0)
    without_tile = {BoardView.OPEN, BoardView.APOLOGY}
    views = [view for view in BoardView if view not in without_tile]
    keys = dict(zip(clerk.home.tiles, range(1, 8), strict=True))
    assert set(keys) == set(views)
    for view, nth in keys.items():
        clerk.key(f"Alt+{nth}")
        clerk.wait(lambda view=view: clerk.home.view is view and clerk.is_idle())
        listed = [row.id for row in shown_rows(clerk)]
        assert listed == list(lookup.ids(clerk.desk, PROGRAM, view, now)), view
        assert str(len(listed)) in clerk.home.tiles[view].accessibleName(), view
        assert getattr(counts, view.value.lower()) == len(listed), view
    clerk.key("Alt+0")
    clerk.wait(lambda: clerk.home.view is BoardView.OPEN and clerk.is_idle())
    assert array("q", [row.id for row in shown_rows(clerk)]) == lookup.ids(
        clerk.desk, PROGRAM, BoardView.OPEN, now
    )


def shown_rows(clerk):
    model = clerk.home.model
    clerk.wait(lambda: all(model.row_at(nth) for nth in range(model.rowCount())))
    return [model.row_at(nth) for nth in range(model.rowCount())]


def test_a_printer_that_fails_leaves_the_dossier_saved_and_prints_later(office, sit, tray):
    clerk = sit()
    tray.is_jammed = True
    clerk.take_in("", "Lý A Sềnh", "1950", procedure="khai tu")
    saved = clerk.save()
    assert saved.state is DossierState.RECEIVED
    assert clerk.sees("Hồ sơ đã lưu an toàn")
    assert any("in lần nữa" in words for words in clerk.said)
    assert clerk.intake.state().is_blank, "the next person can be served meanwhile"
    tray.is_jammed = False
    clerk.key("F8")
    clerk.wait(lambda: tray.jobs and clerk.is_idle())
    assert clerk.sees("Đã gửi máy in")
    clerk.key("Ctrl+O")
    clerk.wait(lambda: clerk.window.place is Place.DOSSIER and clerk.is_idle())
    prints = lookup.dossier_view(clerk.desk, PROGRAM, saved.id).prints
    assert [(one.copy_number, one.printer) for one in prints] == [(1, "May-in-quay-1")]
    # From here a print is a reprint, marked and counted.
    clerk.key("F8")
    clerk.wait(lambda: clerk.sees("In lại: vì sao?") and clerk.is_idle())
    clerk.key("2")
    clerk.wait(lambda: len(tray.jobs) == 2 and clerk.is_idle())
    prints = lookup.dossier_view(clerk.desk, PROGRAM, saved.id).prints
    assert [one.copy_number for one in prints] == [2, 1]
    assert clerk.check().dossiers == 1


def test_somebody_met_before_is_filled_in_by_one_key(office, sit, tray):
    clerk = sit()
    clerk.take_in(
        "020185001234", "Hoàng Thị Mẩy", "05031985", "", "Thôn Bản Loỏng", "0912345678",
        procedure="tinh trang hon nhan",
    )  # fmt: skip
    first = clerk.save()
    typings = {"Số định danh": "0201850", "Điện thoại": "09123", "Họ và tên": "may hoang"}
    for field, typed in typings.items():
        clerk.key("F2").tab_to(field).type(typed)
        clerk.wait(lambda: len(clerk.intake.applicant.strip.offers) == 1)
        clerk.key("Ctrl+1")
        filled = clerk.intake.state().applicant.applicant()
        assert filled.full_name == "Hoàng Thị Mẩy", typed
        assert filled.personal_id == "020185001234", typed
        assert clerk.sees("Đang có hồ sơ chưa xong: H37.99.1-261123-0001"), typed
        clerk.key("Esc")
        clerk.wait(lambda: clerk.intake.state().is_blank and clerk.is_idle())
    clerk.key("F2").type("020185001234")
    clerk.wait(lambda: clerk.intake.applicant.strip.offers)
    clerk.key("Ctrl+1").tab_to("Thủ tục").choose_procedure("khai sinh").key("Ctrl+Space")
    second = clerk.save()
    assert second.applicant == first.applicant


def test_a_limit_the_catalogue_leaves_open_is_completed_on_the_spot(office, sit, tray):
    clerk = sit()
    clerk.take_in("", "Bế Văn Ích", procedure="1.001266", ticks=None)
    assert clerk.focus == "Số", "the limit is asked for before anything else"
    clerk.key("F9")
    assert clerk.intake.saving.last is None
    assert clerk.sees("Chưa có thời hạn.")
    clerk.tab_to("Số").type("3").tab_to("Căn cứ").type("QĐ 123/QĐ-UBND").key("Tab")
    assert clerk.focus == "Ghi thời hạn"
    clerk.key("Space")
    clerk.wait(lambda: not clerk.intake.procedure.lacks_limit and clerk.is_idle())
    assert clerk.focus == "Giấy tờ phải nộp"
    clerk.key("Ctrl+Space")
    saved = clerk.save()
    assert f"{saved.due_at:%d/%m %H:%M}" == "27/11 08:05"
    # It is kept: the next one is not asked.
    clerk.take_in("", "Nông Thị Sính", procedure="1.001266")
    assert clerk.save().due_at == saved.due_at
    assert clerk.check().dossiers == 2


def last_print(clerk, dossier_id):
    """Form and words of the newest print."""
    entry = lookup.dossier_view(clerk.desk, PROGRAM, dossier_id).prints[0]
    pdf = prints.stored_pdf(clerk.desk, PROGRAM, entry.id)
    text = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    return entry.form, " ".join(text.split())


def test_papers_come_in_two_visits(office, sit, clock, tray):
    clerk = sit()
    clerk.take_in("", "Lý A Sềnh", "1950", "", "Thôn Co Cam", procedure="khai tu")
    senh = clerk.save()
    clerk.find("senh").key("Alt+B")
    clerk.type("Bản án ly hôn").key("Enter").type("Ảnh thẻ").tab_to(
        "Lý do, ghi trên phiếu yêu cầu bổ sung"
    )
    clerk.type("Chưa rõ người thân").tab_to("Chứng thực, Bản án ly hôn").type("2")
    clerk.do("Ctrl+Enter")
    (pause,) = clerk.stored(senh.id).pauses
    assert [paper.sheets for paper in pause.asked] == [Sheets(certified=2), Sheets()]
    assert last_print(clerk, senh.id)[0] == "02"
    # The first visit: one of two copies.
    clock.advance(minutes=50)
    clerk.key("F5").scan(senh.code)
    clerk.wait(lambda: clerk.dossier.panel is not None)
    clerk.tab_to("1. Bản án ly hôn").key("Space").tab_to("Chứng thực, Bản án ly hôn").type("1")
    clerk.do("Ctrl+Enter")
    assert clerk.stored(senh.id).state is DossierState.AWAITING_SUPPLEMENT
    form, words = last_print(clerk, senh.id)
    assert form == "02"
    assert "Giấy tờ còn thiếu" in words
    assert "Bản in lại" not in words
    assert clerk.sees("Bản án ly hôn (1 bản chứng thực)")
    # The second: the rest.
    clock.advance(minutes=50)
    clerk.key("F5").scan(senh.code)
    clerk.wait(lambda: clerk.dossier.panel is not None)
    clerk.key("Space").do("Ctrl+Enter")
    now = clerk.stored(senh.id)
    assert now.state is DossierState.PROCESSING
    assert [paper.copies for paper in now.documents if paper.name == "Bản án ly hôn"] == [2]
    # Nobody collects the result: a notice is sent.
    clerk.key("Alt+X").do("Ctrl+Enter")
    notice = clerk.dossier.frame.prints.buttons["collect", ""]
    clerk.wait(notice.isVisible)
    QTest.mouseClick(notice, Qt.MouseButton.LeftButton)
    clerk.settle()
    form, words = last_print(clerk, senh.id)
    assert form == "collect"
    assert "GIẤY MỜI NHẬN KẾT QUẢ" in words
    clerk.check()
