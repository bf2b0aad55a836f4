"""Why something was refused, in Vietnamese, and able to be said again in another language.

A reason is text wherever text is asked for. Only what reports it to a person knows their language
and asks `told`.
"""

from collections.abc import Callable, Iterable

Translate = Callable[[str], str]


class Reason(str):
    """Vietnamese words that know how they are said by any translation.

    Args:
        tell: says it, given how to translate each of its Vietnamese sources.
    """

    __slots__ = ("_tell",)
    _tell: Callable[[Translate], str]

    def __new__(cls, tell: Callable[[Translate], str]) -> "Reason":
        """The reason as it is said untranslated."""
        made = super().__new__(cls, tell(str))
        made._tell = tell
        return made

    def told(self, translate: Translate) -> str:
        """The words in another language."""
        return self._tell(translate)


def because(source: str, **facts: object) -> Reason:
    """A Vietnamese text with `facts` in its places; the facts may be reasons themselves."""

    def tell(translate: Translate) -> str:
        words = translate(source)
        return words.format(**_told_all(facts, translate)) if facts else words

    return Reason(tell)


def joined(reasons: Iterable[str], between: str = "; ") -> Reason:
    """Several reasons, or texts that stay as they are, in one."""
    kept = tuple(reasons)
    return Reason(lambda translate: between.join(told(part, translate) for part in kept))


def told(text: str, translate: Translate | None) -> str:
    """`text` by `translate` if it is a reason; any other text, and all without one, as it is."""
    return text.told(translate) if translate and isinstance(text, Reason) else str(text)


def _told_all(facts: dict[str, object], translate: Translate) -> dict[str, object]:
    return {
        name: told(fact, translate) if isinstance(fact, str) else fact
        for name, fact in facts.items()
    }
