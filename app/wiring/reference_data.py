"""The catalogue and calendar screen's verbs."""

from functools import partial
from pathlib import Path

from app.domain.answers import Imported, StoredProcedure
from app.domain.procedure import Channel
from app.domain.tariff import Tariff, TariffMissing
from app.domain.time_limit import TimeLimit
from app.exchange.files import read_file
from app.sentences_deadline import limit_text
from app.usecases import catalogue, lookup, office_calendar, tariffs
from app.wiring.session import Session
from app.wiring.tongue import in_window, say
from ui.screens.reference_data.actions import ReferenceActions


def reference_actions(session: Session) -> ReferenceActions:
    """Bind them to `session`."""

    def complete_limit(
        code: str, channel: Channel, case: str | None, limit: TimeLimit, source: str
    ) -> StoredProcedure:
        return catalogue.complete_limit(
            session.desk, session.actor, code, channel, case, limit, source
        )

    def import_catalogue(file: Path) -> Imported:
        content = read_file(file)
        return catalogue.import_catalogue(session.desk, session.actor, content, source=file.name)

    def import_calendar(file: Path) -> Imported:
        return office_calendar.import_calendar(session.desk, session.actor, read_file(file))

    def tariff() -> Tariff | None:
        try:
            return tariffs.tariff_of(session.desk, session.clock.now().date())
        except TariffMissing:
            return None

    def import_tariff(file: Path) -> Imported:
        content = read_file(file)
        return tariffs.import_tariffs(session.desk, session.actor, content, source=file.name)

    return ReferenceActions(
        procedures=lambda text: lookup.find_procedures(
            session.desk, text, session.clock.now(), most=lookup.ALL
        ),
        procedure=lambda version: lookup.procedure(session.desk, version),
        complete_limit=complete_limit,
        import_catalogue=import_catalogue,
        years=lambda: lookup.calendar(session.desk).years,
        import_calendar=import_calendar,
        tariff=tariff,
        import_tariff=import_tariff,
        limit_words=partial(limit_text, tr=in_window),
        say=say,
    )
