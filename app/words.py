"""Vietnamese words for the domain's own terms: states, events, channels, fields."""

from enum import StrEnum

from app.domain.certification import Book, CertificationKind
from app.domain.dossier import ApplicantKind, PauseKind, PromiseKind
from app.domain.fee import CollectAt, FeeKind
from app.domain.identity import IdDoubt, IdKind, Sex
from app.domain.payment import Method, PaymentKind
from app.domain.procedure import Channel, PauseMode, Provenance, ReturnBy, ServiceLevel
from app.domain.scanned import ScanDoubt, ScanKind, ScanReason
from app.domain.states import DossierEvent, DossierState
from app.domain.typed_date import show_birth_date

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
    (DossierEvent.CHARGE, "Tính phí, lệ phí"),
    (DossierEvent.WAIVE, "Miễn, giảm phí, lệ phí"),
    (DossierEvent.COLLECT, "Thu phí, lệ phí"),
    (DossierEvent.REFUND, "Hoàn phí, lệ phí"),
    (DossierEvent.VOID, "Hủy phiếu thu"),
    (CertificationKind.COPY, "Chứng thực bản sao"),
    (CertificationKind.SIGNATURE, "Chứng thực chữ ký"),
    (CertificationKind.TRANSLATOR, "Chứng thực chữ ký người dịch"),
    (CertificationKind.TRANSACTION, "Chứng thực giao dịch"),
    (CertificationKind.AMENDMENT, "Chứng thực sửa đổi giao dịch"),
    (CertificationKind.CORRECTION, "Sửa lỗi giao dịch"),
    (Book.COPIES, "Sổ chứng thực bản sao từ bản chính"),
    (Book.SIGNATURES, "Sổ chứng thực chữ ký, điểm chỉ"),
    (Book.TRANSLATORS, "Sổ chứng thực chữ ký người dịch"),
    (Book.TRANSACTIONS, "Sổ chứng thực hợp đồng, giao dịch"),
    (FeeKind.FEE, "Lệ phí"),
    (FeeKind.CHARGE, "Phí"),
    (CollectAt.RECEIPT, "Thu khi nhận hồ sơ"),
    (CollectAt.RETURN, "Thu khi trả kết quả"),
    (PaymentKind.COLLECT, "Thu"),
    (PaymentKind.REFUND, "Hoàn"),
    (PaymentKind.VOID, "Hủy"),
    (Method.CASH, "Tiền mặt"),
    (Method.TRANSFER, "Chuyển khoản"),
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
    (ScanKind.DOSSIER, "Mã hồ sơ"),
    (ScanKind.LABEL, "Nhãn hồ sơ"),
    (ScanKind.ID_CARD, "Thẻ căn cước"),
    (ScanKind.MRZ, "Dòng MRZ của thẻ căn cước"),
    (ScanKind.INSURANCE_CARD, "Thẻ bảo hiểm y tế"),
    (ScanKind.UNRECOGNISED, "Không nhận ra"),
    (ScanDoubt.NO_DIACRITICS, "Chữ không dấu"),
    (ScanDoubt.UNUSUAL_LETTERS, "Có chữ cái lạ"),
    (ScanDoubt.CAPS_LOCK, "Chữ hoa và chữ thường bị đảo, có thể do Caps Lock"),
    (ScanDoubt.UNUSUAL_ADDRESS, "Địa chỉ thường có dấu phẩy giữa các cấp"),
    (ScanDoubt.YEAR_ONLY, "Chỉ có năm sinh"),
    (ScanDoubt.UNUSUAL_YEAR, "Năm sinh trong số định danh ở tương lai hoặc quá xa"),
    (ScanDoubt.MAYBE_CUT_LABEL, "Có thể là nhãn hồ sơ quét thiếu số"),
    (ScanDoubt.LAYOUT_UNKNOWN, "Thẻ có bố cục lạ, chỉ đọc được số"),
    (ScanDoubt.CORRECTED, "Đã sửa chữ O, I thành số 0, 1"),
    (ScanReason.EMPTY, "không có chữ nào"),
    (ScanReason.TOO_LONG, "dài hơn mọi mã đã biết"),
    (ScanReason.HIDDEN_CHARACTERS, "có ký tự ẩn. Hãy quét lại, hoặc gõ tay"),
    (ScanReason.SEVERAL_LINES, "có nhiều dòng. Hãy quét từng mã một"),
    (ScanReason.LINK, "là đường dẫn, chương trình không mở đường dẫn"),
    (ScanReason.BAD_LABEL, "nhãn 14 chữ số có số kiểm tra sai. Hãy quét lại"),
    (ScanReason.CUT, "mã bị thiếu phần sau. Hãy quét lại"),
    (ScanReason.MRZ_INCOMPLETE, "MRZ thiếu hoặc thừa ký tự. Hãy gõ lại dòng 1 và dòng 2"),
    (ScanReason.MRZ_LINE_1, "số kiểm tra của dòng 1 không khớp. Hãy gõ lại dòng 1"),
    (ScanReason.MRZ_LINE_2, "số kiểm tra của dòng 2 không khớp. Hãy gõ lại dòng 2"),
    (ScanReason.UNKNOWN, "không phải mã hồ sơ, nhãn, thẻ căn cước hay thẻ bảo hiểm y tế"),
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
    "certification": "Giấy tờ chứng thực",
    "pages": "Số trang",
    "copies": "Số bản",
    "fees": "Phí, lệ phí",
    "exemption": "Căn cứ miễn, giảm",
    "exemption.text": "Giấy tờ chứng minh được miễn, giảm",
    "exemption.relief": "Mức giảm",
    "payment": "Phiếu thu",
    "payer": "Người nộp tiền",
    "reference": "Mã giao dịch chuyển khoản",
    "amount": "Số tiền",
    "counted": "Tiền mặt đếm được",
    "returned_to": "Người nhận kết quả",
    "returned_identity": "Giấy tờ đã xuất trình",
}


SCANNED_FIELDS: dict[str, str] = {
    "code": "Mã hồ sơ",
    "digits": "Nhãn",
    "day": "Ngày nhận",
    "number": "Số trong ngày",
    "personal_id": "Số định danh",
    "old_id": "Số CMND cũ",
    "insurance_number": "Số thẻ BHYT",
    "social_insurance_number": "Mã số BHXH",
    "full_name": "Họ và tên",
    "born": "Ngày sinh",
    "sex": "Giới tính",
    "address": "Địa chỉ trên thẻ",
    "issued_on": "Ngày cấp",
}
"""Names of what is read from a scan (`app.domain.scanned.read_fields`)."""
_SCANNED_DAYS = {"day", "born", "issued_on"}


def scanned_value(name: str, value: str) -> str:
    """What was read into the field `name` of a scan, as people write it."""
    if name in _SCANNED_DAYS:
        return show_birth_date(value)
    return word_for(Sex(value)) if name == "sex" else value


def word_for(value: object) -> str:
    """The word for a term of the domain; anything else as text."""
    if isinstance(value, StrEnum):
        return _WORDS.get((type(value), value.value), str(value))
    return str(value)
