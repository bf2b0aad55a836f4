"""Rows of a spreadsheet written one by one with openpyxl; loaded when the first is written."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter

from app.exchange.new_file import draft_in
from app.exchange.sheet_columns import Cell, SheetColumn

_TAKEN_OTHERWISE = ("=", "#")
"""How a text begins that openpyxl takes for a formula or an error."""


def write_rows(
    out: BinaryIO,
    name: str,
    columns: Sequence[SheetColumn],
    rows: Iterable[Sequence[Cell]],
    *,
    folder: Path,
) -> None:
    """As `typed_sheet.write_sheet`."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(name)
    with draft_in(folder) as waiting:
        sheet._writer = _Rows(sheet, str(waiting.path))  # noqa: SLF001 - else they wait in /tmp
        sheet.freeze_panes = "A2"
        for nth, column in enumerate(columns, 1):
            sheet.column_dimensions[get_column_letter(nth)].width = column.width
        sheet._writer.write_top()  # noqa: SLF001
        try:
            sheet.append([_head(sheet, column) for column in columns])
            for cells in _typed(sheet, columns, rows):
                sheet.append(cells)
        except BaseException:
            sheet.close()  # what was begun is ended, lest it be when nobody looks
            raise
        book.save(out)


class _Rows(WorksheetWriter):  # type: ignore[misc] # openpyxl publishes no types
    """Rows on their way, in a file that somebody else clears away."""

    def cleanup(self) -> None:
        """Leave it to its owner."""


def _head(sheet: Any, column: SheetColumn) -> WriteOnlyCell:  # noqa: ANN401 - openpyxl's own
    cell = WriteOnlyCell(sheet, column.head)
    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    return cell


def _typed(
    sheet: Any,  # noqa: ANN401 - openpyxl's own
    columns: Sequence[SheetColumn],
    rows: Iterable[Sequence[Cell]],
) -> Iterator[list[Any]]:
    """Each row as cells: one cell a column does for all of them, as each row is written at once."""
    shown = [WriteOnlyCell(sheet) for _ in columns]
    for cell, column in zip(shown, columns, strict=True):
        cell.number_format = column.kind.value
    pairs = list(enumerate(shown))
    for row in rows:
        yield [_filled(cell, row[nth]) for nth, cell in pairs]


def _filled(cell: Any, value: Cell) -> Any:  # noqa: ANN401 - openpyxl's own
    """`cell` with `value`; bare where no cell is needed, an empty place where there is none."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        cell.value = value.replace(tzinfo=None)
    elif isinstance(value, str) and value.startswith(_TAKEN_OTHERWISE):
        cell._value, cell.data_type = value, "s"  # noqa: SLF001 - `value` would see formulas in it
    else:
        return value
    return cell
