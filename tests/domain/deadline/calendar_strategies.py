"""Calendars, limits and pauses for property tests, around a turn of the year with seasons."""

from datetime import date, datetime, timedelta

from hypothesis import strategies as st

FIRST = date(2026, 9, 28)
DAYS = 120
"""Receipts lie in these days; whatever is planned lies around them."""

WEEKS = {
    "eight hours": ["07:30-11:30", "13:00-17:00"],
    "seven and a half": ["08:00-11:30", "13:00-17:00"],
    "winter": ["08:00-12:00", "13:30-17:30"],
    "morning only": ["07:00-11:45"],
    "three sessions": ["06:30-09:00", "09:10-11:30", "13:00-16:20"],
    "round noon": ["07:30-12:30", "12:45-17:00"],
}
NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@st.composite
def weeks(draw, **validity):
    sessions = WEEKS[draw(st.sampled_from(sorted(WEEKS)))]
    plan = {"name": "giờ", "from": None, "to": None, "every_year_from": None, "every_year_to": None}
    plan |= dict.fromkeys(NAMES[:5], sessions)
    plan["wednesday"] = WEEKS[draw(st.sampled_from(sorted(WEEKS)))]
    plan["saturday"] = draw(st.sampled_from([[], [], ["07:30-11:30"], ["08:00-11:00"]]))
    plan["sunday"] = []
    return plan | validity


days = st.integers(0, DAYS).map(lambda n: FIRST + timedelta(days=n))
minutes_of_day = st.one_of(
    st.sampled_from([0, 449, 450, 689, 690, 691, 779, 780, 899, 900, 901, 1019, 1020, 1021, 1439]),
    st.integers(0, 1439),
)


@st.composite
def moments(draw):
    return datetime.combine(draw(days), datetime.min.time()) + timedelta(
        minutes=draw(minutes_of_day)
    )


@st.composite
def calendar_files(draw):
    plans = [draw(weeks())]
    if draw(st.booleans()):
        plans.append(draw(weeks(every_year_from="10-15", every_year_to="04-14")))
    if draw(st.booleans()):
        first = draw(days)
        last = first + timedelta(days=draw(st.integers(0, 40)))
        plans.append(draw(weeks(**{"from": first.isoformat(), "to": last.isoformat()})))
    draw(st.randoms()).shuffle(plans)
    off = draw(st.sets(days, max_size=12))
    made_up = draw(st.sets(days, max_size=4))
    closures = []
    for _ in range(draw(st.integers(0, 3))):
        start = draw(moments())
        end = start + timedelta(minutes=draw(st.integers(1, 3 * 1440)))
        closures.append({"from": start.isoformat(), "to": end.isoformat(), "reason": "lũ"})
    return {
        "timezone": "+07:00",
        "sessions": plans,
        "same_day_cutoff": draw(st.sampled_from(["15:00", "14:30", "16:45"])),
        "years": [
            {
                "year": year,
                "confirmed": year < 2027,
                "source": "thử",
                "days_off": [
                    {"date": d.isoformat(), "name": "ngày nghỉ"}
                    for d in sorted(off)
                    if d.year == year
                ],
                "make_up_days": [
                    {"date": d.isoformat()}
                    | (draw(st.sampled_from([{}, {}, {"sessions": ["08:00-10:30"]}])))
                    for d in sorted(made_up)
                    if d.year == year
                ],
            }
            for year in (2026, 2027)
        ],
        "closures": closures,
    }


limits = st.one_of(
    st.tuples(st.integers(1, 12), st.just("WORKING_DAY")),
    st.tuples(st.integers(1, 60), st.just("WORKING_HOUR")),
    st.tuples(st.integers(1, 99), st.just("HOUR")),
    st.tuples(st.integers(1, 20), st.just("DAY")),
    st.tuples(st.integers(1, 3), st.just("MONTH")),
    st.tuples(st.just(0), st.just("SAME_DAY")),
    st.tuples(st.just(0), st.just("NONE")),
)


not_later = st.one_of(
    st.just(""),
    st.integers(0, DAYS + 20).map(lambda n: f"{FIRST + timedelta(days=n):%m-%d}"),
)
"""A day of the year on which a limit ends at the latest, mostly near the receipts."""


@st.composite
def pauses(draw, received):
    found = []
    for _ in range(draw(st.integers(0, 3))):
        start = received + timedelta(minutes=draw(st.integers(0, 8 * 1440)))
        end = start + timedelta(minutes=draw(st.integers(0, 4 * 1440)))
        found.append((start, end))
    return found
