"""What the *Đồng bộ* screen asks of the program."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.answers.exchange import Acknowledged, Exported, OutboxSummary, RejectedEvent, ScoreProblem
from app.domain.errors import DeskError
from ui.operation import Report


@dataclass(frozen=True, slots=True)
class ExchangeActions:
    """Synchronous calls; export and acknowledgement may take long and run outside.

    Attributes:
        summary: what waits.
        rejected: events the province refused, newest first.
        score_problems: waiting dossiers that would lower the commune's score.
        export: writes the waiting events into one file in a folder, reporting its progress.
        acknowledge: takes an answer file.
        problem_words: a kind of score problem in plain words.
        say: words for refusals.
        last_folder: where the last package went, empty at first.
    """

    summary: Callable[[], OutboxSummary]
    rejected: Callable[[], tuple[RejectedEvent, ...]]
    score_problems: Callable[[], tuple[ScoreProblem, ...]]
    export: Callable[[Path, Report], Exported]
    acknowledge: Callable[[Path], Acknowledged]
    problem_words: Callable[[str], str]
    say: Callable[[DeskError], str]
    last_folder: Callable[[], str]
