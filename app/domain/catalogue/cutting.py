"""Limits the office cut below what the law gives, by a decision: the shorter one is promised."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.domain.catalogue.completion import NoSuchRule
from app.domain.catalogue.procedure import (
    Channel,
    IncompleteLimit,
    LimitRule,
    Procedure,
    check_cut,
    check_steps,
    working_hours,
)
from app.domain.deadline.time_limit import TimeLimit
from app.domain.errors import DeskError
from app.domain.text import line

DECISION_LIMIT = 300
_PER_MILLE = 1_000


@dataclass(frozen=True, slots=True)
class LimitCutRequest:
    """Which limit of which procedure is cut to what, by which decision; None: by the law again.

    `approver` is somebody else than who asks.
    """

    code: str
    channel: Channel
    case: str | None
    limit: TimeLimit | None
    decision: str
    approver: str


class NotCut(DeskError):
    """The limit was not cut by the office. Facts: code, limit."""


def cut(
    procedure: Procedure, channel: Channel, case: str | None, limit: TimeLimit, *, decision: str
) -> Procedure:
    """`procedure` promised within `limit`; what the law gives is kept beside it.

    Every channel with the same legal limit in the same case is cut alike: a decision cuts the
    procedure, not one way of filing it.

    Raises:
        NoSuchRule, IncompleteLimit: there is no limit to cut.
        CutNotShorter: `limit` is not shorter than the law's.
        StepsExceedLimit: the steps take longer than `limit`.
        TextMissing, TextTooLong, TextHasControls: about the decision.
    """
    legal = _legal(procedure, channel, case)
    said = line(decision, field="decision", limit=DECISION_LIMIT, required=True)

    def as_cut(rule: LimitRule) -> LimitRule:
        return replace(rule, limit=limit, statutory=legal, cut_by=said)

    after = _with_rules(procedure, case, legal, as_cut)
    for rule in after.limits:
        check_cut(rule, after.code)
    check_steps(after)
    return after


def uncut(procedure: Procedure, channel: Channel, case: str | None) -> Procedure:
    """`procedure` promised within what the law gives again.

    Raises:
        NoSuchRule, IncompleteLimit: there is no limit.
        NotCut: it was not cut.
    """
    legal = _legal(procedure, channel, case)
    after = _with_rules(
        procedure, case, legal, lambda rule: replace(rule, limit=legal, statutory=None, cut_by="")
    )
    if after == procedure:
        raise NotCut(code=procedure.code, limit=str(legal))
    return after


def cut_share(rule: LimitRule) -> float | None:
    """How much of the law's limit was cut, in per cent to one place; None where that is unknown."""
    if rule.statutory is None or rule.limit is None:
        return None
    legal, own = working_hours(rule.statutory), working_hours(rule.limit)
    if not legal or own is None:
        return None
    return round((legal - own) * _PER_MILLE / legal) / 10


def _legal(procedure: Procedure, channel: Channel, case: str | None) -> TimeLimit:
    rule = procedure.rule_for(channel, case)
    if rule is None:
        raise NoSuchRule(code=procedure.code, channel=channel, case=case)
    legal = rule.statutory or rule.limit
    if legal is None:
        raise IncompleteLimit(code=procedure.code, channel=channel, case=case, note=rule.note)
    return legal


def _with_rules(
    procedure: Procedure,
    case: str | None,
    legal: TimeLimit,
    change: Callable[[LimitRule], LimitRule],
) -> Procedure:
    """`procedure` with the rules changed that have this legal limit in this case."""
    return replace(
        procedure,
        limits=tuple(
            change(rule) if rule.case == case and (rule.statutory or rule.limit) == legal else rule
            for rule in procedure.limits
        ),
    )
