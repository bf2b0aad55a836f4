"""Parts of screens the palette leads to: cards of the settings, tables of the reference data."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.screen import Place


@dataclass(frozen=True, slots=True)
class Part:
    """A part by the name its screen knows it by (`Screen.show_part`).

    Attributes:
        words: what it is called there.
        detail: what else it is looked for by.
    """

    place: Place
    name: str
    words: str
    detail: str = ""


def parts() -> tuple[Part, ...]:
    """Every part, in the order of its screen."""
    translate = QCoreApplication.translate
    settings, reference = Place.SETTINGS, Place.REFERENCE
    return (
        Part(settings, "office", translate("Palette", "Cơ quan"),
             translate("Palette", "tên cơ quan, người tiếp nhận, địa danh")),
        Part(settings, "print", translate("Palette", "Máy in phiếu A4, A5"),
             translate("Palette", "khổ giấy, khay, in hai mặt, số bản")),
        Part(settings, "slip", translate("Palette", "Máy in phiếu 80 mm"),
             translate("Palette", "máy in nhiệt, ESC/POS")),
        Part(settings, "label", translate("Palette", "Máy in nhãn 50 × 30 mm"), ""),
        Part(settings, "forms", translate("Palette", "In riêng từng mẫu"),
             translate("Palette", "máy in của từng mẫu")),
        Part(settings, "scanner", translate("Palette", "Máy quét"),
             translate("Palette", "cổng COM, thử máy quét, tờ cài máy quét")),
        Part(settings, "codes", translate("Palette", "Mã hồ sơ"),
             translate("Palette", "mã cơ quan, khối số")),
        Part(settings, "deadline", translate("Palette", "Hẹn trả"),
             translate("Palette", "sắp đến hạn, việc trong ngày")),
        Part(settings, "look", translate("Palette", "Màn hình"),
             translate("Palette", "nền sáng tối, cỡ chữ, ngôn ngữ, màn hình công dân")),
        Part(settings, "hours", translate("Palette", "Giờ làm việc"),
             translate("Palette", "khung giờ, buổi sáng, buổi chiều")),
        Part(settings, "backup", translate("Palette", "Sao lưu, khôi phục"),
             translate("Palette", "chép dữ liệu ra USB")),
        Part(settings, "safety", translate("Palette", "Kiểm tra và hỗ trợ"),
             translate("Palette", "gói hỗ trợ, báo lỗi")),
        Part(settings, "copies", translate("Palette", "Tự sao lưu"),
             translate("Palette", "mỗi giờ, nơi thứ hai, USB")),
        Part(reference, "catalogue", translate("Palette", "Danh mục thủ tục"), ""),
        Part(reference, "calendar", translate("Palette", "Lịch làm việc"),
             translate("Palette", "ngày nghỉ, làm bù")),
        Part(reference, "closures", translate("Palette", "Đóng cửa đột xuất"),
             translate("Palette", "bão, lũ, mất điện, dời hẹn trả")),
        Part(reference, "tariff", translate("Palette", "Biểu phí"),
             translate("Palette", "phí chứng thực, căn cứ miễn giảm")),
    )  # fmt: skip
