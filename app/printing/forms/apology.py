"""Mẫu 04: the apology to whoever's result is late, with the reason and the new time.

Its words in the set of 2018 are those of Circular 01/2018/TT-VPCP ("Phiếu xin lỗi và hẹn lại ngày
trả kết quả"). The layout Circular 03/2025/TT-VPCP prints was not seen: `tt03-2025` bears its title
with the fields offices print in 2025–26. Each extension is a paper of its own with its own number;
it is signed by the head of the office or a deputy.
"""

from dataclasses import dataclass
from functools import partial

from app.domain.forms.codes import APOLOGY_FORM
from app.domain.forms.form_set import FormSet
from app.printing.content import minute_text
from app.printing.facts import FormFacts
from app.printing.form import Form, Subject
from app.printing.forms.dossier_codes import (
    DossierCodes,
    dossier_codes,
    dossier_flow,
    place_codes,
)
from app.printing.forms.dossier_words import digits_of_code, dossier_qr
from app.printing.layout.fitting import LaidOut, on_sheets
from app.printing.layout.fonts import Face
from app.printing.layout.head import official_head
from app.printing.layout.labelled import GAP, labelled
from app.printing.layout.page import LEADING, Flow, Mark, Style, centred, copy_name
from app.printing.layout.signatures import signatures
from app.printing.layout.styles import STYLES
from app.printing.layout.times import long_date, long_moment
from app.printing.layout.wrapping import Run
from app.printing.paper import Copy, Paper

NAME = "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết"
_TITLES = {
    FormSet.TT01_2018: "Phiếu xin lỗi và hẹn lại ngày trả kết quả",
    FormSet.TT03_2025: NAME,
}
_UNPARTED = "GIA HẠN THỜI GIAN GIẢI QUYẾT"
"""A title that takes two lines ends in no single word."""
_SIGNED = "(Ký tên, đóng dấu)"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApologyContent:
    """Everything Form 04 says, as it was when the time was promised anew.

    Times are texts made by `minute_text`, `printed_on` is an ISO date. `number` is that of the
    paper (``0003/PXL``), `digits` are the 14 of our own number. `earlier` counts the apologies the
    dossier had before. `signer_title` has one line for each line of the signature's head.
    """

    form_set: FormSet
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
    field: str
    applicant_name: str
    address: str
    phone: str
    received_at: str
    received_by: str
    promised_at: str
    new_due_at: str
    reason: str
    signer_title: tuple[str, ...]
    signer_name: str = ""
    desk_phone: str = ""
    earlier: int = 0


def apology_content(facts: FormFacts) -> ApologyContent:
    """What the paper of the extension `facts.apology` says.

    Raises:
        ValueError: nothing was promised anew.
    """
    dossier, settings, apology = facts.dossier, facts.settings, facts.apology
    if apology is None:
        raise ValueError("a form about an apology, without one")
    who, head = dossier.applicant, settings.letterhead
    title = _TITLES[FormSet(dossier.form_set)]
    return ApologyContent(
        form_set=FormSet(dossier.form_set),
        superior_body=head.above,
        office=head.issuer,
        place=settings.place,
        printed_on=facts.printed_at.date().isoformat(),
        number=facts.number,
        code=dossier.shown_code,
        digits=digits_of_code(dossier.code),
        is_provisional=settings.provisional_line and not dossier.official_code,
        qr_text=dossier_qr(dossier, settings, paper=title, issued_at=facts.printed_at),
        desk=settings.desk,
        procedure_code=dossier.procedure_code,
        procedure_name=dossier.procedure_name,
        field=facts.procedure.field,
        applicant_name=who.full_name,
        address=who.address,
        phone=who.phone,
        received_at=minute_text(dossier.received_at),
        received_by=dossier.officer,
        promised_at=minute_text(apology.promised_at),
        new_due_at=minute_text(apology.due_at),
        reason=apology.reason,
        signer_title=settings.signer_lines,
        signer_name=settings.head_name,
        desk_phone=settings.desk_phone,
        earlier=len(dossier.apologies) - 1,
    )


