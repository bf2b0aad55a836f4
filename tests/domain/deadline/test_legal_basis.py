"""What law a count cites: by field, and only what is in force on the day of receipt."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.clock import VIETNAM
from app.domain.deadline.explanation import explain
from app.domain.deadline.legal_basis import (
    LEGAL_TEXTS,
    LegalRule,
    is_same_day_field,
    legal_texts,
)
from app.domain.deadline.time_limit import parse
from app.domain.text import fold
from app.exchange.calendar import file as calendar_file

OFFICIAL = calendar_file.seed().calendar()
LABOUR = "Bộ luật Lao động 2019, Điều 111 và 112"
CULTURE_DAY = "Nghị quyết 28/2026/QH16"
CIVIL_STATUS = "Luật Hộ tịch 2014, khoản 3 Điều 5"
CERTIFICATION = "Nghị định 23/2015/NĐ-CP, Điều 7"


def cited(limit, received, field=""):
    at = datetime.fromisoformat(received).replace(tzinfo=VIETNAM)
    return explain(parse(limit), at, OFFICIAL, field=field).basis


@pytest.mark.parametrize(
    ("field", "ground"), [("Hộ tịch", CIVIL_STATUS), ("Chứng thực", CERTIFICATION)]
)
def test_a_same_day_result_rests_on_the_law_of_its_field(field, ground):
    assert cited("SAME_DAY", "2026-11-27 09:00", field) == (ground, LABOUR, CULTURE_DAY)


def test_without_a_field_the_law_of_each_is_named():
    assert cited("SAME_DAY", "2026-11-27 09:00")[:2] == (
        f"hộ tịch: {CIVIL_STATUS}",
        f"chứng thực: {CERTIFICATION}",
    )


def test_a_dossier_of_january_2026_cites_no_text_of_later_that_year():
    assert cited("SAME_DAY", "2026-01-05 09:00", "Hộ tịch") == (CIVIL_STATUS, LABOUR)
    assert cited("5 WORKING_DAY", "2026-01-05 09:00") == ("Nghị định 118/2025/NĐ-CP", LABOUR)


@pytest.mark.parametrize(
    ("received", "texts"),
    [
        ("2025-06-30 09:00", ("Nghị định 61/2018/NĐ-CP", LABOUR)),
        ("2025-07-01 09:00", ("Nghị định 118/2025/NĐ-CP", LABOUR)),
        ("2026-06-30 09:00", ("Nghị định 118/2025/NĐ-CP", LABOUR)),
        ("2026-07-01 09:00", ("Nghị định 118/2025/NĐ-CP", LABOUR, CULTURE_DAY)),
        ("2026-08-04 09:00", ("Nghị định 118/2025/NĐ-CP", LABOUR, CULTURE_DAY)),
        (
            "2026-08-05 09:00",
            (
                "Nghị định 118/2025/NĐ-CP, sửa đổi bởi Nghị định 309/2026/NĐ-CP",
                LABOUR,
                CULTURE_DAY,
            ),
        ),
    ],
)
def test_a_text_is_cited_from_its_first_day_on(received, texts):
    assert cited("3 WORKING_DAY", received, "Đất đai") == texts


def test_the_law_on_civil_status_of_2014_ends_in_february_2027():
    assert cited("SAME_DAY", "2027-02-26 09:00", "Hộ tịch")[0] == CIVIL_STATUS
    assert CIVIL_STATUS not in cited("SAME_DAY", "2027-03-01 09:00", "Hộ tịch")


def test_the_rule_of_forwarding_at_fifteen_is_never_the_ground_of_a_result():
    for field in ("", "Hộ tịch", "Chứng thực"):
        assert not any("309/2026" in text for text in cited("SAME_DAY", "2026-11-27 09:00", field))


@pytest.mark.parametrize(("field", "expected"), [("Hộ tịch", True), ("HỘ TỊCH", True),
    ("Chứng thực", True), ("Đất đai", False), ("", False)])  # fmt: skip
def test_only_civil_status_and_certification_give_results_the_same_day(field, expected):
    assert is_same_day_field(field) is expected


@given(
    rule=st.sampled_from(list(LegalRule)),
    on=st.dates(date(2010, 1, 1), date(2040, 1, 1)),
    field=st.sampled_from(["Hộ tịch", "Chứng thực", "Đất đai"]),
)
def test_whatever_is_cited_is_in_force_that_day_and_about_the_field(rule, on, field):
    in_force = {each.text for each in LEGAL_TEXTS if each.since <= on <= each.until}
    others = {each.text for each in LEGAL_TEXTS if each.field not in {"", fold(field)}}

    for text in legal_texts(rule, on, field):
        assert text in in_force
        assert text not in others


@pytest.mark.parametrize(
    ("rule", "first"),
    [
        (LegalRule.RECEIPT, date(2018, 6, 21)),
        (LegalRule.PERIODS, date(2017, 1, 1)),
        (LegalRule.SAME_DAY, date(2015, 4, 10)),
    ],
)
def test_before_the_first_text_of_a_rule_none_is_cited(rule, first):
    assert legal_texts(rule, first - timedelta(days=1), "chung thuc") == ()
    assert len(legal_texts(rule, first, "chung thuc")) == 1
