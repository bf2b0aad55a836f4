"""Vietnamese words that can be said again in another language: a refusal's reason, for one.

A phrase is text wherever text is asked for. Only what reports it to a person knows their language
and asks `translated`.
"""

from collections.abc import Callable, Iterable

Translate = Callable[[str], str]


class Phrase(str):
    """Vietnamese words that know how they are said by any translation.

    Args:
        translate_by: says it, given how to translate each of its Vietnamese sources.
    """

    __slots__ = ("_translate_by",)
    _translate_by: Callable[[Translate], str]

    def __new__(cls, translate_by: Callable[[Translate], str]) -> "Phrase":
        """The phrase as it is said untranslated."""
        made = super().__new__(cls, translate_by(str))
        made._translate_by = translate_by
        return made

    def translated(self, translate: Translate) -> str:
        """The words in another language."""
        return self._translate_by(translate)


def phrase(source: str, **facts: object) -> Phrase:
    """A Vietnamese text with `facts` in its places; the facts may be phrases themselves."""

    def translate_by(translate: Translate) -> str:
        words = translate(source)
        return words.format(**_translated_all(facts, translate)) if facts else words

    return Phrase(translate_by)


def joined(phrases: Iterable[str], between: str = "; ") -> Phrase:
    """Several phrases, or texts that stay as they are, in one."""
    kept = tuple(phrases)
    return Phrase(lambda translate: between.join(translated(part, translate) for part in kept))


def translated(text: str, translate: Translate | None) -> str:
    """`text` by `translate` if it is a phrase; any other text, and all without one, as it is."""
    return text.translated(translate) if translate and isinstance(text, Phrase) else str(text)


def _translated_all(facts: dict[str, object], translate: Translate) -> dict[str, object]:
    return {
        name: translated(fact, translate) if isinstance(fact, str) else fact
        for name, fact in facts.items()
    }
