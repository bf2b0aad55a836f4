"""What the closures ask of the desk."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.answers.closures import ClosureDeclared, ClosureEntry, ClosureReview
from app.answers.safety import BackupRound
from app.domain.deadline.calendar_year import Closure
from app.domain.errors import DeskError
from ui.operation import Report


@dataclass(frozen=True, slots=True)
class ClosureActions:
    """Synchronous calls, run on the queues.

    Attributes:
        listed: every declaration, the last first.
        preview: what a closure would move, reporting its progress.
        preview_undoing: what undoing a declaration would move, likewise.
        declare: declares it as it was reviewed, by the digest of the review.
        undo: undoes a declaration, by its number, with a reason, as it was reviewed.
        save_calls: (outside) writes the call list of a declaration to a file; how many rows.
        print_slips: (outside) prints the slips a declaration makes anew; how many.
        save_first: (outside) saves the office before all is changed at once.
        now: the present moment.
        say: words for refusals.
    """

    listed: Callable[[], tuple[ClosureEntry, ...]]
    preview: Callable[[Closure, Report], ClosureReview]
    preview_undoing: Callable[[int, Report], ClosureReview]
    declare: Callable[[Closure, str, Report], ClosureDeclared]
    undo: Callable[[int, str, str, Report], ClosureDeclared]
    save_calls: Callable[[int, Path], int]
    print_slips: Callable[[int, Report], int]
    save_first: Callable[[], BackupRound]
    now: Callable[[], datetime]
    say: Callable[[DeskError], str]
