"""Series of a year: whatever is taken in whatever order, no gap and no number twice."""

from contextlib import contextmanager, suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from app.domain.clock import utc_text
from db.stores import series
from db.stores.series import YearExhausted, yearly
from db.tables.series import MOST_A_YEAR, Series
from tests.builders import MONDAY, a_desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    desk = a_desk(tmp_path_factory.mktemp("series") / "data")
    yield desk
    desk.close()


class TakenBackError(Exception):
    """Rolls a test's transaction back."""


@contextmanager
def taken_back(desk):
    """A writing transaction that is rolled back."""
    with suppress(TakenBackError), desk.records.write() as connection:
        yield connection
        raise TakenBackError


takes = st.lists(
    st.tuples(
        st.sampled_from(Series),
        st.sampled_from([2026, 2027]),
        st.integers(0, 2),
        st.integers(1, 60),
    ),
    max_size=30,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(takes)
def test_numbers_taken_follow_one_another_in_every_series(desk, asked):
    given_numbers = {}
    with taken_back(desk) as connection:
        for which, year, station, how_many in asked:
            first = series.take(
                connection,
                yearly(which, agency="H37", year=year, station=station),
                how_many=how_many,
            )
            given_numbers.setdefault(
                yearly(which, agency="H37", year=year, station=station), []
            ).extend(range(first, first + how_many))
        for numbers in given_numbers.values():
            assert numbers == list(range(1, len(numbers) + 1))
        assert series.every(connection) == {of: len(n) for of, n in given_numbers.items()}


def test_the_last_number_of_a_year_is_the_last(desk):
    with taken_back(desk) as connection:
        run = yearly(Series.PAYMENT, agency="H37", year=2026)
        series.leave_out(connection, run, last=MOST_A_YEAR - 1, now=MONDAY)
        assert series.take(connection, run) == MOST_A_YEAR
        with pytest.raises(YearExhausted):
            series.take(connection, run)


def test_what_was_left_out_is_never_given(desk):
    with taken_back(desk) as connection:
        of = yearly(Series.COPIES, agency="H37", year=2026)
        series.take(connection, of, how_many=3)
        series.leave_out(connection, of, last=2, now=MONDAY)
        series.leave_out(connection, of, last=7, now=MONDAY)
        assert series.take(connection, of) == 8
        noted = connection.exec_driver_sql("SELECT * FROM number_gap").one()
        assert noted == ("SCT/BS", "2026", "H37", 0, 4, 7, utc_text(MONDAY))


def test_one_number_of_a_book_is_entered_once(desk):
    insert = (
        "INSERT INTO certification_document VALUES "
        "(1, ?, 'COPY', 'Bằng', 1, 1, 0, 'H37', 'SCT/BS', 2026, 0, 1, 5)"
    )
    with taken_back(desk) as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        connection.exec_driver_sql(insert, (1,))
        with pytest.raises(IntegrityError, match="UNIQUE"):
            connection.exec_driver_sql(insert, (2,))
