"""Read a JSON object part by part, collecting every fault with its place."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from app.domain.errors import DeskError
from app.domain.phrases import Phrase, phrase
from app.domain.text import line

T = TypeVar("T")
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Fault:
    """What was expected at a place (in Vietnamese) and what stood there."""

    place: str
    expected: str
    found: str

    def reason(self) -> Phrase:
        """As one part of a sentence."""
        return phrase(
            "{place}: cần {expected}, gặp {found}",
            place=self.place or phrase("tệp"),
            expected=self.expected,
            found=self.found,
        )


@dataclass(slots=True)
class FaultReader:
    """Takes values out of decoded JSON; a value that does not fit is a fault and its fallback."""

    faults: list[Fault] = field(default_factory=list)

    def refuse(self, place: str, expected: Phrase, found: object) -> None:
        """Keep a fault."""
        self.faults.append(Fault(place, expected, _shown(found)))

    def fields(
        self, value: object, place: str, *, required: frozenset[str], optional: frozenset[str]
    ) -> dict[str, Any]:
        """`value` as an object with these keys and no others; missing ones are faults."""
        if not isinstance(value, dict):
            self.refuse(place, phrase("một đối tượng JSON"), value)
            return {}
        for key in sorted(required - value.keys()):
            self.refuse(_at(place, key), phrase("có khóa này"), phrase("không có"))
        for key in sorted(value.keys() - required - optional):
            self.refuse(_at(place, key[:_SHOWN]), phrase("một khóa đã biết"), phrase("khóa lạ"))
        return value

    def items(self, value: object, place: str, *, most: int) -> list[Any]:
        """`value` as a list of at most `most` entries."""
        if not isinstance(value, list):
            self.refuse(place, phrase("một danh sách"), value)
            return []
        if len(value) > most:
            self.refuse(
                place,
                phrase("tối đa {most} mục", most=most),
                phrase("{count} mục", count=len(value)),
            )
            return []
        return value

    def text(self, value: object, place: str, *, limit: int, required: bool = False) -> str:
        """`value` as one clean line of text."""
        if not isinstance(value, str):
            self.refuse(place, phrase("chữ"), value)
            return ""
        try:
            return line(value, field=place, limit=limit, required=required)
        except DeskError:
            self.refuse(
                place, phrase("chữ từ 1 đến {limit} ký tự, không có ký tự ẩn", limit=limit), value
            )
            return ""

    def truth(self, value: object, place: str) -> bool:
        """`value` as true or false."""
        if not isinstance(value, bool):
            self.refuse(place, phrase("true hoặc false"), value)
            return False
        return value

    def parsed(
        self, value: object, place: str, read: Callable[[str], T], expected: Phrase
    ) -> T | None:
        """A text as `read` understands it; None after a fault."""
        try:
            if isinstance(value, str):
                return read(value)
        except (ValueError, DeskError):
            pass
        self.refuse(place, expected, value)
        return None


def _at(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key


def _shown(value: object) -> str:
    if isinstance(value, Phrase):
        return value
    if isinstance(value, str):
        kept = value if len(value) <= _SHOWN else value[:_SHOWN] + "…"
        return f"“{kept}”" if kept.isprintable() else ascii(kept)
    kinds = {
        bool: "true/false",
        dict: phrase("đối tượng"),
        list: phrase("danh sách"),
        type(None): "null",
    }
    return kinds.get(type(value)) or str(value)[:_SHOWN]
