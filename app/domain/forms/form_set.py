"""Which legal set of forms a dossier keeps, by the day it was received."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType


class FormSet(StrEnum):
    """Sets of forms by legal text."""

    TT01_2018 = "tt01-2018"
    TT03_2025 = "tt03-2025"


@dataclass(frozen=True, slots=True)
class Validity:
    """The days on which dossiers are received into a set, both included."""

    since: date = date.min
    until: date = date.max


VALIDITY: Mapping[FormSet, Validity] = MappingProxyType(
    {
        FormSet.TT01_2018: Validity(until=date(2025, 9, 14)),
        FormSet.TT03_2025: Validity(since=date(2025, 9, 15)),
    }
)
"""Circular 03/2025/TT-VPCP applies from 15/9/2025; a dossier of before keeps Circular 01/2018's."""


def set_in_force(received_on: date) -> FormSet:
    """The set of forms for a dossier received on `received_on`."""
    return next(each for each, when in VALIDITY.items() if when.since <= received_on <= when.until)
