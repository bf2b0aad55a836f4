"""Practice data: invented people, real procedures, dossiers in every state a day can leave them.

Everything goes through the use cases with a clock that moves, so that practice data obeys every
rule real data does.
"""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from app.answers.dossier import Registered
from app.domain.actor import PROGRAM, Actor
from app.domain.catalogue.procedure import Channel, Procedure, ReturnBy
from app.domain.clock import Clock, SetClock
from app.domain.deadline.working_calendar import WorkingCalendar
from app.domain.dossier.correction import Correction
from app.domain.dossier.dossier import Applicant, IntakeRequest, SubmittedDocument
from app.domain.dossier.expected import expected
from app.domain.dossier.opened import Opened
from app.domain.dossier.representing import recipient_of
from app.domain.errors import DeskError
from app.practice import money as practice_money
from app.practice import tables
from app.practice.people import an_applicant
from app.practice.tables import Asked
from app.usecases.desk import Desk
from app.usecases.dossier import correction, ending, intake, progress
from app.usecases.office import opening
from app.usecases.queries import lookup

_DAYS_BACK = 25
_COMING_BACK = 0.3
_LATE = 0.04
PRACTICE_OFFICE = opening.OfficeFacts("UBND xã Mẫu Sơn", "H37.99.1", tables.OFFICERS[0])


@dataclass(frozen=True, slots=True)
class PracticeOffice:
    """What was made: dossiers in all, and how many in each state."""

    dossiers: int
    states: dict[str, int]


def make_practice_office(
    folder: Path,
    clock: Clock,
    *,
    dossiers: int,
    seed: int,
    facts: opening.OfficeFacts = PRACTICE_OFFICE,
) -> PracticeOffice:
    """Make a practice data folder with `dossiers` invented dossiers, the same for the same seed.

    Raises:
        FolderNotEmpty and the refusals of `make_office`: as named.
    """
    now = clock.now().replace(second=0, microsecond=0)
    moving = SetClock(now - timedelta(days=_DAYS_BACK))
    desk = opening.make_office(folder, moving, replace(facts, is_practice=True))
    desk.watch.rest()
    try:
        states = fill(desk, moving, until=now, dossiers=dossiers, seed=seed)
    finally:
        desk.close()
    return PracticeOffice(dossiers, states)


def fill(
    desk: Desk, clock: SetClock, *, until: datetime, dossiers: int, seed: int
) -> dict[str, int]:
    """Register `dossiers` people over the last weeks and let the days take their course."""
    chance = random.Random(seed)  # noqa: S311 - invented data, no secret
    story = _Story(desk, clock, chance, until, _usable(desk))
    moments = _moments(desk, chance, until, dossiers)
    for moment in moments:
        story.settle_before(moment)
        story.receive(moment)
    story.settle_before(until)
    clock.set(until)
    return dict(sorted(story.states.items()))


def _moments(desk: Desk, chance: random.Random, until: datetime, count: int) -> list[datetime]:
    """`count` open minutes of the last weeks, most of them recent, in order."""
    calendar = lookup.calendar(desk, PROGRAM)
    first = calendar.position(until - timedelta(days=_DAYS_BACK)) + 1
    last = calendar.position(until)
    span = max(last - first, 1)
    found = sorted(first + int(span * chance.random() ** 0.7) for _ in range(count))
    return [_open_minute(calendar, position, until) for position in found]


def _open_minute(calendar: WorkingCalendar, position: int, until: datetime) -> datetime:
    moment = calendar.moment_at(position) - timedelta(minutes=1)
    return min(moment, until - timedelta(minutes=1))


