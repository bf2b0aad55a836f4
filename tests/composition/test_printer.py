"""A print goes where its profile says: to the driver, to a device, moved by its offsets."""

import os
import sys
import threading
from dataclasses import replace

import pytest
import zxingcpp
from PIL import ImageOps

from app.composition.actions.cash import cash_actions
from app.composition.actions.settings import settings_actions
from app.composition.session import printer
from app.composition.session.paper_doubt import PaperDoubt
from app.composition.session.printer import lend, lend_form, print_form, send
from app.composition.session.session import Session
from app.domain.actor import PROGRAM
from app.domain.forms.print_request import PrintRequest
from app.domain.money.payment import PaymentRequest
from app.printing.preview import page_images
from app.printing.profile import Kind, PrintProfile, Tray, Way
from app.printing.registry import form_of
from app.usecases.office import settings
from app.usecases.printing import prints as printing
from app.usecases.queries import lookup
from tests.builders import LAN, MONDAY, a_desk, a_dossier
from tests.devices.paper_tape import PaperTape
from tests.printing.scanned import picture
from ui.shell.printer import NoPrinter, UnknownPrinter

pytestmark = pytest.mark.gui


@pytest.fixture
def session(tmp_path):
    from app.domain.clock import SetClock

    desk = a_desk(tmp_path / "data", MONDAY)
    session = Session(tmp_path / "data", SetClock(MONDAY), officer="Hoàng Thị Lan")
    session.use(desk)
    yield session
    session.close()


@pytest.fixture
def registered(session):
    return a_dossier(session.desk)


def _first_dark(pdf: bytes) -> tuple[int, int]:
    """Left and top of what is printed, in tenths of a millimetre."""
    image = picture(page_images(pdf, 254)[0])
    left, top, _, _ = ImageOps.invert(image).point(lambda level: 255 * (level > 128)).getbbox()
    return left, top


def test_offsets_move_what_is_printed(qapp, registered, tmp_path):
    pdf = form_of("01").render(registered.content, paper="a4", copy_number=1).pdf
    found = []
    for nth, (right, down) in enumerate(((0, 0), (2.5, -3))):
        file = tmp_path / f"{nth}.pdf"
        profile = PrintProfile(Kind.SHEET, right_mm=right, down_mm=down)
        send(pdf, profile, title="Phiếu", file=str(file))
        found.append(_first_dark(file.read_bytes()))
    (left, top), (moved_left, moved_top) = found
    assert (moved_left - left, moved_top - top) == pytest.approx((25, -30), abs=1)


def test_tray_and_duplex_do_not_change_the_page(qapp, registered, tmp_path):
    pdf = form_of("01").render(registered.content, paper="a5", copy_number=1).pdf
    for tray in Tray:
        file = tmp_path / f"{tray}.pdf"
        profile = PrintProfile(Kind.SHEET, tray=tray, is_duplex=True)
        send(pdf, profile, title="Phiếu", file=str(file))
        (first, *_) = page_images(file.read_bytes(), 72)
        assert (round(first.width_mm), round(first.height_mm)) == (148, 210)


@pytest.mark.parametrize(("paper", "form", "size"), [("80mm", "01", 80), ("50x30", "label", 50)])
def test_slips_and_labels_are_printed_in_black_and_white_at_their_size(
    qapp, registered, tmp_path, paper, form, size
):
    pdf = form_of(form).render(registered.content, paper=paper, copy_number=1).pdf
    file = tmp_path / "out.pdf"
    kind = Kind.SLIP if paper == "80mm" else Kind.LABEL
    send(pdf, PrintProfile(kind), title="Phiếu", file=str(file))
    (page,) = page_images(file.read_bytes(), 300)
    assert round(page.width_mm) == size
    codes = [code.text for code in zxingcpp.read_barcodes(picture(page))]
    assert len(codes) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="a device file is Linux's way")
def test_a_slip_goes_to_its_device_as_dots_and_is_noted(session, registered, tmp_path):
    device = tmp_path / "lp0"
    os.mkfifo(device)
    settings.change_settings(
        session.desk,
        LAN,
        {"slip_way": "escpos", "slip_device": str(device), "slip_copies": "2", "paper": "80mm"},
    )
    taken: list[bytes] = []
    reader = threading.Thread(target=lambda: taken.append(device.read_bytes()))
    reader.start()
    outcome = print_form(session, PrintRequest("01", registered.dossier_id))
    reader.join(10)
    tape = PaperTape().take(taken[0])
    assert (tape.cuts, outcome.printer) == (2, str(device))
    codes = {c.text for c in zxingcpp.read_barcodes(ImageOps.expand(tape.picture(), 32, 255))}
    assert registered.dossier_code in codes
    (entry,) = lookup.dossier_view(session.desk, PROGRAM, registered.dossier_id).prints
    assert (entry.paper, entry.printer) == ("80mm", str(device))


