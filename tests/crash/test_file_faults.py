"""A folder that refuses at each call in turn: a file that was refused is not there, one that was
answered is there whole, and an earlier one that was not replaced is as it was.
"""

import contextlib
import errno
from itertools import count

import pytest

from app.exchange.files import FileUnwritable, write_file
from app.exchange.new_file import digest_of, draft_in
from tests.crash import files
from tests.crash.faulty import KINDS, Fault
from tests.crash.tape import Tape

CONTENT = b"whole " * 100


def as_a_print(path):
    write_file(path, CONTENT)
    return path


def as_a_backup(path):
    with draft_in(path.parent) as draft:
        draft.file.write(CONTENT)
        draft.sync()
        return draft.place_free(path, digest=digest_of(draft.path))


def named(folder):
    return {one.name: one.read_bytes() for one in folder.iterdir() if one.name[0] != "."}


def refused_once(write, folder, earlier, fault, *, knows_links):
    """What lies in `folder` after a try that met `fault`, and what of it was answered."""
    for one in folder.iterdir():
        one.unlink()
    if earlier is not None:
        (folder / "a.pdf").write_bytes(earlier)
    tape = Tape(folder.parent)

    def refuse(kind):
        return fault(kind) or (kind == "link" and not knows_links and errno.EPERM)

    answered = None
    with files.recording(tape), tape.running():
        tape.fault = refuse
        with contextlib.suppress(OSError, FileUnwritable):
            answered = write(folder / "a.pdf")
    return named(folder), answered


@pytest.mark.parametrize("earlier", [None, b"earlier"])
@pytest.mark.parametrize("write", [as_a_print, as_a_backup])
def test_a_file_is_there_under_its_name_just_when_that_was_answered(tmp_path, write, earlier):
    before = {} if earlier is None else {"a.pdf": earlier}
    folder = tmp_path / "usb"
    folder.mkdir()
    refusals = 0
    for kind, number in KINDS:
        for for_good in (False, True):
            for nth in count(1):
                fault = Fault(kind, number, nth, for_good)
                there, answered = refused_once(write, folder, earlier, fault, knows_links=True)
                if answered is None:
                    assert there == before, fault
                    refusals += 1
                else:
                    assert there == before | {answered.name: CONTENT}, fault
                if not fault.fired:
                    break
    assert refusals >= 10


@pytest.mark.parametrize("write", [as_a_print, as_a_backup])
def test_so_it_is_on_a_stick_that_knows_no_second_name_of_a_file(tmp_path, write):
    folder = tmp_path / "usb"
    folder.mkdir()
    for kind, number in KINDS:
        for nth in count(1):
            fault = Fault(kind, number, nth, for_good=False)
            there, answered = refused_once(write, folder, None, fault, knows_links=False)
            assert there == ({} if answered is None else {answered.name: CONTENT}), fault
            if not fault.fired:
                break


def test_what_was_kept_of_an_earlier_file_goes_once_it_is_replaced(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"earlier")
    as_a_print(tmp_path / "a.pdf")
    assert [one.name for one in tmp_path.iterdir()] == ["a.pdf"]