def lay_out(content: ApologyContent, codes: DossierCodes, style: Style) -> list[list[Mark]]:
    """The pages of one copy; `CopyName` marks stand where its name goes."""
    flow = dossier_flow(codes, style)
    official_head(
        flow,
        superior_body=content.superior_body,
        office=content.office,
        number=f"Số: {content.number}",
        place_and_date=f"{content.place or '…………'}, {long_date(content.printed_on)}",
    )
    place_codes(flow, codes)
    _title(flow, content)
    _about(flow, content)
    _apology(flow, content)
    signatures(
        flow,
        left=None,
        right=("\n".join(content.signer_title), content.signer_name),
        hint=_SIGNED,
        recipients=("- Như trên;", f"- {content.desk or content.office};", "- Lưu: VT."),
    )
    return flow.pages


def _title(flow: Flow, content: ApologyContent) -> None:
    style = flow.style
    middle = style.left + style.text_width / 2
    flow.space(0.8 * style.body)
    words = _TITLES[content.form_set].upper().replace(_UNPARTED, _UNPARTED.replace(" ", "\u00a0"))
    title = [Run(words, Face.BOLD)]
    marks, y = centred(title, middle, flow.y, style.title, style.text_width)
    flow.place(*marks)
    code = [Run("Mã hồ sơ:"), Run(content.code, Face.BOLD)]
    marks, y = centred(code, middle, y, style.body, style.text_width)
    flow.place(*marks, copy_name(middle, y, style.hint))
    flow.y = y + style.hint * LEADING + 0.5 * style.body


def _about(flow: Flow, content: ApologyContent) -> None:
    labelled(flow, "Kính gửi:", content.applicant_name, Face.BOLD)
    labelled(flow, "Địa chỉ:", content.address)
    labelled(flow, "Số điện thoại:", content.phone)
    code = f"(mã\u00a0{content.procedure_code})" if content.procedure_code else ""
    desk = content.desk or content.office
    flow.text(
        [
            Run(f"Lúc {long_moment(content.received_at)}, {desk} tiếp nhận hồ sơ của Ông/Bà về"),
            Run(content.procedure_name, Face.BOLD),
            Run(code),
        ],
        flow.style.body,
    )
    flow.space(GAP * flow.style.body)
    labelled(flow, "Lĩnh vực:", content.field)
    labelled(flow, "Người tiếp nhận:", content.received_by)
    labelled(flow, "Thời gian hẹn trả kết quả:", long_moment(content.promised_at))


def _apology(flow: Flow, content: ApologyContent) -> None:
    """That it is late and why, the apology, and the new time."""
    size = flow.style.body
    where = (
        "đã hẹn lại trước đây"
        if content.earlier
        else "ghi trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
    )
    late = (
        f"Đến nay, {content.office} chưa giải quyết xong nên không trả được kết quả hồ sơ của "
        f"Ông/Bà trong thời gian {where}."
    )
    flow.space(GAP * size)
    flow.text([Run(late)], size)
    flow.space(GAP * size)
    labelled(flow, "Lý do:", content.reason)
    sorry = (
        f"Sự chậm trễ này gây phiền hà, tốn thời gian và công sức của Ông/Bà. {content.office} "
        "xin lỗi Ông/Bà và đề nghị được gia hạn thời gian giải quyết."
    )
    flow.text([Run(sorry)], size)
    flow.space(GAP * size)
    labelled(flow, "Thời gian hẹn trả kết quả lại:", long_moment(content.new_due_at), Face.BOLD)
    phone = f", số điện thoại {content.desk_phone}" if content.desk_phone else ""
    labelled(flow, "Nơi trả kết quả:", f"{content.desk or content.office}{phone}")
    flow.text([Run("Mong Ông/Bà thông cảm. Trân trọng.")], size)
    flow.space(GAP * size)


def _on_sheets(paper: Paper, content: ApologyContent, mark: str) -> LaidOut:
    codes = dossier_codes(
        content.code,
        content.qr_text,
        digits=content.digits,
        is_provisional=content.is_provisional,
    )
    return on_sheets(partial(lay_out, content, codes), STYLES[paper], mark)


FORM = Form(
    code=APOLOGY_FORM,
    name=NAME,
    subject=Subject.APOLOGY,
    sets=(FormSet.TT01_2018, FormSet.TT03_2025),
    content=ApologyContent,
    content_from=apology_content,
    series="PXL",
    series_setting="apology_series",
    layouts={paper: partial(_on_sheets, paper) for paper in STYLES},
    copies={Copy.KEPT: "(Liên: Lưu)", Copy.GIVEN: "(Liên: Giao người nộp)"},
)
