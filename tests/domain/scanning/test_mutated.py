"""Mutated scans: 20,000 in each run and 1,000,000 with --deep, held to an oracle of their own."""

import random
import re
import secrets

import pytest

from app.domain.scanning.code import read_scan
from app.domain.scanning.scanned import (
    CardScan,
    DossierScan,
    InsuranceScan,
    LabelScan,
    MrzScan,
    ScanDoubt,
    Unrecognised,
    is_doubted_whole,
    read_fields,
)
from tests.domain.scanning import oracle
from tests.domain.scanning.mutations import mutate, small_edit, tagged, text_of
from tests.domain.scanning.samples import CARD, EVERYTHING, TODAY, whole

ORDERS = {
    CardScan: [CARD, (CARD[0], *CARD[2:])],
    InsuranceScan: [("insurance_number", "full_name", "born", "sex", "address")],
}


def run(seed, count):
    """Half of the texts are changed in one or two characters, half are changed at large."""
    dice = random.Random(seed)
    for nth in range(count):
        sample = dice.choice(EVERYTHING)
        characters = tagged(sample)
        if nth % 2:
            for _ in range(dice.randint(1, 2)):
                characters = small_edit(dice, characters)
            text = text_of(characters)
        else:
            text, characters = whole(sample), None
            for _ in range(dice.randint(1, 4)):
                text = mutate(dice, text, whole(dice.choice(EVERYTHING)))
        try:
            check(text, characters)
        except Exception as error:
            raise AssertionError(f"seed {seed}, text {nth}: {text!r}: {error!r}") from error


def check(text, characters):
    found = read_scan(text, TODAY)
    fields = {name: field.value for name, field in read_fields(found).items()}
    for name, value in fields.items():
        oracle.check_value(name, value, TODAY)
    check_days_agree(fields)
    match found:
        case Unrecognised():
            assert found.text.isprintable()
            assert len(found.text) <= 2_000
        case CardScan() | InsuranceScan():
            check_places(found, fields, oracle.normal(text).split("|"))
            if characters and not is_maybe_label(found):
                check_origin(fields, characters)
        case MrzScan():
            check_mrz(fields, oracle.normal(text))
        case DossierScan():
            assert oracle.normal(text).split("|")[0].strip().upper() == found.code
        case LabelScan():
            assert oracle.normal(text).replace(" ", "") == found.digits
    check_read_again(found, fields)


def check_days_agree(fields):
    if "born" in fields and "issued_on" in fields:
        assert fields["born"][:4] <= fields["issued_on"][:4]


def check_places(found, fields, segments):
    """Fields come from neighbouring segments in the card's own order, one segment each."""
    given = {n: v for n, v in fields.items() if n != "social_insurance_number"}
    assert any(
        all(
            name in order
            and order.index(name) < len(segments)
            and value in oracle.may_read(name, segments[order.index(name)])
            for name, value in given.items()
        )
        for order in ORDERS[type(found)]
    )


def is_maybe_label(found):
    """A label that lost two digits looks like the number of a person born abroad, and is marked."""
    return (
        isinstance(found, CardScan)
        and len(read_fields(found)) == 1
        and found.personal_id.doubt is ScanDoubt.MAYBE_CUT_LABEL
    )


def check_origin(fields, characters):
    """No character of a filled field once belonged to another field."""
    segments, start = [], 0
    for at, (character, _) in enumerate([*characters, ("|", None)]):
        if character == "|":
            segments.append(characters[start:at])
            start = at + 1
    for name, value in fields.items():
        home = "insurance_number" if name == "social_insurance_number" else name
        assert any(
            value in oracle.may_read(name, oracle.normal(text_of(segment)))
            and {label for character, label in segment if not character.isspace()} <= {home, None}
            for segment in segments
        ), name


def check_mrz(fields, text):
    """The check digits are counted again over what was typed."""
    typed = re.sub(r"\s", "", text).upper()
    nine, last, number, digit, line_2 = re.fullmatch(
        "I[D<]VNM(.{9})(.)(.{12})<*(.)(.*)", typed
    ).groups()
    as_digits = str.maketrans("OI", "01")
    number = number.translate(as_digits)
    assert number == fields["personal_id"]
    assert number[3:] == nine.translate(as_digits)
    assert str(oracle.check_digit(number[3:])) == last.translate(as_digits)
    assert str(oracle.check_digit(number)) == digit.translate(as_digits)
    born = line_2[:6].translate(as_digits)
    assert str(oracle.check_digit(born)) == line_2[6].translate(as_digits)
    if "born" in fields:
        assert fields["born"][2:].replace("-", "") == born
    if "full_name" in fields:
        assert re.sub("<+", " ", line_2).strip().endswith(fields["full_name"])


def check_read_again(found, fields):
    """What was read is the same when it is read again; letters that were tidied may not be."""
    if is_doubted_whole(found):
        return
    match found:
        case DossierScan() | LabelScan():
            assert read_scan(next(iter(fields.values())), TODAY) == found
        case CardScan():
            again = read_scan(as_card(fields), TODAY)
            kept = {name: field.value for name, field in read_fields(again).items()}
            assert kept.items() <= fields.items()
            whole_card = {"full_name", "born", "sex", "address", "issued_on"} <= fields.keys()
            if whole_card and not is_doubted_whole(again):
                assert again == found


def as_card(fields):
    born, issued = (
        "".join(reversed(fields.get(name, "").split("-"))) for name in ("born", "issued_on")
    )
    sex = {"MALE": "Nam", "FEMALE": "Nữ"}.get(fields.get("sex"), "")
    return "|".join(
        (fields["personal_id"], fields.get("old_id", ""), fields.get("full_name", ""), born, sex,
         fields.get("address", ""), issued)
    )  # fmt: skip


def test_twenty_thousand_mutated_texts_never_cross_fields_nor_fill_what_cannot_be():
    run(20261126, 20_000)


@pytest.mark.deep
@pytest.mark.parametrize("part", range(20))
def test_a_million_mutated_texts_never_cross_fields_nor_fill_what_cannot_be(part):
    run(secrets.randbits(32), 50_000)
