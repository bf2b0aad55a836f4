"""The keys of the program: each stands once, so that it can have one meaning only.

What a key means, and where it works, says `ui.key_table`; nothing else names a key.
"""

from enum import StrEnum, unique


@unique
class Key(StrEnum):
    """A key as it stands on the screen; its name says what it means wherever it is pressed."""

    HELP = "F1"
    NEW = "F2"
    HANDOVER = "Ctrl+F2"
    FIND = "F3"
    RETURN = "F4"
    TODAY = "F5"
    REGISTER = "Ctrl+F5"
    DAY = "Shift+F5"
    LISTS = "Ctrl+L"
    CITIZEN = "F6"
    EXCHANGE = "F7"
    REPRINT = "F8"
    SAVE = "F9"
    SAVE_ONLY = "Ctrl+F9"
    SIGNING = "F10"
    CASH = "Ctrl+F10"
    REFERENCE = "F11"
    SETTINGS = "F12"
    TAKE_BACK = "Ctrl+H"
    PALETTE = "Ctrl+K"
    READ_CODE = "Ctrl+Shift+V"
    ANSWER_FIRST = "Ctrl+J"
    ANSWER_SECOND = "Ctrl+Shift+J"
    # One letter each, after the Vietnamese word; those that end something stand by themselves.
    MONEY = "Alt+T"
    WAIVE = "Alt+M"
    REFUND = "Alt+O"
    VOID = "Alt+U"
    SLIP = "Alt+P"
    RECEIPT = "Alt+I"
    START = "Alt+L"
    PAPERS = "Alt+B"
    CORRECT = "Alt+S"
    FINISH = "Alt+X"
    CANCEL = "Alt+H"
    REFUSE = "Alt+R"
    REOPEN = "Alt+W"
    TURN_AWAY = "Alt+J"
    SIGNED = "Alt+K"
    BOOKS = "Alt+Q"
    REPRESENTATIVE = "Alt+Y"
    CASE = "Alt+C"
    OTHER_TIME = "Alt+G"
    DRAFTS = "Alt+D"
    ENLARGE = "Alt+V"
    COMPARE = "Alt+A"
    TAKE_FILE = "Alt+N"
    PACKAGE = "Alt+E"
    BEFORE = "Alt+←"
    AFTER = "Alt+→"
    CHOICE = "Alt+1…9"
    EVERYTHING = "Alt+0"
    OFFER = "Ctrl+1…9"
    TAKE_CARD = "Ctrl+0"
    OPEN = "Ctrl+O"
    SAVE_FILE = "Ctrl+S"
    MANY = "Alt+F"
    RELOAD = "Ctrl+R"
    PRINTS = "Ctrl+P"
    DO = "Ctrl+Enter"
    UNDO = "Ctrl+Z"
    REDO = "Ctrl+Shift+Z"
    ALL_PAPERS = "Ctrl+Space"
    SELECT_ALL = "Ctrl+A"
    # Keys of a field, a list or a button.
    ENTER = "Enter"
    TAB = "Tab"
    ESCAPE = "Esc"
    SPACE = "Space"
    DELETE = "Delete"
    UP_DOWN = "↑ ↓"
    COUNT = "← → + –"
    SHOWN = "X"
    NUMBER = "1 – 9, 0"


_HELD = {Key.CHOICE: "Alt", Key.OFFER: "Ctrl"}
_AS_QT_SAYS = {"←": "Left", "→": "Right", "↑": "Up", "↓": "Down"}


def nth_key(family: Key, nth: int) -> str:
    """The key with the number `nth` of `Key.CHOICE` or `Key.OFFER`."""
    return f"{_HELD[family]}+{nth}"


def with_key(words: str, key: str) -> str:
    """Words of a button with its key behind them."""
    return f"{words}   {key}"


def key_sequence(key: str) -> str:
    """`key` as Qt writes it."""
    held, plus, last = key.rpartition("+")
    return f"{held}{plus}{_AS_QT_SAYS.get(last, last)}"
