"""A known hole in a pinned package stops the check; where none can be looked up, it says so."""

import json
import zipfile

import pytest
from packaging.version import Version

from tests import advisories

PINS = {"sqlalchemy": Version("2.1.5"), "pillow": Version("12.1.0")}


@pytest.fixture
def snapshot(tmp_path):
    """Write advisories as the published zip holds them."""

    def write(*found):
        path = tmp_path / "all.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for nth, one in enumerate(found):
                archive.writestr(f"X-{nth}.json", json.dumps({"id": f"X-{nth}", **one}))
        return path

    return write


def affected(name, *, ecosystem="PyPI", versions=(), events=()):
    return {
        "package": {"ecosystem": ecosystem, "name": name},
        "versions": list(versions),
        "ranges": [{"type": "ECOSYSTEM", "events": list(events)}] if events else [],
    }


@pytest.mark.parametrize(
    "hit",
    [
        affected("SQLAlchemy", versions=["2.1.5"]),
        affected("Pillow", events=[{"introduced": "0"}, {"fixed": "12.2.0"}]),
        affected("Pillow", events=[{"introduced": "12.0"}]),
        affected("Pillow", events=[{"introduced": "0"}, {"last_affected": "12.1.0"}]),
        affected(
            "Pillow",
            events=[{"introduced": "0"}, {"fixed": "9.0"}, {"introduced": "12.0"}, {"fixed": "13"}],
        ),
    ],
)
def test_a_hole_of_a_pinned_version_is_found(snapshot, hit):
    path = snapshot({"affected": [hit], "summary": "reads too far"})
    assert len(list(advisories.holes(path, PINS))) == 1


@pytest.mark.parametrize(
    "missed",
    [
        {"affected": [affected("Pillow", events=[{"introduced": "0"}, {"fixed": "12.1.0"}])]},
        {"affected": [affected("Pillow", events=[{"introduced": "12.2"}])]},
        {"affected": [affected("Pillow", events=[{"introduced": "0"}, {"last_affected": "11"}])]},
        {"affected": [affected("pillow", ecosystem="npm", versions=["12.1.0"])]},
        {"affected": [affected("requests", versions=["2.1.5"])]},
        {"affected": [affected("pillow", versions=["12.1.0"])], "withdrawn": "2026-01-01"},
        {"affected": [affected("pillow", versions=["not a version"])]},
        {},
    ],
)
def test_what_holds_for_no_pinned_version_is_passed_over(snapshot, missed):
    assert list(advisories.holes(snapshot(missed), PINS)) == []


def test_every_package_of_the_lock_files_is_looked_up():
    pins = advisories.pinned(advisories.LOCKS)
    assert {"sqlalchemy", "pyside6-essentials", "pytest", "ruff"} <= set(pins)


def test_a_machine_without_a_snapshot_says_so_in_one_line(monkeypatch, capsys):
    monkeypatch.delenv(advisories.VARIABLE, raising=False)
    assert advisories.main() == 0
    assert capsys.readouterr().out.splitlines() == [
        "advisories: skipped, ADVISORIES names no snapshot of them"
    ]


def test_a_hole_fails_the_check(monkeypatch, capsys, snapshot):
    path = snapshot({"affected": [affected("ruff", events=[{"introduced": "0"}])]})
    monkeypatch.setenv(advisories.VARIABLE, str(path))
    assert advisories.main() == 1
    assert "ruff" in capsys.readouterr().out


def test_a_snapshot_that_cannot_be_read_is_named(monkeypatch, capsys, tmp_path):
    monkeypatch.setenv(advisories.VARIABLE, str(tmp_path / "none.zip"))
    assert advisories.main() == 2
    assert "none.zip" in capsys.readouterr().err
