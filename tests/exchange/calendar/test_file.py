"""The calendar file: whole or not at all, every fault with its place, the same after a round."""

import json
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.answers.imports import ImportedRow
from app.domain.deadline.calendar_year import CalendarYear, DayOff
from app.domain.deadline.office_hours import DEFAULT_PLAN, Session, WeekPlan
from app.domain.phrases import phrase
from app.exchange.calendar import file as calendar_file
from app.exchange.calendar import parts
from app.exchange.calendar.file import CalendarFile, CalendarPartDamaged, InvalidCalendarFile
from app.exchange.calendar.merge import merge
from app.exchange.calendar.parts import WEEKDAYS
from app.exchange.json_faults import FaultReader
from app.outside.strict_json import FileNotJson
from tests.domain.deadline.calendar_strategies import calendar_files

SEED = calendar_file.seed()


def written(calendar):
    """`calendar` as a file says it."""
    return json.dumps(
        {
            "timezone": "+07:00",
            "sessions": [parts.plan_json(plan) for plan in calendar.plans],
            "same_day_cutoff": calendar.same_day_cutoff.strftime("%H:%M"),
            "years": [parts.year_json(year) for year in calendar.years],
            "closures": [parts.closure_json(closure) for closure in calendar.closures],
        }
    ).encode()


def seed_json():
    return json.loads(written(SEED.calendar()))


def read(value):
    return calendar_file.read(json.dumps(value).encode())


def faults(value):
    with pytest.raises(InvalidCalendarFile) as refused:
        read(value)
    return {fault.place for fault in refused.value.facts["faults"]}


def test_the_seed_holds_three_official_years_and_the_default_hours():
    assert [(y.year, y.confirmed) for y in SEED.years] == [(2025, True), (2026, True), (2027, True)]
    assert SEED.plans == (DEFAULT_PLAN,)
    assert SEED.same_day_cutoff == time(15)
    assert SEED.closures is None
    assert len(SEED.years[1].days_off) == 14


@settings(max_examples=60)
@given(file=calendar_files())
def test_what_is_written_reads_back_as_the_same_calendar(file):
    calendar = read(file).calendar()
    assert calendar_file.read(written(calendar)).calendar() == calendar


@settings(max_examples=60)
@given(file=calendar_files())
def test_parts_kept_by_the_database_give_the_same_calendar(file):
    found = read(file)
    parts = calendar_file.to_parts(found)
    assert all(isinstance(json.loads(body), dict) for body in parts.values())
    again = calendar_file.from_parts(
        parts, same_day_cutoff=file["same_day_cutoff"], due_at_end_of_day=True
    )
    assert (again.years, again.plans) == (found.calendar().years, found.plans)
    assert again.closures == found.calendar().closures
    assert again.due_at_end_of_day


