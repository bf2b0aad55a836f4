"""The *Đồng bộ* screen's actions."""

from contextlib import suppress
from functools import partial
from pathlib import Path

from app.answers.exchange import Acknowledged, Exported
from app.answers.held import HeldReport
from app.composition.session.session import Session
from app.composition.session.words import in_window, say
from app.domain.safety.schedule import Occasion
from app.exchange.target import Target, kind_of_table
from app.outside.ordinary import read_file
from app.usecases.exchange import answering, exporting
from app.usecases.office import settings
from app.usecases.queries import held_report, lookup
from app.wording.contradictions import contradiction_words
from app.wording.score import score_sentence
from ui.operation import Report
from ui.screens.exchange import ExchangeActions


def exchange_actions(session: Session) -> ExchangeActions:
    """Bind them to `session`."""

    def export(folder: Path, progress: Report) -> Exported:
        exported = exporting.export_package(session.desk, session.actor, folder, progress=progress)
        with suppress(Exception):  # the package is written; where it lies is only remembered
            settings.change_setting(session.desk, session.actor, "export_folder", str(folder))
        return exported

    def acknowledge(file: Path) -> Acknowledged:
        return answering.take_answers(session.desk, session.actor, read_file(file))

    def save_report(report: HeldReport, file: Path) -> None:
        table = held_report.held_report_file(report, file.name)
        Target(file, kind_of_table(file), session.folder, replaces=True).write(table)

    return ExchangeActions(
        summary=session.bound(lookup.outbox_summary),
        rejected=session.bound(lookup.rejected_events),
        contradictions=session.bound(answering.contradictions),
        contradiction_words=partial(contradiction_words, translate=in_window),
        score_problems=session.bound(exporting.score_problems),
        export=export,
        acknowledge=acknowledge,
        save_first=lambda: session.save(Occasion.IMPORT),
        problem_words=partial(score_sentence, translate=in_window),
        say=say,
        last_folder=lambda: session.settings.export_folder,
        office=lambda: session.settings.office,
        held_report=session.bound(held_report.held_report),
        save_report=save_report,
        today=lambda: session.desk.clock.now().date(),
    )
