"""Agencies that work on dossiers: the office's own rows, and those the program proposes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.catalogue.procedure import Provenance
from app.domain.errors import DeskError
from app.domain.text import fold
from app.domain.workflow.handing import DESK

AGENCY_LIMIT = 200
"""Characters of an agency's name."""


class UnknownAgency(DeskError):
    """No agency, or several, are called so. Facts: agency, known (names)."""


class TooFewAgencies(DeskError):
    """No agency but the desk would be left. Facts: agency."""


@dataclass(frozen=True, slots=True)
class Agency:
    """One agency (`DESK`: the one-stop desk); UNVERIFIED is one nobody here has confirmed."""

    name: str
    provenance: Provenance = Provenance.COMPLETED


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """What the office decided of one agency: that it is one, or that it is none."""

    name: str
    is_used: bool = True


PROPOSED = (
    "Văn phòng HĐND và UBND",
    "Phòng Kinh tế",
    "Phòng Văn hóa – Xã hội",
    "Lãnh đạo UBND",
)
"""What a commune's People's Committee is made of since 1/7/2025 (Decree 150/2025/NĐ-CP).

A ward has a Phòng Kinh tế, Hạ tầng và Đô thị instead: hence "cần kiểm tra".
"""


def agencies(rows: Iterable[AgencyRow]) -> tuple[Agency, ...]:
    """The agencies in use: the office's own first, then what is proposed and was not dropped."""
    kept = {fold(row.name): row for row in rows}
    own = [Agency(row.name) for row in kept.values() if row.is_used]
    own.sort(key=lambda one: fold(one.name))
    more = [Agency(name, Provenance.UNVERIFIED) for name in PROPOSED if fold(name) not in kept]
    return (*own, *more)


def agency_meant(text: str, known: Sequence[Agency], desk: str) -> str:
    """The name of the agency that `text` names, in full or by a part no other has.

    The desk goes by the name `desk` the office gave it, and by ``desk``; it is answered as `DESK`.

    Raises:
        UnknownAgency: there is none, or several.
    """
    wanted = fold(text.strip())
    names = [one.name for one in known]
    if wanted and wanted in {"desk", fold(desk)}:
        return DESK
    exact = [name for name in names if fold(name) == wanted]
    alike = [name for name in names if wanted and wanted in fold(name)]
    found = exact or alike
    if len(found) != 1:
        raise UnknownAgency(agency=text.strip(), known="; ".join(filter(None, (desk, *names))))
    return found[0]
