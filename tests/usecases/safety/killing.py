"""Kills a piece of work at each of its steps on the disk, each time on a folder of its own.

To be run in a process of its own, without threads: `python -m tests.usecases.safety.killing`.
"""

import os
import shutil
import signal
import subprocess
import sys
import traceback
from pathlib import Path

from tests.unmeasured import unmeasured

STEPS = ("replace", "rename", "fsync", "sync", "mkdir", "rmdir", "unlink", "link")
"""What changes names or makes content last: the places a power cut can part."""


def killed(nth, work):
    """Whether `work` was killed at its `nth` step; False: it ended before."""
    child = os.fork()
    if child:
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert code in {0, -signal.SIGKILL}, f"failed with {nth} steps to go: {code}"
        return code != 0
    left = [nth]

    def counted(step):
        def take(*arguments, **named):
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return step(*arguments, **named)

        return take

    for name in STEPS:
        setattr(os, name, counted(getattr(os, name)))
    try:
        work()
        os._exit(0)
    finally:
        traceback.print_exc()
        os._exit(1)


def at_each_step(start, base, work, look):
    """What `look` finds after `work` was killed at its first, second, … step on copies of `start`.

    Args:
        start: the folder of each try: whatever stands in it is there at the beginning.
        base: where the tries are made.
        work: takes the copy.
        look: takes the copy; its answer is kept.
    """
    found = []
    while True:
        copy = base / f"try-{len(found) + 1}"
        shutil.copytree(start, copy)
        if not killed(len(found) + 1, lambda copy=copy: work(copy)):
            return found
        found.append(look(copy))
        shutil.rmtree(copy)


def run(name, *arguments):
    """Run this module's work called `name` in a process of its own; the lines it prints."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.usecases.safety.killed_works", name, *map(str, arguments)],
        cwd=Path(__file__).parents[3], env=unmeasured(), capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3_000:]
    return done.stdout.splitlines()
