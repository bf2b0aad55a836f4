"""The lists of the home screen, by name."""

from enum import StrEnum


class BoardView(StrEnum):
    """The lists behind the counters of the day."""

    OPEN = "OPEN"
    RECEIVED_TODAY = "RECEIVED_TODAY"
    DUE_TODAY = "DUE_TODAY"
    DUE_SOON = "DUE_SOON"
    OVERDUE = "OVERDUE"
    APOLOGY = "APOLOGY"
    """An apology is ready, or not sent yet."""
    PAUSED = "PAUSED"
    TO_COLLECT = "TO_COLLECT"
    UNSENT = "UNSENT"
