"""Where a form is printed otherwise than its kind of paper, and how the setting says it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.print_settings import FORM_PARTS, own_text, read_own
from app.printing.paper import Paper
from app.printing.profile import (
    Kind,
    PrintProfile,
    Tray,
    Way,
    form_key,
    payment_paper,
    profile_for,
    profile_of,
)
from app.settings import InvalidSetting, Settings, change, read_settings
from app.usecases.printing import usual_paper

_SHEETS = {"printer": "HP", "print_tray": "lower", "print_copies": "2", "print_x": "0.5"}
_NAMES = st.text(st.characters(categories=("L", "N", "P", "S")), max_size=20)


def _settings(**values):
    settings = Settings()
    for key, value in values.items():
        settings = change(settings, key, value)
    return settings


@pytest.mark.parametrize(
    ("form", "paper"),
    [("01", "a4"), ("01", "a5"), ("01", "80mm"), ("label", "50x30"), ("PT26000012", "a5"),
     ("cash-sheet", "a4"), ("scanner-sheet", "a4"), ("a form of a newer program", "a4")],
)  # fmt: skip
def test_a_form_without_words_of_its_own_goes_as_its_paper_did_before(form, paper):
    stored = {**_SHEETS, "slip_printer": "XP-80C", "slip_y": "2", "label_copies": "3"}
    settings = read_settings(stored)
    assert profile_of(settings, form, paper) == profile_for(settings, paper)


def test_a_part_of_a_newer_program_is_passed_over_and_the_others_hold():
    settings = read_settings({"form_receipt": "copies=2; newpart=1; x=0.5"})
    assert settings.form_receipt == "copies=2; x=0.5"
    with pytest.raises(InvalidSetting):
        change(settings, "form_receipt", "newpart=1")


def test_a_form_differs_only_in_what_it_names():
    settings = _settings(**_SHEETS, form_payment="printer=Brother; tray=manual; duplex=có; y=-1,5")
    assert profile_of(settings, "PT26000012", "a5") == PrintProfile(
        Kind.SHEET, "Brother", Tray.MANUAL, 2, True, 0.5, -1.5
    )
    assert profile_of(settings, "01", "a5").printer == "HP"


def test_a_form_may_go_to_the_machines_own_printer_though_its_paper_does_not():
    settings = _settings(**_SHEETS, form_cash_sheet="printer=")
    assert profile_of(settings, "cash-sheet", "a4").printer == ""


def test_the_receipt_on_a_roll_has_its_own_words_beside_the_one_on_a_sheet():
    assert (form_key("01", "80mm"), form_key("01", "a4x2")) == ("form_slip", "form_receipt")
    settings = _settings(slip_device="/dev/usb/lp0", form_slip="way=escpos; device=/dev/usb/lp1")
    profile = profile_of(settings, "01", "80mm")
    assert (profile.way, profile.device) == (Way.ESCPOS, "/dev/usb/lp1")


def test_dots_follow_the_forms_own_queue_unless_a_device_is_named():
    settings = _settings(slip_device="/dev/usb/lp0", form_slip="printer=XP-80C")
    assert profile_of(settings, "01", "80mm").device == "XP-80C"


def test_slips_of_money_go_on_their_own_paper_and_never_on_a_roll():
    assert payment_paper(_settings(paper="a4x2")) == Paper.A4X2
    assert payment_paper(_settings(paper="80mm")) == Paper.A4
    assert usual_paper(_settings(form_payment="paper=a5"), "PT26000012") == Paper.A5
    assert usual_paper(_settings(form_payment="paper=a5"), "01") == Paper.A4


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("form_receipt", "HP"),
        ("form_receipt", "printer=HP; printer=Brother"),
        ("form_receipt", "paper=a5"),
        ("form_payment", "paper=80mm"),
        ("form_label", "tray=upper"),
        ("form_label", "copies=0"),
        ("form_slip", "x=0.3"),
        ("form_slip", "way=text"),
        ("form_cash_sheet", "duplex=maybe"),
        ("form_cash_sheet", f"printer={'P' * 201}"),
    ],
)
def test_what_a_form_cannot_be_is_refused_with_an_example(key, value):
    with pytest.raises(InvalidSetting) as refused:
        _settings(**{key: value})
    assert refused.value.facts["key"] == key
    assert "copies=2" in refused.value.facts["expected"]


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "printer": _NAMES,
            "paper": st.sampled_from(["a4", "a5", "a4x2"]),
            "tray": st.sampled_from(list(Tray)).map(str),
            "copies": st.integers(1, 9),
            "duplex": st.booleans(),
            "x": st.integers(-40, 40).map(lambda n: n / 2),
            "y": st.integers(-40, 40).map(lambda n: n / 2),
        },
    )
)
def test_what_is_written_is_read_again_whatever_the_printers_name(parts):
    text = own_text("form_payment", parts)
    read = read_own("form_payment", text)
    assert own_text("form_payment", read) == text
    assert {name: value for name, value in read.items() if name != "printer"} == {
        name: value for name, value in parts.items() if name != "printer"
    }
    if "printer" in parts:
        assert read["printer"].count(";") == parts["printer"].count(";")


def test_every_form_has_a_setting():
    assert set(FORM_PARTS) < set(Settings.__dataclass_fields__)
