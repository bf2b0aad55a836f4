"""Catalogue files taken through the use case: versions, reports, completion on the spot."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.catalogue.procedure import Channel, IncompleteLimit, UnknownProcedure
from app.domain.certification.books import CertifiedDocument
from app.domain.deadline.time_limit import parse
from app.domain.errors import DeskError
from app.domain.text import TextMissing
from app.usecases.catalogue import procedures
from app.usecases.queries import lookup
from db.stores import ledger
from tests.builders import LAN, MONDAY, a_certification, a_desk, a_dossier

PORTAL = Path(__file__).parents[2] / "exchange" / "data" / "portal-detail-2.000815.json"


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


def current(desk, code):
    return procedures.current_procedure(desk, LAN, code)


def test_the_seed_holds_the_published_procedures_and_those_added_by_hand(desk):
    choices = lookup.procedure_choices(desk, LAN, MONDAY)
    assert len(choices) == 274 + 14
    assert {"1.012222", "1.012223", "2.000908"} <= {choice.code for choice in choices}


def test_the_portals_answer_becomes_a_further_version_and_old_dossiers_keep_theirs(desk):
    before = current(desk, "2.000815")
    done = a_certification(desk, CertifiedDocument("Bằng tốt nghiệp"))
    imported = procedures.import_catalogue(desk, LAN, PORTAL.read_bytes(), source=PORTAL.name)
    assert [(row.reference, row.verdict) for row in imported.rows] == [("2.000815", "changed")]
    assert imported.rows[0].detail
    after = current(desk, "2.000815")
    assert after.version != before.version
    kept = lookup.dossier_view(desk, LAN, done.dossier_id).dossier.procedure_version
    assert kept == before.version
    again = procedures.import_catalogue(desk, LAN, PORTAL.read_bytes(), source=PORTAL.name)
    assert again.count("unchanged") == 1
    assert current(desk, "2.000815").version == after.version


def test_a_file_cut_in_half_changes_nothing(desk):
    content = PORTAL.read_bytes()
    stamp = lookup.rules(desk, LAN).stamp
    with pytest.raises(DeskError):
        procedures.import_catalogue(desk, LAN, content[: len(content) // 2], source="cut.json")
    assert lookup.rules(desk, LAN).stamp == stamp


def test_a_refused_row_is_reported_beside_those_taken(desk):
    good = {
        "code": "9.999001", "name": "Thủ tục mới", "field": "Thử", "level": "Cấp xã",
        "decision": "1/QĐ", "subjects": "", "components": [], "results": [],
        "methods": [
            {"channel": "DIRECT", "amount": 3, "unit": "WORKING_DAY", "fee_and_note": "Miễn phí"}
        ],
    }  # fmt: skip
    bad = good | {"code": "không phải mã"}
    content = json.dumps([good, bad]).encode()
    imported = procedures.import_catalogue(desk, LAN, content, source="new.json")
    assert [row.verdict for row in imported.rows] == ["new", "refused"]
    assert "không đúng dạng" in imported.rows[1].detail
    assert a_dossier(desk, procedure="9.999001").due_at


def test_an_open_limit_is_completed_on_the_spot_kept_and_ledgered(desk):
    choice = next(c for c in lookup.procedure_choices(desk, LAN, MONDAY) if not c.is_complete)
    procedure = lookup.procedure(desk, LAN, choice.version).procedure
    rule = next(r for r in procedure.limits if r.limit is None)
    with pytest.raises(IncompleteLimit):
        a_dossier(desk, procedure=choice.code, channel=rule.channel, case=rule.case)
    stored = procedures.complete_limit(
        desk, LAN, choice.code, rule.channel, rule.case, parse("5 WORKING_DAY"), "QĐ 12/QĐ-UBND"
    )
    assert stored.version != choice.version
    done = a_dossier(desk, procedure=choice.code, channel=rule.channel, case=rule.case)
    # Monday + 5 working days, Tuesday 24/11 being a day off.
    assert done.due_at == MONDAY + timedelta(days=8)
    with desk.records.read() as connection:
        row = connection.exec_driver_sql(
            "SELECT event, reference, detail FROM ledger WHERE subject = 'PROCEDURE'"
        ).one()
    assert row[:2] == ("LIMIT_COMPLETED", choice.code)
    assert "QĐ 12/QĐ-UBND" in ledger.detail_of(row.detail)


def test_a_completion_needs_its_source(desk):
    choice = next(c for c in lookup.procedure_choices(desk, LAN, MONDAY) if not c.is_complete)
    with pytest.raises(TextMissing):
        procedures.complete_limit(
            desk, LAN, choice.code, Channel.DIRECT, None, parse("5 WORKING_DAY"), "  "
        )


def test_the_most_used_procedures_come_first(desk):
    a_dossier(desk, procedure="1.012223")
    assert lookup.find_procedures(desk, LAN, "", MONDAY)[0].code == "1.012223"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("ks", "1.001193"),
        ("khai sinh", "1.001193"),
        ("trich luc", "2.000635"),
        ("4873", "1.004873"),
    ],
)
def test_a_procedure_is_found_as_clerks_type_it(desk, typed, code):
    assert code in [choice.code for choice in lookup.find_procedures(desk, LAN, typed, MONDAY)[:5]]


def test_each_day_lists_the_version_in_force_that_day_once(desk):
    before = current(desk, "2.000815")
    procedures.import_catalogue(desk, LAN, PORTAL.read_bytes(), source=PORTAL.name)

    def listed(day):
        choices = lookup.procedure_choices(desk, LAN, day)
        return [choice.version for choice in choices if choice.code == "2.000815"]

    assert listed(MONDAY - timedelta(days=1)) == [before.version]
    assert listed(MONDAY) == [current(desk, "2.000815").version]


def test_a_code_the_catalogue_does_not_know_has_no_version(desk):
    assert current(desk, "9.999999") is None


def test_a_version_that_does_not_exist_is_unknown(desk):
    with pytest.raises(UnknownProcedure):
        lookup.procedure(desk, LAN, 99_999)
