"""Prints: each stored as it was, reprints marked and counted, nothing lost by a failing printer."""

import hashlib
import json

import pytest

from app.domain.forms.print_request import PrintRequest
from app.printing.paper import PaperNotOffered, ReprintReasonMissing
from app.printing.registry import UnknownForm, form_of
from app.usecases.dossier import correction
from app.usecases.dossier.correction import Correction
from app.usecases.dossier.progress import Opened
from app.usecases.printing import prints as printing
from app.usecases.queries import lookup
from app.usecases.safety import verification
from db.stores import ledger, prints
from db.stores.prints import NoSuchForm
from tests.builders import LAN, a_desk, a_dossier, an_applicant


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


def test_the_same_form_and_size_again_is_a_reprint_another_size_is_not(desk):
    done = a_dossier(desk)
    copies = [
        printing.make_print(desk, LAN, PrintRequest("01", done.dossier_id), paper=paper).copy_number
        for paper in ("a4", "a4", "a5", "a4")
    ]
    assert copies == [1, 2, 1, 3]


def test_every_print_is_stored_byte_for_byte(desk):
    done = a_dossier(desk)
    printed = [
        printing.make_print(desk, LAN, PrintRequest("01", done.dossier_id), paper="a4")
        for _ in range(2)
    ]
    for one in printed:
        assert printing.stored_pdf(desk, LAN, one.print_id) == one.pdf
    assert printed[0].pdf != printed[1].pdf
    printing.note_printer(desk, LAN, printed[0].print_id, "HP LaserJet")
    entries = lookup.dossier_view(desk, LAN, done.dossier_id).prints
    assert [(e.copy_number, e.printer) for e in entries] == [(2, ""), (1, "HP LaserJet")]


def test_a_stored_pdf_lies_encrypted_on_disk(desk):
    done = a_dossier(desk)
    printing.make_print(desk, LAN, PrintRequest("01", done.dossier_id), paper="a4")
    (paper,) = (desk.folder / "giay-to").glob("*/*.giay")
    assert b"%PDF" not in paper.read_bytes()


def test_after_a_correction_the_slip_shows_what_is_right(desk):
    done = a_dossier(desk)
    first = printing.make_print(desk, LAN, PrintRequest("01", done.dossier_id), paper="a4")
    correction.correct_dossier(
        desk, LAN, Opened(done.dossier_id),
        Correction(applicant=an_applicant(full_name="Hoàng Thị Mây")), reason="Gõ nhầm",
    )  # fmt: skip
    second = printing.make_print(desk, LAN, PrintRequest("01", done.dossier_id), paper="a4")
    assert second.pdf != first.pdf
    assert printing.stored_pdf(desk, LAN, first.print_id) == first.pdf


def test_a_form_the_dossier_does_not_have_is_refused(desk):
    done = a_dossier(desk)
    with pytest.raises(UnknownForm):
        printing.make_print(desk, LAN, PrintRequest("09", done.dossier_id), paper="a4")
    with pytest.raises(NoSuchForm):
        printing.make_print(desk, LAN, PrintRequest("payment", 7), paper="a4")


def test_a_paper_the_form_is_not_made_on_is_refused_and_counts_for_nothing(desk):
    done = a_dossier(desk)
    with pytest.raises(PaperNotOffered):
        printing.make_print(desk, LAN, PrintRequest("01", done.dossier_id), paper="50x30")
    assert lookup.dossier_view(desk, LAN, done.dossier_id).prints == ()


def test_a_label_is_made_from_the_receipt_and_counted_by_itself(desk):
    done = a_dossier(desk)
    printing.make_print(desk, LAN, PrintRequest("01", done.dossier_id), paper="a4")
    paper = form_of("label").usual_paper(lookup.settings(desk, LAN))
    copies = [
        printing.make_print(
            desk, LAN, PrintRequest("label", done.dossier_id), paper=paper
        ).copy_number
        for _ in range(2)
    ]
    assert (paper, copies) == ("50x30", [1, 2])
    waiting = printing.print_again(desk, LAN, PrintRequest("label", done.dossier_id), paper=paper)
    assert waiting.copy_number == 2


def test_two_stations_printing_at_once_get_two_copy_numbers(desk, monkeypatch):
    done = a_dossier(desk)
    true_next = prints.next_copy
    answers = iter([1])

    def stale_once(*arguments):
        return next(answers, None) or true_next(*arguments)

    printing.make_print(desk, LAN, PrintRequest("01", done.dossier_id), paper="a4")
    monkeypatch.setattr(prints, "next_copy", stale_once)
    again = printing.make_print(desk, LAN, PrintRequest("01", done.dossier_id), paper="a4")
    assert again.copy_number == 2


