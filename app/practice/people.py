"""Invented people and bodies, such as a procedure is open to."""

import random
from datetime import date

from app.domain.catalogue.procedure import Procedure
from app.domain.dossier.dossier import Applicant, ApplicantKind
from app.domain.dossier.identity import IdKind, Sex
from app.practice import tables
from app.practice.tables import Asked

_BODIES = 0.08
_WITHOUT_CARD = 0.04


def an_applicant(
    chance: random.Random, procedure: Procedure, asked: Asked, number: int, today: date
) -> Applicant:
    """Somebody invented who may ask for `procedure`.

    Phones 0900 000 xxx and identity numbers are nobody's.

    Args:
        chance: the source of the choice.
        procedure: its `subjects` say which kinds of applicant it is open to.
        asked: the age a person would have.
        number: of the applicant, no two alike.
        today: the day of the receipt.
    """
    bodies = _bodies(procedure.subjects)
    if bodies and chance.random() < _BODIES:
        kind, names = chance.choice(bodies)
        return _body(chance, kind, names, number)
    return _person(chance, asked, number, today)


def _bodies(subjects: str) -> list[tuple[ApplicantKind, tuple[str, ...]]]:
    """The kinds of body among the `subjects`; the wording is the national catalogue's."""
    open_to = [subject.strip() for subject in subjects.replace("HTX)", "").split(",")]
    found: list[tuple[ApplicantKind, tuple[str, ...]]] = []
    if "Doanh nghiệp" in open_to:
        found.append((ApplicantKind.BUSINESS, tables.BUSINESSES))
    if "Hợp tác xã" in open_to:
        found.append((ApplicantKind.BUSINESS, tables.COOPERATIVES))
    if any(subject.startswith("Tổ chức (không bao gồm") for subject in open_to):
        found.append((ApplicantKind.ORGANISATION, tables.ORGANISATIONS))
    return found


def _body(
    chance: random.Random, kind: ApplicantKind, names: tuple[str, ...], number: int
) -> Applicant:
    nth = chance.randrange(len(names))
    return Applicant(
        full_name=names[nth],
        kind=kind,
        # The same body keeps its number however often it comes.
        personal_id=f"4900{sum(map(ord, names[nth])):06d}",
        id_kind=IdKind.TAX_CODE,
        phone=f"0900{number:06d}",
        address=_address(chance),
    )


def _person(chance: random.Random, asked: Asked, number: int, today: date) -> Applicant:
    is_man = chance.random() < 0.5
    middle = chance.choice(tables.MIDDLE_MEN if is_man else tables.MIDDLE_WOMEN)
    given = chance.choice(tables.MEN if is_man else tables.WOMEN)
    year = today.year - chance.randint(asked.youngest + 1, asked.oldest)
    century = (0 if is_man else 1) + (2 if year >= 2000 else 0)
    has_card = chance.random() >= _WITHOUT_CARD
    return Applicant(
        full_name=f"{chance.choice(tables.FAMILY)} {middle} {given}",
        personal_id=f"020{century}{year % 100:02d}{number:06d}" if has_card else "",
        born=f"{year}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}",
        sex=Sex.MALE if is_man else Sex.FEMALE,
        phone=f"0900{number:06d}",
        address=_address(chance),
    )


def _address(chance: random.Random) -> str:
    return f"Thôn {chance.choice(tables.HAMLETS)}, xã Mẫu Sơn, tỉnh Lạng Sơn"
