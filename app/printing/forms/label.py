"""A 50 x 30 mm label for the dossier's cover: who, what, and 14 digits as bars and as QR."""

from app.domain.dossier.identity import IdKind
from app.domain.forms.codes import LABEL_FORM, RECEIPT_FORM
from app.printing.codes.barcode import code128, qr
from app.printing.codes.dots import DOT, dots, on_dots, sheet
from app.printing.content import ReceiptContent, is_draft
from app.printing.form import Form, Subject
from app.printing.forms.label_digits import digits_of, spaced
from app.printing.layout.brief import brief
from app.printing.layout.fitting import LaidOut
from app.printing.layout.fonts import Face, width
from app.printing.layout.page import LEADING, MM, Flow, Style, Words, placed
from app.printing.layout.shaping import clusters
from app.printing.layout.wrapping import Run
from app.printing.letters import printable
from app.printing.paper import Paper

_WIDTH, _HEIGHT, _MARGIN = 400, 240, 20
"""Dots of a 203 dpi printer: 50 x 30 mm; the margin is the bars' quiet zone as well."""
_MODULE, _QR_MODULE = 2, 3
_BAR_HEIGHT = dots(8 * MM)
_STYLE = Style(
    width=sheet(_WIDTH),
    height=sheet(_HEIGHT),
    left=_MARGIN * DOT,
    right=_MARGIN * DOT,
    top=12 * DOT,
    bottom=16 * DOT,
    body=9.5,
    head=8.5,
    motto=0,
    title=9.5,
    table=7.5,
    hint=7.5,
    note=6.5,
    signing=0,
    bar_height=_BAR_HEIGHT * DOT,
)


def lay_out_label(content: ReceiptContent, mark: str) -> LaidOut:
    """The label; `mark` says that it is a reprint or a preview."""
    flow = Flow(_STYLE, lambda _: ())
    room = _STYLE.text_width
    _line(flow, content.code, Face.BOLD, _STYLE.head)
    # A body's name may need both lines: whose it is stands at its end.
    is_body = content.identity_kind is IdKind.TAX_CODE
    name = short_name(content, _STYLE.body, room)
    lines = _line(flow, name, Face.BOLD, _STYLE.body, most=2 if is_body else 1)
    _line(flow, content.procedure_name, Face.REGULAR, _STYLE.table, most=3 - lines)
    foot = _STYLE.floor
    digits = digits_of(content) if content.code else ""
    if digits:
        bars = code128(digits)
        y = foot - _STYLE.note * LEADING - 1 - _STYLE.bar_height
        flow.place(on_dots(bars, left=_MARGIN, y=y, module=_MODULE, height=_BAR_HEIGHT))
        square = qr(digits)
        left = _WIDTH - _MARGIN - square.columns * _QR_MODULE
        flow.place(on_dots(square, left=left, y=y, module=_QR_MODULE))
        flow.place(Words(_STYLE.left, foot, Face.REGULAR, _STYLE.table, spaced(digits)))
    if mark:
        end = _STYLE.width - _STYLE.right - width(mark, Face.ITALIC, _STYLE.note)
        flow.place(Words(end, foot, Face.ITALIC, _STYLE.note, mark))
    return LaidOut(_STYLE, flow.pages)


def short_name(content: ReceiptContent, size: float, room: float) -> str:
    """The applicant's name on one line: a person's first words become initials where they must.

    The given name stands last and stays whole; of an organisation the end is cut by the caller.
    """
    name = printable(content.applicant_name)
    if content.identity_kind is IdKind.TAX_CODE:
        return name
    words = name.split()
    for short in range(len(words)):
        tried = " ".join([*(f"{clusters(word)[0]}." for word in words[:short]), *words[short:]])
        if width(tried, Face.BOLD, size) <= room:
            return tried
    return name


def _line(flow: Flow, text: str, face: Face, size: float, *, most: int = 1) -> int:
    """Write `text` in at most so many lines; how many it took."""
    lines = brief([Run(text, face)], size, _STYLE.text_width, most)
    for line in lines:
        flow.place(*placed(line, _STYLE.left, flow.y, size))
        flow.space(size * LEADING)
    return len(lines)


FORM = Form(
    code=LABEL_FORM,
    name="Nhãn hồ sơ",
    subject=Subject.DOSSIER,
    content=ReceiptContent,
    content_of=RECEIPT_FORM,
    layouts={Paper.LABEL: lay_out_label},
    is_draft=is_draft,
    setting="form_label",
)
