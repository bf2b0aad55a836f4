"""Papers certified most often, offered by a digit; names as they go into the book."""

from app.domain.certification.books import CertificationKind

FREQUENT_COPIES = (
    "Căn cước công dân",
    "Bằng tốt nghiệp THPT",
    "Giấy khai sinh",
    "Giấy chứng nhận quyền sử dụng đất",
    "Giấy chứng nhận kết hôn",
    "Sổ hộ khẩu",
    "Bằng tốt nghiệp đại học",
    "Học bạ",
    "Giấy chứng nhận đăng ký xe",
)
_FREQUENT = {
    CertificationKind.COPY: FREQUENT_COPIES,
    CertificationKind.SIGNATURE: (
        "Sơ yếu lý lịch",
        "Giấy ủy quyền",
        "Giấy cam đoan",
        "Giấy bán, tặng cho xe",
        "Đơn đề nghị",
        "Tờ khai",
    ),
    CertificationKind.TRANSLATOR: (
        "Bản dịch hộ chiếu",
        "Bản dịch giấy khai sinh",
        "Bản dịch giấy chứng nhận kết hôn",
        "Bản dịch bằng tốt nghiệp",
    ),
    CertificationKind.TRANSACTION: (
        "Hợp đồng ủy quyền",
        "Hợp đồng thế chấp quyền sử dụng đất",
        "Hợp đồng chuyển nhượng quyền sử dụng đất",
        "Hợp đồng tặng cho quyền sử dụng đất",
        "Di chúc",
        "Văn bản thỏa thuận phân chia di sản",
        "Văn bản từ chối nhận di sản",
        "Hợp đồng mua bán xe",
    ),
    CertificationKind.AMENDMENT: (
        "Văn bản sửa đổi, bổ sung hợp đồng",
        "Văn bản hủy bỏ hợp đồng",
    ),
    CertificationKind.CORRECTION: ("Văn bản sửa lỗi sai sót trong hợp đồng",),
}


def frequent_of(kind: CertificationKind) -> tuple[str, ...]:
    """The papers offered for `kind`, at most nine: those of the digits 1 to 9."""
    return _FREQUENT[kind]
