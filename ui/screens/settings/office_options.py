"""Which settings stand on which card, in the clerk's words."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from app.domain.dossier.held_data import Base
from app.domain.dossier.numbering import DIGITS, pattern_of
from app.domain.errors import DeskError
from ui.keys import Key
from ui.screens.settings.options_card import Option, OptionsCard
from ui.screens.settings.print_options import PrintOptions
from ui.screens.settings.scanner_card import PORT, PREFIX, ScannerCard
from ui.words import word_for

_LANGUAGES = (("vi", "Tiếng Việt"), ("en", "English"))
"""Each by its own name, for who does not read the other."""


class OfficeOptions(QObject):
    """Makes the cards of settings.

    Args:
        say: words for refusals.
        now: the clock.
    """

    def __init__(self, say: Callable[[DeskError], str], now: Callable[[], datetime]) -> None:
        super().__init__()
        self._say = say
        self._now = now

    def cards(self) -> dict[str, OptionsCard]:
        """The cards by name, in the order they stand."""
        return {
            "office": self._office(),
            **PrintOptions(self._say).cards(),
            "scanner": self._scanner(),
            "codes": self._codes(),
            "deadline": self._deadline(),
            "look": self._look(),
        }

    def _office(self) -> OptionsCard:
        options = (
            Option(
                "superior_body",
                self.tr("Dòng đầu trên giấy tờ"),
                self.tr("để trống: Ủy ban nhân dân xã, phường của cơ quan"),
                span=6,
            ),
            Option(
                "office",
                self.tr("Cơ quan"),
                self.tr("UBND xã …"),
                span=6,
            ),
            Option("department", self.tr("Dòng dưới, nơi tiếp nhận và trả kết quả"), span=6),
            Option(
                "place",
                self.tr("Địa danh trên phiếu"),
                self.tr("tên xã, trước ngày tháng"),
                span=6,
            ),
            Option(
                "opening_float",
                self.tr("Tiền có sẵn trong ngăn kéo đầu ngày (đồng)"),
                self.tr("0; theo quầy: 1:500000,2:300000"),
                span=6,
            ),
            Option("officer", self.tr("Người tiếp nhận ở máy này"), is_name=True, span=6),
            Option(
                "connected_bases",
                self.tr("Cơ sở dữ liệu đã kết nối"),
                choices=self._bases(),
                span=6,
            ),
            Option(
                "officer_title",
                self.tr("Chức danh (gửi tỉnh); nhiều người: Tên = Chức danh; …"),
                self.tr("Công chức tư pháp – hộ tịch"),
                span=6,
            ),
            Option(
                "desk_phone",
                self.tr("Điện thoại, in trên phiếu để người dân hỏi"),
                self.tr("để trống: chừa chỗ ghi tay"),
                span=6,
            ),
            Option(
                "head_title",
                self.tr("Chức danh người ký phiếu xin lỗi; xuống dòng bằng /"),
                "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC",
                span=6,
            ),
            Option(
                "head_name",
                self.tr("Người ký phiếu xin lỗi"),
                self.tr("để trống: chừa chỗ ghi tay"),
                is_name=True,
                span=6,
            ),
        )
        return OptionsCard(
            self.tr("Cơ quan"),
            options,
            self._say,
            self.tr("In trên biểu mẫu đúng như ghi ở đây."),
        )

    def _scanner(self) -> ScannerCard:
        options = (
            Option(
                PORT, self.tr("Nối với máy"), choices=(("", self.tr("gõ như bàn phím")),), span=4
            ),
            Option(PREFIX, self.tr("Ký tự đứng trước"), self.tr("không có"), span=2),
        )
        note = self.tr("Cổng nối tiếp (COM) đọc đúng chữ có dấu và không cần tắt bộ gõ tiếng Việt.")
        return ScannerCard(self.tr("Máy quét"), options, self._say, self._now, note)

    def _codes(self) -> OptionsCard:
        options = (
            Option("agency_code", self.tr("Mã cơ quan"), "H37.99.1", span=6),
            Option(
                "code_pattern",
                self.tr("Mẫu mã hồ sơ (mã cơ quan – ngày nhận – số trong ngày)"),
                choices=self._patterns(),
                span=6,
            ),
            Option(
                "stations",
                self.tr("Khối số của từng quầy"),
                "1:1-4999,2:5000-9999",
                span=6,
            ),
            Option(
                "book_blocks",
                self.tr("Khối số chứng thực trong năm"),
                self.tr("để trống: như khối số của từng quầy"),
                span=6,
            ),
        )
        note = self.tr(
            "Khối số: chỉ cần khi nhiều máy không nối mạng với nhau cùng cấp số; mỗi quầy khi đó "
            "cấp số chứng thực trong khối của mình của dãy số chung, và có dãy phiếu thu riêng."
        )
        return OptionsCard(self.tr("Mã hồ sơ"), options, self._say, note)

    def _bases(self) -> tuple[tuple[str, str], ...]:
        """Every set of bases that can be connected, as it is stored and in the clerk's words."""
        both = ",".join(Base)
        return (
            ("", self.tr("chưa kết nối cơ sở nào")),
            *((base.value, word_for(base)) for base in Base),
            (both, self.tr("cả dân cư và hộ tịch điện tử")),
        )

    def _patterns(self) -> tuple[tuple[str, str], ...]:
        """Every pattern of a code, as it is stored and by an example."""
        words = self.tr("{0} chữ số, như {1}")
        return tuple(
            (pattern_of(digits), words.format(digits, f"H37.99.1-261123-{1:0{digits}d}"))
            for digits in DIGITS
        )

    def _deadline(self) -> OptionsCard:
        options = (
            Option(
                "same_day_cutoff",
                self.tr("Việc trong ngày: nhận sau giờ này thì trả ngày làm việc tiếp theo"),
                "15:00",
                span=6,
            ),
            Option("due_soon_hours", self.tr("Sắp đến hạn khi còn (giờ làm việc)"), "8", span=6),
            Option(
                "due_at_end_of_day",
                self.tr("Hẹn trả vào cuối buổi của ngày hẹn"),
                is_tick=True,
                span=6,
            ),
            Option(
                "extensions_allowed",
                self.tr("Số lần hẹn lại không cần người phê duyệt"),
                "1",
                span=6,
            ),
            Option("apology_series", self.tr("Ký hiệu số phiếu xin lỗi"), "PXL", span=6),
            Option(
                "longest_closed_days",
                self.tr("Nghỉ lâu nhất (ngày); máy chỉ xa hơn thì hỏi lại ngày giờ"),
                "15",
                span=6,
            ),
        )
        return OptionsCard(self.tr("Hẹn trả"), options, self._say)

    def _look(self) -> OptionsCard:
        scales = tuple((str(n), f"{n} %") for n in (100, 110, 125, 150, 175, 200))
        options = (
            Option(
                "theme",
                self.tr("Nền"),
                choices=(
                    ("light", self.tr("sáng")),
                    ("dark", self.tr("tối")),
                ),
                span=2,
            ),
            Option("text_scale", self.tr("Cỡ chữ"), choices=scales, span=2),
            Option("language", self.tr("Ngôn ngữ"), choices=_LANGUAGES, span=2),
            Option(
                "citizen_opens",
                self.tr("Màn hình công dân ({0}): mở sẵn").format(Key.CITIZEN),
                self.tr("ở màn hình thứ hai, khi mở chương trình"),
                is_tick=True,
                span=6,
            ),
            Option(
                "citizen_confirms",
                self.tr("Chờ công dân nói “đúng rồi” mới in"),
                self.tr("khi màn hình công dân đang mở"),
                is_tick=True,
                span=6,
            ),
        )
        note = self.tr("Ngôn ngữ đổi từ lần mở sau; giấy in ra luôn bằng tiếng Việt.")
        return OptionsCard(self.tr("Màn hình"), options, self._say, note)
