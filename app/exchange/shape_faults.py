"""What msgspec found wrong with a value, as a place and a reason a person can read."""

import re

_REASONS = (
    ("missing required", "còn thiếu"),
    ("unknown field", "không có khóa này"),
    ("Invalid enum value", "giá trị không nằm trong danh sách cho phép"),
    ("matching regex", "không đúng dạng"),
    ("of length >=", "còn thiếu hoặc để trống"),
    ("of length <=", "quá dài"),
    ("`int` >=", "số quá nhỏ"),
    ("`int` <=", "số quá lớn"),
    ("Expected `", "sai kiểu dữ liệu"),
    ("surrogates", "có ký tự hỏng"),
    ("codec", "có ký tự hỏng"),
)


def fault(error: Exception, *, whole: str) -> tuple[str, str]:
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
    why = next((words for sign, words in _REASONS if sign in text), "không đọc được")
    return place or whole, why
