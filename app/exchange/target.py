"""Where a person wants a file: what must not be written over, looked at before anything is done."""

import contextlib
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import BinaryIO

from app.domain.errors import DeskError
from app.domain.phrases import phrase
from app.exchange.file_names import is_held_by_windows
from app.exchange.files import FileUnwritable, fill_file, write_file
from app.outside.ordinary import TooLarge, read_bounded
from app.wording.causes import cause


class TargetExists(DeskError):
    """A file lies there already, and nobody said that it may go. Facts: path."""


class Kind(Enum):
    """Kinds of file we write, by what each begins with."""

    PDF = b"%PDF-"
    PNG = b"\x89PNG\r\n\x1a\n"
    XLSX = b"PK\x03\x04"
    CSV = b"\xef\xbb\xbf"
    SUPPORT = b'{\n "format": "motcua-ho-tro/'


def kind_of_table(path: Path) -> Kind:
    """The kind of table a file's name asks for; `app.exchange.table_file` refuses others."""
    return Kind.CSV if path.suffix.casefold() == ".csv" else Kind.XLSX


@dataclass(frozen=True, slots=True)
class Target:
    """A file to be written for a person.

    Args:
        path: as it was named.
        kind: of the file.
        data: the data folder, nothing in which is ever written over.
        replaces: an earlier file of the same kind gives way: it was asked for.
    """

    path: Path
    kind: Kind
    data: Path
    replaces: bool = False

    def check(self, *, may_exist: bool = False) -> None:
        """Let pass what may be written, before anything is done that would be answered by it.

        Args:
            may_exist: a file of this kind there is not refused yet: it may be this very one.

        Raises:
            TargetExists: a file is there.
            FileUnwritable: no such folder, a folder, a device, a file of the data folder, a file
                of another kind, or a name that does not do.
        """
        if not is_held_by_windows(self.path.name):
            name_refused = phrase("Windows không giữ được tên tệp này; hãy đặt tên khác")
            raise FileUnwritable(path=str(self.path), why=name_refused)
        try:
            found = self._found()
            self._keep_off_data(found)
            if found is None:
                return
            if not (self.replaces or may_exist):
                raise TargetExists(path=str(self.path))
            self._require_kind(found)
        except (OSError, RuntimeError) as error:  # older Pythons call a link in a circle so
            why = cause(error) if isinstance(error, OSError) else phrase("đường dẫn đi vòng tròn")
            raise FileUnwritable(path=str(self.path), why=why) from None

    def write(self, content: bytes) -> None:
        """Write it; the very same file, written before, is left as it is.

        Raises:
            As `check`; FileUnwritable too where the machine does not let it be written.
        """
        self.check(may_exist=True)
        if not self.replaces:
            with contextlib.suppress(FileNotFoundError, TooLarge):
                if read_bounded(self.path, len(content)) == content:
                    return
        try:
            write_file(self.path.resolve(), content, replaces=self.replaces)
        except FileExistsError:
            raise TargetExists(path=str(self.path)) from None

    def fill(self, write: Callable[[BinaryIO], None]) -> None:
        """Write it bit by bit: `write` is given the file, which has its name once all is there.

        Raises:
            As `Target.write`, and what `write` raises; then nothing is left.
        """
        self.check()
        try:
            fill_file(self.path.resolve(), write, replaces=self.replaces)
        except FileExistsError:
            raise TargetExists(path=str(self.path)) from None

    def _found(self) -> os.stat_result | None:
        """What is there, None if nothing is."""
        try:
            found = self.path.stat()
        except FileNotFoundError:
            if self.path.is_symlink():
                why = phrase("đây là lối tắt dẫn tới chỗ không có")
                raise FileUnwritable(path=str(self.path), why=why) from None
            if not self.path.parent.is_dir():
                why = phrase("không có thư mục này")
                raise FileUnwritable(path=str(self.path), why=why) from None
            return None
        if stat.S_ISDIR(found.st_mode):
            why = phrase("đây là thư mục; hãy ghi thêm tên tệp")
            raise FileUnwritable(path=str(self.path), why=why)
        if not stat.S_ISREG(found.st_mode):
            why = phrase("đây là thiết bị của máy, không phải tệp")
            raise FileUnwritable(path=str(self.path), why=why)
        return found

    def _keep_off_data(self, found: os.stat_result | None) -> None:
        """Refuse the data folder's own files, by whatever name, and any other name in it."""
        data = self.data.resolve()
        is_inside = self.path.resolve().is_relative_to(data)
        if is_inside or (found is not None and found.st_nlink != 1 and _holds(data, found)):
            why = phrase("đây là thư mục dữ liệu của chương trình; hãy chọn chỗ khác")
            raise FileUnwritable(path=str(self.path), why=why)

    def _require_kind(self, found: os.stat_result) -> None:
        """Refuse to write over what is no file of this kind; an empty one is of any."""
        if not found.st_size:
            return
        with self.path.open("rb") as file:
            begins = file.read(len(self.kind.value))
        if begins != self.kind.value:
            kind = phrase("gói hỗ trợ") if self.kind is Kind.SUPPORT else self.kind.name
            why = phrase("tệp đang có ở đó không phải {kind}; hãy chọn tên khác", kind=kind)
            raise FileUnwritable(path=str(self.path), why=why)


def _holds(folder: Path, found: os.stat_result) -> bool:
    """Whether a file of `folder` is `found` by another name."""
    for path in folder.rglob("*"):
        with contextlib.suppress(OSError):
            if os.path.samestat(path.stat(), found):
                return True
    return False
