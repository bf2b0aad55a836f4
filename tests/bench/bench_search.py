"""Search as you type beside LIKE, at 100,000 and 1,000,000 dossiers, checked against brute force.

Brute force reads every dossier's own columns and knows nothing of the index: a dossier is found
when each word asked begins one of its words (codes, name, telephone, identity number, and the last
four of both numbers), without accents; digits typed in groups are one number if they are enough
for a whole one, or nothing else fits.
"""

import random
import statistics
import time
import unicodedata

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtTest import QTest

from app.__main__ import loaders
from app.composition.parts import Sitting
from app.composition.window import OpenDesk, application
from app.demo.settle import settle
from app.domain.clock import SetClock
from app.usecases.desk import Desk
from app.usecases.queries import lookup
from tests.bench.measuring import office
from tests.bench.measuring.places import SMALL, Places
from tests.bench.measuring.table import Row, cost_row, faster_row, limit_row, note_row, ratio_row
from tests.bench.measuring.turns import in_turn, medians, p95, show
from tests.builders import LAN
from tests.ui.typing import type_text

MOST = 50
WHOLE = 8
"""Digits of a whole number."""
FRAME_MS = 1_000 / 60
_LIKE = """
SELECT d.id, d.code, d.full_name, p.name, d.state, d.received_at, d.due_at, d.phone
FROM dossier d JOIN procedure_version p ON p.id = d.procedure_version
WHERE d.full_name LIKE ? OR d.phone LIKE ? OR d.code LIKE ? OR d.personal_id LIKE ?
ORDER BY d.id DESC LIMIT 50"""


def run(places: Places) -> list[Row]:
    """Ask the same questions of every way in turn; then type into the real window."""
    small, large = places.office(SMALL), places.office(places.large)
    desks = {SMALL: places.desk(small), places.large: places.desk(large)}
    desk, plain = desks[places.large], places.plain_desk(large)
    asked = {size: questions(one, each=4 if places.is_quick else 8) for size, one in desks.items()}
    found = _together(
        {
            "small": (desks[SMALL], asked[SMALL]),
            "large": (desk, asked[places.large]),
            "plain": (plain, asked[places.large]),
        },
        places.rounds,
    )
    like = _beside_like(desk, _some_of_each(asked[places.large]), places.rounds)
    wrong = sum(_wrong_answers(one, asked[size]) for size, one in desks.items())
    checked = sum(len(asked[size]) for size in desks)
    share = _index_share(desk)
    typed = _typed(places, large)
    high = {
        name: p95([took for kind, took in taken if not kind.startswith("+")])
        for name, taken in found.items()
    }
    slowest, took = max(found["large"], key=lambda one: one[1])
    return [
        ratio_row(
            f"search p95, {places.large:,} dossiers", high["large"], high["small"], 1.3,
            unit="ms", beside=f"{SMALL:,} dossiers",
        ),
        faster_row(
            "search p95, the same questions", p95(like["search"]), p95(like["LIKE"]), 300,
            unit="ms", beside="LIKE",
        ),
        Row("search, wrong answers", f"{wrong} of {checked}", "0", "brute force", wrong == 0),
        Row("search index, share of the file", f"{share:.1%}", "≤ 20 %", "", share <= 0.2),
        limit_row(
            "search, key to painted answer p95", p95(typed), FRAME_MS, unit="ms",
            peer=f"p50 {statistics.median(typed):.2f} ms",
        ),
        note_row("search, slowest question of any kind", f"{took:.2f} ms", slowest),
        cost_row("search p95", high["large"], high["plain"], unit="ms"),
    ]  # fmt: skip


