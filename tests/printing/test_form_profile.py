"""Where a form is printed otherwise than its kind of paper, and how the setting says it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.print_settings import FORM_PARTS, SHEET_PAPERS, own_text, read_own
from app.printing.paper import Paper
from app.printing.profile import Kind, PrintProfile, Tray, Way, profile_for
from app.printing.registry import FORMS, form_of, paper_of_setting
from app.settings import InvalidSetting, Settings, change, read_settings

_SHEETS = {"printer": "HP", "print_tray": "lower", "print_copies": "2", "print_x": "0.5"}
_NAMES = st.text(st.characters(categories=("L", "N", "P", "S")), max_size=20)


def _settings(**values):
    settings = Settings()
    for key, value in values.items():
        settings = change(settings, key, value)
    return settings


@pytest.mark.parametrize(
    ("form", "paper"),
    [(form.code, paper) for form in FORMS for paper in form.papers],
)
def test_a_form_without_words_of_its_own_goes_as_its_paper_did_before(form, paper):
    stored = {**_SHEETS, "slip_printer": "XP-80C", "slip_y": "2", "label_copies": "3"}
    settings = read_settings(stored)
    assert form_of(form).profile(settings, paper) == profile_for(settings, paper)


def test_a_part_of_a_newer_program_is_passed_over_and_the_others_hold():
    settings = read_settings({"form_receipt": "copies=2; newpart=1; x=0.5"})
    assert settings.form_receipt == "copies=2; x=0.5"
    with pytest.raises(InvalidSetting):
        change(settings, "form_receipt", "newpart=1")


def test_a_form_differs_only_in_what_it_names():
    settings = _settings(**_SHEETS, form_payment="printer=Brother; tray=manual; duplex=có; y=-1,5")
    assert form_of("payment").profile(settings, "a5") == PrintProfile(
        Kind.SHEET, "Brother", Tray.MANUAL, 2, True, 0.5, -1.5
    )
    assert form_of("01").profile(settings, "a5").printer == "HP"


def test_a_form_may_go_to_the_machines_own_printer_though_its_paper_does_not():
    settings = _settings(**_SHEETS, form_cash_sheet="printer=")
    assert form_of("cash-sheet").profile(settings, "a4").printer == ""


def test_the_receipt_on_a_roll_has_its_own_words_beside_the_one_on_a_sheet():
    receipt = form_of("01")
    assert (receipt.setting_on("80mm"), receipt.setting_on("a4x2")) == ("form_slip", "form_receipt")
    settings = _settings(slip_device="/dev/usb/lp0", form_slip="way=escpos; device=/dev/usb/lp1")
    profile = form_of("01").profile(settings, "80mm")
    assert (profile.way, profile.device) == (Way.ESCPOS, "/dev/usb/lp1")


def test_dots_follow_the_forms_own_queue_unless_a_device_is_named():
    settings = _settings(slip_device="/dev/usb/lp0", form_slip="printer=XP-80C")
    assert form_of("01").profile(settings, "80mm").device == "XP-80C"


def test_slips_of_money_go_on_their_own_paper_and_never_on_a_roll():
    slip, receipt = form_of("payment"), form_of("01")
    assert slip.usual_paper(_settings(paper="a4x2")) == Paper.A4X2
    assert slip.usual_paper(_settings(paper="80mm")) == Paper.A4
    assert slip.usual_paper(_settings(form_payment="paper=a5")) == Paper.A5
    assert receipt.usual_paper(_settings(form_payment="paper=a5")) == Paper.A4


@pytest.mark.parametrize(("office", "receipt"), [("a5", "a5"), ("80mm", "80mm"), ("a4x2", "a4x2")])
def test_forms_follow_the_offices_paper_where_they_are_made_on_it(office, receipt):
    settings = _settings(paper=office)
    usual = {form.code: form.usual_paper(settings) for form in FORMS}
    assert usual["01"] == receipt
    assert usual["label"] == Paper.LABEL
    assert usual["cash-sheet"] == usual["scanner-sheet"] == Paper.A4


def test_a_setting_of_a_form_says_on_which_paper_it_is_tried():
    settings = _settings(paper="80mm", form_payment="paper=a5")
    papers = {key: paper_of_setting(settings, key) for key in (*FORM_PARTS, "sheet", "")}
    assert papers == {
        "form_receipt": Paper.A4, "form_slip": Paper.ROLL_80MM, "form_label": Paper.LABEL,
        "form_payment": Paper.A5, "form_cash_sheet": Paper.A4, "form_scanner_sheet": Paper.A4,
        "sheet": None, "": None,
    }  # fmt: skip
    assert paper_of_setting(_settings(paper="a5"), "form_receipt") == Paper.A5


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
    ],
)
def test_what_a_form_cannot_be_is_refused_with_an_example(key, value):
    with pytest.raises(InvalidSetting) as refused:
        _settings(**{key: value})
    assert refused.value.facts["key"] == key
    assert "copies=2" in refused.value.facts["expected"]


def test_the_name_of_a_printer_that_is_too_long_is_refused_by_its_length():
    with pytest.raises(InvalidSetting) as refused:
        _settings(form_cash_sheet=f"printer={'P' * 201}")
    assert "200" in refused.value.facts["expected"]


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


def test_every_setting_of_a_form_is_one_a_form_asks_for():
    asked = {form.setting_on(paper) for form in FORMS for paper in form.papers} - {""}
    assert asked == set(FORM_PARTS)
    assert set(FORM_PARTS) < set(Settings.__dataclass_fields__)


def test_a_setting_names_only_papers_its_form_is_made_on():
    for form in FORMS:
        for paper in SHEET_PAPERS if "paper" in FORM_PARTS.get(form.setting, ()) else ():
            assert form.offered(paper) == paper
