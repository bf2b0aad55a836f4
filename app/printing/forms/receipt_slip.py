"""Form 01 as an 80 mm slip: what the citizen keeps, with the promise large and both codes.

It is as long as its text. The form's whole wording stands on A4 and A5; here the words of the law
are kept where they label a value, and long texts are cut with “…” so that no roll is emptied.
"""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.office_name import head_lines
from app.printing.codes.barcode import QR_QUIET_MODULES, Symbol, code128, qr
from app.printing.codes.dots import (
    DOT,
    ROLL_PRINTED,
    ROLL_WIDTH,
    dots,
    largest_module,
    on_dots,
    sheet,
)
from app.printing.content import PaperRow, ReceiptContent
from app.printing.forms.label_digits import digits_of, spaced
from app.printing.forms.receipt_wording import PROVISIONAL, UNCONFIRMED, WORDINGS
from app.printing.layout import corner
from app.printing.layout.brief import brief, centred, left
from app.printing.layout.fitting import LaidOut
from app.printing.layout.fonts import Face, width
from app.printing.layout.page import HAIR, LEADING, MM, Flow, Rule, Style, placed
from app.printing.layout.times import plain_moment, short_moment
from app.printing.layout.wrapping import Run, wrap

MOST_PAPERS = 40
"""Papers named one by one; of more, the rest is counted."""
_NAME_LINES = 3
_BAR_LARGEST_MODULE, _BAR_LEAST_MODULE = 3, 2
_QR_LARGEST_MODULE = 4
_QR_ROOM = 232
_MARGIN = (ROLL_WIDTH - ROLL_PRINTED) // 2
_TOP = 2 * MM
_STYLE = Style(
    width=sheet(ROLL_WIDTH),
    height=14_000,
    left=_MARGIN * DOT,
    right=_MARGIN * DOT,
    top=_TOP + corner.HEIGHT + 3,
    bottom=6 * MM,
    body=10.5,
    head=9.5,
    motto=9.5,
    title=12,
    table=9.5,
    hint=9,
    note=9,
    signing=0,
    bar_height=12 * MM,
)


def lay_out_slip(content: ReceiptContent, mark: str) -> LaidOut:
    """The slip on paper just long enough for it; `mark` says that it is a reprint or a preview."""
    flow = Flow(_STYLE, lambda _: ())
    flow.place(*corner.boxed(mark, right=_STYLE.width - _STYLE.right, top=_TOP))
    _head(flow, content)
    _title(flow)
    _code(flow, content)
    _promise(flow, content)
    _facts(flow, content)
    _papers(flow, content.documents)
    _notes(flow, content)
    return LaidOut(_cut(flow), flow.pages)


def _cut(flow: Flow) -> Style:
    """The style with the paper ending below the last line, after a whole number of dots."""
    return replace(_STYLE, height=sheet(dots(flow.y + _STYLE.bottom)))


def _head(flow: Flow, content: ReceiptContent) -> None:
    """QR at the upper left (Circular 01/2023/TT-VPCP art. 26), beside it who issues the slip."""
    top, beside, end = flow.y, _MARGIN, flow.y
    if content.code and content.qr_text:
        symbol = qr(content.qr_text)
        module = largest_module(symbol, _QR_ROOM, most=_QR_LARGEST_MODULE)
        mark = on_dots(symbol, left=beside, y=top, module=module)
        flow.place(mark)
        beside += (symbol.columns + QR_QUIET_MODULES + 1) * module
        end = mark.y + mark.height
    room = _STYLE.width - _STYLE.right - beside * DOT
    lines = [
        *(
            line
            for body, face in ((content.superior_body, Face.REGULAR), (content.office, Face.BOLD))
            for words in head_lines(body)
            for line in brief([Run(words, face)], _STYLE.head, room)
        ),
        *brief([Run(f"Số: {content.number or '…………/TNHS'}")], _STYLE.head, room),
    ]
    for line in lines:
        flow.place(*placed(line, beside * DOT, flow.y, _STYLE.head))
        flow.y += _STYLE.head * LEADING
    flow.y = max(end, flow.y) + 6


def _title(flow: Flow) -> None:
    centred(flow, [Run("PHIẾU HẸN", Face.BOLD)], _STYLE.title)
    centred(flow, [Run("(bản rút gọn)", Face.ITALIC)], _STYLE.hint)
    flow.space(4)


