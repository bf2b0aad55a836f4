"""Dossiers found by their codes and numbers, and changed one at a time."""

from datetime import date, timedelta

import pytest

from db.stores import dossiers
from db.stores.dossiers import UnknownDossier
from tests.builders import MONDAY
from tests.db.stores.conftest import PORTAL_CODE

OWN = "H37.99.1-261123-{:04}"
DAY = MONDAY.date()


def test_a_code_is_found_whether_it_is_ours_or_a_portals(connection):
    assert dossiers.code_of_official(connection, PORTAL_CODE) == OWN.format(3)
    assert dossiers.code_of_official(connection, OWN.format(2)) == OWN.format(2)
    assert dossiers.id_of(connection, PORTAL_CODE) == 3
    assert dossiers.id_of(connection, OWN.format(2)) == 2


@pytest.mark.parametrize("code", ["", "G09.20-261123-0092638", OWN.format(9)])
def test_a_code_nobody_has_finds_no_dossier(connection, code):
    assert dossiers.code_of_official(connection, code) is None
    with pytest.raises(UnknownDossier):
        dossiers.id_of(connection, code)


def test_a_code_of_once_finds_the_newest_dossier_that_had_it(connection):
    connection.exec_driver_sql("UPDATE dossier SET former_codes = 'A B' WHERE id = 1")
    connection.exec_driver_sql("UPDATE dossier SET former_codes = 'B C' WHERE id = 2")
    assert [dossiers.id_of(connection, code) for code in "ABC"] == [1, 2, 2]


def test_a_running_number_finds_the_dossier_of_its_day(connection):
    assert dossiers.id_of_number(connection, "H37.99.1", DAY, 2) == 2
    for day, number in ((DAY, 4), (DAY - timedelta(days=1), 2)):
        with pytest.raises(UnknownDossier) as refused:
            dossiers.id_of_number(connection, "H37.99.1", day, number)
        assert refused.value.facts == {"code": f"{day:%y%m%d}-{number:04}"}


def test_a_running_number_is_this_agencys_before_it_is_anothers(connection):
    """After the office's code changed in the day, two of its dossiers may have one number."""
    connection.exec_driver_sql(
        "INSERT INTO number_series SELECT series, period, 'H37.99.2', station, first, last"
        " FROM number_series WHERE series = 'DOSSIER'"
    )
    connection.exec_driver_sql("UPDATE dossier SET agency = 'H37.99.2', number = 2 WHERE id = 3")
    assert dossiers.id_of_number(connection, "H37.99.1", DAY, 2) == 2
    assert dossiers.id_of_number(connection, "H37.99.2", DAY, 2) == 3
    assert dossiers.id_of_number(connection, "H37.99.3", DAY, 2) == 3


def test_the_span_is_from_the_first_to_the_last_receipt(connection):
    assert dossiers.span(connection) == (MONDAY, MONDAY)
    connection.exec_driver_sql(
        "UPDATE dossier SET received_at = '2026-11-20T03:00:00Z' WHERE id = 3"
    )
    first, last = dossiers.span(connection)
    assert (first.date(), last) == (date(2026, 11, 20), MONDAY)


def test_the_newest_codes_come_first(connection):
    assert dossiers.newest_codes(connection, 2) == (OWN.format(3), OWN.format(2))
    assert dossiers.count(connection) == 3


def test_every_dossier_streamed_is_what_it_is_by_itself(connection):
    streamed = list(dossiers.every(connection))
    assert streamed == [dossiers.by_id(connection, number) for number in (1, 2, 3)]
    assert list(dossiers.open_ones(connection)) == streamed


def test_an_unknown_row_is_named(connection):
    with pytest.raises(UnknownDossier) as refused:
        dossiers.by_id(connection, 9)
    assert refused.value.facts == {"code": "9"}
