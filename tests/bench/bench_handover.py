"""One scan of a hand-over stack, and a stack of 60 handed over, beside one durable commit.

A scan finds its dossier by the code among 100,000, reads it whole and looks whether it may go
along. The commit is the smallest change the office keeps: a draft of one field. What is handed
over is whole as well: a ledger row, two events and a step for each dossier, all in one commit.
"""

from itertools import count

from app.usecases.desk import Desk
from app.usecases.dossier import drafting
from app.usecases.handover import giving, taking
from app.usecases.handover.stack import scanned_for_handover
from app.usecases.queries import lookup
from tests.bench.bench_intake import LAN
from tests.bench.measuring.places import SMALL, Places
from tests.bench.measuring.table import Row, note_row, ratio_row
from tests.bench.measuring.turns import in_turn, medians, show

STACK = 60
A_TURN = 20


def run(places: Places) -> list[Row]:
    """Time both in turn, then stacks going there and back."""
    desk = places.desk(places.copy(SMALL, "handover"))
    known = lookup.newest_codes(desk, LAN, most=4 * STACK)
    codes = [code for code in known if _is_open(desk, code)][:STACK]
    nth = count()

    def scan() -> None:
        scanned_for_handover(desk, LAN, codes[next(nth) % len(codes)], agency="kinh te")

    def commit() -> None:
        drafting.keep_draft(desk, LAN, "bench", {"note": str(next(nth))}, "Hoàng Thị Mẩy")

    one, durable = "one scan of a hand-over stack", "one durable commit"
    times = in_turn({durable: commit, one: scan}, places.rounds, each=A_TURN)
    show(times, beside=durable)
    middle = medians(times)
    whole = medians(in_turn({"there and back": lambda: _there_and_back(desk, codes)}, 2))
    each = whole["there and back"] / len(codes) / 4
    return [
        ratio_row(one, middle[one], middle[durable], 2, unit="ms", beside=durable),
        note_row(f"a dossier handed over or scanned back among {len(codes)}", f"{each:.2f} ms"),
    ]


def _there_and_back(desk: Desk, codes: list[str]) -> None:
    """The stack goes to an agency and home again, scanned back at both ends."""
    for agency in ("kinh te", "desk"):
        number = giving.hand_over(desk, LAN, codes, agency=agency).number
        taking.take_over(desk, LAN, number, codes)


def _is_open(desk: Desk, code: str) -> bool:
    found = lookup.dossier_id_of(desk, LAN, code)
    return lookup.dossier_view(desk, LAN, found).dossier.state.is_open
