"""Files that are whole or not there: temporary name, sync, rename, sync of the folder."""

import contextlib
import os
from pathlib import Path


def write_durably(path: Path, content: bytes, *, private: bool = False) -> None:
    """Write `content` to `path` so that a power cut leaves the old file or the new one.

    Args:
        path: where; its folder exists.
        content: all of it.
        private: readable and writable by the user only.

    Raises:
        OSError: nothing was changed; no temporary file is left where it could be removed.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    mode = 0o600 if private else 0o644
    try:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make names in `folder` durable; Windows does so by itself."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