def test_dots_without_a_device_are_refused(registered):
    pdf = form_of("01").render(registered.content, paper="80mm", copy_number=1).pdf
    with pytest.raises(NoPrinter):
        send(pdf, PrintProfile(Kind.SLIP, way=Way.ESCPOS), title="Phiếu")


@pytest.mark.skipif(sys.platform == "win32", reason="a device file is Linux's way")
def test_the_ruler_page_is_printed_by_the_values_on_the_card(session, tmp_path):
    device = tmp_path / "lp0"
    os.mkfifo(device)
    taken: list[bytes] = []
    reader = threading.Thread(target=lambda: taken.append(device.read_bytes()))
    reader.start()
    values = {"slip_way": "escpos", "slip_device": str(device), "slip_y": "1"}
    assert settings_actions(session).print_test("slip", values) == str(device)
    reader.join(10)
    tape = PaperTape().take(taken[0])
    assert tape.rows[:8] == [bytes(72)] * 8  # one millimetre down
    assert lookup.settings(session.desk, PROGRAM).slip_way == "driver"


def test_the_days_first_print_and_the_next_after_a_failure_ask_for_the_paper(
    qapp, session, registered, tmp_path
):
    def printed(name="out.pdf"):
        outcome = print_form(
            session,
            PrintRequest("01", registered.dossier_id),
            reason="Cần thêm",
            file=str(tmp_path / name),
        )
        return outcome.asks_for_paper

    assert [printed(), printed()] == [True, False]
    settings.change_setting(session.desk, LAN, "printer", "Máy đã tháo")
    with pytest.raises(UnknownPrinter):
        print_form(session, PrintRequest("01", registered.dossier_id), reason="Cần thêm")
    assert [printed(), printed()] == [True, False]
    session.clock.advance(days=1)
    assert [printed(), printed()] == [True, False]


@pytest.mark.parametrize("is_answered", [True, False])
def test_once_answered_the_question_does_not_come_back_after_a_restart(
    qapp, session, registered, tmp_path, is_answered
):
    def printed(paper):
        return print_form(
            session,
            PrintRequest("01", registered.dossier_id),
            paper,
            reason="Cần thêm",
            file=str(tmp_path / "out.pdf"),
        )

    first = printed("a4")
    assert (first.asks_for_paper, first.form) == (True, "01")
    if is_answered:
        printing.note_paper_out(session.desk, LAN, first.print_id)
    session.paper_doubt = PaperDoubt()  # as a restart leaves it
    assert printed("a4").asks_for_paper is not is_answered
    assert printed("80mm").asks_for_paper, "another paper, nobody looked at it yet"
    session.desk.clock.advance(days=1)
    session.clock.advance(days=1)
    assert printed("a4").asks_for_paper


