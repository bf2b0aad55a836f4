"""What a person's number is taken for, and what about a person is doubted, however they came."""

from dataclasses import dataclass
from typing import TypeAlias

from app.domain.dossier import identity
from app.domain.dossier.dossier import Applicant, ApplicantKind
from app.domain.dossier.identity import IdDoubt, IdKind
from app.domain.dossier.numbers import PhoneDoubt, phone_doubt
from app.domain.dossier.old_address import AddressDoubt, address_doubt, postal_doubt

DetailDoubt: TypeAlias = IdDoubt | PhoneDoubt | AddressDoubt


@dataclass(frozen=True, slots=True)
class DetailDoubts:
    """Of one person's identity number, telephone and address."""

    personal_id: tuple[IdDoubt, ...] = ()
    phone: PhoneDoubt | None = None
    address: AddressDoubt | None = None
    old_id: tuple[IdDoubt, ...] = ()

    def by_field(self, at: str) -> tuple[tuple[str, DetailDoubt], ...]:
        """Each doubt behind its field of the person `at`: ``applicant.phone``."""
        found: list[tuple[str, DetailDoubt]] = [
            (f"{at}.personal_id", doubt) for doubt in self.personal_id
        ]
        found += [(f"{at}.old_id", doubt) for doubt in self.old_id]
        found += [(f"{at}.phone", self.phone)] if self.phone else []
        found += [(f"{at}.address", self.address)] if self.address else []
        return tuple(found)


NOTHING_DOUBTED = DetailDoubts()


def detail_doubts(person: Applicant | None, *, gets_post: bool = False) -> DetailDoubts:
    """The doubts about `person` as checked at intake; of nobody there are none.

    Post must find whoever `gets_post`.
    """
    if person is None:
        return NOTHING_DOUBTED
    return DetailDoubts(
        identity.doubts(person.personal_id, person.id_kind, born=person.born, sex=person.sex),
        phone_doubt(person.phone),
        address_doubt(person.address) or (postal_doubt(person.address) if gets_post else None),
        identity.doubts(person.old_id, IdKind.OLD_ID),
    )


def id_kind_of(kind: ApplicantKind, number: str) -> IdKind:
    """What an applicant's number is taken for until somebody says otherwise.

    A citizen's ten or thirteen digits are a mistyped identity number rather than a tax code.
    """
    if kind is not ApplicantKind.CITIZEN:
        return IdKind.TAX_CODE
    guessed = identity.guess_kind(number) if number.strip() else IdKind.PERSONAL_ID
    return IdKind.PERSONAL_ID if guessed is IdKind.TAX_CODE else guessed
