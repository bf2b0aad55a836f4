"""Addresses met before, offered again for the few letters typed of them."""

from collections import Counter
from collections.abc import Iterable

from app.domain.text import fold, words

LEAST_TYPED = 2
"""Letters and digits from which addresses are offered."""
MOST_OFFERED = 3


def most_frequent(addresses: Iterable[str]) -> tuple[str, ...]:
    """Each address once, the most frequent first, then the newest.

    Spellings that differ in case or accents only are one address, written as it was last.

    Args:
        addresses: newest first, with repetitions.
    """
    written: dict[str, str] = {}
    times: Counter[str] = Counter()
    for address in addresses:
        folded = fold(address)
        written.setdefault(folded, address)
        times[folded] += 1
    return tuple(written[folded] for folded, _ in times.most_common())


def best_addresses(typed: str, ranked: Iterable[str]) -> tuple[str, ...]:
    """The first addresses of `ranked` in which every word typed begins a word.

    What stands there already is not offered.
    """
    wanted = words(typed)
    if sum(map(len, wanted)) < LEAST_TYPED:
        return ()
    found: list[str] = []
    for address in ranked:
        have = words(address)
        if all(any(word.startswith(w) for word in have) for w in wanted) and address != typed:
            found.append(address)
            if len(found) == MOST_OFFERED:
                break
    return tuple(found)
