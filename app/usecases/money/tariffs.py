"""Take tariff files, and say by which tariff a day is charged."""

from collections.abc import Iterable
from datetime import date

from app.answers.imports import Imported, ImportedRow
from app.domain.actor import Actor
from app.domain.catalogue.versions import Verdict
from app.domain.changes import Changed
from app.domain.dossier.dossier import Dossier
from app.domain.money.ground import ExemptionGround
from app.domain.money.tariff import Tariff
from app.domain.permission import Permission
from app.domain.phrases import phrase
from app.domain.text import FILE_LIMIT, file_title
from app.exchange import tariff_file
from app.usecases.desk import Desk
from app.usecases.queries import lookup
from app.usecases.unit import Request, Unit
from db.stores import tariffs
from db.tables.ledger import Subject


def tariff_of(desk: Desk, actor: Actor, on: date) -> Tariff:
    """The tariff by which a dossier received on `on` is charged; its grounds are those to offer.

    Raises:
        TariffMissing: none has begun by then.
    """
    return lookup.rules(desk, actor).tariff(on)


def grounds_of(desk: Desk, actor: Actor, dossier: Dossier) -> tuple[ExemptionGround, ...]:
    """The grounds on which the fee of `dossier` may be less, by the tariff of its receipt.

    Raises:
        TariffMissing: none had begun by then.
    """
    rules = lookup.rules(desk, actor)
    on = dossier.received_at.date()
    field = rules.procedure(dossier.procedure_version).field
    return rules.tariff(on).grounds_for(dossier.procedure_code, field, on)


def import_tariffs(
    desk: Desk, actor: Actor, content: bytes, *, source: str, request: Request | None = None
) -> Imported:
    """Take every tariff of a file, or none; dossiers already charged keep their amounts.

    Raises:
        FileNotJson, TariffRefused: nothing of the file was taken.
    """
    source = file_title(source, limit=FILE_LIMIT)
    found = tariff_file.read(content)
    with desk.unit(actor, Permission.IMPORT_TARIFFS, request) as unit:
        return unit.once(Imported, (content, source), lambda: _imported(unit, found, source))


def _imported(unit: Unit, found: Iterable[Tariff], source: str) -> Imported:
    rows = []
    changed = Changed.NOTHING
    known = set(unit.rules.tariffs)
    for tariff in found:
        begins = phrase("{code}, từ {on:%d/%m/%Y}", code=tariff.code, on=tariff.effective_from)
        if tariff in known:
            rows.append(ImportedRow(begins, Verdict.UNCHANGED.value))
            continue
        body, digest = tariff_file.encoded(tariff)
        tariffs.add(
            unit.connection,
            tariff.code,
            tariff.effective_from,
            tariff.provenance,
            body=body,
            sha256=digest,
        )
        values = {
            "effective_from": tariff.effective_from.isoformat(),
            "file": source,
            "sha256": digest,
            "source": tariff.source,
        }
        unit.record(Subject.TARIFF, tariff.code, "TAKEN", values)
        rows.append(ImportedRow(begins, Verdict.NEW.value, tariff.source))
        known.add(tariff)
        changed |= Changed.PROCEDURES
    return Imported(tuple(rows), changed)
