"""The one table of keys: what each means and where it works.

The key map (F1), the palette and the README's table are made of it; tests hold every screen to it.
"""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from ui.keys import Key
from ui.screen import Place


class KeyRow(NamedTuple):
    """One key.

    Attributes:
        key: the key.
        meaning: what it means, wherever it is pressed.
        places: the screens it works on, each with its words where `meaning` is too general;
            empty: it works everywhere.
    """

    key: Key
    meaning: str
    places: dict[Place, str] = {}  # noqa: RUF012 - a tuple's default, never written to


def key_rows() -> tuple[KeyRow, ...]:
    """The table, in the language in force: first what works everywhere, then by need."""
    return (*_everywhere(), *_saving(), *_life(), *_money(), *_intake(), *_others(), *_in_fields())


def meaning(key: Key) -> str:
    """What `key` means."""
    return next(row.meaning for row in key_rows() if row.key == key)


def keys_at(place: Place) -> tuple[tuple[Key, str], ...]:
    """The keys of one screen, and what each does there; those of everywhere aside."""
    return tuple(
        (row.key, row.places[place] or row.meaning) for row in key_rows() if place in row.places
    )


def keys_everywhere() -> tuple[tuple[Key, str], ...]:
    """The keys that work on every screen, and what each does."""
    return tuple((row.key, row.meaning) for row in key_rows() if not row.places)


def _everywhere() -> tuple[KeyRow, ...]:
    translate = QCoreApplication.translate
    return (
        KeyRow(Key.HELP, translate("Keys", "Bảng phím tắt")),
        KeyRow(Key.NEW, translate("Keys", "Hồ sơ mới")),
        KeyRow(Key.HANDOVER, translate("Keys", "Bàn giao hồ sơ: giao đi, quét nhận lại")),
        KeyRow(Key.FIND, translate("Keys", "Sẵn sàng quét, hoặc gõ để tìm hồ sơ")),
        KeyRow(Key.RETURN, translate("Keys", "Trả kết quả")),
        KeyRow(Key.TODAY, translate("Keys", "Hôm nay")),
        KeyRow(Key.REGISTER, translate("Keys", "Sổ theo dõi hồ sơ, số liệu của tháng")),
        KeyRow(Key.DAY, translate("Keys", "Kết thúc ngày: đếm việc, giải trình, lập phiếu")),
        KeyRow(Key.LISTS, translate("Keys", "Danh sách hồ sơ: lọc, ghi ra Excel, làm cả chồng")),
        KeyRow(Key.CITIZEN, translate("Keys", "Màn hình cho người dân: mở, đóng")),
        KeyRow(Key.EXCHANGE, translate("Keys", "Đồng bộ, gửi lên tỉnh")),
        KeyRow(Key.REPRINT, translate("Keys", "In, in lại giấy tờ của hồ sơ đang xem")),
        KeyRow(Key.SIGNING, translate("Keys", "Chờ ký: giấy tờ chứng thực")),
        KeyRow(Key.CASH, translate("Keys", "Sổ quỹ ngày")),
        KeyRow(Key.REFERENCE, translate("Keys", "Danh mục thủ tục, lịch làm việc, biểu phí")),
        KeyRow(Key.SETTINGS, translate("Keys", "Cài đặt")),
        KeyRow(Key.TAKE_BACK, translate("Keys", "Hoàn tác việc vừa làm, trong mười giây")),
        KeyRow(Key.PALETTE, translate("Keys", "Bảng lệnh: lệnh, hồ sơ, thủ tục, người")),
        KeyRow(Key.READ_CODE, translate("Keys", "Đọc mã trong ảnh hoặc chữ vừa chép")),
        KeyRow(
            Key.ANSWER_FIRST,
            translate("Keys", "Trả lời câu hỏi ở chân màn hình: nút đầu (bản in đúng)"),
        ),
        KeyRow(
            Key.ANSWER_SECOND,
            translate("Keys", "Trả lời câu hỏi ở chân màn hình: nút sau (in lại)"),
        ),
        KeyRow(Key.ENTER, translate("Keys", "Ô tiếp theo; bấm nút, mở dòng đang chọn")),
        KeyRow(Key.TAB, translate("Keys", "Sang ô kế tiếp; Shift+Tab lùi lại")),
        KeyRow(Key.ESCAPE, translate("Keys", "Đóng, lùi lại; không làm mất bản nháp")),
    )


