"""Where a file may be written for a person: never over another's, never among the data."""

import os

import pytest

from app.exchange.files import FileUnwritable
from app.exchange.target import Kind, Target, TargetExists, kind_of_table

PDF = b"%PDF-1.7 whole"


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data"
    (folder / "giay-to").mkdir(parents=True)
    (folder / "motcua.db").write_bytes(PDF)
    return folder


def target(data, name="a.pdf", kind=Kind.PDF, **more):
    return Target(data.parent / name, kind, data, **more)


def refused(target):
    with pytest.raises((FileUnwritable, TargetExists)) as error:
        target.check()
    assert error.value.facts["path"] == str(target.path)
    return str(error.value.facts.get("why", type(error.value).__name__))


def test_a_free_name_is_written_and_the_very_same_file_again(data):
    one = target(data)
    one.check()
    one.write(PDF)
    one.write(PDF)
    assert one.path.read_bytes() == PDF
    with pytest.raises(TargetExists):
        one.write(PDF + b"!")
    assert one.path.read_bytes() == PDF


def test_a_file_that_is_there_goes_only_where_somebody_said_so_and_if_it_is_of_the_kind(data):
    (data.parent / "a.pdf").write_bytes(b"%PDF-1.4 older")
    assert refused(target(data)) == "TargetExists"
    target(data).check(may_exist=True)
    target(data, replaces=True).write(PDF)
    assert (data.parent / "a.pdf").read_bytes() == PDF
    (data.parent / "a.pdf").write_bytes(b"theirs")
    assert "không phải PDF" in refused(target(data, replaces=True))
    assert "không phải gói hỗ trợ" in refused(target(data, kind=Kind.SUPPORT, replaces=True))
    assert (data.parent / "a.pdf").read_bytes() == b"theirs"


def test_an_empty_file_is_of_any_kind(data):
    (data.parent / "a.pdf").write_bytes(b"")
    target(data, replaces=True).check()
    target(data).check(may_exist=True)


@pytest.mark.parametrize("name", ["data/new.pdf", "data/motcua.db", "data/giay-to/a.pdf"])
@pytest.mark.parametrize("replaces", [False, True])
def test_nothing_is_written_among_the_data(data, name, replaces):
    assert refused(target(data, name, replaces=replaces)).startswith("đây là thư mục dữ liệu")


def test_a_file_of_the_data_is_known_by_any_other_name(data):
    os.link(data / "motcua.db", data.parent / "a.pdf")
    assert refused(target(data, replaces=True)).startswith("đây là thư mục dữ liệu")
    (data.parent / "b.pdf").symlink_to(data / "motcua.db")
    assert refused(target(data, "b.pdf", replaces=True)).startswith("đây là thư mục dữ liệu")


def test_a_file_with_another_name_elsewhere_may_be_replaced(data):
    (data.parent / "a.pdf").write_bytes(PDF)
    os.link(data.parent / "a.pdf", data.parent / "twin.pdf")
    target(data, replaces=True).write(PDF + b"!")
    assert (data.parent / "twin.pdf").read_bytes() == PDF


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("nowhere/a.pdf", "không có thư mục này"),
        ("folder", "đây là thư mục; hãy ghi thêm tên tệp"),
        ("lost.pdf", "đây là lối tắt dẫn tới chỗ không có"),
        ("pipe.pdf", "đây là thiết bị của máy, không phải tệp"),
        ("a:b.pdf", "Windows không giữ được tên tệp này; hãy đặt tên khác"),
        ("circle.pdf", "đường dẫn đi vòng tròn"),
    ],
)
def test_what_is_no_place_for_a_file_is_said(data, name, why):
    (data.parent / "folder").mkdir()
    (data.parent / "lost.pdf").symlink_to(data.parent / "gone")
    (data.parent / "circle.pdf").symlink_to(data.parent / "circle.pdf")
    os.mkfifo(data.parent / "pipe.pdf")
    assert refused(target(data, name)) == why


def test_a_tables_name_asks_for_its_kind(tmp_path):
    assert kind_of_table(tmp_path / "a.CSV") is Kind.CSV
    assert kind_of_table(tmp_path / "a.xlsx") is Kind.XLSX
