"""The ledger's rows: chains, their ends, and what is asked of them."""

import json
from datetime import timedelta

import pytest

from app.domain.actor import Actor
from app.domain.ledger import GENESIS
from db.stores import ledger
from db.stores.ledger import Entry
from db.tables.ledger import Subject
from db.witness.comparing import Loss
from tests.builders import MONDAY

LAN, BY_THE_SECOND = Actor("Hoàng Thị Lan"), Actor("Hoàng Thị Lan", 2)


def written(connection, subject, event, *, actor=LAN, at=MONDAY, **changes):
    return ledger.append(connection, actor, at, Entry(subject, "x", event, **changes))


def lost(digit):
    """A loss of one row, which had the hash of so many times `digit`."""
    return Loss(1, (), (), ((1, 5, digit * 64),))


@pytest.mark.parametrize(
    ("subject", "chain"),
    [
        (Subject.SETTING, 0),
        (Subject.PROCEDURE, 0),
        (Subject.CALENDAR, 0),
        (Subject.TARIFF, 0),
        (Subject.DATABASE, 0),
        (Subject.CLOCK, 0),
        (Subject.DOSSIER, 2),
        (Subject.PRINT, 2),
    ],
)
def test_what_is_the_offices_has_a_chain_of_its_own_beside_the_stations(connection, subject, chain):
    before = ledger.head(connection, chain)
    row = written(connection, subject, "X", actor=BY_THE_SECOND)
    assert (row.chain, row.seq, row.previous_hash) == (chain, before[0] + 1, before[1])
    assert ledger.head(connection, chain) == (row.seq, row.hash)


def test_a_chain_that_has_no_row_begins_with_the_genesis_hash(connection):
    assert ledger.head(connection, 7) == (0, GENESIS) == (0, "0" * 64)


def test_every_chain_ends_with_its_newest_row(connection):
    office = written(connection, Subject.SETTING, "SET")
    written(connection, Subject.DOSSIER, "X", actor=BY_THE_SECOND)
    second = written(connection, Subject.DOSSIER, "Y", actor=BY_THE_SECOND)
    heads = ledger.heads(connection)
    assert heads.keys() == {0, 1, 2}
    assert (heads[0], heads[2]) == ((office.seq, office.hash), (second.seq, second.hash))
    first, *_, last = ledger.ends(connection)
    assert (first, last) == (office, second)
    assert len(ledger.ends(connection)) == 3
    assert list(ledger.entries(connection))[-1] == second


def test_a_hash_is_found_by_chain_and_number(connection):
    row = written(connection, Subject.SETTING, "SET")
    assert ledger.hash_at(connection, row.chain, row.seq) == row.hash
    assert ledger.hash_at(connection, row.chain, row.seq + 1) is None
    assert ledger.hash_at(connection, 7, row.seq) is None


def test_the_newest_rows_are_noted_with_the_codes_of_dossiers_alone(connection):
    setting = written(connection, Subject.SETTING, "SET")
    ((place, known),) = ledger.newest_noted(connection, 0, most=1).items()
    assert place == (0, setting.seq)
    assert (known.hash, known.subject, known.code) == (setting.hash, "SETTING", "")
    dossier = written(connection, Subject.DOSSIER, "X", version=3)
    ((place, known),) = ledger.newest_noted(connection, 1, most=1).items()
    assert (place, known.version, known.code) == ((1, dossier.seq), 3, "x")
    assert len(ledger.newest_noted(connection, 1, most=2)) == 2


def test_a_loss_counts_as_accepted_once_that_very_loss_was(connection):
    one, other = (lost(digest) for digest in "ab")
    assert not ledger.is_accepted(connection, one)
    detail = json.dumps({"heads": one.heads})
    written(connection, Subject.DATABASE, ledger.LOSS_ACCEPTED, detail=detail)
    assert ledger.is_accepted(connection, one)
    assert not ledger.is_accepted(connection, other)


def test_another_event_of_the_office_accepts_no_loss(connection):
    one = lost("a")
    detail = json.dumps({"heads": one.heads})
    written(connection, Subject.DATABASE, "RESTORED", detail=detail)
    written(connection, Subject.DOSSIER, ledger.LOSS_ACCEPTED, detail=detail)
    assert not ledger.is_accepted(connection, one)


def test_the_newest_of_a_kind_are_those_of_one_station_since_a_moment(connection):
    def at(minutes, event="SEEN", actor=LAN, subject=Subject.PRINT):
        moment = MONDAY + timedelta(minutes=minutes)
        return written(connection, subject, event, actor=actor, at=moment)

    at(9)
    first, last = at(10), at(11)
    at(12, "OTHER")
    at(12, actor=BY_THE_SECOND)
    at(12, subject=Subject.DOSSIER)
    since = MONDAY + timedelta(minutes=10)
    found = ledger.newest(connection, 1, Subject.PRINT, "SEEN", since=since)
    assert found == (first, last)


def test_rows_of_a_dossier_come_in_the_order_of_its_versions(connection):
    written(connection, Subject.DOSSIER, "LATER", dossier_id=1, version=9)
    written(connection, Subject.DOSSIER, "FORMER", dossier_id=1, version=8)
    rows = ledger.of_dossier(connection, 1)
    assert [row.event for row in rows] == ["RECEIVE", "FORMER", "LATER"]
    by_dossier = dict(ledger.by_dossier(connection))
    assert list(by_dossier) == [1, 2, 3]
    assert by_dossier[1] == rows


def test_a_detail_is_kept_as_it_was_given(connection):
    assert written(connection, Subject.SETTING, "SET", detail='{"a":"ệ"}').detail == '{"a":"ệ"}'
    *_, row = (one for one in ledger.entries(connection) if one.chain == 0)
    assert row.detail == '{"a":"ệ"}'
    assert ledger.detail_of(b"") == ""


def test_a_row_names_a_slip_only_where_one_was_written():
    assert ledger.names_a_slip('{"payment":[null,{"number":1}]}')
    assert not ledger.names_a_slip('{"payment":[{"number":1},null]}')
