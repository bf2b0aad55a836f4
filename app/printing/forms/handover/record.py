"""Biên bản bàn giao hồ sơ: a form of the office's own, in two copies, no law prescribes it.

It lists every dossier that goes along with the sheets of its papers. Once its receiver has scanned
the stack back, a print also says what was found.
"""

from collections.abc import Sequence
from functools import partial

from app.domain.forms.codes import HANDOVER_FORM
from app.domain.workflow.handover import HANDOVER_SERIES, HandedDossier
from app.printing.form import Form, Subject
from app.printing.handover_content import HandoverContent
from app.printing.layout.fitting import LaidOut, on_sheets
from app.printing.layout.fonts import Face, width
from app.printing.layout.head import official_head
from app.printing.layout.labelled import GAP, labelled
from app.printing.layout.page import CopyName, Flow, Mark, Style, Words, copy_name
from app.printing.layout.signatures import signatures
from app.printing.layout.styles import STYLES
from app.printing.layout.table import Align, Column, table
from app.printing.layout.times import long_date, long_moment, plain_moment
from app.printing.layout.wrapping import Run
from app.printing.paper import Copy, Paper

NAME = "Biên bản bàn giao hồ sơ"
_COLUMNS = (
    Column("STT", 0.065, Align.CENTRE),
    Column("Mã hồ sơ", 0.19),
    Column("Người nộp", 0.19),
    Column("Thủ tục", 0.255),
    Column("Bản chính", 0.08, Align.CENTRE, "Số giấy tờ"),
    Column("Bản sao", 0.08, Align.CENTRE, "Số giấy tờ"),
    Column("Hẹn trả", 0.14, Align.CENTRE),
)


def lay_out(content: HandoverContent, style: Style) -> list[list[Mark]]:
    """The pages of one copy."""
    flow = Flow(style, partial(_running_head, content, style))
    day = content.made_at.partition("T")[0]
    official_head(
        flow,
        superior_body=content.superior_body,
        office=content.office,
        number=f"Số: {content.number}",
        place_and_date=f"{content.place or '…………'}, {long_date(day)}",
    )
    flow.space(0.8 * style.body)
    flow.centred([Run(NAME.upper(), Face.BOLD)], style.title)
    flow.place(copy_name(style.left + style.text_width / 2, flow.y, style.hint))
    flow.space(1.8 * style.hint)
    labelled(flow, "Thời gian bàn giao:", long_moment(content.made_at))
    labelled(flow, "Bên giao:", content.giver, Face.BOLD)
    labelled(flow, "Bên nhận:", content.receiver, Face.BOLD)
    labelled(flow, "Ghi chú:", content.note)
    flow.space(0.3 * style.body)
    table(flow, _COLUMNS, [_row(nth, line) for nth, line in enumerate(content.lines, start=1)])
    flow.space(0.4 * style.body)
    flow.text([Run(_sums(content))], style.body)
    _found(flow, content)
    signatures(
        flow,
        left=("ĐẠI DIỆN BÊN GIAO", content.officer),
        right=("ĐẠI DIỆN BÊN NHẬN", content.receiving_officer),
    )
    return flow.pages


def _row(nth: int, line: HandedDossier) -> Sequence[str]:
    due = f"{line.due_at:%H:%M}\n{line.due_at:%d/%m/%Y}" if line.due_at else "–"
    return (
        str(nth),
        line.code,
        line.applicant,
        line.procedure,
        str(line.originals),
        str(line.copies),
        due,
    )


def _sums(content: HandoverContent) -> str:
    originals = sum(line.originals for line in content.lines)
    copies = sum(line.copies for line in content.lines)
    return (
        f"Cộng: {len(content.lines)} hồ sơ; giấy tờ kèm theo: {originals} bản chính, "
        f"{copies} bản sao."
    )


def _found(flow: Flow, content: HandoverContent) -> None:
    """What the receiver found, once the stack was scanned back."""
    if not content.counted:
        return
    size = flow.style.body
    flow.space(GAP * size)
    at = plain_moment(content.counted)
    words = f"Bên nhận quét lại, đến {at}: đã nhận {content.taken}/{len(content.lines)} hồ sơ."
    flow.text([Run(words, Face.BOLD)], size)
    for line in content.found or ("Không có chênh lệch.",):
        flow.space(GAP * size)
        flow.text([Run(f"– {line}")], size)


def _running_head(content: HandoverContent, style: Style, page: int) -> Sequence[Mark]:
    """The page's number in the middle of the top margin, the record's at the left."""
    base, number = style.top - style.head, str(page)
    middle = style.left + style.text_width / 2
    half = width(number, Face.REGULAR, style.head) / 2
    return (
        Words(style.left, base, Face.REGULAR, style.note, f"{NAME} số {content.number}"),
        Words(middle - half, base, Face.REGULAR, style.head, number),
        CopyName(middle + 18, base, Face.ITALIC, style.note, is_centred=False),
    )


def _on_sheets(content: HandoverContent, mark: str) -> LaidOut:
    return on_sheets(partial(lay_out, content), STYLES[Paper.A4][1:], mark)


FORM = Form(
    code=HANDOVER_FORM,
    name=NAME,
    subject=Subject.HANDOVER,
    content=HandoverContent,
    layouts={Paper.A4: _on_sheets},
    series=HANDOVER_SERIES,
    copies={Copy.KEPT: "(Bản bên giao giữ)", Copy.GIVEN: "(Bản bên nhận giữ)"},
    marks_reprints=False,
)
