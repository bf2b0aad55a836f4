"""The command line's own words in the language asked for."""

from collections.abc import Callable

import click

from app import words
from app.domain import reasons

_KEY = "translate"


def speak(context: click.Context, translate: Callable[[str], str] | None) -> None:
    """Say everything of this command line by `translate`; None: in Vietnamese."""
    context.meta[_KEY] = translate


def translation(context: click.Context | None = None) -> Callable[[str], str] | None:
    """How words of `context`, else of the command being parsed, are said; None for Vietnamese."""
    context = context or click.get_current_context(silent=True)
    found: Callable[[str], str] | None = context.meta.get(_KEY) if context else None
    return found


def told(source: str, context: click.Context | None = None) -> str:
    """`source` in the language asked for."""
    translate = translation(context)
    return translate(source) if translate else source


def tell(source: str, *facts: object) -> str:
    """`source` in the language asked for, `facts` in its places ``{0}``, ``{1}`` and so on."""
    return told(source).format(*facts)


def in_tongue(reason: str) -> str:
    """A reason in the language asked for; any other text as it is."""
    return reasons.told(reason, translation())


def word_for(value: object) -> str:
    """The word for a term of the domain in the language asked for."""
    return told(words.word_for(value))
