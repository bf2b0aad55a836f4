"""What msgspec found wrong with a value, as a place and a reason a person can read.

msgspec says it in a message alone: this is the one module that looks into it.
"""

import re

from app.domain.phrases import Phrase, phrase

_REASONS = (
    ("missing required", phrase("còn thiếu")),
    ("unknown field", phrase("không có khóa này")),
    ("Invalid enum value", phrase("giá trị không nằm trong danh sách cho phép")),
    ("matching regex", phrase("không đúng dạng")),
    ("of length >=", phrase("còn thiếu hoặc để trống")),
    ("of length <=", phrase("quá dài")),
    ("`int` >=", phrase("số quá nhỏ")),
    ("`int` <=", phrase("số quá lớn")),
    ("Expected `", phrase("sai kiểu dữ liệu")),
    ("surrogates", phrase("có ký tự hỏng")),
    ("codec", phrase("có ký tự hỏng")),
)


def fault(error: Exception, *, whole: str) -> tuple[str, Phrase]:
    """Where and why.

    Args:
        error: from msgspec's reading or writing.
        whole: what the whole is called, for a fault that has no place in it.
    """
    text, _, path = str(error).partition(" - at `$")
    place = path.rstrip("`").lstrip(".")
    named = re.search(r"field `([^`]+)`", text)
    if named:
        place = f"{place}.{named[1]}" if place else named[1]
    why = next((words for sign, words in _REASONS if sign in text), phrase("không đọc được"))
    return place or whole, why
