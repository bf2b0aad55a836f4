"""The shipped catalogue: real procedures, hand completions, and imports over them."""

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from importlib import resources

import pytest

from app.domain.catalogue.procedure import (
    Channel,
    Provenance,
    ServiceLevel,
    check_steps,
    working_hours,
)
from app.domain.catalogue.search import ProcedureIndex
from app.domain.catalogue.versions import Verdict, compare
from app.domain.deadline.time_limit import Unit
from app.domain.text import fold, paragraph
from app.exchange.catalogue.file import read
from app.exchange.catalogue.procedure_body import from_json, to_json
from app.exchange.catalogue.row import Gap
from app.exchange.catalogue.seed import SEED_FROM, completions, load_seed, seed_file
from app.outside.strict_json import FileNotJson
from tests.exchange.catalogue.builders import DAY, parsed, portal

ADDED = frozenset(
    [
        "2.000908",
        "1.001612",
        "2.000720",
        "1.001266",
        "1.001776",
        "1.014027",
        "1.014028",
        "1.001731",
        "1.001699",
        "1.010833",
        "1.010803",
        "1.010824",
        "1.012222",
        "1.012223",
    ]
)
PUBLISHED = resources.files("resources").joinpath("seed/procedures.json").read_bytes()


@pytest.fixture(scope="module")
def seed():
    return {each.code: each for each in load_seed()}


def limits_of(made):
    return {str(rule.limit) for rule in made.limits}


def test_the_seed_holds_the_published_procedures_and_those_added_by_hand(seed):
    published = {row["code"] for row in json.loads(PUBLISHED)}

    assert len(published) == 274
    assert set(seed) == published | ADDED
    assert not published & ADDED


def test_the_seed_is_in_force_since_communes_took_over(seed):
    assert {each.effective_from for each in seed_file().procedures} == {date(2025, 7, 1)}


def test_no_published_row_is_refused():
    assert [(row.code, row.why) for row in seed_file().rows if row.why] == []


def test_the_abolished_procedure_is_not_there(seed):
    assert "2.001009" not in seed


def test_as_published_twenty_nine_procedures_have_limits_that_differ():
    raw = read(PUBLISHED, source="", effective_from=SEED_FROM, completions={})

    assert sum(len(limits_of(each)) > 1 for each in raw.procedures) == 29


@pytest.mark.parametrize(
    ("code", "channel", "case", "limit"),
    [
        ("1.012753", Channel.ONLINE, None, "17 WORKING_DAY"),
        ("1.012753", Channel.POSTAL, None, "30 WORKING_DAY"),
        ("1.012753", Channel.DIRECT, None, "20 WORKING_DAY"),
        ("3.000442", Channel.DIRECT, None, "30 WORKING_DAY"),
        ("3.000442", Channel.ONLINE, None, "30 DAY"),
        ("1.012812", Channel.DIRECT, None, "40 DAY"),
        ("1.012812", Channel.POSTAL, None, "30 DAY"),
        ("1.001193", Channel.DIRECT, None, "SAME_DAY"),
        ("1.000656", Channel.ONLINE, None, "SAME_DAY"),
        ("1.004873", Channel.DIRECT, None, "3 WORKING_DAY"),
        ("1.004884", Channel.POSTAL, None, "5 WORKING_DAY"),
        ("1.004837", Channel.DIRECT, None, "3 WORKING_DAY"),
        ("1.004859", Channel.DIRECT, "Bổ sung thông tin hộ tịch", "SAME_DAY"),
        ("2.000635", Channel.DIRECT, None, "SAME_DAY"),
        ("2.000815", Channel.DIRECT, None, "SAME_DAY"),
        ("2.000908", Channel.DIRECT, None, "SAME_DAY"),
        ("2.000986", Channel.DIRECT, None, "20 WORKING_DAY"),
        ("1.011607", Channel.DIRECT, None, "15 DAY"),
        ("1.012538", Channel.ONLINE, None, "10 WORKING_DAY"),
        ("1.010041", Channel.ONLINE, "Trường hợp cần xác minh", "3 WORKING_DAY"),
        ("2.001159", Channel.DIRECT, None, "1 HOUR"),
        ("1.012222", Channel.DIRECT, None, "25 WORKING_DAY NOT_LATER 12-14"),
        ("1.012223", Channel.DIRECT, None, "25 WORKING_DAY NOT_LATER 12-14"),
    ],
)
def test_limits_are_those_of_the_catalogue_and_its_completions(seed, code, channel, case, limit):
    assert str(seed[code].rule_for(channel, case).limit) == limit


