"""What an online filing brings along, as it stands in the form."""

from dataclasses import dataclass

from app.domain.dossier.filing import FilingFacts, FilingSystem, OnlinePayment, YesNo


@dataclass(frozen=True, slots=True)
class FilingState:
    """The fields of an online filing; `bases` are codes with commas or spaces between."""

    system: FilingSystem | None = None
    vneid: YesNo | None = None
    digitised: YesNo | None = None
    payment: OnlinePayment | None = None
    bases: str = ""

    def facts(self) -> FilingFacts:
        """The facts as a request has them."""
        bases = tuple(self.bases.replace(",", " ").replace(";", " ").split())
        return FilingFacts(self.system, self.vneid, self.digitised, self.payment, bases)


NOTHING_FILED = FilingState()
