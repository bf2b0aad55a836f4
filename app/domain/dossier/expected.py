"""A paper of the catalogue as it is expected to come: handed in, or only shown."""

from app.domain.catalogue.procedure import Channel, RequiredDocument
from app.domain.catalogue.shown import is_shown
from app.domain.dossier.asked import Sheets
from app.domain.dossier.dossier import SubmittedDocument

_SENT = frozenset({Channel.ONLINE, Channel.POSTAL})


def expected(paper: RequiredDocument, channel: Channel) -> SubmittedDocument:
    """`paper` as the catalogue asks for it; at least one sheet of what is handed in.

    What is to be shown can be shown at a desk alone: who files by post or online sends a copy.
    """
    if is_shown(paper):
        counts = (0, 1) if channel in _SENT else (0, 0)
        return SubmittedDocument(paper.name, *counts, paper.code, shown=channel not in _SENT)
    originals = paper.originals if paper.originals or paper.copies else 1
    return SubmittedDocument(paper.name, originals, paper.copies, paper.code)


def usual_sheets(paper: RequiredDocument) -> Sheets:
    """How many of which kind a request for `paper` asks for as the catalogue does.

    A copy the catalogue names may be a photocopy that is compared with the original (Decree
    23/2015/NĐ-CP art. 6): no more is asked for unasked. Of what is shown nothing is handed in.
    """
    if is_shown(paper):
        return Sheets()
    return Sheets(paper.originals, 0, paper.copies)