def test_a_limit_nobody_knows_stays_open(seed):
    for code in ("2.001263", "1.014027", "2.000913", "1.012533", "1.011606"):
        assert not seed[code].is_complete


def test_every_completed_or_unverified_limit_says_its_source(seed):
    for made in seed.values():
        for rule in made.limits:
            assert rule.provenance is Provenance.AS_PUBLISHED or rule.source, made.code


def test_every_completion_is_still_made_for_what_is_published():
    raw = {row["code"]: row for row in json.loads(PUBLISHED)}

    for code, completion in completions().items():
        methods = [m for m in raw[code]["methods"] if " USD" not in m["fee_and_note"][:12]]
        texts = {f"{m['amount']} {m['unit']}" if m["unit"] else "–" for m in methods}
        assert texts == completion.published, code


READ_IN_THE_LAW = (
    "2.000815", "2.000884", "2.000908", "2.000942", "2.000992", "2.001008",
    "2.001035", "2.001016", "2.001019", "2.001406",
    "1.004837", "1.004845", "1.001022", "1.004859", "1.000894",
)  # fmt: skip


@pytest.mark.parametrize("code", READ_IN_THE_LAW)
def test_a_limit_read_in_the_law_need_not_be_checked(seed, code):
    for rule in seed[code].limits:
        assert rule.provenance is not Provenance.UNVERIFIED
        assert "cần kiểm tra" not in rule.source


def test_the_interlinked_birth_service_is_to_be_checked(seed):
    made = seed["2.000986"]

    assert made.provenance is Provenance.UNVERIFIED
    assert all("cần kiểm tra" in rule.source for rule in made.limits)


def test_same_day_results_of_civil_status_and_certification_name_their_own_law(seed):
    laws = {"Hộ tịch": "Nghị định 23/2015", "Chứng thực": "Luật Hộ tịch"}
    for made in seed.values():
        for rule in made.limits:
            if rule.limit is not None and rule.limit.unit is Unit.SAME_DAY:
                assert laws[made.field] not in rule.source
                assert "309/2026" not in rule.source


def test_hand_work_is_marked_on_the_procedure(seed):
    assert seed["1.012753"].provenance is Provenance.AS_PUBLISHED
    assert seed["2.000815"].provenance is Provenance.COMPLETED
    assert all(seed[code].provenance is Provenance.UNVERIFIED for code in ADDED)


def test_steps_fit_into_every_limit_and_the_plans_procedures_have_them(seed):
    for made in seed.values():
        check_steps(made)
    for code in ("1.012222", "1.012223"):
        steps = seed[code].steps
        assert [each.position for each in steps] == list(range(1, len(steps) + 1))
        assert sum(working_hours(each.limit) or 0 for each in steps) == 25 * 8
    assert seed["1.012223"].service_level is ServiceLevel.PARTIAL


@pytest.mark.parametrize(
    ("code", "fees"),
    [
        ("2.000815", [(2_000, "trang")]),
        ("2.000884", [(10_000, "trường hợp")]),
        ("2.000635", [(8_000, "bản")]),
        ("2.001035", [(50_000, "giao dịch")]),
        ("2.000913", [(30_000, "giao dịch")]),
        ("2.000927", [(25_000, "giao dịch")]),
        ("1.001193", [(0, "")]),
        ("1.000894", [(0, "")]),
        ("1.011607", [(0, "")]),
        ("2.000908", [(0, "")]),
    ],
)
def test_fees_are_amounts_in_dong(seed, code, fees):
    assert [(each.amount, each.per) for each in seed[code].fees] == fees


def test_fees_the_province_sets_are_open_with_their_wording(seed):
    for code in ("1.000656", "1.004873", "1.001612"):
        assert all(each.amount is None for each in seed[code].fees)
        assert "Hội đồng nhân dân" in seed[code].fees[0].note


def test_no_fee_is_smaller_than_a_bank_note(seed):
    amounts = [fee.amount for made in seed.values() for fee in made.fees if fee.amount]

    assert min(amounts) >= 1_000


def test_embassy_fees_are_dropped_with_a_remark():
    foreign = [
        row.code for row in seed_file().rows for each in row.remarks if each.gap is Gap.FEE_FOREIGN
    ]

    assert foreign == ["2.000815", "2.000884"]


