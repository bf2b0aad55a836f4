"""Whole numbers in Vietnamese words, as slips of money spell their totals."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ("", "nghìn", "triệu")
_BILLION = 10**9


def number_in_words(number: int) -> str:
    """``125000`` → ``một trăm hai mươi lăm nghìn``; below 0 ``âm …``.

    Groups of three digits after the first are read whole, zeros included (``không trăm linh
    năm``); groups of only zeros are silent; above a thousand million the word is ``tỷ``.
    """
    if number < 0:
        return f"âm {number_in_words(-number)}"
    return _words(number, is_first=True) or _DIGITS[0]


def dong_in_words(amount: int) -> str:
    """``Một trăm hai mươi lăm nghìn đồng``: with a capital, as it stands on a slip."""
    words = f"{number_in_words(amount)} đồng"
    return words[0].upper() + words[1:]


def _words(number: int, *, is_first: bool) -> str:
    if number >= _BILLION:
        above, below = divmod(number, _BILLION)
        parts = [f"{_words(above, is_first=is_first)} tỷ", _words(below, is_first=False)]
        return " ".join(filter(None, parts))
    parts = []
    for scale in (2, 1, 0):
        group = number // 1000**scale % 1000
        if group:
            spoken = _group(group, is_first=is_first and not parts)
            parts.append(f"{spoken} {_SCALES[scale]}".strip())
    return " ".join(parts)


def _group(group: int, *, is_first: bool) -> str:
    """Three digits; leading zeros are silent only at the very front of the number."""
    hundreds, rest = divmod(group, 100)
    tens, ones = divmod(rest, 10)
    parts = []
    if hundreds or not is_first:
        parts.append(f"{_DIGITS[hundreds]} trăm")
    if tens > 1:
        parts.append(f"{_DIGITS[tens]} mươi")
    elif tens == 1:
        parts.append("mười")
    elif ones and parts:
        parts.append("linh")
    if ones:
        parts.append(_ones(tens, ones))
    return " ".join(parts)


def _ones(tens: int, ones: int) -> str:
    if ones == 5 and tens:
        return "lăm"
    if ones == 1 and tens > 1:
        return "mốt"
    return _DIGITS[ones]
