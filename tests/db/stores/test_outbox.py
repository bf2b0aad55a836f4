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
