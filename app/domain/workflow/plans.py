"""The steps of a procedure: the office's own, those of the catalogue, or those proposed."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.catalogue.procedure import HOURS_PER_WORKING_DAY, Procedure, Provenance, Step
from app.domain.deadline.time_limit import TimeLimit, Unit
from app.domain.errors import DeskError
from app.domain.text import fold
from app.domain.workflow.agencies import PROPOSED
from app.domain.workflow.handing import DESK

MOST_STEPS = 30
_OPEN_HOURS = {
    Unit.WORKING_HOUR: 1.0,
    Unit.WORKING_DAY: float(HOURS_PER_WORKING_DAY),
    Unit.DAY: HOURS_PER_WORKING_DAY * 5 / 7,
    Unit.MONTH: 20.0 * HOURS_PER_WORKING_DAY,
}
"""Open hours a unit is sure to hold about; the others are done at the desk."""
_SHORTEST = 2 * HOURS_PER_WORKING_DAY
"""Open hours below which nothing is proposed: such a dossier seldom leaves the desk."""
_OFFICE, _ECONOMY, _SOCIETY, _LEADERS = PROPOSED
_FIELDS = (
    (_ECONOMY, ("dat dai", "xay dung", "kinh doanh", "nong nghiep", "lam nghiep", "thuy loi",
                "moi truong", "duong bo", "duong thuy", "quy hoach", "hop tac xa", "thuong mai",
                "chan nuoi", "thuy san", "trong trot", "phong chong thien tai", "tai chinh")),
    (_SOCIETY, ("bao tro", "nguoi co cong", "van hoa", "giao duc", "y te", "dan toc", "ton giao",
                "tin nguong", "viec lam", "the thao", "tre em", "phong chong te nan", "giam ngheo",
                "xa hoi", "du lich", "gia dinh")),
)  # fmt: skip


class NoSteps(DeskError):
    """A workflow without a step, or with too many. Facts: most."""


class StepNeedsLimit(DeskError):
    """A step has no limit in working time. Facts: step (its position), limit (as it was given)."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps a procedure takes; UNVERIFIED are those nobody here has confirmed."""

    steps: tuple[Step, ...]
    provenance: Provenance


NO_PLAN = Plan((), Provenance.UNVERIFIED)


def plan_of(procedure: Procedure, own: Sequence[Step], limit: TimeLimit) -> Plan:
    """The steps in force for a dossier of `procedure` under `limit`.

    Args:
        procedure: the version it was received under.
        own: the office's own steps, empty if it set none.
        limit: the dossier's.
    """
    if own:
        return Plan(tuple(own), Provenance.COMPLETED)
    if procedure.steps:
        steps = sorted(procedure.steps, key=lambda step: step.position)
        return Plan(tuple(steps), procedure.provenance)
    return proposed_plan(procedure.field, limit)


def proposed_plan(field: str, limit: TimeLimit) -> Plan:
    """Four usual steps within `limit`: taken in, worked on, signed, given back; always unverified.

    The desk hands on within half a working day and gives back within an hour, the signature takes
    an eighth of the rest, at least four hours and at most sixteen; what is left is the agency's
    whose field it is.
    """
    hours = int(limit.amount * _OPEN_HOURS.get(limit.unit, 0.0))
    if hours < _SHORTEST:
        return NO_PLAN
    desk, back = 4, 1
    signing = min(16, max(4, (hours - desk - back) // 8))
    parts = (
        (DESK, "Tiếp nhận, chuyển hồ sơ", desk),
        (agency_for(field), "Thẩm định, giải quyết hồ sơ", hours - desk - back - signing),
        (_LEADERS, "Ký duyệt kết quả", signing),
        (DESK, "Nhận kết quả, trả cho người dân", back),
    )
    steps = tuple(
        Step(nth, agency, duty, TimeLimit(Unit.WORKING_HOUR, amount))
        for nth, (agency, duty, amount) in enumerate(parts, start=1)
    )
    return Plan(steps, Provenance.UNVERIFIED)


def agency_for(field: str) -> str:
    """The agency of a commune that usually works on procedures of `field`."""
    folded = fold(field)
    return next(
        (agency for agency, words in _FIELDS if any(word in folded for word in words)), _OFFICE
    )


def step_for(steps: Sequence[Step], agency: str, after: int, desk: str) -> Step | None:
    """The step that begins when a dossier comes to `agency`, having passed position `after`.

    It is the next one of that agency; of one that comes back to an earlier step, that one. None:
    the agency has none. `desk` is what the office calls its desk.
    """
    own = [step for step in steps if is_same(step.agency, agency, desk)]
    later = [step for step in own if step.position > after]
    return next(iter(later or own[-1:]), None)


def is_same(one: str, other: str, desk: str) -> bool:
    """Whether both name the same agency; the desk may stand there by the name it has."""
    return _key(one, desk) == _key(other, desk)


def _key(agency: str, desk: str) -> str:
    return DESK if fold(agency) in {"", "desk", fold(desk)} else fold(agency)
