"""The words for the domain's own terms, in the window's language."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.domain import phrases
from app.domain.catalogue.needed import Need
from app.domain.catalogue.procedure import Channel
from app.wording import terms


def word_for(value: object) -> str:
    """The word for a term of the domain; anything else as text."""
    return in_language(terms.word_for(value))


def since_words(moment: datetime, now: datetime) -> str:
    """Since when: the time of today, the day of this year, the whole date of another."""
    if moment.date() == now.date():
        return f"{moment:%H:%M}"
    return f"{moment:%d/%m}" if moment.year == now.year else f"{moment:%d/%m/%Y}"


def in_language(word: str) -> str:
    """`word` of one of the tables of `app`, in the window's language."""
    return QCoreApplication.translate("Words", word)


def need_words(need: Need, channel: Channel) -> str:
    """When a paper is to be brought by who files through `channel`, in few words."""
    translate = QCoreApplication.translate
    if not need.is_asked(channel):
        return translate("Need", "không cần")
    if need.is_must(channel):
        return translate("Need", "bắt buộc")
    if need.is_conditional:
        return translate("Need", "tùy trường hợp")
    if need.alternatives:
        return translate("Need", "một trong các giấy")
    return translate("Need", "cần kiểm tra")


def reason_in_language(reason: str) -> str:
    """A reason in the window's language; any other text as it is."""
    return phrases.translated(reason, in_language)


def flag_words(doubt: object) -> str:
    """The word for a doubt as it stands behind a field's name."""
    words = word_for(doubt)
    return words[:1].lower() + words[1:]
