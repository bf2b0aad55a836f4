"""People met before, offered quietly while a number, a name or a telephone is typed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.answers.people import PersonOffer
from app.domain.dossier.numbers import grouped_phone
from ui.keys import Key, nth_key, with_key
from ui.screens.intake.parts.strip import Strip, StripAction, StripLook
from ui.widgets.text.plain import button

MOST = 3
MOST_CODES = 3
_LOOK = StripLook("info", spacing=2, most=MOST, face="offer", is_list=True, aside=48)


class PeopleOffers(Strip):
    """Up to three offers, each filled by Ctrl and its number; then what was filled, with undo.

    Signals:
        taken: the offer that was chosen.
        undone: the filling is to be taken back.
    """

    taken = Signal(object)
    undone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        undo = button(QCoreApplication.translate("PeopleOffers", "Hoàn tác"), "link")
        super().__init__(_LOOK, undo, parent)
        self.offers: tuple[PersonOffer, ...] = ()
        self._has_keys = True
        self._takes_enter = False
        undo.clicked.connect(self.undone)

    def offer(self, offers: Sequence[PersonOffer]) -> None:
        """Offer these people, the first three; none hides the strip."""
        self.offers = tuple(offers[:MOST])
        self._show_offers()

    def take(self, nth: int) -> bool:
        """Choose the offer at `nth`; False if there is none."""
        return self.isVisible() and self.press(nth)

    def show_keys(self, *, are_ours: bool) -> None:
        """Whether Ctrl and a number fill a person now, or something nearer has these keys."""
        self._has_keys = are_ours
        if self.offers:
            self._show_offers()

    def show_enter(self, *, fills: bool) -> None:
        """Whether Enter, where the keyboard is now, fills the only one offered."""
        if fills is not self._takes_enter:
            self._takes_enter = fills
            if self.offers:
                self._show_offers()

    def _show_offers(self) -> None:
        said = self._invitation() if self.offers else ""
        self.show_all(said, [self._action(*one) for one in enumerate(self.offers, 1)])

    def _invitation(self) -> str:
        if len(self.offers) == 1:
            words = self.tr("Đã gặp – bấm {0} để điền lại:")
            if self._takes_enter:
                words = self.tr("Đã gặp – bấm {0} hoặc Enter để điền lại:")
            return words.format(nth_key(Key.OFFER, 1))
        return self.tr("Đã gặp – bấm Ctrl và số để điền lại:")

    def _action(self, nth: int, offer: PersonOffer) -> StripAction:
        words = self._words(offer)
        key = with_key(nth_key(Key.OFFER, nth), "") if self._has_keys else ""
        return StripAction(key + words, partial(self._fill, offer), tip=words, spoken=words)

    def _fill(self, offer: PersonOffer) -> None:
        self.offers = ()
        self.show_all(self._met(offer))
        self.show_undo()
        self.taken.emit(offer)

    def _words(self, offer: PersonOffer) -> str:
        who = offer.applicant
        number = f"…{who.personal_id[-4:]}" if who.personal_id else ""
        parts = (who.full_name, number, grouped_phone(who.phone), self._last(offer))
        return " · ".join(part for part in parts if part)

    def _last(self, offer: PersonOffer) -> str:
        if offer.open_codes:
            return self.tr("đang có {0} hồ sơ chưa xong").format(len(offer.open_codes))
        return self.tr("gần nhất {0}").format(f"{offer.last_on:%d/%m/%Y}")

    def _met(self, offer: PersonOffer) -> str:
        met = self.tr("Đã gặp: {0} hồ sơ, gần nhất {1}. Thông tin đã điền lại.").format(
            offer.dossiers, f"{offer.last_on:%d/%m/%Y}"
        )
        if not offer.open_codes:
            return met
        codes = ", ".join(offer.open_codes[:MOST_CODES])
        more = len(offer.open_codes) - MOST_CODES
        codes += f" … (+{more})" if more > 0 else ""
        return met + " " + self.tr("▲ Đang có hồ sơ chưa xong: {0}.").format(codes)
