"""Eight processes on one office for a minute: what they were answered, and what is found of it.

They register (also by the command line), print, finish, export, back up, verify and search as fast
as they can. Afterwards every act that was answered is looked for: each is to be there exactly once,
nothing is to be there besides, every file has the digest it was given, and `verify` finds all
whole.
"""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from app.exchange.new_file import digest_of
from app.usecases.desk import Desk
from app.usecases.safety import verification
from tests.bench.bench_intake import LAN
from tests.bench.long.mixed_child import ROLES
from tests.bench.measuring.places import Places
from tests.bench.measuring.table import Row, note_row

DOSSIERS = 2_000
SECONDS, QUICK_SECONDS = 60, 10
_COUNTED = {
    "dossier": "SELECT count(*) FROM dossier WHERE code = ?",
    "row": "SELECT count(*) FROM ledger WHERE hash = ?",
    "print": "SELECT count(*) FROM form_print WHERE id = ?",
    "package": "SELECT count(*) FROM package WHERE package_id = ?",
}
"""How often an act is in the records, by its kind."""
_ALL = {
    "dossier": "SELECT count(*) FROM dossier",
    "row": "SELECT count(*) FROM ledger WHERE event = 'FINISH'",
    "print": "SELECT count(*) FROM form_print",
    "package": "SELECT count(*) FROM package",
}


def run(places: Places) -> list[Row]:
    """Let them work, then look for everything."""
    seconds = QUICK_SECONDS if places.is_quick else SECONDS
    folder = places.copy(DOSSIERS, "mixed")
    desk = places.desk(folder)
    before = _all(desk)
    actions, refused, failed = _worked(places, folder, seconds)
    more = {kind: count - before[kind] for kind, count in _all(desk).items()}
    wrong = [*_not_once(desk, actions), *_files_altered(actions)]
    kinds = Counter(kind for kind, *_ in actions)
    wrong += [f"{kind}: {kinds[kind]} answered, {n} there" for kind, n in more.items()
              if n != kinds[kind]]  # fmt: skip
    verification.verify_pages(folder)
    whole = verification.verify_records(desk, LAN)
    print(f"  {dict(kinds)}; refused {dict(refused)}", *wrong[:5], *failed, sep="\n  ", flush=True)
    each = ", ".join(f"{count} × {kind}" for kind, count in sorted(kinds.items()))
    did_all = len(kinds) == len({*_COUNTED, "backup", "verified", "found"})
    return [
        Row(
            f"eight processes, {seconds} s: acts not found once",
            f"{len(wrong)} of {len(actions)}", "0 of all", each,
            not wrong and not failed and did_all,
        ),
        note_row(
            "eight processes, then verify",
            f"{whole.dossiers:,} dossiers, {whole.ledger_rows:,} rows whole",
            f"refused meanwhile: {dict(refused) or 'nothing'}",
        ),
    ]  # fmt: skip


def _worked(
    places: Places, folder: Path, seconds: int
) -> tuple[list[list[str]], Counter[str], list[str]]:
    """What all of them were answered, what was refused them, and what the failed ones said."""
    files = {role: places.folder / f"actions-{role}.jsonl" for role in ROLES}
    command = (sys.executable, "-m", "tests.bench.long.mixed_child")
    working = [
        subprocess.Popen(
            [*command, role, str(folder), str(file), str(seconds)], env=places.environment(),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for role, file in files.items()
    ]  # fmt: skip
    refused: Counter[str] = Counter()
    failed = []
    for role, one in zip(files, working, strict=True):
        said, error = one.communicate()
        if one.returncode:
            failed.append(f"{role}: {error[-2_000:]}")
        else:
            refused.update(json.loads(said))
    actions = [
        json.loads(line)
        for file in files.values()
        if file.exists()
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    return actions, refused, failed


def _all(desk: Desk) -> dict[str, int]:
    with desk.records.read() as connection:
        return {
            kind: connection.exec_driver_sql(query).scalar_one() for kind, query in _ALL.items()
        }


def _not_once(desk: Desk, actions: list[list[str]]) -> Iterator[str]:
    answered = Counter((kind, name) for kind, name, *_ in actions if kind in _COUNTED)
    with desk.records.read() as connection:
        for (kind, name), times in answered.items():
            found = connection.exec_driver_sql(_COUNTED[kind], (name,)).scalar_one()
            if (times, found) != (1, 1):
                yield f"{kind} {name}: answered {times} times, there {found} times"


def _files_altered(actions: list[list[str]]) -> Iterator[str]:
    for kind, name, *file in actions:
        if file and digest_of(Path(file[0])) != file[1]:
            yield f"{kind} {name}: its file is another"
