"""The catalogue and calendar screen's actions."""

from functools import partial
from pathlib import Path

from app.answers.catalogue import StoredProcedure
from app.answers.imports import Imported
from app.composition.session.session import Session
from app.composition.session.words import in_window, say
from app.domain.catalogue.procedure import Channel
from app.domain.deadline.time_limit import TimeLimit
from app.domain.money.tariff import Tariff, TariffMissing
from app.exchange.files import read_file
from app.usecases.catalogue import procedures
from app.usecases.money import tariffs
from app.usecases.office import calendar
from app.usecases.queries import lookup
from app.wording.deadline import limit_text
from ui.screens.reference_data.actions import ReferenceActions


def reference_actions(session: Session) -> ReferenceActions:
    """Bind them to `session`."""

    def complete_limit(
        code: str, channel: Channel, case: str | None, limit: TimeLimit, source: str
    ) -> StoredProcedure:
        return procedures.complete_limit(
            session.desk, session.actor, code, channel, case, limit, source
        )

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

    return ReferenceActions(
        procedures=lambda text: lookup.find_procedures(
            session.desk, session.actor, text, session.clock.now(), most=lookup.ALL
        ),
        procedure=lambda version: lookup.procedure(session.desk, session.actor, version),
        complete_limit=complete_limit,
        import_catalogue=import_catalogue,
        years=lambda: lookup.calendar(session.desk, session.actor).years,
        import_calendar=import_calendar,
        tariff=tariff,
        import_tariff=import_tariff,
        limit_words=partial(limit_text, tr=in_window),
        say=say,
    )
