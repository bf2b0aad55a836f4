"""The words for the domain's own terms, in the window's language."""

from PySide6.QtCore import QCoreApplication

from app.domain import phrases
from app.wording import terms


def word_for(value: object) -> str:
    """The word for a term of the domain; anything else as text."""
    return in_language(terms.word_for(value))


def in_language(word: str) -> str:
    """`word` of one of the tables of `app`, in the window's language."""
    return QCoreApplication.translate("Words", word)


def reason_in_language(reason: str) -> str:
    """A reason in the window's language; any other text as it is."""
    return phrases.translated(reason, in_language)
