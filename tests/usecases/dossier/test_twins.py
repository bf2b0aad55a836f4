"""Which open dossiers are the same person's for the same procedure, and what a label names."""

import pytest

from app.usecases.queries import lookup
from db.stores import dossiers
from db.stores.dossiers import UnknownDossier
from tests.builders import LAN, MONDAY, a_desk, a_dossier, an_applicant

MARRIAGE, BIRTH = "1.004873", "1.001193"


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path / "data")
    yield made
    made.close()


def codes(desk, number="", phone="", procedure=MARRIAGE):
    return [twin.code for twin in lookup.open_twins(desk, LAN, number, phone, procedure)]


def test_the_newest_open_dossier_of_the_same_person_and_procedure_comes_first(desk):
    first, second = a_dossier(desk), a_dossier(desk)
    assert codes(desk, "020185001234") == [second.dossier_code, first.dossier_code]


def test_another_procedure_or_another_person_is_none(desk):
    a_dossier(desk)
    assert codes(desk, "020185001234", procedure=BIRTH) == []
    assert codes(desk, "020190005678") == []


def test_the_identity_number_tells_the_person_before_the_telephone_does(desk):
    a_dossier(desk)
    assert codes(desk, "020190005678", "0912345678") == []
    assert len(codes(desk, "", "0912345678")) == 1


def test_neither_number_nor_telephone_finds_nobody(desk):
    a_dossier(desk, applicant=an_applicant(personal_id="", phone=""))
    assert codes(desk) == []


def test_a_twin_tells_what_was_handed_in(desk):
    a_dossier(desk)
    twin = lookup.open_twins(desk, LAN, "020185001234", "", MARRIAGE)[0]
    assert twin.papers == (
        "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân",
        "Trích lục ghi chú ly hôn",
    )
    assert twin.received_at == MONDAY


def test_a_label_names_the_dossier_of_its_day_and_number(desk):
    a_dossier(desk)
    second = a_dossier(desk)
    assert lookup.dossier_id_of_label(desk, LAN, MONDAY.date(), 2) == second.dossier_id


def test_a_label_of_no_dossier_is_refused(desk):
    a_dossier(desk, LAN)
    with pytest.raises(UnknownDossier):
        lookup.dossier_id_of_label(desk, LAN, MONDAY.date(), 7)


def test_only_what_the_number_finds_is_looked_through(desk):
    a_dossier(desk)
    asked = []
    with desk.records.read() as connection:
        driver = connection.connection.driver_connection
        driver.set_trace_callback(asked.append)
        dossiers.open_of(connection, ["020185001234"], "", MARRIAGE)
        driver.set_trace_callback(None)
        plan = driver.execute(f"EXPLAIN QUERY PLAN {asked[-1]}").fetchall()
    assert "USING INTEGER PRIMARY KEY" in plan[0][-1]
