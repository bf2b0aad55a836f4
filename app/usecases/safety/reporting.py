"""How far long work is, in hundredths of all of it; and how it is asked whether to go on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Report = Callable[[int, int], None]
"""Takes how much of how much is done; what it raises ends the work."""
WHOLE = 100


def unreported(_done: int, _total: int) -> None:
    """Nobody asks how far it is."""


def part(report: Report, first: int, last: int) -> Report:
    """Says of the part of a work that takes it from `first` to `last` hundredths how far it is."""

    def said(done: int, total: int) -> None:
        share = done / total if total else 0
        report(first + int((last - first) * share), WHOLE)

    return said


def part_of(report: Report, before: int, total: int) -> Callable[[int], None]:
    """Takes how much of one piece is done; `before` of `total` were done when it began."""
    return lambda done: report(before + done, total)


@contextmanager
def asked(report: Report) -> Iterator[Callable[[], bool]]:
    """For work that can only be asked whether to go on; what `report` raises comes after it."""
    stopped: list[BaseException] = []

    def goes_on() -> bool:
        try:
            report(0, 0)
        except BaseException as error:  # noqa: BLE001 - raised again below, on this thread
            stopped.append(error)
        return not stopped

    try:
        yield goes_on
    finally:  # also where the engine says only that it was interrupted
        if stopped:
            raise stopped[0]
