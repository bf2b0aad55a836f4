"""Files and folders are asked for in the words of the program."""

import os
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QListView,
    QPushButton,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from app.composition.session.translator import WindowTranslator
from app.domain.clock import VIETNAM
from ui.theme import apply_theme
from ui.widgets import drives, file_dialog
from ui.widgets.file_dialog import ask_file, ask_folder, ask_new_file

pytestmark = pytest.mark.gui


@pytest.fixture
def in_vietnamese(qapp):
    translator = WindowTranslator("vi")
    translator.install()
    yield translator
    translator.remove()
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


@pytest.fixture(autouse=True)
def nothing_chosen_yet(monkeypatch):
    monkeypatch.setattr(file_dialog, "_last", [])
    monkeypatch.setattr(drives, "plugged_in", list)


def ask(kind, parent, take=print, last=""):
    kinds = ("Tệp (*.json)",)
    if kind == "folder":
        ask_folder(parent, "Chọn thư mục", take, last=last)
    elif kind == "file":
        ask_file(parent, "Chọn tệp", kinds, take, last=last)
    else:
        ask_new_file(parent, "Lưu", kinds, take, name="a.json")
    return asked(parent)


@pytest.mark.parametrize("kind", ["folder", "file", "new"])
def test_a_dialog_begins_on_a_plugged_in_drive(qtbot, tmp_path, monkeypatch, kind):
    monkeypatch.setattr(drives, "plugged_in", lambda: [str(tmp_path)])
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ask(kind, parent)
    assert Path(dialog.directory().absolutePath()) == tmp_path
    dialog.reject()


@pytest.mark.parametrize("kind", ["folder", "file", "new"])
def test_a_dialog_never_begins_where_the_program_was_started(qtbot, tmp_path, monkeypatch, kind):
    monkeypatch.chdir(tmp_path)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ask(kind, parent)
    assert Path(dialog.directory().absolutePath()) != tmp_path
    dialog.reject()


@pytest.mark.parametrize("kind", ["folder", "file", "new"])
def test_a_dialog_begins_where_the_last_one_ended(qtbot, tmp_path, kind):
    (tmp_path / "a.json").write_text("{}")
    parent, other = QWidget(), QWidget()
    for one in (parent, other):
        qtbot.addWidget(one)
    taken = []
    dialog = ask("file", parent, taken.append, last=str(tmp_path))
    dialog.fileSelected.emit(str(tmp_path / "a.json"))
    assert taken == [tmp_path / "a.json"]
    dialog.reject()
    again = ask(kind, other, last=str(tmp_path / "gone"))
    assert Path(again.directory().absolutePath()) == tmp_path
    again.reject()


@pytest.mark.parametrize("scale", [100, 200])
def test_the_list_of_files_has_room_for_its_columns(qtbot, qapp, in_vietnamese, tmp_path, scale):
    (tmp_path / "a.json").write_text("{}")
    apply_theme(qapp, "light", scale)
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1_366, 768)
    dialog = ask("file", parent, last=str(tmp_path))
    assert dialog.width() <= 1_366
    assert dialog.height() <= 768
    files = dialog.findChild(QTreeView)
    qtbot.waitUntil(lambda: files.model().rowCount(files.rootIndex()) == 1)
    header = files.header()
    shown = [nth for nth in range(header.count()) if not header.isSectionHidden(nth)]
    assert all(header.sectionSize(nth) >= header.sectionSizeHint(nth) for nth in shown)
    assert header.length() <= files.viewport().width()
    dialog.reject()
    apply_theme(qapp)


def asked(parent):
    return parent.findChild(QFileDialog)


@pytest.mark.parametrize("kind", ["folder", "file", "new"])
def test_nothing_in_the_dialog_is_english(qtbot, qapp, in_vietnamese, tmp_path, kind):
    (tmp_path / "x.json").write_text("{}")
    parent = QWidget()
    qtbot.addWidget(parent)
    kinds = ("Tệp trả lời (*.json)",)
    if kind == "folder":
        ask_folder(parent, "Chọn thư mục", print, last=str(tmp_path))
    elif kind == "file":
        ask_file(parent, "Chọn tệp", kinds, print)
    else:
        ask_new_file(parent, "Lưu", kinds, print, name="a.json")
    dialog = asked(parent)
    assert qapp.testAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    shown = [
        one.text().replace("&", "")
        for of in (QLabel, QPushButton)
        for one in dialog.findChildren(of)
        if one.isVisible() and one.text()
    ]
    shown += [one.currentText() for one in dialog.findChildren(QComboBox) if one.isVisible()]
    english = {"Open", "Cancel", "Choose", "Save", "Look in:", "File name:", "Files of type:"}
    assert not english & set(shown)
    files = dialog.findChild(QTreeView)
    heads = [
        files.model().headerData(nth, Qt.Orientation.Horizontal)
        for nth in range(files.model().columnCount())
        if not files.isColumnHidden(nth)
    ]
    assert heads == ["Tên", "Kích thước", "Ngày sửa"]
    dialog.reject()


def test_a_dialog_writes_days_as_the_rest_of_the_program_does(qtbot, tmp_path):
    file = tmp_path / "goi.mcr"
    file.write_text("x")
    changed_at = datetime(2026, 11, 23, 8, 5, tzinfo=VIETNAM).timestamp()
    os.utime(file, (changed_at, changed_at))
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    dialog = ask("new", parent, last="")
    dialog.setNameFilters(["Mọi tệp (*)"])
    dialog.setDirectory(str(tmp_path))
    files = dialog.findChild(QTreeView)
    model = files.model()
    at = model.index(str(file), 3)
    qtbot.waitUntil(lambda: model.lastModified(at).toSecsSinceEpoch() == int(changed_at))
    option = QStyleOptionViewItem()
    files.itemDelegateForColumn(3).initStyleOption(option, at)
    assert option.text == "08:05 23/11/2026"
    dialog.reject()


def test_the_places_beside_the_files_are_named_whole(qtbot, in_vietnamese):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1_366, 768)
    parent.show()
    dialog = ask("folder", parent)
    beside = dialog.findChild(QListView, "sidebar")
    qtbot.waitUntil(lambda: beside.width() > beside.sizeHintForColumn(0))
