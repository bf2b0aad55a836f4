"""What kinds of record a use case touched, for views to decide whether to reload."""

from enum import Flag, auto


class Changed(Flag):
    """Kinds of record; combine with ``|``."""

    NOTHING = 0
    DOSSIERS = auto()
    DRAFTS = auto()
    PROCEDURES = auto()
    CALENDAR = auto()
    SETTINGS = auto()
    OUTBOX = auto()
    PRINTS = auto()
    MONEY = auto()
    COPIES = auto()
    WATCHED = auto()
    """No record: what the program watches by itself (`app.answers.watched.Watched`)."""
