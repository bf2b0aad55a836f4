"""Required papers out of published components: papers, remarks, groups and cases told apart.

The published "case" of a component is often only a heading ("Giấy tờ phải xuất trình"), and many
components are remarks without a quantity. Both would spoil a checklist, so they are sorted here.
"""

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.catalogue.procedure import RequiredDocument
from app.domain.text import cited, fold
from app.exchange.catalogue.fields import Remarks
from app.exchange.catalogue.published import PublishedPaper
from app.exchange.catalogue.row import Gap

MOST_COPIES = 20
"""Above this a quantity has run together with a number of the text ("Mẫu số 18" + 1 → 181)."""

_ENUMERATOR = re.compile(r"^\(?(?:[a-zđ]|[ivx]{1,4}|\d+(?:\.\d+)*)[.)]+\s*", re.IGNORECASE)
_TAIL = re.compile(r"[,;]?\s*(?:hồ sơ\s+)?(?:bao\s+)?(?:gồm)?\s*[:;.,]*$", re.IGNORECASE)
_GROUP = re.compile(
    r"(?:cac )?giay to phai (?:nop|xuat trinh)(?!.* doi voi)|xuat trinh|luu y|"
    r"thanh phan ho so(?: theo| co quan|\W*$)|ho so khac|bao gom|ho so gom|so luong ho so|"
    r"ho so cua nguoi|tuy tung truong hop|nguoi yeu cau|trong phieu|noi dung"
)
_PAPER = re.compile(
    r"(?:giay|ho chieu|the|to khai|don|ban|van ban|phieu|so |quyet dinh|bien ban|hop dong|chung cu|"
    r"bao cao|so do|mau|danh sach)"
)
_MUST_HAVE = re.compile(r"^truong hop .*(?<!khong )\bphai (?:co|nop)\b")
_CONDITION = re.compile(
    r"^(?:truong hop|doi voi|neu)\b|\bneu co\b|\btrong truong hop\b|\bdoi voi\b|\(\s*truong hop|"
    r"\bneu (?:nguoi|thuoc|la|chu|uy quyen|lua chon)\b|\buy quyen\b|"
    r"\bmau (?:ho tich )?dien tu\b|\btruc tuyen\b"
)
# A row that only begins a list, also where a quantity was published beside it.
_BEGINS_A_LIST = re.compile(
    r"(?:doi voi|(?:cac )?truong hop|nguoi|ngoai)\b.*(?::|\b(?:bao gom|gom|sau|sau day))\W*"
)
# Of those whose papers stand in order behind them: numbered, or what is to be added.
_CONDITION_OF_LIST = re.compile(r"(?:doi voi|truong hop)\b")
_TO_BE_ADDED = re.compile(r"\bphai bo sung\W*$")
# Remarks, also with a quantity of their own.
_REMARK = re.compile(r"(?:luu y|ghi chu|(?:ngoai )?so luong)\b")
_AT_THE_DESK = re.compile(r"\bnop ho so theo hinh thuc truc tiep\b|\bho so truc tiep\b")
_JOINERS = frozenset({"", "hoặc", "và", "có chứng thực hoặc"})


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers asked for and the catalogue's remarks about them."""

    documents: tuple[RequiredDocument, ...]
    notes: tuple[str, ...]


def read_papers(
    published: Iterable[PublishedPaper], remarks: Remarks, limit_cases: frozenset[str]
) -> Papers:
    """Sort published components into papers and remarks.

    The clerk can choose but one case. Where the limits tell cases apart (`limit_cases`), headings
    of the same name are those cases and all others groups; else headings are cases when there are
    at least two that are no mere group.

    Whether a paper is required is not published in earnest (the portal answers false throughout):
    a paper is required unless its own wording makes it conditional ("nếu có", "trường hợp …",
    "đối với …", authorisations, electronic forms). A fallback named after the paper itself
    ("Giấy chứng sinh; trường hợp không có …") does not make it conditional, and a condition that
    names filing at the desk is the desk's own case. A row that only begins a list is a remark
    whatever quantity it has; where it is a condition, the papers behind it are conditional.
    """
    papers = _grouped(published)
    real = [paper for paper in papers if not _is_note(paper)]
    notes = [paper.name for paper in papers if _is_note(paper) and _is_text(paper.name)]
    headings = dict.fromkeys(paper.heading for paper in real)
    cases = _named(headings, limit_cases) if limit_cases else _cases(headings)
    ordered = sorted(real, key=lambda paper: bool(paper.heading) and paper.heading not in cases)
    documents = tuple(
        _document(position, paper, cases, remarks)
        for position, paper in enumerate(ordered, start=1)
    )
    return Papers(documents, tuple(dict.fromkeys(notes)))