def _code(flow: Flow, content: ReceiptContent) -> None:
    """The dossier code over its bars; too wide a code gives way to its 14 digits."""
    if not content.code:
        return
    centred(flow, [Run("Mã hồ sơ:"), Run(content.code, Face.BOLD)], _STYLE.title)
    flow.space(2)
    bars, below = _bars(content)
    if bars is not None:
        module = largest_module(bars, ROLL_PRINTED, most=_BAR_LARGEST_MODULE)
        mark = on_dots(
            bars,
            left=(ROLL_WIDTH - bars.columns * module) // 2,
            y=flow.y,
            module=module,
            height=dots(_STYLE.bar_height),
        )
        flow.place(mark)
        flow.y = mark.y + mark.height + 2
        centred(flow, [Run(below)], _STYLE.note)
    if content.is_provisional:
        centred(flow, [Run(PROVISIONAL, Face.ITALIC)], _STYLE.note)
    flow.space(3)


def _bars(content: ReceiptContent) -> tuple[Symbol | None, str]:
    """Bars that fit across the roll, and what stands beneath them; the margins are quiet zones."""
    symbol = code128(content.code) if content.code.isascii() else None
    if symbol is not None and symbol.columns * _BAR_LEAST_MODULE <= ROLL_PRINTED:
        return symbol, ""
    digits = digits_of(content)
    return (code128(digits), spaced(digits)) if digits else (None, "")


def _promise(flow: Flow, content: ReceiptContent) -> None:
    """The promise between two rules, to be read at arm's length."""
    _rule(flow)
    centred(flow, [Run("THỜI GIAN TRẢ KẾT QUẢ", Face.BOLD)], _STYLE.head)
    if content.due_at is None:
        centred(flow, [Run("Không quy định", Face.BOLD)], 17)
    else:
        time, day = short_moment(content.due_at)
        centred(flow, [Run(time, Face.BOLD)], 19)
        centred(flow, [Run(day, Face.BOLD)], 17)
    place = content.return_place or content.desk or content.office
    centred(flow, [Run(f"tại: {place}")], _STYLE.body)
    flow.space(2)
    _rule(flow)


def _facts(flow: Flow, content: ReceiptContent) -> None:
    fees = WORDINGS[content.form_set].fees
    facts = [
        ("Tiếp nhận hồ sơ của:", content.applicant_name, Face.BOLD),
        (f"{content.representative_label}:", content.representative, Face.REGULAR),
        ("Thủ tục:", content.procedure_name, Face.BOLD),
        ("Mã thủ tục:", content.procedure_code, Face.REGULAR),
        ("Thời gian nhận hồ sơ:", plain_moment(content.received_at), Face.REGULAR),
        ("Thời gian giải quyết:", content.limit_text, Face.REGULAR),
        (fees or "", content.fees_text if fees else "", Face.REGULAR),
        ("Người tiếp nhận:", content.officer, Face.REGULAR),
    ]
    for words, value, face in facts:
        if value:
            left(flow, [Run(words), Run(value, face)], _STYLE.body)


def _papers(flow: Flow, rows: Sequence[PaperRow]) -> None:
    """How many papers were handed in, then their names."""
    flow.space(3)
    if not rows:
        left(flow, [Run("Thành phần hồ sơ: không có")], _STYLE.body)
        return
    left(flow, [Run(f"Thành phần hồ sơ: {len(rows):02d} loại giấy tờ", Face.BOLD)], _STYLE.body)
    for nth, row in enumerate(rows[:MOST_PAPERS], 1):
        number = f": {row.quantity:02d}" if row.quantity else ""
        count = Run(f"({row.kind.lower()}{number})", Face.ITALIC)
        _paper(flow, f"{nth}.", row.name, count)
    if len(rows) > MOST_PAPERS:
        left(flow, [Run(f"… và {len(rows) - MOST_PAPERS} loại giấy tờ khác.")], _STYLE.table)


def _paper(flow: Flow, number: str, name: str, count: Run) -> None:
    """A paper's name beside its number, cut if it is long, and always its count."""
    size, indent = _STYLE.table, width("00. ", Face.REGULAR, _STYLE.table)
    room = _STYLE.text_width - indent
    lines = wrap([Run(name), count], size, room)
    if len(lines) > _NAME_LINES:
        lines = [*brief([Run(name)], size, room, _NAME_LINES - 1), *wrap([count], size, room)]
    flow.place(*placed(wrap([Run(number)], size, indent)[0], _STYLE.left, flow.y, size))
    for line in lines:
        flow.place(*placed(line, _STYLE.left + indent, flow.y, size))
        flow.y += size * LEADING


def _notes(flow: Flow, content: ReceiptContent) -> None:
    notes = [one for one in (content.reissued, content.note) if one]
    if content.due_at and not content.calendar_confirmed:
        notes.append(UNCONFIRMED.removeprefix("- "))
    if notes:
        flow.space(3)
        left(flow, [Run("Ghi chú:", Face.BOLD)], _STYLE.note)
    for note in notes:
        left(flow, [Run(note)], _STYLE.note)


def _rule(flow: Flow) -> None:
    flow.space(3)
    flow.place(Rule(_STYLE.left, flow.y, _STYLE.text_width, 2 * HAIR))
    flow.space(4)
