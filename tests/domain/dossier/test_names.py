"""Names of people: doubted where they look wrong, spelled better where asked."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dossier.dossier import Applicant, ApplicantKind
from app.domain.dossier.names import NameDoubt, doubts, doubts_by_field, proposed


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Nguyễn Văn 4", (NameDoubt.DIGITS,)),
        ("Nguyễn Văn 4 @#$", (NameDoubt.DIGITS, NameDoubt.SIGNS)),
        ("Nguyễn Văn An 1990", (NameDoubt.A_DATE,)),
        ("Nguyễn Văn An 05/03/1985", (NameDoubt.A_DATE,)),
        ("Nguyễn Văn An (con)", (NameDoubt.SIGNS,)),
        ("NguyÔn V¨n §øc", (NameDoubt.OLD_CODE,)),
        ("Nguyeãn Vaên Ñöùc", (NameDoubt.OLD_CODE,)),
        ("H'Mlê\u0306o Ê\u0306ban", ()),
        ("Y Ƀlô", ()),
        ("Jean-Pierre O’Neil Jr.", ()),
        ("Đinh\u00a0Thị\u200b Đào", ()),
        ("", ()),
    ],
)
def test_what_looks_wrong_is_pointed_out(typed, found):
    assert doubts(typed) == found


@pytest.mark.parametrize(
    ("typed", "better"),
    [
        ("trần văn hùng", "Trần Văn Hùng"),
        ("TRẦN VĂN HÙNG", "Trần Văn Hùng"),
        ("Trần văn Hùng", "Trần Văn Hùng"),
        ("  trần   văn hùng ", "Trần Văn Hùng"),
        ("h'mlê\u0306o ê\u0306ban", "H'Mlê\u0306o Ê\u0306ban"),
        ("k'brêo", "K'Brêo"),
        ("y ƀlô", "Y Ƀlô"),
        ("nguyễn-lê an", "Nguyễn-Lê An"),
        ("NguyÔn V¨n §øc", "Nguyễn Văn Đức"),
        ("nguyeãn vaên ñöùc", "Nguyễn Văn Đức"),
        ("Trần Văn Hùng", ""),
        ("Nguyễn Văn A", ""),
        ("Lò Văn McKay", ""),
        ("", ""),
    ],
)
def test_a_likelier_spelling_is_proposed(typed, better):
    assert proposed(typed) == better


@given(st.text(max_size=60))
def test_nothing_is_proposed_twice(typed):
    better = proposed(typed)
    assert not better or proposed(better) in {"", better}
    doubts(typed)


def test_doubts_about_a_name_stand_behind_its_field_and_only_a_citizen_has_them():
    person = Applicant("Hoàng Thị M4y")
    assert doubts_by_field(person, "applicant") == (("applicant.full_name", NameDoubt.DIGITS),)
    household = replace(person, kind=ApplicantKind.HOUSEHOLD_BUSINESS)
    assert doubts_by_field(household, "applicant") == ()
    assert doubts_by_field(None, "representative") == ()
