"""Lists narrowed down, in order, and written as a sheet."""

from datetime import timedelta

import openpyxl
import pytest

from app.answers.board_view import BoardView
from app.answers.listing import ListFilter, ListSort
from app.domain.actor import Actor
from app.domain.catalogue.procedure import ReturnBy
from app.domain.workflow.agencies import UnknownAgency
from app.exchange.target import Kind, Target
from app.usecases.dossier import progress
from app.usecases.dossier.progress import Opened
from app.usecases.handover import giving
from app.usecases.queries import listing, lookup
from db.stores.register import lists
from tests.builders import LAN, MONDAY, a_desk, a_dossier, an_applicant

TAI = Actor("Nông Văn Tài", 2)
PEOPLE = (
    ("Nguyễn Văn Đào", "Thôn Bản Loỏng, xã Hoàng Văn Thụ, tỉnh Lạng Sơn"),
    ("Trần Thị Dung", "Thôn Bản Lồng, xã Hoàng Văn Thụ, tỉnh Lạng Sơn"),
    ("=cmd|'/C calc'!A1", "Thôn Nà Pò, xã Hoàng Văn Thụ, tỉnh Lạng Sơn"),
    ("Lý Thị An", "thôn bản loỏng, xã Hoàng Văn Thụ, tỉnh Lạng Sơn"),
)


@pytest.fixture
def desk(tmp_path):
    """Four dossiers: 1 and 2 of one procedure, 3 of another by post, 4 by another officer."""
    desk = a_desk(tmp_path / "data")
    for nth, (name, address) in enumerate(PEOPLE, 1):
        a_dossier(
            desk,
            TAI if nth == 4 else LAN,
            applicant=an_applicant(full_name=name, address=address),
            procedure="2.000635" if nth == 3 else "1.004873",
            return_by=ReturnBy.POST if nth == 3 else ReturnBy.DESK,
        )
    yield desk
    desk.close()


def found(desk, which=BoardView.OPEN, **wanted):
    """Ids of a list, as somebody's words narrow it."""
    meant = listing.meant(desk, LAN, ListFilter(**wanted))
    ids = listing.list_ids(desk, LAN, which, desk.clock.now())
    return list(listing.in_order(desk, LAN, meant.sort, listing.matching(desk, LAN, meant, ids)))


def test_a_list_is_narrowed_by_each_of_its_facts(desk):
    assert found(desk) == [3, 1, 2, 4], "the most pressing first"
    assert found(desk, officer="nông  văn TÀI") == [4]
    assert found(desk, village="ban loong") == [1, 4]
    assert found(desk, village="Bản Lo") == [], "whole words, as a village is called"
    assert found(desk, return_by=ReturnBy.POST) == [3]
    assert found(desk, village="bản loỏng", officer="Hoàng Thị Lan") == [1]
    assert found(desk, officer="Không Ai") == []


def test_a_field_is_named_by_a_part_and_refused_if_it_is_not_one(desk):
    fields = listing.list_choices(desk, LAN).fields
    assert len(fields) == len(set(fields)) > 2
    behind = [ids for ids in (found(desk, field=one) for one in fields) if ids]
    assert sorted(one for ids in behind for one in ids) == [1, 2, 3, 4]
    for words in ("e", "không có lĩnh vực này"):
        with pytest.raises(listing.UnknownField) as refused:
            found(desk, field=words)
        assert refused.value.facts["text"] == words


def test_a_list_is_narrowed_to_where_the_papers_lie(desk):
    (agency, *_) = listing.list_choices(desk, LAN).agencies
    (row,) = lookup.rows(desk, LAN, [2])
    giving.hand_over(desk, LAN, [row.code], agency=agency)
    assert found(desk, agency=agency) == [2]
    assert found(desk, agency="desk") == [3, 1, 4]
    with pytest.raises(UnknownAgency):
        found(desk, agency="Không có nơi này")


def test_names_stand_in_vietnamese_order(desk):
    assert found(desk, sort=ListSort.APPLICANT) == [4, 3, 2, 1]
    assert sorted(found(desk, sort=ListSort.RECEIVED)) == [1, 2, 3, 4]
    assert found(desk, sort=ListSort.PROCEDURE)[0] in {1, 3}


def test_every_dossier_is_a_list_too_the_newest_first(desk):
    progress.finish_processing(desk, LAN, Opened(2))
    assert found(desk) == [3, 1, 4]
    assert found(desk, None) == [4, 3, 2, 1]
    assert found(desk, None, village="bản lồng") == [2]
    assert found(desk, BoardView.TO_COLLECT) == [2]


def test_a_long_list_is_looked_through_in_parts(desk, monkeypatch):
    monkeypatch.setattr(lists, "AT_ONCE", 2)
    assert found(desk, None, officer=LAN.officer) == [3, 2, 1]
    assert found(desk, sort=ListSort.APPLICANT) == [4, 3, 2, 1]
    ids = [4, 1, 3]
    assert list(listing.matching(desk, LAN, ListFilter(), ids)) == ids
    assert list(listing.matching(desk, LAN, ListFilter(), [])) == []
    assert ListFilter().is_everything
    assert not ListFilter(agency="").is_everything


def test_who_has_open_dossiers_can_be_chosen(desk):
    assert listing.list_choices(desk, LAN).officers == ("Hoàng Thị Lan", "Nông Văn Tài")


def test_a_sheet_has_typed_cells_and_no_formula(desk, tmp_path):
    heard = []
    target = Target(tmp_path / "list.xlsx", Kind.XLSX, tmp_path / "data", replaces=True)
    ids = [1, 2, 3, 4]
    assert listing.write_list(desk, LAN, [*ids, 99], target, lambda *far: heard.append(far)) == 4
    sheet = openpyxl.load_workbook(target.path).active
    rows = list(sheet.iter_rows())
    assert [cell.value for cell in rows[0]][:3] == ["TT", "Mã hồ sơ", "Người nộp"]
    assert rows[3][2].value == "=cmd|'/C calc'!A1"
    assert rows[3][2].data_type == "s"
    assert rows[1][0].value == 1
    assert rows[1][8].value == MONDAY.replace(tzinfo=None)
    assert rows[1][9].value > MONDAY.replace(tzinfo=None) + timedelta(days=1)
    assert rows[3][11].value == "Qua bưu chính"
    assert heard == []


def test_how_far_a_sheet_is_can_be_followed(desk, tmp_path, monkeypatch):
    monkeypatch.setattr(listing, "_REPORTED_EACH", 2)
    heard = []
    target = Target(tmp_path / "list.xlsx", Kind.XLSX, tmp_path / "data", replaces=True)
    listing.write_list(desk, LAN, [1, 2, 3, 4], target, lambda *far: heard.append(far))
    assert heard == [(2, 4), (4, 4)]
