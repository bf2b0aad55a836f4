"""An office's name as papers write it: in full, with the commune it serves, and the head it gives.

Decree 30/2020/NĐ-CP, Appendix I: the name of a body stands in full; the body above it comes first.
Since Decree 118/2025/NĐ-CP the centre of a commune (Trung tâm Phục vụ hành chính công) issues its
papers under the commune's people's committee.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.errors import FieldError
from app.domain.look_alikes import tidy

COMMITTEE = "Ủy ban nhân dân"
CENTRE = "Trung tâm Phục vụ hành chính công"
_ABBREVIATIONS = (
    (r"\bu\.?\s?b\.?\s?n\.?\s?d\b\.?", COMMITTEE),
    (r"\bu[ỷy] ban nhân dân\b", COMMITTEE),
    (r"\bh\.?đ\.?n\.?d\b\.?", "Hội đồng nhân dân"),
    (r"\btt\.?\s?p\.?v\.?\s?hcc\b", CENTRE),
    (r"\btt\.?\s?hcc\b", "Trung tâm Hành chính công"),
    (r"\btt\.? (?=phục vụ\b|hành chính\b)", "Trung tâm "),
    (r"\bpv\.?\s?hcc\b", "Phục vụ hành chính công"),
    (r"\bhcc\b", "hành chính công"),
    (r"\bbpmc\b", "Bộ phận Một cửa"),
    (r"\bbp (?=một cửa\b|tiếp nhận\b)", "Bộ phận "),
    (r"\b(?<![.\w])x(?:\.\s*|(?<=nhân dân x)\s+)(?=\w{2})", "xã "),
    (r"\b(?<![.\w])p(?:\.\s*|(?<=nhân dân p)\s+)(?=\w)", "phường "),
    (r"(?<=nhân dân )đk\.?\s*(?=\w{2})", "đặc khu "),
)
_READ = tuple((re.compile(short, re.IGNORECASE), long) for short, long in _ABBREVIATIONS)
_UNIT = re.compile(r"\b(?<!thị )(xã|phường|đặc khu|thị trấn)\s+(?=\w)", re.IGNORECASE)
_AFTER_NAME = re.compile(
    r"\s*(?:[,;:(\n]|\s[–—-]\s|\b(?:tỉnh|thành phố|huyện|quận|thị xã|tp|xã|phường)\b).*",
    re.IGNORECASE | re.DOTALL,
)
_SOCIETY = re.compile(
    r"hội(?:\s*$|\s+(?:xã|phường|và|đặc khu|thị trấn)\b|\s*[-–,&])", re.IGNORECASE
)
_HIGHER = re.compile(rf"(?<={COMMITTEE} )(?=(?:tỉnh|thành phố|huyện|quận|thị xã)\s)", re.IGNORECASE)


class NotACommune(FieldError):
    """A commune named without what it is: xã, phường or đặc khu. Facts: field, value."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Whose papers they are: the body above, and the one that issues them; either in full."""

    above: str
    issuer: str


@functools.lru_cache(maxsize=256)
def in_full(name: str) -> str:
    """`name` without abbreviations: ``UBND xã Mẫu Sơn`` → ``Ủy ban nhân dân xã Mẫu Sơn``."""
    text = " ".join(tidy(name).split())
    for short, long in _READ:
        text = short.sub(long, text)
    return text


def commune_of(name: str) -> str:
    """The commune `name` speaks of, as ``xã Mẫu Sơn``; empty if of none."""
    text = in_full(name)
    for start, after in _units(text):
        unit = text[start:after].casefold().strip()
        own = _AFTER_NAME.sub("", text[after:], count=1).strip(" .")
        if own:
            return f"{unit} {_capitals(own)}"
    return ""


def require_commune(name: str, *, field: str) -> str:
    """The commune that was typed, as ``xã Mẫu Sơn``.

    Raises:
        NotACommune: it does not say whether it is a xã, a phường or a đặc khu.
    """
    commune = commune_of(name)
    if not commune:
        raise NotACommune(field=field, value=name)
    return commune


def place_of(name: str) -> str:
    """The commune's own name, which stands before the date: ``Mẫu Sơn``; empty if of none."""
    commune = commune_of(name)
    return _UNIT.sub("", commune, count=1)


@functools.lru_cache(maxsize=64)
def letterhead(*, office: str, superior_body: str = "", department: str = "") -> Letterhead:
    """The head of the papers of `office`.

    The committee of the commune stands over the centre. `superior_body` is that committee where it
    names a commune; a province never heads the papers of a commune's centre. An office of no
    commune (of a province, say) issues its papers itself, under `superior_body`.
    """
    above, own = in_full(superior_body), in_full(office)
    issuer = in_full(department) or CENTRE
    if commune_of(above):
        return Letterhead(above, issuer)
    if commune := commune_of(own):
        return Letterhead(f"{COMMITTEE} {commune}", issuer)
    if own.startswith(COMMITTEE):
        return Letterhead(own, issuer)
    return Letterhead(above, own)


def head_lines(name: str) -> list[str]:
    """`name` as it stands at the head of a paper: in full, in capitals, broken before XÃ, PHƯỜNG.

    So also before the tỉnh, thành phố … of a people's committee.
    """
    text = in_full(name)
    cuts = {start for start, _ in _units(text)} | {m.start() for m in _HIGHER.finditer(text)}
    ends = [*sorted(cut for cut in cuts if cut), len(text)]
    parts = (text[start:end] for start, end in zip([0, *ends], ends, strict=False))
    return [part.strip().upper() for part in parts if part.strip()]


def _units(text: str) -> Iterator[tuple[int, int]]:
    """Where a commune is named in `text`: its unit's word, and its own name after it."""
    is_one_case = text.isupper() or text.islower()
    for match in _UNIT.finditer(text):
        rest = text[match.end() :]
        is_society = match[1].casefold() == "xã" and (
            _SOCIETY.match(rest) or (rest.startswith("hội") and not is_one_case)
        )
        if not is_society:
            yield match.start(), match.end()


def _capitals(name: str) -> str:
    if name.isupper() or name.islower():
        return " ".join(word.capitalize() for word in name.split())
    return name
