"""Read a file a person named, or say clearly why not."""

from pathlib import Path

from app.domain.errors import DeskError

MOST_BYTES = 64 * 1024 * 1024


class FileUnreadable(DeskError):
    """Facts: path, why (in Vietnamese)."""


def read_file(path: Path, *, most: int = MOST_BYTES) -> bytes:
    """The bytes of `path`.

    Raises:
        FileUnreadable: not there, a folder, not allowed, or larger than `most` bytes.
    """
    try:
        if path.stat().st_size > most:
            raise FileUnreadable(path=str(path), why=f"tệp lớn hơn {most // 1024 // 1024} MB")
        return path.read_bytes()
    except FileNotFoundError:
        raise FileUnreadable(path=str(path), why="không có tệp này") from None
    except IsADirectoryError:
        raise FileUnreadable(path=str(path), why="đây là thư mục") from None
    except OSError as error:
        raise FileUnreadable(path=str(path), why=error.strerror or str(error)) from None


class FileUnwritable(DeskError):
    """Facts: path, why (in Vietnamese or the system's words)."""


def write_file(path: Path, content: bytes) -> None:
    """Write `content` to a file a person named; an earlier file gives way only when all is there.

    Raises:
        FileUnwritable: no such folder, full, or not allowed; an earlier file is as it was.
    """
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        temporary.write_bytes(content)
        temporary.replace(path)
    except FileNotFoundError:
        raise FileUnwritable(path=str(path), why="không có thư mục này") from None
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise FileUnwritable(path=str(path), why=error.strerror or str(error)) from None
