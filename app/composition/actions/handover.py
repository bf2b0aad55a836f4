"""The *Bàn giao* screen's actions."""

from collections.abc import Collection

from app.answers.handover import HandoverMade, ScannedDossier
from app.composition.session.printer import send
from app.composition.session.session import Session
from app.composition.session.words import say
from app.domain.errors import DeskError
from app.domain.forms.codes import HANDOVER_FORM
from app.domain.workflow.handover import RecordNumber
from app.printing.paper import Paper
from app.printing.registry import form_of
from app.usecases.handover import giving, lying, recorded, rules, taking
from app.usecases.handover.stack import scanned_for_handover
from app.usecases.queries import lookup
from ui.screens.handover import HandoverActions


def handover_actions(session: Session) -> HandoverActions:
    """Bind them to `session`."""

    def scan(code: str, agency: str, giver: str | None, seen: Collection[int]) -> ScannedDossier:
        return scanned_for_handover(
            session.desk, session.actor, code, agency=agency, giver=giver, seen=seen
        )

    def make(codes: Collection[str], agency: str) -> HandoverMade:
        return giving.hand_over(session.desk, session.actor, tuple(codes), agency=agency)

    def code_of(scanned: str | int) -> str:
        desk, actor = session.desk, session.actor
        if isinstance(scanned, str):
            try:
                scanned = lookup.dossier_id_of(desk, actor, scanned)
            except DeskError:
                return str(scanned)
        (row,) = lookup.rows(desk, actor, [scanned])
        return row.code

    def print_record(number: RecordNumber) -> str:
        pdf = recorded.handover_pdf(session.desk, session.actor, number)
        profile = form_of(HANDOVER_FORM).profile(session.settings, Paper.A4)
        return send(pdf, profile, title=f"MotCua-ban-giao-{number.year}-{number.number}")

    return HandoverActions(
        agencies=session.bound(rules.known_agencies),
        scan=scan,
        code_of=code_of,
        make=make,
        records=lambda: recorded.handover_records(session.desk, session.actor),
        record=session.bound(recorded.handover_record),
        receive=session.bound(taking.take_over),
        lying=lambda agency, is_late: lying.lying_outside(
            session.desk, session.actor, agency=agency, is_late=is_late
        ),
        print_record=print_record,
        say=say,
    )
