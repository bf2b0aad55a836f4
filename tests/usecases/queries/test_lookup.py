"""Searching, returning applicants and the board."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.answers.board import BoardView
from app.domain.clock import VIETNAM
from app.domain.dossier.dossier import Applicant, RepresentativeRole
from app.domain.text import words
from app.usecases.dossier import progress
from app.usecases.dossier.drafting import keep_draft
from app.usecases.dossier.progress import Opened
from app.usecases.queries import lookup
from db.stores.dossiers import UnknownDossier
from tests.builders import LAN, MONDAY, a_desk, a_dossier, an_applicant

PEOPLE = (
    ("Hoàng Thị Mẩy", "0912345678", "020185001234"),
    ("Đặng Văn Ưng", "0987000111", "020085009999"),
    ("Lý A Sềnh", "", ""),
    ("Hoàng Văn Páo", "0912345000", "020099001234"),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    desk = a_desk(tmp_path_factory.mktemp("board") / "data")
    for name, phone, number in PEOPLE:
        a_dossier(desk, applicant=an_applicant(full_name=name, phone=phone, personal_id=number))
    yield desk
    desk.close()


def names(desk, text):
    return [row.applicant for row in lookup.find(desk, LAN, text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("dang", ["Đặng Văn Ưng"]),
        ("ƯNG ĐẶNG", ["Đặng Văn Ưng"]),
        ("hoa", ["Hoàng Văn Páo", "Hoàng Thị Mẩy"]),
        ("may hoa", ["Hoàng Thị Mẩy"]),
        ("0002", ["Đặng Văn Ưng"]),
        ("261123-0003", ["Lý A Sềnh"]),
        ("H37.99.1-261123-0004", ["Hoàng Văn Páo"]),
        ("5678", ["Hoàng Thị Mẩy"]),
        ("09123", ["Hoàng Văn Páo", "Hoàng Thị Mẩy"]),
        ("0912 345 678", ["Hoàng Thị Mẩy"]),
        ("020185", ["Hoàng Thị Mẩy"]),
        ("1234", ["Hoàng Văn Páo", "Hoàng Thị Mẩy"]),
        ("không có ai", []),
        ("", []),
        ('" OR * NEAR( ^', []),
    ],
)
def test_every_word_is_a_prefix_with_or_without_accents(desk, text, found):
    assert names(desk, text) == found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30))
def test_nothing_typed_can_break_the_search(desk, text):
    wanted = words(text)[:12]
    expected = brute_force(wanted)
    if not expected and all(one.isdigit() for one in wanted):
        expected = brute_force(["".join(words(text))]) if wanted else []
    assert names(desk, text) == expected


def brute_force(wanted):
    expected = []
    for place, (name, phone, number) in reversed(list(enumerate(PEOPLE, start=1))):
        mine = words(f"H37.99.1-261123-{place:04d} {name} {phone} {number}")
        mine += [phone[-4:], number[-4:]]
        if wanted and all(any(w.startswith(one) for w in mine) for one in wanted):
            expected.append(name)
    return expected


def test_someone_met_before_is_offered_by_number_phone_or_name(desk):
    for text in ("020185001234", "0912 345 678", "may hoang"):
        offers = lookup.find_people(desk, LAN, text)
        assert offers[0].applicant.full_name == "Hoàng Thị Mẩy"
        assert offers[0].open_codes == ("H37.99.1-261123-0001",)


@pytest.mark.parametrize("text", ["h", "khong co ai", "0999"])
def test_one_letter_or_a_stranger_offers_nobody(desk, text):
    assert lookup.find_people(desk, LAN, text) == ()


def test_someone_without_a_number_is_offered_once_by_name(tmp_path):
    desk = a_desk(tmp_path / "data")
    for name in ("Lý A Sềnh", "LÝ A SỀNH"):
        a_dossier(desk, applicant=Applicant(full_name=name))
    assert [offer.dossiers for offer in lookup.find_people(desk, LAN, "senh ly")] == [2]
    desk.close()


def test_the_same_person_is_offered_once_with_their_latest_particulars(tmp_path):
    desk = a_desk(tmp_path / "data")
    a_dossier(desk)
    a_dossier(desk, applicant=an_applicant(phone="0999888777"))
    offers = lookup.find_people(desk, LAN, "020185001234")
    assert [(offer.dossiers, offer.applicant.phone) for offer in offers] == [(2, "0999888777")]
    desk.close()


HA = Applicant(
    full_name="Vy Thị Thu Hà",
    personal_id="020190007777",
    phone="0977000000",
    title="Giám đốc",
    role=RepresentativeRole.OWN,
)


@pytest.mark.parametrize("text", ["020190007777", "7777", "0977000000", "vy thu ha"])
def test_whoever_brought_papers_for_another_is_offered_without_what_they_were_there(tmp_path, text):
    desk = a_desk(tmp_path / "data")
    a_dossier(desk, representative=HA)
    (offer,) = lookup.find_people(desk, LAN, text)
    assert offer.applicant == replace(HA, title="", role=None)
    assert (offer.dossiers, offer.open_codes) == (1, ())
    assert len(lookup.find(desk, LAN, "vy thu ha")) == 1
    desk.close()


def test_what_somebody_said_as_applicant_is_offered_before_what_was_noted_as_they_came_for_another(
    tmp_path,
):
    desk = a_desk(tmp_path / "data")
    a_dossier(desk)
    brought = Applicant(full_name="Hoàng Thị Mẩy", personal_id="020185001234")
    a_dossier(desk, applicant=an_applicant(personal_id="020190005678"), representative=brought)
    (offer,) = lookup.find_people(desk, LAN, "020185001234")
    assert offer.applicant == an_applicant()
    assert (offer.dossiers, offer.open_codes) == (2, ("H37.99.1-261123-0001",))
    desk.close()


def at(day, hour, minute=0):
    return datetime(2026, 11, day, hour, minute, tzinfo=VIETNAM)


def test_the_day_is_counted_and_each_count_has_its_list(tmp_path):
    desk = a_desk(tmp_path / "data", at(16, 8))
    late = a_dossier(desk)  # due 19/11
    waiting = a_dossier(desk)
    progress.request_supplement(
        desk, LAN, Opened(waiting.dossier_id), papers=["Giấy"], reason="Thiếu"
    )
    ready = a_dossier(desk)
    progress.finish_processing(desk, LAN, Opened(ready.dossier_id))
    desk.clock.set(at(18, 14))
    soon = a_dossier(desk, procedure="1.001193")  # same day
    desk.clock.set(at(20, 9))
    fresh = a_dossier(desk)
    now = at(20, 9, 30)
    counts = lookup.counts(desk, LAN, now)
    lists = {view: list(lookup.ids(desk, LAN, view, now)) for view in BoardView}
    assert lists[BoardView.OVERDUE] == [soon.dossier_id, late.dossier_id]
    assert lists[BoardView.PAUSED] == [waiting.dossier_id]
    assert lists[BoardView.TO_COLLECT] == [ready.dossier_id]
    assert lists[BoardView.RECEIVED_TODAY] == [fresh.dossier_id]
    assert (counts.overdue, counts.paused, counts.to_collect) == (2, 1, 1)
    assert counts.received_today == 1
    assert counts.unsent == len(lists[BoardView.UNSENT]) == 5
    assert counts.open == len(lists[BoardView.OPEN]) == 4
    assert [r.id for r in lookup.rows(desk, LAN, lists[BoardView.OPEN])] == lists[BoardView.OPEN]
    desk.close()


def test_a_dossier_due_this_very_minute_is_not_yet_overdue(tmp_path):
    desk = a_desk(tmp_path / "data", MONDAY)
    done = a_dossier(desk)
    at_due = done.due_at.replace(second=40)
    assert lookup.counts(desk, LAN, at_due).overdue == 0
    assert lookup.counts(desk, LAN, at_due).due_soon == 1
    desk.close()


def test_a_code_with_half_a_character_is_no_dossiers(desk):
    with pytest.raises(UnknownDossier):
        lookup.dossier_id_of(desk, LAN, "\ud800261123-0001")


def test_a_draft_with_half_a_character_is_kept_with_a_stand_in(tmp_path):
    desk = a_desk(tmp_path / "data")
    keep_draft(desk, LAN, "1", {"note": "gọi \ud800 trước"}, "Mẩy \udc00")
    (kept,) = lookup.open_drafts(desk, LAN, 1)
    assert (kept.body, kept.summary) == ({"note": "gọi \ufffd trước"}, "Mẩy \ufffd")
    desk.close()
