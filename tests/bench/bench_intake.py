"""Registering a dossier, the whole use case, beside one durable append and beside the naive way.

Ours: request of six papers checked, promise counted, number, dossier, receipt content, ledger row,
two events, search words, draft dropped; encrypted, in an office that holds 100,000 dossiers. The
naive way keeps the same facts, encrypted and with the same settings, a commit for each row; it
has no checks, no search words, and its trail is no chain.
"""

import os
from collections import Counter

from app.domain.actor import Actor
from app.domain.dossier import Applicant, IntakeRequest, SubmittedDocument
from app.domain.identity import Sex
from app.usecases import drafting, intake
from tests.bench.naive_intake import NaiveDesk
from tests.bench.places import SMALL, Places
from tests.bench.syncs import SyncCounter
from tests.bench.table import Row, cost_row, faster_row, ratio_row
from tests.bench.turns import child, in_turn, medians, show

LAN = Actor("Hoàng Thị Lan")
A_TURN = 20
COUNTED = 200
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
    append = os.open(places.folder / "append", os.O_CREAT | os.O_WRONLY | os.O_APPEND)

    def floor() -> None:
        os.write(append, b"x" * 4096)
        getattr(os, "fdatasync", os.fsync)(append)

    ways = {"4 KiB append + fdatasync": floor}
    ways |= {name: lambda desk=desk: register(desk) for name, desk in desks.items()}
    ways["naive, commit per row"] = lambda: naive.register(a_request())

    def drafts() -> None:
        naive.keep_draft()
        for desk in desks.values():
            keep_draft(desk)

    times = in_turn(ways, places.rounds, each=A_TURN, before=drafts)
    os.close(append)
    naive.close()
    show(times, beside="4 KiB append + fdatasync")
    middle = medians(times)
    ours, floor_ms = middle["whole use case"], middle["4 KiB append + fdatasync"]
    return [
        _sync_row(places),
        ratio_row("intake", ours, floor_ms, 6, unit="ms", beside="4 KiB append + fdatasync"),
        faster_row(
            "intake", ours, middle["naive, commit per row"], 10, unit="ms",
            beside="ORM, commit per row",
        ),
        cost_row("intake", ours, middle["plain SQLite"], unit="ms"),
    ]  # fmt: skip


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
        "intake, disk syncs a dossier", value, "1", f"{checkpoints} with a checkpoint apart",
        set(found) == {1},
    )  # fmt: skip


def count_syncs(folder) -> tuple[int, Counter[int]]:
    """How many of `COUNTED` intakes met a checkpoint, and the others by their number of syncs.

    A checkpoint syncs the log and the database; the intake after it begins the log anew, which
    is a sync more: both are the checkpoint's.
    """
    counter = SyncCounter()
    from app.domain.clock import SetClock
    from app.usecases import opening
    from tests.bench import office

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


if __name__ == "__main__":
    import sys
    from pathlib import Path

    met, counted = count_syncs(Path(sys.argv[1]))
    print(met)
    for syncs, times in counted.items():
        print(syncs, times)
