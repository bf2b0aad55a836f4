"""Lists of the office as files of a spreadsheet: .xlsx (ISO/IEC 29500) and .csv, of texts only."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from xml.sax.saxutils import escape

from app.domain.errors import DeskError

_FORMULA = ("=", "+", "-", "@")
"""How a cell begins that a spreadsheet would count with instead of showing it."""
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    ),
}
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class NotATableFile(DeskError):
    """The file's suffix is none of a spreadsheet's. Facts: name."""


def table_file(name: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table of texts as the file `name`, whose suffix says which kind it is.

    Raises:
        NotATableFile: it ends neither in .xlsx nor in .csv.
    """
    writers = {".xlsx": _xlsx, ".csv": _csv}
    write = writers.get(PurePath(name).suffix.lower())
    if write is None:
        raise NotATableFile(name=name[-80:])
    return write([head, *rows])


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    """With a byte order mark, by which spreadsheets know the letters; no cell is a formula."""
    text = io.StringIO()
    csv.writer(text).writerows(
        [f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row] for row in rows
    )
    return text.getvalue().encode("utf-8-sig")


def _xlsx(rows: Sequence[Sequence[str]]) -> bytes:
    """Its parts bear the first day zip files know, so that equal lists are equal files."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as file:
        for part, xml in (*_PARTS.items(), ("xl/worksheets/sheet1.xml", _sheet(rows))):
            file.writestr(zipfile.ZipInfo(part), _XML + xml, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def _sheet(rows: Sequence[Sequence[str]]) -> str:
    """The cells in the order of their rows, each as its text; widths as the texts are."""
    widths = [min(60, 4 + max(map(len, column))) for column in zip(*rows, strict=True)]
    columns = "".join(
        f'<col min="{nth}" max="{nth}" width="{width}" customWidth="1"/>'
        for nth, width in enumerate(widths, 1)
    )
    lines = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows)
    return (
        f'<worksheet xmlns="{_MAIN}"><cols>{columns}</cols><sheetData>{lines}</sheetData>'
        "</worksheet>"
    )


def _cell(text: str) -> str:
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