def _saving() -> tuple[KeyRow, ...]:
    translate = QCoreApplication.translate
    return (
        KeyRow(
            Key.SAVE, translate("Keys", "Lưu"),
            {Place.INTAKE: translate("Keys", "Lưu và in phiếu"),
             Place.SETTINGS: translate("Keys", "Lưu cài đặt")},
        ),
        KeyRow(Key.SAVE_ONLY, translate("Keys", "Lưu, chưa in"), {Place.INTAKE: ""}),
        KeyRow(
            Key.DO, translate("Keys", "Làm việc đang soạn, đang hỏi"),
            {Place.DOSSIER: "", Place.SIGNING: "", Place.INTAKE: "",
             Place.CASH: translate("Keys", "Khóa bảng kê"),
             Place.DAY: translate("Keys", "Kết thúc ngày"),
             Place.HANDOVER: translate("Keys", "Lập biên bản, ghi kết quả nhận"),
             Place.LISTS: translate("Keys", "Xử lý xong cả chồng hồ sơ")},
        ),
        KeyRow(
            Key.UNDO, translate("Keys", "Hoàn tác trong phiếu đang nhập"), {Place.INTAKE: ""}
        ),
        KeyRow(Key.REDO, translate("Keys", "Làm lại trong phiếu đang nhập"), {Place.INTAKE: ""}),
    )  # fmt: skip


def _life() -> tuple[KeyRow, ...]:
    translate, dossier = QCoreApplication.translate, {Place.DOSSIER: ""}
    return (
        KeyRow(Key.START, translate("Keys", "Bắt đầu xử lý"), dossier),
        KeyRow(Key.PAPERS, translate("Keys", "Bổ sung: yêu cầu, hoặc nhận"), dossier),
        KeyRow(Key.CORRECT, translate("Keys", "Sửa thông tin"), dossier),
        KeyRow(Key.FINISH, translate("Keys", "Xử lý xong"), dossier),
        KeyRow(Key.CANCEL, translate("Keys", "Dừng hoặc rút hồ sơ"), dossier),
        KeyRow(Key.REFUSE, translate("Keys", "Từ chối giải quyết hồ sơ"), dossier),
        KeyRow(Key.REOPEN, translate("Keys", "Mở lại hồ sơ đã dừng, rút, từ chối"), dossier),
        KeyRow(
            Key.SIGNED, translate("Keys", "Đã ký, đóng dấu xong các hồ sơ đã chọn"),
            {Place.SIGNING: ""},
        ),
        KeyRow(
            Key.BOOKS, translate("Keys", "Sổ chứng thực: in tháng, mở quyển, khóa sổ năm"),
            {Place.SIGNING: ""},
        ),
        KeyRow(
            Key.PRINTS, translate("Keys", "Chọn giấy để in: những mẫu hồ sơ đang có"), dossier
        ),
        KeyRow(Key.RELOAD, translate("Keys", "Tải lại hồ sơ này"), dossier),
    )  # fmt: skip


def _money() -> tuple[KeyRow, ...]:
    translate = QCoreApplication.translate
    return (
        KeyRow(
            Key.MONEY, translate("Keys", "Tiền: thu, đếm"),
            {Place.INTAKE: translate("Keys", "Thu tiền, miễn, giảm"),
             Place.DOSSIER: translate("Keys", "Thu tiền"),
             Place.CASH: translate("Keys", "Đếm tiền mặt")},
        ),
        KeyRow(Key.WAIVE, translate("Keys", "Miễn, giảm"), {Place.DOSSIER: ""}),
        KeyRow(Key.REFUND, translate("Keys", "Hoàn tiền"), {Place.DOSSIER: ""}),
        KeyRow(Key.VOID, translate("Keys", "Hủy phiếu thu"), {Place.DOSSIER: ""}),
        KeyRow(
            Key.RECEIPT, translate("Keys", "Ghi số biên lai điện tử"),
            {Place.DOSSIER: "", Place.INTAKE: ""},
        ),
        KeyRow(Key.SLIP, translate("Keys", "In phiếu thu vừa lưu"), {Place.INTAKE: ""}),
    )  # fmt: skip


def _intake() -> tuple[KeyRow, ...]:
    translate, intake = QCoreApplication.translate, {Place.INTAKE: ""}
    return (
        KeyRow(Key.TAKE_CARD, translate("Keys", "Lấy theo thẻ vừa quét"), intake),
        KeyRow(Key.REPRESENTATIVE, translate("Keys", "Nộp thay người khác"), intake),
        KeyRow(Key.CASE, translate("Keys", "Đổi trường hợp"), intake),
        KeyRow(Key.ALL_PAPERS, translate("Keys", "Đủ giấy bắt buộc"), intake),
        KeyRow(Key.COUNT, translate("Keys", "Số bản chính, bản sao"), intake),
        KeyRow(Key.SHOWN, translate("Keys", "Giấy này chỉ xuất trình, không giữ lại"), intake),
        KeyRow(Key.DRAFTS, translate("Keys", "Hồ sơ đang dở"), intake),
        KeyRow(Key.ENLARGE, translate("Keys", "Xem phiếu lớn"), intake),
        KeyRow(
            Key.COMPARE, translate("Keys", "So sánh với hồ sơ đang mở của người này"), intake
        ),
        KeyRow(
            Key.TURN_AWAY,
            translate("Keys", "Chưa nhận: in phiếu hướng dẫn, hoặc từ chối tiếp nhận"),
            intake,
        ),
        KeyRow(Key.OPEN, translate("Keys", "Mở hồ sơ vừa lưu, hoặc hồ sơ đang so sánh"), intake),
    )  # fmt: skip


