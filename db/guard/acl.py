"""Who may read a file on Windows: modes mean nothing there, access lists do."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

Run = Callable[[Sequence[str]], int]
"""Runs a program with its words, no shell between; its exit code."""
SYSTEM = "*S-1-5-18"
"""The machine itself, by its number: its name is another in every language."""


def words(path: Path, environment: Mapping[str, str]) -> list[str]:
    """`icacls` with its words: nothing is inherited, the user and the machine have it all.

    The program is named by its place: one of that name in the data folder is never run.
    """
    root = environment.get("SYSTEMROOT", "C:\\Windows")
    domain, user = environment.get("USERDOMAIN", ""), environment.get("USERNAME", "")
    owner = f"{domain}\\{user}" if domain else user
    program = f"{root}\\System32\\icacls.exe"
    return [program, str(path), "/inheritance:r", "/grant:r", f"{owner}:F", f"{SYSTEM}:F"]


def keep_to_owner(path: Path, run: Run, environment: Mapping[str, str] = os.environ) -> bool:
    """Let the user and the machine alone read `path`; False where that was not done.

    It stops nothing: a drive without access lists (a stick) holds none, and the folder of the
    user's own programs is read by nobody else anyway.
    """
    if not environment.get("USERNAME"):
        return False
    try:
        return run(words(path, environment)) == 0
    except OSError:
        return False


if sys.platform == "win32":  # pragma: no cover - what it is given is tested
    import subprocess

    def protect(path: Path) -> None:
        """Let the user and the machine alone read `path`."""
        keep_to_owner(
            path,
            lambda line: (
                subprocess.run(  # noqa: S603 - a program of Windows, by its place
                    line,
                    check=False,
                    capture_output=True,
                    creationflags=subprocess.CREATE_NO_WINDOW,
                ).returncode
            ),
        )
else:

    def protect(_path: Path) -> None:
        """Its mode does that already."""
