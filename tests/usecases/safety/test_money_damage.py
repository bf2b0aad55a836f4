"""Planted damage to numbers, slips and sheets is found and named; a restore reuses no number."""

import pytest

from app.domain.certification.books import CertifiedDocument
from app.domain.clock import SetClock
from app.domain.money.payment import PaymentRequest
from app.usecases.dossier.progress import Opened
from app.usecases.money import cash, fees, tariffs
from app.usecases.office import opening
from app.usecases.safety import backup, restoring, verification
from db.inspect import YearlyNumberingBroken
from db.inspect_money import SheetDoesNotTie, SlipAltered, SlipMissing
from tests.builders import LAN, MONDAY, a_certification, a_desk
from tests.usecases.safety.tampering import tamper

DEGREE = CertifiedDocument("Bằng tốt nghiệp", pages=1, copies=3)


@pytest.fixture
def folder(tmp_path):
    """Two paid certifications, one sheet closed, one slip after it."""
    desk = a_desk(tmp_path / "data")
    a_certification(desk, DEGREE, DEGREE, payment=PaymentRequest())
    cash.close_cash_sheet(desk, LAN, MONDAY.date(), counted=12_000)
    done = a_certification(desk, DEGREE)
    fees.collect_fee(desk, LAN, Opened(done.dossier_id), PaymentRequest())
    desk.close()
    return tmp_path / "data"


def verify(folder):
    desk = opening.open_desk(folder, SetClock(MONDAY))
    try:
        return verification.verify_records(desk, LAN)
    finally:
        desk.close()


@pytest.mark.parametrize(
    ("statements", "damage"),
    [
        (["DELETE FROM certification_document WHERE number = 2"], YearlyNumberingBroken),
        (["UPDATE certification_document SET number = 9 WHERE number = 3"], YearlyNumberingBroken),
        (["UPDATE number_series SET last = 5 WHERE series = 'PAYMENT'"], YearlyNumberingBroken),
        (["DELETE FROM number_series WHERE series = 'SCT/BS'"], YearlyNumberingBroken),
        (["DROP TRIGGER payment_no_update", "UPDATE payment SET amount = 1 WHERE number = 2"],
         SlipAltered),
        (["DROP TRIGGER payment_no_update", "UPDATE payment SET method = 'TRANSFER'"],
         SlipAltered),
        (["DROP TRIGGER payment_no_update", "UPDATE payment SET dossier_id = 2"], SlipAltered),
        (["DROP TRIGGER payment_no_delete", "DELETE FROM payment WHERE number = 2",
          "UPDATE number_series SET last = 1 WHERE series = 'PAYMENT'"], SlipMissing),
        (["DROP TRIGGER cash_sheet_no_update", "UPDATE cash_sheet SET cash = 11000, reason = 'x'"],
         SheetDoesNotTie),
    ],
)  # fmt: skip
def test_changed_money_is_found_and_named(folder, statements, damage):
    verify(folder)
    tamper(folder, *statements)
    with pytest.raises(damage) as found:
        verify(folder)
    assert found.value.exit_code == 3
    assert found.value.facts


def test_a_restore_of_an_older_copy_leaves_out_the_numbers_given_since(folder, tmp_path):
    desk = opening.open_desk(folder, SetClock(MONDAY))
    copy = backup.back_up(desk, LAN, tmp_path)
    done = a_certification(desk, DEGREE, payment=PaymentRequest())
    assert (done.certification[0].number.number, done.payment.slip.number) == (4, 3)
    desk.close()
    restoring.restore(copy.path, folder, SetClock(MONDAY))
    verify(folder)
    desk = opening.open_desk(folder, SetClock(MONDAY))
    done = a_certification(desk, DEGREE, payment=PaymentRequest())
    assert (done.certification[0].number.number, done.payment.slip.number) == (5, 4)
    desk.close()
    verify(folder)


def test_a_tariff_taken_from_a_file_charges_from_its_day_on(tmp_path):
    desk = a_desk(tmp_path / "data")
    old = a_certification(desk, DEGREE)
    file = (
        '{"format": "motcua-tariff-1", "tariffs": [{"code": "CHUNG_THUC", "name": "Phí mới", '
        '"effective_from": "2026-11-24", "source": "Thông tư mới", "provenance": "COMPLETED", '
        '"rates": [{"kind": "COPY", "name": "Phí bản sao", "per": "trang", "basis": "PAGE", '
        '"steps": [{"from_page": 1, "amount": 3000}], "procedures": ["2.000815"]}], '
        '"grounds": []}]}'
    ).encode()
    first = tariffs.import_tariffs(desk, LAN, file, source="moi.json")
    again = tariffs.import_tariffs(desk, LAN, file, source="moi.json")
    assert [row.verdict for row in (*first.rows, *again.rows)] == ["new", "unchanged"]
    assert a_certification(desk, DEGREE).fees == old.fees
    desk.clock.advance(days=2)
    (line,) = a_certification(desk, DEGREE).fees
    assert (line.amount, line.source) == (9_000, "Thông tư mới")
    assert tariffs.tariff_of(desk, LAN, MONDAY.date()).name.startswith("Phí chứng thực")
    verification.verify_records(desk, LAN)
    desk.close()
