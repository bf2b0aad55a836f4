"""The *Đồng bộ* screen's actions."""

from functools import partial
from pathlib import Path

from app.answers.exchange import Acknowledged, Exported
from app.composition.session.session import Session
from app.composition.session.words import in_window, say
from app.exchange.files import read_file
from app.usecases.exchange import exporting
from app.usecases.office import settings
from app.usecases.queries import lookup
from app.wording.score import score_sentence
from ui.operation import Report
from ui.screens.exchange import ExchangeActions


def exchange_actions(session: Session) -> ExchangeActions:
    """Bind them to `session`."""

    def export(folder: Path, progress: Report) -> Exported:
        exported = exporting.export_package(session.desk, session.actor, folder, progress=progress)
        settings.change_setting(session.desk, session.actor, "export_folder", str(folder))
        return exported

    def acknowledge(file: Path) -> Acknowledged:
        return exporting.take_answers(session.desk, session.actor, read_file(file))

    return ExchangeActions(
        summary=lambda: lookup.outbox_summary(session.desk, session.actor),
        rejected=lambda: lookup.rejected_events(session.desk, session.actor),
        score_problems=lambda: exporting.score_problems(session.desk, session.actor),
        export=export,
        acknowledge=acknowledge,
        problem_words=partial(score_sentence, translate=in_window),
        say=say,
        last_folder=lambda: lookup.settings(session.desk, session.actor).export_folder,
    )
