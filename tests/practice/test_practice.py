"""Practice data is believable: who asks may ask, at a fitting age, and most end in time."""

import pytest

from app.domain.clock import SetClock
from app.domain.dossier.dossier import ApplicantKind
from app.practice import office
from app.practice.tables import ASKED
from app.usecases.office import opening
from app.usecases.queries import lookup
from db.stores import dossiers
from tests.builders import LAN, MONDAY


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Every practice dossier with its procedure."""
    folder = tmp_path_factory.mktemp("practice") / "data"
    clock = SetClock(MONDAY)
    office.make_practice_office(folder, clock, dossiers=120, seed=5)
    desk = opening.open_desk(folder, clock)
    rules = lookup.rules(desk, LAN)
    with desk.records.read() as connection:
        ids = connection.exec_driver_sql("SELECT id FROM dossier ORDER BY id").scalars().all()
        found = [dossiers.by_id(connection, each) for each in ids]
    yield [(each, rules.procedure(each.procedure_version)) for each in found]
    desk.close()


def test_no_body_asks_for_what_only_persons_may(made):
    bodies = [(each, of) for each, of in made if each.applicant.kind is not ApplicantKind.CITIZEN]
    assert bodies
    for dossier, procedure in bodies:
        words = {
            ApplicantKind.BUSINESS: ("Doanh nghiệp", "Hợp tác xã"),
            ApplicantKind.ORGANISATION: ("Tổ chức",),
        }[dossier.applicant.kind]
        assert any(word in procedure.subjects for word in words), procedure.name


def test_every_person_has_the_age_for_it(made):
    ages = {asked.code: (asked.youngest, asked.oldest) for asked in ASKED if not asked.again}
    for dossier, procedure in made:
        if dossier.applicant.kind is ApplicantKind.CITIZEN and procedure.code in ages:
            youngest, oldest = ages[procedure.code]
            age = dossier.received_at.year - int(dossier.applicant.born[:4])
            assert youngest <= age <= oldest + 1, procedure.name


def test_few_dossiers_end_late_and_some_do(made):
    ended = [each for each, _ in made if each.finished_at]
    late = [
        each for each in ended if each.measured_due_at and each.finished_at > each.measured_due_at
    ]
    assert 0 < len(late) <= len(ended) * 0.1


def test_nobody_marries_or_registers_a_birth_twice_in_a_month(made):
    once = {asked.code for asked in ASKED if not asked.again}
    seen = [(d.applicant.phone, p.code) for d, p in made if p.code in once]
    assert len(set(seen)) == len(seen)


def test_no_phone_is_given_to_two_persons(made):
    by_phone = {}
    for dossier, _ in made:
        by_phone.setdefault(dossier.applicant.phone, set()).add(dossier.applicant.full_name)
    assert all(len(names) == 1 for names in by_phone.values())