def test_a_print_that_never_reached_a_printer_is_handed_over_again_unmarked(desk):
    done = a_dossier(desk)
    first = printing.make_print(desk, LAN, PrintRequest("01", done.dossier_id), paper="a4")
    again = printing.print_again(desk, LAN, PrintRequest("01", done.dossier_id), paper="a4")
    assert (again.print_id, again.pdf, again.copy_number) == (first.print_id, first.pdf, 1)
    printing.note_printer(desk, LAN, first.print_id, "HP LaserJet")
    assert printing.print_again(desk, LAN, PrintRequest("01", done.dossier_id), paper="a4") is None


def test_after_a_correction_the_old_unprinted_slip_is_not_handed_over(desk):
    done = a_dossier(desk)
    printing.make_print(desk, LAN, PrintRequest("01", done.dossier_id), paper="a4")
    correction.correct_dossier(
        desk, LAN, Opened(done.dossier_id), Correction(note="Ghi chú"), reason="Thêm"
    )
    assert printing.print_again(desk, LAN, PrintRequest("01", done.dossier_id), paper="a4") is None


def _print_events(desk):
    """What the ledger says of prints: event, reference, reason, detail."""
    with desk.records.read() as connection:
        return [
            (row.event, row.reference, row.reason, json.loads(row.detail))
            for row in ledger.entries(connection)
            if row.subject == "PRINT"
        ]


def test_every_print_and_reprint_is_in_the_ledger(desk):
    done = a_dossier(desk)
    for reason in ("", "Người dân làm mất phiếu"):
        printed = printing.next_print(
            desk, LAN, PrintRequest("01", done.dossier_id), paper="a4", reason=reason
        )
        printing.note_printer(desk, LAN, printed.print_id, "HP LaserJet", reason=reason)
    printing.note_paper_out(desk, LAN, printed.print_id)
    first, again, came = _print_events(desk)
    assert first[:3] == ("PRINTED", done.dossier_code, "")
    assert again[:3] == ("REPRINTED", done.dossier_code, "Người dân làm mất phiếu")
    assert came[:3] == ("CONFIRMED", done.dossier_code, "")
    assert {key: again[3][key] for key in ("form", "paper", "copy_number", "printer")} == {
        "form": "01", "paper": "a4", "copy_number": 2, "printer": "HP LaserJet",
    }  # fmt: skip
    assert again[3]["sha256"] == hashlib.sha256(printed.pdf).hexdigest()


def test_prints_are_no_change_of_the_dossier_and_nothing_for_the_province(desk):
    done = a_dossier(desk)
    before = lookup.dossier_view(desk, LAN, done.dossier_id)
    waiting = lookup.outbox_summary(desk, LAN)
    printed = printing.next_print(desk, LAN, PrintRequest("01", done.dossier_id), paper="a4")
    printing.note_printer(desk, LAN, printed.print_id, "HP LaserJet")
    after = lookup.dossier_view(desk, LAN, done.dossier_id)
    assert (after.dossier, after.timeline) == (before.dossier, before.timeline)
    assert lookup.outbox_summary(desk, LAN) == waiting
    verification.verify_records(desk, LAN)


def test_a_reprint_without_a_reason_is_refused_and_nothing_is_made(desk):
    done = a_dossier(desk)
    first = printing.next_print(desk, LAN, PrintRequest("01", done.dossier_id), paper="a4")
    printing.note_printer(desk, LAN, first.print_id, "HP LaserJet")
    with pytest.raises(ReprintReasonMissing):
        printing.next_print(desk, LAN, PrintRequest("01", done.dossier_id), paper="a4", reason="  ")
    assert len(lookup.dossier_view(desk, LAN, done.dossier_id).prints) == 1
    assert len(_print_events(desk)) == 1
    other = printing.next_print(desk, LAN, PrintRequest("01", done.dossier_id), paper="a5")
    assert other.copy_number == 1


def test_a_print_that_never_arrived_is_not_in_the_ledger(desk):
    done = a_dossier(desk)
    for _ in range(2):
        printed = printing.next_print(desk, LAN, PrintRequest("01", done.dossier_id), paper="a4")
    assert printed.copy_number == 1
    assert _print_events(desk) == []
