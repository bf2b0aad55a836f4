"""The words of Form 01 in the sets of 2018 and 2025; they are the law's and are not translated.

`tt01-2018` follows Circular 01/2018/TT-VPCP. What Circular 03/2025/TT-VPCP prints was not seen:
`tt03-2025` has the words offices print in 2025-26.
"""

from dataclasses import dataclass

from app.domain.dossier.identity import IdKind
from app.domain.forms.form_set import FormSet
from app.printing.paper import Copy

COPY_NAMES = {Copy.KEPT: "(Liên: Lưu)", Copy.GIVEN: "(Liên: Giao người nộp)"}


@dataclass(frozen=True, slots=True)
class Wording:
    """The words in which the sets differ; None leaves the item out."""

    request: str
    papers: str
    due: str
    return_place: str
    fees: str | None
    copies_note: str
    return_note: str


WORDINGS = {
    FormSet.TT01_2018: Wording(
        request="Nội dung yêu cầu giải quyết:",
        papers="Thành phần hồ sơ nộp gồm:",
        due="Thời gian trả kết quả giải quyết hồ sơ:",
        return_place="Đăng ký nhận kết quả tại:",
        fees=None,
        copies_note=(
            "- Giấy tiếp nhận hồ sơ và hẹn trả kết quả được lập thành 02 liên: một liên chuyển kèm "
            "theo Phiếu kiểm soát quá trình giải quyết hồ sơ và được lưu tại Bộ phận tiếp nhận và "
            "trả kết quả; một liên giao cho tổ chức, cá nhân nộp hồ sơ."
        ),
        return_note=(
            "- Tổ chức, cá nhân có thể đăng ký nhận kết quả tại Bộ phận tiếp nhận và trả kết quả "
            "hoặc tại nhà (trụ sở tổ chức) qua dịch vụ bưu chính."
        ),
    ),
    FormSet.TT03_2025: Wording(
        request="Thủ tục hành chính cần giải quyết:",
        papers="Thành phần hồ sơ, yêu cầu và số lượng mỗi loại giấy tờ gồm:",
        due="Thời gian trả kết quả giải quyết hồ sơ:",
        return_place="Đăng ký trả kết quả tại:",
        fees="Phí, lệ phí (nếu có):",
        copies_note=(
            "- Giấy tiếp nhận hồ sơ và hẹn trả kết quả được lập thành 02 liên: một liên kèm theo "
            "Phiếu kiểm soát quá trình giải quyết hồ sơ và lưu tại Bộ phận tiếp nhận và trả kết "
            "quả; một liên giao cho tổ chức, cá nhân nộp hồ sơ."
        ),
        return_note=(
            "- Tổ chức, cá nhân có thể đăng ký nhận kết quả tại Bộ phận tiếp nhận và trả kết quả "
            "hoặc tại nhà, trụ sở qua dịch vụ bưu chính."
        ),
    ),
}
IDENTITY = {
    IdKind.PERSONAL_ID: "Số định danh cá nhân/CCCD:",
    IdKind.OLD_ID: "Số CMND:",
    IdKind.PASSPORT: "Số hộ chiếu:",
    IdKind.TAX_CODE: "Mã số thuế:",
}
PROVISIONAL = "Mã tạm của đơn vị, chờ hệ thống của tỉnh xác nhận."
UNCONFIRMED = (
    "- Thời gian trả kết quả tính theo lịch nghỉ dự kiến; nếu lịch nghỉ chính thức làm thay đổi, "
    "cơ quan tiếp nhận sẽ thông báo."
)
