"""What a scanner under trial sent, key by key, for whoever sets it up."""

from dataclasses import dataclass

from app.devices.wedge import Burst, BurstRules, Stroke, Verdict

PAUSE_MS = 1_000
"""A pause after which keys belong to another trial."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """Milliseconds between keys: the least, the mean and the most."""

    least: float
    mean: float
    most: float


@dataclass(frozen=True, slots=True)
class TrialReport:
    """One trial as far as it has come.

    Attributes:
        received: every character as it came, Backspace and other keys as control characters.
        text: what is left of it, as a field would hold it, less the scanner's prefix.
        gaps: between its keys; None before the second.
        ending: the key that ended it, as a control character; empty while there was none.
        has_backspace: a Backspace took something back.
        is_composed: an input method took part.
        is_odd: Alt and the number pad were among the keys.
        verdict: what the keys are.
        is_over: it ended, by its last key or by silence.
    """

    received: str = ""
    text: str = ""
    gaps: Gaps | None = None
    ending: str = ""
    has_backspace: bool = False
    is_composed: bool = False
    is_odd: bool = False
    verdict: Verdict = Verdict.TYPING
    is_over: bool = False


class ScanTrial:
    """Follows the keys; the verdict is that of the same `Burst` the window listens with."""

    _burst: Burst
    _received: list[str]
    _text: list[str]
    _gaps: list[float]
    _last: float | None
    _ending: str
    _has_backspace: bool
    _is_composed: bool
    _is_odd: bool
    _is_over: bool
    _verdict: Verdict

    def __init__(self) -> None:
        self._rules = BurstRules()
        self._start()

    def set_rules(self, rules: BurstRules) -> None:
        """Judge by these rules from now on."""
        self._rules = rules
        self._start()

    @property
    def report(self) -> TrialReport:
        """The trial so far."""
        gaps = self._gaps
        return TrialReport(
            received="".join(self._received),
            text="".join(self._text).removeprefix(self._rules.prefix),
            gaps=Gaps(min(gaps), sum(gaps) / len(gaps), max(gaps)) if gaps else None,
            ending=self._ending,
            has_backspace=self._has_backspace,
            is_composed=self._is_composed,
            is_odd=self._is_odd,
            verdict=self._verdict,
            is_over=self._is_over,
        )

    @property
    def is_under_way(self) -> bool:
        """Whether keys came that nothing has ended yet."""
        return bool(self._received) and not self._is_over

    def take(self, stroke: Stroke, text: str, at: float) -> TrialReport:
        """Follow one key at a moment in milliseconds; an end's `text` is its control character."""
        verdict = self._burst.take(stroke, text, at)
        if verdict is Verdict.TAIL:
            self._received.append(text)
            return self.report
        if self._is_over or (self._last is not None and not 0 <= at - self._last < PAUSE_MS):
            self._start()
            verdict = self._burst.take(stroke, text, at)
        if self._last is not None:
            self._gaps.append(at - self._last)
        self._last = at
        self._verdict = verdict
        self._add(stroke, text)
        return self.report

    def rest(self) -> TrialReport:
        """No key came for a while: a scan that sends no last key is over."""
        if self.is_under_way and (verdict := self._burst.rest()) is not Verdict.TYPING:
            self._verdict, self._is_over = verdict, True
        return self.report

    def take_whole(self, text: str) -> TrialReport:
        """A scan that came whole, from a serial port: no keys, no input method."""
        self._start()
        self._received, self._text = [text], [text]
        self._verdict, self._is_over = Verdict.SCAN, True
        return self.report

    def _start(self) -> None:
        self._burst = Burst(self._rules)
        self._received, self._text = [], []
        self._gaps = []
        self._last = None
        self._ending = ""
        self._has_backspace = self._is_composed = self._is_odd = self._is_over = False
        self._verdict = Verdict.TYPING

    def _add(self, stroke: Stroke, text: str) -> None:
        self._received.append(text)
        match stroke:
            case Stroke.END:
                self._ending, self._is_over = text, True
            case Stroke.BACKSPACE:
                self._has_backspace = True
                del self._text[-1:]
            case Stroke.COMPOSED:
                self._is_composed = True
                self._text.append(text)
            case Stroke.CHARACTER:
                self._text.append(text)
            case Stroke.ODD:
                self._is_odd = True
            case Stroke.OTHER:
                pass


def named(received: str) -> str:
    """`received` with a name for every character that cannot be seen: ``⟨Enter⟩``."""
    return "".join(c if c.isprintable() else f"⟨{_name(c)}⟩" for c in received)


def _name(character: str) -> str:
    names = {
        "\r": "Enter", "\n": "LF", "\t": "Tab", "\b": "Backspace", "\x1b": "Esc", "\x00": "NUL",
        "\x02": "STX", "\x03": "ETX", "\x1c": "FS", "\x1d": "GS", "\x1e": "RS", "\x7f": "Del",
    }  # fmt: skip
    return names.get(character, f"U+{ord(character):04X}")
