"""Which procedures communes receive most, for an office that has no counts of its own yet.

An order of ours, not a published statistic: certification and civil status make up most of a
commune's dossiers, then household businesses, residence and social assistance. It decides only
between procedures the office has used equally often and that match equally well.
"""

_MOST_FIRST = (
    "2.000815",  # chứng thực bản sao từ bản chính
    "2.000635",  # bản sao trích lục hộ tịch
    "1.001193",  # khai sinh
    "1.004873",  # xác nhận tình trạng hôn nhân
    "2.000884",  # chứng thực chữ ký
    "1.000656",  # khai tử
    "1.000894",  # kết hôn
    "1.001612",  # thành lập hộ kinh doanh
    "1.004222",  # thường trú
    "1.004194",  # tạm trú
    "1.004884",  # khai sinh lại
    "1.004859",  # thay đổi, cải chính hộ tịch
    "1.011607",  # hộ nghèo
    "2.001035",  # chứng thực giao dịch
    "1.004837",  # giám hộ
    "1.001022",  # nhận cha, mẹ, con
    "1.001699",  # khuyết tật
    "1.001731",  # mai táng
)
_RANKS = {code: rank for rank, code in enumerate(_MOST_FIRST)}


def commonness(code: str) -> int:
    """A rank, lower for what is asked for more often; all others share the last."""
    return _RANKS.get(code, len(_RANKS))
