"""A procedure as the catalogue publishes it, completed where the office had to."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.deadline.pauses import PauseMode
from app.domain.deadline.time_limit import TimeLimit, Unit
from app.domain.errors import DeskError, FieldError
from app.domain.text import fold

HOURS_PER_WORKING_DAY = 8
_HOURS = {
    Unit.WORKING_HOUR: 1,
    Unit.HOUR: 1,
    Unit.WORKING_DAY: HOURS_PER_WORKING_DAY,
    Unit.DAY: HOURS_PER_WORKING_DAY,
    Unit.MONTH: 31 * HOURS_PER_WORKING_DAY,
}

_COPIES = ("ban", "van ban", "trich luc")
"""How a unit begins that is a copy of the result, folded."""
_COUNTED_ELSEWHERE = ("trang", "nguoi")
"""Units whose number intake does not know: a catalogue amount for them is no fixed amount."""


def is_copy(per: str) -> bool:
    """Whether what is paid for each `per` is paid for each copy of the result."""
    return fold(per).startswith(_COPIES)


class Channel(StrEnum):
    """How the dossier came in (KenhThucHien 1, 2, 3; at a kiosk it is filed online)."""

    DIRECT = "DIRECT"
    ONLINE = "ONLINE"
    POSTAL = "POSTAL"
    KIOSK = "KIOSK"


class ReturnBy(StrEnum):
    """How the applicant wants the result."""

    DESK = "DESK"
    POST = "POST"
    ONLINE = "ONLINE"


class ServiceLevel(StrEnum):
    """Online service level: toàn trình, một phần, or not stated by the catalogue."""

    FULL = "FULL"
    PARTIAL = "PARTIAL"
    UNKNOWN = "UNKNOWN"


class Provenance(StrEnum):
    """Where a value comes from: as published, completed by hand, or still to be checked."""

    AS_PUBLISHED = "AS_PUBLISHED"
    COMPLETED = "COMPLETED"
    UNVERIFIED = "UNVERIFIED"


@dataclass(frozen=True, slots=True)
class LimitRule:
    """The time limit for one channel and, where the catalogue tells them apart, one case.

    `limit` is None while incomplete (published as OTHER or without unit): such a rule must be
    completed before a dossier may be received under it. `note` is the published wording,
    `source` says who or what text completed it.

    Where the office cut the limit `limit` is the shorter one, which is promised; `statutory` is
    what the law gives and `cut_by` the decision that cut it (`app.domain.catalogue.cutting`).
    """

    channel: Channel
    case: str | None
    limit: TimeLimit | None
    note: str
    provenance: Provenance
    source: str = ""
    statutory: TimeLimit | None = None
    cut_by: str = ""


@dataclass(frozen=True, slots=True)
class Fee:
    """A fee or charge; `amount` in đồng per `per` (trang, bản, giao dịch …), None if not fixed.

    `channel` None means every channel.
    """

    channel: Channel | None
    amount: int | None
    per: str
    note: str
    provenance: Provenance
    source: str = ""

    @property
    def is_per_copy(self) -> bool:
        """Whether it is paid for each copy of the result (bản, văn bản, trích lục)."""
        return is_copy(self.per)


@dataclass(frozen=True, slots=True)
class RequiredDocument:
    """A paper the catalogue asks for; `case` None means every case.

    `originals` and `copies` are never both 0. `required` papers are named when they are missing.
    `group` is the published heading the paper stands under ("Giấy tờ phải xuất trình"), `template`
    the name of the form to fill in, `code` the national paper code (MaThanhPhanHoSo).
    """

    position: int
    name: str
    case: str | None
    originals: int
    copies: int
    required: bool = False
    code: str = ""
    template: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One agency's part of the work, in order; limit in WORKING_HOUR or WORKING_DAY."""

    position: int
    agency: str
    duty: str
    limit: TimeLimit


@dataclass(frozen=True, slots=True)
class Outcome:
    """A result the procedure gives, with the national paper code (MaGiayToKetQua)."""

    name: str
    code: str