@dataclass(slots=True)
class _Story:
    """The course of the practice weeks: what is open, and what happens to it when."""

    desk: Desk
    clock: SetClock
    chance: random.Random
    until: datetime
    procedures: list[tuple[Procedure, Asked]]
    states: Counter[str] = field(default_factory=Counter)
    plans: list[tuple[datetime, int, str]] = field(default_factory=list)
    people: list["_Known"] = field(default_factory=list)
    money: random.Random = field(default_factory=lambda: random.Random(7))  # noqa: S311 - as above

    @property
    def actor(self) -> Actor:
        return Actor(self.chance.choice(tables.OFFICERS))

    def receive(self, moment: datetime) -> None:
        self.clock.set(moment)
        weights = [asked.weight for _, asked in self.procedures]
        procedure, asked = self.chance.choices(self.procedures, weights)[0]
        request = _request(self.chance, procedure, self._applicant(procedure, asked, moment))
        tariff = lookup.rules(self.desk, PROGRAM).tariff(moment.date())
        charged = practice_money.charged(self.money, request, procedure, tariff)
        registered = intake.register_dossier(self.desk, self.actor, charged)
        self.states["RECEIVED"] += 1
        self._plan(registered, moment)

    def settle_before(self, moment: datetime) -> None:
        """Let everything planned before `moment` happen, in order of time."""
        while self.plans and min(self.plans)[0] <= moment:
            due = min(self.plans)
            self.plans.remove(due)
            at, dossier_id, step = due
            self.clock.set(at)
            self._do(dossier_id, step)

    def _applicant(self, procedure: Procedure, asked: Asked, moment: datetime) -> Applicant:
        """Somebody new, or for what one needs again and again somebody who came for it before."""
        known = [each for each in self.people if asked.again and each.code == procedure.code]
        if known and self.chance.random() < _COMING_BACK:
            return self.chance.choice(known).applicant
        number = len(self.people)
        applicant = an_applicant(self.chance, procedure, asked, number, moment.date())
        self.people.append(_Known(procedure.code, applicant))
        return applicant

    def _plan(self, registered: Registered, received: datetime) -> None:
        """Decide what becomes of a dossier: most end in time, a few wait, stop or run late."""
        dossier_id = registered.dossier_id
        total = self._working_minutes(received, registered.due_at)
        at = self._after(received, total, 0.05, 0.3)
        kind = self.chance.random()
        if kind < 0.08:
            self.plans.append((at, dossier_id, "supplement"))
            # The clock stands while papers are awaited: what was left is left afterwards.
            total -= lookup.calendar(self.desk, PROGRAM).open_minutes(received, at)
            at = received = self._later(at, 8, 40)
            self.plans.append((at, dossier_id, "complete"))
        elif kind < 0.11:
            self.plans.append((at, dossier_id, "cancel"))
            return
        elif kind < 0.16:
            self.plans.append((at, dossier_id, "correct"))
        if kind > 0.5:
            self.plans.append((at, dossier_id, "start"))
        is_late = self.chance.random() < _LATE
        span = (1.05, 1.6) if is_late else (0.4, 0.95)
        end = self._after(received, total, *span)
        self.plans.append((end, dossier_id, "finish"))
        if self.chance.random() < 0.93:
            self.plans.append((self._later(end, 1, 12), dossier_id, "return"))

    def _working_minutes(self, received: datetime, due_at: datetime | None) -> int:
        """How long it may take; three days where nothing is promised."""
        if due_at is None:
            return 3 * 8 * 60
        return max(lookup.calendar(self.desk, PROGRAM).open_minutes(received, due_at), 1)

    def _after(self, moment: datetime, total: int, least: float, most: float) -> datetime:
        """The minute at which a share of `total` working minutes has passed since `moment`."""
        minutes = int(total * self.chance.uniform(least, most))
        return lookup.calendar(self.desk, PROGRAM).forward(moment, max(minutes, 1))

    def _later(self, moment: datetime, least: int, most: int) -> datetime:
        """An open minute `least` to `most` working hours on."""
        calendar = lookup.calendar(self.desk, PROGRAM)
        minutes = self.chance.randint(least * 60 + 5, most * 60 + 5)
        return calendar.forward(moment, minutes) - timedelta(minutes=1)

    def _do(self, dossier_id: int, step: str) -> None:
        dossier = lookup.dossier_view(self.desk, PROGRAM, dossier_id).dossier
        opened = Opened(dossier_id, dossier.version)
        actions: dict[str, Callable[[], object]] = {
            "supplement": lambda: progress.request_supplement(
                self.desk,
                self.actor,
                opened,
                papers=["Văn bản ủy quyền có chứng thực"],
                reason="Hồ sơ thiếu giấy tờ theo danh mục",
            ),
            "complete": lambda: progress.complete_supplement(self.desk, self.actor, opened),
            "start": lambda: progress.start_processing(self.desk, self.actor, opened),
            "finish": lambda: progress.finish_processing(self.desk, self.actor, opened),
            "return": lambda: progress.return_result(
                self.desk,
                self.actor,
                opened,
                to_whom=recipient_of(dossier) or "Người được cử đến nhận",
                identity=dossier.applicant.personal_id or "Thẻ căn cước",
                unpaid_reason="Người nhận hẹn nộp sau",
            ),
            "cancel": lambda: ending.cancel_dossier(
                self.desk, self.actor, opened, reason="Người nộp xin rút hồ sơ", withdrawn=True
            ),
            "correct": lambda: correction.correct_dossier(
                self.desk,
                self.actor,
                opened,
                Correction(
                    applicant=replace(dossier.applicant, phone=f"0900{500_000 + dossier_id:06d}")
                ),
                reason="Người nộp đổi số điện thoại",
            ),
        }
        try:
            actions[step]()
        except DeskError:
            # A plan the day has overtaken (completed before it was asked for): nothing happens.
            return
        after = lookup.dossier_view(self.desk, PROGRAM, dossier_id).dossier.state.value
        self.states[dossier.state.value] -= 1
        self.states[after] += 1


def _usable(desk: Desk) -> list[tuple[Procedure, Asked]]:
    """What is asked for, as far as the catalogue has it with a complete limit."""
    rules = lookup.rules(desk, PROGRAM)
    today = desk.clock.now().date()
    versions = {each.code: each for each in rules.current(today) if each.is_complete}
    return [
        (rules.procedure(versions[asked.code].id), asked)
        for asked in tables.ASKED
        if asked.code in versions
    ]


@dataclass(frozen=True, slots=True)
class _Known:
    """Somebody who came, and for what."""

    code: str
    applicant: Applicant


def _request(chance: random.Random, procedure: Procedure, applicant: Applicant) -> IntakeRequest:
    case = procedure.cases[0] if procedure.cases else None
    asked = procedure.documents_for(case) or procedure.documents
    wanted = asked[: chance.randint(1, 4)]
    channel = chance.choices((Channel.DIRECT, Channel.ONLINE, Channel.POSTAL), (80, 15, 5))[0]
    if procedure.rule_for(channel, case) is None:
        channel = procedure.limits[0].channel
        case = procedure.limits[0].case
    papers = [expected(paper, channel) for paper in wanted]
    return IntakeRequest(
        procedure=procedure.code,
        case=case,
        channel=channel,
        applicant=applicant,
        documents=tuple(papers) or (SubmittedDocument("Tờ khai", 1, 0),),
        return_by=ReturnBy.ONLINE if channel is Channel.ONLINE else ReturnBy.DESK,
    )
