"""A list of any length as a spreadsheet (.xlsx): cells of their kind, written row by row.

Dates are dates and counts are numbers, so that a spreadsheet sorts and adds them; a text is a text
however it begins: nothing somebody typed is ever counted as a formula.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from app.exchange.sheet_columns import Cell, SheetColumn


def write_sheet(
    out: BinaryIO,
    name: str,
    columns: Sequence[SheetColumn],
    rows: Iterable[Sequence[Cell]],
    *,
    folder: Path,
) -> None:
    r"""Write `rows` below the heads of `columns` into `out`; the heads stay in sight.

    Args:
        out: where the whole file goes.
        name: of the sheet, of at most 31 letters and none of ``/\\*?:[]``.
        columns: what each cell of a row is.
        rows: the cells; a moment is shown as it is in Vietnam.
        folder: where the rows wait, in a file of our own, until the whole file is made of them.
    """
    from app.exchange.sheet_rows import write_rows  # noqa: PLC0415 - a fifth of a second

    write_rows(out, name, columns, rows, folder=folder)
