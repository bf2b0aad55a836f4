"""How each kind of paper, and where it differs each form, goes to its printer on this machine."""

from dataclasses import dataclass, replace
from enum import StrEnum

from app.print_settings import read_own
from app.printing.paper import LABEL_FORM, RECEIPT_FORM, Paper
from app.printing.slip_content import slip_of_form
from app.settings import Settings

CASH_SHEET_FORM = "cash-sheet"
SCANNER_SHEET_FORM = "scanner-sheet"
"""Forms that belong to no dossier, by the name their profile knows them by."""


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


def profile_of(settings: Settings, form: str, paper: str) -> PrintProfile:
    """The profile `form` is printed by on `paper`: its own where it has one, else its paper's."""
    return own_profile(settings, form_key(form, paper), paper)


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


def form_key(form: str, paper: str) -> str:
    """The setting in which `form` on `paper` says what it does otherwise; empty if it has none."""
    if form == RECEIPT_FORM and kind_of(paper) is Kind.SLIP:
        return "form_slip"
    if slip_of_form(form) is not None:
        return "form_payment"
    return {
        RECEIPT_FORM: "form_receipt",
        LABEL_FORM: "form_label",
        CASH_SHEET_FORM: "form_cash_sheet",
        SCANNER_SHEET_FORM: "form_scanner_sheet",
    }.get(form, "")


def payment_paper(settings: Settings) -> str:
    """The paper slips of money go on: their own, else the receipt's unless that is a roll."""
    own = read_own("form_payment", settings.form_payment).get("paper")
    receipts = settings.paper if kind_of(settings.paper) is Kind.SHEET else Paper.A4
    return str(own or receipts)


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
