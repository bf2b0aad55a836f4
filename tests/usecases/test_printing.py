"""Prints: each stored as it was, reprints marked and counted, nothing lost by a failing printer."""

import pytest

from app.printing.paper import PaperNotOffered
from app.usecases import correction, lookup, printing
from app.usecases.correction import Correction
from app.usecases.progress import Opened
from db.stores import prints
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
        printing.make_print(desk, LAN, done.dossier_id, form="01", paper=paper).copy_number
        for paper in ("a4", "a4", "a5", "a4")
    ]
    assert copies == [1, 2, 1, 3]


def test_every_print_is_stored_byte_for_byte(desk):
    done = a_dossier(desk)
    printed = [
        printing.make_print(desk, LAN, done.dossier_id, form="01", paper="a4") for _ in range(2)
    ]
    for one in printed:
        assert printing.stored_pdf(desk, one.print_id) == one.pdf
    assert printed[0].pdf != printed[1].pdf
    printing.note_printer(desk, printed[0].print_id, "HP LaserJet")
    entries = lookup.dossier_view(desk, done.dossier_id).prints
    assert [(e.copy_number, e.printer) for e in entries] == [(2, ""), (1, "HP LaserJet")]


def test_a_stored_pdf_lies_encrypted_on_disk(desk):
    done = a_dossier(desk)
    printing.make_print(desk, LAN, done.dossier_id, form="01", paper="a4")
    (paper,) = (desk.folder / "giay-to").glob("*/*.giay")
    assert b"%PDF" not in paper.read_bytes()


def test_after_a_correction_the_slip_shows_what_is_right(desk):
    done = a_dossier(desk)
    first = printing.make_print(desk, LAN, done.dossier_id, form="01", paper="a4")
    correction.correct_dossier(
        desk, LAN, Opened(done.dossier_id),
        Correction(applicant=an_applicant(full_name="Hoàng Thị Mây")), reason="Gõ nhầm",
    )  # fmt: skip
    second = printing.make_print(desk, LAN, done.dossier_id, form="01", paper="a4")
    assert second.pdf != first.pdf
    assert printing.stored_pdf(desk, first.print_id) == first.pdf


def test_a_form_the_dossier_does_not_have_is_refused(desk):
    done = a_dossier(desk)
    with pytest.raises(NoSuchForm):
        printing.make_print(desk, LAN, done.dossier_id, form="04", paper="a4")


def test_a_paper_the_form_is_not_made_on_is_refused_and_counts_for_nothing(desk):
    done = a_dossier(desk)
    with pytest.raises(PaperNotOffered):
        printing.make_print(desk, LAN, done.dossier_id, form="01", paper="50x30")
    assert lookup.dossier_view(desk, done.dossier_id).prints == ()


def test_a_label_is_made_from_the_receipt_and_counted_by_itself(desk):
    done = a_dossier(desk)
    printing.make_print(desk, LAN, done.dossier_id, form="01", paper="a4")
    paper = printing.usual_paper(lookup.settings(desk), "label")
    copies = [
        printing.make_print(desk, LAN, done.dossier_id, form="label", paper=paper).copy_number
        for _ in range(2)
    ]
    assert (paper, copies) == ("50x30", [1, 2])
    waiting = printing.print_again(desk, done.dossier_id, form="label", paper=paper)
    assert waiting.copy_number == 2


def test_two_stations_printing_at_once_get_two_copy_numbers(desk, monkeypatch):
    done = a_dossier(desk)
    true_next = prints.next_copy
    answers = iter([1])

    def stale_once(*arguments):
        return next(answers, None) or true_next(*arguments)

    printing.make_print(desk, LAN, done.dossier_id, form="01", paper="a4")
    monkeypatch.setattr(prints, "next_copy", stale_once)
    again = printing.make_print(desk, LAN, done.dossier_id, form="01", paper="a4")
    assert again.copy_number == 2


def test_a_print_that_never_reached_a_printer_is_handed_over_again_unmarked(desk):
    done = a_dossier(desk)
    first = printing.make_print(desk, LAN, done.dossier_id, form="01", paper="a4")
    again = printing.print_again(desk, done.dossier_id, form="01", paper="a4")
    assert (again.print_id, again.pdf, again.copy_number) == (first.print_id, first.pdf, 1)
    printing.note_printer(desk, first.print_id, "HP LaserJet")
    assert printing.print_again(desk, done.dossier_id, form="01", paper="a4") is None


def test_after_a_correction_the_old_unprinted_slip_is_not_handed_over(desk):
    done = a_dossier(desk)
    printing.make_print(desk, LAN, done.dossier_id, form="01", paper="a4")
    correction.correct_dossier(
        desk, LAN, Opened(done.dossier_id), Correction(note="Ghi chú"), reason="Thêm"
    )
    assert printing.print_again(desk, done.dossier_id, form="01", paper="a4") is None
