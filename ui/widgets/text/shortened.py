"""Long texts in a short place, cut so that it shows, and left-out ones counted."""

from collections.abc import Sequence


def shortened(text: str, most: int) -> str:
    """`text` in at most `most` characters, cut between words and ending in "…" where it was cut.

    A single word longer than that is cut inside.
    """
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    if text[most - 1].isalnum() and (words := kept.rpartition(" ")[0].rstrip(_LOOSE)):
        kept = words
    return kept.rstrip(_LOOSE) + "…"


def named_some(names: Sequence[str], most: int, longest: int) -> str:
    """The first `most` of `names`, each cut to `longest` characters, and how many are left out."""
    short = [shortened(name, longest) for name in names[:most]]
    more = f" … (+{len(names) - most})" if len(names) > most else ""
    return "; ".join(short) + more


def ended_naming(names: Sequence[str], most: int, longest: int) -> str:
    """The same at the end of a sentence: with its full stop, unless "…" ends it."""
    is_cut = len(names) <= most and len(names[-1]) > longest
    return named_some(names, most, longest) + ("" if is_cut else ".")


def cut_at_word(start: str) -> str:
    """The beginning of a text that goes on, without its last word, which may not be whole."""
    whole, _, last = start.rpartition(" ")
    kept = whole if len(last) < len(whole) else start
    return kept.rstrip(" ,;:.(–-") + "…"


_LOOSE = " ,;:·–-("
"""What leads on to the next word and says nothing before "…"."""
