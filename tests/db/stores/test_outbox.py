"""What waits for the province, counted by event and by dossier."""

from db.stores import outbox
from db.stores.outbox import NewPackage
from tests.builders import MONDAY


def test_what_waits_is_counted_by_event_and_by_dossier_and_what_never_left_apart(connection):
    rows = connection.exec_driver_sql("SELECT dossier_id, max(position) FROM outbox GROUP BY 1")
    last = dict(rows.all())
    every = last[3]
    summary = outbox.summary(connection)
    assert (summary.pending_events, summary.pending_dossiers) == (every, 3)
    assert (summary.never_exported, summary.unsent_dossiers) == (every, 3)
    assert summary.oldest_at == summary.oldest_unsent_at == MONDAY
    assert outbox.pending_of(connection, 1) == last[1]
    package = NewPackage("p", 1, "province_v1", MONDAY, 1, last[2], last[2], "a" * 64, "x.zip")
    outbox.add_package(connection, package, [])
    sent = outbox.summary(connection)
    assert (sent.pending_events, sent.pending_dossiers) == (every, 3)
    assert (sent.never_exported, sent.unsent_dossiers) == (every - last[2], 1)
    connection.exec_driver_sql(
        "UPDATE outbox SET state = 'ACCEPTED', answered_at = created_at WHERE dossier_id = 1"
    )
    assert outbox.pending_of(connection, 1) == 0
    assert outbox.pending_of(connection, 2) == last[2] - last[1]
    assert outbox.summary(connection).pending_dossiers == 2


def test_what_waits_reaches_from_its_first_position_to_its_last(connection):
    first, last = outbox.pending_range(connection)
    assert (first, last) == (1, outbox.summary(connection).pending_events)
    connection.exec_driver_sql(
        "UPDATE outbox SET state = 'ACCEPTED', answered_at = created_at WHERE position = 1"
    )
    assert outbox.pending_range(connection) == (2, last)
    connection.exec_driver_sql("UPDATE outbox SET state = 'ACCEPTED', answered_at = created_at")
    assert outbox.pending_range(connection) is None


def test_a_code_is_put_on_what_waits_of_one_dossier_alone(connection):
    connection.exec_driver_sql(
        "UPDATE outbox SET state = 'ACCEPTED', answered_at = created_at WHERE position = 1"
    )
    outbox.leave_as(connection, 1, "G09.20-261123-0092637")
    rows = connection.exec_driver_sql("SELECT dossier_id, position, leaves_as FROM outbox").all()
    changed = {(one, position) for one, position, code in rows if code == "G09.20-261123-0092637"}
    assert changed == {(one, position) for one, position, _ in rows if one == 1 and position > 1}


def test_an_event_has_left_once_it_is_in_a_package_unless_it_was_refused(connection):
    assert not outbox.has_left(connection, 1)
    last = outbox.pending_of(connection, 1)
    package = NewPackage("p", 1, "province_v1", MONDAY, 1, 1, last, "a" * 64, "x.zip")
    outbox.add_package(connection, package, [(1, b"b" * 32)])
    assert outbox.has_left(connection, 1)
    assert not outbox.has_left(connection, 2)
    connection.exec_driver_sql(
        "UPDATE outbox SET state = 'REJECTED', answered_at = created_at WHERE dossier_id = 1"
    )
    assert not outbox.has_left(connection, 1)


def test_a_package_is_known_by_the_whole_code_of_its_agency(connection):
    package = NewPackage("p", 1, "province_v1", MONDAY, 1, 1, 1, "a" * 64, "MC_H37.99.1_1_1-4.mcg")
    assert not outbox.has_package_of(connection, "H37.99.1")
    outbox.add_package(connection, package, [])
    assert outbox.has_package_of(connection, "H37.99.1")
    assert not outbox.has_package_of(connection, "H37.99")
    assert outbox.last_package_digest(connection) == "a" * 64


def test_each_station_counts_its_own_events_and_positions_go_on_for_all(connection):
    last = outbox.count(connection)
    assert outbox.next_places(connection, 1) == (last + 1, last + 1)
    assert outbox.next_places(connection, 2) == (last + 1, 1)
