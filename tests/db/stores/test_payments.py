"""Slips as they are kept: whose they are, what they undo, and on which sheet they stand."""

from datetime import datetime, timedelta

import pytest

from app.domain.money.cash_sheet import closing_of
from app.domain.money.payment import Method, Payment, PaymentKind, SlipNumber
from db.stores import payments
from tests.builders import LAN, MONDAY

AGENCY, DAY = "H37.99.1", MONDAY.date()


@pytest.fixture
def add(connection):
    """Keep a slip of dossier 1, told of in ledger row 1, unless it says otherwise."""

    def add(number, kind=PaymentKind.COLLECT, amount=8_000, *, dossier=1, reverses=None, **more):
        values = {
            "method": Method.CASH, "at": MONDAY, "day": DAY, "sheet": 1, "officer": LAN.officer,
            "station": 1, "payer": "Lý A", "reason": "" if kind is PaymentKind.COLLECT else "Nhầm",
        }  # fmt: skip
        new = Payment(kind, SlipNumber(2026, number), amount, **(values | more))
        return payments.add(
            connection, new, dossier_id=dossier, agency=AGENCY, ledger_seq=number,
            reverses=reverses,
        )  # fmt: skip

    return add


def numbers(slips):
    return [one.slip.number for one in slips]


def test_slips_of_a_dossier_come_oldest_first_and_tell_what_they_undo(connection, add):
    first = add(1)
    add(2, dossier=2)
    second = add(3, PaymentKind.REFUND, 3_000, reverses=first)
    taken, undone = payments.of_dossier(connection, 1)
    assert (taken.id, taken.reverses, undone.id) == (first, None, second)
    assert undone.reverses == SlipNumber(2026, 1)
    assert (undone.kind, undone.amount, undone.dossier_code) == (
        PaymentKind.REFUND, 3_000, "H37.99.1-261123-0001",
    )  # fmt: skip
    assert payments.by_id(connection, second) == undone
    assert payments.by_id(connection, 99) is None
    assert [seq for seq, _ in payments.with_seq(connection, 1)] == [1, 3]


def test_a_days_slips_stand_on_their_sheets_and_the_open_one_is_last(connection, add):
    assert not payments.has_slips(connection, agency=AGENCY, day=DAY)
    add(1)
    add(2, method=Method.TRANSFER)
    (sheet,) = payments.sheets_of(connection, agency=AGENCY, day=DAY, opening=5_000)
    assert (numbers(sheet.slips), sheet.opening, sheet.closing) == ([1, 2], 5_000, None)
    closing = closing_of(sheet, counted=13_000, officer=LAN.officer, at=MONDAY, reason="")
    payments.close_sheet(connection, sheet, closing, agency=AGENCY, station=1, ledger_seq=3)
    assert payments.open_sheet(connection, agency=AGENCY, day=DAY) == 2
    add(3, sheet=2)
    closed, further = payments.sheets_of(connection, agency=AGENCY, day=DAY, opening=0)
    assert (closed.closing.counted, closed.closing.difference, closed.opening) == (13_000, 0, 5_000)
    assert (numbers(closed.slips), numbers(further.slips)) == ([1, 2], [3])
    assert further.closing is None


def test_other_days_and_agencies_have_sheets_of_their_own(connection, add):
    add(1)
    assert payments.has_slips(connection, agency=AGENCY, day=DAY)
    for agency, day in ((AGENCY, DAY + timedelta(days=1)), ("H37.99.2", DAY)):
        assert not payments.has_slips(connection, agency=agency, day=day)
        (sheet,) = payments.sheets_of(connection, agency=agency, day=day, opening=0)
        assert (sheet.sheet, sheet.slips) == (1, ())
        assert payments.open_sheet(connection, agency=agency, day=day) == 1


def test_slips_are_numbered_by_year_and_series(connection):
    def following(day, station=0):
        return str(payments.next_slip(connection, agency="H38", station=station, day=day))

    later = datetime(2027, 1, 2).date()
    assert [following(DAY), following(DAY), following(DAY, 2), following(later)] == [
        "0001/2026", "0002/2026", "0001/2026-Q2", "0001/2027",
    ]  # fmt: skip
