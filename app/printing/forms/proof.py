"""Phiếu chứng minh thời gian giải quyết hồ sơ: a form of the office's own, no law prescribes it.

Everything it says is worked out from facts that go with it as a file inside the PDF, so that it
can be counted again by whoever holds it (``verify --proof``).
"""

from collections.abc import Sequence
from functools import partial

from app.domain.forms.codes import PROOF_FORM
from app.printing.form import Form, Subject
from app.printing.forms.dossier_codes import (
    DossierCodes,
    dossier_codes,
    dossier_flow,
    place_codes,
)
from app.printing.layout.attaching import Attachment
from app.printing.layout.fitting import LaidOut, on_sheets
from app.printing.layout.fonts import Face
from app.printing.layout.head import official_head
from app.printing.layout.labelled import GAP, labelled
from app.printing.layout.page import Flow, Mark, Style
from app.printing.layout.signatures import signatures
from app.printing.layout.styles import STYLES
from app.printing.layout.table import Align, Column, table
from app.printing.layout.times import long_date
from app.printing.layout.wrapping import Run
from app.printing.paper import Paper
from app.printing.proof_content import ProofContent

NAME = "Phiếu chứng minh thời gian giải quyết hồ sơ"
FACTS_FILE = "du-lieu.json"
"""The facts, as the file inside the PDF is called."""
_TIMES = (
    Column("Thời điểm", 0.2),
    Column("Việc", 0.32),
    Column("Cán bộ", 0.2),
    Column("Cơ quan làm", 0.14, Align.CENTRE),
    Column("Chờ người dân", 0.14, Align.CENTRE),
)
_PROMISES = (Column("Hẹn trả", 0.36), Column("Vì", 0.28), Column("Hẹn lúc", 0.36))
_SENT = (Column("Thời điểm", 0.22), Column("Việc", 0.34), Column("Tệp, câu trả lời", 0.44))
_HOW = (
    "Thời gian tính bằng giờ làm việc; 8 giờ làm việc ghi là một ngày. Dữ liệu để tính lại đi kèm "
    f"trong tệp PDF ({FACTS_FILE}); lệnh verify --proof tính lại và so với phiếu này. Phiếu chưa "
    "được ký số: tính lại được chứng tỏ các số khớp nhau, còn chuỗi sổ cái thì so với bản tổng hợp "
    "ngày đã in hoặc với sổ cái của cơ quan."
)


def lay_out(content: ProofContent, codes: DossierCodes, style: Style) -> list[list[Mark]]:
    """The pages of the proof."""
    flow = dossier_flow(codes, style)
    official_head(
        flow,
        superior_body=content.superior_body,
        office=content.office,
        number="",
        place_and_date=f"{content.place or '…………'}, {long_date(content.printed_on)}",
    )
    place_codes(flow, codes)
    flow.space(0.8 * style.body)
    flow.centred([Run(NAME.upper(), Face.BOLD)], style.title)
    flow.centred([Run("Mã hồ sơ:"), Run(content.code, Face.BOLD)], style.body)
    flow.space(0.5 * style.body)
    for label, value in content.about:
        labelled(flow, f"{label}:", value)
    _part(flow, "Các lần hẹn trả", _PROMISES, content.promises)
    times = [(it.at, it.what, it.who, it.at_work, it.waiting) for it in content.times]
    _part(flow, "Diễn biến", _TIMES, times)
    for label, value in content.totals:
        labelled(flow, f"{label}:", value, Face.BOLD)
    if content.sent:
        _part(flow, "Gửi tỉnh và trả lời", _SENT, content.sent)
    else:
        labelled(flow, "Gửi tỉnh:", "chưa gửi")
    labelled(flow, "Căn cứ tính hạn:", "; ".join(content.basis))
    _chain(flow, content)
    signatures(flow, left=None, right=("NGƯỜI LẬP PHIẾU", content.officer))
    return flow.pages


def _part(flow: Flow, head: str, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
    flow.space(GAP * flow.style.body)
    flow.text([Run(head, Face.BOLD)], flow.style.body)
    flow.space(GAP * flow.style.body)
    table(flow, columns, rows)
    flow.space(2 * GAP * flow.style.body)


def _chain(flow: Flow, content: ProofContent) -> None:
    size = flow.style.note
    flow.space(GAP * flow.style.body)
    for line in (*content.chain, f"SHA-256 của dữ liệu: {content.sha256}", _HOW):
        flow.text([Run(line)], size)
        flow.space(0.1 * size)


def _on_sheets(paper: Paper, content: ProofContent, mark: str) -> LaidOut:
    codes = dossier_codes(content.code, content.code, digits="", is_provisional=False)
    return on_sheets(partial(lay_out, content, codes), STYLES[paper], mark)


def _facts(content: ProofContent) -> Attachment:
    return Attachment(FACTS_FILE, "Dữ liệu của phiếu, để tính lại", content.facts.encode())


FORM = Form(
    code=PROOF_FORM,
    name=NAME,
    subject=Subject.PROOF,
    content=ProofContent,
    layouts={paper: partial(_on_sheets, paper) for paper in (Paper.A4, Paper.A5)},
    marks_reprints=False,
    attachment=_facts,
)
