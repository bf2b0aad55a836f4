"""What the *Đồng bộ* screen asks of the program."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.answers.exchange import (
    Acknowledged,
    Contradiction,
    Exported,
    OutboxSummary,
    RejectedEvent,
    ScoreProblem,
)
from app.answers.held import HeldReport
from app.answers.safety import BackupRound
from app.domain.errors import DeskError
from ui.operation import Report


@dataclass(frozen=True, slots=True)
class ExchangeActions:
    """Synchronous calls; export and acknowledgement may take long and run outside.

    Attributes:
        summary: what waits.
        rejected: events the province refused, newest first.
        contradictions: answers of the province that cannot all be right.
        contradiction_words: one of them in plain words.
        score_problems: waiting dossiers that would lower the commune's score.
        export: writes the waiting events into one file in a folder, reporting its progress.
        acknowledge: takes an answer file.
        save_first: (outside) saves the office before an answer file is taken.
        problem_words: a kind of score problem in plain words.
        say: words for refusals.
        last_folder: where the last package went, empty at first.
        office: whose desk this is.
        held_report: papers asked for in a period although a base holds their data.
        save_report: writes such a report to a file, of the kind its name says.
        today: the present day.
    """

    summary: Callable[[], OutboxSummary]
    rejected: Callable[[], tuple[RejectedEvent, ...]]
    contradictions: Callable[[], tuple[Contradiction, ...]]
    contradiction_words: Callable[[Contradiction], str]
    score_problems: Callable[[], tuple[ScoreProblem, ...]]
    export: Callable[[Path, Report], Exported]
    acknowledge: Callable[[Path], Acknowledged]
    save_first: Callable[[], BackupRound]
    problem_words: Callable[[str], str]
    say: Callable[[DeskError], str]
    last_folder: Callable[[], str]
    office: Callable[[], str]
    held_report: Callable[[date, date], HeldReport]
    save_report: Callable[[HeldReport, Path], None]
    today: Callable[[], date]
