"""A person's fields as typed."""

from dataclasses import dataclass

from app.domain.dossier.dossier import Applicant, ApplicantKind, RepresentativeRole
from app.domain.dossier.identity import IdKind, Sex
from app.domain.dossier.person_doubts import id_kind_of


@dataclass(frozen=True, slots=True)
class PersonState:
    """As typed; `id_kind` None lets the number say what it is.

    `old_id` is the number of old that a card names beside `personal_id`: by it the person may have
    been met before. `title` and `role` are those of who brings it; `role` None is the usual one.
    """

    kind: ApplicantKind = ApplicantKind.CITIZEN
    full_name: str = ""
    personal_id: str = ""
    id_kind: IdKind | None = None
    born: str = ""
    sex: Sex | None = None
    phone: str = ""
    email: str = ""
    address: str = ""
    old_id: str = ""
    title: str = ""
    role: RepresentativeRole | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed."""
        texts = (
            self.full_name, self.personal_id, self.born, self.phone, self.email, self.address,
            self.title,
        )  # fmt: skip
        return not any(text.strip() for text in texts)

    @property
    def who(self) -> str:
        """Name, or number while there is no name."""
        return self.full_name.strip() or self.personal_id.strip()

    def applicant(self) -> Applicant:
        """The person as a request holds one; still to be checked."""
        is_citizen = self.kind is ApplicantKind.CITIZEN
        return Applicant(
            full_name=self.full_name,
            kind=self.kind,
            personal_id=self.personal_id,
            id_kind=self.id_kind or id_kind_of(self.kind, self.personal_id),
            born=self.born if is_citizen else "",
            sex=self.sex if is_citizen else None,
            phone=self.phone,
            email=self.email,
            address=self.address,
            title=self.title,
            role=self.role,
            old_id=self.old_id if is_citizen else "",
        )


NOBODY = PersonState()
"""Nothing typed."""
