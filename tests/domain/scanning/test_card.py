"""Identity cards: what is read, what is marked, and what is left for the clerk to type."""

import unicodedata
from datetime import date

import pytest

from app.domain.dossier.identity import IdDoubt
from app.domain.dossier.old_address import AddressDoubt
from app.domain.scanning.code import read_scan
from app.domain.scanning.scanned import (
    CardScan,
    ReadField,
    ScanDoubt,
    ScanReason,
    Unrecognised,
    is_doubted_whole,
    read_fields,
)
from app.wording.terms import word_for
from tests.domain.scanning.samples import FILE, TODAY

GOOD = (
    "020185001234|081234567|Hoàng Thị Mẩy|05031985|Nữ"
    "|Thôn Bản Loỏng, Hoàng Văn Thụ, Văn Lãng, Lạng Sơn|10052021"
)
NAMES = {"id": "personal_id", "name": "full_name", "issued": "issued_on"}
SEXES = {"M": "MALE", "F": "FEMALE"}
EXPECTED = [
    line.rsplit(" => ", 1)
    for line in FILE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def values(text, today=TODAY):
    return {name: field.value for name, field in read_fields(read_scan(text, today)).items()}


def marks(text, today=TODAY):
    fields = read_fields(read_scan(text, today))
    return {name: field.doubt for name, field in fields.items() if field.doubt}


def changed(**fields):
    """The good card with some fields changed."""
    order = ("personal_id", "old_id", "full_name", "born", "sex", "address", "issued_on")
    given = dict(zip(order, GOOD.split("|"), strict=True)) | fields
    return "|".join(given.values())


def fields_of(expected):
    """``name=Lý A Sềnh born=…`` as pairs; values hold spaces, names do not."""
    found = {}
    for word in expected.split(" "):
        name, is_named, value = word.partition("=")
        if is_named:
            found[name] = value
        else:
            found[list(found)[-1]] += f" {word}"
    return found


@pytest.mark.parametrize(("text", "expected"), EXPECTED)
def test_every_line_of_the_shared_examples_reads_as_told(text, expected):
    found = read_scan(text, TODAY)
    if expected == "REFUSED":
        assert isinstance(found, Unrecognised)
        return
    fields = read_fields(found)
    for name, value in fields_of(expected).items():
        field = fields[NAMES.get(name, name)]
        if value == "CHECK":
            assert field.doubt
        else:
            assert field == ReadField(SEXES.get(value, value))


def test_the_shared_examples_are_all_there():
    assert len(EXPECTED) == 7


def test_names_behind_the_day_of_issue_are_not_read():
    text = changed(old_id="") + "|Hoàng Văn Páo|Triệu Mùi Mản||081234567|x"
    assert values(text) == values(changed(old_id=""))


def test_a_card_without_the_place_of_the_old_number_is_read():
    assert values(GOOD.replace("081234567|", "")) == {
        name: value for name, value in values(GOOD).items() if name != "old_id"
    }


def test_decomposed_names_are_composed():
    assert values(unicodedata.normalize("NFD", GOOD)) == values(GOOD)


@pytest.mark.parametrize("noise", ["\r", "\n", "\r\n", "\t", " ", "\x03", "\x00"])
def test_what_a_scanner_sends_around_a_code_is_dropped(noise):
    assert values(f"\ufeff\x02{GOOD}{noise}") == values(GOOD)


def test_number_sex_and_birth_that_contradict_each_other_are_all_marked():
    assert marks(changed(sex="Nam", born="05031986")) == {
        "personal_id": IdDoubt.SEX_DIFFERS,
        "sex": IdDoubt.SEX_DIFFERS,
        "born": IdDoubt.BIRTH_YEAR_DIFFERS,
    }


def test_an_unknown_place_and_an_impossible_year_in_the_number_are_marked():
    assert marks("099185001234") == {"personal_id": IdDoubt.UNKNOWN_PLACE}
    assert marks("020385001234") == {"personal_id": ScanDoubt.UNUSUAL_YEAR}
    assert marks("020100001234") == {"personal_id": ScanDoubt.UNUSUAL_YEAR}
    assert marks("020185001234") == {}


def test_a_bare_number_that_may_be_a_cut_label_is_marked():
    assert marks("261123000013") == {"personal_id": ScanDoubt.MAYBE_CUT_LABEL}


@pytest.mark.parametrize(
    ("name", "doubt"),
    [
        ("Vi Minh Anh", ScanDoubt.NO_DIACRITICS),
        ("H'Bia Niê", None),
        ("Jörg Müller", ScanDoubt.UNUSUAL_LETTERS),
        ("H'Mlê\u0306o Ơ\u0306n Ê\u0306ban Ƀlô", None),
        ("Bùi Thị Mươ\u0312ng", None),
        ("Bùi Thị Lan-Anh", None),
    ],
)
def test_names_whose_letters_may_be_wrong_are_marked(name, doubt):
    assert values(changed(full_name=name))["full_name"] == name
    assert marks(changed(full_name=name)).get("full_name") is doubt


def test_letters_turned_by_caps_lock_are_marked_and_the_sex_is_read():
    assert values(GOOD.swapcase())["sex"] == "FEMALE"
    assert marks(GOOD.swapcase()) == {
        "full_name": ScanDoubt.CAPS_LOCK,
        "address": ScanDoubt.CAPS_LOCK,
    }


@pytest.mark.parametrize(
    "name",
    ["", "A", "Hoàng Thị 2", "Ho?ng Th? M?y", "Hoàng, Mẩy", "Nữ", "黄氏", "x" * 101,
     "\u0301Hoàng", "<b>Mẩy</b>"],
)  # fmt: skip
def test_what_is_not_a_name_is_not_filled_and_the_rest_is(name):
    found = values(changed(full_name=name))
    assert found == {k: v for k, v in values(GOOD).items() if k != "full_name"}


@pytest.mark.parametrize(
    "day", ["31021985", "00001985", "05031899", "27112026", "05031", "٠٥٠٣١٩٨٥"]
)
def test_a_day_that_cannot_be_is_not_filled(day):
    assert "born" not in values(changed(born=day))
    assert "issued_on" not in values(changed(issued_on=day))


def test_a_card_issued_before_birth_fills_neither_day():
    found = values(changed(born="10052021", issued_on="05031985"))
    assert "born" not in found
    assert "issued_on" not in found


def test_a_year_of_birth_alone_is_filled_and_marked():
    assert values(changed(born="1985"))["born"] == "1985"
    assert marks(changed(born="1985")) == {"born": ScanDoubt.YEAR_ONLY}
    assert "born" not in values(changed(born="2027"))


@pytest.mark.parametrize("old", ["08123456", "0812345678"])
def test_an_old_number_of_another_length_is_not_filled(old):
    assert "old_id" not in values(changed(old_id=old))


@pytest.mark.parametrize("changes", [{"old_id": "H"}, {"born": "0503198"}, {"born": "x"}])
def test_a_name_is_filled_only_between_the_old_number_and_the_birth(changes):
    found = values(changed(**changes))
    assert "full_name" not in found
    assert found["issued_on"] == "2021-05-10"


def test_an_unreadable_sex_leaves_the_address_to_the_clerk():
    found = values(changed(sex="N?"))
    assert found.keys() == {"personal_id", "old_id", "full_name", "born", "issued_on"}


def test_without_sex_the_days_count_only_if_one_fits_the_number():
    assert marks(changed(sex="", born="05031986")) == {"personal_id": ScanDoubt.LAYOUT_UNKNOWN}


@pytest.mark.parametrize("address", ["Thon Ban Loong", "Thôn Bản Loỏng Văn Lãng"])
def test_an_address_without_accents_or_commas_is_marked(address):
    expected = ScanDoubt.NO_DIACRITICS if address.isascii() else ScanDoubt.UNUSUAL_ADDRESS
    assert marks(changed(address=address)) == {"address": expected}


@pytest.mark.parametrize("address", ["", "12", "Xã A, 05031985", "Xã <A>, B", "x, " * 100, "Xã ?"])
def test_what_is_not_an_address_is_not_filled(address):
    assert "address" not in values(changed(address=address))


def test_an_address_that_ran_into_the_day_of_issue_is_not_filled():
    cut = GOOD.replace("Sơn|1005", "Sơn1005")
    assert "address" not in values(cut)
    assert "issued_on" not in values(cut)


def test_name_and_address_that_changed_places_are_not_filled():
    swapped = changed(full_name="Thôn Bản Loỏng, Văn Lãng", address="Hoàng Thị Mẩy")
    assert values(swapped).keys().isdisjoint({"full_name", "address"})


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace("Hoàng Thị", "Hoàng| Thị"),
        "020185001234|05031985|Nữ|Hoàng Thị Mẩy|a|b|c",
        "020185001234|x|05031985|Nam|Nam|x|05031985",
        changed(born="x", issued_on="y"),
        "020185001234||05031985|Nam|Nam|05031985|05031985",
    ],
)
def test_of_an_unknown_layout_only_the_number_is_filled_and_marked(text):
    number = ReadField("020185001234", ScanDoubt.LAYOUT_UNKNOWN)
    assert read_scan(text, TODAY) == CardScan(personal_id=number)


