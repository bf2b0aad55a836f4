"""One of eight who work on one office at once: `… ROLE FOLDER ACTIONS SECONDS`.

Each action that was answered is a line of the file ACTIONS, written once the answer was there: its
kind, what it can be found by, and the digest of its file if it has one. What was refused is
counted.
"""

import contextlib
import io
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import app.domain.clock
from app.__main__ import main as command_line
from app.domain.clock import SetClock
from app.domain.dossier.opened import Opened
from app.domain.errors import DeskError
from app.domain.forms.codes import RECEIPT_FORM
from app.domain.forms.print_request import PrintRequest
from app.usecases.desk import Desk
from app.usecases.dossier import intake, progress
from app.usecases.exchange import exporting
from app.usecases.office import opening
from app.usecases.printing import prints
from app.usecases.queries import lookup
from app.usecases.safety import backup, verification
from tests.bench.bench_intake import LAN, a_request
from tests.bench.measuring import office
from tests.cli.conftest import REQUEST

Action = tuple[str, ...]
"""Kind, what it is found by, and of a file its digest."""
THINKS = 0.02
"""Seconds between two actions of one of them."""


class Role:
    """Does one kind of action again and again."""

    def __init__(self, name: str, folder: Path, desk: Desk) -> None:
        self._folder, self._desk = folder, desk
        self._chance = random.Random(name)
        self._beside = folder.with_name(f"{folder.name}-{name}")
        self._beside.mkdir(exist_ok=True)

    def intake(self) -> Action:
        return "dossier", intake.register_dossier(self._desk, LAN, a_request()).dossier_code

    def command(self) -> Action:
        request = self._beside / "request.json"
        request.write_text(json.dumps(REQUEST), encoding="utf-8")
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            code = command_line(["--data", str(self._folder), "intake", str(request), "--json"])
        if code:
            raise DeskError(path=str(code))
        return "dossier", json.loads(said.getvalue())["dossier_code"]

    def print(self) -> Action:
        wanted = PrintRequest(RECEIPT_FORM, self._any("1 = 1").dossier_id)
        made = prints.make_print(self._desk, LAN, wanted, paper="a4")
        return "print", str(made.print_id)

    def finish(self) -> Action:
        opened = self._any("state IN ('RECEIVED', 'PROCESSING')")
        return "row", progress.finish_processing(self._desk, LAN, opened).ledger_hash

    def export(self) -> Action:
        made = exporting.export_package(self._desk, LAN, self._beside)
        return "package", made.package_id, made.path, made.sha256

    def backup(self) -> Action:
        made = backup.back_up(self._desk, LAN, self._beside)
        return "backup", made.path.name, str(made.path), made.sha256

    def verify(self) -> Action:
        verification.verify_pages(self._folder)
        return "verified", str(verification.verify_records(self._desk, LAN).dossiers)

    def search(self) -> Action:
        code = lookup.newest_codes(self._desk, LAN, 1)[0]
        assert any(row.code == code for row in lookup.find(self._desk, LAN, code))
        return "found", code

    def _any(self, condition: str) -> Opened:
        with self._desk.records.read() as connection:
            row, version = connection.exec_driver_sql(
                f"SELECT id, version FROM dossier WHERE {condition} ORDER BY random() LIMIT 1"
            ).one()
        return Opened(row, version)


ROLES = ("intake", "command", "print", "finish", "export", "backup", "verify", "search")


def main() -> None:
    name, folder, actions, seconds = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4]
    clock = SetClock(office.NOW)
    app.domain.clock.SystemClock = lambda: clock  # type: ignore[assignment, misc]
    desk = opening.open_desk(folder, clock)
    action: Callable[[], Action] = getattr(Role(name, folder, desk), name)
    until = time.monotonic() + float(seconds)
    refused: Counter[str] = Counter()
    with actions.open("w", encoding="utf-8") as file:
        while time.monotonic() < until:
            try:
                done = action()
            except DeskError as error:
                refused[type(error).__name__] += 1
                continue
            print(json.dumps(done), file=file, flush=True)
            time.sleep(THINKS)
    desk.close()
    print(json.dumps(refused))


if __name__ == "__main__":
    main()
