"""Packages for tests: good ones by the program's own hand, bad ones byte by byte."""

import hashlib
import json
import zipfile
from pathlib import Path

from app.domain.workflow.states import DossierEvent
from app.exchange.package.shape import MEMBERS, PackageFacts
from app.exchange.package.writer import Written, write_package
from app.exchange.package.zip_frame import member
from tests.exchange import strategies_exchange as some

PACKAGE_ID = "0193f1c2-1111-7000-8000-000000000001"


def package_facts(last: int = 4, **changes) -> PackageFacts:
    values = {
        "package_id": PACKAGE_ID,
        "agency_code": "H37.99.1",
        "station": 1,
        "first_seq": 1,
        "last_seq": last,
        "created_at": some.RECEIVED,
        "previous_sha256": "",
    }
    return PackageFacts(**(values | changes))


def events(last: int = 4) -> tuple[list[bytes], list[bytes]]:
    """A dossier event and a step in turn, numbered from 1."""
    dossier, procedure = some.a_dossier(), some.a_procedure()
    dossiers = [
        some.dossier_message(some.facts(n), dossier, procedure) for n in range(1, last + 1, 2)
    ]
    steps = [
        some.step_message(some.facts(n), dossier, DossierEvent.RECEIVE, "")
        for n in range(2, last + 1, 2)
    ]
    return dossiers, steps


def written(folder: Path, last: int = 4, **changes) -> Written:
    dossiers, steps = events(last)
    return write_package(
        folder,
        package_facts(last, **changes),
        dossier_events=dossiers,
        progress_events=steps,
    )


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def forged(path: Path, contents: dict[str, bytes]) -> Path:
    """A package with other contents, its frame and every digest made to fit again."""
    lines = {name: contents[name] for name in MEMBERS[:2]}
    manifest = json.loads(contents["manifest.json"])
    for part in manifest["tep"]:
        content = lines.get(part["ten"], b"")
        part["bytes"], part["so_tin"] = len(content), content.count(b"\n")
        part["sha256"] = hashlib.sha256(content).hexdigest()
    listed = as_json(manifest)
    header = json.loads(contents["goi.json"])
    header["sha256"] = hashlib.sha256(listed).hexdigest()
    header["bytes"] = sum(len(content) for content in lines.values())
    header["so_tin"] = sum(content.count(b"\n") for content in lines.values())
    return zipped(path, {**lines, "manifest.json": listed, "goi.json": as_json(header)})


def zipped(path: Path, contents: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED, allowZip64=False) as archive:
        for name, content in contents.items():
            archive.writestr(member(name), content)
    return path


def as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