@dataclass(frozen=True, slots=True)
class Procedure:
    """One version of a procedure, in force from `effective_from` to the day before `effective_to`.

    `limits` is never empty; order as published. `notes` are the catalogue's remarks that are no
    papers. `source` names the file or text the version was taken from.
    """

    code: str
    name: str
    field: str
    field_code: str
    decision: str
    subjects: str
    limits: tuple[LimitRule, ...]
    fees: tuple[Fee, ...]
    documents: tuple[RequiredDocument, ...]
    outcomes: tuple[Outcome, ...]
    steps: tuple[Step, ...]
    pause_mode: PauseMode
    service_level: ServiceLevel
    provenance: Provenance
    source: str
    effective_from: date
    effective_to: date | None = None
    notes: tuple[str, ...] = ()

    @property
    def cases(self) -> tuple[str, ...]:
        """Names of the cases, in the order the catalogue gives them; empty if it has none."""
        named = [d.case for d in self.documents] + [r.case for r in self.limits]
        return tuple(dict.fromkeys(case for case in named if case))

    @property
    def is_complete(self) -> bool:
        """Whether every published channel and case has a usable limit."""
        return all(rule.limit is not None for rule in self.limits)

    def rule_for(self, channel: Channel, case: str | None) -> LimitRule | None:
        """The limit rule for `channel` and `case`.

        A rule of exactly this case wins over one for every case. A kiosk is a way to file online. A
        channel the catalogue does not list falls back to DIRECT (post and assisted filing of a
        desk-only procedure).
        """
        also = (Channel.ONLINE,) if channel is Channel.KIOSK else ()
        for wanted in dict.fromkeys(
            (channel, *also, Channel.DIRECT, *(r.channel for r in self.limits))
        ):
            rules = [rule for rule in self.limits if rule.channel is wanted]
            exact = [rule for rule in rules if rule.case == case]
            general = [rule for rule in rules if rule.case is None]
            if found := (exact or general):
                return found[0]
        return None

    def documents_for(self, case: str | None) -> tuple[RequiredDocument, ...]:
        """Papers asked for in `case`: those of every case and those of this one."""
        return tuple(d for d in self.documents if d.case is None or d.case == case)

    def fixed_fee(self, channel: Channel) -> Fee | None:
        """The fee of `channel` where exactly one amount is named, not nothing, nor by the page."""
        listed = [fee for fee in self.fees if fee.channel in {None, channel}]
        is_one = len({fee.amount for fee in listed}) == 1 and bool(listed[0].amount)
        if not is_one or any(
            unit in fold(fee.per) for fee in listed for unit in _COUNTED_ELSEWHERE
        ):
            return None
        return listed[0]


def working_hours(limit: TimeLimit) -> int | None:
    """The most open hours `limit` can hold, for comparing limits of different units.

    A day is 8 working hours, a calendar day at most one working day, SAME_DAY one day; None for
    NONE, which has no end.
    """
    if limit.unit is Unit.NONE:
        return None
    if limit.unit is Unit.SAME_DAY:
        return HOURS_PER_WORKING_DAY
    return limit.amount * _HOURS[limit.unit]


def check_cut(rule: LimitRule, code: str) -> None:
    """Refuse a cut limit that is not shorter than what the law gives.

    Raises:
        CutNotShorter: naming both.
    """
    if rule.statutory is None or rule.limit is None:
        return
    own, legal = working_hours(rule.limit), working_hours(rule.statutory)
    is_shorter = own is not None and (legal is None or own < legal)
    if rule.limit.unit is rule.statutory.unit:
        is_shorter = rule.limit.amount < rule.statutory.amount
    if not is_shorter:
        raise CutNotShorter(
            field="limit", code=code, limit=str(rule.limit), statutory=str(rule.statutory)
        )


def check_steps(procedure: Procedure) -> None:
    """Refuse steps that together take longer than the shortest limit of the procedure.

    Raises:
        StepsExceedLimit: naming both sums, in working hours.
    """
    limits = [rule.limit for rule in procedure.limits if rule.limit is not None]
    allowed = [hours for limit in limits if (hours := working_hours(limit)) is not None]
    needed = sum(working_hours(step.limit) or 0 for step in procedure.steps)
    if procedure.steps and allowed and needed > min(allowed):
        raise StepsExceedLimit(
            code=procedure.code, steps=_as_days(needed), limit=_as_days(min(allowed))
        )


def _as_days(hours: int) -> str:
    days, rest = divmod(hours, HOURS_PER_WORKING_DAY)
    parts = [f"{days} WORKING_DAY"] if days else []
    if rest or not days:
        parts.append(f"{rest} WORKING_HOUR")
    return " ".join(parts)


class UnknownProcedure(DeskError):
    """Facts: code."""


class ProcedureNotInForce(DeskError):
    """Facts: code, on (date), until (date or None)."""


class IncompleteLimit(DeskError):
    """The rule for this channel and case has no usable limit. Facts: code, channel, case, note."""


class CutNotShorter(FieldError):
    """A cut limit is not shorter than the law's. Facts: field, code, limit, statutory."""


class StepsExceedLimit(DeskError):
    """Facts: code, steps (their sum as text), limit (the procedure's as text)."""
