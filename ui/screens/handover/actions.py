"""What the *Bàn giao* screen asks of the desk."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from app.answers.handover import (
    Agencies,
    HandoverMade,
    HandoverRecord,
    LyingDossier,
    Reception,
    RecordRow,
    ScannedDossier,
)
from app.domain.errors import DeskError
from app.domain.workflow.handover import RecordNumber


@dataclass(frozen=True, slots=True)
class HandoverActions:
    """Synchronous calls on the records queue; those marked outside run beside the records.

    Attributes:
        agencies: those in use, and what the desk is called.
        scan: (code, receiver, where the first lies, rows scanned before) one scan of a stack;
            may raise `DeskError`.
        code_of: the code of a dossier by its row, or by what was typed for it; that itself where
            it names none.
        make: (codes, receiver) the record of a stack; may raise `DeskError`.
        records: the newest records, and all that wait to be scanned back.
        record: one of them whole.
        receive: (number, codes) what was scanned back; may raise `DeskError`.
        lying: (agency or empty, late alone) where open dossiers lie.
        print_record: (outside) hands a record to the A4 printer; its name.
        say: the sentence of a refusal.
    """

    agencies: Callable[[], Agencies]
    scan: Callable[[str, str, str | None, Collection[int]], ScannedDossier]
    code_of: Callable[[str | int], str]
    make: Callable[[Sequence[str], str], HandoverMade]
    records: Callable[[], tuple[RecordRow, ...]]
    record: Callable[[RecordNumber], HandoverRecord]
    receive: Callable[[RecordNumber, Sequence[str]], Reception]
    lying: Callable[[str, bool], tuple[LyingDossier, ...]]
    print_record: Callable[[RecordNumber], str]
    say: Callable[[DeskError], str]
