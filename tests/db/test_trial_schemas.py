"""Folders and copies of trial versions are refused in a sentence, and nothing is touched."""

import json
import zipfile
from hashlib import sha256

import pytest

from app.domain.clock import SetClock
from app.usecases.office import opening
from app.usecases.queries.first_list import first_list
from app.usecases.safety import backup, restoring
from app.wording.refusals import say
from db import upgrade
from db.engine.opening import connect
from db.keys import read_key
from db.schema import FIRST_SCHEMA, SCHEMA_VERSION, TrialSchema
from tests.builders import LAN, MONDAY, a_desk, a_dossier

TRIALS = range(1, 8)


def everything(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def made_trial(folder, version):
    """The database of `folder` as if a trial version had written it."""
    connection = connect(folder / "motcua.db", read_key(folder))
    connection.execute(f"PRAGMA user_version = {version}")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


@pytest.fixture
def folder(tmp_path):
    desk = a_desk(tmp_path / "data")
    a_dossier(desk)
    desk.close()
    return tmp_path / "data"


def test_the_first_schema_is_numbered_above_every_trial():
    assert FIRST_SCHEMA == 100
    assert SCHEMA_VERSION >= FIRST_SCHEMA


@pytest.mark.parametrize("version", [*TRIALS, 99])
def test_a_folder_of_a_trial_version_is_refused_untouched(folder, version):
    made_trial(folder, version)
    before = everything(folder)
    for refuse in (
        lambda: opening.open_desk(folder, SetClock(MONDAY)),
        lambda: upgrade.upgrade(folder / "motcua.db", read_key(folder), now=MONDAY),
        lambda: upgrade.version_of(folder / "motcua.db", read_key(folder)),
        lambda: first_list(folder),
    ):
        with pytest.raises(TrialSchema) as refused:
            refuse()
        assert refused.value.facts == {"found": version}
        assert refused.value.exit_code == 1
        assert say(refused.value).endswith(".")
        assert everything(folder) == before
    assert not list(folder.glob("*-wal"))
    assert not list(folder.glob("*-shm"))
    assert not list(folder.glob("*truoc-nang-cap*"))


@pytest.mark.parametrize("version", TRIALS)
def test_nothing_is_restored_over_a_trial_versions_folder(folder, tmp_path, version):
    desk = opening.open_desk(folder, SetClock(MONDAY))
    (tmp_path / "usb").mkdir()
    copy = backup.back_up(desk, LAN, tmp_path / "usb").path
    desk.close()
    made_trial(folder, version)
    before = everything(folder)
    with pytest.raises(TrialSchema):
        restoring.restore(copy, folder, SetClock(MONDAY))
    assert everything(folder) == before
    assert {path.name for path in tmp_path.iterdir()} == {"data", "usb"}


def of_a_trial(copy, tmp_path, version):
    """The backup at `copy` as a trial version would have written it."""
    with zipfile.ZipFile(copy) as bundle:
        parts = {name: bundle.read(name) for name in bundle.namelist()}
    inside = tmp_path / "inside"
    inside.mkdir()
    for name in ("motcua.db", "motcua.key"):
        (inside / name).write_bytes(parts[name])
    made_trial(inside, version)
    parts["motcua.db"] = (inside / "motcua.db").read_bytes()
    manifest = json.loads(parts.pop("sao-luu.json"))
    manifest["files"]["motcua.db"] = sha256(parts["motcua.db"]).hexdigest()
    with zipfile.ZipFile(copy, "w") as bundle:
        for name, content in parts.items():
            bundle.writestr(name, content)
        bundle.writestr("sao-luu.json", json.dumps(manifest))


@pytest.mark.parametrize("version", TRIALS)
def test_a_copy_of_a_trial_version_is_not_restored(folder, tmp_path, version):
    desk = opening.open_desk(folder, SetClock(MONDAY))
    (tmp_path / "usb").mkdir()
    copy = backup.back_up(desk, LAN, tmp_path / "usb").path
    desk.close()
    of_a_trial(copy, tmp_path, version)
    before, content = everything(folder), copy.read_bytes()
    for target in (folder, tmp_path / "elsewhere"):
        with pytest.raises(TrialSchema) as refused:
            restoring.restore(copy, target, SetClock(MONDAY))
        assert refused.value.exit_code == 1
    assert everything(folder) == before
    assert copy.read_bytes() == content
    assert {path.name for path in tmp_path.iterdir()} <= {"data", "usb", "inside", "elsewhere"}
    assert not (tmp_path / "elsewhere" / "motcua.db").exists()
