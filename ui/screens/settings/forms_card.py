"""Where one form is printed otherwise than its kind of paper: chosen form by form."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtWidgets import QLabel, QVBoxLayout

from app.domain.errors import DeskError
from app.print_settings import FORM_PARTS, Part, own_text, part_text, read_own
from app.printing.profile import offset_text
from ui.screens.settings.options_card import Option, OptionsCard
from ui.widgets.text.labels import label

AS_PAPER = "\x00"
"""The choice to say nothing: no printer and no tray has this name."""
_FORM = "form"
_PARTS = ("printer", "copies", "x", "y", "duplex", "tray", "paper", "way", "device")


class FormsCard(OptionsCard):
    """The form chosen above, its parts below, then what every form does in one line each.

    Args:
        say: words for refusals.
        parts: the fields of a form but the choice of the form itself, known by their part's name.
    """

    def __init__(
        self, title: str, parts: Sequence[Option], say: Callable[[DeskError], str], note: str
    ) -> None:
        names = form_names()
        choices = tuple((key, names[key]) for key in FORM_PARTS)
        form = Option(_FORM, self.tr("Mẫu in"), choices=choices, span=6)
        action = QCoreApplication.translate("PrintOptions", "In trang thử có thước")
        super().__init__(title, (form, *parts), say, note, action=action)
        self._own: dict[str, dict[str, Part]] = {key: {} for key in FORM_PARTS}
        self._lines = {key: label("", "small", wraps=True) for key in FORM_PARTS}
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(label(self.tr("Từng mẫu đang in như sau:"), "fieldLabel", wraps=True))
        for line in self._lines.values():
            column.addWidget(line)
        self._unseen = label("", "small", wraps=True)
        self._unseen.hide()
        column.addWidget(self._unseen)
        self.add_below(column)
        self.choice(_FORM).changed.connect(self._show_form)
        for part in _PARTS:
            field = self.line(part) if part == "device" else self.choice(part)
            field.changed.connect(partial(self._on_part, part))
        self._show_form()

    @property
    def key(self) -> str:
        """The setting of the form that is chosen."""
        return self.choice(_FORM).value()

    def lines(self) -> tuple[QLabel, ...]:
        """One line for each form."""
        return tuple(self._lines.values())

    def show_unseen(self, names: Sequence[str]) -> None:
        """Say which forms are laid out without their official layout having been seen."""
        words = self.tr("Mẫu tạm – chưa đối chiếu bản gốc: {0}.").format(", ".join(names))
        self._unseen.setText(words)
        self._unseen.setVisible(bool(names))

    def set_printers(self, names: Sequence[str]) -> None:
        """Offer these printers."""
        self.choice("printer").set_choices(
            (
                (AS_PAPER, self.tr("như khổ giấy")),
                ("", self.tr("máy in mặc định của máy này")),
                *((name, name) for name in names),
            )
        )
        self._show_form()

    def values(self) -> dict[str, str]:
        return {key: own_text(key, parts) for key, parts in self._own.items()}

    def fill(self, values: Mapping[str, str]) -> None:
        for key in FORM_PARTS:
            self._own[key] = read_own(key, values.get(key, ""))
        self._show_form()

    def show_problem(self, key: str, sentence: str) -> bool:
        if key not in FORM_PARTS:
            return False
        self.choice(_FORM).set_value(key)
        self._show_form()
        if "device" in FORM_PARTS[key]:
            return super().show_problem("device", sentence)
        return super().show_problem(_FORM, sentence)

    def _on_part(self, part: str) -> None:
        own = self._own[self.key]
        value = self.line(part).value() if part == "device" else self.choice(part).value()
        own.pop(part, None)
        if value != (AS_PAPER if part != "device" else ""):
            own[part] = value
        self._say_lines()
        self.changed.emit()  # the card's own was emitted before the part was kept

    def _show_form(self) -> None:
        own = self._own[self.key]
        for part in _PARTS:
            is_named = part in FORM_PARTS[self.key]
            text = part_text(own[part]) if part in own else ""
            if part == "device":
                line = self.line(part)
                line.setVisible(is_named)
                with QSignalBlocker(line):
                    line.set_value(text)
                continue
            choice = self.choice(part)
            choice.setVisible(is_named)
            if part in own and not choice.offers(text):
                choice.add_choice(text, text)
            choice.set_value(text if part in own else AS_PAPER)
        self._say_lines()

    def _say_lines(self) -> None:
        names = form_names()
        for key, line in self._lines.items():
            line.setText(f"{names[key]}: {self._said(key)}")

    def _said(self, key: str) -> str:
        own = self._own[key]
        words = [self._part_said(part, own[part]) for part in _PARTS if part in own]
        return " · ".join(words) or self.tr("như khổ giấy")

    def _part_said(self, part: str, value: Part) -> str:
        text = part_text(value)
        match part:
            case "x":
                return self.tr("sang phải {0}").format(offset_text(float(text)))
            case "y":
                return self.tr("xuống {0}").format(offset_text(float(text)))
            case "copies":
                return self.tr("{0} bản").format(text)
            case "device":
                return text
            case "printer":
                return text or self.tr("máy in mặc định")
        choice = self.choice(part)
        return choice.words_of(text)


def form_names() -> dict[str, str]:
    """The forms by their setting, in the clerk's words."""
    translate = QCoreApplication.translate
    return {
        "form_receipt": translate("FormsCard", "Phiếu tiếp nhận (Mẫu 01) A4, A5"),
        "form_slip": translate("FormsCard", "Phiếu tiếp nhận 80 mm"),
        "form_label": translate("FormsCard", "Nhãn bìa hồ sơ"),
        "form_payment": translate("FormsCard", "Phiếu thu phí, lệ phí"),
        "form_cash_sheet": translate("FormsCard", "Bảng kê thu trong ngày"),
        "form_scanner_sheet": translate("FormsCard", "Tờ cài máy quét"),
    }
