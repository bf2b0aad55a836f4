"""Loaded by `tests.cover`: coverage follows Qt's threads, and rests while whole days are played.

Threads of Python are followed by coverage itself. What a day at the desk or a broken world runs
through is reached by the tests of its rooms, which alone are counted: measuring it again takes half
as long again as playing it.
"""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from coverage import Coverage

from tests.unmeasured import measuring_variables
from ui.work import _Running

UNMEASURED = ("bench", "cli/faults", "demo", "journeys", "packaged")
_TESTS = Path(__file__).parent


def pytest_configure() -> None:
    follow, run = threading.gettrace(), _Running.run

    def measured_run(operation: _Running) -> None:
        if threading.gettrace() is not None:
            sys.settrace(follow)
        run(operation)

    _Running.run = measured_run


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Rest during a test of `UNMEASURED`, in the programs it starts too."""
    measuring = Coverage.current()
    if measuring is None or not is_unmeasured(item.path):
        return (yield)
    measuring.stop()
    threading.settrace(None)
    with pytest.MonkeyPatch.context() as patch:
        for name in measuring_variables():
            patch.delenv(name, raising=False)
        try:
            return (yield)
        finally:
            measuring.start()


def is_unmeasured(path: Path) -> bool:
    """Whether the test in `path` plays what others measure."""
    return any(path.is_relative_to(_TESTS / room) for room in UNMEASURED)
