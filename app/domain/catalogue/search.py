"""Finding a procedure as a clerk types: accents, order and full words do not matter."""

import heapq
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import Generic, Protocol, TypeVar

from app.domain.catalogue.common_procedures import commonness
from app.domain.text import fold, initials, words

# What people at the counter say for what the catalogue says.
_SAYINGS = {
    "sao y": "chung thuc ban sao tu ban chinh",
    "cong chung": "chung thuc",
    "doc than": "tinh trang hon nhan",
    "ho khau": "thuong tru",
    "so do": "giay chung nhan quyen su dung dat",
    "so hong": "giay chung nhan quyen su dung dat",
    "cccd": "can cuoc",
    "cmnd": "can cuoc",
    "hkd": "ho kinh doanh",
    "bhyt": "bao hiem y te",
    "bhxh": "bao hiem xa hoi",
    "ncc": "nguoi co cong",
}
# Words every second name begins with; what a procedure is about comes after them.
_OPENING = frozenset({"thu", "tuc", "dang", "ky", "cap"})
# To certify is what is done, not about what: such a name begins with the paper too.
_DOING = _OPENING | {"chung", "thuc"}
_CODE = re.compile(r"[\d.]*\d[\d.]*")
_TOO_MANY = 400
# Words after which a longer name counts no further against a procedure.
_LONG = 12

_SIDE_BY_SIDE = 10
_WHOLE, _BEGUN, _SHORTENED, _ELSEWHERE = 4, 3, 2, 1
# How far the words typed are from the name, its opening words aside: they are all of it, it
# begins with them, or it holds them further on.
_ALL_OF_IT, _ITS_BEGINNING, _FURTHER_ON = 0, 1, 2


class Listed(Protocol):
    """Anything with the four properties a search needs."""

    @property
    def code(self) -> str:
        """Procedure code."""
        ...

    @property
    def name(self) -> str:
        """Name as the catalogue writes it."""
        ...

    @property
    def field(self) -> str:
        """Field (lĩnh vực)."""
        ...

    @property
    def use_count(self) -> int:
        """How many dossiers it has had."""
        ...


L = TypeVar("L", bound=Listed)


class ProcedureIndex(Generic[L]):
    """An index over procedures, built once and asked at every key."""

    def __init__(self, listed: Iterable[L]) -> None:
        self._listed = sorted(listed, key=_in_general)
        self._entries = [_Entry(each) for each in self._listed]
        postings: dict[str, set[int]] = {}
        for position, entry in enumerate(self._entries):
            for word in entry.every_word:
                postings.setdefault(word, set()).add(position)
        self._words = sorted(postings)
        self._postings = [postings[word] for word in self._words]
        self._initials = _Texts(entry.both_initials for entry in self._entries)
        self._digits = _Texts(entry.digits for entry in self._entries)
        self._joined = _Texts(entry.joined for entry in self._entries)
        self._starts = self._joined.marked(entry.starts for entry in self._entries)

    def find(self, text: str, limit: int = 50) -> list[L]:
        """Procedures matching every part of `text`, best first; all by use if it is empty.

        A part matches as the beginning of a word of the name or field, as initials of neighbouring
        words (``ks`` for khai sinh), as several words run together (``khaisinh``), or as part of
        the code when it has digits (``1193``). Better matches come first: words side by side and
        in order, whole words; then the name that says nothing else, then those that begin so;
        among names as near as one another the most used, in an office without counts the nearest
        to what communes receive most.
        """
        query = _Query(text, with_sayings=True)
        if not query.parts:
            return list(self._listed[:limit])
        found = self._matching(query)
        if not found:
            query = _Query(text, with_sayings=False)
            found = self._matching(query)
        if len(found) > _TOO_MANY:
            # A letter or two: nearly everything matches, so only use decides.
            return [self._listed[position] for position in heapq.nsmallest(limit, found)]
        ranked = heapq.nsmallest(limit, found, key=self._rank(query))
        return [self._listed[position] for position in ranked]

    def _matching(self, query: "_Query") -> set[int]:
        found: set[int] | None = None
        for part in query.parts:
            matching = self._begun(part) | self._otherwise(part)
            found = matching if found is None else found & matching
            if not found:
                return set()
        return found or set()

    def _begun(self, part: str) -> set[int]:
        found: set[int] = set()
        for index in range(bisect_left(self._words, part), len(self._words)):
            if not self._words[index].startswith(part):
                break
            found |= self._postings[index]
        return found

    def _otherwise(self, part: str) -> set[int]:
        if len(part) < 2:
            return set()
        found = self._initials.holding(part)
        if _CODE.fullmatch(part):
            found |= self._digits.holding(_digits(part))
        if len(part) > 3:
            found |= self._joined.holding(part, at=self._starts)
        return found

    def _rank(self, query: "_Query") -> Callable[[int], tuple[int, int, int, int, int]]:
        def rank(position: int) -> tuple[int, int, int, int, int]:
            kind, far, distance = self._entries[position].nearness(query)
            listed = self._listed[position]
            nearest = distance + commonness(listed.code)
            return (-kind, far, -listed.use_count, nearest, position)

        return rank


def _in_general(listed: Listed) -> tuple[int, int, int, str, str]:
    """The order without anything typed: most used, else most common, else the shortest name."""
    name = listed.name
    return (-listed.use_count, commonness(listed.code), len(name), name, listed.code)


