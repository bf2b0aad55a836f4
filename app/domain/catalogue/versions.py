"""Comparing an incoming procedure with the version in force: new, changed, unchanged, refused."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum

from app.domain.catalogue.procedure import (
    Channel,
    CutNotShorter,
    LimitRule,
    Procedure,
    Provenance,
    RequiredDocument,
    ServiceLevel,
    StepsExceedLimit,
    check_cut,
    check_steps,
)
from app.domain.errors import DeskError


class Verdict(StrEnum):
    """What becomes of an incoming procedure."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


class VersionOutOfOrder(DeskError):
    """A version may not begin before the one in force. Facts: code, effective_from, current."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One part of the procedure that differs; `part` is its field, the texts say how."""

    part: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdict on one incoming procedure.

    `procedure` is the version to store when the verdict is NEW or CHANGED: the incoming one, with
    what the office had completed and the file still leaves open. `why` is set when refused.
    """

    verdict: Verdict
    procedure: Procedure
    why: DeskError | None = None
    differences: tuple[Difference, ...] = ()


_RuleKey = tuple[Channel, str | None, str]
# Where a version comes from and when it applies is not what it says.
_NOT_COMPARED = frozenset({"source", "effective_from", "effective_to"})


def compare(
    current: Procedure | None,
    incoming: Procedure,
    effective_from: date,
    *,
    keep_completed: bool = True,
) -> Comparison:
    """What becomes of `incoming`, which would apply from `effective_from`.

    Args:
        current: the version in force for the same code, None if the code is new.
        incoming: as parsed from a file.
        effective_from: first day of the new version.
        keep_completed: as in `keep_completions`; False for a file of our own shape, which says
            everything itself.
    """
    arriving = replace(incoming, effective_from=effective_from)
    try:
        check_steps(arriving)
    except StepsExceedLimit as too_long:
        return Comparison(Verdict.REFUSED, arriving, too_long)
    if current is None:
        return Comparison(Verdict.NEW, arriving)
    merged = keep_completions(current, arriving) if keep_completed else arriving
    differences = tuple(_differences(current, merged))
    if not differences:
        return Comparison(Verdict.UNCHANGED, current)
    if effective_from < current.effective_from:
        too_early = VersionOutOfOrder(
            code=current.code, effective_from=effective_from, current=current.effective_from
        )
        return Comparison(Verdict.REFUSED, arriving, too_early, differences)
    return Comparison(Verdict.CHANGED, merged, None, differences)


def keep_completions(current: Procedure, incoming: Procedure) -> Procedure:
    """`incoming` with the hand-made parts of `current` that published files never hold.

    Limits the file leaves open keep the office's completion for the same channel, case and
    published wording; steps, service level, field and paper codes stay when the file is silent.
    A limit the office cut stays cut as long as what is published is longer. Steps that no longer
    fit into a shorter limit are dropped, since a workflow must not outlast its promise.
    """
    completed = {
        (rule.channel, rule.case, rule.note): rule
        for rule in current.limits
        if rule.limit is not None and rule.provenance is not Provenance.AS_PUBLISHED
    }
    cuts = {
        (rule.channel, rule.case, rule.note): rule
        for rule in current.limits
        if rule.statutory is not None
    }
    merged = replace(
        incoming,
        limits=tuple(
            _with_cut(_with_completion(rule, completed), cuts) for rule in incoming.limits
        ),
        steps=incoming.steps or current.steps,
        field_code=incoming.field_code or current.field_code,
        decision=incoming.decision or current.decision,
        pause_mode=current.pause_mode,
        service_level=(
            current.service_level
            if incoming.service_level is ServiceLevel.UNKNOWN
            else incoming.service_level
        ),
        documents=_with_codes(current, incoming),
    )
    try:
        check_steps(merged)
    except StepsExceedLimit:
        return replace(merged, steps=())
    return merged


def _with_completion(rule: LimitRule, completed: dict[_RuleKey, LimitRule]) -> LimitRule:
    known = completed.get((rule.channel, rule.case, rule.note))
    if rule.limit is not None or known is None:
        return rule
    return replace(
        rule,
        limit=known.statutory or known.limit,
        provenance=known.provenance,
        source=known.source,
    )


def _with_cut(rule: LimitRule, cuts: dict[_RuleKey, LimitRule]) -> LimitRule:
    known = cuts.get((rule.channel, rule.case, rule.note))
    if known is None or rule.limit is None or rule.statutory is not None:
        return rule
    cut = replace(rule, limit=known.limit, statutory=rule.limit, cut_by=known.cut_by)
    try:
        check_cut(cut, "")
    except CutNotShorter:
        return rule
    return cut


def _with_codes(current: Procedure, incoming: Procedure) -> tuple[RequiredDocument, ...]:
    codes = {paper.name: paper.code for paper in current.documents if paper.code}
    return tuple(
        paper if paper.code or paper.name not in codes else replace(paper, code=codes[paper.name])
        for paper in incoming.documents
    )


def _differences(current: Procedure, merged: Procedure) -> Iterable[Difference]:
    for field in fields(Procedure):
        old, new = getattr(current, field.name), getattr(merged, field.name)
        if field.name in _NOT_COMPARED or old == new:
            continue
        yield Difference(field.name, *_texts(field.name, old, new))


def _texts(part: str, old: object, new: object) -> tuple[str, str]:
    if part == "limits" and isinstance(old, tuple) and isinstance(new, tuple):
        gone = [_limit_text(rule) for rule in old if rule not in new]
        come = [_limit_text(rule) for rule in new if rule not in old]
        return "; ".join(gone), "; ".join(come)
    if isinstance(old, tuple) and isinstance(new, tuple):
        gone = [_short(item) for item in old if item not in new]
        come = [_short(item) for item in new if item not in old]
        return "; ".join(gone), "; ".join(come)
    return str(old), str(new)


def _limit_text(rule: LimitRule) -> str:
    case = f" ({_short(rule.case)})" if rule.case else ""
    cut = f" < {rule.statutory} ({rule.cut_by})" if rule.statutory else ""
    return f"{rule.channel}{case} {rule.limit or '–'}{cut} [{rule.provenance}]"


def _short(item: object) -> str:
    text = str(getattr(item, "name", None) or getattr(item, "duty", None) or item)
    return text if len(text) <= 80 else f"{text[:79]}…"
