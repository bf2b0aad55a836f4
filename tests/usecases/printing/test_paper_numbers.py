"""Printed papers bear numbers of their own: by form, year and station, none left out or twice."""

import json
from contextlib import closing
from datetime import timedelta

import pytest

from app.domain.actor import Actor
from app.domain.clock import SetClock
from app.domain.errors import DeskError
from app.domain.forms.print_request import PrintRequest
from app.usecases.dossier.correction import Correction, correct_dossier
from app.usecases.dossier.progress import Opened
from app.usecases.exchange import answering
from app.usecases.office import opening, settings
from app.usecases.printing import prints as printing
from app.usecases.safety import backup, restoring, verification
from app.wording.refusals import say
from db.engine.opening import connect
from db.inspect import YearlyNumberingBroken
from db.keys import read_key
from db.stores import prints
from tests.builders import LAN, MONDAY, a_desk, a_dossier, an_applicant, weeks_pass
from tests.usecases.exchange.test_exporting import answers, sent

SECOND = Actor("Nông Văn Páo", 2)
BLOCKS = "1:1-3000,2:3001-6000"
OF_ANOTHER_AGENCY = (
    "INSERT INTO form_content SELECT 99, dossier_id, form, form_set, 99, 1, series, 'H99', "
    "year, station, number, made_at, body FROM form_content WHERE number = 2"
)
LEFT_OUT = (
    "INSERT INTO number_gap VALUES ('TNHS', '2026', 'H37.99.1', 0, 2, 2, '2026-11-23T03:00:00Z')"
)


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


def number(content):
    return json.loads(content)["number"]


def register(desk, actor=LAN, **changes):
    return number(a_dossier(desk, actor, **changes).content)


def latest(desk, dossier_id):
    with desk.records.read() as connection:
        return prints.latest_content(connection, "01", dossier_id)


def test_receipts_are_numbered_through_the_year_not_the_day(desk):
    assert [register(desk) for _ in range(3)] == ["0001/TNHS", "0002/TNHS", "0003/TNHS"]
    desk.clock.advance(days=2)
    assert register(desk) == "0004/TNHS"
    verification.verify_records(desk, LAN)


def test_a_new_year_begins_anew(desk):
    register(desk)
    weeks_pass(desk, desk.clock.now() + timedelta(days=60))
    assert [register(desk) for _ in range(2)] == ["0001/TNHS", "0002/TNHS"]
    verification.verify_records(desk, LAN)


def test_a_receipt_of_a_day_gone_by_takes_the_next_number(desk):
    register(desk)
    assert register(desk, received_at=MONDAY.replace(day=20)) == "0002/TNHS"


def test_a_correction_keeps_the_number_of_the_paper(desk):
    done = a_dossier(desk)
    register(desk)
    for name in ("Hoàng Thị Mây", "Hoàng Thị Mơ"):
        correct_dossier(
            desk, LAN, Opened(done.dossier_id),
            Correction(applicant=an_applicant(full_name=name)), reason="Gõ nhầm",
        )  # fmt: skip
    found = latest(desk, done.dossier_id)
    assert (found.revision, number(found.body)) == (3, "0001/TNHS")
    assert register(desk) == "0003/TNHS"
    verification.verify_records(desk, LAN)


def test_the_official_code_keeps_the_number_of_the_paper(desk):
    done = a_dossier(desk)
    answering.take_answers(desk, LAN, answers(sent(desk)[:1], ma_ho_so_quoc_gia="H37-7"))
    assert number(latest(desk, done.dossier_id).body) == "0001/TNHS"


def test_with_number_blocks_each_station_has_its_own_run(desk):
    assert register(desk) == "0001/TNHS"
    settings.change_setting(desk, LAN, "stations", BLOCKS)
    assert [register(desk, SECOND), register(desk), register(desk, SECOND)] == [
        "0001-Q2/TNHS",
        "0001-Q1/TNHS",
        "0002-Q2/TNHS",
    ]
    settings.change_setting(desk, LAN, "stations", "")
    assert register(desk, SECOND) == "0002/TNHS"
    verification.verify_records(desk, LAN)


def test_a_correction_at_another_station_keeps_the_number_given(desk):
    settings.change_setting(desk, LAN, "stations", BLOCKS)
    done = a_dossier(desk, SECOND)
    correct_dossier(desk, LAN, Opened(done.dossier_id), Correction(note="x"), reason="Thêm")
    assert number(latest(desk, done.dossier_id).body) == "0001-Q2/TNHS"
    assert register(desk) == "0001-Q1/TNHS"
    verification.verify_records(desk, LAN)


def test_an_intake_that_is_rolled_back_uses_none(desk, monkeypatch):
    def fail(*_, **__):
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr("db.stores.outbox.add", fail)
        with pytest.raises(ZeroDivisionError):
            a_dossier(desk)
    with pytest.raises(DeskError):
        a_dossier(desk, sets=0)
    assert register(desk) == "0001/TNHS"


def test_looking_and_printing_use_none(desk):
    done = a_dossier(desk)
    for paper in ("a4", "a5", "a4"):
        printing.make_print(desk, LAN, PrintRequest("01", done.dossier_id), paper=paper)
    assert register(desk) == "0002/TNHS"


def test_numbers_given_since_the_copy_are_not_given_again_after_a_restore(desk, tmp_path):
    register(desk)
    copy = backup.back_up(desk, LAN, tmp_path)
    assert [register(desk), register(desk)] == ["0002/TNHS", "0003/TNHS"]
    desk.close()
    restoring.restore(copy.path, tmp_path / "data", SetClock(MONDAY))
    with closing(opening.open_desk(tmp_path / "data", SetClock(MONDAY))) as restored:
        assert register(restored) == "0004/TNHS"
        verification.verify_records(restored, LAN)


@pytest.mark.parametrize(
    ("statement", "at"),
    [
        ("UPDATE form_content SET number = 9 WHERE number = 2", None),
        ("UPDATE number_series SET last = 5 WHERE series = 'TNHS'", None),
        ("UPDATE number_series SET last = 2 WHERE series = 'TNHS'", 3),
        ("DELETE FROM number_series WHERE series = 'TNHS'", None),
        ("UPDATE form_content SET year = 2027 WHERE number = 3", None),
        ("UPDATE form_content SET station = 4 WHERE number = 2", None),
        (OF_ANOTHER_AGENCY, 2),
        (LEFT_OUT, None),
    ],
)  # fmt: skip
def test_a_gap_or_a_number_twice_is_found_and_named(desk, tmp_path, statement, at):
    for _ in range(3):
        register(desk)
    verification.verify_records(desk, LAN)
    with desk.records.write() as connection:
        connection.exec_driver_sql(statement)
    with pytest.raises(YearlyNumberingBroken) as found:
        verification.verify_records(desk, LAN)
    assert found.value.facts["series"] == "TNHS"
    assert at in {None, found.value.facts["number"]}
    assert found.value.exit_code == 3
    assert "TNHS" in say(found.value)


def test_a_number_cannot_stand_on_two_papers(desk):
    register(desk)
    register(desk)
    connection = connect(desk.folder / "motcua.db", read_key(desk.folder))
    with pytest.raises(Exception, match="UNIQUE"):
        connection.execute("UPDATE form_content SET number = 1 WHERE number = 2")
    connection.close()
