"""The *Đồng bộ* screen's verbs."""

from functools import partial
from pathlib import Path

from app.domain.answers import Acknowledged, Exported
from app.exchange.files import read_file
from app.sentences_score import score_sentence
from app.usecases import exporting, lookup, office
from app.wiring.session import Session
from app.wiring.tongue import in_window, say
from ui.screens.exchange import ExchangeActions


def exchange_actions(session: Session) -> ExchangeActions:
    """Bind them to `session`."""

    def export(folder: Path) -> Exported:
        exported = exporting.export_package(session.desk, session.actor, folder)
        office.change_setting(session.desk, session.actor, "export_folder", str(folder))
        return exported

    def acknowledge(file: Path) -> Acknowledged:
        return exporting.take_answers(session.desk, session.actor, read_file(file))

    return ExchangeActions(
        summary=lambda: lookup.outbox_summary(session.desk),
        rejected=lambda: lookup.rejected_events(session.desk),
        score_problems=lambda: exporting.score_problems(session.desk),
        export=export,
        acknowledge=acknowledge,
        problem_words=partial(score_sentence, translate=in_window),
        say=say,
        last_folder=lambda: lookup.settings(session.desk).export_folder,
    )