class _Query:
    """What was typed, folded, if wanted with sayings replaced by the catalogue's words."""

    def __init__(self, text: str, *, with_sayings: bool) -> None:
        folded = f" {' '.join(_parts(text))} "
        for saying, meaning in _SAYINGS.items() if with_sayings else ():
            folded = folded.replace(f" {saying} ", f" {meaning} ")
        self.parts = folded.split()
        self.phrase = " ".join(self.parts)
        self.phrase_as = _as_words(self.phrase)
        self.parts_as = [(part, *_as_words(part)) for part in self.parts]


def _as_words(part: str) -> tuple[str, str]:
    """How a name holds `part`: as whole words, and as words begun."""
    return f" {part} ", f" {part}"


class _Texts:
    """A text of each procedure, one behind the other: all are searched in one go."""

    def __init__(self, texts: Iterable[str]) -> None:
        own = [f"{text}\n" for text in texts]
        self._whole = "".join(own)
        self._ends = list(accumulate(map(len, own)))

    def marked(self, places: Iterable[Iterable[int]]) -> bytes:
        """For every letter of all texts whether it stands at one of its text's `places`."""
        marks = bytearray(len(self._whole))
        for begin, own in zip([0, *self._ends], places, strict=False):
            for place in own:
                marks[begin + place] = True
        return bytes(marks)

    def holding(self, part: str, *, at: bytes | None = None) -> set[int]:
        """Positions of the texts that hold `part`, if wanted only `at` marked letters."""
        found: set[int] = set()
        place = self._whole.find(part)
        while place >= 0:
            if at is None or at[place]:
                position = bisect_right(self._ends, place)
                found.add(position)
                place = self._whole.find(part, self._ends[position])
            else:
                place = self._whole.find(part, place + 1)
        return found


class _Entry:
    """One procedure prepared for matching."""

    __slots__ = (
        "body", "both_initials", "digits", "every_word", "joined", "length", "name_initials",
        "opening", "spaced", "starts", "subject",
    )  # fmt: skip

    def __init__(self, listed: Listed) -> None:
        name_words = words(listed.name)
        self.every_word = set(name_words) | set(words(listed.field))
        self.name_initials = initials(listed.name)
        self.both_initials = f"{self.name_initials} {initials(listed.field)}"
        self.digits = _digits(fold(listed.code))
        self.joined = "".join(name_words)
        self.starts = _starts(name_words)
        self.spaced = f" {' '.join(name_words)} "
        self.length = len(name_words)
        self.opening = _first_without(_OPENING, name_words)
        self.subject = _first_without(_DOING, name_words)
        self.body = "".join(name_words[self.subject :])

    def nearness(self, query: _Query) -> tuple[int, int, int]:
        """How well the parts match, how far they are from the name, and from its beginning.

        Parts side by side and in order beat all else, the more so when the last is a whole word;
        a single beginning of a word is no more than that.
        """
        count = len(query.parts)
        for phrase, kind in zip(query.phrase_as, (_WHOLE, _BEGUN), strict=True):
            place = self.spaced.find(phrase)
            if place >= 0:
                start = self.spaced.count(" ", 0, place)
                return _SIDE_BY_SIDE + kind, self._far(start, count), self._distance(start)
        kinds = [self._kind(*part) for part in query.parts_as]
        if len(kinds) == 1 and kinds[0] == _SHORTENED:
            start = self.name_initials.find(query.phrase)
            return _SHORTENED, self._far(start, len(query.phrase)), self._distance(start)
        distance = min(self.length, _LONG) - sum(kinds)
        if self.body in query.parts:
            return min(kinds), _ALL_OF_IT, distance
        begins = any(self.body.startswith(part) for part in query.parts)
        return min(kinds), self._far(self.subject if begins else self.length, count), distance

    def _far(self, start: int, count: int) -> int:
        if not 0 <= start <= self.subject:
            return _FURTHER_ON
        return _ALL_OF_IT if start + count == self.length else _ITS_BEGINNING

    def _kind(self, part: str, whole: str, begun: str) -> int:
        if begun in self.spaced:
            return _WHOLE if whole in self.spaced else _BEGUN
        if part in self.name_initials or _digits(part) in self.digits:
            return _SHORTENED
        return _ELSEWHERE

    def _distance(self, start: int) -> int:
        return 3 * abs(start - self.opening) + min(self.length, _LONG)


def _parts(text: str) -> list[str]:
    """Folded parts of what was typed; dots stay between digits, so that codes hold together."""
    parts: list[str] = []
    for part in fold(text).split():
        parts += [part.strip(".")] if _CODE.fullmatch(part) else words(part)
    return [part for part in parts if part]


def _digits(code: str) -> str:
    """A code without the dots that part it; what it holds with them, it holds without."""
    return code.replace(".", "")


def _starts(name_words: Iterable[str]) -> frozenset[int]:
    places, place = set(), 0
    for word in name_words:
        places.add(place)
        place += len(word)
    return frozenset(places)


def _first_without(opening: frozenset[str], name_words: Iterable[str]) -> int:
    """The place of the first word that is none of `opening`; 0 if all are."""
    return next((place for place, word in enumerate(name_words) if word not in opening), 0)
