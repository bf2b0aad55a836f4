"""Giấy mời nhận kết quả: to whoever has a result waiting, what to bring, and what is to be paid.

No circular prescribes it: results that are ready are announced to the applicant (Decree
61/2018/NĐ-CP art. 20, clause 4, and the rules of offices since), in the form of a letter of
invitation (giấy mời, GM) as Decree 30/2020/NĐ-CP abbreviates it.
"""

from dataclasses import dataclass
from functools import partial

from app.domain.catalogue.procedure import ReturnBy
from app.domain.forms.codes import COLLECT_FORM
from app.domain.money.fee import dong
from app.domain.workflow.states import DossierState
from app.printing.content import minute_text
from app.printing.facts import FormFacts
from app.printing.form import Form, Subject
from app.printing.forms.dossier_codes import (
    DossierCodes,
    dossier_codes,
    dossier_flow,
    place_codes,
)
from app.printing.forms.dossier_words import digits_of_code, dossier_qr, represented_by
from app.printing.layout.fitting import LaidOut, on_sheets
from app.printing.layout.fonts import Face
from app.printing.layout.head import official_head
from app.printing.layout.labelled import GAP, labelled
from app.printing.layout.page import Flow, Mark, Style, centred
from app.printing.layout.signatures import signatures
from app.printing.layout.styles import STYLES
from app.printing.layout.times import long_date, long_moment
from app.printing.layout.wrapping import Run
from app.printing.paper import Paper

NAME = "Giấy mời nhận kết quả"


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectContent:
    """Everything the notice says, as it was on the day it was made.

    Times are texts made by `minute_text`, `printed_on` is an ISO date. `result` names what is
    ready; `early` says that it is so before the promised day; `due` is the sum still to be paid, in
    words, empty for none; `is_agent` that somebody else brought the papers. `by_post` says that it
    was to be sent, and waits here all the same.
    """

    superior_body: str
    office: str
    place: str
    printed_on: str
    number: str
    code: str
    digits: str
    is_provisional: bool
    qr_text: str
    desk: str
    procedure_code: str
    procedure_name: str
    applicant_name: str
    address: str
    phone: str
    representative: str
    finished_at: str
    due_at: str
    result: str
    early: bool
    due: str
    officer: str
    desk_phone: str = ""
    by_post: bool = False


def collect_content(facts: FormFacts) -> CollectContent:
    """What the notice about a finished dossier says."""
    dossier, settings = facts.dossier, facts.settings
    finished_at = dossier.finished_at or facts.printed_at
    due_at, head = dossier.due_at, settings.letterhead
    outcomes = facts.procedure.outcomes
    return CollectContent(
        superior_body=head.above,
        office=head.issuer,
        place=settings.place,
        printed_on=facts.printed_at.date().isoformat(),
        number=facts.number,
        code=dossier.shown_code,
        digits=digits_of_code(dossier.code),
        is_provisional=settings.provisional_line and not dossier.official_code,
        qr_text=dossier_qr(dossier, settings, paper=NAME, issued_at=finished_at),
        desk=settings.desk,
        procedure_code=dossier.procedure_code,
        procedure_name=dossier.procedure_name,
        applicant_name=dossier.applicant.full_name,
        address=dossier.applicant.address,
        phone=dossier.applicant.phone,
        representative=represented_by(dossier.representative),
        finished_at=minute_text(finished_at),
        due_at=minute_text(due_at) if due_at else "",
        result=outcomes[0].name if len(outcomes) == 1 else "Kết quả giải quyết thủ tục hành chính",
        early=due_at is not None and finished_at.date() < due_at.date(),
        due=dong(facts.outstanding) if facts.outstanding else "",
        officer=facts.officer,
        desk_phone=settings.desk_phone,
        by_post=dossier.return_by is ReturnBy.POST,
    )


