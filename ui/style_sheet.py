"""The one style sheet, made from the tokens: what each object name looks like.

Labels: `title` a screen's name, `section` a card's heading, `fieldLabel` above an input, `quiet`
and `small` beside things, `promise` the promised day, `counter` a tile's number, `warningText`
and `problemText` in status ink, `code` a dossier code. Boxes: `card`, `strip` (property `kind`:
info, warning, problem, done), `rail`, `topBar`, `bar` along the bottom, `sidePane`. Buttons: plain
ones are quiet, `primary` the one action of a screen, `danger` an action that cannot be undone,
`link`, `chip` (checkable), `offer`, `cross`, `foldButton`, `toolButton` (icon alone). Inputs take
the property `state`: flagged, marked (read from a card), problem.
"""

from functools import lru_cache
from string import Template

from ui.tokens import Shade, Tokens


@lru_cache(maxsize=4)
def style_sheet(theme: Tokens, scale: float) -> str:
    """The sheet for a set of colours at a text scale of 1.0 to 2.0."""
    values: dict[str, str] = {}
    for name, value in theme._asdict().items():
        if isinstance(value, Shade):
            values[f"{name}_ink"] = value.ink
            values[f"{name}_tint"] = value.tint
        else:
            values[name] = str(value)
    for length in _LENGTHS:
        values[f"px{length}"] = f"{round(length * scale)}px"
    for tenths in _POINTS:
        values[f"pt{tenths}"] = f"{tenths / 10 * scale:g}pt"
    return Template(_SHEET).substitute(values)


# Lengths and tenths of points the sheet may name.
_LENGTHS = (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 22, 24, 28, 30, 32, 36)
_POINTS = (85, 90, 95, 100, 105, 115, 130, 150, 170, 230)