def test_a_copy_for_the_viewer_is_private_counts_as_handed_over_and_goes_at_the_close(
    session, registered
):
    copy = lend_form(session, PrintRequest("01", registered.dossier_id))
    assert copy.read_bytes().startswith(b"%PDF")
    if sys.platform != "win32":
        assert (copy.stat().st_mode & 0o777, copy.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    (entry,) = lookup.dossier_view(session.desk, PROGRAM, registered.dossier_id).prints
    assert (entry.copy_number, entry.printer) == (1, "trình đọc PDF")
    assert lend(session, entry.id) == copy
    assert len(lookup.dossier_view(session.desk, PROGRAM, registered.dossier_id).prints) == 1
    session.close()
    assert not copy.parent.exists()


@pytest.mark.parametrize(
    ("duplex", "pages"), [("có", [True, False, True]), ("không", [True, True])]
)
def test_in_duplex_the_two_copies_never_share_a_sheet(
    qapp, session, registered, tmp_path, duplex, pages
):
    settings.change_setting(session.desk, LAN, "print_duplex", duplex)
    file = tmp_path / "out.pdf"
    print_form(session, PrintRequest("01", registered.dossier_id), "a4", file=str(file))
    printed = page_images(file.read_bytes(), 50)
    assert [min(page.data) < 128 for page in printed] == pages


def test_the_sheet_that_sets_a_scanner_up_goes_to_the_printer_of_sheets(session, monkeypatch):
    sent = []

    def print_pdf(pdf, target, *, title):
        sent.append((target.name, title, pdf[:5]))
        return target.name

    monkeypatch.setattr(printer, "print_pdf", print_pdf)
    settings.change_settings(session.desk, LAN, {"printer": "Máy ở quầy"})
    assert settings_actions(session).print_scanner_sheet() == "Máy ở quầy"
    assert sent == [("Máy ở quầy", "MotCua-may-quet", b"%PDF-")]


def test_two_forms_on_the_same_paper_go_to_two_printers_each_its_own_way(
    qapp, session, tmp_path, monkeypatch
):
    """Each printer is a PDF file; what the target says is what the driver would be told."""
    targets, to_paper = {}, printer.print_pdf

    def print_pdf(pdf, target, *, title):
        targets[target.name] = target
        file = str(tmp_path / f"{target.name}.pdf")
        return to_paper(pdf, replace(target, file=file), title=title)

    monkeypatch.setattr(printer, "print_pdf", print_pdf)
    registered = a_dossier(session.desk, procedure="2.000635", payment=PaymentRequest())
    slip = printing.last_slip(session.desk, LAN, registered.dossier_id)
    settings.change_settings(
        session.desk,
        LAN,
        {
            "paper": "a5",
            "printer": "Chung",
            "print_y": "1",
            "form_receipt": "printer=Quầy; tray=upper; copies=2; x=3",
            "form_payment": "printer=Thu tiền; tray=lower; copies=3; duplex=true; x=-2",
        },
    )
    print_form(session, PrintRequest("01", registered.dossier_id))
    print_form(session, slip)
    quay, thu = targets["Quầy"], targets["Thu tiền"]
    assert (quay.tray, quay.copies, quay.is_duplex, quay.right_mm, quay.down_mm) == (
        Tray.UPPER, 2, False, 3, 1,
    )  # fmt: skip
    assert (thu.tray, thu.copies, thu.is_duplex, thu.right_mm, thu.down_mm) == (
        Tray.LOWER, 3, True, -2, 1,
    )  # fmt: skip
    prints = lookup.dossier_view(session.desk, PROGRAM, registered.dossier_id).prints
    stored = {one.printer: printing.stored_pdf(session.desk, PROGRAM, one.id) for one in prints}
    for name, right in (("Quầy", 30), ("Thu tiền", -20)):
        file = tmp_path / f"{name}.pdf"
        left, top = _first_dark(stored[str(file)])
        moved_left, moved_top = _first_dark(file.read_bytes())
        assert (moved_left - left, moved_top - top) == pytest.approx((right, 10), abs=1)
        (page, *_) = page_images(file.read_bytes(), 72)
        assert (round(page.width_mm), round(page.height_mm)) == (148, 210)


def test_cash_sheet_and_scanner_sheet_have_printers_of_their_own(session, monkeypatch):
    sent = []

    def print_pdf(pdf, target, *, title):
        sent.append((target.name, target.copies))
        return target.name

    monkeypatch.setattr(printer, "print_pdf", print_pdf)
    settings.change_settings(
        session.desk,
        LAN,
        {
            "printer": "Chung",
            "form_cash_sheet": "printer=Kế toán; copies=2",
            "form_scanner_sheet": "printer=Kho",
        },
    )
    actions = cash_actions(session)
    (sheet,) = actions.sheets(MONDAY.date())
    actions.print_sheet(sheet)
    settings_actions(session).print_scanner_sheet()
    assert sent == [("Kế toán", 2), ("Kho", 1)]


def test_a_ruler_page_of_a_form_is_made_on_its_paper_for_its_printer(session, monkeypatch):
    sent = []

    def print_pdf(pdf, target, *, title):
        (page,) = page_images(pdf, 72)
        sent.append((target.name, target.right_mm, round(page.width_mm)))
        return target.name

    monkeypatch.setattr(printer, "print_pdf", print_pdf)
    values = {"printer": "Chung", "form_payment": "printer=Thu tiền; paper=a5; x=1"}
    for key in ("form_payment", "form_receipt"):
        settings_actions(session).print_test(key, values)
    assert sent == [("Thu tiền", 1.0, 148), ("Chung", 0.0, 210)]


def test_the_ports_a_scanner_may_be_on_are_named(session):
    assert all(isinstance(name, str) for name, _ in settings_actions(session).scanner_ports())
