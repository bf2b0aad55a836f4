"""The command line's own words in the language asked for."""

from collections.abc import Callable

import click

from app.domain import phrases
from app.wording import terms

_KEY = "translate"


def set_translation(context: click.Context, translate: Callable[[str], str] | None) -> None:
    """Translate everything this command line says by `translate`; None: in Vietnamese."""
    context.meta[_KEY] = translate


def translation(context: click.Context | None = None) -> Callable[[str], str] | None:
    """How `context`, else the command being parsed, is translated; None for Vietnamese."""
    context = context or click.get_current_context(silent=True)
    found: Callable[[str], str] | None = context.meta.get(_KEY) if context else None
    return found


def translated(source: str, context: click.Context | None = None) -> str:
    """`source` in the language asked for."""
    translate = translation(context)
    return translate(source) if translate else source


def message(source: str, *facts: object) -> str:
    """`source` in the language asked for, `facts` in its places ``{0}``, ``{1}`` and so on."""
    return translated(source).format(*facts)


def reason_text(reason: str) -> str:
    """A reason in the language asked for; any other text as it is."""
    return phrases.translated(reason, translation())


def word_for(value: object) -> str:
    """The word for a term of the domain in the language asked for."""
    return translated(terms.word_for(value))
