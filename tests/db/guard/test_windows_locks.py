"""Windows knows locks held alone only: many share one by a byte each. What it answers is played."""

import pytest

from db.guard.locks import WindowsLocks

TAKE, RELEASE = 2, 0


class Windows:
    """Byte ranges of files, as `msvcrt.locking` locks them: from the file's position on."""

    def __init__(self):
        self.files = {}
        self.opened = []
        self.held = {}

    def open(self, path):
        file = path.open("a+b")
        self.files[file.fileno()] = file
        self.opened.append(file)
        return file

    def locking(self, number, mode, count):
        file = self.files[number]
        asked = range(file.tell(), file.tell() + count)
        others = {at for who, ranges in self.held.items() if who != number for at in ranges}
        own = self.held.setdefault(number, set())
        if mode == RELEASE:
            if not set(asked) <= own:
                raise PermissionError(13, "Permission denied")
            own -= set(asked)
        elif set(asked) & (others | own):  # not even one's own byte is locked twice
            raise PermissionError(13, "Permission denied")
        else:
            own |= set(asked)

    def close(self, file):
        """The system lets go of what its closer held."""
        self.held.pop(file.fileno(), None)
        file.close()


@pytest.fixture
def windows():
    played = Windows()
    yield played
    for file in played.opened:
        file.close()


@pytest.fixture
def locks(windows):
    return WindowsLocks(windows.locking, take=TAKE, release=RELEASE)


def test_many_share_and_one_alone_waits_until_all_are_gone(tmp_path, windows, locks):
    first, second, third = (windows.open(tmp_path / "dung.khoa") for _ in range(3))
    assert locks.share(first)
    assert locks.share(second)
    assert not locks.take(third)
    locks.release(first)
    assert not locks.take(third)
    locks.release(second)
    assert locks.take(third)
    assert not locks.share(first)
    locks.release(third)
    assert locks.share(first)


def test_who_shares_can_take_all_and_share_again(tmp_path, windows, locks):
    mine, other = windows.open(tmp_path / "dung.khoa"), windows.open(tmp_path / "dung.khoa")
    assert locks.share(mine)
    assert locks.take(mine)
    assert not locks.share(other)
    assert locks.share(mine)
    assert locks.share(other)


def test_the_locked_bytes_lie_behind_the_text_that_others_read(tmp_path, windows, locks):
    file = windows.open(tmp_path / "note")
    locks.take(file)
    assert min(windows.held[file.fileno()]) > 1_000_000


def test_a_number_of_a_file_that_was_closed_is_no_lock_of_the_next(tmp_path, windows, locks):
    file = windows.open(tmp_path / "a")
    locks.share(file)
    number = file.fileno()
    windows.close(file)
    again = windows.open(tmp_path / "b")
    assert again.fileno() == number
    locks.release(again)
    assert locks.take(again)


def test_when_every_place_is_taken_the_next_is_refused(tmp_path, windows, locks):
    others = [windows.open(tmp_path / "dung.khoa") for _ in range(64)]
    assert all(locks.share(one) for one in others)
    assert not locks.share(windows.open(tmp_path / "dung.khoa"))
