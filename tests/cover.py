"""Run the tests under branch coverage and hold each room to its share: `python3 run.py cover`.

`coverage report` shows the lines afterwards.
"""

import subprocess
import sys

SHARES = (
    ("app/domain/*", 100),
    ("app/usecases/*,app/sync/*,db/*", 95),
    ("app/*,db/*,ui/*", 85),
)
"""Rooms, and how much of their lines and branches tests must reach, in per cent."""


def main(pytest_options: list[str]) -> int:
    """Pytest's exit code; after a run that passed, that of the shares."""
    coverage("erase")
    failed = coverage("run", "-m", "pytest", "-p", "tests.measured", *pytest_options)
    coverage("combine", "--quiet")
    return failed or max([held(rooms, share) for rooms, share in SHARES])


def held(rooms: str, share: int) -> int:
    """Say what `rooms` reached; below `share`, also which lines are missing. The exit code."""
    print(f"coverage of {rooms}, at least {share} %: ", end="", flush=True)
    report = ("report", f"--include={rooms}", f"--fail-under={share}")
    short = coverage(*report, "--format=total")
    return coverage(*report) if short else 0


def coverage(*words: str) -> int:
    return subprocess.call([sys.executable, "-m", "coverage", *words])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
