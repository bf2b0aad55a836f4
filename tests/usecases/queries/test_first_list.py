"""The first list, read with the driver alone, says what the opened records say."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from app.answers.board import BoardView
from app.domain.catalogue.procedure import Channel
from app.domain.certification.books import CertifiedDocument
from app.settings import InvalidSetting
from app.usecases.dossier import drafting, ending, progress
from app.usecases.dossier.progress import Opened
from app.usecases.exchange import exporting
from app.usecases.queries import lookup
from app.usecases.queries.first_list import first_list
from db.engine.opening import connect
from db.folder import DATABASE_FILE
from db.keys import read_key
from db.schema import SCHEMA_VERSION, NewerSchema, TrialSchema
from tests.builders import LAN, a_certification, a_desk, a_dossier


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    for _ in range(2):
        a_dossier(desk)
    a_dossier(desk, channel=Channel.ONLINE, official_code="G09.20-20261120-0092637")
    yield desk
    desk.close()


def test_the_first_list_answers_as_the_opened_records_do(desk):
    now = desk.clock.now()
    seen = first_list(desk.folder)
    assert seen.counts(now) == lookup.counts(desk, LAN, now)
    assert seen.calendar == lookup.calendar(desk, LAN)
    assert seen.settings == lookup.settings(desk, LAN)
    for view in BoardView:
        assert seen.ids(view, now) == lookup.ids(desk, LAN, view, now)
    ids = seen.ids(BoardView.OPEN, now)
    assert len(ids) == 3
    assert seen.rows(ids) == lookup.rows(desk, LAN, ids)
    seen.close()


def test_records_of_another_schema_are_not_listed(desk):
    connection = connect(desk.folder / DATABASE_FILE, read_key(desk.folder))
    connection.execute("PRAGMA user_version = 0")
    assert first_list(desk.folder) is None
    connection.execute("PRAGMA user_version = 7")
    with pytest.raises(TrialSchema):
        first_list(desk.folder)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    with pytest.raises(NewerSchema):
        first_list(desk.folder)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.close()


def test_a_first_list_that_fails_lets_the_records_go(desk):
    key = read_key(desk.folder)
    with desk.records.write() as connection:
        connection.exec_driver_sql(
            "UPDATE office_setting SET value = 'H 37' WHERE key = 'agency_code'"
        )
    with pytest.raises(InvalidSetting) as refused:
        first_list(desk.folder)
    assert refused.value.facts["key"] == "agency_code"
    connection = connect(desk.folder / DATABASE_FILE, key)
    busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    connection.close()
    assert not busy


def test_the_first_list_answers_alike_whatever_became_of_the_dossiers(desk):
    """Waiting, late, finished, returned, given up, signed, exported and kept as drafts."""
    for _ in range(9):
        a_dossier(desk)
    a_certification(desk, CertifiedDocument("Bằng"))
    drafting.keep_draft(desk, LAN, "d1", {}, "Hoàng")
    for number in (1, 2):
        progress.request_supplement(desk, LAN, Opened(number), papers=["Giấy"], reason="Thiếu")
        desk.clock.advance(minutes=5)
    with TemporaryDirectory() as folder:
        exporting.export_package(desk, LAN, Path(folder))
    for number in (3, 4, 5):
        progress.finish_processing(desk, LAN, Opened(number))
    progress.return_result(desk, LAN, Opened(4), to_whom="A", identity="020185001234")
    ending.cancel_dossier(desk, LAN, Opened(6), reason="Đổi ý", withdrawn=True)
    progress.complete_supplement(desk, LAN, Opened(2))
    with closing(first_list(desk.folder)) as seen:
        found = {view: set() for view in BoardView}
        for hours in range(0, 200, 3):
            now = desk.clock.now() + timedelta(hours=hours)
            assert seen.counts(now) == lookup.counts(desk, LAN, now)
            for view in BoardView:
                ids = seen.ids(view, now)
                assert ids == lookup.ids(desk, LAN, view, now)
                found[view] |= set(ids)
        wanted = [*range(13, 0, -1), 99]
        assert seen.rows(wanted) == lookup.rows(desk, LAN, wanted)
    assert all(found.values())
    assert found[BoardView.PAUSED] == {1}
    assert found[BoardView.TO_COLLECT] == {3, 5}
