"""A package is whole and read back, or it is not there."""

import errno
import hashlib
import json
import os
import shutil
import stat
import tracemalloc
import zipfile

import pytest

from app.domain.dossier.numbering import InvalidAgencyCode
from app.exchange.package import writer as package_module
from app.exchange.package.reader import read_package, stream_events
from app.exchange.package.writer import ExportFailed, ExportFolderMissing, write_package
from tests.exchange import strategies_exchange as some
from tests.exchange.package.builders import PACKAGE_ID, events, package_facts, parts, written


def test_the_file_is_named_for_office_station_and_numbers(tmp_path):
    assert written(tmp_path).path == tmp_path / "MC_H37.99.1_1_1-4.mcg"


def test_any_zip_program_can_open_it(tmp_path):
    with zipfile.ZipFile(written(tmp_path).path) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "ho_so.jsonl", "tien_trinh.jsonl", "manifest.json", "goi.json",
        ]  # fmt: skip
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}


def test_events_are_copied_byte_for_byte_one_to_a_line(tmp_path):
    dossiers, steps = events(6)
    found = parts(written(tmp_path, 6).path)
    assert found["ho_so.jsonl"].splitlines() == dossiers
    assert found["tien_trinh.jsonl"].splitlines() == steps


def test_the_header_tells_the_package_without_personal_data(tmp_path):
    previous = "ab" * 32
    found = parts(written(tmp_path, previous_sha256=previous).path)
    size = len(found["ho_so.jsonl"]) + len(found["tien_trinh.jsonl"])
    assert json.loads(found["goi.json"]) == {
        "format": "motcua-goi/1.0-plain",
        "package_id": PACKAGE_ID,
        "madonvi": "H37.99.1",
        "ma_tram": "1",
        "tao_luc": "2026-11-23T10:15:00+07:00",
        "seq_tu": 1,
        "seq_den": 4,
        "so_tin": 4,
        "bytes": size,
        "sha256": hashlib.sha256(found["manifest.json"]).hexdigest(),
        "goi_truoc": previous,
    }
    assert json.loads(found["manifest.json"])["tep"] == [
        {
            "ten": name,
            "so_tin": 2,
            "bytes": len(found[name]),
            "sha256": hashlib.sha256(found[name]).hexdigest(),
        }
        for name in ("ho_so.jsonl", "tien_trinh.jsonl")
    ]


def test_what_is_reported_is_what_lies_there(tmp_path):
    done = written(tmp_path)
    content = done.path.read_bytes()
    assert (done.bytes, done.events) == (len(content), 4)
    assert done.sha256 == hashlib.sha256(content).hexdigest()


def test_the_same_events_make_the_same_file(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = written(tmp_path / "a"), written(tmp_path / "b")
    assert one.path.read_bytes() == other.path.read_bytes()


def test_a_package_reads_back_to_the_events_put_in(tmp_path):
    done = written(tmp_path, 6)
    read = read_package(done.path, agency_code="H37.99.1")
    assert read.sha256 == done.sha256
    assert [event.seq for event in stream_events(read)] == [1, 3, 5, 2, 4, 6]


def test_numbers_answered_meanwhile_may_be_missing(tmp_path):
    dossiers, steps = events(6)
    done = write_package(
        tmp_path, package_facts(6), dossier_events=dossiers[:1], progress_events=steps[2:]
    )
    assert [event.seq for event in stream_events(read_package(done.path))] == [1, 6]


def test_one_station_exports_for_all(tmp_path):
    dossiers = [
        some.dossier_message(some.facts(n, station=n), some.a_dossier(), some.a_procedure())
        for n in (1, 2)
    ]
    done = write_package(
        tmp_path, package_facts(2, station=2), dossier_events=dossiers, progress_events=()
    )
    read = read_package(done.path, agency_code="H37.99.1")
    assert [event.ma_tram for event in stream_events(read)] == ["1", "2"]


def test_steps_alone_make_a_package(tmp_path):
    steps = events(4)[1]
    done = write_package(
        tmp_path, package_facts(4, first_seq=2), dossier_events=(), progress_events=steps
    )
    assert read_package(done.path).header.so_tin == 2


def test_exporting_again_leaves_the_package_of_the_same_numbers_as_it_was_answered(tmp_path):
    first = written(tmp_path)
    other_id = PACKAGE_ID[:-1] + "2"
    done = written(tmp_path, package_id=other_id)
    assert read_package(done.path).header.package_id == other_id
    assert done.path.name == "MC_H37.99.1_1_1-4_2.mcg"
    for each in (first, done):
        assert hashlib.sha256(each.path.read_bytes()).hexdigest() == each.sha256


def test_memory_stays_flat_however_many_events(tmp_path):
    (body,), _ = events(1)
    tracemalloc.start()
    try:
        done = write_package(
            tmp_path,
            package_facts(20_000),
            dossier_events=(body for _ in range(20_000)),
            progress_events=(),
        )
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert done.bytes > 25_000_000
    assert peak < 8_000_000


# What goes wrong


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ExportFolderMissing) as refused:
        written(tmp_path / "usb")
    assert refused.value.facts == {"path": str(tmp_path / "usb")}


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "usb").write_text("x")
    with pytest.raises(ExportFolderMissing):
        written(tmp_path / "usb")


