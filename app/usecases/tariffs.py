"""Take tariff files, and say by which tariff a day is charged."""

from datetime import date

from app.domain.actor import Actor
from app.domain.answers import Imported, ImportedRow
from app.domain.changes import Changed
from app.domain.procedure_versions import Verdict
from app.domain.reasons import because
from app.domain.tariff import Tariff
from app.exchange import tariff_file
from app.usecases import lookup
from app.usecases.desk import Desk
from app.usecases.trail import canonical
from db.rows.trail import Subject
from db.stores import ledger, tariffs
from db.stores.ledger import Entry


def tariff_of(desk: Desk, on: date) -> Tariff:
    """The tariff by which a dossier received on `on` is charged; its grounds are those to offer.

    Raises:
        TariffMissing: none has begun by then.
    """
    return lookup.rules(desk).tariff(on)


def import_tariffs(desk: Desk, actor: Actor, content: bytes, *, source: str) -> Imported:
    """Take every tariff of a file, or none; dossiers already charged keep their amounts.

    Raises:
        FileNotJson, TariffRefused: nothing of the file was taken.
    """
    found = tariff_file.read(content)
    rows = []
    changed = Changed.NOTHING
    with desk.records.write() as connection:
        now = desk.clock.now()
        known = set(desk.reference.at(connection).tariffs)
        for tariff in found:
            begins = because("{code}, từ {on:%d/%m/%Y}", code=tariff.code, on=tariff.effective_from)
            if tariff in known:
                rows.append(ImportedRow(begins, Verdict.UNCHANGED.value))
                continue
            body, digest = tariff_file.encoded(tariff)
            tariffs.add(
                connection,
                tariff.code,
                tariff.effective_from,
                tariff.provenance,
                body=body,
                sha256=digest,
            )
            entry = Entry(
                subject=Subject.TARIFF,
                reference=tariff.code,
                event="TAKEN",
                detail=canonical(
                    {"effective_from": tariff.effective_from.isoformat(), "file": source,
                     "sha256": digest, "source": tariff.source}
                ),
            )  # fmt: skip
            ledger.append(connection, actor, now, entry)
            rows.append(ImportedRow(begins, Verdict.NEW.value, tariff.source))
            known.add(tariff)
            changed |= Changed.PROCEDURES
    return Imported(tuple(rows), changed)
