"""What a clerk waits for at the counter: a scanned card, and each key of palette and search.

Own time is from the key (of a scan: its Enter), the debounce left out, to the painted answer.
Beside the searches stands their floor: the same widgets with a ready answer.
"""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.__main__ import loaders
from app.answers.catalogue import ProcedureChoice
from app.composition.parts import Sitting
from app.composition.window import OpenDesk, application
from app.demo.settle import settle
from app.domain.catalogue.search import ProcedureIndex
from app.domain.clock import SetClock
from app.usecases.desk import Desk
from app.usecases.queries import lookup
from app.wording.refusals import say
from tests.bench.measuring import office
from tests.bench.measuring.places import SMALL, Places
from tests.bench.measuring.table import Row, limit_row, note_row
from tests.bench.measuring.turns import Times, medians, show
from tests.builders import LAN
from ui.screen import Place
from ui.screens.intake.procedure.search import ProcedureSearch
from ui.screens.intake.state.person import PersonState
from ui.shell.cards.palette import Palette
from ui.shell.cards.palette_entries import Chosen, PaletteActions
from ui.widgets.search.input_line import InputLine
from ui.work import Work

FRAME_MS = 1_000 / 60
PUBLISHED, MANY = 274, 5_000
CARD_LETTERS = 130
_PATIENCE_MS = 3_000
TYPED = ("khai sinh", "ks", "chung thuc", "1.001193", "dat dai")


class NeverPainted(RuntimeError):
    """The answer to a key did not come, or was not painted."""


def run(places: Places) -> list[Row]:
    """The card in a real window, then both searches with as many procedures as ever."""
    rows = _card(places)
    desk = places.desk(places.office(SMALL))
    return [*rows, *_searches(desk, places.rounds)]


# A card


def _card(places: Places) -> list[Row]:
    app = application()
    folder = places.copy(SMALL, "card")
    desk = places.desk(folder)
    opened = OpenDesk(app, Sitting(folder, SetClock(office.NOW)), loaders())
    opened.open()
    QTest.qWaitForWindowExposed(opened.window)
    settle(opened.work)
    opened.window.go(Place.INTAKE)
    settle(opened.work)
    panel = opened.window.screen_at(Place.INTAKE).applicant
    number, text = _somebodys_card(desk)
    painted = _Painted(panel.strip, lambda: bool(panel.strip.offers) and _is_filled(panel))
    times: Times = {"look-up": [], "card": [], "keys": []}
    scanner = _Scanner()
    for nth in range(places.rounds * 3 + 1):
        panel.fill(PersonState(), None)
        panel.person.number.input.setFocus()
        settle(opened.work)
        begun = time.perf_counter()
        assert lookup.find_people(desk, LAN, number)
        looked = time.perf_counter()
        scanner.letters(text)
        keys = time.perf_counter()
        own = painted.after(scanner.end)
        if nth:
            times["look-up"].append((looked - begun) * 1_000)
            times["keys"].append((keys - looked) * 1_000)
            times["card"].append(own)
    window = opened.window
    window.close()
    opened.close()
    _delete(window)  # it would go on taking fast keys for a scan's
    show(times, beside="look-up")
    middle = medians(times)
    most = 2 * middle["look-up"] + FRAME_MS
    return [
        limit_row(
            f"card of {len(text)} characters, fields filled and person offered",
            middle["card"], round(most, 1), unit="ms",
            peer=f"2 × look-up ({middle['look-up']:.2f} ms) + one frame",
        ),
        note_row(
            "the scanner's keys before its Enter, all at once", f"{middle['keys']:.1f} ms",
            "a scanner takes 130 ms and more to send them",
        ),
    ]  # fmt: skip


def _somebodys_card(desk: Desk) -> tuple[str, str]:
    """The number of somebody met before, and a card of theirs of `CARD_LETTERS` characters."""
    with desk.records.read() as connection:
        number, name, born = connection.exec_driver_sql(
            "SELECT personal_id, full_name, born FROM dossier WHERE id = 77777"
        ).one()
    head = f"{number}||{name}|{born[8:]}{born[5:7]}{born[:4]}|Nam|"
    address = "Thôn Bản Loỏng, xã Mẫu Sơn, huyện Lộc Bình, tỉnh Lạng Sơn, gần nhà văn hóa thôn cũ"
    tail = "|10052021"
    room = CARD_LETTERS - len(head) - len(tail)
    return number, head + address[:room].strip(", ").ljust(room, "a") + tail


def _is_filled(panel) -> bool:
    state = panel.person.state()
    return all((state.personal_id, state.full_name, state.born, state.sex, state.address))


class _Scanner:
    """Sends keys to whatever has the focus, stamped as a scanner's."""

    def __init__(self) -> None:
        self._at = 10_000_000

    def letters(self, text: str) -> None:
        """Everything but the end of a scan, after a pause."""
        self._at += 5_000
        for letter in text:
            self._press(Qt.Key.Key_unknown, letter)

    def end(self) -> None:
        """Its Enter."""
        self._press(Qt.Key.Key_Return, "\r")

    def _press(self, key: Qt.Key, text: str) -> None:
        self._at += 4
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        event.setTimestamp(self._at)
        QApplication.sendEvent(QApplication.focusWidget(), event)


