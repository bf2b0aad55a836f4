"""Mẫu 05, Thông báo dừng giải quyết hồ sơ: mẫu tạm – chưa đối chiếu bản gốc.

Only the set of 2025 has it (Circular 03/2025/TT-VPCP); its layout was not seen. It says what a
2026 analysis of the form names: the request to stop or who decided, at which stage, the decision,
and what becomes of the fee. A dossier is stopped, or withdrawn by its applicant, only before there
is a result.
"""

from dataclasses import dataclass

from app.domain.forms.codes import STOP_FORM
from app.domain.forms.form_set import FormSet
from app.domain.money.fee import dong, due_of
from app.domain.workflow.states import DossierEvent
from app.printing.content import minute_text
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
from app.printing.layout.labelled import GAP, labelled
from app.printing.layout.page import Mark, Style
from app.printing.layout.signatures import signatures
from app.printing.layout.times import long_moment
from app.printing.paper import Copy
from app.wording.terms import word_for

NAME = "Thông báo dừng giải quyết hồ sơ"


@dataclass(frozen=True, slots=True, kw_only=True)
class StopContent(AboutDossier):
    """Everything Form 05 says.

    `is_asked` says that the applicant asked for it, else the office decided; `stage` is where the
    dossier stood, `ended_at` a text made by `minute_text`. `paid` and `given_back` are in đồng,
    `is_free` that nothing was to be paid.
    """

    is_asked: bool
    stage: str
    ended_at: str
    reason: str
    submitter: str
    is_free: bool
    paid: int
    given_back: int


def stop_content(facts: FormFacts) -> StopContent:
    """What the paper of the end `facts.ended` says.

    Raises:
        ValueError: nothing was stopped.
    """
    dossier, ended = facts.dossier, facts.ended
    if ended is None:
        raise ValueError("a form about an end, without one")
    brings = dossier.representative or dossier.applicant
    return StopContent(
        **about_dossier(facts, name=NAME, officer=ended.officer),  # type: ignore[arg-type]  # one mapping
        is_asked=ended.event is DossierEvent.WITHDRAW,
        stage=word_for(ended.stage),
        ended_at=minute_text(ended.at),
        reason=ended.reason,
        submitter=brings.full_name,
        is_free=not due_of(dossier.fees) and not facts.paid,
        paid=facts.paid,
        given_back=facts.given_back,
    )


def lay_out(content: StopContent, codes: DossierCodes, style: Style) -> list[list[Mark]]:
    """The pages of one copy."""
    flow = begin(codes, style)
    place_head(flow, content, codes, NAME)
    place_about(flow, content, "Hồ sơ của:")
    flow.space(2 * GAP * style.body)
    office = content.desk or content.office
    asked = (
        "theo đề nghị của người nộp hồ sơ" if content.is_asked else f"theo quyết định của {office}"
    )
    sentence(
        flow,
        f"{office} thông báo dừng giải quyết hồ sơ này từ {long_moment(content.ended_at)}, "
        f"{asked}, khi chưa có quyết định về kết quả.",
    )
    labelled(flow, "Hồ sơ đang ở bước:", content.stage)
    labelled(flow, "Lý do:", content.reason)
    labelled(flow, "Phí, lệ phí:", _fee_words(content))
    sentence(flow, "Xin thông báo cho Ông/Bà được biết.")
    signatures(
        flow,
        left=("NGƯỜI NỘP HỒ SƠ", content.submitter),
        right=("NGƯỜI RA THÔNG BÁO", content.officer),
    )
    return flow.pages


def _fee_words(content: StopContent) -> str:
    if content.is_free:
        return "không phải nộp"
    if not content.paid:
        return "chưa nộp, không phải nộp nữa"
    kept = content.paid - content.given_back
    words = f"đã nộp {dong(content.paid)}, đã hoàn trả {dong(content.given_back)}"
    return f"{words}, chưa hoàn trả {dong(kept)}" if kept else words


FORM = Form(
    code=STOP_FORM,
    name=NAME,
    subject=Subject.ENDING,
    sets=(FormSet.TT03_2025,),
    content=StopContent,
    content_from=stop_content,
    series="TBDHS",
    layouts=on_every_sheet(lay_out),
    copies={Copy.KEPT: "(Liên: Lưu)", Copy.GIVEN: "(Liên: Giao người nộp)"},
    is_unseen=True,
)
