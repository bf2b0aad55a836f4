"""A small office at work while a tape runs: what it does, and what it tells people afterwards.

Whatever an act tells (a code on a slip, a print in somebody's hand, an answered digest) is marked
on the tape: from that moment on every disk must hold it.
"""

import hashlib
import json
import os
import shutil
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from random import Random

from app.domain.clock import SetClock
from app.domain.dossier.opened import Opened
from app.domain.forms.print_request import PrintRequest
from app.domain.money.fee import FeeKind, plain_line
from app.domain.money.payment import PaymentRequest
from app.usecases.dossier import drafting, intake, progress
from app.usecases.exchange import answering, exporting
from app.usecases.money import fees
from app.usecases.office import opening, settings
from app.usecases.printing import prints
from app.usecases.safety import backup, data_facts, restoring
from db.stores import ledger
from tests.builders import LAN, MONDAY, OFFICE, a_request, an_applicant, rendered
from tests.crash import files
from tests.crash.office import few_procedures
from tests.crash.tape import Tape
from tests.crash.vfs import RECORDER

LATER = MONDAY + timedelta(hours=3)
LINE = plain_line("Lệ phí", 5_000, kind=FeeKind.FEE, per="", quantity=1, source="NQ 1")
LOST, PRINTED, STICK = (
    "nothing promised is lost",
    "no slip without its record",
    "files promised are there",
)
"""Invariants an act's words can break."""
ROWS = {"row": "SELECT hash FROM ledger"}
FACTS = {
    "dossier": "SELECT code FROM dossier",
    "print": "SELECT sha256 FROM form_print",
    "slip": "SELECT number FROM payment",
    "package": "SELECT sha256 FROM package",
    "answer": "SELECT event_id FROM outbox WHERE state <> 'PENDING'",
}
"""What may be promised, and where it stands in the records."""


