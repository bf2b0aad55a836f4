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

from app.domain.actor import Actor
from app.domain.answers import Registered
from app.domain.clock import Clock, SetClock
from app.domain.dossier import Applicant, ApplicantKind, IntakeRequest, SubmittedDocument
from app.domain.errors import DeskError
from app.domain.identity import IdKind, Sex
from app.domain.procedure import Channel, Procedure, ReturnBy
from app.domain.working_calendar import WorkingCalendar
from app.usecases import (
    correction,
    intake,
    lookup,
    office,
    opening,
    practice_money,
    progress,
)
from app.usecases.desk import Desk
from app.usecases.progress import Opened

_FAMILY = "Hoàng Nông Lý Triệu Vy Đặng Chu Bàn Thôn Lương Hứa La Phùng Mạc Đàm Dương Trần Nguyễn"
_MIDDLE_MEN = "Văn Đức A Quang Minh Hữu Công"
_MIDDLE_WOMEN = "Thị Mùi Thu Ngọc Thùy Bích"
_MEN = "Ưng Páo Sềnh Slam Hùng Đạt Khải Thắng Lâm Tùng Kiên Vinh"
_WOMEN = "Mẩy Slao Phấy Phương Hà Lan Thơm Hường Đào Diệp Mến Xuân"
_HAMLETS = "Bản Loỏng, Khuổi Tát, Nà Pài, Pò Mạch, Bản Ngà, Còn Chủ, Nà Lình, Khau Slung"
_BUSINESSES = "Hợp tác xã Mẫu Sơn, Hộ kinh doanh Hồi Lâm, Công ty TNHH Đá Xanh, Tổ hợp tác Nà Pài"
_OFFICERS = ("Hoàng Thị Lan", "Nông Văn Định")
# Weights as a ward reports them: certification first, then civil status, then the rest.
_POPULAR = (
    ("2.000815", 30), ("2.000635", 14), ("1.001193", 10), ("1.004873", 10), ("2.000884", 8),
    ("1.000656", 4), ("1.000894", 4), ("1.004884", 3), ("1.011607", 3), ("1.004837", 2),
    ("1.001022", 2), ("2.001035", 2),
)  # fmt: skip
_DAYS_BACK = 25
PRACTICE_OFFICE = opening.OfficeFacts("UBND xã Mẫu Sơn", "H37.99.1", _OFFICERS[0])


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
    desk = opening.make_office(folder, moving, facts)
    try:
        _set_office(desk, facts)
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


def _set_office(desk: Desk, facts: opening.OfficeFacts) -> None:
    office.change_settings(
        desk,
        Actor(facts.officer),
        {
            "superior_body": "UBND tỉnh Lạng Sơn",
            "practice": "true",
        },
    )


