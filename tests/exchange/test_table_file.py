"""Lists as files of a spreadsheet: whole, in their letters, and nothing that counts."""

import csv
import io
import zipfile
from xml.etree import ElementTree as ET

import pytest

from app.exchange.table_file import NotATableFile, table_file

HEAD = ("Giấy tờ", "Cán bộ")
ROWS = [("Bản sao <b>thẻ</b> & sổ", "H'Mlê̆o Êban"), ("=1+1", "hai\ndòng")]
CELL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def test_a_csv_reads_back_and_holds_no_formula():
    content = table_file("x.CSV", HEAD, ROWS)
    assert content.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert read == [list(HEAD), list(ROWS[0]), ["'=1+1", "hai\ndòng"]]


def test_a_workbook_holds_every_text_and_equal_lists_are_equal_files():
    content = table_file("x.xlsx", HEAD, ROWS)
    assert content == table_file("y.xlsx", HEAD, ROWS)
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert file.testzip() is None
        parts = {name: ET.fromstring(file.read(name)) for name in file.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    texts = [[text.text for text in row.iter(f"{CELL}t")] for row in sheet.iter(f"{CELL}row")]
    assert texts == [list(HEAD), *map(list, ROWS)]


def test_an_empty_list_has_its_head():
    assert table_file("x.csv", HEAD, []).decode("utf-8-sig").strip() == "Giấy tờ,Cán bộ"
    assert table_file("x.xlsx", HEAD, [])


def test_another_kind_of_file_is_refused():
    with pytest.raises(NotATableFile):
        table_file("x.pdf", HEAD, ROWS)
