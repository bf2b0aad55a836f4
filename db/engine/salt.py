"""The salt a database begins with, where a power cut tore that beginning: its log has it too."""

import struct
from pathlib import Path

from db.folder import LOG_OF_DATABASE

_HEADER = struct.Struct(">8xI4x8s8x")
"""Page size and salts of the log."""
_FRAME = struct.Struct(">I4x8s8x")
"""Page number and salts of a page in the log; the page follows."""
_SALT = 16


def salt_in_log(path: Path) -> bytes:
    """The salt of the database at `path` as its write-ahead log holds it; empty if it does not.

    The log of a page that is being moved into the file holds all of it until the file is synced;
    only the salt is read from the file whatever the log says (SQLCipher's raw keys).
    Format: https://www.sqlite.org/fileformat2.html section 4; numbers are big-endian.
    """
    try:
        with path.with_name(f"{path.name}{LOG_OF_DATABASE[0]}").open("rb") as log:
            size, salts = _HEADER.unpack(log.read(_HEADER.size))
            while True:
                page, own = _FRAME.unpack(log.read(_FRAME.size))
                if own != salts:  # left from before the log was begun anew
                    return b""
                if page == 1:
                    return log.read(_SALT)
                log.seek(size, 1)
    except (OSError, struct.error):  # there is no log, or it ends here
        return b""