def test_every_day_of_the_week_has_the_hours_written_for_it():
    value = seed_json()
    hours = {name: [f"{6 + nth:02}:00-12:00"] for nth, name in enumerate(WEEKDAYS[:5])}
    value["sessions"][0] |= hours | {"saturday": ["07:00-11:00"], "sunday": []}
    (plan,) = read(value).plans
    opens = [[session.opens // 60 for session in day] for day in plan.weekdays]
    assert opens == [[6], [7], [8], [9], [10], [7], []]


def test_without_parts_there_are_default_hours_and_no_years():
    calendar = calendar_file.from_parts({}, same_day_cutoff="14:00", due_at_end_of_day=False)
    assert (calendar.years, calendar.plans) == ((), (DEFAULT_PLAN,))
    assert calendar.same_day_cutoff == time(14)


@pytest.mark.parametrize("body", [b"{", b"[]", b'{"year": 2026}', b'{"year": "x"}'])
def test_a_damaged_part_is_named(body):
    with pytest.raises(CalendarPartDamaged) as refused:
        calendar_file.from_parts({"2026": body}, same_day_cutoff="15:00", due_at_end_of_day=False)
    assert refused.value.facts["part"] == "2026"
    assert refused.value.exit_code == 3


@pytest.mark.parametrize("part", ["sessions", "closures"])
def test_a_damaged_part_of_hours_is_named(part):
    with pytest.raises(CalendarPartDamaged):
        calendar_file.from_parts({part: b"[]"}, same_day_cutoff="15:00", due_at_end_of_day=False)


def test_a_file_cut_in_half_is_refused():
    content = written(SEED.calendar())
    for length in (0, 1, len(content) // 2, len(content) - 3):
        with pytest.raises(FileNotJson):
            calendar_file.read(content[:length])


def test_a_file_that_only_names_years_leaves_hours_alone():
    found = read({"years": seed_json()["years"]})
    assert (found.plans, found.closures, found.same_day_cutoff) == (None, None, None)


def added(entry, *path):
    def change(value):
        for key in path:
            value = value[key]
        value.append(entry)

    return change


BREAKS = [
    (lambda f: f.pop("years"), "years"),
    (lambda f: f.update(years={}), "years"),
    (lambda f: f.update(extra=1), "extra"),
    (lambda f: f.update(timezone="+08:00"), "timezone"),
    (lambda f: f.update(same_day_cutoff="3pm"), "same_day_cutoff"),
    (lambda f: f.update(same_day_cutoff=15), "same_day_cutoff"),
    (lambda f: f.update(sessions=[]), "sessions"),
    (lambda f: f["sessions"].append(7), "sessions[1]"),
    (lambda f: f["sessions"][0].pop("friday"), "sessions[0].friday"),
    (lambda f: f["sessions"][0].update(name="x" * 300), "sessions[0].name"),
    (lambda f: f["sessions"][0].update(name=5), "sessions[0].name"),
    (lambda f: f["sessions"][0].update(friday=["08:00"]), "sessions[0].friday[0]"),
    (lambda f: f["sessions"][0].update(friday=["11:00-08:00"]), "sessions[0].friday[0]"),
    (lambda f: f["sessions"][0].update(friday=["08:00-24:00"]), "sessions[0].friday[0]"),
    (
        lambda f: f["sessions"][0].update(friday=["08:00-10:00", "09:00-11:00"]),
        "sessions[0].friday[1]",
    ),
    (lambda f: f["sessions"][0].update(friday=["08:00-08:01"] * 13), "sessions[0].friday"),
    (lambda f: f["sessions"][0].update({"from": "01/01/2026"}), "sessions[0].from"),
    (
        lambda f: f["sessions"][0].update({"from": "2026-02-01", "to": "2026-01-01"}),
        "sessions[0].to",
    ),
    (lambda f: f["sessions"][0].update(every_year_from="10-15"), "sessions[0].every_year_to"),
    (lambda f: f["sessions"][0].update(every_year_from="13-40"), "sessions[0].every_year_from"),
    (lambda f: f["sessions"][0].update(every_year_from="hè"), "sessions[0].every_year_from"),
    (lambda f: f["sessions"][0].update({"from": "2025-01-02"}), "sessions"),
    (lambda f: f["sessions"][0].update({"to": "2027-12-30"}), "sessions"),
    (lambda f: f["years"][0].update(year="2025"), "years[0].year"),
    (lambda f: f["years"][0].update(year=True), "years[0].year"),
    (lambda f: f["years"][0].update(year=99999), "years[0].year"),
    (lambda f: f["years"][1].update(year=2025), "years[1].year"),
    (lambda f: f["years"][1].update(confirmed="có"), "years[1].confirmed"),
    (lambda f: f["years"][1].update(source="a\u202eb"), "years[1].source"),
    (lambda f: f["years"][1].pop("days_off"), "years[1].days_off"),
    (lambda f: f["years"][1].update(days_of=[]), "years[1].days_of"),
    (
        added({"date": "2027-01-01", "name": "x"}, "years", 1, "days_off"),
        "years[1].days_off[14].date",
    ),
    (
        added({"date": "2026-01-01", "name": "x"}, "years", 1, "days_off"),
        "years[1].days_off[14].date",
    ),
    (
        added({"date": "2026-02-30", "name": "x"}, "years", 1, "days_off"),
        "years[1].days_off[14].date",
    ),
    (added({"date": 20260101, "name": "x"}, "years", 1, "days_off"), "years[1].days_off[14].date"),
    (
        added({"date": "2026-01-03", "name": " "}, "years", 1, "days_off"),
        "years[1].days_off[14].name",
    ),
    (added({"name": "x"}, "years", 1, "days_off"), "years[1].days_off[14].date"),
    (added({}, "years", 1, "make_up_days"), "years[1].make_up_days[2].date"),
    (
        added({"date": "2026-12-26", "for": 1}, "years", 1, "make_up_days"),
        "years[1].make_up_days[2].for",
    ),
    (
        added({"date": "2026-12-26", "sessions": [1]}, "years", 1, "make_up_days"),
        "years[1].make_up_days[2].sessions[0]",
    ),
    (added({"from": "2026-09-01T08:00", "reason": "lũ"}, "closures"), "closures[0].to"),
    (
        added({"from": "2026-09-01T08:00", "to": "2026-09-01", "reason": "lũ"}, "closures"),
        "closures[0].to",
    ),
    (
        added({"from": "2026-09-01T08:00", "to": "2026-09-01T08:00", "reason": "lũ"}, "closures"),
        "closures[0].to",
    ),
    (
        added({"from": "2026-09-01T08:00", "to": "2026-09-02T08:00", "reason": ""}, "closures"),
        "closures[0].reason",
    ),
]


@pytest.mark.parametrize(("break_it", "place"), BREAKS, ids=[str(n) for n in range(len(BREAKS))])
def test_each_fault_is_named_with_its_place_and_nothing_is_taken(break_it, place):
    value = seed_json()
    break_it(value)
    assert place in faults(value)


def test_all_faults_are_named_at_once_in_words():
    value = seed_json()
    value["timezone"] = None
    value["years"][2]["days_off"][0]["date"] = "mai"
    with pytest.raises(InvalidCalendarFile) as refused:
        read(value)
    assert refused.value.facts["count"] == 2
    assert refused.value.facts["details"] == (
        "timezone: cần “+07:00”, gặp null; "
        "years[2].days_off[0].date: cần ngày như 2026-11-24, gặp “mai”"
    )


@pytest.mark.parametrize("value", [None, [], "lịch", 3, True])
def test_what_is_not_a_calendar_is_refused(value):
    assert "" in faults(value)


@settings(max_examples=150)
@given(
    value=st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(
                    ["years", "sessions", "closures", "year", "days_off", "date", "from", "to"]
                ),
                inner,
                max_size=5,
            )
        ),
        max_leaves=12,
    )
)
def test_no_json_whatever_breaks_the_reader(value):
    try:
        read(value)
    except (InvalidCalendarFile, FileNotJson):
        return
    assert isinstance(value, dict)


