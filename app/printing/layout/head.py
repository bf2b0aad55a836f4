"""What stands at the head of every form: who issues it, Quốc hiệu, number, place and date."""

from collections.abc import Sequence

from app.domain.office_name import head_lines
from app.printing.layout.fonts import Face, width
from app.printing.layout.page import HAIR, LEADING, Flow, Rule, centred
from app.printing.layout.wrapping import Run, wrap

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
_UNPARTED = ("ỦY BAN", "NHÂN DÂN", "TRUNG TÂM", "PHỤC VỤ", "HÀNH CHÍNH CÔNG", "TRẢ KẾT QUẢ")
"""Words of office names that a line's end should not part."""


def official_head(
    flow: Flow, *, superior_body: str, office: str, number: str, place_and_date: str
) -> None:
    """The head as Decree 30/2020/NĐ-CP lays it out, over the whole text width.

    Left: superior body in capitals, the issuing office in bold capitals with a rule of about two
    fifths beneath, both in full and broken before XÃ, PHƯỜNG (`office_name.head_lines`). Right:
    Quốc hiệu, Tiêu ngữ with a rule of its own length. Then the number left and place and date
    right, on one line.
    """
    style = flow.style
    right_width = width(QUOC_HIEU, Face.BOLD, style.head) + 2
    left_width = style.text_width - right_width - 8
    left = style.left + left_width / 2
    right = style.width - style.right - right_width / 2
    top = flow.y

    left_end = top
    for body, face in ((superior_body, Face.REGULAR), (office, Face.BOLD)):
        for words in head_lines(body):
            line = [Run(_unparted(words), face)]
            marks, left_end = centred(
                line, left, left_end, style.head, _balanced(line, style.head, left_width)
            )
            flow.place(*marks)
    flow.place(Rule(left - left_width * 0.2, left_end + 1.5, left_width * 0.4, HAIR))

    marks, right_end = centred([Run(QUOC_HIEU, Face.BOLD)], right, top, style.head, right_width)
    flow.place(*marks)
    marks, right_end = centred(
        [Run(TIEU_NGU, Face.BOLD)], right, right_end, style.motto, right_width
    )
    rule = width(TIEU_NGU, Face.BOLD, style.motto)
    flow.place(*marks, Rule(right - rule / 2, right_end + 1.5, rule, HAIR))

    flow.y = max(left_end, right_end) + 0.5 * style.head
    marks, number_end = centred([Run(number)], left, flow.y, style.head, left_width)
    flow.place(*marks)
    marks, date_end = centred(
        [Run(place_and_date, Face.ITALIC)], right, flow.y, style.head, right_width
    )
    flow.place(*marks)
    flow.y = max(number_end, date_end) + (LEADING - 1) * style.head


def _balanced(name: Sequence[Run], size: float, most: float) -> float:
    """The width, up to `most`, at which a long name takes no more lines and ends in no stump."""
    lines = len(wrap(name, size, most))
    if lines > 2:
        for percent in range(100, 55, -5):
            tried = wrap(name, size, most * percent / 100)
            if len(tried) == lines and tried[-1].width >= 0.4 * most:
                return most * percent / 100
    return most


def _unparted(name: str) -> str:
    for words in _UNPARTED:
        name = name.replace(words, words.replace(" ", "\u00a0"))
    return name
