"""Contents of forms as they were frozen, and prints made from them."""

from dataclasses import replace

import pytest

from app.domain.forms.codes import PAYMENT_FORM
from app.domain.money.payment import Method, Payment, PaymentKind, SlipNumber
from db.stores import payments, prints
from db.stores.prints import KnownPrint, NewContent, NewPrint, PaperNumber
from tests.builders import LAN, MONDAY

OWN = "H37.99.1-261123-0001"
CONTENT = NewContent(1, "02", "tt03-2025", 1, 1, b'{"a":1}', PaperNumber("S02", 2026, 2, 7))

LATER = PaperNumber("S02", 2026, 0, 8)


@pytest.fixture
def freeze(connection):
    def freeze(**changes):
        new = replace(CONTENT, **changes)
        return prints.freeze(connection, new, agency="H37.99.1", year=2025, now=MONDAY)

    return freeze


@pytest.fixture
def printed(connection, freeze):
    """Remember a print of form 02 of dossier 1 on A4."""
    content = freeze()

    def add(**changes):
        new = NewPrint(1, content, "02", 1, "a4", 1, 2, 900, "a" * 64)
        return prints.add_print(connection, LAN, MONDAY, replace(new, **changes))

    return add


def test_the_newest_content_of_a_form_is_what_was_frozen_last(connection, freeze):
    assert prints.latest_content(connection, "02", 1) is None
    freeze()
    freeze(form="03", number=None)
    freeze(subject_id=2, body=b"{}", number=None)
    newest = freeze(revision=2, body=b'{"a":2}', number=LATER)
    found = prints.latest_content(connection, "02", 1)
    assert (found.id, found.revision, found.body) == (newest, 2, b'{"a":2}')
    assert (found.number, found.form_set) == (LATER, "tt03-2025")
    assert prints.latest_content(connection, "03", 1).number is None
    assert prints.contents_of(connection, 1, ["02", "03", "04"], {}) == {"02": 1, "03": 1}
    assert prints.contents_of(connection, 2, ["02", "03"], {}) == {"02": 2}
    assert prints.contents_of(connection, 1, ["03"], {prints.Part.REQUEST: ["02"]}) == {"03": 1}


def test_a_content_without_a_number_is_of_the_year_it_was_made_in(connection, freeze):
    freeze(number=None)
    row = "SELECT year, station, number FROM form_content ORDER BY id DESC"
    assert connection.exec_driver_sql(row).first() == (2025, 0, None)
    freeze(revision=2)
    assert connection.exec_driver_sql(row).first() == (2026, 2, 7)


def test_copies_are_counted_by_form_subject_and_paper(connection, printed):
    assert prints.next_copy(connection, "02", 1, "a4") == 1
    printed()
    printed(copy_number=2)
    printed(paper="a5")
    assert prints.next_copy(connection, "02", 1, "a4") == 3
    assert prints.next_copy(connection, "02", 1, "a5") == 2
    assert prints.next_copy(connection, "02", 2, "a4") == 1
    assert prints.next_copy(connection, "03", 1, "a4") == 1


def test_only_the_last_print_waits_for_a_printer_and_only_of_this_content(connection, printed):
    first = printed()
    content = connection.exec_driver_sql("SELECT max(id) FROM form_content").scalar_one()
    assert prints.unsent(connection, content, "02", 1, "a4").id == first
    assert prints.unsent(connection, content + 1, "02", 1, "a4") is None
    for other in (("03", 1, "a4"), ("02", 2, "a4"), ("02", 1, "a5")):
        assert prints.unsent(connection, content, *other) is None
    second = printed(copy_number=2)
    prints.set_printer(connection, second, "May-in-1")
    assert prints.unsent(connection, content, "02", 1, "a4") is None


def test_prints_of_a_dossier_come_newest_first_with_where_they_went(connection, printed):
    first, second = printed(), printed(copy_number=2)
    prints.set_printer(connection, first, "May-in-1")
    found = prints.of_dossier(connection, 1)
    assert [(one.id, one.printer, one.copy_number, one.slip) for one in found] == [
        (second, "", 2, None), (first, "May-in-1", 1, None),
    ]  # fmt: skip
    assert {(one.officer, one.pages, one.printed_at) for one in found} == {
        (LAN.officer, 2, MONDAY)
    }  # fmt: skip
    assert prints.of_dossier(connection, 2) == ()
    assert prints.newest(connection) == second


def test_a_print_is_known_with_its_dossiers_code_and_its_digest(connection, printed):
    number = printed(sha256="b" * 64)
    printed(copy_number=2)
    assert prints.by_id(connection, number) == KnownPrint(OWN, "02", 1, "a4", 1, "", "b" * 64)
    assert prints.digest_of(connection, number) == "b" * 64
    assert sorted(prints.digests(connection)) == ["a" * 64, "b" * 64]


def test_a_printed_slip_is_called_by_its_number_and_other_prints_are_not(connection, printed):
    taken = Payment(
        PaymentKind.COLLECT, SlipNumber(2026, 7, 2), 8_000, Method.CASH, MONDAY, MONDAY.date(), 1,
        LAN.officer, 1, "Lý A",
    )  # fmt: skip
    slip = payments.add(connection, taken, dossier_id=1, agency="H37.99.1", ledger_seq=1)
    printed(form=PAYMENT_FORM, subject_id=slip)
    printed(subject_id=slip)
    assert [one.slip for one in prints.of_dossier(connection, 1)] == [None, taken.slip]
