"""Limit rules per channel and case out of published methods."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.catalogue.procedure import Channel, LimitRule, Provenance
from app.domain.deadline.legal_basis import is_same_day_field
from app.domain.deadline.time_limit import InvalidTimeLimit, TimeLimit, Unit
from app.domain.errors import DeskError
from app.exchange.catalogue.fields import Remarks
from app.exchange.catalogue.published import PublishedMethod
from app.exchange.catalogue.row import Gap

SAME_DAY_SOURCE = (
    "Danh mục ghi “1”, đơn vị khác: trong lĩnh vực hộ tịch và chứng thực là trong ngày; nhận sau "
    "15 giờ: ngày làm việc tiếp theo"
)
_CASE = re.compile(r"trường\s+hợp\s+[^.;:\n]{4,160}", re.IGNORECASE)
_UNIT_WORDS = {
    Unit.WORKING_DAY: "ngày làm việc",
    Unit.WORKING_HOUR: "giờ làm việc",
    Unit.HOUR: "giờ",
    Unit.DAY: "ngày",
    Unit.MONTH: "tháng",
}


class CatalogueUnknownUnit(DeskError):
    """Facts: unit."""


@dataclass(frozen=True, slots=True)
class _Limit:
    """A limit as read; `source` is set when it is our reading and not the file's words."""

    limit: TimeLimit | None
    source: str = ""


def read_rules(
    methods: Sequence[PublishedMethod], field: str, remarks: Remarks
) -> tuple[LimitRule, ...]:
    """One rule per channel, or one per channel and case where a channel has several limits.

    A case the file does not name is named by its wording ("đối với trường hợp …"), and where that
    says nothing by number and limit, so that the clerk has to choose.

    Raises:
        InvalidTimeLimit, CatalogueUnknownUnit: as named.
    """
    limits = [_read_limit(method, field, remarks) for method in methods]
    names = _case_names(methods, limits, remarks)
    rules: dict[tuple[Channel, str | None], LimitRule] = {}
    for method, read in zip(methods, limits, strict=True):
        case = names.get((method.case, read)) if _tells_cases(method, methods, limits) else None
        key = (method.channel, case)
        earlier = rules.get(key)
        rules[key] = LimitRule(
            channel=method.channel,
            case=case,
            limit=read.limit,
            note=_joined(earlier.note if earlier else "", method.note),
            provenance=Provenance.COMPLETED if read.source else Provenance.AS_PUBLISHED,
            source=read.source,
        )
    return tuple(rules.values())


def _read_limit(method: PublishedMethod, field: str, remarks: Remarks) -> _Limit:
    """The limit of one method; OTHER and missing amounts are no limits (`docs/deadlines.md`)."""
    amount, unit = method.amount, method.unit
    if unit == "OTHER" and amount == 1 and is_same_day_field(field):
        return _Limit(TimeLimit(Unit.SAME_DAY), SAME_DAY_SOURCE)
    if not unit and amount is None:
        remarks.add(Gap.LIMIT_MISSING, method.channel)
        return _Limit(None)
    if unit in {"", "OTHER"} or not amount:
        remarks.add(Gap.LIMIT_OPEN, f"{method.channel}: {method.limit_text}")
        return _Limit(None)
    if unit not in set(Unit):
        raise CatalogueUnknownUnit(unit=unit)
    if amount != int(amount):
        raise InvalidTimeLimit(text=f"{amount} {unit}")
    return _Limit(TimeLimit(Unit(unit), int(amount)))


def _tells_cases(
    method: PublishedMethod, methods: Sequence[PublishedMethod], limits: Sequence[_Limit]
) -> bool:
    same = {
        (each.case, read)
        for each, read in zip(methods, limits, strict=True)
        if each.channel is method.channel
    }
    return len({read for _, read in same}) > 1


def _case_names(
    methods: Sequence[PublishedMethod], limits: Sequence[_Limit], remarks: Remarks
) -> dict[tuple[str, _Limit], str]:
    """A name for each (published case, limit), the same in every channel, never twice."""
    wordings: dict[tuple[str, _Limit], list[str]] = {}
    ordered = sorted(
        zip(methods, limits, strict=True), key=lambda pair: pair[0].channel is not Channel.DIRECT
    )
    for method, read in ordered:
        if _tells_cases(method, methods, limits):
            wordings.setdefault((method.case, read), []).append(method.note)
    names: dict[tuple[str, _Limit], str] = {}
    for number, (key, notes) in enumerate(wordings.items(), start=1):
        name = key[0] or _named_by(notes)
        if not name or name in names.values():
            name = f"Trường hợp {number}: {_words(key[1].limit)}"
            remarks.add(Gap.CASE_NUMBERED, name)
        names[key] = name
    return names


def _named_by(notes: Iterable[str]) -> str:
    for note in notes:
        if found := _CASE.search(note):
            text = " ".join(found.group().split()).strip(" ,(-+*")
            return text[0].upper() + text[1:]
    return ""


def _words(limit: TimeLimit | None) -> str:
    if limit is None:
        return "chưa rõ thời hạn"
    return f"{limit.amount} {_UNIT_WORDS[limit.unit]}" if limit.amount else "trong ngày"


def _joined(earlier: str, note: str) -> str:
    parts = [part for part in (earlier, note) if part]
    return "\n".join(dict.fromkeys(parts))
