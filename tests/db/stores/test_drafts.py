"""Unfinished intakes, each station's own, and answered requests by their names."""

from datetime import timedelta

from app.domain.actor import Actor
from db.stores import drafts, requests
from db.stores.requests import AnsweredRequest
from tests.builders import LAN, MONDAY

SECOND = Actor("Lý A Páo", 2)


def test_drafts_of_a_station_come_newest_first_and_nobody_elses_among_them(connection):
    assert drafts.newest(connection) == (0, "")
    drafts.keep(connection, LAN, "a", {"full_name": "Ánh"}, "Ánh", MONDAY)
    drafts.keep(connection, LAN, "b", {}, "x" * 301, MONDAY + timedelta(minutes=1))
    drafts.keep(connection, SECOND, "c", {}, "", MONDAY + timedelta(minutes=2))
    found = drafts.of_station(connection, LAN.station)
    assert [(one.id, one.summary) for one in found] == [("b", "x" * 300), ("a", "Ánh")]
    assert found[1].body == {"full_name": "Ánh"}
    assert found[1].saved_at == MONDAY
    assert drafts.newest(connection) == (3, "2026-11-23T03:17:00Z")


def test_a_draft_is_kept_over_its_older_self_and_dropped_once(connection):
    drafts.keep(connection, LAN, "a", {"n": 1}, "", MONDAY)
    drafts.keep(connection, LAN, "a", {"n": 2}, "", MONDAY)
    assert [one.body for one in drafts.of_station(connection, LAN.station)] == [{"n": 2}]
    drafts.drop(connection, "a")
    drafts.drop(connection, "a")
    assert drafts.of_station(connection, LAN.station) == ()


def test_a_request_is_found_by_its_name_with_its_answer(connection):
    done = AnsweredRequest("intake", "a" * 64, b"answer")
    assert requests.find(connection, "r1") is None
    requests.keep(connection, "r1", done, MONDAY)
    assert requests.find(connection, "r1") == done
    assert requests.find(connection, "r2") is None
