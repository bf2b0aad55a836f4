"""The dossier registered last, as long as its card stands in the promise's place."""

from PySide6.QtCore import QObject, Signal

from app.answers.dossier import Registered
from app.answers.money import DossierMoney
from ui.screen import Notices
from ui.screens.intake.actions import IntakeActions
from ui.screens.intake.promise.panel import PromisePanel
from ui.screens.intake.saving.printing import Printing
from ui.screens.intake.saving.saving import Saving
from ui.work import Work


class LastRegistered(QObject):
    """Knows whether it can still be pressed, prints its papers and says how its money stands.

    Args:
        actions: prints, and knows the money.
        work: where it is asked.
        notices: takes what goes wrong.
        saving: registered it.
        promise: where its card stands.

    Signals:
        changed: records were changed (`Changed`).
    """

    changed = Signal(object)

    def __init__(
        self,
        actions: IntakeActions,
        work: Work,
        notices: Notices,
        saving: Saving,
        promise: PromisePanel,
    ) -> None:
        super().__init__(promise)
        self._saving, self._promise = saving, promise
        self._money, self._reading, self._notices = actions.money, work.reading, notices
        printing = Printing(actions, work, notices, lambda: saving.last, self)
        self.print_again, self.print_slip = printing.print_again, printing.print_slip
        saving.print_wanted.connect(printing.print_again)
        done = promise.done
        done.print_wanted.connect(printing.print_again)
        done.slip_wanted.connect(printing.print_slip)
        done.outside_wanted.connect(printing.open_outside)
        printing.said.connect(done.show_printing)
        printing.printed.connect(done.show_printed)
        printing.changed.connect(self.changed)

    @property
    def in_sight(self) -> Registered | None:
        """What was registered last, while its card is in sight."""
        return self._saving.last if self._promise.shows_registered else None

    @property
    def with_receipt(self) -> Registered | None:
        """The same, where an electronic receipt of its money can be noted."""
        return self._saving.last if self._promise.done.receipt_button.isVisible() else None

    def leave(self) -> None:
        """The next person is here: nothing of the last one's can be pressed any more."""
        if self._promise.shows_registered:
            self._promise.show_empty()
        self._saving.forget_last()

    def look_at_money(self) -> None:
        """Its money may have moved elsewhere: say how it stands."""
        if self.in_sight is not None:
            ident = self.in_sight.dossier_id
            self._reading.run(self, lambda: self._money(ident), self._on_money, self._notices.take)

    def _on_money(self, money: DossierMoney) -> None:
        last = self._saving.last
        if last is not None and last.dossier_id == money.dossier_id:
            self._promise.done.show_money(money)
