"""How each kind of paper, and where it differs each form, goes to its printer on this machine."""

from dataclasses import dataclass, replace
from enum import StrEnum

from app.print_settings import read_own
from app.printing.paper import Paper
from app.settings import Settings


class Kind(StrEnum):
    """Kinds of paper, each with its own profile."""

    SHEET = "sheet"
    SLIP = "slip"
    LABEL = "label"


class Tray(StrEnum):
    """Trays as printer drivers name them."""

    AUTO = "auto"
    UPPER = "upper"
    MIDDLE = "middle"
    LOWER = "lower"
    MANUAL = "manual"


class Way(StrEnum):
    """Through the printer's driver, or as ESC/POS dots to the device itself."""

    DRIVER = "driver"
    ESCPOS = "escpos"


@dataclass(frozen=True, slots=True)
class PrintProfile:
    """Printer (empty: the machine's own choice), tray and the rest for one form or kind of paper.

    `right_mm` and `down_mm` move everything on the paper. `device` is where ESC/POS dots go:
    ``/dev/usb/lp0``, or on Windows the name of a queue.
    """

    kind: Kind
    printer: str = ""
    tray: Tray = Tray.AUTO
    copies: int = 1
    is_duplex: bool = False
    right_mm: float = 0.0
    down_mm: float = 0.0
    way: Way = Way.DRIVER
    device: str = ""


def kind_of(paper: str) -> Kind:
    """The kind `paper` is of."""
    return {Paper.ROLL_80MM: Kind.SLIP, Paper.LABEL: Kind.LABEL}.get(Paper(paper), Kind.SHEET)


def own_profile(settings: Settings, key: str, paper: str) -> PrintProfile:
    """The profile of `paper` with what the form's setting `key` says otherwise."""
    profile = profile_for(settings, paper)
    own = read_own(key, getattr(settings, key)) if key else {}
    changes = {_FIELDS[name]: value for name, value in own.items() if name in _FIELDS}
    if "tray" in changes:
        changes["tray"] = Tray(str(changes["tray"]))
    if "way" in changes:
        changes["way"] = Way(str(changes["way"]))
    if profile.kind is Kind.SLIP and not changes.get("device") and changes.get("printer"):
        changes["device"] = changes["printer"]  # dots go to the queue where no device is named
    return replace(profile, **changes)  # type: ignore[arg-type] # read by `app.print_settings`


def profile_for(settings: Settings, paper: str) -> PrintProfile:
    """The profile of a kind of paper, by which every form goes that says nothing else."""
    match kind_of(paper):
        case Kind.SHEET:
            return PrintProfile(
                Kind.SHEET,
                settings.printer,
                Tray(settings.print_tray),
                settings.print_copies,
                settings.print_duplex,
                settings.print_x,
                settings.print_y,
            )
        case Kind.SLIP:
            return PrintProfile(
                Kind.SLIP,
                settings.slip_printer,
                copies=settings.slip_copies,
                right_mm=settings.slip_x,
                down_mm=settings.slip_y,
                way=Way(settings.slip_way),
                device=settings.slip_device or settings.slip_printer,
            )
        case Kind.LABEL:
            return PrintProfile(
                Kind.LABEL,
                settings.label_printer,
                copies=settings.label_copies,
                right_mm=settings.label_x,
                down_mm=settings.label_y,
            )


_FIELDS = {
    "printer": "printer", "tray": "tray", "copies": "copies", "duplex": "is_duplex",
    "x": "right_mm", "y": "down_mm", "way": "way", "device": "device",
}  # fmt: skip
"""The profile's fields by the parts of a setting; its paper is no part of the profile."""


def offset_text(millimetres: float) -> str:
    """``+0,5 mm``: an offset as it is said."""
    return f"{millimetres:+g} mm".replace(".", ",") if millimetres else "0 mm"
