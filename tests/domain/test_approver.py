"""An approver is somebody else than who acts, however the name is written."""

import pytest

from app.domain.approver import Approval, ApprovalProof, ApproverIsOfficer, approved
from app.domain.errors import FieldError
from app.domain.text import TextMissing


def test_somebody_else_approves_and_is_named_not_proven():
    approval = approved("  Lý Thị   Mai ", "Hoàng Thị Dung")
    assert approval == Approval("Lý Thị Mai", ApprovalProof.NAMED)


@pytest.mark.parametrize(
    "name", ["Hoàng Thị Dung", "HOANG THI DUNG", "hoàng  thị-dung", "Hoàng Thi\u0323 Dung."]
)
def test_who_acts_does_not_approve_however_the_name_is_written(name):
    with pytest.raises(ApproverIsOfficer) as refused:
        approved(name, "Hoàng Thị Dung")
    assert refused.value.field == "approver"


@pytest.mark.parametrize("name", ["", "  ", " - "])
def test_a_name_has_letters(name):
    with pytest.raises(TextMissing):
        approved(name, "Hoàng Thị Dung")


def test_what_no_name_holds_is_refused():
    with pytest.raises(FieldError):
        approved("Lý\u202e Mai", "Hoàng Thị Dung")