def questions(desk, *, each: int) -> list[tuple[str, str]]:
    """What people type, by kind: (kind, text as typed); the same every run.

    The kinds of the research's own measurement; those with a + are asked beside them, for right
    answers and to tell the slowest.
    """
    chance = random.Random(3)
    with desk.records.read() as connection:
        newest = connection.exec_driver_sql("SELECT max(id) FROM dossier").scalar_one()
        some = [
            connection.exec_driver_sql(
                "SELECT full_name, phone, code, personal_id FROM dossier WHERE id = ?",
                (chance.randint(1, newest),),
            ).one()
            for _ in range(each)
        ]
    kinds = {}
    for n in (2, 3, 5, 10):
        kinds[f"name {n}"] = [name[:n].strip() for name, *_ in some]
        kinds[f"given name {n}"] = [_given(name)[:n] for name, *_ in some]
        kinds[f"phone {n}"] = [phone[:n] for _, phone, *_ in some]
        kinds[f"day and number {n}"] = [code[-11:][:n] for _, _, code, _ in some]
    kinds["last four"] = [phone[-4:] for _, phone, *_ in some]
    kinds["nobody"] = ["Zzyx Qwv"] * each
    kinds["+ whole name"] = [name for name, *_ in some]
    kinds["+ name and year of code"] = [
        f"{_given(name)} {code[-11:-7]}" for name, _, code, _ in some
    ]
    kinds["+ phone in groups"] = [f"{p[:4]} {p[4:7]} {p[7:]}" for _, p, *_ in some]
    kinds["+ code"] = [code for _, _, code, _ in some]
    kinds["+ identity number"] = [person for *_, person in some]
    return [(kind, text) for kind, texts in kinds.items() for text in texts]


def _given(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1]


def _some_of_each(asked) -> list[str]:
    """Two questions of each kind: LIKE takes seconds for some."""
    kinds: dict[str, list[str]] = {}
    for kind, text in asked:
        if kind[0] != "+":
            kinds.setdefault(kind, []).append(text)
    return [text for texts in kinds.values() for text in texts[:2]]


def _together(
    asked: dict[str, tuple[Desk, list[tuple[str, str]]]], rounds: int
) -> dict[str, list[tuple[str, float]]]:
    """Kind and median time of each question; every round asks all, of each desk in turn.

    So pages read for one question have to make room for the next ones, as they do all day.
    """
    times: dict[tuple[str, int], list[float]] = {}
    count = len(next(iter(asked.values()))[1])
    for nth in range(rounds + 1):
        for place in range(count):
            for name, (desk, questions) in asked.items():
                begun = time.perf_counter()
                lookup.find(desk, LAN, questions[place][1])
                if nth:
                    took = (time.perf_counter() - begun) * 1_000
                    times.setdefault((name, place), []).append(took)
    found = {
        name: [
            (questions[place][0], statistics.median(times[name, place])) for place in range(count)
        ]
        for name, (_, questions) in asked.items()
    }
    for name, taken in found.items():
        kinds: dict[str, list[float]] = {}
        for kind, took in taken:
            kinds.setdefault(kind, []).append(took)
        print(f"  {name}: " + ", ".join(f"{kind} {max(them):.2f}" for kind, them in kinds.items()))
    return found


def _beside_like(desk, texts, rounds: int) -> dict[str, list[float]]:
    """The median time of each question as people would write it first, and as it is."""
    found: dict[str, list[float]] = {"LIKE": [], "search": []}
    for text in texts:
        times = in_turn(
            {
                "LIKE": lambda text=text: _like(desk, text),
                "search": lambda text=text: lookup.find(desk, LAN, text),
            },
            rounds,
        )
        for name, took in medians(times).items():
            found[name].append(took)
    show(found)
    return found


def _like(desk, text: str):
    with desk.records.read() as connection:
        return connection.exec_driver_sql(_LIKE, (f"%{text}%",) * 4).all()


