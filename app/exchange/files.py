"""Write a file a person named, or say clearly why not."""

import hashlib
from pathlib import Path

from app.domain.errors import DeskError
from app.domain.phrases import phrase
from app.exchange.new_file import ReadBackDiffers, draft_in
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
    if path.is_dir():
        raise FileUnwritable(path=str(path), why=phrase("đây là thư mục; hãy ghi thêm tên tệp"))
    if path.exists() and not path.is_file():
        raise FileUnwritable(path=str(path), why=phrase("đây là thiết bị của máy, không phải tệp"))
    digest = hashlib.sha256(content).hexdigest()
    try:
        with draft_in(path.parent) as draft:
            draft.file.write(content)
            draft.sync()
            draft.check(digest)
            draft.place(path, digest=digest, replaces=replaces)
    except FileNotFoundError:
        raise FileUnwritable(path=str(path), why=phrase("không có thư mục này")) from None
    except FileExistsError:
        raise
    except ReadBackDiffers:
        why = phrase("đọc lại thấy khác với khi ghi, ổ đĩa có thể hỏng")
        raise FileUnwritable(path=str(path), why=why) from None
    except OSError as error:
        raise FileUnwritable(path=str(path), why=cause(error)) from None
