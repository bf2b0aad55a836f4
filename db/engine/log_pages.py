"""Which pages the write-ahead log of a database holds: of those the file is not asked."""

import struct
from pathlib import Path

from db.folder import LOG_OF_DATABASE

_HEADER = struct.Struct(">8xI4x8s8x")
"""Page size and salts of the log."""
_FRAME = struct.Struct(">II8s8x")
"""Page number, pages of the file after a commit (0 within one) and salts; the page follows."""


def pages_in_log(path: Path) -> frozenset[int]:
    """Numbers of the pages that were committed to the log of the database at `path`.

    A page that is newer in the log than anybody's oldest look is left out when the log is moved
    into the file: where it is new there too, the file has a hole until the look is over.
    Format: https://www.sqlite.org/fileformat2.html section 4; numbers are big-endian.
    """
    committed: set[int] = set()
    since: set[int] = set()
    try:
        with path.with_name(f"{path.name}{LOG_OF_DATABASE[0]}").open("rb") as log:
            size, salts = _HEADER.unpack(log.read(_HEADER.size))
            while True:
                page, is_commit, own = _FRAME.unpack(log.read(_FRAME.size))
                if own != salts:  # left from before the log was begun anew
                    break
                since.add(page)
                if is_commit:
                    committed |= since
                    since.clear()
                log.seek(size, 1)
    except (OSError, struct.error):  # there is no log, or it ends here
        pass
    return frozenset(committed)
