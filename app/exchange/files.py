"""Write a file a person named, or say clearly why not."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from app.domain.errors import DeskError
from app.domain.phrases import phrase
from app.exchange.new_file import ReadBackDiffers, digest_of, draft_in
from app.wording.causes import cause


class FileUnwritable(DeskError):
    """Facts: path, why (in Vietnamese)."""


def write_file(path: Path, content: bytes, *, replaces: bool = True) -> None:
    """Write `content` to a file a person named; an earlier file gives way only when all is there.

    What must not be written over at all is `app.exchange.target`'s to say.

    Args:
        path: the file.
        content: all of it.
        replaces: an earlier file gives way; else its name is taken.

    Raises:
        FileExistsError: there is one, and it does not give way.
        FileUnwritable: no such folder, full, not allowed, or a folder or a device has that name;
            what was there before is as it was.
    """
    digest = hashlib.sha256(content).hexdigest()

    def write(out: BinaryIO) -> None:
        out.write(content)

    fill_file(path, write, replaces=replaces, digest=digest)


def fill_file(
    path: Path, write: Callable[[BinaryIO], None], *, replaces: bool = True, digest: str = ""
) -> None:
    """As `write_file`, of a content that `write` puts into the file it is given, bit by bit.

    Args:
        path: the file.
        write: what it raises leaves no file behind.
        replaces: an earlier file gives way; else its name is taken.
        digest: SHA-256 of what `write` writes, where that is known before.

    Raises:
        As `write_file`, and what `write` raises.
    """
    if path.is_dir():
        raise FileUnwritable(path=str(path), why=phrase("đây là thư mục; hãy ghi thêm tên tệp"))
    if path.exists() and not path.is_file():
        raise FileUnwritable(path=str(path), why=phrase("đây là thiết bị của máy, không phải tệp"))
    try:
        with draft_in(path.parent) as draft:
            write(draft.file)
            draft.sync()
            known = digest or digest_of(draft.path)
            draft.check(known)
            draft.place(path, digest=known, replaces=replaces)
    except FileNotFoundError:
        raise FileUnwritable(path=str(path), why=phrase("không có thư mục này")) from None
    except FileExistsError:
        raise
    except ReadBackDiffers:
        why = phrase("đọc lại thấy khác với khi ghi, ổ đĩa có thể hỏng")
        raise FileUnwritable(path=str(path), why=why) from None
    except OSError as error:
        raise FileUnwritable(path=str(path), why=cause(error)) from None
