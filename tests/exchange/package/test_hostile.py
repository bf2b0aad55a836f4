"""A package that is not exactly as it was written is refused, whatever was done to it."""

import hashlib
import io
import json
import struct
import tracemalloc
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.exchange.package.reader import MOST_LINE, PackageForeign, PackageRefused, read_package
from app.exchange.package.shape import MEMBERS
from tests.exchange import strategies_exchange as some
from tests.exchange.package.builders import as_json, events, forged, parts, written, zipped


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    return written(tmp_path_factory.mktemp("good")).path


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory):
    return tmp_path_factory.mktemp("spoilt") / "x.mcg"


def refuse(path, content=None):
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(PackageRefused) as refused:
        read_package(path)
    assert refused.value.facts["path"] == str(path)
    return refused.value.facts["why"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_one_changed_bit_anywhere_is_refused(good, spoilt, data):
    content = bytearray(good.read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    refuse(spoilt, bytes(content))


def test_one_changed_bit_in_any_header_is_refused(good, spoilt):
    content = good.read_bytes()
    with zipfile.ZipFile(good) as archive:
        frame = [
            offset
            for info in archive.infolist()
            for offset in range(info.header_offset, info.header_offset + 30 + len(info.filename))
        ] + list(range(archive.start_dir, len(content)))
    for offset in frame:
        changed = bytearray(content)
        changed[offset] ^= 1 << offset % 8
        refuse(spoilt, bytes(changed))


@given(cut=st.integers(0, 10_000))
def test_a_package_cut_anywhere_is_refused(good, spoilt, cut):
    content = good.read_bytes()
    refuse(spoilt, content[: cut % len(content)])


@pytest.mark.parametrize("extra", [b"\0", b"PK\5\6" + bytes(18)])
def test_bytes_before_or_after_are_refused(good, spoilt, extra):
    content = good.read_bytes()
    refuse(spoilt, content + extra)
    refuse(spoilt, extra + content)


def test_a_missing_file_is_refused(tmp_path):
    assert refuse(tmp_path / "no.mcg") == "không có tệp này"


def test_a_folder_is_refused(tmp_path):
    refuse(tmp_path)


def test_a_package_of_another_office_is_foreign(good):
    with pytest.raises(PackageForeign) as refused:
        read_package(good, agency_code="H37.99.2")
    assert (refused.value.facts["found"], refused.value.facts["expected"]) == (
        "H37.99.1",
        "H37.99.2",
    )


# Rewrapped with care: frame and digests fit, the content does not


def test_the_forgers_tool_makes_a_good_package_of_good_parts(good, spoilt):
    assert forged(spoilt, parts(good)).read_bytes() == good.read_bytes()


def test_events_of_another_office_in_our_wrapping_are_refused(good, spoilt):
    content = parts(good)
    content["ho_so.jsonl"] = content["ho_so.jsonl"].replace(b'"H37.99.1"', b'"H37.99.2"')
    forged(spoilt, content)
    with pytest.raises(PackageForeign):
        read_package(spoilt, agency_code="H37.99.1")


def test_a_header_put_on_another_package_is_refused(good, spoilt):
    content = parts(good)
    header = json.loads(content["goi.json"])
    header["package_id"] = header["package_id"][:-1] + "9"
    assert "gói khác" in refuse(zipped(spoilt, content | {"goi.json": as_json(header)}))


def test_steps_among_dossiers_are_refused(good, spoilt):
    content = parts(good)
    content["ho_so.jsonl"] += content["tien_trinh.jsonl"].splitlines(keepends=True)[-1]
    content["tien_trinh.jsonl"] = b""
    assert "khác loại" in refuse(forged(spoilt, content))


def test_an_event_twice_is_refused(good, spoilt):
    content = parts(good)
    content["ho_so.jsonl"] += content["ho_so.jsonl"].splitlines(keepends=True)[-1]
    assert "lặp" in refuse(forged(spoilt, content))


def test_two_events_of_one_name_are_refused(good, spoilt):
    content = parts(good)
    first, other = (some.an_event_id(number).encode() for number in (1, 3))
    content["ho_so.jsonl"] = content["ho_so.jsonl"].replace(other, first)
    assert "lặp" in refuse(forged(spoilt, content))


def test_a_line_without_end_is_refused_before_it_fills_the_memory(good, spoilt):
    content = parts(good)
    content["ho_so.jsonl"] = b" " * (MOST_LINE + 2**20 + 1)
    assert refuse(forged(spoilt, content)) == "một bản ghi quá dài"


def test_a_manifest_for_other_content_is_refused(good, spoilt):
    content = parts(good)
    manifest = as_json(json.loads(content["manifest.json"]) | {"ma_tram": "2"})
    assert "khác với goi.json" in refuse(zipped(spoilt, content | {"manifest.json": manifest}))


def test_a_manifest_in_another_order_is_refused(good, spoilt):
    content = parts(good)
    manifest = json.loads(content["manifest.json"])
    manifest["tep"].reverse()
    assert "tên tệp" in refuse(forged(spoilt, content | {"manifest.json": as_json(manifest)}))


@pytest.mark.parametrize("key", ["so_tin", "bytes"])
def test_a_header_that_miscounts_is_refused(good, spoilt, key):
    content = parts(good)
    header = json.loads(content["goi.json"])
    header[key] += 1
    assert "số bản ghi" in refuse(zipped(spoilt, content | {"goi.json": as_json(header)}))


def test_one_number_in_both_files_is_refused(good, spoilt):
    content = parts(good)
    content["tien_trinh.jsonl"] = content["tien_trinh.jsonl"].replace(b'"seq":2', b'"seq":3')
    assert "lặp" in refuse(forged(spoilt, content))


def test_events_out_of_order_are_refused(good, spoilt):
    content = parts(good)
    content["ho_so.jsonl"] = b"".join(reversed(content["ho_so.jsonl"].splitlines(keepends=True)))
    refuse(forged(spoilt, content))


def test_events_outside_the_named_numbers_are_refused(good, spoilt):
    content = parts(good)
    content["tien_trinh.jsonl"] = content["tien_trinh.jsonl"].replace(b'"seq":4', b'"seq":9')
    assert "số thứ tự" in refuse(forged(spoilt, content))


def test_a_missing_event_is_refused(good, spoilt):
    content = parts(good)
    content["ho_so.jsonl"] = b"".join(content["ho_so.jsonl"].splitlines(keepends=True)[:-1])
    assert "bản kê" in refuse(zipped(spoilt, content))


def test_a_line_that_is_no_event_is_refused(good, spoilt):
    content = parts(good)
    content["ho_so.jsonl"] += b'{"v":"1.0"}\n'
    assert "một bản ghi bên trong sai" in refuse(forged(spoilt, content))


def test_a_last_line_without_end_is_refused(good, spoilt):
    content = parts(good)
    content["ho_so.jsonl"] = content["ho_so.jsonl"][:-1]
    assert "dòng cuối" in refuse(forged(spoilt, content))


def test_a_later_format_is_refused_by_its_name(good, spoilt):
    content = parts(good)
    header = json.loads(content["goi.json"]) | {"format": "motcua-goi/1.1-age"}
    why = refuse(zipped(spoilt, content | {"goi.json": as_json(header)}))
    assert "motcua-goi/1.1-age" in why


def test_a_manifest_not_in_canonical_form_is_refused(good, spoilt):
    content = parts(good)
    loose = json.dumps(json.loads(content["manifest.json"])).encode()
    header = json.loads(content["goi.json"])
    header["sha256"] = hashlib.sha256(loose).hexdigest()
    changed = {"manifest.json": loose, "goi.json": as_json(header)}
    assert "dạng chuẩn" in refuse(zipped(spoilt, content | changed))


def test_a_header_not_in_canonical_form_is_refused(good, spoilt):
    content = parts(good)
    loose = json.dumps(json.loads(content["goi.json"])).encode()
    assert "dạng chuẩn" in refuse(zipped(spoilt, content | {"goi.json": loose}))


def test_a_header_of_unusual_size_is_refused(good, spoilt):
    content = parts(good)
    header = content["goi.json"] + b" " * 70_000
    assert "quá lớn" in refuse(zipped(spoilt, content | {"goi.json": header}))


# Archives made to harm


@pytest.mark.parametrize("name", ["../ho_so.jsonl", "/etc/x", "C:\\x", "ho_so.jsonl/", "tep/x"])
def test_a_name_that_leads_elsewhere_is_refused(good, spoilt, name):
    content = parts(good)
    refuse(zipped(spoilt, {name: content.pop("ho_so.jsonl"), **content}))


def test_a_fifth_member_is_refused(good, spoilt):
    refuse(zipped(spoilt, {**parts(good), "them.txt": b"x"}))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_doubled_name_is_refused(good, spoilt):
    content = parts(good)
    with zipfile.ZipFile(spoilt, "w") as archive:
        for name in (*MEMBERS[:3], MEMBERS[0]):
            archive.writestr(name, content[name])
    refuse(spoilt)


def test_packed_content_is_refused_without_unpacking_it(good, spoilt):
    with zipfile.ZipFile(spoilt, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in MEMBERS:
            archive.writestr(name, b"0" * 50_000_000 if name == MEMBERS[0] else b"{}")
    assert spoilt.stat().st_size < 100_000
    refuse(spoilt)


def test_members_that_share_their_bytes_are_refused(good, spoilt):
    """A directory whose entries all point to one place is how a small file is made to expand."""
    content = bytearray(good.read_bytes())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        place = archive.start_dir
    second = content.index(b"PK\1\2", place + 4)
    content[second + 42 : second + 46] = struct.pack("<L", 0)
    refuse(spoilt, bytes(content))


def test_a_directory_of_any_size_is_refused_before_it_is_read(good, spoilt):
    content = good.read_bytes()
    size = 40 * 2**20
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 4, 4, size, len(content), 0)
    spoilt.write_bytes(content + bytes(size) + end)
    tracemalloc.start()
    try:
        refuse(spoilt)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 2**20


def test_a_sparse_giant_is_refused_by_its_size(spoilt):
    with spoilt.open("wb") as file:
        file.truncate(3 * 2**30)
    assert refuse(spoilt) == "lớn hơn 1 GB"
    spoilt.unlink()


@given(content=st.binary(max_size=400))
def test_anything_else_is_refused(spoilt, content):
    refuse(spoilt, content)


def test_good_events_are_what_the_builders_make():
    dossiers, steps = events(4)
    assert (len(dossiers), len(steps)) == (2, 2)
