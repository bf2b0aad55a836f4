"""What the window asks when something is scanned."""

from datetime import date

from app.wiring.session import Session
from ui.shell.scan_actions import ScanActions, ScannerSetup


def scan_actions(session: Session) -> ScanActions:
    """Bind them to `session`; SQLAlchemy loads with the first call."""

    def setup() -> ScannerSetup:
        from app.usecases import lookup  # noqa: PLC0415 - loads SQLAlchemy

        settings = lookup.settings(session.desk)
        return ScannerSetup(settings.scanner_port, settings.scanner_prefix)

    def dossier_of(code: str) -> int:
        from app.usecases import lookup  # noqa: PLC0415 - loads SQLAlchemy

        return lookup.dossier_id_of(session.desk, code)

    def dossier_of_label(day: date, number: int) -> int:
        from app.usecases import lookup  # noqa: PLC0415 - loads SQLAlchemy

        return lookup.dossier_id_of_label(session.desk, day, number)

    return ScanActions(setup, dossier_of, dossier_of_label)
