"""A reduction of a fee: by a percentage, or down to a sum; what is left to pay, to the đồng."""

import re
from dataclasses import dataclass

from app.domain.errors import FieldError
from app.domain.money.typed_dong import NotDong, read_dong
from app.domain.text import cited

_PERCENT = re.compile(r"(?:giảm\s*)?(\d{1,3})\s*%", re.IGNORECASE)
_DOWN_TO = re.compile(r"(?:giảm\s*)?còn\s*", re.IGNORECASE)
_LEAST_BARE_DONG = 500
"""Đồng; a smaller number alone may as well be a percentage, and no fee is as small."""


class NotARelief(FieldError):
    """Neither a percentage from 1 to 100 nor a sum, or both. Facts: field, text."""


class ReliefIdle(FieldError):
    """The reduction makes no line cheaper. Facts: field, words."""


@dataclass(frozen=True, slots=True)
class Relief:
    """How far a line is reduced: by `percent` of it, or down to `to_amount` đồng; one of the two.

    A request may name 100 per cent; settled, that is no reduction but an exemption of the whole
    (`Exemption.relief` None).
    """

    percent: int | None = None
    to_amount: int | None = None

    @property
    def is_sound(self) -> bool:
        """Exactly one is named, and it takes something away and leaves something."""
        if self.percent is not None:
            return self.to_amount is None and 1 <= self.percent <= 99
        return self.to_amount is not None and self.to_amount >= 1

    def left_of(self, amount: int) -> int:
        """What is to be paid of a line of `amount` đồng.

        A percentage leaves whole đồng: half a đồng and more is rounded up, less is dropped. Each
        line is rounded by itself, so that the lines add up to what is due. A sum named is never
        more than the line itself.
        """
        if self.percent is not None:
            return (amount * (100 - self.percent) + 50) // 100
        return amount if self.to_amount is None else min(amount, self.to_amount)


def is_percentage(text: str) -> bool:
    """Whether `text` says how far a fee is reduced and nothing else: ``50%``, ``giảm 50 %``."""
    return _PERCENT.fullmatch(text.strip()) is not None


def read_relief(text: str, *, field: str) -> Relief:
    """Read ``50%`` (a half less) or ``5.000`` (that is left to pay).

    A bare number too small for a fee is a percentage without its sign as likely as a sum: it is
    neither until the clerk says which.

    Raises:
        NotARelief: it is neither.
    """
    text = text.strip()
    if match := _PERCENT.fullmatch(text):
        percent = int(match[1])
        if not 1 <= percent <= 100:
            raise NotARelief(field=field, text=cited(text))
        return Relief(percent=percent)
    try:
        to_amount = read_dong(_DOWN_TO.sub("", text, count=1), field=field)
    except NotDong:
        to_amount = 0
    if not to_amount or (text.isdigit() and to_amount < _LEAST_BARE_DONG):
        raise NotARelief(field=field, text=cited(text))
    return Relief(to_amount=to_amount)