def failing(number):
    def fail(*_):
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (errno.ENOSPC, "ổ đĩa đầy"),
        (errno.EROFS, "ổ đĩa chỉ cho đọc"),
        (errno.EIO, "thiết bị báo lỗi hoặc đã bị rút"),
        (errno.EACCES, "không có quyền ghi hoặc đọc ở đây"),
    ],
)
def test_a_failing_disk_leaves_what_was_there_and_nothing_half(tmp_path, monkeypatch, number, why):
    before = written(tmp_path).path.read_bytes()
    monkeypatch.setattr(package_module.os, "fsync", failing(number))
    with pytest.raises(ExportFailed) as refused:
        written(tmp_path, package_id=PACKAGE_ID[:-1] + "2")
    assert refused.value.facts == {"path": str(tmp_path / "MC_H37.99.1_1_1-4.mcg"), "why": why}
    (left,) = tmp_path.iterdir()
    assert left.read_bytes() == before


def test_a_folder_that_vanishes_while_writing_is_named(tmp_path):
    folder = tmp_path / "usb"
    folder.mkdir()

    def pulled_out():
        yield events(1)[0][0]
        shutil.rmtree(folder)

    with pytest.raises(ExportFolderMissing):
        write_package(folder, package_facts(1), dossier_events=pulled_out(), progress_events=())
    assert not folder.exists()


@pytest.mark.parametrize("place", [10, 200, -3])
def test_a_medium_that_keeps_other_bytes_is_found_out(tmp_path, monkeypatch, place):
    real = os.fsync
    spoilt = []

    def spoil(handle):
        real(handle)
        if not spoilt:
            (temporary,) = tmp_path.iterdir()
            content = bytearray(temporary.read_bytes())
            content[place] ^= 1
            temporary.write_bytes(content)
            spoilt.append(temporary)

    monkeypatch.setattr(package_module.os, "fsync", spoil)
    with pytest.raises(ExportFailed) as refused:
        written(tmp_path)
    assert "đọc lại" in refused.value.facts["why"]
    assert list(tmp_path.iterdir()) == []


def test_a_failure_of_the_records_leaves_no_file_and_is_not_hidden(tmp_path):
    def breaking():
        yield events(1)[0][0]
        raise LookupError("the database went away")

    with pytest.raises(LookupError):
        write_package(tmp_path, package_facts(1), dossier_events=breaking(), progress_events=())
    assert list(tmp_path.iterdir()) == []


def test_more_than_one_package_may_hold_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(package_module.shape, "MOST_BYTES", 2_000)
    with pytest.raises(ExportFailed) as refused:
        written(tmp_path)
    assert "quá nhiều bản ghi" in refused.value.facts["why"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("code", ["../H37", "H37/99", ""])
def test_an_office_whose_code_is_no_code_cannot_lead_elsewhere(tmp_path, code):
    with pytest.raises(InvalidAgencyCode):
        written(tmp_path, agency_code=code)


def test_what_a_power_cut_left_is_cleared_by_the_next_export(tmp_path):
    (tmp_path / ".motcua-nhap-0f0f.tmp").write_bytes(b"half")
    written(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["MC_H37.99.1_1_1-4.mcg"]


@pytest.mark.parametrize(
    ("changes", "bodies"),
    [
        ({}, []),
        ({}, [b'{"a":\n1}']),
        ({"package_id": "x"}, [b"{}"]),
        ({"station": 0}, [b"{}"]),
        ({"previous_sha256": "x"}, [b"{}"]),
    ],
)
def test_what_could_not_be_read_back_is_not_written(tmp_path, changes, bodies):
    with pytest.raises(ExportFailed):
        write_package(
            tmp_path, package_facts(1, **changes), dossier_events=bodies, progress_events=()
        )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="elsewhere folders are not synced")
@pytest.mark.parametrize(
    ("number", "is_written"), [(errno.EINVAL, True), (errno.ENOTSUP, True), (errno.EIO, False)]
)
def test_a_stick_whose_folders_cannot_be_synced_is_good_enough_a_failing_one_is_not(
    tmp_path, monkeypatch, number, is_written
):
    sync = os.fsync

    def fail_on_folders(handle):
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(number, os.strerror(number))
        sync(handle)

    monkeypatch.setattr(os, "fsync", fail_on_folders)
    if is_written:
        assert written(tmp_path).path.exists()
    else:
        with pytest.raises(ExportFailed):
            written(tmp_path)


def test_members_bear_the_mode_and_the_date_every_package_has(tmp_path):
    """As the province's readers know them: another bit would make every older package foreign."""
    with zipfile.ZipFile(written(tmp_path).path) as archive:
        assert {(info.external_attr, info.date_time) for info in archive.infolist()} == {
            (0o644 << 16, (1980, 1, 1, 0, 0, 0))
        }


def test_nothing_in_the_frame_says_the_hour_or_the_machine(tmp_path):
    with zipfile.ZipFile(written(tmp_path).path) as archive:
        for info in archive.infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert (info.create_system, info.external_attr) == (3, 0o644 << 16)
            assert (info.create_version, info.extract_version) == (20, 20)


def test_a_package_may_be_as_large_as_is_said_and_no_larger(tmp_path, monkeypatch):
    dossiers, _ = events(4)
    size = sum(len(body) + 1 for body in dossiers)
    monkeypatch.setattr(package_module.shape, "MOST_BYTES", size)
    monkeypatch.setattr(package_module.shape, "MOST_EVENTS", len(dossiers))
    assert written(tmp_path).events == 4
    for limit, value in (("MOST_BYTES", size - 1), ("MOST_EVENTS", len(dossiers) - 1)):
        with monkeypatch.context() as tighter:
            tighter.setattr(package_module.shape, limit, value)
            with pytest.raises(ExportFailed) as refused:
                written(tmp_path)
            assert "quá nhiều bản ghi" in refused.value.facts["why"]