def _grouped(published: Iterable[PublishedPaper]) -> list[PublishedPaper]:
    """The papers, those behind a row that names a condition of theirs under it."""
    found: list[PublishedPaper] = []
    condition: PublishedPaper | None = None
    for paper in published:
        if _begins_a_list(paper):
            condition = paper if _is_condition_of_list(paper) else None
        if condition is None or condition is paper or paper.heading != condition.heading:
            found.append(paper)
        else:
            found.append(replace(paper, condition=case_name(condition.name)))
    return found


def _begins_a_list(paper: PublishedPaper) -> bool:
    return _BEGINS_A_LIST.fullmatch(_bare(paper.name)) is not None


def _is_condition_of_list(paper: PublishedPaper) -> bool:
    plain, is_numbered = _bare(paper.name), _ENUMERATOR.match(paper.name.strip()) is not None
    is_condition = _CONDITION_OF_LIST.match(plain) is not None
    return is_condition and (is_numbered or _TO_BE_ADDED.search(plain) is not None)


def _bare(name: str) -> str:
    """A row's name folded, in one line, without its number."""
    return " ".join(_plain(_ENUMERATOR.sub("", name.strip())).split())


@functools.lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """`fold`, remembered: ministries repeat the same paper in dozens of procedures."""
    return fold(text)


def case_name(heading: str) -> str:
    """A heading as the name of a case: without its number and the closing "gồm:"."""
    return _TAIL.sub("", _ENUMERATOR.sub("", heading.strip())).strip()


def _named(headings: Iterable[str], names: frozenset[str]) -> dict[str, str]:
    return {heading: case_name(heading) for heading in headings if case_name(heading) in names}


def _cases(headings: Iterable[str]) -> dict[str, str]:
    found = {
        heading: case_name(heading)
        for heading in headings
        if heading and not _GROUP.match(_plain(_ENUMERATOR.sub("", heading.strip())))
    }
    names = set(found.values())
    if len(names) < len(found) or "" in names:
        found = {heading: heading for heading in found}
    return found if len(found) > 1 else {}


def _is_note(paper: PublishedPaper) -> bool:
    if _plain(paper.heading).startswith("luu y") or not _is_text(paper.name):
        return True
    if _begins_a_list(paper) or _REMARK.match(_bare(paper.name)):
        return True
    if paper.originals or paper.copies:
        return False
    plain = _plain(paper.name)
    return plain.endswith(":") or not (_PAPER.match(plain) or _MUST_HAVE.match(plain))


def _is_text(name: str) -> bool:
    return name.strip(" .;,:").casefold() not in _JOINERS


def _document(
    position: int, paper: PublishedPaper, cases: dict[str, str], remarks: Remarks
) -> RequiredDocument:
    originals, copies = _quantities(paper, remarks)
    return RequiredDocument(
        position=position,
        name=paper.name,
        case=cases.get(paper.heading),
        originals=originals,
        copies=copies,
        required=paper.required or not _is_conditional(paper),
        code=paper.code,
        template=paper.template,
        group=paper.condition or ("" if paper.heading in cases else case_name(paper.heading)),
    )


def _is_conditional(paper: PublishedPaper) -> bool:
    if "co quan" in _plain(paper.heading) and "trinh" in _plain(paper.heading):
        return True
    if paper.condition:
        return True
    plain = _bare(paper.name)
    if _AT_THE_DESK.search(plain):
        return False
    own, _, _ = plain.partition("; truong hop khong co")
    return bool(_CONDITION.search(own))


def _quantities(paper: PublishedPaper, remarks: Remarks) -> tuple[int, int]:
    numbers = []
    for value in (paper.originals, paper.copies):
        whole = int(value) if value and value > 0 and value == int(value) else 0
        if whole > MOST_COPIES:
            remarks.add(Gap.QUANTITY_DOUBTFUL, f"{whole}: {cited(paper.name)}")
            whole = 1
        numbers.append(whole)
    originals, copies = numbers
    if originals + copies == 0:
        return (0, 1) if _plain(paper.name).startswith("ban sao") else (1, 0)
    return originals, copies
