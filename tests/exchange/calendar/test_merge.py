"""What a calendar file changes: each part taken, kept or refused, and said."""

from datetime import datetime, time

import pytest

from app.domain.clock import VIETNAM
from app.domain.deadline.calendar_year import CalendarYear, Closure
from app.domain.deadline.office_hours import DEFAULT_PLAN, Session, WeekPlan
from app.exchange.calendar.file import CalendarFile
from app.exchange.calendar.merge import merge

OWN = WeekPlan("Giờ của xã", ((Session(420, 660),),) * 7)
OTHER = WeekPlan("Giờ khác", ((Session(480, 660),),) * 7)
FLOOD, STORM = (
    Closure(datetime(2026, 9, day, tzinfo=VIETNAM), datetime(2026, 9, day + 1, tzinfo=VIETNAM), why)
    for day, why in ((1, "lũ"), (5, "bão"))
)


def year(number=2026, *, confirmed=True, source="QĐ 1"):
    return CalendarYear(number, confirmed, source, (), ())


def file(*years, plans=None, closures=None, cutoff=None):
    return CalendarFile(years, plans, closures, cutoff)


def rows(current, incoming):
    return [(row.reference, row.verdict) for row in merge(current, incoming)[1]]


@pytest.mark.parametrize(
    ("known", "comes", "verdict"),
    [
        (None, year(), "new"),
        (year(), year(), "unchanged"),
        (year(source="QĐ 0"), year(), "changed"),
        (year(confirmed=False), year(), "changed"),
        (year(), year(confirmed=False), "refused"),
        (year(confirmed=False, source="cũ"), year(confirmed=False), "changed"),
    ],
)
def test_a_draft_never_takes_an_official_years_place(known, comes, verdict):
    current = file(*([known] if known else []))
    taken, said = merge(current, file(comes))
    assert [(row.reference, row.verdict) for row in said] == [("2026", verdict)]
    assert taken.years == ((comes,) if verdict in {"new", "changed"} else ())


def test_each_year_is_judged_by_itself():
    current, comes = file(year(2025), year(2026)), file(year(2026), year(2027))
    assert rows(current, comes) == [("2026", "unchanged"), ("2027", "new")]
    assert merge(current, comes)[0].years == (year(2027),)


@pytest.mark.parametrize(
    ("known", "comes", "verdict"),
    [
        (None, (OWN,), "new"),
        (None, (DEFAULT_PLAN,), "new"),
        ((OWN,), (OWN,), "unchanged"),
        ((OWN,), (OTHER,), "changed"),
        ((OWN,), (DEFAULT_PLAN,), "refused"),
        ((OWN,), (DEFAULT_PLAN, OTHER), "changed"),
        ((DEFAULT_PLAN,), (OWN,), "changed"),
    ],
)
def test_hours_an_office_set_give_way_to_others_but_not_to_the_default_ones(known, comes, verdict):
    taken, (said,) = merge(file(plans=known), file(plans=comes))
    assert said.verdict == verdict
    assert taken.plans == (comes if verdict in {"new", "changed"} else None)


@pytest.mark.parametrize(
    ("known", "comes", "verdict", "kept"),
    [
        (None, (FLOOD,), "changed", (FLOOD,)),
        ((FLOOD,), (STORM, FLOOD), "changed", (FLOOD, STORM)),
        ((FLOOD, STORM), (FLOOD,), "unchanged", None),
        ((FLOOD,), (), "unchanged", None),
    ],
)
def test_closures_are_added_and_none_goes(known, comes, verdict, kept):
    taken, (said,) = merge(file(closures=known), file(closures=comes))
    assert (said.verdict, taken.closures) == (verdict, kept)


def test_what_a_file_does_not_name_is_left_alone():
    current = file(year(), plans=(OWN,), closures=(FLOOD,))
    assert merge(current, file()) == (file(), ())
    assert merge(current, file(cutoff=time(16)))[0].same_day_cutoff == time(16)
