"""What the shell asks of the screen where a new dossier begins."""

from PySide6.QtCore import Signal

from app.answers.catalogue import ProcedureChoice
from app.answers.people import PersonOffer
from ui.screen import Screen


class IntakePlace(Screen):
    """The screen where a new dossier begins.

    Signals:
        for_citizen: what the citizen may see now (`CitizenPage`, None for nothing).
    """

    for_citizen = Signal(object)

    def set_citizen_asked(self, asks: bool) -> None:  # noqa: FBT001 - a slot
        """Whether the citizen is to say “đúng rồi” on their window before a slip is printed."""

    def on_citizen_said(self, is_right: bool) -> None:  # noqa: FBT001 - a slot
        """The citizen answered on their own window."""

    def take_procedure(self, choice: ProcedureChoice) -> None:
        """Begin with this procedure, or give it to the dossier being typed."""
        raise NotImplementedError

    def take_person(self, offer: PersonOffer) -> None:
        """Begin with somebody met before; what was being typed is kept as a draft."""
        raise NotImplementedError
