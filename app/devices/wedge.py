"""Tells a scanner that types like a keyboard from the person who types beside it.

A scanner's keys come in a burst, far faster than any hand (`BurstRules`). Times are milliseconds
of one clock that never goes back, best those the system stamps on its key events.
"""

from dataclasses import dataclass
from enum import StrEnum


class Stroke(StrEnum):
    """One thing the keyboard did."""

    CHARACTER = "CHARACTER"
    END = "END"
    """Enter or Tab: what scanners are set to send last."""

    BACKSPACE = "BACKSPACE"
    COMPOSED = "COMPOSED"
    """An input method changed letters it holds."""

    ODD = "ODD"
    """What no hand sends among letters: Alt with the number pad, a letter without a face."""

    OTHER = "OTHER"


class Verdict(StrEnum):
    """What the keys so far are."""

    TYPING = "TYPING"
    LIKELY = "LIKELY"
    """Too fast for a hand; only the end is missing."""

    SCAN = "SCAN"
    SPOILED = "SPOILED"
    """A scan that an input method or the scanner's own way of typing letters spoiled."""

    TAIL = "TAIL"
    """What some scanners send behind their Enter: part of the scan that is already known."""


@dataclass(frozen=True, slots=True)
class BurstRules:
    """What makes keys a burst.

    Attributes:
        least: characters a scan has at least.
        mean_ms: the mean gap between its keys at most.
        break_ms: a gap from which a key belongs to something else.
        quiet_ms: silence after which a burst is over that sent no Enter.
        prefix: characters the scanner is set to send first; then fewer than `least` will do.
    """

    least: int = 6
    mean_ms: float = 30.0
    break_ms: float = 60.0
    quiet_ms: int = 120
    prefix: str = ""


SLOW = BurstRules(least=12, mean_ms=90.0, break_ms=120.0, quiet_ms=300)
"""What makes keys of a slow scanner (Bluetooth, 40 to 80 ms a key) a burst that may be looked at:
a hand is as fast at times, so it is a scan only if it reads as one."""

LEAST_SPOILED = 12
"""Characters from which rewritten keys are called a spoiled scan: an input method's own
corrections of one word, which are as fast, never leave as many."""


class Burst:
    """The keys since the last pause."""

    def __init__(self, rules: BurstRules | None = None) -> None:
        self.rules = rules or BurstRules()
        self._letters: list[str] = []
        self._gaps: list[float] = []
        self._last: float | None = None
        self._held_until = 0.0
        self._keys = 0
        self._is_dirty = False
        self._is_odd = False
        self._over_at: float | None = None

    @property
    def text(self) -> str:
        """What was scanned, less the scanner's prefix."""
        return "".join(self._letters).removeprefix(self.rules.prefix)

    @property
    def is_first(self) -> bool:
        """Whether the last key began what may become a burst."""
        return self._keys == 1

    @property
    def is_rewritten(self) -> bool:
        """Whether something took letters back or changed them."""
        return self._is_dirty

    @property
    def is_odd(self) -> bool:
        """Whether a key came among the letters that no hand sends there."""
        return self._is_odd

    @property
    def is_marked(self) -> bool:
        """Whether it begins with what the scanner is set to send first."""
        prefix = self.rules.prefix
        return bool(prefix) and "".join(self._letters).startswith(prefix)

    @property
    def mean_ms(self) -> float:
        """The mean gap between its keys."""
        return sum(self._gaps) / len(self._gaps) if self._gaps else 0.0

    @property
    def gaps(self) -> tuple[float, ...]:
        """Milliseconds between the keys of this burst, for whoever sets a scanner up."""
        return tuple(self._gaps)

    def take(self, stroke: Stroke, text: str, at: float) -> Verdict:
        """What the keys are with this one among them; call `forget` once a scan is taken."""
        if self._is_tail(stroke, at):
            return Verdict.TAIL
        if self.is_broken_by(at):
            self.forget()  # a pause, or keys stamped by another clock
        if stroke is Stroke.OTHER or (stroke is Stroke.ODD and not self._is_fast()):
            self.forget()
            return Verdict.TYPING
        if self._last is not None:
            self._gaps.append(at - self._last)
        self._last = self._held_until = at
        if stroke is Stroke.END:
            return self.rest()
        self._add(stroke, text)
        return Verdict.LIKELY if self._is_fast() else Verdict.TYPING

    def rest(self) -> Verdict:
        """The burst is over, by its Enter or by silence of `quiet_ms`: what it was."""
        if not self._is_fast():
            self.forget()
            return Verdict.TYPING
        self._over_at = self._last
        return Verdict.SPOILED if self._is_dirty or self._is_odd else Verdict.SCAN

    def forget(self) -> None:
        """The next key begins anew."""
        self._letters.clear()
        self._gaps.clear()
        self._last = None
        self._keys = 0
        self._is_dirty = False
        self._is_odd = False

    def is_broken_by(self, at: float) -> bool:
        """Whether a key at this moment would come too late to be part of the burst."""
        return self._last is not None and not 0 <= at - self._held_until < self.rules.break_ms

    def hold(self, at: float) -> None:
        """A key came that only says how the next one is meant: no pause."""
        if not self.is_broken_by(at):
            self._held_until = at

    def _add(self, stroke: Stroke, text: str) -> None:
        self._keys += 1
        self._over_at = None
        if stroke is Stroke.CHARACTER:
            self._letters.append(text)
            return
        if stroke is Stroke.ODD:
            self._is_odd = True
            return
        self._is_dirty = True
        if stroke is Stroke.COMPOSED:
            self._letters.append("")
        elif self._letters:
            self._letters.pop()

    def _is_tail(self, stroke: Stroke, at: float) -> bool:
        is_close = self._over_at is not None and 0 <= at - self._over_at < self.rules.break_ms
        if stroke is Stroke.END and is_close:
            self._over_at = at
            return True
        return False

    def _is_fast(self) -> bool:
        count = len(self._letters)
        least = len(self.rules.prefix) + 1 if self.is_marked else self.rules.least
        if self._is_dirty:
            least = max(least, LEAST_SPOILED)
        return count >= max(least, 2) and sum(self._gaps) <= self.rules.mean_ms * len(self._gaps)
