"""Packed files made to harm: each takes a good one and writes another that must be refused."""

import hashlib
import io
import json
import os
import shutil
import stat
import struct
import warnings
import zipfile
from pathlib import Path

CENTRAL, LOCAL, END = b"PK\1\2", b"PK\3\4", b"PK\5\6"
MANY = 100_000


def _rewritten(good: Path, bad: Path, *, method=zipfile.ZIP_STORED, change=None, more=()):
    """The members of `good` again, changed by `change(name, content)`, with others behind them."""
    with (
        zipfile.ZipFile(good) as source,
        zipfile.ZipFile(bad, "w", method) as target,
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")  # names given twice
        for info in source.infolist():
            content = source.read(info)
            target.writestr(info.filename, change(info.filename, content) if change else content)
        for entry, content in more:
            target.writestr(entry, content)


def _patched(good: Path, bad: Path, mark: bytes, offset: int, value: bytes, *, nth=0):
    """`good` with other bytes at `offset` behind the nth `mark`."""
    content = bytearray(good.read_bytes())
    place = -1
    if mark == END:
        place = content.rindex(END)
    else:
        start = content.index(CENTRAL) if mark == CENTRAL else 0
        for _ in range(nth + 1):
            place = content.index(mark, max(start, place + 1))
    content[place + offset : place + offset + len(value)] = value
    bad.write_bytes(content)


def packed(method):
    def make(good, bad):
        _rewritten(good, bad, method=method)

    return make


def packed_and_spoilt(method):
    def make(good, bad):
        _rewritten(good, bad, method=method)
        content = bytearray(bad.read_bytes())
        content[60:200] = os.urandom(140)
        bad.write_bytes(content)

    return make


def said_to_be(method):
    """The directory and the member's own header name a method that was not used."""

    def make(good, bad):
        _patched(good, bad, CENTRAL, 10, struct.pack("<H", method))
        _patched(bad, bad, LOCAL, 8, struct.pack("<H", method))

    return make


def flagged(bits, *, mark=CENTRAL):
    return lambda good, bad: _patched(good, bad, mark, 8 if mark == CENTRAL else 6, bytes([bits]))


def sized(stored: int, long: int):
    """The first member says other sizes than it has."""
    return lambda good, bad: _patched(good, bad, CENTRAL, 20, struct.pack("<LL", stored, long))


def of_kind(kind):
    return lambda good, bad: _patched(
        good, bad, CENTRAL, 38, struct.pack("<L", (kind | 0o600) << 16)
    )


def counted(count: int):
    return lambda good, bad: _patched(good, bad, END, 8, struct.pack("<HH", count, count))


def moved(place: int):
    """The second member is said to begin elsewhere."""
    return lambda good, bad: _patched(good, bad, CENTRAL, 42, struct.pack("<L", place), nth=1)


def with_more(name, content=b"x", kind=stat.S_IFREG):
    def make(good, bad):
        entry = zipfile.ZipInfo(name)
        entry.external_attr = (kind | 0o600) << 16
        _rewritten(good, bad, more=[(entry, content)])

    return make


def many(_good, bad):
    """Members of nothing, as the format has them, written by hand since a library takes seconds."""
    local, listed = bytearray(), bytearray()
    for nth in range(MANY):
        name = b"giay-to/%06d" % nth
        listed += (
            struct.pack(
                "<4s6H3L5H2L",
                CENTRAL,
                20,
                20,
                0,
                0,
                0,
                33,
                0,
                0,
                0,
                len(name),
                0,
                0,
                0,
                0,
                0,
                len(local),
            )
            + name
        )
        local += struct.pack("<4s5H3L2H", LOCAL, 20, 0, 0, 0, 33, 0, 0, 0, len(name), 0) + name
    said = (min(MANY, 0xFFFF), len(listed), len(local))
    big = struct.pack(
        "<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, MANY, MANY, len(listed), len(local)
    )
    big += struct.pack("<4sLQL", b"PK\6\7", 0, len(local) + len(listed), 1)
    end = struct.pack("<4s4H2LH", END, 0, 0, said[0], *said, 0)
    bad.write_bytes(local + listed + big + end)
    with zipfile.ZipFile(bad) as whole:
        assert len(whole.infolist()) == MANY


def twice(good, bad):
    with zipfile.ZipFile(good) as source:
        first = source.infolist()[0].filename
    _rewritten(good, bad, more=[(first, b"x")])


def bomb(good, bad):
    """Half a megabyte that would be a hundred of them, and says to be two gigabytes."""
    with zipfile.ZipFile(bad, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target:
        target.writestr("motcua.db", bytes(100 * 2**20))
    assert bad.stat().st_size < 2**20
    _patched(bad, bad, CENTRAL, 24, struct.pack("<L", 2**31 - 1))


def after(more: bytes):
    return lambda good, bad: bad.write_bytes(good.read_bytes() + more)


def before(more: bytes):
    return lambda good, bad: bad.write_bytes(more + good.read_bytes())


def commented(good, bad):
    shutil.copy(good, bad)
    with zipfile.ZipFile(bad, "a") as target:
        target.comment = b"x" * 60_000


def giant(good, bad):
    """A file of nothing, four gigabytes long, that ends as a good one does."""
    shutil.copy(good, bad)
    end = good.read_bytes()[-22:]
    with bad.open("r+b") as file:
        file.truncate(4 * 2**30)
        file.seek(0, io.SEEK_END)
        file.write(end)


def cut(share: float):
    return lambda good, bad: bad.write_bytes(good.read_bytes()[: int(good.stat().st_size * share)])


ARCHIVES = {
    "deflated": packed(zipfile.ZIP_DEFLATED),
    "in bzip2": packed(zipfile.ZIP_BZIP2),
    "in lzma": packed(zipfile.ZIP_LZMA),
    "deflated and spoilt": packed_and_spoilt(zipfile.ZIP_DEFLATED),
    "in bzip2 and spoilt": packed_and_spoilt(zipfile.ZIP_BZIP2),
    "in lzma and spoilt": packed_and_spoilt(zipfile.ZIP_LZMA),
    **{f"said to be packed by {one}": said_to_be(one) for one in (1, 8, 9, 12, 14, 93, 99, 0xFFFF)},
    **{f"flag {bit} in the directory": flagged(1 << bit) for bit in range(8)},
    **{f"flag {bit} in the header": flagged(1 << bit, mark=LOCAL) for bit in (0, 3, 6)},
    "longer than it is": sized(2**31, 2**31),
    "longer once unpacked": sized(100, 2**31),
    "as long as can be said": sized(0xFFFF_FFFF, 0xFFFF_FFFF),
    "shorter than it is": sized(5, 5),
    "a link": of_kind(stat.S_IFLNK),
    "a pipe inside": of_kind(stat.S_IFIFO),
    "a device inside": of_kind(stat.S_IFCHR),
    "a folder inside": with_more("giay-to/"),
    "a link more": with_more("giay-to/x", b"/etc/passwd", stat.S_IFLNK),
    "a strange file more": with_more("ghi-chu.txt"),
    "a way out": with_more("../../motcua.db"),
    "an absolute way": with_more("/etc/motcua"),
    "a name of Windows": with_more("C:\\motcua\\x"),
    "a name with an end in it": with_more("motcua.db\0.txt"),
    "a name nobody can read": with_more("x" * 5_000),
    "a hundred thousand more": many,
    "a name twice": twice,
    "a bomb": bomb,
    "bytes behind": after(b"x"),
    "another end behind": after(END + bytes(18)),
    "bytes before": before(b"MZ" * 100),
    "a comment": commented,
    "a giant of nothing": giant,
    "two in one place": moved(0),
    "one beyond the end": moved(2**31),
    "counted too high": counted(60_000),
    "counted beyond": counted(0xFFFF),
    "counted none": counted(0),
    **{f"cut at {share}": cut(share) for share in (0, 0.3, 0.97, 0.9999)},
}  # fmt: skip


def with_manifest(name: str, text: str):
    """The list of members is another text."""

    def make(good, bad):
        _rewritten(good, bad, change=lambda one, had: text.encode() if one == name else had)

    return make


def with_member(manifest: str, name: str, content: bytes):
    """A member is another, and the list says so."""

    def make(good, bad):
        with zipfile.ZipFile(good) as source:
            said = json.loads(source.read(manifest))
        said["files"][name] = hashlib.sha256(content).hexdigest()
        new = {manifest: json.dumps(said).encode(), name: content}
        _rewritten(good, bad, change=lambda one, had: new.get(one, had))

    return make


def a_pipe(path: Path):
    os.mkfifo(path)


def a_link_to(target: str):
    return lambda path: path.symlink_to(target)


NO_FILES = {
    "a pipe": a_pipe,
    "a device": a_link_to("/dev/zero"),
    "a terminal": a_link_to("/dev/tty"),
    "a circle": lambda path: path.symlink_to(path.name),
    "a folder": Path.mkdir,
    "nothing": lambda path: None,
}
"""What stands at a name and is no file that can be read."""
