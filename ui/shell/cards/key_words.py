"""The keys that work everywhere, for the F1 map."""

from PySide6.QtCore import QCoreApplication


def shell_keys() -> tuple[tuple[str, str], ...]:
    """(key, what it does), in the language in force."""
    translate = QCoreApplication.translate
    return (
        ("F1", translate("Keys", "Bảng phím tắt này")),
        ("F2", translate("Keys", "Hồ sơ mới")),
        ("F3", translate("Keys", "Quét hoặc tìm hồ sơ")),
        ("F4", translate("Keys", "Trả kết quả")),
        ("F5", translate("Keys", "Hôm nay")),
        ("F6", translate("Keys", "Màn hình cho người dân: mở, đóng")),
        ("F7", translate("Keys", "Đồng bộ, gửi lên tỉnh")),
        ("F8", translate("Keys", "In lại giấy tờ của hồ sơ đang mở")),
        ("F9", translate("Keys", "Lưu và in phiếu (màn hình tiếp nhận)")),
        ("F10", translate("Keys", "Chờ ký: giấy tờ chứng thực")),
        ("Ctrl+F10", translate("Keys", "Sổ quỹ ngày")),
        ("F11", translate("Keys", "Danh mục thủ tục, lịch làm việc, biểu phí")),
        ("F12", translate("Keys", "Cài đặt")),
        ("Ctrl+H", translate("Keys", "Hoàn tác việc vừa làm, trong mười giây")),
        ("Ctrl+K", translate("Keys", "Bảng lệnh: lệnh, hồ sơ, thủ tục, người")),
        ("Ctrl+Shift+V", translate("Keys", "Đọc mã trong ảnh hoặc chữ vừa chép")),
        ("Tab", translate("Keys", "Sang ô kế tiếp; Shift+Tab lùi lại")),
        ("Esc", translate("Keys", "Đóng, lùi lại; không làm mất bản nháp")),
    )