def _moments(desk: Desk, chance: random.Random, until: datetime, count: int) -> list[datetime]:
    """`count` open minutes of the last weeks, most of them recent, in order."""
    calendar = lookup.calendar(desk)
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
    procedures: list[tuple[Procedure, int]]
    states: Counter[str] = field(default_factory=Counter)
    plans: list[tuple[datetime, int, str]] = field(default_factory=list)
    people: list[Applicant] = field(default_factory=list)
    money: random.Random = field(default_factory=lambda: random.Random(7))  # noqa: S311 - as above

    @property
    def actor(self) -> Actor:
        return Actor(self.chance.choice(_OFFICERS))

    def receive(self, moment: datetime) -> None:
        self.clock.set(moment)
        weights = [weight for _, weight in self.procedures]
        procedure = self.chance.choices([p for p, _ in self.procedures], weights)[0]
        request = _request(self.chance, procedure, self._applicant())
        tariff = lookup.rules(self.desk).tariff(moment.date())
        charged = practice_money.charged(self.money, request, procedure, tariff)
        registered = intake.register_dossier(self.desk, self.actor, charged)
        self.states["RECEIVED"] += 1
        self._plan(registered, moment)

    def settle_before(self, moment: datetime) -> None:
        """Let everything planned before `moment` happen, in order of time."""
        while self.plans and min(self.plans)[0] <= moment:
            due = min(self.plans)
            self.plans.remove(due)
            at, dossier_id, verb = due
            self.clock.set(at)
            self._do(dossier_id, verb)

    def _applicant(self) -> Applicant:
        if self.people and self.chance.random() < 0.2:
            return self.chance.choice(self.people)
        applicant = _person(self.chance, len(self.people))
        self.people.append(applicant)
        return applicant

    def _plan(self, registered: Registered, received: datetime) -> None:
        """Decide what becomes of a dossier: most end in time, a few wait, stop or run late."""
        dossier_id = registered.dossier_id
        later = self._later(received, 1, 6)
        kind = self.chance.random()
        if kind < 0.08:
            self.plans.append((later, dossier_id, "supplement"))
            later = self._later(later, 8, 40)
            self.plans.append((later, dossier_id, "complete"))
        elif kind < 0.11:
            self.plans.append((later, dossier_id, "cancel"))
            return
        elif kind < 0.16:
            self.plans.append((later, dossier_id, "correct"))
        if kind > 0.5:
            self.plans.append((later, dossier_id, "start"))
        end = self._end(registered, later)
        self.plans.append((end, dossier_id, "finish"))
        if self.chance.random() < 0.93:
            self.plans.append((self._later(end, 1, 12), dossier_id, "return"))

    def _end(self, registered: Registered, later: datetime) -> datetime:
        """When the result is ready: nearly always before the promise, rarely after it."""
        if registered.due_at is None:
            return self._later(later, 8, 40)
        calendar = lookup.calendar(self.desk)
        left = calendar.open_minutes(later, registered.due_at)
        if left <= 30 or self.chance.random() < 0.04:
            return self._later(max(later, registered.due_at), 1, 20)
        return self._later(later, 0, max(1, left // 60 - 1))

    def _later(self, moment: datetime, least: int, most: int) -> datetime:
        """An open minute `least` to `most` working hours on."""
        calendar = lookup.calendar(self.desk)
        minutes = self.chance.randint(least * 60 + 5, most * 60 + 5)
        return calendar.forward(moment, minutes) - timedelta(minutes=1)

    def _do(self, dossier_id: int, verb: str) -> None:
        dossier = lookup.dossier_view(self.desk, dossier_id).dossier
        opened = Opened(dossier_id, dossier.version)
        acts: dict[str, Callable[[], object]] = {
            "supplement": lambda: progress.request_supplement(
                self.desk,
                self.actor,
                opened,
                papers=["Bản sao giấy tờ chứng minh nơi cư trú"],
                reason="Hồ sơ thiếu giấy tờ theo danh mục",
            ),
            "complete": lambda: progress.complete_supplement(self.desk, self.actor, opened),
            "start": lambda: progress.start_processing(self.desk, self.actor, opened),
            "finish": lambda: progress.finish_processing(self.desk, self.actor, opened),
            "return": lambda: progress.return_result(
                self.desk,
                self.actor,
                opened,
                to_whom=dossier.applicant.full_name,
                identity=dossier.applicant.personal_id or "Thẻ căn cước",
            ),
            "cancel": lambda: progress.cancel_dossier(
                self.desk, self.actor, opened, reason="Người nộp xin rút hồ sơ", withdrawn=True
            ),
            "correct": lambda: correction.correct_dossier(
                self.desk,
                self.actor,
                opened,
                correction.Correction(applicant=replace(dossier.applicant, phone="0900000999")),
                reason="Người nộp đổi số điện thoại",
            ),
        }
        try:
            acts[verb]()
        except DeskError:
            # A plan the day has overtaken (completed before it was asked for): nothing happens.
            return
        after = lookup.dossier_view(self.desk, dossier_id).dossier.state.value
        self.states[dossier.state.value] -= 1
        self.states[after] += 1


def _usable(desk: Desk) -> list[tuple[Procedure, int]]:
    """Popular procedures with their weights, and a few of the rest."""
    rules = lookup.rules(desk)
    today = desk.clock.now().date()
    popular = dict(_POPULAR)
    found = []
    for version in sorted(rules.current(today), key=lambda v: v.code):
        if not version.is_complete:
            continue
        found.append((rules.procedure(version.id), popular.get(version.code, 0)))
    rest = [(procedure, 1) for procedure, weight in found if not weight]
    return [(p, w) for p, w in found if w] + rest[::12]


def _request(chance: random.Random, procedure: Procedure, applicant: Applicant) -> IntakeRequest:
    case = procedure.cases[0] if procedure.cases else None
    asked = procedure.documents_for(case) or procedure.documents
    papers = [
        SubmittedDocument(
            paper.name,
            paper.originals if paper.originals or paper.copies else 1,
            paper.copies,
            paper.code,
        )
        for paper in asked[: chance.randint(1, 4)]
    ]
    channel = chance.choices(list(Channel), [80, 15, 5])[0]
    if procedure.rule_for(channel, case) is None:
        channel = procedure.limits[0].channel
        case = procedure.limits[0].case
    return IntakeRequest(
        procedure=procedure.code,
        case=case,
        channel=channel,
        applicant=applicant,
        documents=tuple(papers) or (SubmittedDocument("Tờ khai", 1, 0),),
        return_by=ReturnBy.ONLINE if channel is Channel.ONLINE else ReturnBy.DESK,
    )


def _person(chance: random.Random, number: int) -> Applicant:
    """An invented applicant; phones 0900 000 xxx and identity numbers are nobody's."""
    hamlet = chance.choice(_HAMLETS.split(", "))
    phone = f"0900{number:06d}"
    address = f"Thôn {hamlet}, xã Mẫu Sơn, tỉnh Lạng Sơn"
    if chance.random() < 0.08:
        return Applicant(
            full_name=chance.choice(_BUSINESSES.split(", ")),
            kind=ApplicantKind.BUSINESS,
            personal_id=f"4900{number:06d}",
            id_kind=IdKind.TAX_CODE,
            phone=phone,
            address=address,
        )
    is_man = chance.random() < 0.5
    middle = chance.choice((_MIDDLE_MEN if is_man else _MIDDLE_WOMEN).split())
    given = chance.choice((_MEN if is_man else _WOMEN).split())
    year = chance.randint(1950, 2006)
    century = (0 if is_man else 1) + (2 if year >= 2000 else 0)
    has_card = chance.random() < 0.9
    return Applicant(
        full_name=f"{chance.choice(_FAMILY.split())} {middle} {given}",
        personal_id=f"020{century}{year % 100:02d}{number:06d}" if has_card else "",
        born=f"{year}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}",
        sex=Sex.MALE if is_man else Sex.FEMALE,
        phone=phone,
        address=address,
    )
