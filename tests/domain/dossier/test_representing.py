"""Who brings a dossier for another, and who is expected to take its result."""

from types import SimpleNamespace

import pytest

from app.domain.dossier.dossier import Applicant, ApplicantKind, RepresentativeRole
from app.domain.dossier.representing import recipient_of, role_of

CITIZEN = Applicant(full_name="Hoàng Thị Mẩy")
BODY = Applicant(full_name="Công ty Mẫu Sơn", kind=ApplicantKind.ORGANISATION)
BRINGS = Applicant(full_name="Lý Văn Páo")


def test_a_body_is_represented_by_its_own_people_and_a_citizen_by_an_agent():
    assert role_of(BODY, BRINGS) is RepresentativeRole.OWN
    assert role_of(CITIZEN, BRINGS) is RepresentativeRole.AGENT


@pytest.mark.parametrize("role", RepresentativeRole)
@pytest.mark.parametrize("applicant", [CITIZEN, BODY])
def test_what_somebody_said_goes_before_what_is_usual(applicant, role):
    said = Applicant(full_name="Lý Văn Páo", role=role)
    assert role_of(applicant, said) is role


@pytest.mark.parametrize(
    ("applicant", "representative", "name"),
    [
        (CITIZEN, None, "Hoàng Thị Mẩy"), (CITIZEN, BRINGS, "Hoàng Thị Mẩy"),
        (BODY, BRINGS, "Lý Văn Páo"), (BODY, None, ""),
    ],
)  # fmt: skip
def test_the_result_goes_to_a_person(applicant, representative, name):
    dossier = SimpleNamespace(applicant=applicant, representative=representative)
    assert recipient_of(dossier) == name
