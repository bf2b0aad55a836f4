"""Mẫu 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả: whole on sheets, in short on a roll."""

from functools import partial

from app.domain.forms.codes import RECEIPT_FORM
from app.domain.forms.form_set import FormSet
from app.printing.content import RECEIPT_NAME, ReceiptContent, is_draft, reissue_mark
from app.printing.form import Form, Subject
from app.printing.forms import receipt_sheet
from app.printing.forms.receipt_codes import codes_of
from app.printing.forms.receipt_content import receipt_content
from app.printing.forms.receipt_slip import lay_out_slip
from app.printing.forms.receipt_wording import COPY_NAMES
from app.printing.layout.fitting import LaidOut, on_sheets
from app.printing.layout.styles import STYLES
from app.printing.paper import Paper


def _on_sheets(paper: Paper, content: ReceiptContent, mark: str) -> LaidOut:
    codes = codes_of(content)
    return on_sheets(partial(receipt_sheet.lay_out, content, codes), STYLES[paper], mark)


FORM = Form(
    code=RECEIPT_FORM,
    name=RECEIPT_NAME,
    subject=Subject.DOSSIER,
    sets=(FormSet.TT01_2018, FormSet.TT03_2025),
    content=ReceiptContent,
    content_from=receipt_content,
    series="TNHS",
    layouts={
        **{paper: partial(_on_sheets, paper) for paper in STYLES},
        Paper.ROLL_80MM: lay_out_slip,
    },
    copies=COPY_NAMES,
    is_draft=is_draft,
    own_mark=reissue_mark,
    setting="form_receipt",
    paper_settings={Paper.ROLL_80MM: "form_slip"},
    paper_names={Paper.ROLL_80MM: "Phiếu hẹn (bản rút gọn)"},
)
