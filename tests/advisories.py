"""Known holes in what is installed: `python -m tests.advisories`, a part of `run.py check`.

Every pinned version of the two lock files is looked up in a snapshot of the OSV advisories for
PyPI: a zip of one JSON file per advisory (schema 1.x), named by the variable ADVISORIES. A machine
that has none says so in one line.
"""

import json
import os
import re
import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

ROOT = Path(__file__).parents[1]
LOCKS = (ROOT / "requirements.txt", ROOT / "requirements-dev.txt")
VARIABLE = "ADVISORIES"
_PIN = re.compile(r"([A-Za-z0-9._-]+)==([^\s;\\]+)")


def main() -> int:
    """0: none is known, or there is no snapshot; 1: each hole in a line; 2: no such snapshot."""
    place = os.environ.get(VARIABLE, "")
    if not place:
        print(f"advisories: skipped, {VARIABLE} names no snapshot of them")
        return 0
    try:
        found = list(holes(Path(place), pinned(LOCKS)))
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        print(f"advisories: {place} cannot be read: {error}", file=sys.stderr)
        return 2
    for hole in found:
        print(hole)
    print(f"advisories: {len(found)} known")
    return 1 if found else 0


def pinned(locks: tuple[Path, ...]) -> dict[str, Version]:
    """The version of every package of the lock files, by its canonical name."""
    found: dict[str, Version] = {}
    for lock in locks:
        for line in lock.read_text(encoding="utf-8").splitlines():
            if match := _PIN.match(line):
                found[canonicalize_name(match[1])] = Version(match[2])
    return found


def holes(snapshot: Path, pins: Mapping[str, Version]) -> Iterator[str]:
    """A line for every advisory of `snapshot` that holds for one of `pins`."""
    with zipfile.ZipFile(snapshot) as archive:
        for name in archive.namelist():
            if name.endswith(".json"):
                yield from _of(json.loads(archive.read(name)), pins)


def _of(advisory: dict, pins: Mapping[str, Version]) -> Iterator[str]:
    if "withdrawn" in advisory:
        return
    for affected in advisory.get("affected", ()):
        package = affected.get("package", {})
        name = canonicalize_name(package.get("name", ""))
        pin = pins.get(name)
        if package.get("ecosystem") == "PyPI" and pin and _holds(affected, pin):
            yield f"{name} {pin}: {advisory['id']} {advisory.get('summary', '')}".strip()


def _holds(affected: dict, pin: Version) -> bool:
    listed = {found for text in affected.get("versions", ()) if (found := _version(text))}
    return pin in listed or any(
        _within(span.get("events", ()), pin)
        for span in affected.get("ranges", ())
        if span.get("type") == "ECOSYSTEM"
    )


def _within(events: list[dict], pin: Version) -> bool:
    """Whether the last event up to `pin` lets the hole in; “0” is before every version."""
    is_in = False
    for event in events:
        if (start := event.get("introduced")) is not None:
            is_in = is_in or start == "0" or _at_least(pin, start)
        elif (end := event.get("fixed")) is not None:
            is_in = is_in and not _at_least(pin, end)
        elif (end := event.get("last_affected")) is not None:
            is_in = is_in and (_version(end) or pin) >= pin
    return is_in


def _at_least(pin: Version, text: str) -> bool:
    bound = _version(text)
    return bound is not None and pin >= bound


def _version(text: str) -> Version | None:
    try:
        return Version(text)
    except InvalidVersion:
        return None


if __name__ == "__main__":
    sys.exit(main())
