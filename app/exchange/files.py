"""Read a file a person named, or say clearly why not."""

import contextlib
from pathlib import Path

from app.domain.errors import DeskError
from app.domain.phrases import phrase
from app.wording.causes import cause

MOST_BYTES = 64 * 1024 * 1024


class FileUnreadable(DeskError):
    """Facts: path, why (in Vietnamese)."""


def read_file(path: Path, *, most: int = MOST_BYTES) -> bytes:
    """The bytes of `path`.

    Raises:
        FileUnreadable: not there, a folder, not allowed, or larger than `most` bytes.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            raise FileUnreadable(path=str(path), why=phrase("đây không phải tệp thường"))
        if path.stat().st_size > most:
            raise FileUnreadable(
                path=str(path), why=phrase("tệp lớn hơn {most} MB", most=most // 1024 // 1024)
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise FileUnreadable(path=str(path), why=phrase("không có tệp này")) from None
    except IsADirectoryError:
        raise FileUnreadable(path=str(path), why=phrase("đây là thư mục")) from None
    except OSError as error:
        raise FileUnreadable(path=str(path), why=cause(error)) from None


class FileUnwritable(DeskError):
    """Facts: path, why (in Vietnamese)."""


def write_file(path: Path, content: bytes) -> None:
    """Write `content` to a file a person named; an earlier file gives way only when all is there.

    Raises:
        FileUnwritable: no such folder, full, not allowed, or a folder or a device has that name;
            what was there before is as it was.
    """
    if path.is_dir():
        raise FileUnwritable(path=str(path), why=phrase("đây là thư mục; hãy ghi thêm tên tệp"))
    if path.exists() and not path.is_file():
        raise FileUnwritable(path=str(path), why=phrase("đây là thiết bị của máy, không phải tệp"))
    temporary = path.with_name(f".{path.name[-200:]}.tmp")
    try:
        temporary.write_bytes(content)
        temporary.replace(path)
    except FileNotFoundError:
        raise FileUnwritable(path=str(path), why=phrase("không có thư mục này")) from None
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise FileUnwritable(path=str(path), why=cause(error)) from None
