"""Signing and money from beginning to end, by keyboard alone, with the books checked after."""

import pytest

from app.domain.actor import PROGRAM
from app.domain.certification.books import CertifiedDocument
from app.domain.money.fee import dong
from app.domain.money.payment import PaymentKind
from app.domain.workflow.states import DossierState
from app.usecases.money import cash, fees
from tests.builders import a_certification
from ui.screen import Place

pytestmark = [pytest.mark.gui, pytest.mark.journey]

DEGREE = CertifiedDocument("Bằng tốt nghiệp trung học phổ thông", pages=1, copies=3)
TITLE = CertifiedDocument("Giấy chứng nhận quyền sử dụng đất", pages=4, copies=2)


def taken_in(clerk, *papers):
    """Dossiers registered while the window is open, which then hears of them."""
    done = [a_certification(clerk.desk, paper) for paper in papers]
    clerk.key("F5").wait(clerk.is_idle)
    return done


def open_dossier(clerk, code):
    clerk.find(code)
    clerk.wait(lambda: clerk.dossier.view.dossier.code == code)


def test_certified_papers_are_signed_as_a_pile_and_returned(office, sit, tray):
    clerk = sit()
    first, second = taken_in(clerk, DEGREE, TITLE)
    clerk.key("F10")
    clerk.wait(lambda: clerk.window.place is Place.SIGNING and clerk.is_idle())
    assert clerk.focus == "Hồ sơ chờ ký"
    assert clerk.sees("2 hồ sơ · 2 giấy tờ · 5 bản")
    clerk.key("Ctrl+A").key("Alt+K")
    assert clerk.sees("đã ký, đóng dấu xong, sẵn sàng trả?")
    clerk.do("Ctrl+Enter")
    assert clerk.sees("Không có hồ sơ nào chờ ký")
    assert clerk.stored(second.dossier_id).state is DossierState.FINISHED
    open_dossier(clerk, first.dossier_code)
    clerk.key("F4").type("CCCD 020185001234").do("Ctrl+Enter")
    assert clerk.stored(first.dossier_id).state is DossierState.FINISHED, "money is still due"
    assert clerk.focus == "Lý do trả khi chưa thu đủ"
    clerk.type("Hẹn nộp chiều nay").do("Ctrl+Enter")
    assert clerk.stored(first.dossier_id).state is DossierState.RETURNED
    assert clerk.check().ledger_rows


def test_money_is_collected_and_given_back_and_the_sheet_closes_to_the_dong(office, sit, tray):
    clerk = sit()
    first, second = taken_in(clerk, DEGREE, TITLE)
    open_dossier(clerk, first.dossier_code)
    clerk.key("Alt+T").do("Ctrl+Enter")
    open_dossier(clerk, second.dossier_code)
    clerk.key("Alt+T").do("Ctrl+Enter")
    clerk.key("Alt+O").type("6000").tab_to("Lý do hoàn, ghi vào phiếu chi")
    clerk.type("Bớt một bản").do("Ctrl+Enter")
    kinds = [slip.kind for slip in fees.money_of(clerk.desk, PROGRAM, second.dossier_id).payments]
    assert kinds == [PaymentKind.COLLECT, PaymentKind.REFUND]
    clerk.key("Ctrl+F10")
    clerk.wait(lambda: clerk.window.place is Place.CASH and clerk.is_idle())
    due = first.fees[0].amount + second.fees[0].amount - 6_000
    assert clerk.sees("Phiếu 0001/2026 đến 0003/2026: 3 phiếu")
    assert clerk.sees(f"Theo sổ phải có {dong(due)}.")
    clerk.key("Alt+T").type(str(due))
    assert clerk.sees("✓ Khớp sổ.")
    clerk.do("Ctrl+Enter")
    assert clerk.sees("✓ Bảng kê 1 đã khóa")
    (sheet, _) = cash.cash_sheets(clerk.desk, PROGRAM, clerk.clock.now().date())
    assert (sheet.closing.counted, sheet.closing.difference) == (due, 0)
    clerk.key("F8").wait(clerk.is_idle)
    assert tray.jobs[-1].startswith("MotCua-so-quy-2026-11-23-1")
    assert clerk.check().ledger_rows


def test_a_slip_written_in_error_is_voided_with_its_reason_and_printed(office, sit, tray):
    clerk = sit()
    (done,) = taken_in(clerk, DEGREE)
    open_dossier(clerk, done.dossier_code)
    clerk.key("Alt+T").type("5000").do("Ctrl+Enter")
    clerk.key("Alt+U").type("Gõ nhầm số tiền").do("Ctrl+Enter")
    clerk.key("Alt+T")
    assert clerk.dossier.panel.amount.value() == "6.000"
    clerk.do("Ctrl+Enter")
    money = fees.money_of(clerk.desk, PROGRAM, done.dossier_id)
    assert [(str(slip.slip), slip.signed) for slip in money.payments] == [
        ("0001/2026", 5_000), ("0002/2026", -5_000), ("0003/2026", 6_000),
    ]  # fmt: skip
    assert money.account.outstanding == 0
    assert clerk.focus == "Ký hiệu và số biên lai điện tử"
    clerk.type("1c26tbk-123").do("Ctrl+Enter")
    assert any("Hủy 5.000 đồng" in text for text in clerk.dossier.frame.timeline.texts())
    assert clerk.focus == "In Phiếu thu 0003/2026"
    clerk.do("Space")
    assert tray.jobs[-1].endswith("payment-3")
    clerk.do("Space")
    assert len(tray.jobs) == 1, "printed again only for a reason"
    clerk.key("Tab").do("Space")
    assert len(tray.jobs) == 2
    assert clerk.check().ledger_rows
