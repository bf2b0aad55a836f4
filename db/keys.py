"""The data key and the ledger head: two small files beside the database.

The key file holds the random 256-bit data key, readable by the user only. Accounts will later wrap
the key per user; the file's `wraps` list is made for that, today it holds one unwrapped entry.
"""

import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import Damaged, DeskError
from db.durable import write_durably

KEY_FILE = "motcua.key"
HEAD_FILE = "motcua.head"
_FORMAT = "motcua-key-1"
_HEAD_FORMAT = "motcua-head-2"
Heads = dict[int, tuple[int, str]]
"""Number and hash of the last row of each chain of the ledger."""


class KeyMissing(DeskError):
    """Facts: path. There is a database, but not the key it was written with."""


class KeyFileDamaged(Damaged):
    """Facts: path."""


class HeadFileDamaged(Damaged):
    """Facts: path."""


@dataclass(frozen=True, slots=True)
class DataKey:
    """32 random bytes; never shown."""

    raw: bytes

    def __repr__(self) -> str:
        """Without the key."""
        return "DataKey(…)"


def make_key(folder: Path) -> DataKey:
    """A new key, kept in `folder` before this returns; an existing key file is read instead."""
    path = folder / KEY_FILE
    if path.exists():
        return read_key(folder)
    key = DataKey(secrets.token_bytes(32))
    body = {"format": _FORMAT, "wraps": [{"kind": "none", "key": key.raw.hex()}]}
    write_durably(path, json.dumps(body).encode(), private=True)
    return key


def read_key(folder: Path) -> DataKey:
    """The key of the database in `folder`.

    Raises:
        KeyMissing, KeyFileDamaged: as named.
    """
    path = folder / KEY_FILE
    try:
        body = json.loads(path.read_bytes())
        raw = bytes.fromhex(body["wraps"][0]["key"])
    except FileNotFoundError:
        raise KeyMissing(path=str(path)) from None
    except (ValueError, KeyError, IndexError, TypeError):
        raise KeyFileDamaged(path=str(path)) from None
    if body.get("format") != _FORMAT or len(raw) != 32:
        raise KeyFileDamaged(path=str(path))
    return DataKey(raw)


def is_private(folder: Path) -> bool:
    """Whether only the user can read the key file; always true where modes mean nothing."""
    return os.name != "posix" or (folder / KEY_FILE).stat().st_mode & 0o077 == 0


def write_head(folder: Path, heads: Heads) -> None:
    """Keep the last row of each chain of the ledger, so that an older database can be told."""
    chains = {str(chain): {"seq": seq, "hash": digest} for chain, (seq, digest) in heads.items()}
    body = {"format": _HEAD_FORMAT, "chains": chains}
    write_durably(folder / HEAD_FILE, json.dumps(body).encode(), private=True)


def read_head(folder: Path) -> Heads:
    """The last row of each chain as kept at the last clean close; empty if there was none yet.

    Raises:
        HeadFileDamaged: the file cannot be read as one.
    """
    path = folder / HEAD_FILE
    try:
        chains = json.loads(path.read_bytes())["chains"]
        return {int(chain): (int(it["seq"]), str(it["hash"])) for chain, it in chains.items()}
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise HeadFileDamaged(path=str(path)) from None
