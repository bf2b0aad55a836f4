"""Our own codes: dossier codes, the slip's QR as it is printed, labels."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.clock import VIETNAM
from app.domain.dossier.numbering import DEFAULT_PATTERN, format_code, label_digits
from app.domain.scanning.code import read_scan
from app.domain.scanning.scanned import (
    DossierScan,
    LabelScan,
    ScanReason,
    Unrecognised,
    read_fields,
)
from app.printing.content import qr_text
from tests.domain.scanning.samples import LABEL, SLIP, TODAY

CODE = "H37.99.1-261123-0001"
days = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def refusal(text):
    found = read_scan(text, TODAY)
    assert isinstance(found, Unrecognised)
    return found.reason


@pytest.mark.parametrize(
    "code",
    [CODE, "000.00.19.H37-210826-0001", "H37.DN.001-261123-9999", "G09.20-20260609-0092637"],
)
def test_our_codes_and_official_ones_are_told_apart_from_everything_else(code):
    assert read_scan(code, TODAY) == DossierScan(code)


@given(day=days, number=st.integers(1, 9_999), agency=st.sampled_from(["H37.99.1", "H37"]))
def test_every_code_we_give_is_recognised(day, number, agency):
    code = format_code(DEFAULT_PATTERN, agency, day, number)
    assert read_scan(f"{code}\r", TODAY) == DossierScan(code)


@given(day=days, number=st.integers(1, 999_999))
def test_every_label_we_print_is_recognised(day, number):
    digits = label_digits(day, number)
    assert read_scan(digits, TODAY) == LabelScan(digits, day, number)


@given(at=st.integers(0, 13), digit=st.integers(0, 9))
def test_a_label_with_one_wrong_digit_is_refused(at, digit):
    wrong = f"{LABEL[:at]}{digit}{LABEL[at + 1 :]}"
    if wrong != LABEL:
        assert refusal(wrong) is ScanReason.BAD_LABEL


def test_a_label_s_fields_are_told_as_text():
    fields = read_fields(read_scan(LABEL, TODAY))
    assert {name: field.value for name, field in fields.items()} == {
        "digits": LABEL,
        "day": "2026-11-23",
        "number": "1",
    }


@pytest.mark.parametrize("with_identity", [True, False])
@pytest.mark.parametrize("code", [CODE, "G09.20-20260609-0092637"])
@pytest.mark.parametrize("due_at", [datetime(2026, 11, 30, 10, 15, tzinfo=VIETNAM), None])
def test_the_qr_of_a_slip_gives_its_dossier_code(code, with_identity, due_at):
    text = qr_text(
        code=code,
        procedure_code="1.004873",
        identity_number="020185001234",
        system_name="Phần mềm | Một Cửa",
        issued_at=datetime(2026, 11, 23, 10, 15, tzinfo=VIETNAM),
        due_at=due_at,
        with_identity=with_identity,
    )
    assert read_scan(text, TODAY) == DossierScan(code)


def test_a_scanner_that_loses_accents_still_reads_the_slip():
    lost = SLIP.encode("ascii", "ignore").decode()
    assert read_scan(lost, TODAY) == DossierScan(CODE)


def test_caps_lock_does_not_spoil_our_codes():
    assert read_scan(CODE.swapcase(), TODAY) == DossierScan(CODE)
    assert read_scan(SLIP.swapcase(), TODAY) == DossierScan(CODE)


@pytest.mark.parametrize(
    "text",
    [f"{CODE}|", f"{CODE}|1.004873|x", SLIP.rsplit("|", 1)[0], SLIP + "|x",
     SLIP.replace("1.004873", "a;b"), SLIP.replace("T10", "T99"), f"{CODE}|intake"],
)  # fmt: skip
def test_a_slip_that_is_not_whole_is_refused(text):
    assert refusal(text) is ScanReason.CUT


@pytest.mark.parametrize(
    "text",
    ["ı37.99.1-261123-0001", "H37.99.1-261323-0001", "H37.99.1-261123-001", "H37.99.1",
     "G09.20-20261309-0092637", f"{CODE} {CODE}", f"show {CODE}", f"{CODE}; rm -rf /"],
)  # fmt: skip
def test_what_only_resembles_a_code_is_refused(text):
    assert refusal(text) is ScanReason.UNKNOWN


@pytest.mark.parametrize("group", ["{0}{1}{2}", "{0} {1} {2}", "{0} {1}{2}", "{0}{1} {2}"])
def test_a_label_is_read_in_the_groups_under_its_bars(group):
    text = group.format(LABEL[:6], LABEL[6:12], LABEL[12:])
    assert read_scan(text, TODAY) == LabelScan(LABEL, date(2026, 11, 23), 1)
    assert refusal(group.format(LABEL[:6], LABEL[6:12], "00")) is ScanReason.BAD_LABEL
