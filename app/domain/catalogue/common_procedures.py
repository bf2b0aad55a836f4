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
    "1.001776",  # trợ giúp xã hội
    "2.000720",  # thay đổi hộ kinh doanh
    "1.000689",  # khai sinh kết hợp nhận cha, mẹ, con
    "1.010041",  # xác nhận thông tin cư trú
    "1.010039",  # điều chỉnh thông tin cư trú
    "1.010038",  # tách hộ
    "2.000908",  # bản sao từ sổ gốc
    "1.001266",  # chấm dứt hộ kinh doanh
    "1.004772",  # khai sinh cho người đã có giấy tờ
    "1.003197",  # xóa thường trú
    "1.010028",  # xóa tạm trú
    "1.014027",  # hưu trí xã hội
    "1.014028",  # hỗ trợ mai táng, hưu trí xã hội
    "2.001406",  # phân chia di sản
    "2.001016",  # từ chối nhận di sản
    "2.001019",  # di chúc
    "1.011608",  # thoát nghèo
    "1.011606",  # rà soát hộ nghèo hằng năm
    "1.012812",  # hòa giải tranh chấp đất đai
    "1.004746",  # kết hôn lại
    "1.005461",  # khai tử lại
    "1.010040",  # khai báo cư trú khi chưa đủ điều kiện
    "1.002755",  # gia hạn tạm trú
    "2.000913",  # sửa đổi, hủy bỏ giao dịch
    "2.000927",  # sửa lỗi giao dịch
    "2.000942",  # bản sao giao dịch đã chứng thực
    "2.000986",  # liên thông khai sinh, thường trú, bảo hiểm y tế
    "1.010833",  # thân nhân người có công
    "1.010803",  # thờ cúng liệt sĩ
    "1.010824",  # người có công từ trần
    "1.003677",  # tạm vắng
    "1.011609",  # mức sống trung bình
    "2.000992",  # chữ ký người dịch là cộng tác viên
    "2.001008",  # chữ ký người dịch khác
    "1.004845",  # chấm dứt giám hộ
    "2.002516",  # xác nhận thông tin hộ tịch
    "1.012222",  # công nhận người có uy tín
    "1.012223",  # thay người có uy tín
    "1.003133",  # giấy thông hành biên giới
    "2.000528",  # khai sinh có yếu tố nước ngoài
    "2.000806",  # kết hôn có yếu tố nước ngoài
    "2.000547",  # ghi chú việc hộ tịch ở nước ngoài
)
_RANKS = {code: rank for rank, code in enumerate(_MOST_FIRST)}


def most_common(count: int) -> tuple[str, ...]:
    """Codes of the `count` procedures asked for most, at most as many as are ranked."""
    return _MOST_FIRST[:count]


def commonness(code: str) -> int:
    """A rank, lower for what is asked for more often; all others share the last."""
    return _RANKS.get(code, len(_RANKS))
