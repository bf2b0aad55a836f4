"""Which legal set of forms a dossier keeps, by the day it was received."""

from datetime import date
from enum import StrEnum


class FormSet(StrEnum):
    """Sets of forms by legal text."""

    TT01_2018 = "tt01-2018"
    TT03_2025 = "tt03-2025"


_IN_FORCE_2025 = date(2025, 7, 1)
"""NĐ 118/2025/NĐ-CP applies from here; TT 03/2025/TT-VPCP prescribes its forms."""


def set_in_force(received_on: date) -> FormSet:
    """The set of forms for a dossier received on `received_on`."""
    return FormSet.TT03_2025 if received_on >= _IN_FORCE_2025 else FormSet.TT01_2018
