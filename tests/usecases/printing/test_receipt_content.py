"""Words of the receipt that come from the rules, not from the clerk."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.domain.clock import VIETNAM
from app.domain.deadline.time_limit import parse
from app.printing.facts import FormFacts
from app.printing.forms.receipt_content import receipt_content
from app.usecases.dossier.intake import unnumbered
from app.usecases.queries import lookup
from tests.builders import LAN, MONDAY, a_desk, a_request


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    desk = a_desk(tmp_path_factory.mktemp("office") / "data")
    yield desk
    desk.close()


def said(desk, limit, *, procedure="1.004873", cutoff="15:00", received_at=MONDAY, capped_on=None):
    """How the slip of a dossier with this limit says it."""
    rules = lookup.rules(desk, LAN)
    request = a_request(procedure=procedure, received_at=received_at)
    dossier, stored = unnumbered(rules, LAN, request, MONDAY)
    facts = FormFacts(
        dossier=replace(dossier, limit=parse(limit)),
        procedure=stored.procedure,
        settings=replace(rules.settings, same_day_cutoff=cutoff),
        printed_at=MONDAY,
        capped_on=capped_on,
    )
    return receipt_content(facts).limit_text


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        ("3 WORKING_DAY", "03 ngày làm việc"),
        ("12 WORKING_HOUR", "12 giờ làm việc"),
        ("1 MONTH", "01 tháng"),
        ("NONE", "không quy định"),
        ("25 WORKING_DAY NOT_LATER 12-14", "25 ngày làm việc, chậm nhất ngày 14/12"),
    ],
)
def test_a_limit_is_said_as_the_slip_says_it(desk, limit, words):
    assert said(desk, limit) == words


SAME_DAY = "trong ngày; nhận sau 15 giờ: ngày làm việc tiếp theo"


@pytest.mark.parametrize(
    ("procedure", "law"),
    [
        ("1.001193", "Luật Hộ tịch 2014, khoản 3 Điều 5"),
        ("2.000815", "Nghị định 23/2015/NĐ-CP, Điều 7"),
        ("2.000908", "Nghị định 23/2015/NĐ-CP, Điều 7"),
    ],
)
def test_a_same_day_limit_says_the_rule_of_the_hour_and_the_law_of_its_field(desk, procedure, law):
    assert said(desk, "SAME_DAY", procedure=procedure) == f"{SAME_DAY} ({law})"


def test_a_same_day_limit_of_another_field_cites_no_law(desk):
    assert said(desk, "SAME_DAY", procedure="1.012222") == SAME_DAY


def test_a_same_day_limit_cites_only_law_that_is_in_force(desk):
    later = datetime(2027, 3, 1, 9, 0, tzinfo=VIETNAM)
    rules = lookup.rules(desk, LAN)
    dossier, stored = unnumbered(rules, LAN, a_request(procedure="1.001193"), MONDAY)
    facts = FormFacts(
        replace(dossier, received_at=later), stored.procedure, rules.settings, printed_at=later
    )
    assert receipt_content(facts).limit_text == SAME_DAY


def test_the_hour_is_the_one_the_office_set(desk):
    assert said(desk, "SAME_DAY", cutoff="15:30").startswith(
        "trong ngày; nhận sau 15 giờ 30 phút: ngày làm việc tiếp theo"
    )


def test_a_limit_cut_short_by_a_day_of_the_year_names_it(desk):
    assert said(desk, "25 WORKING_DAY NOT_LATER 12-14", capped_on=date(2026, 12, 14)) == (
        "25 ngày làm việc; thời hạn bị giới hạn bởi ngày 14/12/2026"
    )


def test_a_receipt_of_november_is_capped_before_the_fifteenth_of_december(desk):
    rules = lookup.rules(desk, LAN)
    dossier, _ = unnumbered(rules, LAN, a_request(procedure="1.012222"), MONDAY)

    assert dossier.due_at == datetime(2026, 12, 14, 17, 0, tzinfo=VIETNAM)
