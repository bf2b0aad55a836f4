"""Fees out of published wording: the amount, what it is paid per, and what may not be trusted."""

import re
from dataclasses import dataclass

from app.domain.text import fold

SMALLEST = 1_000
"""Smaller amounts of đồng are slips of the keyboard (thousands, a foreign unit), not fees."""
_MOST_DIGITS = 12

_HEAD = re.compile(
    r"(?:(?P<free>Miễn phí)|(?P<unknown>Không có thông tin)"
    r"|(?P<amount>\d[\d,.]*)\s(?P<currency>VNĐ|Việt Nam Đồng|USD))"
)
_MENTIONED = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d{4,9})\s*(?:đồng|đ|VNĐ)(?!\w)", re.IGNORECASE)
_PER = re.compile(
    r"(\d[\d.]*)\s*(?:đồng|đ|VNĐ)\s*/\s*([^\d.;,()\n]{2,40})(?=[.;,()\n]|$)", re.IGNORECASE
)
# What may stand beside "Miễn phí" without taking it back.
_STILL_FREE = ("khong", "mien le phi.", "phi cap ban sao")
_EDGES = " ().;:\n"


@dataclass(frozen=True, slots=True)
class PublishedFee:
    """`amount` in đồng, None where the text leaves it to someone else or contradicts it."""

    amount: int | None
    per: str
    note: str
    is_doubtful: bool = False
    is_foreign: bool = False


def fees_in_text(text: str) -> tuple[tuple[PublishedFee, ...], str]:
    """The fees at the head of `text` and the rest, which says how and how long.

    The array shape runs them together: ``2,000 Việt Nam Đồng(/trang)Tại Ủy ban …``.
    """
    fees: list[PublishedFee] = []
    rest = text
    while head := _HEAD.match(rest):
        inside, rest = _bracketed(rest[head.end() :])
        if head["unknown"] is None:
            amount = 0 if head["free"] else _whole(head["amount"])
            fees.append(fee_of(amount, inside, rest, foreign=head["currency"] == "USD"))
        if head["amount"] is None:
            break
    return tuple(fees), rest.strip()


def fee_of(
    amount: float | None, description: str, method: str, *, foreign: bool = False
) -> PublishedFee:
    """A fee from its amount, its own description and the wording of its method.

    Nothing is free only because the amount is 0: "mức do Hội đồng nhân dân tỉnh quyết định" leaves
    it open. An amount its own description contradicts is not believed.
    """
    note = description.strip(_EDGES)
    if foreign:
        return PublishedFee(None, _per(note, method, 0), note or method, is_foreign=True)
    if amount is None or amount != int(amount) or amount < 0:
        return PublishedFee(None, "", note, is_doubtful=True)
    if amount == 0:
        return PublishedFee(0 if _is_free(note) else None, "", note)
    whole = int(amount)
    mentioned = {_whole(each) for each in _MENTIONED.findall(note)}
    if whole < SMALLEST or (mentioned and whole not in mentioned):
        return PublishedFee(None, "", note, is_doubtful=True)
    per = _per(note, method, whole)
    if note.startswith("/"):
        note = method if "đồng" in method else ""
    return PublishedFee(whole, per, note)


def _is_free(note: str) -> bool:
    return not note or fold(note).startswith(_STILL_FREE)


def _per(note: str, method: str, amount: int) -> str:
    if note.startswith("/") and 2 <= len(note) <= 41:
        return note[1:].strip()
    for number, per in _PER.findall(f"{note}\n{method}"):
        if _whole(number) == amount:
            return str(per).strip()
    return ""


def _whole(text: str) -> int | None:
    """The number in `text`; None if it is longer than any amount of money, which is doubtful."""
    digits = re.sub(r"\D", "", text)
    return int(digits) if 1 <= len(digits) <= _MOST_DIGITS else None


def _bracketed(text: str) -> tuple[str, str]:
    """The bracket `text` begins with and what follows; a bracket left open takes all."""
    if not text.startswith("("):
        return "", text
    depth = 0
    for index, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return text[1:index], text[index + 1 :]
    return text[1:], ""
