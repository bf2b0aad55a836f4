"""What the window asks when something is scanned."""

from app.composition.session.session import Session
from app.usecases.queries import lookup
from ui.shell.scanning.scan_actions import ScanActions, ScannerSetup


def scan_actions(session: Session) -> ScanActions:
    """Bind them to `session`."""

    def setup() -> ScannerSetup:
        settings = session.settings
        return ScannerSetup(settings.scanner_port, settings.scanner_prefix)

    return ScanActions(
        setup,
        session.bound(lookup.dossier_id_of),
        session.bound(lookup.dossier_id_of_label),
    )
