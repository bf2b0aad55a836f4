"""The works that are killed at each step, and what must be true afterwards; see `killing`."""

import os
import sys
from datetime import timedelta
from pathlib import Path
from unittest import mock

from app.domain.clock import SetClock
from app.usecases.exchange import exporting
from app.usecases.office import opening
from app.usecases.queries import lookup
from app.usecases.safety import backup, restoring, verification
from db import upgrade
from db.engine import migrating
from db.folder import DatabaseMissing, NotSetUp
from db.guard import access, leftovers
from db.keys import make_key, read_key
from db.schema import SCHEMA_VERSION
from tests.builders import LAN, MONDAY, OFFICE, a_desk, a_dossier
from tests.crash.office import few_procedures
from tests.usecases.safety.killing import at_each_step

LATER = MONDAY + timedelta(minutes=5)


def whole(folder):
    """The folder opened and verified: how many dossiers, the next number, and what else lies there.

    Whatever was cut short is finished by the opening; nothing temporary is left anywhere.
    """
    desk = opening.open_desk(folder, SetClock(LATER))
    try:
        dossiers = verification.verify_records(desk, LAN).dossiers
        code = a_dossier(desk).dossier_code
        assert verification.verify_records(desk, LAN).dossiers == dossiers + 1
        view = lookup.find(desk, LAN, "hoang")
        assert len(view) == dossiers + 1
    finally:
        desk.close()
    no_leftovers(folder)
    return dossiers, int(code[-4:])


def verified(folder):
    """The folder opened and verified: how many dossiers."""
    desk = opening.open_desk(folder, SetClock(LATER))
    try:
        dossiers = verification.verify_records(desk, LAN).dossiers
    finally:
        desk.close()
    no_leftovers(folder)
    return dossiers


CUT_SHORT = "dut-ngang"
"""Of the check that is due after a kill."""


def no_leftovers(folder):
    """Nothing temporary is left, in the folder and beside it."""
    assert not leftovers.are_there(folder)
    names = {path.name for path in folder.iterdir()} - {access.FOLDER}
    ours = {"motcua.db", "motcua.key", "motcua.head", "motcua.lock", "giay-to"}
    assert all(name in ours or name.startswith("motcua-truoc-nang-cap-") for name in names), names
    noted = {path.name for path in (folder / access.FOLDER).iterdir()}
    assert noted <= {"cua.khoa", "dung.khoa", CUT_SHORT}, noted


def restored(base):
    """Two dossiers were backed up, a third came: a restore of the two is killed."""
    start = base / "start"
    desk = a_desk(start / "data")
    a_dossier(desk)
    a_dossier(desk)
    (start / "usb").mkdir()
    file = backup.back_up(desk, LAN, start / "usb").path.name
    a_dossier(desk)
    desk.close()

    def work(copy):
        restoring.restore(copy / "usb" / file, copy / "data", SetClock(LATER))

    def look(copy):
        dossiers, number = whole(copy / "data")
        aside = [path for path in copy.iterdir() if path.name not in {"data", "usb"}]
        assert len(aside) == (dossiers == 2), aside
        for one in aside:
            assert verified(one) == 3
        return f"{dossiers} {number}"

    return at_each_step(start, base, work, look)


def made(base):
    """A new office is made."""
    start = base / "start"
    start.mkdir()

    def work(copy):
        opening.make_office(copy / "data", SetClock(MONDAY), OFFICE).close()

    def look(copy):
        try:
            return f"made {verified(copy / 'data')}"
        except DatabaseMissing as error:
            raise AssertionError from error
        except NotSetUp:
            if not (copy / "data").exists():
                return "nothing"
        # The second try begins on an empty folder.
        opening.make_office(copy / "data", SetClock(MONDAY), OFFICE).close()
        return f"again {verified(copy / 'data')}"

    return at_each_step(start, base, work, look)


def backed_up(base):
    """A backup is killed: neither the folder nor the stick keeps a half one."""
    return onto_a_stick(base, backup.back_up, "MotCua-")


def exported(base):
    """An export is killed: neither the folder nor the stick keeps a half package."""
    return onto_a_stick(base, exporting.export_package, "MC_")


def onto_a_stick(base, written_by, begins):
    """A use case that writes a file whose name `begins` so is killed at each of its steps."""
    start = base / "start"
    desk = a_desk(start / "data")
    a_dossier(desk)
    desk.close()
    (start / "usb").mkdir()

    def work(copy):
        desk = opening.open_desk(copy / "data", SetClock(LATER))
        written_by(desk, LAN, copy / "usb")
        desk.close()

    def look(copy):
        dossiers = verified(copy / "data")
        left = [path.name for path in (copy / "usb").iterdir()]
        assert all(name.startswith(begins) for name in left), left
        return f"{dossiers} {len(left)}"

    return at_each_step(start, base, work, look)


def migrated(base):
    """Records of an older schema are opened."""
    start = base / "start"
    an_older_folder(start / "data")

    def work(copy):
        opening.open_desk(copy / "data", SetClock(LATER)).close()

    def look(copy):
        folder = copy / "data"
        key = read_key(folder)
        before = upgrade.version_of(folder / "motcua.db", key)
        verified(folder)
        assert upgrade.version_of(folder / "motcua.db", key) == SCHEMA_VERSION
        copies = list(folder.glob(upgrade.COPIES))
        assert {upgrade.version_of(one, key) for one in copies} <= {SCHEMA_VERSION - 1}
        assert copies
        return str(before)

    return at_each_step(start, base, work, look)


def an_older_folder(folder):
    """A data folder of the schema before the present one, with nothing in it yet."""
    folder.mkdir(parents=True)
    key = make_key(folder)
    older = list(migrating.revisions(after=0))[:-1]
    with (
        mock.patch.object(migrating, "revisions", return_value=older),
        mock.patch.object(migrating, "SCHEMA_VERSION", SCHEMA_VERSION - 1),
    ):
        upgrade.make_database(folder / "motcua.db", key)


WORKS = {one.__name__: one for one in (restored, made, backed_up, exported, migrated)}

if __name__ == "__main__":
    os.environ["TZ"] = "Asia/Ho_Chi_Minh"
    with few_procedures():
        for line in WORKS[sys.argv[1]](Path(sys.argv[2])):
            print(line)
