"""What stands in a package besides its events: `goi.json`, `manifest.json`, names and bounds.

A package ``MC_<madonvi>_<tram>_<from>-<to>.mcg`` is a ZIP of four stored members. `goi.json` holds
no personal data, so that whoever carries the package may check it. The digests form a chain:
`goi.json` names the digest of `manifest.json`, which names the digest of each file of events, and
`goi_truoc` names the package written before. The format says ``-plain``: nothing is encrypted or
signed yet. Later formats put everything but `goi.json` into an encrypted `noi_dung.age` and add a
signature `goi.sig`; a reader of this version refuses them by their format, as it refuses the
format of practice.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

from app.exchange.province_v1 import wire_types as wire

FORMAT: Literal["motcua-goi/1.0-plain"] = "motcua-goi/1.0-plain"
PRACTICE_FORMAT: Literal["motcua-goi/1.0-luyen-tap"] = "motcua-goi/1.0-luyen-tap"
"""Of a practice office: every reader that knows the format above refuses it."""
PRACTICE_PREFIX = "LUYEN-TAP_"
"""Begins the name of a practice office's package."""

DOSSIERS = "ho_so.jsonl"
PROGRESS = "tien_trinh.jsonl"
MANIFEST = "manifest.json"
HEADER = "goi.json"
MEMBERS = (DOSSIERS, PROGRESS, MANIFEST, HEADER)
"""The members of a package, in this order and no others."""

MOST_BYTES = 2**30
"""A package stays below 1 GiB, well inside what a FAT32 stick and a careful reader take."""
MOST_EVENTS = 4_000_000
BLOCK = 2**20


@dataclass(frozen=True, slots=True)
class PackageFacts:
    """What a package says of itself.

    `first_seq` and `last_seq` are the numbers of the first and last event in it; numbers between
    that were already answered may be absent. `previous_sha256` is the digest of the package
    written before, empty for the first.
    """

    package_id: str
    agency_code: str
    station: int
    first_seq: int
    last_seq: int
    created_at: datetime
    previous_sha256: str
    is_practice: bool = False


class PackageHeader(Struct, frozen=True, forbid_unknown_fields=True):
    """`goi.json`: `bytes` is the size of both files of events, `sha256` the manifest's digest."""

    format: Literal["motcua-goi/1.0-plain"]
    package_id: wire.Uuid
    madonvi: wire.AgencyCode
    ma_tram: wire.StationCode
    tao_luc: wire.Instant
    seq_tu: wire.Seq
    seq_den: wire.Seq
    so_tin: Annotated[int, Meta(ge=1, le=MOST_EVENTS)]
    bytes: Annotated[int, Meta(ge=1, le=MOST_BYTES)]
    sha256: wire.Digest
    goi_truoc: Annotated[str, Meta(pattern=r"^([0-9a-f]{64})?$(?!\n)", max_length=64)]


class PackageFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A file of events, one to a line, in the order of their numbers."""

    ten: Literal["ho_so.jsonl", "tien_trinh.jsonl"]
    so_tin: Annotated[int, Meta(ge=0, le=MOST_EVENTS)]
    bytes: Annotated[int, Meta(ge=0, le=MOST_BYTES)]
    sha256: wire.Digest


class PackageManifest(Struct, frozen=True, forbid_unknown_fields=True):
    """`manifest.json`: repeats whose package it is, so that no other `goi.json` can be put on."""

    format: Literal["motcua-goi/1.0-plain"]
    package_id: wire.Uuid
    madonvi: wire.AgencyCode
    ma_tram: wire.StationCode
    tep: Annotated[tuple[PackageFile, ...], Meta(min_length=2, max_length=2)]


class PracticeHeader(PackageHeader, frozen=True, forbid_unknown_fields=True):
    """`goi.json` of a practice office; no published schema knows it."""

    format: Literal["motcua-goi/1.0-luyen-tap"]  # type: ignore[assignment]  # the only difference


class PracticeManifest(PackageManifest, frozen=True, forbid_unknown_fields=True):
    """`manifest.json` of a practice office."""

    format: Literal["motcua-goi/1.0-luyen-tap"]  # type: ignore[assignment]  # the only difference


def file_name(facts: PackageFacts) -> str:
    """``MC_H37.99.1_1_1-250.mcg``, of practice ``LUYEN-TAP_MC_…``."""
    prefix = PRACTICE_PREFIX if facts.is_practice else ""
    return f"{prefix}MC_{facts.agency_code}_{facts.station}_{facts.first_seq}-{facts.last_seq}.mcg"
