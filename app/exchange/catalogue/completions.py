"""Hand completions of published procedures: kept apart from what was published."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from app.domain.catalogue.procedure import Channel, Fee, LimitRule, Procedure, Provenance, Step
from app.domain.deadline.time_limit import parse
from app.exchange.catalogue.published import PublishedMethod


class CompletedLimit(msgspec.Struct, frozen=True, kw_only=True):
    """A limit for one case; `channel` None means every published channel.

    `limit` is as `app.domain.deadline.time_limit.parse` reads it, null where it is still open.
    `amounts`
    names the published limits whose wording the rule keeps as its note, all if empty.
    """

    limit: str | None
    provenance: Provenance
    source: str
    case: str | None = None
    channel: Channel | None = None
    amounts: tuple[str, ...] = ()


class Completion(msgspec.Struct, frozen=True, kw_only=True):
    """What was completed for one code, and the published limits (as a set) it was made for."""

    code: str
    published: frozenset[str]
    limits: tuple[CompletedLimit, ...] = ()
    fees: tuple[Fee, ...] = ()
    steps: tuple[Step, ...] = ()
    field_code: str = ""
    provenance: Provenance = Provenance.COMPLETED

    def fits(self, methods: Iterable[PublishedMethod]) -> bool:
        """Whether `methods` still say what this completion was made for."""
        return {method.limit_text for method in methods} == self.published


class Completions(msgspec.Struct, frozen=True, kw_only=True):
    """The seed's hand work: completions by code, and procedures the crawl does not hold."""

    completions: tuple[Completion, ...]
    added: tuple[Procedure, ...]

    def by_code(self) -> Mapping[str, Completion]:
        """The completions by procedure code."""
        return {each.code: each for each in self.completions}


def read_completions(data: bytes) -> Completions:
    """Read `resources/seed/completions.json`; a mistake in it is a bug and raises as one."""
    return msgspec.json.decode(data, type=Completions)


def completed_rules(
    completion: Completion | None, methods: Sequence[PublishedMethod]
) -> tuple[LimitRule, ...]:
    """The completed limit rules for the channels of `methods`; empty if none were completed."""
    if completion is None:
        return ()
    channels = dict.fromkeys(method.channel for method in methods)
    return tuple(
        LimitRule(
            channel=channel,
            case=each.case,
            limit=parse(each.limit) if each.limit else None,
            note=_wording(methods, channel, each.amounts),
            provenance=each.provenance,
            source=each.source,
        )
        for channel in channels
        for each in completion.limits
        if each.channel in {None, channel}
    )


def completed_fees(completion: Completion | None) -> tuple[Fee, ...]:
    """The completed fees; empty if none were completed."""
    return completion.fees if completion else ()


def _wording(methods: Iterable[PublishedMethod], channel: Channel, amounts: Iterable[str]) -> str:
    wanted = set(amounts)
    notes = [
        method.note
        for method in methods
        if method.channel is channel and (not wanted or method.limit_text in wanted)
    ]
    return "\n".join(dict.fromkeys(note for note in notes if note))
