"""What a person's numbers are taken for, and which of them are doubted."""

from app.domain.dossier.dossier import ApplicantKind
from app.domain.dossier.identity import IdDoubt, IdKind
from app.domain.dossier.numbers import PhoneDoubt
from app.domain.dossier.person_doubts import detail_doubts, id_kind_of
from tests.builders import an_applicant


def test_a_citizens_ten_digits_are_a_mistyped_number_and_a_business_has_a_tax_code():
    assert id_kind_of(ApplicantKind.CITIZEN, "0201850012") is IdKind.PERSONAL_ID
    assert id_kind_of(ApplicantKind.CITIZEN, "081234567") is IdKind.OLD_ID
    assert id_kind_of(ApplicantKind.CITIZEN, "C1234567") is IdKind.PASSPORT
    assert id_kind_of(ApplicantKind.CITIZEN, "") is IdKind.PERSONAL_ID
    assert id_kind_of(ApplicantKind.BUSINESS, "4900123456") is IdKind.TAX_CODE


def test_nobody_and_nothing_is_doubted():
    assert detail_doubts(None).by_field("representative") == ()
    assert detail_doubts(an_applicant()).by_field("applicant") == ()


def test_each_doubt_stands_behind_its_field():
    person = an_applicant(personal_id="20185001234", phone="912345678")
    assert detail_doubts(person).by_field("applicant") == (
        ("applicant.personal_id", IdDoubt.NOT_TWELVE_DIGITS),
        ("applicant.phone", PhoneDoubt.NO_LEADING_ZERO),
    )
