"""The texts of law a count rests on, each with the days it is in force.

A count cites what was in force on the day of receipt. What a text says belongs to the law, so a
text that is replaced keeps its row and gains an end; its successor is a row of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.deadline.pauses import PauseMode
from app.domain.deadline.time_limit import TimeLimit, Unit
from app.domain.phrases import joined, phrase
from app.domain.text import fold


class LegalRule(StrEnum):
    """Rules of law a count follows."""

    RECEIPT = "RECEIPT"
    PERIODS = "PERIODS"
    SAME_DAY = "SAME_DAY"
    DAYS_OFF = "DAYS_OFF"
    SUPPLEMENT_NOT_COUNTED = "SUPPLEMENT_NOT_COUNTED"
    SUPPLEMENT_RESTARTS = "SUPPLEMENT_RESTARTS"


@dataclass(frozen=True, slots=True)
class LegalText:
    """One text: the rule it gives, how it is cited, and the days it is in force, both included.

    `field` is the field of procedures it is about, folded; empty for all of them.
    """

    rule: LegalRule
    text: str
    since: date = date.min
    until: date = date.max
    field: str = ""


CIVIL_STATUS = "ho tich"
CERTIFICATION = "chung thuc"
LEGAL_TEXTS = (
    LegalText(
        LegalRule.RECEIPT,
        phrase("Nghị định 61/2018/NĐ-CP"),
        date(2018, 6, 21),
        date(2025, 6, 30),
    ),
    LegalText(
        LegalRule.RECEIPT,
        phrase("Nghị định 118/2025/NĐ-CP"),
        date(2025, 7, 1),
        date(2026, 8, 4),
    ),
    LegalText(
        LegalRule.RECEIPT,
        phrase("Nghị định 118/2025/NĐ-CP, sửa đổi bởi Nghị định 309/2026/NĐ-CP"),
        date(2026, 8, 5),
    ),
    LegalText(LegalRule.PERIODS, phrase("Bộ luật Dân sự 2015, Điều 147 và 148"), date(2017, 1, 1)),
    LegalText(
        LegalRule.SAME_DAY,
        phrase("Luật Hộ tịch 2014, khoản 3 Điều 5"),
        date(2016, 1, 1),
        date(2027, 2, 28),
        CIVIL_STATUS,
    ),
    LegalText(
        LegalRule.SAME_DAY,
        phrase("Nghị định 23/2015/NĐ-CP, Điều 7"),
        date(2015, 4, 10),
        field=CERTIFICATION,
    ),
    LegalText(
        LegalRule.DAYS_OFF, phrase("Bộ luật Lao động 2019, Điều 111 và 112"), date(2021, 1, 1)
    ),
    LegalText(LegalRule.DAYS_OFF, phrase("Nghị quyết 28/2026/QH16"), date(2026, 7, 1)),
    LegalText(
        LegalRule.SUPPLEMENT_NOT_COUNTED,
        phrase("thời gian bổ sung hồ sơ không tính vào thời hạn"),
    ),
    LegalText(LegalRule.SUPPLEMENT_RESTARTS, phrase("bổ sung xong thì tính lại thời hạn từ đầu")),
)
"""Law on Civil Status 60/2014/QH13 gives way to 03/2026/QH16 on 1/3/2027, whose article on the same
day was not read: no text is cited for it."""


def legal_texts(rule: LegalRule, on: date, field: str = "") -> tuple[str, ...]:
    """How the texts that give `rule` on that day are cited.

    Without `field` those of every field are given, each led by the field's name.
    """
    return tuple(_cited(each, field) for each in _in_force(rule, on) if _is_about(each, field))


def count_basis(
    limit: TimeLimit, received_on: date, field: str, *, has_waits: bool, mode: PauseMode
) -> tuple[str, ...]:
    """The texts a count of `limit` rests on, of those in force on the day of receipt."""
    rules = _rules(limit, received_on, field, has_waits=has_waits, mode=mode)
    return tuple(text for rule in rules for text in legal_texts(rule, received_on, field))


def is_same_day_field(field: str) -> bool:
    """Whether the law gives results of this field on the same day, where it sets no other limit."""
    return any(_is_about(each, field) for each in LEGAL_TEXTS if field and each.field)


def _rules(
    limit: TimeLimit, on: date, field: str, *, has_waits: bool, mode: PauseMode
) -> Iterator[LegalRule]:
    match limit.unit:
        case Unit.NONE:
            return
        case Unit.SAME_DAY if legal_texts(LegalRule.SAME_DAY, on, field):
            yield LegalRule.SAME_DAY
        case Unit.DAY | Unit.MONTH:
            yield LegalRule.PERIODS
        case _:
            yield LegalRule.RECEIPT
    yield LegalRule.DAYS_OFF
    if has_waits:
        restarts = mode is PauseMode.RESTART
        yield LegalRule.SUPPLEMENT_RESTARTS if restarts else LegalRule.SUPPLEMENT_NOT_COUNTED


def _in_force(rule: LegalRule, on: date) -> Iterator[LegalText]:
    return (each for each in LEGAL_TEXTS if each.rule is rule and each.since <= on <= each.until)


def _is_about(text: LegalText, field: str) -> bool:
    return not text.field or not field or text.field in fold(field)


def _cited(text: LegalText, field: str) -> str:
    if not text.field or field:
        return text.text
    return joined((_FIELDS[text.field], text.text), " ")


_FIELDS = {CIVIL_STATUS: phrase("hộ tịch:"), CERTIFICATION: phrase("chứng thực:")}