_SHEET = """
QToolTip { background: $ink; color: $surface; border: 0; padding: $px6; }
QMainWindow, QWidget#ground { background: $ground; }
QLabel { background: transparent; }
QLabel#title { font-size: $pt150; font-weight: 700; }
QLabel#section { font-size: $pt115; font-weight: 600; }
QLabel#promise { font-size: $pt170; font-weight: 700; color: $accent; }
QLabel#counter { font-size: $pt230; font-weight: 700; }
QLabel#strong { font-weight: 600; }
QLabel#code { font-size: $pt130; font-weight: 700; }
QLabel#quiet, QLabel#hint { color: $quiet; }
QLabel#small, QLabel#fieldLabel { color: $quiet; font-size: $pt90; }
QLabel#fieldFlag { color: $due_soon_ink; font-size: $pt85; font-weight: 600; }
QLabel#fieldFlag[kind="mark"] { color: $running_ink; }
QLabel#fieldBelow { color: $quiet; font-size: $pt90; }
QLabel#fieldBelow[kind="problem"] { color: $overdue_ink; font-weight: 600; }
QLabel#warningText { color: $due_soon_ink; }
QLabel#problemText { color: $overdue_ink; font-weight: 600; }
QLabel#keyCap {
  background: $hover; border: 1px solid $line; border-radius: $px4;
  padding: 1px $px6; font-size: $pt90; font-weight: 600; color: $quiet;
}

QFrame#card, QWidget#card, QFrame#sidePane, QFrame#palette {
  background: $surface; border: 1px solid $line; border-radius: $px8;
}
QWidget#cardInside, QScrollArea#cardScroll, QScrollArea#plainScroll,
QScrollArea#plainScroll > QWidget > QWidget#plainInside { background: transparent; border: 0; }
QScrollArea#groundScroll, QWidget#groundInside { background: $ground; border: 0; }
QFrame#bar, QWidget#bar { background: $surface; border-top: 1px solid $line; }
QFrame#rail { background: $rail; border: 0; }
QFrame#topBar { background: $surface; border-bottom: 1px solid $line; }
QFrame#rule { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QFrame#probe { background: $ground; border: 1px dashed $edge; border-radius: $px6; }
QFrame#probe:focus { background: $surface; border: 2px solid $accent; }
QWidget#strip, QFrame#strip { border-radius: $px6; background: $tint; }
QWidget#strip[kind="warning"] { background: $due_soon_tint; }
QWidget#strip[kind="problem"] { background: $overdue_tint; }
QWidget#strip[kind="done"] { background: $done_tint; }
QWidget#strip[kind="info"] QLabel#stripText { color: $running_ink; }
QWidget#strip[kind="warning"] QLabel#stripText { color: $due_soon_ink; }
QWidget#strip[kind="problem"] QLabel#stripText { color: $overdue_ink; }
QWidget#strip[kind="done"] QLabel#stripText { color: $done_ink; }

QPushButton {
  background: $surface; color: $ink; border: 1px solid $edge; border-radius: $px6;
  padding: $px6 $px12; min-height: $px18; font-weight: 600; outline: 0;
}
QPushButton[isTall="true"] { min-height: $px36; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $tint; }
QPushButton:focus { border: 2px solid $accent; padding: $px5 $px10; }
QPushButton:disabled { color: $edge; border-color: $line; background: $surface; }
QPushButton#primary { background: $accent; color: $on_accent; border: 2px solid $accent; }
QPushButton#primary:hover, QPushButton#primary:pressed {
  background: $accent_strong; border-color: $accent_strong;
}
QPushButton#primary:focus { border: 2px solid $ink; padding: $px6 $px12; }
QPushButton#primary:disabled { background: $line; border-color: $line; color: $quiet; }
QPushButton#danger { color: $overdue_ink; border-color: $overdue_ink; }
QPushButton#danger:hover { background: $overdue_tint; }
QPushButton#danger:focus { border: 2px solid $overdue_ink; padding: $px5 $px10; }
QPushButton#dangerPrimary {
  background: $overdue_ink; color: $surface; border: 2px solid $overdue_ink;
}
QPushButton#dangerPrimary:focus { border: 2px solid $ink; padding: $px6 $px12; }
QPushButton#link, QPushButton#foldButton {
  background: transparent; border: 1px solid transparent; color: $accent; padding: $px3 $px6;
  text-align: left; min-height: $px16;
}
QPushButton#foldButton { min-height: $px18; }
QPushButton#link[isSmall="true"] { font-size: $pt90; padding: 1px $px4; min-height: $px16; }
QPushButton#link:disabled { color: $edge; background: transparent; }
QPushButton#link:hover, QPushButton#foldButton:hover { color: $accent_strong; background: $hover; }
QPushButton#link:focus, QPushButton#foldButton:focus {
  border: 2px solid $accent; padding: $px2 $px5;
}
QPushButton#chip {
  border-radius: $px12; padding: $px4 $px14; border: 1px solid $edge; font-weight: 400;
  min-height: $px18;
}
QPushButton#chip:checked {
  background: $accent; color: $on_accent; border-color: $accent;
}
QPushButton#chip:focus { border: 2px solid $accent; padding: $px3 $px12; }
QPushButton#chip:checked:focus { border: 2px solid $ink; padding: $px3 $px12; }
QPushButton#filterChip {
  border-radius: $px10; padding: $px3 $px12; border: 1px solid $edge; font-weight: 400;
  min-height: $px16; color: $quiet; background: $surface;
}
QPushButton#filterChip[isSmall="true"] { font-size: $pt90; }
QPushButton#filterChip:checked {
  background: $tint; color: $accent; border-color: $accent;
}
QPushButton#filterChip:focus { border: 2px solid $accent; padding: $px2 $px10; }
QPushButton#offer {
  background: $surface; border: 1px solid $line; font-weight: 400; text-align: left;
  padding: $px4 $px8;
}
QPushButton#offer:focus { border: 2px solid $accent; padding: $px3 $px7; }
QPushButton#cross {
  border: none; border-radius: $px5; background: transparent; color: $quiet;
  padding: 0; min-width: $px24; min-height: $px24; font-size: $pt170; font-weight: 400;
}
QPushButton#cross:hover { background: $hover; color: $overdue_ink; }
QPushButton#toolButton { border: 1px solid transparent; padding: $px4; background: transparent; }
QPushButton#toolButton:hover { background: $hover; }
QPushButton#toolButton:focus { border: 2px solid $accent; padding: $px3; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit {
  background: $surface; color: $ink; border: 1px solid $edge; border-radius: $px5;
  padding: $px4 $px9; selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit { min-height: $px22; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus,
QDateEdit:focus, QTimeEdit:focus { border: 2px solid $accent; padding: $px3 $px8; }
QLineEdit[state="flagged"], QComboBox[state="flagged"] { border-color: $due_soon_ink; }
QLineEdit[state="marked"], QComboBox[state="marked"] {
  border-color: $running_ink; background: $running_tint;
}
QLineEdit[state="problem"], QComboBox[state="problem"], QPlainTextEdit[state="problem"] {
  border-color: $overdue_ink;
}
QLineEdit:read-only, QLineEdit:disabled, QPlainTextEdit:read-only {
  background: $ground; color: $quiet; border-color: $line;
}
QLineEdit#search { border-radius: $px14; padding-left: $px32; background: $ground; }
QLineEdit#search:focus { background: $surface; padding-left: $px32; }
QComboBox { padding-left: $px10; combobox-popup: 0; }
QComboBox:focus { padding-left: $px9; }
QComboBox::drop-down { border: 0; width: $px24; }
QComboBox QAbstractItemView {
  background: $surface; color: $ink; border: 1px solid $edge; outline: 0;
  selection-background-color: $tint; selection-color: $ink;
}
QComboBox QAbstractItemView::item { min-height: $px24; padding-left: $px6; }
QCheckBox, QRadioButton { spacing: $px8; padding: $px2; border: 2px solid transparent; }
QTableView::indicator { width: $px14; height: $px14; }
QCheckBox::indicator:unchecked, QTableView::indicator:unchecked {
  width: $px12; height: $px12; border: 1px solid $edge; border-radius: $px3; background: $surface;
}
QCheckBox::indicator:checked { width: $px14; height: $px14; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $accent; border-radius: $px5; }

QListView#wrappedList { background: transparent; border: 0; outline: 0; }
QTableView, QListView, QTreeView {
  background: $surface; border: 0; outline: 0;
  selection-background-color: $tint; selection-color: $ink;
}
QHeaderView { background: $surface; border: 0; }
QHeaderView::section {
  background: $surface; color: $quiet; border: 0; border-bottom: 1px solid $line;
  padding: $px6 $px3; font-size: $pt90; font-weight: 600; text-align: left;
}
QScrollBar:vertical { background: transparent; width: $px12; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: $px12; margin: 2px; }
QScrollBar::handle { background: $line; border-radius: $px4; }
QScrollBar::handle:vertical { min-height: $px32; }
QScrollBar::handle:horizontal { min-width: $px32; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QProgressBar { background: $line; border: 0; border-radius: $px3; max-height: $px6; }
QProgressBar::chunk { background: $accent; border-radius: $px3; }
QMenu { background: $surface; color: $ink; border: 1px solid $edge; padding: $px4; }
QMenu::item { padding: $px6 $px18; border-radius: $px4; }
QMenu::item:selected { background: $tint; color: $ink; }
"""