def lay_out(content: CollectContent, codes: DossierCodes, style: Style) -> list[list[Mark]]:
    """The pages of the notice."""
    flow = dossier_flow(codes, style)
    official_head(
        flow,
        superior_body=content.superior_body,
        office=content.office,
        number=f"Số: {content.number}",
        place_and_date=f"{content.place or '…………'}, {long_date(content.printed_on)}",
    )
    place_codes(flow, codes)
    _title(flow)
    _about(flow, content)
    _comes(flow, content)
    signatures(flow, left=None, right=("NGƯỜI TRẢ KẾT QUẢ", content.officer))
    return flow.pages


def _title(flow: Flow) -> None:
    style = flow.style
    flow.space(0.8 * style.body)
    middle = style.left + style.text_width / 2
    marks, y = centred(
        [Run(NAME.upper(), Face.BOLD)], middle, flow.y, style.title, style.text_width
    )
    flow.place(*marks)
    flow.y = y + 0.8 * style.body


def _about(flow: Flow, content: CollectContent) -> None:
    labelled(flow, "Kính mời:", content.applicant_name, Face.BOLD)
    labelled(flow, "Địa chỉ:", content.address)
    labelled(flow, "Số điện thoại:", content.phone)
    labelled(flow, "Người nộp hồ sơ:", content.representative)
    labelled(flow, "Mã hồ sơ:", content.code, Face.BOLD)
    code = f"(mã\u00a0{content.procedure_code})" if content.procedure_code else ""
    flow.text(
        [Run("Thủ tục hành chính:"), Run(content.procedure_name, Face.BOLD), Run(code)],
        flow.style.body,
    )
    flow.space(GAP * flow.style.body)
    labelled(flow, "Kết quả:", content.result, Face.BOLD)
    ready = long_moment(content.finished_at)
    labelled(flow, "Có kết quả:", f"{ready}, trước hạn" if content.early else ready)
    labelled(flow, "Thời gian hẹn trả:", long_moment(content.due_at) if content.due_at else "")


def _comes(flow: Flow, content: CollectContent) -> None:
    """Where, when, with what and how much."""
    size = flow.style.body
    flow.space(GAP * size)
    where = content.desk or content.office
    if content.desk and content.desk != content.office:
        where = f"{content.desk}, {content.office}"
    flow.text([Run("Mời Ông/Bà đến nhận kết quả:")], size)
    flow.space(GAP * size)
    labelled(flow, "1. Nơi nhận:", where)
    labelled(flow, "2. Thời gian:", "trong giờ làm việc, kể từ ngày ghi trên giấy này.")
    labelled(
        flow,
        "3. Mang theo:",
        "Giấy tiếp nhận hồ sơ và hẹn trả kết quả; giấy tờ tùy thân (căn cước, hộ chiếu). Người "
        "nhận thay mang thêm văn bản ủy quyền.",
    )
    money, face = "không phải nộp thêm.", Face.REGULAR
    if content.due:
        money, face = f"{content.due}, nộp trước khi nhận kết quả.", Face.BOLD
    labelled(flow, "4. Phí, lệ phí còn phải nộp:", money, face)
    if content.by_post:
        post = "Ông/Bà đã đăng ký nhận qua bưu chính; có thể đến nhận trực tiếp theo giấy này."
        flow.text([Run(post)], size)
        flow.space(GAP * size)
    phone = content.desk_phone or "……………………………"
    flow.text([Run(f"Cần hỏi thêm, xin liên hệ {content.officer}, số điện thoại {phone}.")], size)
    flow.space(GAP * size)


def _on_sheets(paper: Paper, content: CollectContent, mark: str) -> LaidOut:
    codes = dossier_codes(
        content.code,
        content.qr_text,
        digits=content.digits,
        is_provisional=content.is_provisional,
    )
    return on_sheets(partial(lay_out, content, codes), STYLES[paper], mark)


FORM = Form(
    code=COLLECT_FORM,
    name=NAME,
    subject=Subject.DOSSIER,
    content=CollectContent,
    content_from=collect_content,
    series="GM",
    layouts={paper: partial(_on_sheets, paper) for paper in (Paper.A5, Paper.A4)},
    on_demand=frozenset({DossierState.FINISHED}),
)