# Palette and procedure search


def _searches(desk: Desk, rounds: int) -> list[Row]:
    published = _published(desk)
    indexes = {len(one): ProcedureIndex(one) for one in (published, _as_many(published, MANY))}
    ready = tuple(published[:8])
    work = Work()
    gc.collect()
    gc.freeze()  # what was measured before is no garbage of the desk's
    ways: dict[str, Callable[[], _Typed]] = {}
    for count, index in indexes.items():
        ways[f"search {count}"] = lambda i=index: _search(work, lambda text: tuple(i.find(text)))
        ways[f"palette {count}"] = lambda i=index: _palette(work, _asking(desk, i))
    ways["search floor"] = lambda: _search(work, lambda _text: ready)
    ways["palette floor"] = lambda: _palette(
        work, PaletteActions(lambda _: (), lambda _: ready, lambda _: ())
    )
    taken: dict[str, list[list[float]]] = {name: [] for name in ways}
    for nth in range(rounds + 1):
        for name, make in ways.items():
            keys = _type_all(make(), work)
            if nth:
                taken[name].append(keys)
    # Each key's median over the rounds: the slowest key counts, not the slowest moment.
    times: Times = {
        name: [statistics.median(one) for one in zip(*rounds_of, strict=True)]
        for name, rounds_of in taken.items()
    }
    work.close()
    gc.unfreeze()
    show(times)
    return [
        limit_row(
            f"{kind}, slowest key to painted answer, {count:,} procedures",
            max(times[f"{kind} {count}"]), FRAME_MS, unit="ms",
            peer=f"floor {max(times[f'{kind} floor']):.2f} ms",
        )
        for kind in ("search", "palette")
        for count in indexes
    ]  # fmt: skip


def _published(desk: Desk) -> list[ProcedureChoice]:
    return list(lookup.find_procedures(desk, LAN, "", office.NOW, most=MANY))


def _as_many(published: list[ProcedureChoice], count: int) -> list[ProcedureChoice]:
    """`count` procedures: the published ones again and again, from the second time as cases."""
    again = (divmod(nth, len(published)) for nth in range(count))
    return [
        replace(one, code=f"{one.code}.{turn}") if turn else one
        for turn, one in ((turn, published[which]) for turn, which in again)
    ]


def _asking(desk: Desk, index: ProcedureIndex[ProcedureChoice]) -> PaletteActions:
    return PaletteActions(
        dossiers=lambda text: lookup.find(desk, LAN, text, most=8),  # as it is composed
        procedures=lambda text: tuple(index.find(text, 8)),
        people=lambda text: lookup.find_people(desk, LAN, text),
    )


def _search(work: Work, find) -> "_Typed":
    search = ProcedureSearch(find, say, work.reading)
    search._question._delay_ms = 0
    search.resize(520, 560)
    search.show()
    painted = _Painted(search.list.viewport(), lambda: not search._question.is_busy)
    return _Typed(search, search.field.input, painted)


def _palette(work: Work, actions: PaletteActions) -> "_Typed":
    parent = QWidget()
    parent.resize(900, 600)
    parent.show()
    chosen = Chosen(dossier=lambda _: None, procedure=lambda _: None, person=lambda _: None)
    palette = Palette((), actions, chosen, work, parent)
    palette.open_at(50, 50, 700, 500)
    painted = _Painted(palette.list.viewport(), lambda: not palette.is_busy)
    return _Typed(parent, palette.input, painted)


def _type_all(typed: "_Typed", work: Work) -> list[float]:
    """Milliseconds of each key of every text; a palette looks for two letters or more."""
    taken: list[float] = []
    line, painted = typed.line, typed.painted
    for text in TYPED:
        line.clear()
        settle(work, quiet_ms=20)
        QTest.keyClick(line, text[0])
        settle(work, quiet_ms=20)
        taken += [
            painted.after(lambda one=letter: QTest.keyClick(line, one)) for letter in text[1:]
        ]
    typed.window.close()
    _delete(typed.window)
    return taken


def _delete(window: QWidget) -> None:
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class _Typed(NamedTuple):
    """What is typed into, in a window of its own."""

    window: QWidget
    line: InputLine
    painted: "_Painted"


class _Painted(QObject):
    """Waits in the event loop, as the desk does, until an answer has been painted.

    Args:
        widget: where it is painted.
        is_answered: whether what is painted there is the answer.
    """

    def __init__(self, widget: QWidget, is_answered: Callable[[], bool]) -> None:
        super().__init__()
        self._is_answered = is_answered
        self._loop = QEventLoop()
        self._guard = QTimer(self)
        self._guard.setSingleShot(True)
        self._guard.timeout.connect(lambda: self._loop.exit(1))
        widget.installEventFilter(self)

    def after(self, action: Callable[[], object]) -> float:
        """Milliseconds from before `action` until its answer is painted.

        Raises:
            NeverPainted: it was not within some seconds.
        """
        self._guard.start(_PATIENCE_MS)
        begun = time.perf_counter()
        action()
        if self._loop.exec():
            raise NeverPainted
        took = (time.perf_counter() - begun) * 1_000
        self._guard.stop()
        return took

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._is_answered():
            QTimer.singleShot(0, self._loop.quit)
        return False
