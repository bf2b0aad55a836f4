"""Ways of doing one thing, measured in turn: A B C A B C …, the first round not counted."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence

Times = dict[str, list[float]]


def in_turn(
    ways: Mapping[str, Callable[[], object]],
    rounds: int,
    *,
    before: Callable[[], object] | None = None,
    each: int = 1,
) -> Times:
    """Milliseconds of every run; `before`, unmeasured, comes before each; `each` runs a turn."""
    times: Times = {name: [] for name in ways}
    for nth in range(rounds + 1):
        for name, way in ways.items():
            for _ in range(each):
                if before is not None:
                    before()
                begun = time.perf_counter()
                way()
                took = (time.perf_counter() - begun) * 1_000
                if nth:
                    times[name].append(took)
    return times


def medians(times: Times) -> dict[str, float]:
    """The median of each way."""
    return {name: statistics.median(taken) for name, taken in times.items()}


def p95(taken: Sequence[float]) -> float:
    """The value 95 of 100 stay below."""
    return sorted(taken)[min(len(taken) - 1, int(len(taken) * 0.95))]


def show(times: Times, *, beside: str = "") -> None:
    """Print each way's median and spread, as a multiple of the way `beside`."""
    middle = medians(times)
    for name, taken in times.items():
        share = f"  × {middle[name] / middle[beside]:8.3f}" if beside else ""
        print(
            f"  {name:44} p50 {middle[name]:10.3f} ms  p95 {p95(taken):10.3f}  "
            f"min {min(taken):10.3f}{share}",
            flush=True,
        )


def child(module: str, *arguments: str, environment: Mapping[str, str]) -> str:
    """What another Python process running `module` prints.

    Raises:
        CalledProcessError: it failed; what it said is printed.
    """
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, env=dict(environment), capture_output=True, text=True)
    if done.returncode:
        print(done.stderr, file=sys.stderr)
    done.check_returncode()
    return done.stdout