def _others() -> tuple[KeyRow, ...]:
    translate = QCoreApplication.translate
    return (
        KeyRow(
            Key.CHOICE, translate("Keys", "Chọn mục thứ mấy của hàng nút"),
            {Place.HOME: translate("Keys", "Danh sách sau từng ô số, từ trái sang"),
             Place.INTAKE: translate("Keys", "Cách nộp: tại quầy, trực tuyến, bưu chính, ki-ốt"),
             Place.DOSSIER: translate("Keys", "Cách nộp tiền: tiền mặt, chuyển khoản"),
             Place.REGISTER: translate("Keys", "Hồ sơ sau từng ô số, từ trái sang"),
             Place.DAY: translate("Keys", "Hồ sơ sau từng ô số, từ trái sang"),
             Place.HANDOVER: translate("Keys", "Giao đi, nhận lại, đang ở đâu"),
             Place.REFERENCE: translate("Keys", "Danh mục, lịch làm việc, biểu phí")},
        ),
        KeyRow(
            Key.EVERYTHING, translate("Keys", "Tất cả hồ sơ đang mở, gấp nhất đứng đầu"),
            {Place.HOME: ""},
        ),
        KeyRow(
            Key.OFFER, translate("Keys", "Điền điều được gợi ý thứ mấy"),
            {Place.INTAKE: translate("Keys", "Điền người, hoặc địa chỉ đã gặp"),
             Place.DOSSIER: translate("Keys", "Đúng người nhận có giấy tờ đã ghi")},
        ),
        KeyRow(
            Key.OTHER_TIME, translate("Keys", "Ngày, giờ khác"),
            {Place.INTAKE: translate("Keys", "Giờ nhận khác, phi địa giới"),
             Place.DOSSIER: translate("Keys", "Xin lỗi, hẹn lại ngày trả; ghi đã báo người dân"),
             Place.REGISTER: translate("Keys", "Xem thời gian khác: gõ, Enter"),
             Place.CASH: translate("Keys", "Xem ngày khác: gõ ngày, Enter"),
             Place.DAY: translate("Keys", "Xem ngày khác: gõ ngày, Enter")},
        ),
        KeyRow(
            Key.BEFORE, translate("Keys", "Hôm trước"),
            {Place.CASH: "", Place.DAY: "", Place.REGISTER: translate("Keys", "Tháng trước")},
        ),
        KeyRow(
            Key.AFTER, translate("Keys", "Hôm sau"),
            {Place.CASH: "", Place.DAY: "", Place.REGISTER: translate("Keys", "Tháng sau")},
        ),
        KeyRow(
            Key.SAVE_FILE, translate("Keys", "Lưu ra tệp PDF"),
            {Place.CASH: "", Place.DAY: "", Place.REGISTER: "",
             Place.LISTS: translate("Keys", "Lưu ra tệp Excel")},
        ),
        KeyRow(
            Key.MANY, translate("Keys", "Thêm hồ sơ vào chồng: gõ mã, Enter"), {Place.LISTS: ""}
        ),
        KeyRow(Key.PACKAGE, translate("Keys", "Xuất gói ra USB"), {Place.EXCHANGE: ""}),
        KeyRow(
            Key.TAKE_FILE, translate("Keys", "Nhận tệp"),
            {Place.EXCHANGE: translate("Keys", "Nhận tệp trả lời"),
             Place.REFERENCE: translate("Keys", "Nhận tệp danh mục, tệp lịch hoặc tệp biểu phí")},
        ),
    )  # fmt: skip


def _in_fields() -> tuple[KeyRow, ...]:
    translate = QCoreApplication.translate
    return (
        KeyRow(
            Key.SPACE, translate("Keys", "Đánh dấu, bỏ đánh dấu"),
            {Place.INTAKE: translate("Keys", "Có tờ giấy này"), Place.SIGNING: ""},
        ),
        KeyRow(
            Key.SELECT_ALL, translate("Keys", "Chọn tất cả; bấm lần nữa để bỏ chọn"),
            {Place.SIGNING: ""},
        ),
        KeyRow(
            Key.NUMBER, translate("Keys", "Mục mang số đó"),
            {Place.INTAKE: translate("Keys", "Chứng thực: giấy hay gặp, như dòng trên"),
             Place.DOSSIER: translate("Keys", "Lý do in lại")},
        ),
        KeyRow(
            Key.DELETE, translate("Keys", "Bỏ bản nháp, bỏ dòng đang chọn"), {Place.INTAKE: ""}
        ),
        KeyRow(
            Key.UP_DOWN, translate("Keys", "Chọn dòng ngay trong ô đang gõ"),
            {Place.INTAKE: translate("Keys", "Chọn dòng, hoặc lấy tên được gợi ý (↓)"),
             Place.DOSSIER: translate("Keys", "Lấy tên được gợi ý (↓)"), Place.REFERENCE: ""},
        ),
    )  # fmt: skip
