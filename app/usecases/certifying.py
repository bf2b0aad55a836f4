"""The certification lane after intake: the pile to be signed, corrections, and the books."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain import charge_check, intake_check
from app.domain.actor import Actor
from app.domain.answers import DossierChanged
from app.domain.certification import Book, CertifiedDocument
from app.domain.certification_views import AwaitingSignature, BookRow
from app.domain.clock import to_minute
from app.domain.dossier import Dossier
from app.domain.errors import DeskError
from app.domain.fee import FeeLine
from app.domain.intake_check import Door
from app.domain.states import DossierEvent, DossierState
from app.domain.tariff import Tariff, lines_of
from app.printing.content import to_json
from app.settings import series_of
from app.usecases import charging
from app.usecases.desk import Desk
from app.usecases.intake import RECEIPT_FORM
from app.usecases.printable import require_printable_texts
from app.usecases.progress import Opened, change_in, opened_dossier
from app.usecases.receipt_content import receipt_content
from app.usecases.trail import Change, Scene, canonical
from db.rows.trail import Subject
from db.stores import certifications, dossiers, fees, ledger, prints
from db.stores.ledger import Entry

_TO_BE_SIGNED = frozenset({DossierState.RECEIVED, DossierState.PROCESSING})


class NothingCertified(DeskError):
    """Facts: code."""


class NotAwaitingSignature(DeskError):
    """Facts: code, state."""


class EntriesDiffer(DeskError):
    """A correction must keep every entry of the books, in its book. Facts: code, entries."""


@dataclass(frozen=True, slots=True)
class OpenedVolume:
    """A book goes on in a further volume, from `first_number` on."""

    book: Book
    year: int
    volume: int
    first_number: int


def awaiting_signature(desk: Desk) -> tuple[AwaitingSignature, ...]:
    """The pile: dossiers with papers to be signed, oldest first."""
    with desk.records.read() as connection:
        return certifications.awaiting_signature(connection)


def mark_signed(desk: Desk, actor: Actor, dossier_ids: Sequence[int]) -> tuple[DossierChanged, ...]:
    """The papers of these dossiers are signed and sealed: all are finished, or none.

    Raises:
        NotAwaitingSignature: one is no longer on the pile; names it.
        UnknownDossier: as named.
    """
    done = []
    with desk.records.write() as connection:
        now = desk.clock.now()
        rules = desk.reference.at(connection)
        scene = Scene(connection, actor, now, rules.settings)
        moment = to_minute(now)
        for dossier_id in dict.fromkeys(dossier_ids):
            before = dossiers.by_id(connection, dossier_id)
            if before.state not in _TO_BE_SIGNED or not before.certification:
                raise NotAwaitingSignature(code=before.code, state=before.state)
            changed, _ = change_in(
                scene,
                rules,
                before,
                Change(DossierEvent.FINISH, "Đã ký chứng thực"),
                lambda it: replace(it, finished_at=moment, ended_at=moment),
            )
            done.append(changed)
    return tuple(done)


def correct_certification(
    desk: Desk,
    actor: Actor,
    opened: Opened,
    documents: Sequence[CertifiedDocument],
    *,
    reason: str,
) -> DossierChanged:
    """Correct names, pages and copies, one for each entry in order: every number stays.

    Amounts and fee lines are counted anew by the tariff of the day of receipt; what was paid too
    much shows as overpaid. The receipt is frozen anew.

    Raises:
        InvalidRequest: with every fault of the papers and the reason.
        NothingCertified, EntriesDiffer: as named.
        UnknownDossier, ChangedMeanwhile: as named.
    """
    door = Door()
    checked = charge_check.certified(documents, door)
    reason = door.take(lambda: intake_check.reason(reason), "")
    door.close()
    require_printable_texts((f"certification.{n}", paper.name) for n, paper in enumerate(checked))
    with desk.records.write() as connection:
        now = desk.clock.now()
        rules = desk.reference.at(connection)
        scene = Scene(connection, actor, now, rules.settings)
        before = opened_dossier(connection, opened)
        tariff = rules.tariff(before.received_at.date())
        procedure = rules.procedure(before.procedure_version)
        entered = _entered(before, charging.with_amounts(checked, procedure, tariff))
        lines = _relined(before, entered, tariff)
        certifications.amend(connection, before.id, entered)
        fees.replace_lines(connection, before.id, lines)
        values = {
            "certification": (_told(before.certification), _told(entered)),
            "fees": (
                charging.fees_text(rules, before, before.fees),
                charging.fees_text(rules, before, lines),
            ),
        }
        after = replace(before, certification=entered, fees=lines)
        changed, _ = change_in(
            scene, rules, before, Change(DossierEvent.CORRECT, reason, values), lambda _: after
        )
        content = to_json(receipt_content(after, procedure, rules.settings, printed_at=now))
        prints.add_content(connection, after.id, RECEIPT_FORM, after.form_set, content, now)
    return changed


def _entered(
    before: Dossier, documents: tuple[CertifiedDocument, ...]
) -> tuple[CertifiedDocument, ...]:
    """`documents` under the numbers the dossier has."""
    had = before.certification
    if not had:
        raise NothingCertified(code=before.code)
    if len(had) != len(documents) or any(
        old.kind is not new.kind for old, new in zip(had, documents, strict=False)
    ):
        raise EntriesDiffer(code=before.code, entries=len(had))
    return tuple(replace(new, number=old.number) for old, new in zip(had, documents, strict=True))


def _relined(
    before: Dossier, documents: tuple[CertifiedDocument, ...], tariff: Tariff
) -> tuple[FeeLine, ...]:
    """The tariff's lines counted anew, with the exemption and due time they had; others stay."""
    had = {line.name: line for line in before.fees}
    anew = [
        replace(line, exemption=had[line.name].exemption, collect_at=had[line.name].collect_at)
        if line.name in had
        else line
        for line in lines_of(documents, tariff)
    ]
    names = {line.name for line in anew}
    return (*anew, *(line for line in before.fees if line.name not in names))


def _told(documents: tuple[CertifiedDocument, ...]) -> list[str]:
    return [f"{paper.name} ({paper.pages} trang, {paper.copies} bản)" for paper in documents]


def certification_book(desk: Desk, book: Book, year: int) -> tuple[BookRow, ...]:
    """The entries of a book's year in order of number; those of dossiers given up are not done.

    Where stations keep books of their own, the office's book comes first, then station by station.
    """
    with desk.records.read() as connection:
        agency = desk.reference.at(connection).settings.agency_code
        return certifications.book_rows(connection, book, agency=agency, year=year)


def open_volume(desk: Desk, actor: Actor, book: Book) -> OpenedVolume:
    """The paper book is full: go on in a further volume of it; numbers run on.

    Raises:
        VolumesExhausted: the year has no further volume.
        InvalidSetting: stations have books of their own, but this one has none.
    """
    with desk.records.write() as connection:
        now = desk.clock.now()
        settings = desk.reference.at(connection).settings
        year = now.year
        volume, first = certifications.open_volume(
            connection,
            book,
            agency=settings.agency_code,
            station=series_of(settings, actor.station),
            now=now,
        )
        entry = Entry(
            subject=Subject.BOOK,
            reference=f"{book.value} {year}",
            event="VOLUME_OPENED",
            detail=canonical({"volume": volume, "first_number": first}),
        )
        ledger.append(connection, actor, now, entry)
    return OpenedVolume(book, year, volume, first)
