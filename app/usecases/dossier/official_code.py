"""The code a portal gave a dossier: no other has it; it stays once the province has the dossier."""

from app.domain.dossier.correction import OfficialCodeSent, filed_under
from app.domain.dossier.dossier import Dossier
from app.domain.errors import FieldError, InvalidRequest
from app.usecases.unit import Unit
from db.stores import dossiers, outbox


class OfficialCodeTaken(FieldError):
    """Facts: field, code, dossier (our code of the one that has it)."""


def require_new(unit: Unit, code: str) -> None:
    """A portal gives a code once: what bears it here already is the same dossier.

    Raises:
        InvalidRequest: there is one.
    """
    known = dossiers.code_of_official(unit.connection, code)
    if known is not None:
        taken: FieldError = OfficialCodeTaken(field="official_code", code=code, dossier=known)
        raise InvalidRequest(problems=(taken,))


def corrected(unit: Unit, before: Dossier, code: str) -> Dossier:
    """`before` under `code`; the events of it that still wait here leave with that one.

    Raises:
        InvalidRequest: the province may have it under its present code, or another dossier has it.
    """
    if code == before.official_code:
        return before
    if outbox.has_left(unit.connection, before.id):
        sent: FieldError = OfficialCodeSent(field="official_code", code=before.code_outside)
        raise InvalidRequest(problems=(sent,))
    if code:
        require_new(unit, code)
    outbox.leave_as(unit.connection, before.id, code)
    return filed_under(before, code)
