"""What a connected base holds is asked for only with a reason, which is kept and reported."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.dossier.held_data import AskReason, Base, HeldByBase
from app.domain.dossier.opened import Opened
from app.domain.errors import InvalidRequest
from app.domain.register.period import PeriodEndsBeforeItBegins
from app.usecases.dossier import progress
from app.usecases.office import settings
from app.usecases.queries import held_report, lookup
from app.usecases.safety import verification
from db.tables.exchange import EventKind
from tests.builders import LAN, MONDAY, a_desk, a_dossier, rendered

PAPER = "Bản sao thẻ căn cước"


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


def ask(desk, **more):
    opened = Opened(a_dossier(desk).dossier_id)
    return progress.request_supplement(
        desk, LAN, opened, **({"papers": [PAPER, "Ảnh"], "reason": "Thiếu"} | more)
    )


def test_without_a_reason_it_is_refused_beside_the_papers(desk):
    with pytest.raises(InvalidRequest) as refusal:
        ask(desk)
    (problem,) = refusal.value.problems
    assert isinstance(problem, HeldByBase)
    assert (problem.field, problem.facts["papers"]) == ("papers", PAPER)


@pytest.mark.parametrize(
    ("reason", "words"),
    [(AskReason.INCIDENT, "gặp sự cố"), (AskReason.WRONG_DATA, "sai hoặc thiếu")],
)
def test_the_reason_is_kept_and_told_to_the_province(desk, reason, words):
    done = ask(desk, held_reason=reason)
    view = lookup.dossier_view(desk, LAN, done.dossier_id)
    assert view.dossier.pauses[0].held_reason is reason
    assert any(words in change.new for change in view.timeline[-1].changes)
    last = json.loads(rendered(desk, EventKind.DOSSIER)[-1])["du_lieu"]
    assert words in last["DanhSachHoSoBoSung"][0]["NoiDungBoSung"]
    verification.verify_records(desk, LAN)


def test_other_papers_need_no_reason_and_keep_none(desk):
    done = ask(desk, papers=["Ảnh"], held_reason=AskReason.INCIDENT)
    assert lookup.dossier_view(desk, LAN, done.dossier_id).dossier.pauses[0].held_reason is None


def test_a_further_base_counts_once_the_office_is_connected_to_it(desk):
    ask(desk, papers=["Giấy khai sinh"])
    settings.change_setting(desk, LAN, "connected_bases", "population, civil_status")
    with pytest.raises(InvalidRequest):
        ask(desk, papers=["Giấy khai sinh"])


def test_an_office_connected_to_nothing_asks_as_before(desk):
    settings.change_setting(desk, LAN, "connected_bases", "")
    ask(desk)


def test_what_was_asked_for_is_reported_with_dossier_paper_reason_and_officer(desk):
    first = ask(desk, held_reason=AskReason.INCIDENT)
    desk.clock.advance(days=2)
    ask(desk, papers=["Sổ hộ khẩu", PAPER], held_reason=AskReason.WRONG_DATA)
    ask(desk, papers=["Ảnh"])
    monday = MONDAY.date()
    report = held_report.held_report(desk, LAN, monday, monday + timedelta(days=2))
    assert [(one.dossier_id, one.paper, one.reason) for one in report.rows] == [
        (first.dossier_id, PAPER, AskReason.INCIDENT),
        (first.dossier_id + 1, "Sổ hộ khẩu", AskReason.WRONG_DATA),
        (first.dossier_id + 1, PAPER, AskReason.WRONG_DATA),
    ]
    assert {one.officer for one in report.rows} == {LAN.officer}
    assert {one.base for one in report.rows} == {Base.POPULATION}
    assert len(held_report.held_report(desk, LAN, monday, monday).rows) == 1
    with pytest.raises(PeriodEndsBeforeItBegins):
        held_report.held_report(desk, LAN, monday, monday - timedelta(days=1))


def test_a_report_of_practice_says_so_in_its_first_cell(desk):
    day = MONDAY.date()
    ask(desk, held_reason=AskReason.INCIDENT)
    report = held_report.held_report(desk, LAN, day, day)
    for is_practice, first in ((False, "Lúc yêu cầu"), (True, "LUYỆN TẬP: Lúc yêu cầu")):
        marked = replace(report, is_practice=is_practice)
        text = held_report.held_report_file(marked, "x.csv").decode("utf-8-sig")
        assert text.startswith(first)
        assert PAPER in text
