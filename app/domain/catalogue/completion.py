"""Completing a limit the catalogue left open, by the officer at the desk."""

from dataclasses import replace

from app.domain.catalogue.procedure import Channel, LimitRule, Procedure, Provenance
from app.domain.deadline.time_limit import TimeLimit
from app.domain.errors import DeskError, FieldError
from app.domain.text import paragraph

SOURCE_LIMIT = 1_000


class NoSuchRule(DeskError):
    """The procedure has no limit for that channel and case. Facts: code, channel, case."""


class LimitAlreadyPublished(FieldError):
    """A limit as published is not completed over. Facts: field, code, limit."""


def complete_limit(
    procedure: Procedure, channel: Channel, case: str | None, limit: TimeLimit, *, source: str
) -> Procedure:
    """`procedure` with the open limit of `channel` and `case` filled in.

    Every other channel that is open in the same case with the same published wording gets the same
    limit: the catalogue repeats one rule per channel, and the clerk read it once. Rules that are
    published stay. An earlier completion may be replaced, as it may have been wrong.

    Args:
        procedure: the version in force; it stays as it is.
        channel: of the dossier at hand.
        case: of the dossier at hand, None if the procedure tells none apart.
        limit: what the officer found.
        source: where it was found, in the officer's words: text, article, notice board.

    Raises:
        NoSuchRule: there is no rule to complete.
        LimitAlreadyPublished: the rule has a limit as published.
        TextMissing, TextTooLong, TextHasControls: about the source.
    """
    rule = procedure.rule_for(channel, case)
    if rule is None:
        raise NoSuchRule(code=procedure.code, channel=channel, case=case)
    if rule.limit is not None and rule.provenance is Provenance.AS_PUBLISHED:
        raise LimitAlreadyPublished(field="limit", code=procedure.code, limit=str(rule.limit))
    kept = paragraph(source, field="source", limit=SOURCE_LIMIT, required=True)
    return replace(
        procedure,
        limits=tuple(
            replace(
                each,
                limit=limit,
                provenance=Provenance.COMPLETED,
                source=kept,
                statutory=None,
                cut_by="",
            )
            if each == rule or _is_open_twin(each, rule)
            else each
            for each in procedure.limits
        ),
    )


def _is_open_twin(each: LimitRule, rule: LimitRule) -> bool:
    return each.limit is None and each.case == rule.case and each.note == rule.note
