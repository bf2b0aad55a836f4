"""Papers that are not taken in, at the real window: guided home, or refused under a number."""

import io

import pypdf
import pytest

from app.domain.actor import Actor
from app.domain.errors import DeskError
from app.usecases.dossier import drafting
from app.usecases.queries import lookup
from app.usecases.queries.early_refusals import early_refusals
from ui.screens.intake.turning_away.card import Way

pytestmark = [pytest.mark.gui, pytest.mark.journey]

LAN = Actor("Hoàng Thị Lan")
SENH = ("020185001234", "Lý A Sềnh", "1/1/85", "", "Thôn Nà Mò", "0900777888")
BIRTH = "1.004873"


@pytest.fixture
def folder(office):
    return office


@pytest.fixture
def clerk(sit, tray):
    """A clerk who has typed who came and what for, and has ticked nothing."""
    clerk = sit()
    return clerk.take_in(*SENH, procedure=BIRTH, ticks=None)


@pytest.fixture
def card(clerk):
    """The card, opened by its key."""
    clerk.key("Alt+J")
    card = clerk.intake.frame.turning_away
    assert card.isVisible()
    return card


class DraftBusy(DeskError):
    """Something holds the drafts."""


def printed(tray):
    pages = pypdf.PdfReader(io.BytesIO(tray.papers[-1])).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def done(clerk, card):
    """Press the button by its key and wait until it is done."""
    clerk.key("Ctrl+Enter")
    clerk.wait(lambda: not card.isVisible() or card.button.isEnabled())
    clerk.settle()


def test_the_guidance_slip_is_printed_and_the_draft_waits_for_who_comes_back(clerk, card, tray):
    assert card.way.value() is Way.GUIDE
    missing = clerk.intake.form_check.missing_papers()
    assert missing
    assert all(name in card.said.text() for name in missing)
    done(clerk, card)
    said = printed(tray)
    assert "PHIẾU HƯỚNG DẪN HOÀN THIỆN HỒ SƠ" in said
    assert SENH[1] in said
    assert not card.isVisible()
    assert clerk.intake.state().is_blank
    (draft,) = lookup.open_drafts(clerk.desk, LAN, clerk.session.station)
    assert SENH[1] in draft.summary
    assert any("phiếu hướng dẫn" in words for words in clerk.said)
    assert not lookup.newest_codes(clerk.desk, LAN)


def test_a_paper_beyond_the_catalogue_needs_its_reason(clerk, card, tray):
    clerk.key("Tab").type("Giấy xác nhận của thôn")
    assert card.why.isVisible()
    clerk.key("Ctrl+Enter")
    clerk.wait(lambda: card.button.isEnabled())
    assert "không có trong danh mục" in card.problem.text()
    assert tray.jobs == []
    clerk.key("Tab").type("Tên thôn đã đổi")
    done(clerk, card)
    said = printed(tray)
    assert "Giấy xác nhận của thôn" in said
    assert "Tên thôn đã đổi" in said


def test_a_refusal_has_a_number_its_paper_and_no_dossier(clerk, card, tray):
    clerk.key("Right").key("Enter")
    assert card.way.value() is Way.REFUSE
    done(clerk, card)
    assert card.isVisible()
    assert tray.jobs == []
    clerk.type("Không thuộc thẩm quyền của xã")
    done(clerk, card)
    clerk.wait(lambda: tray.jobs)
    clerk.settle()
    said = printed(tray)
    assert "Không thuộc thẩm quyền của xã" in said
    (kept,) = early_refusals(clerk.desk, LAN)
    assert kept.number in said
    assert kept.applicant == SENH[1]
    assert clerk.intake.state().is_blank
    assert lookup.open_drafts(clerk.desk, LAN, clerk.session.station) == ()
    assert not lookup.newest_codes(clerk.desk, LAN)
    clerk.check()


def test_a_draft_that_cannot_be_dropped_makes_no_second_refusal(
    clerk, card, tray, monkeypatch, caplog
):
    def busy(*_):
        raise DraftBusy

    monkeypatch.setattr(drafting, "drop_draft", busy)
    clerk.key("Right").key("Enter").type("Không thuộc thẩm quyền")
    done(clerk, card)
    clerk.wait(lambda: tray.jobs)
    assert not card.isVisible()
    assert len(early_refusals(clerk.desk, LAN)) == 1
    assert "after a refusal before receipt" in caplog.text
    caplog.clear()


def test_a_refusal_the_printer_did_not_take_is_kept_and_printed_later_that_day(clerk, card, tray):
    tray.is_jammed = True
    clerk.key("Right").key("Enter").type("Không thuộc thẩm quyền")
    done(clerk, card)
    clerk.wait(lambda: any("Chưa in được phiếu từ chối" in words for words in clerk.said))
    tray.is_jammed = False
    clerk.take_in(*SENH, procedure=BIRTH, ticks=None).key("Alt+J")
    clerk.wait(lambda: clerk.sees("Đã từ chối tiếp nhận hôm nay"))
    clerk.tab_to(f"In lại phiếu từ chối số {early_refusals(clerk.desk, LAN)[0].number}")
    clerk.key("Enter")
    clerk.wait(lambda: tray.jobs)
    clerk.settle()
    assert "Không thuộc thẩm quyền" in printed(tray)
    assert card.isVisible()


def test_where_the_printer_does_not_take_the_slip_the_card_stays_and_says_so(clerk, card, tray):
    tray.is_jammed = True
    done(clerk, card)
    assert card.isVisible()
    assert "Chưa in được" in card.problem.text()
    assert card.viewer.isVisible()
    tray.is_jammed = False
    done(clerk, card)
    assert len(tray.jobs) == 1


def test_nothing_is_saved_while_it_is_asked_and_esc_goes_back_to_the_form(clerk, card):
    clerk.key("F9")
    assert "để quay lại rồi lưu" in card.problem.text()
    clerk.key("Esc")
    assert not card.isVisible()
    assert clerk.intake.state().applicant.full_name == SENH[1]
    assert not lookup.newest_codes(clerk.desk, LAN)


def test_without_a_procedure_there_is_nothing_to_guide_to(sit):
    clerk = sit()
    clerk.key("F2").type(SENH[0])
    clerk.key("Alt+J")
    assert not clerk.intake.frame.turning_away.isVisible()
    assert "Thủ tục" in clerk.problems()
    assert clerk.focus == "Thủ tục"


def test_a_fault_in_the_form_leads_back_to_it(sit):
    clerk = sit().take_in("", "", procedure=BIRTH, ticks=None)
    clerk.key("Alt+J").key("Ctrl+Enter")
    clerk.wait(lambda: clerk.problems())
    assert not clerk.intake.frame.turning_away.isVisible()
