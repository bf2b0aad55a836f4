"""What the palette offers: commands, dossiers, procedures and people, each as one line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from app.answers.board import BoardRow
from app.answers.catalogue import ProcedureChoice
from app.answers.people import PersonOffer
from app.domain.text import fold
from ui.words import reason_in_language, word_for


class EntryKind(StrEnum):
    """What an entry is, in the order the palette shows them."""

    COMMAND = "COMMAND"
    PART = "PART"
    DOSSIER = "DOSSIER"
    PROCEDURE = "PROCEDURE"
    PERSON = "PERSON"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line.

    Attributes:
        kind: what it is.
        title: what is chosen.
        detail: what tells it from its like.
        keys: the key that does the same without the palette, if there is one.
        run: does it.
    """

    kind: EntryKind
    title: str
    detail: str
    keys: str
    run: Callable[[], None]


@dataclass(frozen=True, slots=True)
class PaletteActions:
    """Synchronous actions.

    Attributes:
        dossiers: the newest dossiers a text finds.
        procedures: the procedures in force it finds, best first.
        people: applicants met before whose number, phone or name begins so.
    """

    dossiers: Callable[[str], tuple[BoardRow, ...]]
    procedures: Callable[[str], tuple[ProcedureChoice, ...]]
    people: Callable[[str], tuple[PersonOffer, ...]]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What choosing an entry does; each is called on the GUI thread."""

    dossier: Callable[[int], None]
    procedure: Callable[[ProcedureChoice], None]
    person: Callable[[PersonOffer], None]


@dataclass(frozen=True, slots=True)
class Found:
    """The answers to one text."""

    dossiers: tuple[BoardRow, ...] = ()
    procedures: tuple[ProcedureChoice, ...] = ()
    people: tuple[PersonOffer, ...] = ()


LEAST = 2
"""Letters from which dossiers, procedures and people are looked for."""
_MOST = {EntryKind.DOSSIER: 6, EntryKind.PROCEDURE: 6, EntryKind.PERSON: 4}


def look_up(actions: PaletteActions, text: str) -> Found:
    """Ask for everything `text` may mean."""
    return Found(actions.dossiers(text), actions.procedures(text), actions.people(text))


def matching(commands: Sequence[Entry], text: str) -> list[Entry]:
    """The commands every word of `text` begins a word of, those of a title first.

    For an empty text all of them but the parts of screens, which are looked for by name.
    """
    wanted = fold(text).split()
    if not wanted:
        return [entry for entry in commands if entry.kind is not EntryKind.PART]
    found = [entry for entry in commands if _matches(entry, wanted)]
    return sorted(found, key=lambda entry: not _begin(fold(entry.title).split(), wanted))


def entries_of(found: Found, chosen: Chosen) -> list[Entry]:
    """The answers as lines, the best few of each kind."""
    return [
        *(_dossier(row, chosen) for row in found.dossiers[: _MOST[EntryKind.DOSSIER]]),
        *(_procedure(one, chosen) for one in found.procedures[: _MOST[EntryKind.PROCEDURE]]),
        *(_person(offer, chosen) for offer in found.people[: _MOST[EntryKind.PERSON]]),
    ]


def _matches(entry: Entry, wanted: Sequence[str]) -> bool:
    return _begin(f"{fold(entry.title)} {fold(entry.detail)} {entry.keys.lower()}".split(), wanted)


def _begin(own: Sequence[str], wanted: Sequence[str]) -> bool:
    return all(any(word.startswith(one) for word in own) for one in wanted)


def _dossier(row: BoardRow, chosen: Chosen) -> Entry:
    by = reason_in_language(row.found_by)
    parts = (by, row.code, word_for(row.state).lower(), row.procedure)
    detail = " · ".join(part for part in parts if part)
    return Entry(EntryKind.DOSSIER, row.applicant, detail, "", lambda: chosen.dossier(row.id))


def _procedure(choice: ProcedureChoice, chosen: Chosen) -> Entry:
    detail = " · ".join(part for part in (choice.code, choice.field) if part)
    return Entry(EntryKind.PROCEDURE, choice.name, detail, "", lambda: chosen.procedure(choice))


def _person(offer: PersonOffer, chosen: Chosen) -> Entry:
    who = offer.applicant
    parts = (f"…{who.personal_id[-4:]}" if who.personal_id else "", who.phone, who.address)
    detail = " · ".join(part for part in parts if part)
    return Entry(EntryKind.PERSON, who.full_name, detail, "", lambda: chosen.person(offer))


def kind_words(kind: EntryKind) -> str:
    """What stands before an entry of this kind."""
    translate = QCoreApplication.translate
    return {
        EntryKind.COMMAND: translate("Palette", "Lệnh"),
        EntryKind.PART: translate("Palette", "Mở phần"),
        EntryKind.DOSSIER: translate("Palette", "Mở hồ sơ"),
        EntryKind.PROCEDURE: translate("Palette", "Hồ sơ mới"),
        EntryKind.PERSON: translate("Palette", "Tiếp người"),
    }[kind]
