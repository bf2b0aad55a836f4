"""A tape replayed: the power is cut after each operation, what may be found then is judged."""

import hashlib
import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.crash.disk import KILL, NOISE, SOME, SYNCED, Disk
from tests.crash.judge import HALF, NUMBERS, WITNESS, Found, Judge, looked_at
from tests.crash.office import in_memory
from tests.crash.scene import LOST, STICK


@dataclass
class Verdict:
    """How many cuts and disks were looked at, and what did not hold, by its invariant."""

    points: int = 0
    states: int = 0
    wrong: Counter = field(default_factory=Counter)
    first: dict[str, tuple] = field(default_factory=dict)

    def blame(self, what: str, where) -> None:
        name = what.partition(":")[0]
        self.wrong[name] += 1
        self.first.setdefault(name, (what, where))


class Replay:
    """One tape over one disk.

    Args:
        start: what the disk held before (`scene.on_disk`).
        ops: the tape.
        seed: of the disks; each number of it gives others.
        tries: how many disks of each kind that chance makes, at each point.
    """

    def __init__(
        self, start, ops, *, migrates: bool = False, seed: int = 1, tries: int = 3
    ) -> None:
        self.verdict = Verdict()
        self._disk = Disk(*start)
        self._ops = ops
        self._variants = [(KILL, 0), (SYNCED, 0)]
        self._variants += [(kind, nth) for nth in range(tries) for kind in (SOME, NOISE)]
        self._seed = seed
        self._box = Path(tempfile.mkdtemp(dir=in_memory()))
        self._judge = Judge(self._box / "box", migrates=migrates)
        self._looked: dict[int, Found | str] = {}
        self._order: dict[bytes, int] = {}
        self._now = self._floor = 0
        self._last: bytes | None = None
        self._promised: dict[str, str] = {}
        self._given: set[str] = set()
        self._whole = {
            tuple(op[3].split(" ")) for op in ops if op[:3] == ("mark", "promised", STICK)
        }
        self._digests: dict[int, tuple[bytes, str]] = {}

    def run(self, *, until: str = "", begin: int = 0) -> Verdict:
        """Cut after each operation.

        Args:
            until: that this invariant is broken once is enough.
            begin: the place on the tape up to which nothing is cut.
        """
        try:
            for nth, op in enumerate(self._ops):
                if op[0] == "mark":
                    self._hear(*op[1:])
                else:
                    self._disk.step(op)
                if nth >= begin:
                    self.verdict.points += op[0] != "mark"
                    self._cut(nth, self._variants)
                elif op[0] == "mark":
                    self._cut(nth, self._variants[:1])
                if until in self.verdict.wrong:
                    break
        finally:
            shutil.rmtree(self._box, ignore_errors=True)
        return self.verdict

    def _hear(self, kind, *what) -> None:
        if kind == "promised":
            by, fact = what
            self._promised[fact] = by
            self._given.add(fact)
            self._floor = self._now
        elif kind == "back":
            self._promised = {fact: by for fact, by in self._promised.items() if fact in what[0]}

    def _cut(self, nth: int, variants) -> None:
        for variant, of in variants:
            found = self._disk.found(variant, f"{self._seed}/{nth}/{variant}/{of}", looked_at)
            at = hash(tuple(found.items()))
            if at not in self._looked:
                self._looked[at] = self._judge.look(found)
                self.verdict.states += 1
            self._weigh(self._looked[at], found, variant, (nth, self._ops[nth][:2], variant))

    def _weigh(self, looked, found, variant, where) -> None:
        if isinstance(looked, str):
            self.verdict.blame(looked, where)
            return
        digest, content = looked.digest, looked.content
        for what in (*looked.wrong, *content.wrong):
            self.verdict.blame(what, where)
        if variant == KILL and digest != self._last:
            self._last = digest
            self._now += 1
            self._order[digest] = self._now
        if digest not in self._order:
            self.verdict.blame(HALF, where)
        elif self._order[digest] < self._floor:
            self.verdict.blame(f"{LOST}: an older content", where)
        for fact, by in self._promised.items():
            if by == STICK:
                name, sha256 = fact.split(" ")
                if self._sha256(found.get(name)) != sha256:
                    self.verdict.blame(f"{by}: {fact}", where)
            elif fact not in content.facts:
                self.verdict.blame(f"{by}: {fact}", where)
            elif fact.startswith("row "):
                chain, seq = content.places[fact.removeprefix("row ")]
                if looked.reached.get(chain, 0) < seq:
                    self.verdict.blame(f"{WITNESS}: {fact} was answered, not told", where)
        if f"dossier {content.next_code}" in self._given:
            self.verdict.blame(f"{NUMBERS}: {content.next_code} again", where)
        for path, one in found.items():
            if (
                path.startswith("usb/")
                and one is not None
                and (path, self._sha256(one)) not in self._whole
            ):
                self.verdict.blame(f"{STICK}: half of {path}", where)

    def _sha256(self, content: bytes | None) -> str:
        if content is None:
            return ""
        known = self._digests.get(id(content))
        if known is None or known[0] is not content:
            known = self._digests[id(content)] = content, hashlib.sha256(content).hexdigest()
        return known[1]


def replayed(scene, work, *, is_open=True, seed=1, tries=3) -> Verdict:
    """Let `work` be done in `scene`, then cut the power at each of its operations.

    Args:
        scene: where; gone afterwards.
        work: names of what it does, in order.
        is_open: the desk is opened before the tape runs.
        seed: of the disks chance makes.
        tries: how many of each kind at each point.
    """
    try:
        recorded(scene, work, is_open=is_open)
        replay = Replay(
            scene.start, scene.tape.ops, migrates=scene.migrates, seed=seed, tries=tries
        )
        return replay.run()
    finally:
        shutil.rmtree(scene.home, ignore_errors=True)


def recorded(scene, work, *, is_open=True) -> int:
    """Let `work` be done in `scene`; where on the tape its last step begins."""
    with scene.running(is_open=is_open):
        for step in work.split():
            begin = len(scene.tape.ops)
            getattr(scene, step)()
    return begin
