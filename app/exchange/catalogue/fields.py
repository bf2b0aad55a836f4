"""Typed access to the keys of a catalogue file, naming the place of whatever is wrong."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.domain.errors import DeskError
from app.domain.phrases import phrase
from app.domain.text import line, paragraph
from app.exchange.catalogue.row import Gap, Remark

# Marks without width that published texts carry from copied web pages; they say nothing.
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_BULLETS = "-+*•–● "


class CatalogueWrongShape(DeskError):
    """A value is not of the expected kind; nothing was taken. Facts: place, expected."""


class CatalogueTooMany(DeskError):
    """Facts: place, limit."""


@dataclass(slots=True)
class Remarks:
    """Collects what a row leaves open, each thing once."""

    kept: dict[Remark, None] = field(default_factory=dict)

    def add(self, gap: Gap, place: str = "") -> None:
        """Note one gap."""
        self.kept[Remark(gap, place)] = None


@dataclass(frozen=True, slots=True)
class Node:
    """One object of the file with its place (``[12].methods[0]``)."""

    values: Mapping[str, object]
    place: str
    remarks: Remarks

    def at(self, key: str) -> str:
        """The place of `key`."""
        return f"{self.place}.{key}" if self.place else key

    def raw(self, key: str) -> str:
        """A text as it stands; absent is noted and empty, null is empty."""
        value = self._value(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise CatalogueWrongShape(place=self.at(key), expected=phrase("chữ"))
        return value

    def line(self, key: str, limit: int, *, required: bool = False) -> str:
        """A text in one line without invisible marks, at most `limit` characters."""
        text = visible(self.raw(key))
        return line(text, field=self.at(key), limit=limit, required=required)

    def paragraph(self, key: str, limit: int) -> str:
        """A text whose line breaks are kept, without leading bullets."""
        text = visible(self.raw(key)).lstrip(_BULLETS)
        return paragraph(text, field=self.at(key), limit=limit)

    def number(self, key: str) -> int | float | None:
        """A number, None if null or absent (noted)."""
        value = self._value(key)
        if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
            return value
        raise CatalogueWrongShape(place=self.at(key), expected=phrase("số"))

    def flag(self, key: str) -> bool:
        """A truth value; null and absent are False."""
        value = self.values.get(key)
        if value is None or isinstance(value, bool):
            return bool(value)
        raise CatalogueWrongShape(place=self.at(key), expected=phrase("đúng hoặc sai (true/false)"))

    def child(self, key: str) -> "Node":
        """An object; absent is noted and empty."""
        value = self._value(key)
        if value is None:
            return Node({}, self.at(key), self.remarks)
        return node(value, self.at(key), self.remarks)

    def children(self, key: str, limit: int) -> Iterator["Node"]:
        """The objects of a list of at most `limit`; absent is noted and empty."""
        value = self._value(key)
        if value is None:
            return
        if not isinstance(value, list):
            raise CatalogueWrongShape(place=self.at(key), expected=phrase("một danh sách"))
        if len(value) > limit:
            raise CatalogueTooMany(place=self.at(key), limit=limit)
        for index, each in enumerate(value):
            yield node(each, f"{self.at(key)}[{index}]", self.remarks)

    def _value(self, key: str) -> object:
        if key not in self.values:
            self.remarks.add(Gap.KEY_MISSING, key)
            return None
        return self.values[key]


def node(value: object, place: str, remarks: Remarks) -> Node:
    """`value` as an object of the file.

    Raises:
        CatalogueWrongShape: it is something else.
    """
    if not isinstance(value, dict):
        raise CatalogueWrongShape(place=place, expected=phrase("một nhóm có tên khóa"))
    return Node(value, place, remarks)


def visible(text: str) -> str:
    """`text` without marks of no width; marks that turn the direction stay, to be refused."""
    return _INVISIBLE.sub("", text)
