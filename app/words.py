"""Vietnamese words for the domain's own terms: states, events, channels, fields."""

from enum import StrEnum

from app.domain.dossier import ApplicantKind, PauseKind, PromiseKind
from app.domain.identity import IdDoubt, IdKind, Sex
from app.domain.procedure import Channel, PauseMode, Provenance, ReturnBy, ServiceLevel
from app.domain.states import DossierEvent, DossierState

# Pairs, not a mapping: terms of different kinds with one value are equal as text.
_TERMS: tuple[tuple[StrEnum, str], ...] = (
    (DossierState.RECEIVED, "Đã tiếp nhận"),
    (DossierState.REFUSED, "Không tiếp nhận"),
    (DossierState.PROCESSING, "Đang xử lý"),
    (DossierState.AWAITING_SUPPLEMENT, "Chờ bổ sung"),
    (DossierState.AWAITING_PAYMENT, "Chờ nghĩa vụ tài chính"),
    (DossierState.WITHDRAWN, "Đã rút"),
    (DossierState.STOPPED, "Đã dừng"),
    (DossierState.FINISHED, "Đã xử lý xong"),
    (DossierState.RETURNED, "Đã trả kết quả"),
    (DossierEvent.RECEIVE, "Tiếp nhận"),
    (DossierEvent.CORRECT, "Sửa thông tin"),
    (DossierEvent.START, "Bắt đầu xử lý"),
    (DossierEvent.REQUEST_SUPPLEMENT, "Yêu cầu bổ sung"),
    (DossierEvent.REQUEST_PAYMENT, "Yêu cầu nghĩa vụ tài chính"),
    (DossierEvent.COMPLETE, "Đã bổ sung đủ"),
    (DossierEvent.FINISH, "Xử lý xong"),
    (DossierEvent.RETURN, "Trả kết quả"),
    (DossierEvent.REFUSE, "Từ chối"),
    (DossierEvent.WITHDRAW, "Rút hồ sơ"),
    (DossierEvent.STOP, "Dừng (hủy) hồ sơ"),
    (Channel.DIRECT, "Tại quầy"),
    (Channel.ONLINE, "Nộp hộ trực tuyến"),
    (Channel.POSTAL, "Bưu chính"),
    (ReturnBy.DESK, "Tại quầy"),
    (ReturnBy.POST, "Qua bưu chính"),
    (ReturnBy.ONLINE, "Trực tuyến"),
    (ServiceLevel.FULL, "Toàn trình"),
    (ServiceLevel.PARTIAL, "Một phần"),
    (ServiceLevel.UNKNOWN, "Chưa rõ"),
    (PauseMode.PAUSE, "Tạm dừng"),
    (PauseMode.RESTART, "Tính lại từ đầu"),
    (Provenance.AS_PUBLISHED, "theo công bố"),
    (Provenance.COMPLETED, "điền bằng tay"),
    (Provenance.UNVERIFIED, "cần kiểm tra"),
    (ApplicantKind.CITIZEN, "Công dân"),
    (ApplicantKind.BUSINESS, "Doanh nghiệp"),
    (ApplicantKind.STATE_AGENCY, "Cơ quan nhà nước"),
    (ApplicantKind.ORGANISATION, "Tổ chức"),
    (PauseKind.SUPPLEMENT, "Chờ bổ sung giấy tờ"),
    (PauseKind.PAYMENT, "Chờ nghĩa vụ tài chính"),
    (PromiseKind.FIRST, "Hẹn lần đầu"),
    (PromiseKind.PAUSED, "Dời vì chờ bổ sung"),
    (PromiseKind.RESTARTED, "Tính lại sau bổ sung"),
    (PromiseKind.EXTENDED, "Gia hạn"),
    (IdKind.PERSONAL_ID, "Số định danh"),
    (IdKind.OLD_ID, "CMND"),
    (IdKind.PASSPORT, "Hộ chiếu"),
    (IdKind.TAX_CODE, "Mã số thuế"),
    (Sex.MALE, "Nam"),
    (Sex.FEMALE, "Nữ"),
    (IdDoubt.NOT_TWELVE_DIGITS, "Số định danh thường có 12 chữ số"),
    (IdDoubt.NOT_NINE_DIGITS, "CMND thường có 9 chữ số"),
    (IdDoubt.NOT_A_TAX_CODE, "Mã số thuế thường có 10 hoặc 13 chữ số"),
    (IdDoubt.NOT_A_PASSPORT, "Số hộ chiếu thường có 6 đến 15 chữ và số"),
    (IdDoubt.SEX_DIFFERS, "Giới tính khác với số định danh"),
    (IdDoubt.BIRTH_YEAR_DIFFERS, "Năm sinh khác với số định danh"),
    (IdDoubt.UNKNOWN_PLACE, "Ba số đầu không phải mã tỉnh hay mã nước đã biết"),
)
_WORDS = {(type(term), term.value): word for term, word in _TERMS}

FIELDS: dict[str, str] = {
    "applicant": "Người nộp",
    "representative": "Người nộp thay",
    "full_name": "Họ và tên",
    "applicant.full_name": "Họ và tên",
    "personal_id": "Số giấy tờ",
    "applicant.personal_id": "Số định danh",
    "id_kind": "Loại giấy tờ",
    "kind": "Loại người nộp",
    "born": "Ngày sinh",
    "applicant.born": "Ngày sinh",
    "sex": "Giới tính",
    "phone": "Điện thoại",
    "applicant.phone": "Điện thoại",
    "email": "Thư điện tử",
    "applicant.email": "Thư điện tử",
    "address": "Địa chỉ",
    "applicant.address": "Địa chỉ",
    "procedure": "Thủ tục",
    "case": "Trường hợp",
    "channel": "Cách nộp",
    "documents": "Giấy tờ",
    "papers": "Giấy tờ cần bổ sung",
    "sets": "Số bộ",
    "note": "Ghi chú",
    "reason": "Lý do",
    "return_by": "Nơi nhận kết quả",
    "received_at": "Giờ nhận",
    "filed_at": "Giờ nộp",
    "to_whom": "Người nhận kết quả",
    "identity": "Giấy tờ đã xuất trình",
    "office": "Tên cơ quan",
    "officer": "Tên cán bộ",
    "returned_to": "Người nhận kết quả",
    "returned_identity": "Giấy tờ đã xuất trình",
}


def word_for(value: object) -> str:
    """The word for a term of the domain; anything else as text."""
    if isinstance(value, StrEnum):
        return _WORDS.get((type(value), value.value), str(value))
    return str(value)
