"""What the register says of a number in words: Vietnamese, in whatever language one works.

Beside a dossier that ended without a result stands that, when and why; its number is never left
out. Beside one that was extended stands the first promise.
"""

from app.answers.register import RegisterRow
from app.domain.clock import time_and_day
from app.wording.terms import word_for


def due_words(row: RegisterRow) -> str:
    """The promise as a cell has it: ``10:15 27/11/2026``."""
    if row.due_at is not None:
        return time_and_day(row.due_at)
    is_left_open = row.state.is_waiting or row.state.is_given_up
    return "" if is_left_open else "Không quy định"


def agency_words(row: RegisterRow, office: str) -> str:
    """Who decides: `office`, unless another is competent."""
    return "Cơ quan khác (phi địa giới)" if row.is_elsewhere else office


def note_words(row: RegisterRow) -> str:
    """The remarks; empty if there is none."""
    notes = []
    if row.first_due_at is not None:
        notes.append(f"Hẹn lần đầu {row.first_due_at:%d/%m/%Y}")
    if row.state.is_given_up:
        when = f" {row.ended_at:%d/%m/%Y}" if row.ended_at else ""
        why = f": {row.end_reason}" if row.end_reason else ""
        notes.append(f"{word_for(row.state)}{when}{why}")
    elif row.state.is_waiting:
        notes.append(word_for(row.state))
    elif row.returned_at and row.returned_to not in {"", row.applicant}:
        notes.append(f"Người nhận: {row.returned_to}")
    return "; ".join(notes)
