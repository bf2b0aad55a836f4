"""The append-only, hash-chained ledger: the office's proof of what happened when.

It is one chain per station and one of the office, so that stations apart can be put together by
copying their rows.

A row's hash is SHA-256 over a version tag, the previous hash and the row's own values, each as
UTF-8 with its length in front, so that no two rows can be read as one another.
"""

import hashlib
import struct
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.errors import Damaged

GENESIS = "0" * 64
"""What stands as the previous hash of row 1."""
_VERSION = b"motcua-ledger-2"
_LENGTH = struct.Struct(">Q").pack


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One row: who, where, when, what.

    `chain` is the station's, 0 the office's; `seq` counts from 1 in it without gaps. `at` is UTC
    text. `subject` is DOSSIER or another kind of record; `reference` its code. `version` is the
    dossier's after the change, 0 outside dossiers, where `from_state` and `to_state` are empty
    too. `detail` is canonical JSON of old and new values. Hashes are 64 lower-case hexadecimal
    digits.
    """

    chain: int
    seq: int
    at: str
    officer: str
    station: int
    subject: str
    reference: str
    version: int
    event: str
    from_state: str
    to_state: str
    reason: str
    detail: str
    previous_hash: str
    hash: str


class ChainBroken(Damaged):
    """Facts: chain and seq of the first row that does not fit."""


def chain_hash(  # noqa: PLR0913 - a row has this many values
    *,
    chain: int,
    seq: int,
    at: str,
    officer: str,
    station: int,
    subject: str,
    reference: str,
    version: int,
    event: str,
    from_state: str,
    to_state: str,
    reason: str,
    detail: str,
    previous_hash: str,
) -> str:
    """The hash of a row with these values."""
    parts = (
        previous_hash, str(chain), str(seq), at, officer, str(station), subject, reference,
        str(version), event, from_state, to_state, reason, detail,
    )  # fmt: skip
    hashed = [_VERSION]
    for part in parts:
        raw = part.encode()
        hashed += (_LENGTH(len(raw)), raw)
    return hashlib.sha256(b"".join(hashed)).hexdigest()


def hash_of(entry: LedgerEntry) -> str:
    """The hash `entry` must carry."""
    return chain_hash(
        chain=entry.chain,
        seq=entry.seq,
        at=entry.at,
        officer=entry.officer,
        station=entry.station,
        subject=entry.subject,
        reference=entry.reference,
        version=entry.version,
        event=entry.event,
        from_state=entry.from_state,
        to_state=entry.to_state,
        reason=entry.reason,
        detail=entry.detail,
        previous_hash=entry.previous_hash,
    )


def check_chains(entries: Iterable[LedgerEntry], *, are_whole: bool = True) -> int:
    """Walk every chain, rows of one chain in their order; how many rows there are.

    `are_whole`: each begins with its first row; else with whichever comes first.

    Raises:
        ChainBroken: at the first row whose number, previous hash or hash does not fit.
    """
    rows = 0
    ends: dict[int, tuple[int, str]] = {}
    for entry in entries:
        begins = (0, GENESIS) if are_whole else (entry.seq - 1, entry.previous_hash)
        seq, previous = ends.get(entry.chain, begins)
        fits = entry.seq == seq + 1 and entry.previous_hash == previous
        if not fits or hash_of(entry) != entry.hash:
            raise ChainBroken(chain=entry.chain, seq=entry.seq)
        ends[entry.chain] = (entry.seq, entry.hash)
        rows += 1
    return rows
