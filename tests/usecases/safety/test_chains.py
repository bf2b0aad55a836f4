"""One chain of the ledger for each station and one for the office, each whole by itself."""

from contextlib import closing

import pytest

from app.domain.actor import Actor
from app.domain.clock import SetClock
from app.domain.ledger import GENESIS, ChainBroken, check_chains
from app.domain.read_only import Reason
from app.usecases.dossier import progress
from app.usecases.dossier.progress import Opened
from app.usecases.office import opening, settings
from app.usecases.safety import verification
from db.inspect import check_ledger
from db.stores import ledger
from db.tables.dossier import dossier as dossiers
from db.tables.ledger import ledger as rows_of_ledger
from db.witness.comparing import RecordsLost
from db.witness.known import read_known
from tests.builders import LAN, MONDAY, a_desk, a_dossier
from tests.db.witness.witnessed import heads, knows
from tests.usecases.safety.tampering import tamper

SECOND = Actor("Nông Văn Páo", 2)
BLOCKS = "1:1-3000,2:3001-6000"


@pytest.fixture
def folder(tmp_path):
    """Two stations' dossiers, in turns."""
    desk = a_desk(tmp_path / "data")
    settings.change_setting(desk, LAN, "stations", BLOCKS)
    for actor in (LAN, SECOND, LAN, SECOND, SECOND):
        a_dossier(desk, actor)
    progress.start_processing(desk, SECOND, Opened(1))
    desk.close()
    return tmp_path / "data"


def entries(desk):
    with desk.records.read() as connection:
        return list(ledger.entries(connection))


def opened(folder):
    return closing(opening.open_desk(folder, SetClock(MONDAY)))


def test_rows_of_two_stations_form_two_chains_and_settings_the_offices(folder):
    with opened(folder) as desk:
        by_chain = {}
        for entry in entries(desk):
            by_chain.setdefault(entry.chain, []).append(entry)
        assert {chain: len(rows) for chain, rows in by_chain.items()} == {0: 2, 1: 2, 2: 4}
        for chain, rows in by_chain.items():
            assert [entry.seq for entry in rows] == list(range(1, len(rows) + 1))
            assert rows[0].previous_hash == GENESIS
            assert check_chains(rows) == len(rows)
            assert {entry.subject == "DOSSIER" for entry in rows} == {chain != 0}
            assert {entry.station for entry in rows} == {chain or 1}
        verification.verify_records(desk, LAN)


def test_a_dossier_two_stations_worked_on_is_told_by_rows_of_both_chains(folder):
    with opened(folder) as desk, desk.records.read() as connection:
        rows = ledger.of_dossier(connection, 1)
        assert [(row.chain, row.version) for row in rows] == [(1, 1), (2, 2)]


@pytest.mark.parametrize(("chain", "seq"), [(0, 1), (1, 2), (2, 1), (2, 4)])
def test_a_changed_row_is_named_by_its_chain(folder, chain, seq):
    tamper(
        folder, "DROP TRIGGER ledger_no_update",
        f"UPDATE ledger SET officer = 'Khác' WHERE chain = {chain} AND seq = {seq}",
    )  # fmt: skip
    with opened(folder) as desk, pytest.raises(ChainBroken) as found:
        verification.verify_records(desk, LAN)
    assert found.value.facts == {"chain": chain, "seq": seq}


def test_the_chain_of_another_station_is_taken_over_by_copying_its_rows(folder, tmp_path):
    """An empty copy of the office takes station 2's rows as they are, and they hold."""
    with opened(folder) as desk, desk.records.read() as connection:
        theirs = [
            dict(row._mapping)
            for row in connection.execute(
                rows_of_ledger.select().where(rows_of_ledger.c.chain == 2)
            )
        ]
    empty = a_desk(tmp_path / "copy")
    with closing(empty):
        a_dossier(empty, LAN)
        with empty.records.write() as connection:
            for row in theirs:
                connection.execute(rows_of_ledger.insert(), row | {"dossier_id": None})
        with empty.records.read() as connection:
            known = read_known(empty.folder)
            assert check_ledger(connection, known, empty.folder, int) == 2 + len(theirs)
            assert ledger.heads(connection)[2] == (4, theirs[-1]["hash"])
            assert connection.execute(dossiers.select()).all()


def test_a_row_of_another_chain_fits_nowhere_else(folder):
    with opened(folder) as desk:
        with desk.records.read() as connection:
            row = dict(connection.execute(rows_of_ledger.select()).mappings().all()[-1])
        moved = row | {"chain": 1, "seq": 3}
        with pytest.raises(Exception, match="grows by one row"), desk.records.write() as connection:
            connection.execute(rows_of_ledger.insert(), moved)


@pytest.mark.parametrize("chain", [0, 1, 2])
def test_the_witness_tells_for_each_chain_that_the_records_lack_something(folder, chain):
    kept = heads(folder)
    assert set(kept) == {0, 1, 2}
    seq, _ = kept[chain]
    for known in ((seq + 1, "f" * 64), (seq, "e" * 64)):
        knows(folder, kept | {chain: known})
        with opened(folder) as desk:
            assert desk.read_only.reason is Reason.LOSS
            assert desk.read_only.refusal.facts["rows"] == 1
            with pytest.raises(RecordsLost):
                verification.verify_records(desk, LAN)
        assert heads(folder) == kept | {chain: known}, "never taken back"
    knows(folder, kept)
    with opened(folder) as desk:
        verification.verify_records(desk, LAN)


def test_the_witness_goes_on_with_each_commit(folder):
    before = heads(folder)
    with opened(folder) as desk:
        a_dossier(desk, SECOND)
        after = heads(folder)
        assert (after[0], after[1]) == (before[0], before[1])
        assert after[2][0] == before[2][0] + 1
    assert heads(folder) == after


def test_a_station_gone_with_all_its_rows_is_missed(folder):
    tamper(
        folder, "DROP TRIGGER ledger_no_delete", "DELETE FROM outbox WHERE station = 2",
        "DELETE FROM ledger WHERE chain = 2",
    )  # fmt: skip
    with opened(folder) as desk:
        facts = desk.read_only.refusal.facts
        assert facts["rows"] == 4
        assert facts["what"].startswith("hồ sơ H37.99.1-261123-3001, H37.99.1-261123-3002,")


def test_events_are_numbered_by_station_and_lie_in_one_order(folder):
    with opened(folder) as desk, desk.records.read() as connection:
        found = connection.exec_driver_sql(
            "SELECT position, station, sequence FROM outbox ORDER BY position"
        ).all()
    assert [row[0] for row in found] == list(range(1, 13))
    for station in (1, 2):
        own = [row[2] for row in found if row[1] == station]
        assert own == list(range(1, len(own) + 1))
