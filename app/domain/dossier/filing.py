"""What is known of how a dossier was filed: facts the national exchange counts, none made up."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.catalogue.procedure import Channel


class FilingSystem(StrEnum):
    """Where it was filed (NoiNopHoSo 1, 2): the national portal, or a ministry's or province's."""

    PORTAL = "PORTAL"
    OWN = "OWN"


class YesNo(StrEnum):
    """A fact that was asked; whoever was not asked has None."""

    YES = "YES"
    NO = "NO"


class OnlinePayment(StrEnum):
    """Whether it was paid online (DuocThanhToanTrucTuyen 0, 1, 2), and where."""

    NONE = "NONE"
    PORTAL = "PORTAL"
    GATEWAY = "GATEWAY"


@dataclass(frozen=True, slots=True)
class FilingFacts:
    """Facts of a filing; what is not known is None or empty, and is not said to the province.

    `vneid`: the applicant's account is one of VNeID. `digitised`: papers of it are there as files.
    `bases`: codes (MaCSDL) of the databases that were asked instead of the applicant.
    """

    system: FilingSystem | None = None
    vneid: YesNo | None = None
    digitised: YesNo | None = None
    payment: OnlinePayment | None = None
    bases: tuple[str, ...] = ()


UNKNOWN = FilingFacts()
FILED_ONLINE = frozenset({Channel.ONLINE, Channel.KIOSK})
"""Channels by which a dossier is there before its papers are."""


class CodeDoubt(StrEnum):
    """What about the code a portal gave should be looked at again; never a refusal."""

    NO_CODE = "NO_CODE"
    NOT_ONLINE = "NOT_ONLINE"


def code_doubt(channel: Channel, code: str) -> CodeDoubt | None:
    """Whether the portal's `code` and the way of filing fit each other.

    What was filed online has its code from the portal (NĐ 309/2026/NĐ-CP art. 8: one dossier, one
    code); it may be noted later, while the portal cannot be looked at. At the desk and by post no
    portal gives one, though another system the office works in may.
    """
    if channel in FILED_ONLINE:
        return None if code else CodeDoubt.NO_CODE
    return CodeDoubt.NOT_ONLINE if code else None


def known_system(facts: FilingFacts, channel: Channel) -> FilingSystem:
    """Where a filing that has a code was made, as far as is known."""
    return facts.system or (FilingSystem.PORTAL if channel in FILED_ONLINE else FilingSystem.OWN)


def answer_of(value: bool | None) -> YesNo | None:  # noqa: FBT001 - as a file says it
    """A yes or no as a fact; None stays unknown."""
    return None if value is None else YesNo.YES if value else YesNo.NO
