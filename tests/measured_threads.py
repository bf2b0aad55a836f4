"""Loaded by `tests.cover`: coverage follows the threads Python starts; Qt's are told to follow."""

import sys
import threading

from ui.work import _Job


def pytest_configure() -> None:
    follow, run = threading.gettrace(), _Job.run

    def measured_run(job: _Job) -> None:
        sys.settrace(follow)
        run(job)

    _Job.run = measured_run