def test_seasons_may_be_written_month_first_or_day_first():
    value = seed_json()
    value["sessions"].append(
        value["sessions"][0]
        | {"name": "đông", "every_year_from": "15/10", "every_year_to": "04-14"}
    )
    plans = read(value).plans
    assert (plans[1].every_year_from, plans[1].every_year_to) == ((10, 15), (4, 14))


OWN = WeekPlan("Giờ của xã", ((Session(420, 660),),) * 7)


def a_year(number, *, confirmed=True, name="nghỉ"):
    return CalendarYear(number, confirmed, "thử", days_off=(DayOff(date(number, 1, 1), name),))


def test_an_official_year_replaces_a_draft_and_never_the_other_way_round():
    current = CalendarFile((a_year(2026), a_year(2027), a_year(2028, confirmed=False)))
    incoming = CalendarFile(
        (a_year(2026), a_year(2027, confirmed=False), a_year(2028, name="Tết"), a_year(2029))
    )
    taken, rows = merge(current, incoming)
    assert [year.year for year in taken.years] == [2028, 2029]
    assert [(row.reference, row.verdict) for row in rows] == [
        ("2026", "unchanged"), ("2027", "refused"), ("2028", "changed"), ("2029", "new"),
    ]  # fmt: skip


def test_the_default_hours_never_replace_the_offices_own():
    default = CalendarFile((), plans=(DEFAULT_PLAN,))
    own = CalendarFile((), plans=(OWN,))
    for current, incoming, verdict in (
        (own, default, "refused"),
        (default, own, "changed"),
        (own, own, "unchanged"),
        (CalendarFile(()), default, "new"),
    ):
        taken, (row,) = merge(current, incoming)
        assert row.verdict == verdict
        assert (taken.plans is None) is (verdict in {"refused", "unchanged"})


def test_closures_are_added_to_those_known():
    closures = read(
        {
            "years": [],
            "closures": [
                {"from": "2026-09-01T08:00", "to": "2026-09-02T08:00", "reason": "lũ"},
                {"from": "2026-10-01T08:00", "to": "2026-10-02T08:00", "reason": "bão"},
            ],
        }
    ).closures
    known = CalendarFile((), closures=closures[:1])
    taken, rows = merge(known, CalendarFile((), closures=closures[1:]))
    assert taken.closures == closures
    assert rows == (ImportedRow("closures", "changed"),)
    again, rows = merge(known, known)
    assert again.closures is None
    assert rows == (ImportedRow("closures", "unchanged"),)


@pytest.mark.parametrize(("letters", "end"), [(40, ""), (41, "…")])
def test_what_stood_there_is_shown_up_to_forty_letters(letters, end):
    reader = FaultReader()
    reader.refuse("years", phrase("chữ"), "x" * letters)
    assert reader.faults[0].found == "“" + "x" * 40 + end + "”"


def test_a_file_that_names_no_last_hour_of_the_day_has_three_in_the_afternoon():
    assert CalendarFile(()).calendar().same_day_cutoff == time(15)


@pytest.mark.parametrize("field", ["reason", "decision"])
def test_a_closure_says_why_in_five_hundred_letters_at_most(field):
    closure = {"from": "2026-09-01T08:00", "to": "2026-09-01T08:01", "reason": "lũ"}
    value = seed_json()
    added(closure | {field: "x" * 500}, "closures")(value)
    assert getattr(calendar_file.read(json.dumps(value).encode()).closures[-1], field) == "x" * 500
    value["closures"][-1][field] += "x"
    with pytest.raises(InvalidCalendarFile) as refused:
        calendar_file.read(json.dumps(value).encode())
    assert f"closures[0].{field}" in str(refused.value.facts)