def _wrong_answers(desk, asked) -> int:
    with desk.records.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT id, code, official_code, full_name, phone, personal_id, representative "
            "FROM dossier ORDER BY id DESC"
        ).all()
    assert not any(row.representative for row in rows)
    documents = [(row.id, " " + " ".join(_words_of(row))) for row in rows]
    of_code = {row.code: [row.id] for row in rows}
    wrong = 0
    for _, text in asked:
        parts = _folded_words(text)
        is_in_groups = len(parts) > 1 and all(part.isdigit() for part in parts)
        joined = _brute_force(documents, ["".join(parts)]) if is_in_groups else []
        is_whole = len("".join(parts)) >= WHOLE
        right = joined if is_whole and joined else _brute_force(documents, parts) or joined
        right = of_code.get(text, right)  # a whole code is that dossier's alone
        found = [row.id for row in lookup.find(desk, LAN, text)]
        # Dossiers of a procedure that the text names may follow those with its words.
        wrong += found[: len(right)] != right or (text in of_code and len(found) > 1)
    return wrong


def _brute_force(documents, parts: list[str]) -> list[int]:
    begins = [f" {part}" for part in parts]
    found = []
    for ident, words in documents:
        if all(begin in words for begin in begins):
            found.append(ident)
            if len(found) == MOST:
                break
    return found


def _words_of(row) -> list[str]:
    numbers = [row.phone, row.personal_id]
    words = [*row.code.lower().replace(".", " ").replace("-", " ").split(), row.official_code]
    return [*words, *_folded_words(row.full_name), *numbers, *(one[-4:] for one in numbers)]


def _folded_words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(
        c if c.isascii() and c.isalnum() else "" if unicodedata.combining(c) else " " for c in plain
    ).split()


def _index_share(desk) -> float:
    """Bytes of the index's own tables over bytes of the file (what the pages hold, 2 % more)."""
    with desk.records.read() as connection:
        ask = connection.exec_driver_sql
        held = ask("SELECT sum(length(block) + 12) FROM dossier_search_data").scalar_one()
        sizes = ask("SELECT sum(length(sz) + 14) FROM dossier_search_docsize").scalar_one()
        terms = ask("SELECT sum(length(term) + 12) FROM dossier_search_idx").scalar_one()
        pages, size = (int(ask(f"PRAGMA {n}").scalar_one()) for n in ("page_count", "page_size"))
    return (held + sizes + terms) * 1.02 / (pages * size)


def _typed(places: Places, folder) -> list[float]:
    """Milliseconds from each key in the real search field to its painted answer."""
    app = application()
    opened = OpenDesk(app, Sitting(folder, SetClock(office.NOW)), loaders())
    opened.open()
    QTest.qWaitForWindowExposed(opened.window)
    settle(opened.work, quiet_ms=150)
    box = opened.window.tools.search
    box.start()
    box.pad.hand_on()
    painted = _Painted(box)
    taken: list[float] = []
    for nth in range(places.rounds + 1):
        for text in ("nguyen", "dang", "0912", "h37", "huong", "261123"):
            box.input.clear()
            box.close_results()
            settle(opened.work, quiet_ms=20)
            for upto in range(1, len(text) + 1):
                took = painted.after(text[:upto])
                if nth:
                    taken.append(took)
    opened.window.close()
    opened.close()
    app.processEvents()
    show({"key to painted answer": taken})
    return taken


class _Painted(QObject):
    """Types one more letter and waits in the event loop, as the desk does, for the new answer."""

    def __init__(self, box) -> None:
        super().__init__()
        self._box = box
        self._loop = QEventLoop()
        self._wanted = ""
        box.results.list.viewport().installEventFilter(self)

    def after(self, text: str) -> float:
        """Milliseconds until the answer to `text`, whose last letter is typed now, is painted."""
        self._wanted = " ".join(text.split())
        begun = time.perf_counter()
        type_text(self._box.input, text[-1])
        self._loop.exec()
        return (time.perf_counter() - begun) * 1_000

    def eventFilter(self, _watched, event) -> bool:
        if event.type() == QEvent.Type.Paint and self._box._shown_for == self._wanted:
            QTimer.singleShot(0, self._loop.quit)
        return False
