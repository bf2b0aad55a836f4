"""Mẫu 03, Phiếu từ chối tiếp nhận giải quyết hồ sơ, in the sets of 2018 and 2025.

The words are those of Circular 01/2018/TT-VPCP. The layout Circular 03/2025/TT-VPCP prints was not
seen: `tt03-2025` is that of 2018 with the field offices print in 2025–26. It is printed of a
dossier that was refused after its receipt, and before there is a dossier, where papers were not
taken in at all; both are numbered in one series.
"""

from dataclasses import dataclass

from app.domain.forms.codes import REFUSAL_FORM
from app.domain.forms.form_set import FormSet
from app.printing.facts import FormFacts
from app.printing.form import Form, Subject
from app.printing.forms.dossier_codes import DossierCodes
from app.printing.forms.ends.sheet import (
    AboutDossier,
    about_dossier,
    begin,
    on_every_sheet,
    place_about,
    place_head,
    sentence,
)
from app.printing.layout.labelled import GAP
from app.printing.layout.page import Mark, Style
from app.printing.layout.signatures import signatures
from app.printing.paper import Copy

NAME = "Phiếu từ chối tiếp nhận giải quyết hồ sơ"


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalContent(AboutDossier):
    """Everything Form 03 says; `submitter` is who signs on the left."""

    reason: str
    submitter: str


def refusal_content(facts: FormFacts) -> RefusalContent:
    """What the paper of the refusal `facts.ended` says.

    Raises:
        ValueError: nothing was refused.
    """
    dossier, ended = facts.dossier, facts.ended
    if ended is None:
        raise ValueError("a form about an end, without one")
    brings = dossier.representative or dossier.applicant
    return RefusalContent(
        **about_dossier(facts, name=NAME, officer=ended.officer),  # type: ignore[arg-type]  # one mapping
        reason=ended.reason,
        submitter=brings.full_name,
    )


def lay_out(content: RefusalContent, codes: DossierCodes, style: Style) -> list[list[Mark]]:
    """The pages of one copy."""
    flow = begin(codes, style)
    place_head(flow, content, codes, NAME)
    place_about(flow, content, "Tiếp nhận hồ sơ của:")
    flow.space(2 * GAP * style.body)
    sentence(
        flow,
        f"Qua xem xét, {content.desk or content.office} thông báo không tiếp nhận, giải quyết hồ "
        "sơ này với lý do cụ thể như sau:",
    )
    sentence(flow, content.reason)
    sentence(flow, "Xin thông báo cho Ông/Bà được biết và thực hiện.")
    signatures(
        flow,
        left=("NGƯỜI NỘP HỒ SƠ", content.submitter),
        right=("NGƯỜI TIẾP NHẬN HỒ SƠ", content.officer),
    )
    return flow.pages


FORM = Form(
    code=REFUSAL_FORM,
    name=NAME,
    subject=Subject.ENDING,
    sets=(FormSet.TT01_2018, FormSet.TT03_2025),
    content=RefusalContent,
    content_from=refusal_content,
    series="TCHS",
    layouts=on_every_sheet(lay_out),
    copies={Copy.KEPT: "(Liên: Lưu)", Copy.GIVEN: "(Liên: Giao người nộp)"},
)
