"""Dossiers stored before numbers had one form are found by it too, and stay as they were typed."""

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations

from app.domain.dossier.dossier import Applicant
from app.usecases.queries import lookup
from db.engine.chosen import ENGINE
from db.engine.migrating import revisions
from tests.builders import LAN, a_desk, a_dossier, an_applicant


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    for changes, words in (
        ({"phone": "+84912345678"}, "84912345678 5678"),
        ({"personal_id": "0109876543-001", "phone": ""}, "0109876543 001"),
        ({"phone": "0912345679"}, "0912345679 kept"),
    ):
        done = a_dossier(desk, applicant=an_applicant(**changes))
        with desk.records.write() as connection:
            ENGINE.reindex_words(connection, done.dossier_id, words)
    nobody = an_applicant(phone="", personal_id="")
    other = a_dossier(
        desk, applicant=nobody, representative=Applicant("Vy Thị Hà", phone="84977000111")
    )
    with desk.records.write() as connection:
        ENGINE.reindex_words(connection, other.dossier_id, "84977000111")
    yield desk
    desk.close()


def migrate(desk):
    script = next(
        one
        for one in revisions(after=100)
        if one.module.__name__.endswith("one_form_of_numbers_py")
    )
    with desk.records.write() as connection:
        operations = Operations(MigrationContext.configure(connection))
        with Operations.context(operations.migration_context):
            script.module.upgrade()


def numbers(desk, text):
    return [int(row.code[-4:]) for row in lookup.find(desk, LAN, text)]


def test_a_number_in_another_form_is_found_by_its_one_form_after_the_migration(desk):
    assert numbers(desk, "0109876543001") == []
    migrate(desk)
    assert numbers(desk, "0912 345 678 hoang") == [1]
    assert numbers(desk, "0109876543001") == [2]
    assert numbers(desk, "0977000111") == [4]
    assert numbers(desk, "vy thi ha") == [4]


def test_what_was_in_its_one_form_is_left_alone_and_no_record_is_changed(desk):
    migrate(desk)
    assert numbers(desk, "kept") == [3]
    phones = [lookup.dossier_view(desk, LAN, row).dossier.applicant.phone for row in (1, 3)]
    assert phones == ["+84912345678", "0912345679"]
