"""What the window asks when something is scanned."""

from app.composition.session.session import Session
from app.usecases.queries import lookup
from ui.shell.scanning.scan_actions import ScanActions, ScannerSetup


def scan_actions(session: Session) -> ScanActions:
    """Bind them to `session`."""

    def setup() -> ScannerSetup:
        settings = lookup.settings(session.desk, session.actor)
        return ScannerSetup(settings.scanner_port, settings.scanner_prefix)

    return ScanActions(
        setup,
        lambda code: lookup.dossier_id_of(session.desk, session.actor, code),
        lambda day, number: lookup.dossier_id_of_label(session.desk, session.actor, day, number),
    )
