"""What the window asks of the desk when something is scanned."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple


class ScannerSetup(NamedTuple):
    """How the scanner of this station is set up.

    Attributes:
        port: serial port it is on; empty if it types like a keyboard.
        prefix: what it is programmed to send before every code; mostly empty.
    """

    port: str = ""
    prefix: str = ""


class ScanActions(NamedTuple):
    """Synchronous actions.

    Attributes:
        setup: how the scanner is set up.
        dossier_of: the row of the dossier with this code, ours or the official one; refuses if
            there is none.
        dossier_of_label: the same by day and number of a 14-digit label.
    """

    setup: Callable[[], ScannerSetup]
    dossier_of: Callable[[str], int]
    dossier_of_label: Callable[[date, int], int]
