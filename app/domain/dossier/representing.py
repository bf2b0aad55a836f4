"""Who brings a dossier for another, and by what right."""

from app.domain.dossier.dossier import Applicant, ApplicantKind, Dossier, RepresentativeRole


def is_body(applicant: Applicant) -> bool:
    """Whether it cannot come itself: a business, an organisation, an agency."""
    return applicant.kind is not ApplicantKind.CITIZEN


def role_of(applicant: Applicant, representative: Applicant) -> RepresentativeRole:
    """Whether `representative` is the applicant's own or an agent.

    Where nobody said so, a body is represented by its own people and a citizen by an agent.
    """
    if representative.role is not None:
        return representative.role
    return RepresentativeRole.OWN if is_body(applicant) else RepresentativeRole.AGENT


def recipient_of(dossier: Dossier) -> str:
    """The person the result is expected to go to; empty where only a body is known."""
    if not is_body(dossier.applicant):
        return dossier.applicant.full_name
    return dossier.representative.full_name if dossier.representative else ""
