"""What msgspec found wrong with a value, as a place and a reason a person can read."""

import re

from app.domain.reasons import Reason, because

_REASONS = (
    ("missing required", because("còn thiếu")),
    ("unknown field", because("không có khóa này")),
    ("Invalid enum value", because("giá trị không nằm trong danh sách cho phép")),
    ("matching regex", because("không đúng dạng")),
    ("of length >=", because("còn thiếu hoặc để trống")),
    ("of length <=", because("quá dài")),
    ("`int` >=", because("số quá nhỏ")),
    ("`int` <=", because("số quá lớn")),
    ("Expected `", because("sai kiểu dữ liệu")),
    ("surrogates", because("có ký tự hỏng")),
    ("codec", because("có ký tự hỏng")),
)


def fault(error: Exception, *, whole: str) -> tuple[str, Reason]:
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
    why = next((words for sign, words in _REASONS if sign in text), because("không đọc được"))
    return place or whole, why
