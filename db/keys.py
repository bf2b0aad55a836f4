"""The data key: a small file beside the database.

The key file holds the random 256-bit data key, readable by the user only. Accounts will later wrap
the key per user; the file's `wraps` list is made for that, today it holds one unwrapped entry.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import Damaged
from app.outside import strict_json
from app.outside.ordinary import NotOrdinary
from db.durable import write_durably
from db.guard import acl

KEY_FILE = "motcua.key"
_FORMAT = "motcua-key-1"
_MOST_BYTES = 2**20
_SPOILT = (ValueError, LookupError, TypeError, AttributeError, OverflowError)
"""What reading a file of JSON that is damaged, or was made to do harm, ends in."""


class KeyMissing(Damaged):
    """Facts: path. There is a database, but not the key it was written with."""


class KeyFileDamaged(Damaged):
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
    key = DataKey(os.urandom(32))
    body = {"format": _FORMAT, "wraps": [{"kind": "none", "key": key.raw.hex()}]}
    write_durably(path, json.dumps(body).encode(), private=True)
    acl.protect(path)
    return key


def read_key(folder: Path) -> DataKey:
    """The key of the database in `folder`.

    Raises:
        KeyMissing, KeyFileDamaged: as named.
    """
    path = folder / KEY_FILE
    try:
        body = strict_json.read_kept(path, most=_MOST_BYTES)
        raw = bytes.fromhex(body["wraps"][0]["key"])
    except FileNotFoundError:
        raise KeyMissing(path=str(path)) from None
    except (NotOrdinary, *_SPOILT):
        raise KeyFileDamaged(path=str(path)) from None
    if body.get("format") != _FORMAT or len(raw) != 32:
        raise KeyFileDamaged(path=str(path))
    return DataKey(raw)


def is_private(folder: Path) -> bool:
    """Whether only the user can read the key file; always true where modes mean nothing."""
    return os.name != "posix" or (folder / KEY_FILE).stat().st_mode & 0o077 == 0
