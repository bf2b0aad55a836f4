"""The environment of a program that coverage must not slow down or load anything into."""

import os


def measuring_variables() -> frozenset[str]:
    """What makes a Python that is started measure itself."""
    return frozenset({"COVERAGE_PROCESS_CONFIG", "COVERAGE_PROCESS_START"})


def unmeasured() -> dict[str, str]:
    """This process's environment, less what makes a Python started in it measure itself."""
    return {name: value for name, value in os.environ.items() if name not in measuring_variables()}
