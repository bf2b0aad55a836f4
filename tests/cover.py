"""Run the tests under branch coverage and hold each room to its share: `python3 run.py cover`."""

import subprocess
import sys

SHARES = (
    ("app/domain/*", 100),
    ("app/usecases/*,app/sync/*,db/*", 95),
    ("app/*,db/*,ui/*", 85),
)
"""Rooms, and how much of their lines and branches tests must reach, in per cent."""


def main(pytest_options: list[str]) -> int:
    """Coverage of one run of the tests, room by room; the exit code."""
    coverage("erase")
    tests = coverage("run", "-m", "pytest", *pytest_options)
    coverage("combine", "--quiet")
    codes = []
    for rooms, share in SHARES:
        print(f"\n{rooms}: at least {share} %", flush=True)
        codes.append(coverage("report", f"--include={rooms}", f"--fail-under={share}"))
    return tests or max(codes)


def coverage(*words: str) -> int:
    return subprocess.call([sys.executable, "-m", "coverage", *words])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
