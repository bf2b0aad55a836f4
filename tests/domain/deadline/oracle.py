"""A slow oracle for due times: walks minute by minute over a calendar in the file's own shape.

Shares no code with the program. Moments are naive Vietnam time.
"""

import calendar
from datetime import date, datetime, time, timedelta

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Oracle:
    """Answers from the file's JSON; every question is a walk."""

    def __init__(self, file: dict, *, end_of_day: bool = False) -> None:
        self.plans = file["sessions"]
        self.off, self.made_up = set(), {}
        for year in file["years"]:
            self.off |= {entry["date"] for entry in year["days_off"]}
            self.made_up |= {e["date"]: e.get("sessions") for e in year["make_up_days"]}
        self.closures = [
            (datetime.fromisoformat(c["from"]), datetime.fromisoformat(c["to"]))
            for c in file.get("closures", [])
        ]
        self.cutoff = time.fromisoformat(file.get("same_day_cutoff", "15:00"))
        self.end_of_day = end_of_day
        self.seen: dict[date, list[datetime]] = {}

    def open_minutes_of(self, day: date) -> list[datetime]:
        if day not in self.seen:
            self.seen[day] = [m for m in self._planned(day) if not self._closed(m)]
        return self.seen[day]

    def is_open(self, moment: datetime) -> bool:
        return moment in self.open_minutes_of(moment.date())

    def works(self, day: date) -> bool:
        return bool(self.open_minutes_of(day))

    def closing(self, day: date) -> datetime:
        return max(self.open_minutes_of(day)) + MINUTE

    def next_open(self, moment: datetime) -> datetime:
        while not self.is_open(moment):
            moment += MINUTE
        return moment

    def walk(self, moment: datetime, minutes: int) -> datetime:
        while minutes:
            if self.is_open(moment):
                minutes -= 1
            moment += MINUTE
        return moment

    def count(self, since: datetime, until: datetime) -> int:
        found = 0
        while since < until:
            found += self.is_open(since)
            since += MINUTE
        return found

    def due(self, amount, unit, received, pauses=(), mode="PAUSE", not_later=""):
        """`not_later` is a day of the year such as ``12-14``, as the catalogue writes it."""
        if unit == "NONE" or any(end is None for _, end in pauses):
            return None
        found = self._uncapped(amount, unit, received, pauses, mode)
        return min(found, self._cap(received, not_later)) if not_later else found

    def _cap(self, received, not_later):
        """The last closing up to that day, of the first year in which it has not passed."""
        day = self.next_open(received).date()
        while f"{day:%m-%d}" != not_later:
            day += DAY
        while not self.works(day):
            day -= DAY
        return self.closing(day)

    def _uncapped(self, amount, unit, received, pauses, mode):
        if mode == "RESTART" and pauses:
            received = max(end for _, end in pauses)
        due = self._unpaused(amount, unit, received)
        if mode == "PAUSE":
            for since, until in self._merge(pauses):
                if since < due:
                    due = self.walk(due, self.count(since, until))
        return due

    def _unpaused(self, amount, unit, received):
        start = self.next_open(received)
        if unit == "WORKING_DAY":
            day = start.date()
            while amount:
                day += DAY
                amount -= self.works(day)
            if self.end_of_day:
                return self.closing(day)
            wanted = datetime.combine(day, start.time())
            later = [m for m in self.open_minutes_of(day) if m >= wanted]
            return min(later) if later else self.closing(day)
        if unit == "WORKING_HOUR":
            return self.walk(start, amount * 60)
        if unit == "HOUR":
            return self.next_open(start + timedelta(hours=amount))
        if unit == "SAME_DAY":
            day = received.date()
            if self.works(day) and received.time() <= self.cutoff and received < self.closing(day):
                return self.closing(day)
            day += DAY
        elif unit == "DAY":
            day = received.date() + amount * DAY
        else:
            year, month = received.year, received.month
            for _ in range(amount):
                year, month = (year + 1, 1) if month == 12 else (year, month + 1)
            day = date(year, month, min(received.day, calendar.monthrange(year, month)[1]))
        while not self.works(day):
            day += DAY
        return self.closing(day)

    def _merge(self, pauses):
        found = []
        for since, until in sorted(pauses):
            if found and since < found[-1][1]:
                found[-1] = (found[-1][0], max(until, found[-1][1]))
            else:
                found.append((since, until))
        return found

    def _planned(self, day: date) -> list[datetime]:
        key = day.isoformat()
        if key in self.made_up:
            sessions = self.made_up[key]
            if sessions is None:
                sessions = self._weekly(day, "monday")
        elif key in self.off:
            sessions = []
        else:
            sessions = self._weekly(day, NAMES[day.weekday()])
        minutes = []
        for session in sessions:
            opens, closes = (time.fromisoformat(part) for part in session.split("-"))
            moment = datetime.combine(day, opens)
            while moment.time() < closes:
                minutes.append(moment)
                moment += MINUTE
        return minutes

    def _weekly(self, day: date, name: str) -> list[str]:
        text = day.isoformat()
        dated, yearly, default = [], [], []
        for plan in self.plans:
            if plan.get("from") or plan.get("to"):
                if (plan.get("from") or "0") <= text <= (plan.get("to") or "9999-99-99"):
                    dated.append(plan)
            elif plan.get("every_year_from"):
                first, last = plan["every_year_from"], plan["every_year_to"]
                inside = [first <= text[5:], text[5:] <= last]
                if all(inside) if first <= last else any(inside):
                    yearly.append(plan)
            else:
                default.append(plan)
        chosen = (dated or yearly or default)[-1:]
        return chosen[0][name] if chosen else []

    def _closed(self, moment: datetime) -> bool:
        return any(since <= moment < until for since, until in self.closures)
