"""One page that sets a scanner up: what to switch on, and four codes of ours to try it with."""

from dataclasses import dataclass
from datetime import UTC, datetime
from datetime import date as day_of

from app.domain.dossier.numbering import DEFAULT_PATTERN, format_code, label_digits
from app.domain.forms.codes import SCANNER_SHEET_FORM
from app.printing.codes.barcode import Symbol, code128, qr
from app.printing.codes.dots import DOT, dots, on_dots
from app.printing.content import qr_text
from app.printing.form import Form, NoContent, Subject
from app.printing.layout.brief import centred, left
from app.printing.layout.fitting import LaidOut
from app.printing.layout.fonts import Face
from app.printing.layout.page import LEADING, MM, Flow, Style, placed
from app.printing.layout.wrapping import Run, wrap
from app.printing.paper import Paper

_DAY, _NUMBER = day_of(2020, 1, 1), 9_999
"""Of no dossier: before any office used the program."""
_CODE = format_code(DEFAULT_PATTERN, "H99.99.9", _DAY, _NUMBER)
LABEL = label_digits(_DAY, _NUMBER)
SLIP = qr_text(
    code=_CODE,
    procedure_code="1.000000",
    identity_number="",
    system_name="Một Cửa",
    issued_at=datetime(2020, 1, 1, 1, 0, tzinfo=UTC),
    due_at=datetime(2020, 1, 3, 1, 0, tzinfo=UTC),
)
CARD = "000199000000||Đặng Thị Thử Ướm|01011999|Nữ|Thôn Kiểm Thử, xã Máy Quét, tỉnh Ví Dụ|01012022"
"""Of nobody: no province has the number 000."""

_STEPS = """\
Đặt máy quét gửi phím Enter (CR) sau mỗi mã. Trong sách của máy quét thường là “Suffix CR” hoặc \
“Add Enter”.
Nên đặt máy quét ở chế độ cổng COM (“USB virtual COM”, “USB serial”) rồi chọn cổng đó trong Cài \
đặt, mục Máy quét: chữ có dấu đến nguyên vẹn, bộ gõ tiếng Việt không đụng tới.
Nếu để máy quét gõ như bàn phím: tắt bộ gõ khi quét (Ctrl+Shift với Unikey), đặt bàn phím kiểu Mỹ \
(USA) và bảng mã UTF-8.
Nếu máy quét gửi ký tự đứng trước mỗi mã (“Prefix”, ví dụ ~) thì ghi đúng ký tự ấy vào Cài đặt, \
mục Máy quét; không có thì để trống.
Mở Cài đặt, mục Máy quét, bấm Thử máy quét, quét từng mã dưới đây, so với chữ kèm mã.
""".splitlines()
_MODULE, _QR_MODULE, _BAR_HEIGHT = 3, 5, 100
"""Dots of a 203 dpi printer."""
_STYLE = Style(
    width=210 * MM,
    height=297 * MM,
    left=22 * MM,
    right=18 * MM,
    top=18 * MM,
    bottom=15 * MM,
    body=12,
    head=12,
    motto=12,
    title=17,
    table=11,
    hint=10.5,
    note=10.5,
    signing=0,
    bar_height=0,
)


@dataclass(frozen=True, slots=True)
class _Trial:
    """A code to try, its name, and what must be read from it."""

    name: str
    symbol: Symbol
    module: int
    height: int
    read: str


def lay_out(_content: NoContent, _mark: str) -> LaidOut:
    """The page: what to switch on, then the codes to try."""
    flow = Flow(_STYLE, lambda _: ())
    centred(flow, [Run("Cài máy quét cho chương trình Một Cửa", Face.BOLD)], _STYLE.title, most=1)
    flow.space(10)
    for nth, step in enumerate(_STEPS, 1):
        left(flow, [Run(f"{nth}.", Face.BOLD), Run(step)], _STYLE.body)
        flow.space(3)
    flow.space(8)
    for trial in _trials():
        _place(flow, trial)
    left(
        flow,
        [
            Run(
                "Bốn mã này chỉ để thử: không thuộc hồ sơ nào và không của ai. Quét ngoài màn hình "
                "thử thì chương trình báo không có hồ sơ, hoặc điền người mang số 000199000000.",
                Face.ITALIC,
            )
        ],
        _STYLE.note,
    )
    return LaidOut(_STYLE, flow.pages)


def _trials() -> tuple[_Trial, ...]:
    return (
        _Trial("Nhãn hồ sơ (14 chữ số)", code128(LABEL), _MODULE, _BAR_HEIGHT, LABEL),
        _Trial("Mã hồ sơ", code128(_CODE), _MODULE, _BAR_HEIGHT, _CODE),
        _Trial("QR của phiếu hẹn", qr(SLIP), _QR_MODULE, 0, SLIP),
        _Trial("QR như trên thẻ căn cước, chữ có dấu", qr(CARD), _QR_MODULE, 0, CARD),
    )


def _place(flow: Flow, trial: _Trial) -> None:
    """Name and text above bars; beside a QR code."""
    style = flow.style
    is_bar = trial.height > 0
    code = on_dots(
        trial.symbol,
        left=dots(style.left),
        y=flow.y + (2.6 * style.body if is_bar else 2),
        module=trial.module,
        height=trial.height,
    )
    x = style.left if is_bar else code.x + code.width + 8 * MM
    y = flow.y
    for runs in ([Run(trial.name, Face.BOLD)], [Run(trial.read)]):
        for line in wrap(runs, style.table, style.width - style.right - x):
            flow.place(*placed(line, x, y, style.table))
            y += style.table * LEADING
    flow.place(code)
    flow.y = max(y, code.y + code.height) + 75 * DOT


FORM = Form(
    code=SCANNER_SHEET_FORM,
    name="Cài máy quét",
    subject=Subject.OFFICE,
    layouts={Paper.A4: lay_out},
    marks_reprints=False,
    setting="form_scanner_sheet",
)