def test_birth_registration_asks_for_its_papers_and_not_for_remarks(seed):
    made = seed["1.001193"]
    required = [each.name for each in made.documents_for(None) if each.required]

    assert made.cases == ()
    assert len(made.documents) == 8
    assert [name.split()[0:2] for name in required] == [
        ["Tờ", "khai"],
        ["Giấy", "chứng"],
        ["Hộ", "chiếu/Thẻ"],
    ]
    assert len(made.notes) > 20


def test_no_procedure_leaves_a_choice_of_one(seed):
    assert [made.code for made in seed.values() if len(made.cases) == 1] == []


def test_every_case_can_be_received_or_completed(seed):
    for made in seed.values():
        for channel in Channel:
            for case in made.cases or (None,):
                assert made.rule_for(channel, case) is not None, (made.code, channel, case)


def test_papers_are_numbered_named_and_counted(seed):
    for made in seed.values():
        positions = [each.position for each in made.documents]
        assert positions == list(range(1, len(positions) + 1))
        for each in made.documents:
            assert each.name
            assert 1 <= each.originals + each.copies <= 40


def test_every_text_of_the_seed_is_clean(seed):
    for made in seed.values():
        texts = [made.name, made.field, made.subjects, *made.notes]
        texts += [each.name for each in made.documents] + [rule.note for rule in made.limits]
        for text in texts:
            assert paragraph(text, field=made.code, limit=5_000) == text


def test_every_seed_procedure_survives_storage(seed):
    for made in seed.values():
        assert from_json(to_json(made)) == made


def test_the_bodies_are_small_enough_to_store(seed):
    assert max(len(to_json(made)) for made in seed.values()) < 120_000


def test_importing_the_published_file_over_the_seed_changes_nothing(seed):
    file = read(PUBLISHED, source="tep.json", effective_from=DAY, completions=completions())

    verdicts = Counter(compare(seed[made.code], made, DAY).verdict for made in file.procedures)

    assert verdicts == {Verdict.UNCHANGED: 274}


def test_the_portals_answer_changes_the_seed_once(seed):
    incoming = parsed(portal(), completions()).procedures[0]

    first = compare(seed["2.000815"], incoming, DAY)
    second = compare(first.procedure, replace(incoming, source="lại"), DAY)

    assert first.verdict is Verdict.CHANGED
    assert limits_of(first.procedure) == {"1 WORKING_DAY"}
    assert {each.part for each in first.differences} >= {"limits", "documents"}
    assert second.verdict is Verdict.UNCHANGED


@pytest.mark.parametrize("part", [0.1, 0.5, 0.999])
def test_the_seed_file_cut_off_is_refused_whole(part):
    cut = PUBLISHED[: int(len(PUBLISHED) * part)]

    with pytest.raises(FileNotJson):
        read(cut, source="", effective_from=DAY, completions={})


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("ks", "1.001193"),
        ("trich luc", "2.000635"),
        ("1193", "1.001193"),
        ("chung thuc ban sao", "2.000815"),
        ("doc than", "1.004873"),
        ("uy tin", "1.012222"),
        ("ket hon", "1.000894"),
        ("hoa giai", "1.012812"),
        ("thanh lap hkd", "1.001612"),
    ],
)
def test_the_seed_is_searched_as_people_type(seed, typed, code):
    class Listed:
        use_count = 0

        def __init__(self, made):
            self.code, self.name, self.field = made.code, made.name, made.field

    assert ProcedureIndex(map(Listed, seed.values())).find(typed)[0].code == code


def test_the_seed_names_no_machine_and_no_person():
    hand_work = resources.files("resources").joinpath("seed/completions.json").read_text("utf-8")

    assert not re.search(r"/(?:home|work|tmp|root)/|\b0\d{11}\b", hand_work)


def test_no_row_that_only_begins_a_list_counts_as_a_paper(seed):
    for procedure in seed.values():
        for paper in procedure.documents:
            words = fold(paper.name).strip(" .;")
            assert not words.endswith(("bao gom", "sau day", "nhu sau", "gom", " sau")), paper.name
            if words.endswith(":"):
                assert "ban sao" in words, paper.name
    boards = seed["1.012888"].documents
    assert len(boards) == 13
    assert not any(paper.required for paper in boards)
