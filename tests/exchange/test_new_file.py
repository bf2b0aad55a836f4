"""Files in the making: nobody else's name, their own only when whole, read again under it."""

import hashlib
import os
import threading

import pytest

from app.exchange import new_file
from app.exchange.files import FileUnwritable, write_file
from app.exchange.new_file import ReadBackDiffers, draft_in


def written(folder, content=b"whole", name="a.pdf", *, replaces=False):
    with draft_in(folder) as draft:
        draft.file.write(content)
        draft.sync()
        draft.place(folder / name, digest=digest(content), replaces=replaces)


def digest(content):
    return hashlib.sha256(content).hexdigest()


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_two_writers_in_one_folder_never_open_one_file(tmp_path):
    with draft_in(tmp_path) as one, draft_in(tmp_path) as other:
        assert one.path != other.path
        one.file.write(b"one")
        other.file.write(b"other")
        for draft, content in ((one, b"one"), (other, b"other")):
            draft.sync()
            draft.place_free(tmp_path / "a.pdf", digest=digest(content))
    assert names(tmp_path) == ["a.pdf", "a_2.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == b"one"
    assert (tmp_path / "a_2.pdf").read_bytes() == b"other"


def test_many_writers_at_once_are_each_given_a_name_that_stays_theirs(tmp_path):
    given = {}

    def write(nth):
        content = f"{nth}".encode() * 1_000
        with draft_in(tmp_path) as draft:
            draft.file.write(content)
            draft.sync()
            given[nth] = draft.place_free(tmp_path / "a.mcbk", digest=digest(content)), content

    threads = [threading.Thread(target=write, args=(nth,)) for nth in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({path for path, _ in given.values()}) == len(threads)
    assert all(path.read_bytes() == content for path, content in given.values())
    assert len(names(tmp_path)) == len(threads)


def test_a_name_that_is_taken_is_refused_and_its_file_stays(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"theirs")
    with pytest.raises(FileExistsError):
        written(tmp_path)
    assert (tmp_path / "a.pdf").read_bytes() == b"theirs"
    assert names(tmp_path) == ["a.pdf"]
    written(tmp_path, replaces=True)
    assert (tmp_path / "a.pdf").read_bytes() == b"whole"


def test_a_name_that_leads_nowhere_counts_as_taken(tmp_path):
    (tmp_path / "a.pdf").symlink_to(tmp_path / "nowhere")
    with draft_in(tmp_path) as draft:
        draft.sync()
        assert draft.place_free(tmp_path / "a.pdf", digest=digest(b"")).name == "a_2.pdf"


def test_a_stick_that_knows_no_second_name_of_a_file_keeps_both_files_all_the_same(
    tmp_path, monkeypatch
):
    def unknown(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", unknown)
    written(tmp_path, b"one")
    with pytest.raises(FileExistsError):
        written(tmp_path, b"other")
    assert (tmp_path / "a.pdf").read_bytes() == b"one"
    assert names(tmp_path) == ["a.pdf"]

    def pulled_out(*_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "replace", pulled_out)
    with pytest.raises(OSError, match="Input"):
        written(tmp_path, name="b.pdf")
    assert names(tmp_path) == ["a.pdf"]


def test_a_draft_is_held_until_it_has_its_name(tmp_path, monkeypatch):
    link = os.link

    def cleared_meanwhile(path, final):
        new_file.clear_drafts(tmp_path)
        link(path, final)

    monkeypatch.setattr(os, "link", cleared_meanwhile)
    written(tmp_path)
    assert names(tmp_path) == ["a.pdf"]


def test_what_lies_under_the_name_is_read_again_and_not_left_if_it_is_another(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(
        new_file, "sync_names", lambda folder: (folder / "a.pdf").write_bytes(b"spoilt")
    )
    with pytest.raises(ReadBackDiffers):
        written(tmp_path)
    assert names(tmp_path) == []


def test_a_file_of_somebody_else_under_the_name_is_not_taken_away(tmp_path, monkeypatch):
    def swap(folder):
        (folder / "a.pdf").rename(folder / "moved")
        (folder / "a.pdf").write_bytes(b"theirs")

    monkeypatch.setattr(new_file, "sync_names", swap)
    with pytest.raises(ReadBackDiffers):
        written(tmp_path)
    assert (tmp_path / "a.pdf").read_bytes() == b"theirs"


def test_a_folder_that_cannot_be_synced_leaves_nothing_that_counts(tmp_path, monkeypatch):
    def broken(_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(new_file, "sync_names", broken)
    with pytest.raises(OSError, match="Input"):
        written(tmp_path)
    assert names(tmp_path) == []


def test_what_a_dead_program_left_is_cleared_what_a_living_one_writes_is_not(tmp_path):
    (tmp_path / ".motcua-nhap-0011.tmp").write_bytes(b"half")
    with draft_in(tmp_path) as living:
        assert names(tmp_path) == [living.path.name]
        written(tmp_path)
        assert living.path.exists()
    assert names(tmp_path) == ["a.pdf"]


def test_a_draft_somebody_cleared_before_it_was_held_is_begun_anew(tmp_path, monkeypatch):
    held, seen = new_file._held, []

    def too_late(handle):
        if not seen:
            (path,) = tmp_path.iterdir()
            path.unlink()
        seen.append(handle)
        return held(handle)

    monkeypatch.setattr(new_file, "_held", too_late)
    written(tmp_path)
    assert len(seen) == 2


def test_where_names_run_out_that_is_an_error_not_a_circle(tmp_path, monkeypatch):
    monkeypatch.setattr(new_file, "_held", lambda _: False)
    with pytest.raises(FileExistsError):
        written(tmp_path)
    monkeypatch.undo()
    monkeypatch.setattr(new_file, "_MOST_TRIES", 2)
    (tmp_path / "a.pdf").write_bytes(b"")
    with draft_in(tmp_path) as draft, pytest.raises(FileExistsError):
        draft.place_free(tmp_path / "a.pdf", digest=digest(b""))


def test_where_files_cannot_be_held_they_are_written_all_the_same(tmp_path, monkeypatch):
    def unknown(*_):
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr(new_file.fcntl, "flock", unknown)
    (tmp_path / ".motcua-nhap-0011.tmp").write_bytes(b"somebody's")
    written(tmp_path)
    assert names(tmp_path) == [".motcua-nhap-0011.tmp", "a.pdf"]


def test_a_print_read_back_otherwise_than_written_is_no_print(tmp_path, monkeypatch):
    sync = os.fsync

    def spoil(handle):
        sync(handle)
        for path in tmp_path.iterdir():
            path.write_bytes(b"spoilt")

    monkeypatch.setattr(os, "fsync", spoil)
    with pytest.raises(FileUnwritable) as refused:
        write_file(tmp_path / "a.pdf", b"%PDF-")
    assert "đọc lại" in refused.value.facts["why"]
    assert names(tmp_path) == []


def test_files_are_their_owners_alone(tmp_path):
    write_file(tmp_path / "a.pdf", b"%PDF-")
    assert os.name != "posix" or (tmp_path / "a.pdf").stat().st_mode & 0o777 == 0o600


def test_whatever_is_opened_on_the_way_is_closed_again(tmp_path, monkeypatch):
    """A window runs for weeks: a handle lost with each file ends in too many open files."""
    open_file, opened = os.open, []

    def noted(*arguments, **more):
        opened.append(open_file(*arguments, **more))
        return opened[-1]

    (tmp_path / ".motcua-nhap-0011.tmp").write_bytes(b"half")
    monkeypatch.setattr(os, "open", noted)
    written(tmp_path)
    assert len(opened) >= 2
    for handle in opened:
        with pytest.raises(OSError, match="Bad file descriptor"):
            os.fstat(handle)