class Scene:
    """An office in `home`/data with a stick in `home`/usb, and a tape of all it does."""

    def __init__(self, home: Path, seed: int = 1) -> None:
        self.tape = Tape(home)
        self.home, self.folder, self.usb = home, home / "data", home / "usb"
        self.random = Random(seed)
        self.clock = SetClock(MONDAY)
        self.open_dossiers: list[int] = []
        self.answered = self.exported = 0
        self.desk = None
        self.start = on_disk(home)
        self.backup: Path | None = None
        self.migrates = False
        self.promised_then: int = 0
        self.kept_then: set[str] = set()
        self.is_restored = False
        self.older: Path | None = None
        self.kept_of_older: set[str] = set()
        self.promised: list[str] = []

    @contextmanager
    def running(self, *, is_open: bool = True):
        """Note what is done in the block, from what is on the disk as it begins."""
        with RECORDER.recording(self.tape), files.recording(self.tape):
            if is_open:
                self.open()
            self.start = on_disk(self.home)
            with self.tape.running():
                try:
                    yield self
                finally:
                    if self.desk is not None:
                        self.desk.close()

    def open(self):
        self.desk = opening.open_desk(self.folder, self.clock)

    def promise(self, *facts: str, by: str = LOST) -> None:
        """Somebody was told: from now on it must be found."""
        for fact in facts:
            self.promised.append(fact)
            self.tape.mark("promised", by, fact)

    def done(self) -> None:
        """An act came back: the ledger as it stands was answered for."""
        with self.desk.records.read() as connection:
            found = ledger.heads(connection)
        self.promise(*(f"row {digest}" for _, digest in found.values()))
        self.clock.advance(minutes=1)

    def make(self):
        """A first start."""
        with few_procedures():
            self.desk = opening.make_office(self.folder, self.clock, OFFICE)
        self.done()

    def upgrade(self):
        """The first start of a newer program."""
        self.migrates = True
        self.open()
        with self.desk.records.read() as connection:
            self.promise(
                *(
                    f"dossier {code}"
                    for (code,) in connection.exec_driver_sql("SELECT code FROM dossier")
                )
            )
        self.done()

    def age(self):
        """Put the office of an older program in the place of this one."""
        if self.desk is not None:
            self.desk.close()
        shutil.rmtree(self.folder)
        shutil.copytree(self.older, self.folder)

    # What an office does

    def intake(self):
        pays = {"fees": (LINE,), "payment": PaymentRequest(amount=2_000)}
        more = pays if self.random.random() < 0.5 else {"fees": (LINE,)}
        name = "Hoàng Thị Mẩy " + "Ánh " * self.random.choice((0, 3, 30))
        note = "x" * self.random.choice((0, 0, 200, 900))
        request = a_request(applicant=an_applicant(full_name=name.strip()), note=note, **more)
        taken = intake.register_dossier(self.desk, LAN, request)
        self.promise(f"dossier {taken.dossier_code}", f"row {taken.ledger_hash}")
        if taken.payment is not None:
            self.promise(f"slip {taken.payment.slip.number}")
        self.open_dossiers.append(taken.dossier_id)
        self.done()

    def print(self):
        dossier = self._one()
        paper = self.random.choice(("a4", "a5", "80mm"))
        made = prints.make_print(self.desk, LAN, PrintRequest("01", dossier), paper=paper)
        self.promise(f"print {hashlib.sha256(made.pdf).hexdigest()}", by=PRINTED)
        prints.note_printer(self.desk, LAN, made.print_id, "May-in-1")
        self.done()

    def fee(self):
        taken = intake.register_dossier(self.desk, LAN, a_request())
        self.promise(f"dossier {taken.dossier_code}", f"row {taken.ledger_hash}")
        opened = Opened(taken.dossier_id)
        charged = fees.charge_fees(self.desk, LAN, opened, [LINE], reason="Thu theo NQ 1")
        self.promise(f"row {charged.ledger_hash}")
        moved = fees.collect_fee(self.desk, LAN, opened, PaymentRequest())
        self.promise(f"row {moved.dossier.ledger_hash}", f"slip {moved.payment.slip.number}")
        self.done()

    def supplement(self):
        opened = Opened(self._one())
        asked = progress.request_supplement(
            self.desk, LAN, opened, papers=["Giấy khai sinh"], reason="Thiếu giấy"
        )
        self.promise(f"row {asked.ledger_hash}")
        self.clock.advance(minutes=3)
        brought = progress.complete_supplement(self.desk, LAN, opened)
        self.promise(f"row {brought.ledger_hash}")
        self.done()

    def finish(self):
        if len(self.open_dossiers) < 2:
            self.intake()
        dossier = self.open_dossiers.pop(self.random.randrange(len(self.open_dossiers)))
        done = progress.finish_processing(self.desk, LAN, Opened(dossier))
        self.promise(f"row {done.ledger_hash}")
        self.done()

    def settings(self):
        settings.change_setting(self.desk, LAN, "place", f"Mẫu Sơn {self.random.random():.6f}")
        self.done()

    def draft(self):
        drafting.keep_draft(self.desk, LAN, "nháp", {"full_name": "Lý A"}, "Lý A")
        self.tape.mark("draft")
        drafting.drop_draft(self.desk, LAN, "nháp")

    def export(self):
        written = exporting.export_package(self.desk, LAN, self.usb)
        name = Path(written.path).name
        self.promise(f"package {written.sha256}")
        self.promise(f"usb/{name} {written.sha256}", by=STICK)
        self.exported = len(rendered(self.desk))
        self.done()

    def acknowledge(self):
        messages = rendered(self.desk)[self.answered : self.exported][:4]
        results = []
        for body in messages:
            message = json.loads(body)
            results.append({
                "event_id": message["event_id"], "phien_ban": message["phien_ban"],
                "sha256": hashlib.sha256(body).hexdigest(), "ma": "DA_NHAN",
            })  # fmt: skip
        content = json.dumps({"package_id": "x", "ket_qua": results}).encode()
        answering.take_answers(self.desk, LAN, content)
        self.answered += len(messages)
        self.promise(*(f"answer {one['event_id']}" for one in results))
        self.done()

    def back_up(self):
        made = backup.back_up(self.desk, LAN, self.usb)
        self.backup, self.promised_then = made.path, len(self.promised)
        self.kept_then = kept_facts(self.desk)
        self.promise(f"usb/{made.path.name} {made.sha256}", by=STICK)
        data_facts.note_backup(self.desk, LAN, made.path)
        self.done()

    def restore(self):
        """Back to the backup: what was told since is gone knowingly, except for its numbers."""
        self.is_restored = False
        self.desk.close()
        stick = [one for one in self.promised if one.startswith("usb/")]
        self.tape.mark("back", frozenset([*self.promised[: self.promised_then], *stick]))
        restoring.restore(self.backup, self.folder, self.clock)
        self.is_restored = True
        self.tape.mark("restored")
        self.open()
        self.done()

    def close(self):
        self.desk.close()
        self.tape.mark("closed")
        self.open()

    def _one(self) -> int:
        return self.random.choice(self.open_dossiers)


def kept_facts(desk) -> set[str]:
    """Everything but rows of the ledger that the records hold."""
    with desk.records.read() as connection:
        return {
            f"{kind} {value}"
            for kind, sql in FACTS.items()
            for (value,) in connection.exec_driver_sql(sql)
        }


def on_disk(home: Path) -> tuple[dict[str, bytes], list[str]]:
    """What `home` holds now: files with their content, and folders; no shared memory."""
    files, folders = {}, []
    for folder, inside, names in os.walk(home):
        at = Path(folder).relative_to(home)
        folders += [str(at / one) for one in inside]
        files |= {
            str(at / one): (Path(folder) / one).read_bytes()
            for one in names
            if not one.endswith("-shm")
        }
    return files, folders
