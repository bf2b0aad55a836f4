"""The print profiles as cards: sheets, the 80 mm slip, labels, and what single forms do."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.domain.errors import DeskError
from app.print_settings import SHEET_PAPERS
from app.printing.profile import offset_text
from ui.screens.settings.forms_card import AS_PAPER, FormsCard
from ui.screens.settings.options_card import Option, OptionsCard

PROFILES = {"print": "sheet", "slip": "slip", "label": "label"}
"""Kind of paper by the name of its card."""
_HALF_MILLIMETRES = 10 * 2


class PrintOptions(QObject):
    """Makes the cards of the profiles.

    Args:
        say: words for refusals.
    """

    def __init__(self, say: Callable[[DeskError], str]) -> None:
        super().__init__()
        self._say = say

    def cards(self) -> dict[str, OptionsCard]:
        """The cards by name, in the order they stand."""
        return {
            "print": self._sheets(),
            "slip": self._slip(),
            "label": self._label(),
            "forms": self._forms(),
        }

    def _sheets(self) -> OptionsCard:
        papers = tuple(self._papers().items())
        options = (
            self._printer("printer"),
            Option("paper", self.tr("Khổ phiếu tiếp nhận"), choices=papers, span=4),
            self._copies("print_copies"),
            Option("print_tray", self.tr("Khay giấy"), choices=self._trays(), span=2),
            *self._offsets("print"),
            Option("print_duplex", self.tr("In hai mặt"), is_tick=True, span=6),
            Option(
                "published_names",
                self.tr("In tên giấy tờ đầy đủ như danh mục công bố"),
                is_tick=True,
                span=6,
            ),
            Option(
                "provisional_line",
                self.tr("In dòng “mã tạm, chờ tỉnh xác nhận”"),
                is_tick=True,
                span=6,
            ),
            Option(
                "register_line",
                self.tr("In dòng vào Sổ theo dõi hồ sơ"),
                is_tick=True,
                span=6,
            ),
            Option(
                "qr_with_identity",
                self.tr("Mã QR có số định danh (ai quét cũng đọc được)"),
                is_tick=True,
                span=6,
            ),
        )
        return self._card(self.tr("In phiếu A4, A5"), options)

    def _slip(self) -> OptionsCard:
        options = (
            self._printer("slip_printer"),
            Option("slip_way", self.tr("Cách gửi"), choices=self._ways(), span=4),
            self._copies("slip_copies"),
            Option("slip_device", self.tr("Cổng gửi thẳng"), "/dev/usb/lp0", span=2),
            *self._offsets("slip"),
        )
        return self._card(self.tr("In phiếu 80 mm"), options)

    def _label(self) -> OptionsCard:
        options = (
            self._printer("label_printer"),
            self._copies("label_copies"),
            *self._offsets("label"),
        )
        return self._card(self.tr("In nhãn 50 × 30 mm"), options)

    def _forms(self) -> FormsCard:
        as_paper = ((AS_PAPER, self.tr("như khổ giấy")),)
        sides = (("false", self.tr("một mặt")), ("true", self.tr("hai mặt")))
        names = self._papers()
        papers = tuple((paper, names[paper]) for paper in SHEET_PAPERS)
        copies = tuple((str(n), str(n)) for n in range(1, 10))
        parts = (
            Option("printer", self.tr("Máy in"), choices=as_paper, span=6),
            Option("copies", self.tr("Số bản in"), choices=(*as_paper, *copies), span=3),
            Option("duplex", self.tr("Mặt giấy"), choices=(*as_paper, *sides), span=3),
            Option("x", self.tr("Dời sang phải"), choices=(*as_paper, *_shifts()), span=3),
            Option("y", self.tr("Dời xuống"), choices=(*as_paper, *_shifts()), span=3),
            Option("tray", self.tr("Khay giấy"), choices=(*as_paper, *self._trays()), span=3),
            Option("paper", self.tr("Khổ giấy"), choices=(*as_paper, *papers), span=3),
            Option("way", self.tr("Cách gửi"), choices=(*as_paper, *self._ways()), span=6),
            Option("device", self.tr("Cổng gửi thẳng"), "/dev/usb/lp0", span=6),
        )
        note = self.tr("Mẫu không ghi riêng thì in như khổ giấy của nó ở các thẻ trên.")
        return FormsCard(self.tr("In riêng từng mẫu"), parts, self._say, note)

    def _papers(self) -> dict[str, str]:
        """What the receipt may go on, in the clerk's words."""
        return {
            "a4": self.tr("A4"),
            "a5": self.tr("A5"),
            "a4x2": self.tr("hai liên trên một tờ A4"),
            "80mm": self.tr("giấy cuộn 80 mm"),
        }

    def _trays(self) -> tuple[tuple[str, str], ...]:
        return (
            ("auto", self.tr("tự chọn")),
            ("upper", self.tr("khay trên")),
            ("middle", self.tr("khay giữa")),
            ("lower", self.tr("khay dưới")),
            ("manual", self.tr("tay đưa")),
        )

    def _ways(self) -> tuple[tuple[str, str], ...]:
        return (
            ("driver", self.tr("qua trình điều khiển máy in")),
            ("escpos", self.tr("gửi thẳng ESC/POS")),
        )

    def _card(self, title: str, options: tuple[Option, ...]) -> OptionsCard:
        return OptionsCard(title, options, self._say, action=self.tr("In trang thử có thước"))

    def _printer(self, key: str) -> Option:
        default = (("", self.tr("máy in mặc định của máy này")),)
        return Option(key, self.tr("Máy in"), choices=default, span=6)

    def _copies(self, key: str) -> Option:
        choices = tuple((str(n), str(n)) for n in range(1, 10))
        return Option(key, self.tr("Số bản in"), choices=choices, span=2)

    def _offsets(self, profile: str) -> tuple[Option, Option]:
        return (
            Option(f"{profile}_x", self.tr("Dời sang phải"), choices=_shifts(), span=2),
            Option(f"{profile}_y", self.tr("Dời xuống"), choices=_shifts(), span=2),
        )


def _shifts() -> tuple[tuple[str, str], ...]:
    """Offsets as they are stored: ``0.5`` is shown as ``+0,5 mm``."""
    halves = range(-_HALF_MILLIMETRES, _HALF_MILLIMETRES + 1)
    return tuple((str(n / 2), offset_text(n / 2)) for n in halves)
