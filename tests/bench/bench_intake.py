"""Registering a dossier, the whole use case, beside the same rows by hand and the naive way.

Ours: request of six papers checked, promise counted, number, dossier, receipt content, ledger row,
two events, search words, draft dropped; encrypted, in an office that holds 100,000 dossiers. By
hand: every one of these rows, made ready beforehand, through the driver in one transaction of the
same kind of file, and then a line appended and synced beside it, as the witness is (`by_hand`);
and the same without that line. The naive way keeps the same facts, encrypted and with the same
settings, a commit for each row; it has no checks, no search words, and its trail is no chain.
"""

from collections import Counter

from app.domain.actor import Actor
from app.domain.dossier.dossier import Applicant, IntakeRequest, SubmittedDocument
from app.domain.dossier.identity import Sex
from app.usecases.dossier import drafting, intake
from tests.bench.by_hand import ByHand, row_counts
from tests.bench.measuring.places import SMALL, Places
from tests.bench.measuring.syncs import SyncCounter
from tests.bench.measuring.table import Row, cost_row, faster_row, note_row, ratio_row
from tests.bench.measuring.turns import child, in_turn, medians, show
from tests.bench.naive.intake import NaiveDesk

LAN = Actor("Hoàng Thị Lan")
A_TURN = 20
COUNTED = 200
BY_HAND = "the same rows and a synced line by hand"
ROWS_ALONE = "the same rows by hand, no line"
PAPERS = (
    "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân",
    "Trích lục ghi chú ly hôn",
    "Giấy chứng nhận quyền sử dụng đất",
    "Văn bản ủy quyền",
    "Giấy xác nhận nơi cư trú",
    "Hợp đồng chuyển nhượng",
)


def run(places: Places) -> list[Row]:
    """Time all ways in turn; count the syncs in a process of its own."""
    folder = places.copy(SMALL, "intake")
    desks = {"whole use case": places.desk(folder), "plain SQLite": places.plain_desk(folder)}
    naive = NaiveDesk(places.folder / "naive.db", SMALL)
    hands = {BY_HAND: _by_hand(places, with_line=True), ROWS_ALONE: _by_hand(places)}
    ways = {name: hand.write for name, hand in hands.items()}
    ways |= {name: lambda desk=desk: register(desk) for name, desk in desks.items()}
    ways["naive, commit per row"] = lambda: naive.register(a_request())

    def drafts() -> None:
        naive.keep_draft()
        for hand in hands.values():
            hand.prepare()
        for desk in desks.values():
            keep_draft(desk)

    times = in_turn(ways, places.rounds, each=A_TURN, before=drafts)
    for hand in hands.values():
        hand.close()
    naive.close()
    show(times, beside=BY_HAND)
    middle = medians(times)
    ours = middle["whole use case"]
    return [
        _sync_row(places),
        ratio_row("intake", ours, middle[BY_HAND], 3, unit="ms", beside=BY_HAND),
        note_row(
            "intake: beside rows alone, one sync less",
            f"{ours:.2f} ms = {ours / middle[ROWS_ALONE]:.2f} ×",
            f"{ROWS_ALONE}: {middle[ROWS_ALONE]:.2f} ms",
        ),
        faster_row(
            "intake", ours, middle["naive, commit per row"], 6, unit="ms",
            beside="ORM, commit per row",
        ),
        cost_row("intake", ours, middle["plain SQLite"], unit="ms"),
    ]  # fmt: skip


def _by_hand(places: Places, *, with_line: bool = False) -> ByHand:
    """The hand-written peer in an office of its own; it adds the rows that the use case adds."""
    folder = places.copy(SMALL, f"by-hand-{with_line}")
    desk = places.desk(folder)
    keep_draft(desk)
    before = _counted(desk)
    register(desk)
    added = {name: count - before[name] for name, count in _counted(desk).items()}
    hand = ByHand(folder, with_line=with_line)
    hand.prepare()
    before = hand.counts()
    hand.write()
    by_hand = {name: count - before[name] for name, count in hand.counts().items()}
    # Both count the numbers of that day from its second dossier on.
    new_runs = ("number_series", "procedure_use")
    assert {name: n for name, n in by_hand.items() if name not in new_runs} == {
        name: n for name, n in added.items() if name not in new_runs
    }, (by_hand, added)
    return hand


def _counted(desk) -> Counter[str]:
    with desk.records.read() as connection:
        return row_counts(connection.connection.dbapi_connection)


def a_request() -> IntakeRequest:
    """A marriage-status certificate with six papers."""
    return IntakeRequest(
        procedure="1.004873",
        applicant=Applicant(
            full_name="Hoàng Thị Mẩy",
            personal_id="020185001234",
            born="1985-03-05",
            sex=Sex.FEMALE,
            phone="0912345678",
            address="Thôn Bản Loỏng, xã Hoàng Văn Thụ, tỉnh Lạng Sơn",
        ),
        documents=tuple(SubmittedDocument(name) for name in PAPERS),
    )


def register(desk) -> intake.Registered:
    """One dossier from the draft that was kept."""
    return intake.register_dossier(desk, LAN, a_request(), draft_id="ban-nhap")


def keep_draft(desk) -> None:
    """What is typed so far, as the screen keeps it."""
    drafting.keep_draft(desk, LAN, "ban-nhap", {"full_name": "Hoàng Thị Mẩy"}, "Hoàng Thị Mẩy")


def _sync_row(places: Places) -> Row:
    folder = places.copy(SMALL, "counted")
    said = child("tests.bench.bench_intake", str(folder), environment=places.environment())
    found = Counter({int(n): int(count) for n, count in map(str.split, said.splitlines()[1:])})
    checkpoints = int(said.split()[0])
    value = ", ".join(f"{count} × {n} sync" for n, count in sorted(found.items()))
    return Row(
        "intake, disk syncs a dossier", value, "2: log, witness",
        f"{checkpoints} with a checkpoint apart", set(found) == {2},
    )  # fmt: skip


def count_syncs(folder) -> tuple[int, Counter[int]]:
    """How many of `COUNTED` intakes met a checkpoint, and the others by their number of syncs.

    A checkpoint syncs the log and the database; the intake after it begins the log anew, which
    is a sync more: both are the checkpoint's.
    """
    counter = SyncCounter()
    _count_the_witness(counter)
    from app.domain.clock import SetClock
    from app.usecases.office import opening
    from tests.bench.measuring import office

    desk = opening.open_desk(folder, SetClock(office.NOW))
    found: Counter[int] = Counter()
    checkpoints = 0
    is_new_log = True
    for _ in range(COUNTED):
        keep_draft(desk)
        is_new_log = is_new_log or bool(counter.counted["database"])
        counter.counted.clear()
        register(desk)
        met_checkpoint = bool(counter.counted["database"])
        if met_checkpoint or is_new_log:
            checkpoints += 1
        else:
            found[sum(counter.counted.values())] += 1
        is_new_log = met_checkpoint
    desk.close()
    return checkpoints, found


def _count_the_witness(counter: SyncCounter) -> None:
    from db.witness import writing

    sync = writing.sync_content

    def counted(file) -> None:
        counter.counted["witness"] += 1
        sync(file)

    writing.sync_content = counted


if __name__ == "__main__":
    import sys
    from pathlib import Path

    met, counted = count_syncs(Path(sys.argv[1]))
    print(met)
    for syncs, times in counted.items():
        print(syncs, times)
