"""A proof is counted again from the facts inside it; no data folder is needed."""

import hashlib
from pathlib import Path

import msgspec
import pypdfium2

from app.answers.proof import FORMAT, CheckedProof, ProofFacts
from app.domain.deadline.working_calendar import CalendarUnknown
from app.domain.errors import Damaged, Unreadable
from app.domain.forms.codes import PROOF_FORM
from app.domain.ledger import GENESIS, LedgerEntry, hash_of
from app.domain.version import VERSION
from app.outside.ordinary import read_file
from app.printing.forms.proof import FACTS_FILE
from app.printing.pdf_text import attached, page_texts
from app.printing.proof_content import ProofContent
from app.printing.registry import form_of
from app.usecases.ledger_values import LedgerUnreadable
from app.usecases.proof.page import page_of, stored

MOST_BYTES = 2 * 2**20
"""A proof of hundreds of rows holds a tenth of it."""


class NotAProof(Unreadable):
    """The file is no proof of time that this program makes. Facts: path."""


class ProofOfNewer(Unreadable):
    """A later version of the program made it. Facts: path, format."""


class ProofAltered(Damaged):
    """The proof was changed after it was made. Facts: what (a phrase), path."""


class ProofRowAltered(ProofAltered):
    """A row of the ledger in it is not what was written. Facts: seq, path."""


class ProofPageAltered(ProofAltered):
    """A page says other than the facts inside. Facts: page (0: how many there are), path."""


def check_proof(path: Path) -> CheckedProof:
    """Count the proof in the file at `path` again.

    Raises:
        FileUnreadable, NotAProof, ProofOfNewer: as named.
        ProofAltered: it is not as it was made.
    """
    pdf = read_file(path, most=MOST_BYTES)
    body = _facts_in(pdf, path)
    facts = _read(body, path)
    _check_rows(facts, path)
    if stored(facts) != body:
        raise ProofAltered(path=str(path))
    try:
        content = page_of(facts)
    except (LedgerUnreadable, CalendarUnknown, ValueError):
        raise ProofAltered(path=str(path)) from None
    is_ours = facts.program == VERSION
    if is_ours:
        _check_pages(pdf, content, facts, path)
    return CheckedProof(
        dossier_code=content.code,
        made_at=facts.made_at,
        rows=len(facts.rows),
        heads=facts.heads,
        sha256=hashlib.sha256(body).hexdigest(),
        is_of_this_version=is_ours,
        is_practice=facts.office.is_practice,
    )


def _facts_in(pdf: bytes, path: Path) -> bytes:
    try:
        found = attached(pdf, FACTS_FILE, most=MOST_BYTES)
    except pypdfium2.PdfiumError:
        found = None
    if found is None:
        raise NotAProof(path=str(path))
    return found


def _read(body: bytes, path: Path) -> ProofFacts:
    try:
        kind = msgspec.json.decode(body, type=_Format).format
        if kind != FORMAT and kind.startswith(FORMAT.partition("/")[0]):
            raise ProofOfNewer(path=str(path), format=kind)
        if kind != FORMAT:
            raise NotAProof(path=str(path))
        return msgspec.json.decode(body, type=ProofFacts)
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError, RecursionError):
        raise NotAProof(path=str(path)) from None


class _Format(msgspec.Struct):
    format: str


def _check_rows(facts: ProofFacts, path: Path) -> None:
    """Each row is what its hash says, they follow each other, and the heads lie behind them."""
    heads = {head.chain: head for head in facts.heads}
    last: dict[int, LedgerEntry] = {}
    for version, row in enumerate(facts.rows, 1):
        before = last.get(row.chain)
        seq, digest = (before.seq, before.hash) if before else (0, GENESIS)
        follows = row.seq > seq and (row.seq > seq + 1 or row.previous_hash == digest)
        is_whole = row.hash == hash_of(row) and row.version == version
        if not (follows and is_whole and row.reference == facts.rows[0].reference):
            raise ProofRowAltered(seq=row.seq, path=str(path))
        last[row.chain] = row
    for chain, row in last.items():
        head = heads.get(chain)
        if head is None or head.seq < row.seq or (head.seq == row.seq and head.hash != row.hash):
            raise ProofRowAltered(seq=row.seq, path=str(path))


def _check_pages(pdf: bytes, content: ProofContent, facts: ProofFacts, path: Path) -> None:
    """The file is, byte for byte, what the facts give on one of the papers it is made on."""
    form = form_of(PROOF_FORM)
    body = form.to_json(content)
    drawn = [
        form.render(body, paper=paper, copy_number=1, is_practice=facts.office.is_practice).pdf
        for paper in form.papers
    ]
    if pdf in drawn:
        return
    try:
        given = page_texts(pdf)
    except pypdfium2.PdfiumError:
        raise ProofAltered(path=str(path)) from None
    wanted = min((page_texts(each) for each in drawn), key=lambda one: abs(len(one) - len(given)))
    pages = (nth for nth, (a, b) in enumerate(zip(given, wanted, strict=False), 1) if a != b)
    raise ProofPageAltered(page=next(pages, 0), path=str(path))
