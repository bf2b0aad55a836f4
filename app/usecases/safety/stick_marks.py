"""The mark on a stick by which it is known again, whatever letter or folder it is given."""

import json
import secrets
from pathlib import Path

from app.exchange.files import write_file
from app.outside import strict_json
from db import volumes

FOLDER = "MotCua-sao-luu"
"""At the top of the stick: the mark, and the copies."""
_MARK = "usb.json"
_FORMAT = "motcua-usb-1"
_SPOILT = (OSError, ValueError, LookupError, TypeError)


def find_sticks() -> dict[str, Path]:
    """The folder for copies on each marked stick that is plugged in, by the stick's number."""
    found: dict[str, Path] = {}
    for root in volumes.plugged():
        number = read_mark(root / FOLDER)
        if number:
            found.setdefault(number, root / FOLDER)
    return found


def read_mark(folder: Path) -> str:
    """The number that stands in `folder`; empty where none does."""
    try:
        body = strict_json.read_kept(folder / _MARK, most=1_000)
        return str(body["id"]) if body["format"] == _FORMAT else ""
    except _SPOILT:
        return ""


def mark(root: Path) -> str:
    """Mark the stick at `root`, or read the mark it has; its number.

    Raises:
        OSError, FileUnwritable: it cannot be written to.
    """
    folder = root / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    number = read_mark(folder)
    if not number:
        number = secrets.token_hex(8)
        body = {"format": _FORMAT, "id": number}
        write_file(folder / _MARK, json.dumps(body).encode())
    return number
