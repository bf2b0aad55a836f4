"""Numbers of books given by blocks, and dossier numbers where blocks were set anew."""

from dataclasses import replace

import pytest

from app.domain.certification.blocks import BookBlock, Span
from app.domain.dossier.numbering import Block, BlockExhausted
from db.stores import series
from db.stores.series import BlocksExhausted, Run, YearExhausted, yearly
from db.tables.series import MOST_A_YEAR, Series
from tests.builders import MONDAY

BOOK, DAY = "SCT/BS", MONDAY.date()
RUN = Run(BOOK, "2026", "H37")
FIRST, SECOND = BookBlock(Span(1, 5), 1), BookBlock(Span(11, 15), 1)


def take(connection, how_many, *blocks, year=2026):
    return series.take_of_blocks(
        connection, BOOK, agency="H37", year=year, blocks=blocks, how_many=how_many
    )


def runs(connection, agency="H37"):
    return {run: last for run, last in series.every(connection).items() if run.agency == agency}


def test_numbers_of_blocks_are_given_from_the_lowest_each_once(connection):
    assert take(connection, 3, FIRST, SECOND) == [1, 2, 3]
    assert take(connection, 4, FIRST, SECOND) == [4, 5, 11, 12]
    assert take(connection, 2, FIRST, SECOND) == [13, 14]


def test_a_block_is_one_run_however_often_numbers_of_it_are_given(connection):
    for _ in range(4):
        take(connection, 2, FIRST, SECOND)
    assert runs(connection) == {RUN: 5, replace(RUN, first=11): 13}


def test_two_papers_entered_at_once_may_end_one_block_and_begin_the_next(connection):
    blocks = BookBlock(Span(1, 2), 1), BookBlock(Span(3, 4), 1)
    assert take(connection, 3, *blocks) == [1, 2, 3]
    assert take(connection, 1, *blocks) == [4]
    assert runs(connection) == {RUN: 4}


def test_books_years_and_agencies_run_apart(connection):
    assert take(connection, 2, FIRST) == [1, 2]
    assert take(connection, 2, FIRST, year=2027) == [1, 2]
    other = series.take_of_blocks(
        connection, "SCT/CK", agency="H37", year=2026, blocks=(FIRST,), how_many=1
    )
    theirs = series.take_of_blocks(
        connection, BOOK, agency="H38", year=2026, blocks=(FIRST,), how_many=1
    )
    assert (other, theirs) == ([1], [1])


def test_a_run_of_a_stations_own_takes_nothing_from_the_offices_blocks(connection):
    series.take(connection, yearly(BOOK, agency="H37", year=2026, station=1), how_many=3)
    assert take(connection, 1, FIRST) == [1]


def test_blocks_without_a_number_left_name_their_station_and_end(connection):
    take(connection, 9, FIRST, SECOND)
    assert take(connection, 1, FIRST, SECOND) == [15]
    with pytest.raises(BlocksExhausted) as refused:
        take(connection, 1, FIRST, SECOND)
    assert refused.value.facts == {"series": BOOK, "year": 2026, "last": 15, "station": 1}


def test_an_office_without_stations_ends_its_run_with_the_year(connection):
    whole = BookBlock()
    take(connection, 1, whole)
    series.leave_out(connection, RUN, last=whole.span.last - 1, now=MONDAY)
    assert take(connection, 1, whole) == [whole.span.last]
    with pytest.raises(YearExhausted) as refused:
        take(connection, 1, whole)
    assert refused.value.facts == {"series": BOOK, "year": 2026, "last": whole.span.last}


def test_what_is_free_is_told_without_being_taken(connection):
    take(connection, 2, FIRST)
    asked = {"agency": "H37", "year": 2026, "blocks": (FIRST, SECOND)}
    assert series.free_in(connection, BOOK, **asked) == (Span(3, 5), Span(11, 15))
    assert series.free_in(connection, BOOK, **asked, how_many=8) == (Span(3, 5), Span(11, 15))
    with pytest.raises(BlocksExhausted):
        series.free_in(connection, BOOK, **asked, how_many=9)


def test_a_book_that_is_full_still_tells_that_nothing_is_free_only_when_asked_for_more(connection):
    take(connection, 5, FIRST)
    asked = {"agency": "H37", "year": 2026, "blocks": (FIRST,)}
    assert series.free_in(connection, BOOK, **asked, how_many=0) == ()
    with pytest.raises(BlocksExhausted):
        series.free_in(connection, BOOK, **asked)


def test_a_year_has_its_last_number_and_none_behind_it(connection):
    run = yearly(Series.PAYMENT, agency="H37", year=2026)
    assert series.last_of(connection, run) == 0
    assert series.take(connection, run, how_many=MOST_A_YEAR - 1) == 1
    with pytest.raises(YearExhausted) as refused:
        series.take(connection, run, how_many=2)
    assert refused.value.facts == {"series": run.series, "year": 2026, "last": MOST_A_YEAR}
    assert series.take(connection, run) == MOST_A_YEAR


def dossier_number(connection, block, station=1):
    return series.take_dossier_number(
        connection, agency="H38", day=DAY, block=block, station=station
    )


def test_dossier_numbers_begin_with_the_block_and_follow_one_another(connection):
    block = Block(5_000, 5_002)
    assert [dossier_number(connection, block) for _ in range(3)] == [5_000, 5_001, 5_002]
    assert runs(connection, "H38") == {Run("DOSSIER", str(DAY), "H38", first=5_000): 5_002}
    with pytest.raises(BlockExhausted):
        dossier_number(connection, block)


def test_a_block_set_anew_within_the_day_goes_on_behind_the_highest_number_of_it(connection):
    dossier_number(connection, Block(1, 4_999))
    dossier_number(connection, Block(5_000, 9_999))
    assert dossier_number(connection, Block(1, 9_999)) == 5_001
    assert dossier_number(connection, Block(1, 4_999)) == 2
    assert dossier_number(connection, Block(5_001, 9_999)) == 5_002


def test_a_run_that_ends_before_a_block_gives_none_of_its_numbers(connection):
    dossier_number(connection, Block(1, 10))
    dossier_number(connection, Block(1, 10))
    assert dossier_number(connection, Block(3, 10)) == 3
    assert dossier_number(connection, Block(2, 10)) == 4


def test_runs_are_named_by_what_they_count():
    assert str(Run("DOSSIER", "2026-11-23", "H37")) == "H37 2026-11-23"
    assert str(Run("PAYMENT", "2026", "H37")) == "PAYMENT H37 2026"
    assert str(yearly("PAYMENT", agency="H37", year=2026, station=2)) == "PAYMENT H37 2026 Q2"


def test_the_newest_runs_are_those_of_the_latest_periods(connection):
    take(connection, 2, FIRST)
    take(connection, 1, FIRST, year=2027)
    assert series.newest(connection, most=1) == {(BOOK, "2027", "H37", 0, 1): 1}
    assert (BOOK, "2026", "H37", 0, 1) not in series.newest(connection, most=1)
    both = series.newest(connection, most=1_000)
    assert (both[BOOK, "2026", "H37", 0, 1], both[BOOK, "2027", "H37", 0, 1]) == (2, 1)