def test_a_lost_field_is_not_replaced_by_its_neighbour():
    found = values(GOOD.replace("|05031985|", "|"))
    assert found.keys() == {"personal_id", "sex", "address", "issued_on"}


@pytest.mark.parametrize("text", [GOOD[:14], "020185001234|x|y|z", GOOD[:40]])
def test_a_card_cut_short_is_refused(text):
    assert read_scan(text, TODAY) == Unrecognised(text, ScanReason.CUT)


def test_a_card_cut_in_its_address_says_so():
    assert not read_scan(GOOD, TODAY).is_cut
    assert not read_scan("020185001234", TODAY).is_cut
    assert read_scan(GOOD[: GOOD.rindex(",")], TODAY).is_cut
    assert read_scan(GOOD[: GOOD.rindex("|") + 3], TODAY).is_cut


def test_twelve_digits_before_anything_else_are_no_card():
    found = read_scan("020185001234|a|b|c|d|e|f", TODAY)
    assert found == Unrecognised("020185001234|a|b|c|d|e|f", ScanReason.UNKNOWN)


def test_a_day_is_judged_by_the_day_of_reading():
    assert "issued_on" not in values(GOOD, date(2021, 5, 9))
    assert "issued_on" in values(GOOD, date(2021, 5, 10))


@pytest.mark.parametrize("sign", ["/", "-", "."])
def test_days_may_have_signs_between_day_month_and_year(sign):
    text = changed(born=sign.join(("05", "03", "1985")), issued_on=sign.join(("10", "05", "2021")))
    assert read_scan(text, TODAY) == read_scan(GOOD, TODAY)


