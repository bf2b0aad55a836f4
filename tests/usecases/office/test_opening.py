"""Making an office: whole or not at all, with what its name already says."""

import pytest

from app.domain.clock import SetClock
from app.domain.text import TextMissing
from app.usecases.office import opening
from app.usecases.office.opening import FolderNotEmpty, OfficeFacts
from app.usecases.queries import lookup
from tests.builders import LAN, MONDAY, OFFICE


@pytest.mark.parametrize(
    ("office", "place"),
    [
        ("UBND xã Mẫu Sơn", "Mẫu Sơn"),
        ("UBND Phường Đông Kinh", "Đông Kinh"),
        ("UBND đặc khu Vân Đồn", "Vân Đồn"),
        ("Trung tâm Phục vụ hành chính công", ""),
    ],
)
def test_the_place_is_taken_from_the_offices_name_where_it_says_one(tmp_path, office, place):
    facts = OfficeFacts(office, "H37.99.1", "Hoàng Thị Lan")
    desk = opening.make_office(tmp_path / "data", SetClock(MONDAY), facts)
    assert lookup.settings(desk, LAN).place == place
    desk.close()


def test_an_office_whose_making_was_cut_off_is_made_anew(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    for leftover in ("motcua.db.moi", "motcua.db.moi-wal"):
        (folder / leftover).write_bytes(b"half")
    desk = opening.make_office(folder, SetClock(MONDAY), OFFICE)
    assert len(lookup.procedure_choices(desk, LAN, MONDAY)) > 274
    assert not list(folder.glob("motcua.db.moi*"))
    desk.close()


def test_a_second_office_in_the_same_folder_is_refused(tmp_path):
    opening.make_office(tmp_path / "data", SetClock(MONDAY), OFFICE).close()
    with pytest.raises(FolderNotEmpty):
        opening.make_office(tmp_path / "data", SetClock(MONDAY), OFFICE)


def test_an_office_without_a_name_is_refused_before_anything_is_made(tmp_path):
    with pytest.raises(TextMissing):
        opening.make_office(tmp_path / "data", SetClock(MONDAY), OfficeFacts(" ", "H37", "Lan"))
    assert not (tmp_path / "data").exists()
