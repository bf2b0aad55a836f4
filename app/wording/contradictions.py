"""Contradicting answers of the province in words."""

from app.answers.exchange import Contradiction, ContradictionKind
from app.wording.marker import translatable
from app.wording.refusals import Translate

_WORDS = {
    ContradictionKind.SEVERAL_CODES: translatable(
        "tỉnh cấp nhiều mã cho một hồ sơ: {0}; chưa gắn mã nào, hãy hỏi tỉnh mã nào đúng"
    ),
    ContradictionKind.SHARED_CODE: translatable(
        "tỉnh cấp mã {0} cho nhiều hồ sơ; chưa gắn cho hồ sơ nào, hãy hỏi tỉnh"
    ),
    ContradictionKind.OTHERS_CODE: translatable(
        "mã {0} tỉnh cấp đã là mã của hồ sơ khác ở đây; chưa gắn, hãy hỏi tỉnh"
    ),
    ContradictionKind.CODE_IN_REFUSAL: translatable(
        "mã {0} có trong câu trả lời không nhận hồ sơ; chưa gắn, hãy hỏi tỉnh"
    ),
    ContradictionKind.TAKEN_AND_REFUSED: translatable(
        "tỉnh trả lời vừa đã nhận, vừa từ chối cùng một bản ghi; tính là đã nhận"
    ),
}


def contradiction_words(found: Contradiction, translate: Translate | None = None) -> str:
    """What contradicts what, and what was done about it."""
    words = _WORDS[found.kind]
    return (translate(words) if translate else words).format(", ".join(found.codes))
