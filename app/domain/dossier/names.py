"""Names of people: what looks wrong is pointed out, a better spelling proposed; never refused.

A name is the person's: nothing here changes one without being asked.
"""

import re
from enum import StrEnum
from typing import TypeAlias

from app.domain.dossier.dossier import Applicant, ApplicantKind
from app.domain.dossier.person_doubts import DetailDoubt
from app.domain.legacy_letters import from_legacy
from app.domain.look_alikes import tidy

_DATE = re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b(?:19|20)\d{2}\b", re.ASCII)
_DIGIT = re.compile(r"\d")
_APOSTROPHES = "'’\u02bc\ua78c"
_SIGN = re.compile(rf"[^\w\s{_APOSTROPHES}.\-\u0300-\u036f]|_")
_WORD = re.compile(r"\S+")
# H'Hen, K'Brêo: a letter that tells a woman or man, and the name itself.
_MARKED = re.compile(rf"([HKhk][{_APOSTROPHES}])(\S+)")


class NameDoubt(StrEnum):
    """What about a person's name a clerk should look at again."""

    OLD_CODE = "OLD_CODE"
    A_DATE = "A_DATE"
    DIGITS = "DIGITS"
    SIGNS = "SIGNS"


PersonDoubt: TypeAlias = DetailDoubt | NameDoubt
"""What about a person a clerk should look at again."""


def doubts_by_field(person: Applicant | None, at: str) -> tuple[tuple[str, NameDoubt], ...]:
    """The doubts about a person's name, each behind its field; a body's name raises none."""
    if person is None or person.kind is not ApplicantKind.CITIZEN:
        return ()
    return tuple((f"{at}.full_name", doubt) for doubt in doubts(person.full_name))


def doubts(full_name: str) -> tuple[NameDoubt, ...]:
    """What a clerk should look at again in a person's name as typed."""
    if from_legacy(full_name):
        return (NameDoubt.OLD_CODE,)
    found = []
    if _DATE.search(full_name):
        found.append(NameDoubt.A_DATE)
    elif _DIGIT.search(full_name):
        found.append(NameDoubt.DIGITS)
    if _SIGN.search(_DATE.sub("", tidy(full_name))):
        found.append(NameDoubt.SIGNS)
    return tuple(found)


def proposed(full_name: str) -> str:
    """How the name is likelier written: in Unicode, with capitals; empty if it is so already.

    Words that begin with a capital stay as they are, unless the whole name is in capitals.
    """
    typed = " ".join(tidy(full_name).split())
    read = " ".join((from_legacy(full_name) or typed).split())
    letters = "".join(filter(str.isalpha, read))
    is_loud = len(letters) > 2 and letters.isupper()
    better = _WORD.sub(lambda word: _with_capitals(word.group(), is_loud=is_loud), read)
    return "" if better == typed else better


def _with_capitals(word: str, *, is_loud: bool) -> str:
    if word[0].isupper() and not is_loud:
        return word
    if prefix := _MARKED.fullmatch(word):
        return prefix[1].upper() + _with_capitals(prefix[2], is_loud=is_loud)
    parts = re.split("(-)", word)
    return "".join(part[:1].upper() + part[1:].lower() if part != "-" else part for part in parts)
