"""Dossiers registered before with a look-alike letter in a name are found after the upgrade."""

import importlib

import pytest
from sqlalchemy import text

from app.usecases.queries import lookup
from tests.builders import LAN, a_desk, a_dossier, an_applicant

migration = importlib.import_module("db.migrations.versions.0109_look_alikes_found")


@pytest.fixture
def desk(tmp_path):
    opened = a_desk(tmp_path / "data")
    yield opened
    opened.close()


def registered_before(desk, name, words, **more):
    """A dossier as the program before this one left it."""
    made = a_dossier(desk, **more)
    with desk.records.write() as connection:
        column = "representative" if "representative" in more else "full_name"
        connection.execute(
            text(f"UPDATE dossier SET {column} = replace({column}, 'Tên Mới', :n) WHERE id = :i"),
            {"n": name, "i": made.dossier_id},
        )
        connection.execute(
            text("DELETE FROM dossier_search WHERE rowid = :i"), {"i": made.dossier_id}
        )
        connection.execute(
            text("INSERT INTO dossier_search(rowid, words) VALUES (:i, :w)"),
            {"i": made.dossier_id, "w": words},
        )
    return made.dossier_code


def found(desk, typed):
    return [row.code for row in lookup.find(desk, LAN, typed)]


def fold_anew(desk):
    with desk.records.write() as connection:
        migration.fold_anew(connection)


@pytest.mark.parametrize(
    ("name", "words", "typed"),
    [
        ("Ðinh Thị Ðào", "inh thi ao 0912345678", "Đinh Đào"),
        ("Ɖinh Thị Ɖào", "inh thi ao 0912345678", "dinh thi dao"),
        ("Y Ƀlô", "y lo 0912345678", "ƀlô"),
        ("Lý \u00adA\u200bS\u200bềnh", "ly a s enh", "asenh"),
    ],
)
def test_a_name_with_look_alikes_is_found(desk, name, words, typed):
    code = registered_before(desk, name, words, applicant=an_applicant(full_name="Tên Mới"))
    assert found(desk, typed) == []
    fold_anew(desk)
    assert found(desk, typed) == [code]
    assert found(desk, "0912345678") == found(desk, code) == [code]


def test_a_representative_with_look_alikes_is_found(desk):
    code = registered_before(
        desk, "Ðinh Ðào", "inh ao", representative=an_applicant(full_name="Tên Mới")
    )
    fold_anew(desk)
    assert found(desk, "dinh dao") == [code]


def test_other_dossiers_are_left_as_they_are(desk):
    code = registered_before(desk, "Đinh Thị Đào", "marker")
    fold_anew(desk)
    assert found(desk, "marker") == [code]
