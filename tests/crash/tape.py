"""What was done to files, in order, and the place where a fault can be let in."""

import os
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

NO_FAULT = 0


@dataclass
class Tape:
    """Every change under `home`, whoever makes it: SQLite by `vfs`, Python by `files`.

    An operation is a tuple, its kind first, then paths relative to `home`:
    ``create P``, ``write P offset bytes``, ``trunc P size``, ``sync P``, ``syncdir P``,
    ``rename P Q``, ``link P Q``, ``unlink P``, ``mkdir P``, ``rmdir P``, ``syncall`` and
    ``mark what …``, which is no operation but what the program said at that moment.
    """

    home: Path
    ops: list[tuple] = field(default_factory=list)
    is_on: bool = False
    fault: Callable[[str], int] = lambda _kind: NO_FAULT
    """Asked before each operation by its kind; an error number, or 0 to let it happen."""

    def of(self, path) -> str | None:
        """`path` as this tape names it; None if it lies elsewhere."""
        whole = os.path.abspath(os.fsdecode(path))
        home = str(self.home)
        if whole == home:
            return ""
        return whole[len(home) + 1 :] if whole.startswith(f"{home}/") else None

    def add(self, *op) -> None:
        if self.is_on:
            self.ops.append(op)

    def mark(self, *what) -> None:
        """Note what the program says now."""
        self.add("mark", *what)

    @contextmanager
    def running(self):
        """Note whatever is done in the block."""
        self.is_on = True
        try:
            yield self
        finally:
            self.is_on = False
