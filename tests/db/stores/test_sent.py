"""Digests of sent events: an answer names an event by one of those it left with."""

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from db.stores import outbox
from db.stores.outbox import NewPackage
from db.stores.province import sent
from db.tables.exchange import sent_part
from tests.builders import MONDAY


def digest(position, package=""):
    return sha256(f"{position} {package}".encode()).digest()


def a_package(connection, name, positions):
    events = [(position, digest(position, name)) for position in positions]
    new = NewPackage(
        name, 1, "province_v1", MONDAY, positions[0], positions[-1], len(events), "a" * 64, "x.zip"
    )
    outbox.add_package(connection, new, events)


def test_an_event_is_known_by_every_digest_it_left_with(connection):
    a_package(connection, "first", [1, 2, 5])
    a_package(connection, "second", [2, 5, 9])
    assert sent.digests_of(connection, 1) == {digest(1, "first").hex()}
    assert sent.digests_of(connection, 5) == {digest(5, "first").hex(), digest(5, "second").hex()}
    assert sent.digests_of(connection, 9) == {digest(9, "second").hex()}


def test_what_no_package_held_has_no_digest(connection):
    a_package(connection, "only", [3, 4, 7])
    for position in (1, 2, 5, 6, 8, 1_000):
        assert sent.digests_of(connection, position) == frozenset()


def test_a_large_package_is_kept_in_few_rows_and_each_event_is_found(connection):
    positions = range(10, 10 + 2 * (2 * sent.EVENTS_OF_A_PART + 1), 2)
    a_package(connection, "large", positions)
    parts = connection.execute(select(sent_part.c.first_position)).scalars().all()
    assert parts == [10, positions[sent.EVENTS_OF_A_PART], positions[2 * sent.EVENTS_OF_A_PART]]
    for position in positions:
        assert sent.digests_of(connection, position) == {digest(position, "large").hex()}
        assert sent.digests_of(connection, position + 1) == frozenset()


@given(st.lists(st.sets(st.integers(1, 9_000_000_000), min_size=1, max_size=600), max_size=4))
def test_whatever_packages_held_is_found_and_nothing_else(desk, held):
    with desk.records.write() as connection:
        packages = {f"p{nth}": sorted(positions) for nth, positions in enumerate(held)}
        for name, positions in packages.items():
            a_package(connection, name, positions)
        asked = {one for positions in held for one in [*sorted(positions)[:9], max(positions) + 1]}
        for position in asked:
            wanted = {
                digest(position, name).hex() for name in packages if position in packages[name]
            }
            assert sent.digests_of(connection, position) == wanted
        connection.rollback()
