"""The catalogue and calendar screen's actions."""

from dataclasses import dataclass
from datetime import time
from pathlib import Path

from app.answers.catalogue import StoredProcedure
from app.answers.imports import Imported
from app.composition.actions.closures import closure_actions
from app.composition.session.session import Session
from app.composition.session.words import in_window, say
from app.domain.deadline.time_limit import TimeLimit
from app.domain.money.tariff import Tariff, TariffMissing
from app.domain.safety.schedule import Occasion
from app.outside.ordinary import read_file
from app.usecases.catalogue import cutting, procedures
from app.usecases.money import tariffs
from app.usecases.office import calendar
from app.usecases.queries import lookup
from app.wording.deadline import SAME_DAY_CUTOFF, limit_text
from ui.screens.reference_data.actions import ReferenceActions


@dataclass(slots=True)
class _Reading:
    """Procedures, and their limits in words: what words need is read with the procedure."""

    session: Session
    cutoff: time = SAME_DAY_CUTOFF

    def procedure(self, version: int) -> StoredProcedure:
        """A stored version."""
        desk, actor = self.session.desk, self.session.actor
        self.cutoff = lookup.calendar(desk, actor).same_day_cutoff
        return lookup.procedure(desk, actor, version)

    def limit_words(self, limit: TimeLimit) -> str:
        """A limit in words, with the office's hour of the same day."""
        return limit_text(limit, in_window, self.cutoff)


def reference_actions(session: Session) -> ReferenceActions:
    """Bind them to `session`."""

    def import_catalogue(file: Path) -> Imported:
        content = read_file(file)
        return procedures.import_catalogue(session.desk, session.actor, content, source=file.name)

    def import_calendar(file: Path) -> Imported:
        return calendar.import_calendar(session.desk, session.actor, read_file(file))

    def tariff() -> Tariff | None:
        try:
            return tariffs.tariff_of(session.desk, session.actor, session.clock.now().date())
        except TariffMissing:
            return None

    def import_tariff(file: Path) -> Imported:
        content = read_file(file)
        return tariffs.import_tariffs(session.desk, session.actor, content, source=file.name)

    reading = _Reading(session)
    return ReferenceActions(
        procedures=lambda text: lookup.find_procedures(
            session.desk, session.actor, text, session.clock.now(), most=lookup.ALL
        ),
        procedure=reading.procedure,
        complete_limit=session.bound(procedures.complete_limit),
        cut_limit=session.bound(cutting.cut_limit),
        versions=session.bound(cutting.procedure_versions),
        import_catalogue=import_catalogue,
        years=lambda: lookup.calendar(session.desk, session.actor).years,
        today=lambda: session.clock.now().date(),
        import_calendar=import_calendar,
        tariff=tariff,
        import_tariff=import_tariff,
        save_first=lambda: session.save(Occasion.IMPORT),
        limit_words=reading.limit_words,
        closures=closure_actions(session),
        say=say,
    )
