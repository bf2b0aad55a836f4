"""Which dossiers a text means: a scanned or typed code, a card, a number, a name."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from app.domain.finding.paper_names import NamedPaper, read_paper
from app.domain.phrases import Phrase, phrase
from app.domain.scanning.code import read_scan
from app.domain.scanning.scanned import (
    CardScan,
    DossierScan,
    InsuranceScan,
    LabelScan,
    MrzScan,
    PersonScan,
)
from app.domain.text import words
from app.printing import registry
from app.usecases.reference import ReferenceCache
from app.usecases.unit import View
from db.stores import dossiers, search
from db.stores.money import receipts

_PAST_YEARS = 10
"""Years back in which a paper is looked for by a number that names no year."""
_LEAST_LETTERS = 4
"""Letters from which one word may be a procedure's."""
_MOST_PROCEDURES = 12
_MOST_PARTS = 8
"""Words behind which a text is no longer parted into a procedure and a person."""
_LOOKED_AT = 200
"""Dossiers of a name looked at for those of a procedure."""


def found(
    rules: ReferenceCache, view: View, text: str, today: date, most: int = search.MOST
) -> dict[int, str]:
    """Rows of the newest `most` dossiers `text` means, as the reader of scans says if it knows it.

    Then by the number of a paper, by code, name or number, and by the name of the procedure; where
    all that finds nothing, by names that are spelt otherwise. With each stands which paper was
    meant; nothing where the row itself shows what was looked for.
    """
    rows = _found(rules, view, text, today, most)
    return dict(list(rows.items())[:most])


def _found(
    rules: ReferenceCache, view: View, text: str, today: date, enough: int
) -> dict[int, str]:
    scan = read_scan(text, today)
    with suppress(dossiers.UnknownDossier):
        if isinstance(scan, DossierScan):
            return dict.fromkeys([dossiers.id_of(view.connection, scan.code)], "")
        if isinstance(scan, LabelScan):
            return dict.fromkeys([_of_label(view, scan)], "")
    if isinstance(scan, CardScan | MrzScan | InsuranceScan) and _is_card(text):
        people = search.of_person(view.connection, _of_person(scan), most=search.MOST)
        return dict.fromkeys(people, "")
    if papers := _of_paper(view, text, today):
        return papers
    of_receipt = _by_receipt(receipts.dossiers_with_bare(view.connection, text), text)
    by_words = list(dict.fromkeys([*of_receipt, *search.find(view.connection, text)]))
    if len(by_words) < enough:
        by_words = _with_procedures(_Procedures(rules, view, today), text, by_words)
        by_words = by_words or search.find_spelt_otherwise(view.connection, text)
    return dict.fromkeys(by_words, "") | of_receipt


def _of_paper(view: View, text: str, today: date) -> dict[int, str]:
    """Of a slip, a numbered form, or an electronic receipt however its number is parted."""
    if not any(map(str.isdigit, text)):
        return {}
    found: list[int] = []
    paper = read_paper(text, {form.series for form in registry.FORMS if form.series})
    if paper is not None:
        years = range(today.year, today.year - _PAST_YEARS, -1)
        agency = view.settings.agency_code
        found = search.of_paper(view.connection, paper, agency=agency, years=years)
    by_paper = dict.fromkeys(found, _named(paper) if paper else "")
    of_receipt = [dossier for _, dossier in receipts.slips_with(view.connection, text)]
    return by_paper | _by_receipt([one for one in of_receipt if one not in by_paper], text)


def _by_receipt(found: list[int], text: str) -> dict[int, str]:
    return dict.fromkeys(found, phrase("biên lai điện tử {number}", number=text.strip()))


def _named(paper: NamedPaper) -> Phrase:
    if paper.series:
        return phrase("giấy số {number}", number=paper.text)
    return phrase("phiếu thu {number}", number=paper.text)


@dataclass(frozen=True, slots=True)
class _Procedures:
    """The catalogue of today, where a text may name a procedure."""

    rules: ReferenceCache
    view: View
    today: date

    def named(self, text: str) -> list[str]:
        """Codes of the procedures `text` may name; a few letters name none."""
        letters = sum(map(len, words(text)))
        if letters < _LEAST_LETTERS:
            return []
        index = self.rules.names(self.view.connection, self.today)
        return [choice.code for choice in index.find(text, _MOST_PROCEDURES)]


def _with_procedures(procedures: _Procedures, text: str, by_words: list[int]) -> list[int]:
    """What words found, and the dossiers of the procedure named, perhaps beside a person."""
    parts = text.split()
    if by_words and len(parts) < 2:
        return by_words  # one word that is somebody's: a procedure is named by more
    connection = procedures.view.connection
    codes = procedures.named(text)
    own = search.of_procedures(connection, codes) if codes else []
    if by_words or own:
        return list(dict.fromkeys([*by_words, *own]))
    for cut in range(1, min(len(parts), _MOST_PARTS)):
        for name, person in ((parts[:cut], parts[cut:]), (parts[cut:], parts[:cut])):
            met = search.find(connection, " ".join(person), most=_LOOKED_AT)
            codes = procedures.named(" ".join(name)) if met else []
            if codes and (both := search.of_procedures(connection, codes, among=met)):
                return both
    return []


def _of_label(view: View, label: LabelScan) -> int:
    agency = view.settings.agency_code
    return dossiers.id_of_number(view.connection, agency, label.day, label.number)


def _is_card(text: str) -> bool:
    """Whether more than a bare number was read, which may as well be a telephone's."""
    return not text.strip().isdigit()


def _of_person(scan: PersonScan) -> list[tuple[str, ...]]:
    """The numbers on a card, the one of old beside that of now; without one the name."""
    if isinstance(scan, InsuranceScan):
        return [tuple(words(scan.full_name.value))] if scan.full_name else []
    old = scan.old_id if isinstance(scan, CardScan) else None
    return [(field.value,) for field in (scan.personal_id, old) if field]
