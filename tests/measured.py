"""Loaded by `tests.cover`: coverage follows Qt's threads, and rests while whole days are played.

Threads of Python are followed by coverage itself. What a day at the desk or a broken world runs
through is reached by the tests of its rooms, which alone are counted: measuring it again takes half
as long again as playing it. What an example made up at random reaches is not counted either: a line
that only luck comes to lacks its test.
"""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from coverage import Coverage

from tests.unmeasured import measuring_variables
from ui.work import _Running

UNMEASURED = (
    "bench", "cli/faults", "crash", "demo", "entrances", "i18n/test_english_screens.py", "journeys",
    "packaged",
    # These read the source and run none of it.
    "test_contracts.py", "test_imports.py", "test_references.py", "test_rooms.py", "test_traps.py",
    "test_words.py", "i18n/test_english.py",
    # Many processes at once do what each is measured at by itself.
    "usecases/dossier/test_concurrent_numbers.py", "usecases/money/test_concurrent_money.py",
    "usecases/safety/test_at_once.py",
)  # fmt: skip
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
    """Rest during a test that is not to be counted, in the programs it starts too."""
    measuring = Coverage.current()
    if measuring is None or not (is_unmeasured(item.path) or is_invented(item)):
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


def is_invented(item: pytest.Item) -> bool:
    """Whether the examples of `item` are made up at random (by hypothesis)."""
    return item.get_closest_marker("hypothesis") is not None
