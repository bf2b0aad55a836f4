"""Lists of any length as a spreadsheet: cells of their kind, and nothing that counts."""

from datetime import datetime
from io import BytesIO

import openpyxl
import pytest

from app.domain.clock import VIETNAM
from app.exchange.sheet_columns import CellKind, SheetColumn
from app.exchange.typed_sheet import write_sheet

COLUMNS = (
    SheetColumn("TT", 6, CellKind.COUNT),
    SheetColumn("Tên", 30),
    SheetColumn("Nhận", 12, CellKind.DAY),
    SheetColumn("Hẹn", 17, CellKind.MOMENT),
)
AT = datetime(2026, 11, 23, 10, 15, tzinfo=VIETNAM)


def sheet_of(rows, folder, name="Sổ 2026"):
    out = BytesIO()
    write_sheet(out, name, COLUMNS, rows, folder=folder)
    assert not list(folder.iterdir())
    return openpyxl.load_workbook(out).active


def test_cells_are_of_their_kind(tmp_path):
    sheet = sheet_of([(7, "Hoàng Thị Mẩy", AT, AT), (8, "", None, None)], tmp_path)
    head, first, second = sheet.iter_rows(min_row=1, max_row=3)
    assert [cell.value for cell in head] == ["TT", "Tên", "Nhận", "Hẹn"]
    assert [cell.value for cell in first] == [
        7, "Hoàng Thị Mẩy", datetime(2026, 11, 23, 10, 15), datetime(2026, 11, 23, 10, 15)
    ]  # fmt: skip
    assert [cell.data_type for cell in first] == ["n", "s", "d", "d"]
    assert [cell.number_format for cell in first[2:]] == [CellKind.DAY, CellKind.MOMENT]
    assert [cell.value for cell in second] == [8, None, None, None]


@pytest.mark.parametrize(
    "name", ["=1+1", "+84912", "-5", "@cmd", "#N/A", '=HYPERLINK("x")', "'a", "\tx"]
)
def test_a_text_is_a_text_however_it_begins(tmp_path, name):
    sheet = sheet_of([(1, name, None, None)], tmp_path)
    assert (sheet["B2"].value, sheet["B2"].data_type) == (name, "s")


def test_the_heads_stay_in_sight_and_columns_are_as_wide_as_their_texts(tmp_path):
    sheet = sheet_of([], tmp_path)
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["B"].width == 30
    assert sheet["A1"].font.bold


def test_what_ends_the_writing_leaves_nothing(tmp_path):
    def rows():
        yield (1, "a", None, None)
        raise InterruptedError

    with pytest.raises(InterruptedError):
        write_sheet(BytesIO(), "Sổ", COLUMNS, rows(), folder=tmp_path)
    assert not list(tmp_path.iterdir())
