"""What the catalogue and calendar screen asks of the desk."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.answers.catalogue import ProcedureChoice, StoredProcedure
from app.answers.imports import Imported
from app.answers.safety import BackupRound
from app.domain.catalogue.cutting import LimitCutRequest
from app.domain.catalogue.procedure import Channel
from app.domain.deadline.calendar_year import CalendarYear
from app.domain.deadline.time_limit import TimeLimit
from app.domain.errors import DeskError
from app.domain.money.tariff import Tariff
from ui.screens.reference_data.closures.actions import ClosureActions


@dataclass(frozen=True, slots=True)
class ReferenceActions:
    """Synchronous calls, run on the records queue.

    Attributes:
        procedures: those in force matching a text, most used first when it is empty.
        procedure: a stored version.
        complete_limit: completes a limit the catalogue leaves open, with its source.
        cut_limit: cuts a limit by a decision, or gives it back to the law.
        versions: every version of a procedure, the newest first.
        import_catalogue: takes a catalogue file, whole or not at all.
        years: the calendar's years, drafts among them.
        today: the day it is.
        import_calendar: takes a calendar file, whole or not at all.
        tariff: the tariff in force today, None if there is none.
        import_tariff: takes a file of tariffs, whole or not at all.
        save_first: (outside) saves the office before a file is taken in.
        limit_words: a limit in words.
        closures: what the closures ask.
        say: words for refusals.
    """

    procedures: Callable[[str], tuple[ProcedureChoice, ...]]
    procedure: Callable[[int], StoredProcedure]
    complete_limit: Callable[[str, Channel, str | None, TimeLimit, str], StoredProcedure]
    cut_limit: Callable[[LimitCutRequest], StoredProcedure]
    versions: Callable[[str], tuple[StoredProcedure, ...]]
    import_catalogue: Callable[[Path], Imported]
    years: Callable[[], tuple[CalendarYear, ...]]
    today: Callable[[], date]
    import_calendar: Callable[[Path], Imported]
    tariff: Callable[[], Tariff | None]
    import_tariff: Callable[[Path], Imported]
    save_first: Callable[[], BackupRound]
    limit_words: Callable[[TimeLimit], str]
    closures: ClosureActions
    say: Callable[[DeskError], str]