@pytest.mark.parametrize("born", ["05/03-1985", "5/3/1985/", "05//1985", "05/03/85"])
def test_a_day_of_another_shape_is_none(born):
    assert "born" not in values(changed(born=born))


def test_an_address_is_not_cut_at_a_day():
    assert "address" not in values(changed(issued_on="10/05-2021"))


def test_an_address_with_a_district_that_is_no_more_is_marked_as_one_of_old():
    address = "Thôn Bản Loỏng, xã Hoàng Văn Thụ, Huyện Văn Lãng, Lạng Sơn"
    assert marks(changed(address=address)) == {"address": AddressDoubt.OLD_UNITS}
    assert word_for(AddressDoubt.OLD_UNITS) == "Địa chỉ cũ, hỏi lại"


def test_letters_that_only_look_like_ours_are_those_meant():
    found = read_scan(
        changed(full_name="Ðinh\u200b Thị Ðào", address="Thôn Ɖồng, xã Bắc Sơn"), TODAY
    )
    assert found.full_name == ReadField("Đinh Thị Đào")
    assert found.address.value == "Thôn Đồng, xã Bắc Sơn"


@pytest.mark.parametrize(
    "name", ["HoÃ ng Minh Long", "Nguyá»…n VÄƒn Äá»©c", "NguyÔn V¨n §øc", "Nguyeãn Vaên Ñöùc"]
)
def test_a_name_in_letters_of_another_alphabet_is_doubted(name):
    found = read_scan(changed(full_name=name), TODAY)
    assert found.full_name.doubt is ScanDoubt.GARBLED
    assert found.personal_id == ReadField("020185001234")


def test_a_garbled_name_with_what_no_name_holds_is_not_filled():
    assert "full_name" not in values(changed(full_name="HoÃ ng 2"))
    assert "address" not in values(changed(address="ThÃ´n <b>"))


def test_a_card_read_byte_by_byte_doubts_its_letters_and_keeps_its_digits():
    sent = GOOD.encode().decode("cp1252", errors="replace")
    found = read_scan(sent, TODAY)
    assert found.personal_id.value == "020185001234"
    assert found.full_name.doubt is ScanDoubt.GARBLED
    assert found.full_name.value.isprintable()
    assert (found.sex, found.address) == (None, None)  # its sex is not read, nothing holds it


def test_letters_of_another_alphabet_throw_doubt_on_the_whole_scan_and_nothing_else_does():
    garbled = "Hoàng Thị Mẩy".encode().decode("latin-1")
    assert is_doubted_whole(read_scan(GOOD.replace("Hoàng Thị Mẩy", garbled), TODAY))
    assert is_doubted_whole(read_scan(garbled, TODAY))
    assert not is_doubted_whole(read_scan(GOOD, TODAY))
    assert not is_doubted_whole(read_scan("", TODAY))
    assert not is_doubted_whole(read_scan(changed(sex="?"), TODAY))
