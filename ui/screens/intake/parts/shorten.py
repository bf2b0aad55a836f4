"""Long names cut so that the cut is seen, and left-out ones counted."""

from collections.abc import Sequence


def named_some(names: Sequence[str], most: int, longest: int) -> str:
    """The first `most` of `names`, each cut to `longest` characters, and how many are left out."""
    short = [shortened(name, longest) for name in names[:most]]
    more = f" … (+{len(names) - most})" if len(names) > most else ""
    return "; ".join(short) + more


def shortened(text: str, most: int) -> str:
    """`text`, its end cut and marked by "…" where it is longer than `most` characters."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
