"""What must hold of whatever a disk is found with."""

import hashlib
import marshal
import shutil
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidTag
from sqlcipher3 import dbapi2

from app.domain.clock import SetClock
from app.domain.errors import DeskError
from app.usecases.office import opening
from app.usecases.safety import verification
from db.engine.salt import salt_in_log
from db.folder import NotSetUp, require_office
from db.guard import swap
from db.keys import read_key
from db.papers import PaperDamaged, PaperMissing, PaperStore, waiting_name
from db.schema import SCHEMA_VERSION
from db.upgrade import COPIES
from db.witness.known import read_known
from tests.builders import LAN, a_dossier
from tests.crash.scene import FACTS, LATER, ROWS

TORN, HALF, CHAIN, EVENTS = (
    "nothing torn",
    "nothing half done",
    "chain whole",
    "one event per change",
)
NUMBERS, PAPERS, WITNESS = "no number twice", "stored papers whole", "the witness is true"
REFUSED, COPY = "the desk opens and verifies", "a migration leaves a copy"

_BROKEN_CHAIN = """SELECT 1 FROM ledger l WHERE l.previous_hash IS NOT coalesce(
    (SELECT p.hash FROM ledger p WHERE p.chain = l.chain AND p.seq = l.seq - 1),
    printf('%064d', 0)) LIMIT 1"""
_WITHOUT_EVENT = """SELECT 1 FROM ledger l WHERE l.dossier_id IS NOT NULL AND 1 IS NOT (
    SELECT count(*) FROM outbox e WHERE e.station = l.chain AND e.ledger_seq = l.seq
    AND e.kind = 'DOSSIER' AND e.dossier_id = l.dossier_id) LIMIT 1"""
_UNTOLD_VERSION = """SELECT 1 FROM dossier d WHERE d.version IS NOT (
    SELECT count(*) FROM ledger l WHERE l.dossier_id = d.id) LIMIT 1"""
_DOUBLED = """SELECT 1 FROM number_series s WHERE s.series = 'DOSSIER' AND s.last - s.first + 1
    IS NOT (SELECT count(*) FROM dossier d WHERE d.day = s.period AND d.agency = s.agency
            AND d.number BETWEEN s.first AND s.last)
    + (SELECT coalesce(sum(g.last_missing - g.first_missing + 1), 0) FROM number_gap g
       WHERE g.series = s.series AND g.period = s.period) LIMIT 1"""
_STRAY = """SELECT 1 FROM dossier d WHERE NOT EXISTS (SELECT 1 FROM number_series s
    WHERE s.series = 'DOSSIER' AND s.period = d.day AND s.agency = d.agency
    AND d.number BETWEEN s.first AND s.last) LIMIT 1"""
_SQL = ((CHAIN, _BROKEN_CHAIN), (EVENTS, _WITHOUT_EVENT), (EVENTS, _UNTOLD_VERSION),
        (NUMBERS, _DOUBLED), (NUMBERS, _STRAY))  # fmt: skip
JOURNAL = "data/.motcua/doi-cho.json"


@dataclass
class Content:
    """Records of one content: what they hold, what is wrong with them."""

    facts: frozenset[str] = frozenset()
    wrong: list[str] = field(default_factory=list)
    next_code: str = ""
    schema: int = SCHEMA_VERSION
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Of rows of the ledger, by their hash: chain and number."""


@dataclass(frozen=True)
class Found:
    """What a disk holds: a digest of its records, what they say, how far the witness knows.

    `wrong` is what is wrong with what lies beside the records.
    """

    digest: bytes
    content: Content
    reached: dict[int, int]
    wrong: tuple[str, ...] = ()


class Judge:
    """Looks at folders that hold an office's data; equal contents are looked through once."""

    def __init__(self, box: Path, *, migrates: bool = False) -> None:
        self.box = box
        self.folder = box / "data"
        self.migrates = migrates
        self._contents: dict[bytes, Content] = {}
        self._known: dict[tuple[str, str], bool] = {}

    def put(self, found: dict[str, bytes | None]) -> None:
        """Let the box hold `found` and nothing else."""
        shutil.rmtree(self.box, ignore_errors=True)
        self.box.mkdir()
        for path, content in sorted(found.items()):
            if content is None:
                (self.box / path).mkdir(parents=True, exist_ok=True)
        for path, content in found.items():
            if content is not None:
                with open(self.box / path, "wb") as file:
                    file.write(content)

    def look(self, found: dict[str, bytes | None]) -> Found | str:
        """What is in the box, or what is wrong with it at first sight."""
        self.put(found)
        try:
            if JOURNAL in found:
                swap.finish(self.folder)
            require_office(self.folder)
            self.key = read_key(self.folder)
            return self._opened(found)
        except NotSetUp:
            return Found(b"", Content(), {})
        except DeskError as error:
            return f"{REFUSED}: {type(error).__name__} {error.facts}"
        except dbapi2.DatabaseError as error:
            return f"{TORN}: {error}"

    def _opened(self, found):
        with closing(self._unlocked(self.folder / "motcua.db")) as connection:
            said = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if said != "ok":
                return f"{TORN}: {said}"
            digest = digest_of(connection)
            if digest not in self._contents:
                self._contents[digest] = self._looked_through(connection)
            content = self._contents[digest]
            unwitnessed, reached = self._witness(content)
        wrong = tuple(filter(None, (unwitnessed, self._beside(content))))
        if not (wrong or content.wrong or content.next_code):
            self._further(found, content)
        return Found(digest, content, reached, wrong)

    def _unlocked(self, path: Path) -> dbapi2.Connection:
        """The database at `path`: as any program with its key sees it, else as ours does."""
        salt = b""
        for _ in range(2):
            connection = dbapi2.connect(str(path), isolation_level=None)
            connection.execute(f"PRAGMA key = \"x'{(self.key.raw + salt).hex()}'\"")
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            try:
                connection.execute("PRAGMA user_version").fetchone()
            except dbapi2.DatabaseError:
                salt = salt_in_log(path)
                connection.close()
                if not salt:
                    raise
            else:
                break
        return connection

    def _looked_through(self, connection) -> Content:
        """All that can be asked of the records alone."""
        content = Content()
        content.schema = connection.execute("PRAGMA user_version").fetchone()[0]
        content.facts = frozenset(
            f"{kind} {value}"
            for kind, sql in (ROWS | FACTS).items()
            for (value,) in connection.execute(sql)
        )
        content.places = {
            digest: (chain, seq)
            for digest, chain, seq in connection.execute("SELECT hash, chain, seq FROM ledger")
        }
        content.wrong += [name for name, sql in _SQL if connection.execute(sql).fetchone()]
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            content.wrong.append(f"{HALF}: a reference leads nowhere")
        return content

    def _beside(self, content: Content) -> str:
        """What is wrong with what lies beside the records: papers, and copies of them."""
        for fact in content.facts:
            kind, _, sha256 = fact.partition(" ")
            if kind == "print" and not self._is_whole(sha256):
                return f"{PAPERS}: {sha256[:8]}"
        return self._copied(content)

    def _witness(self, content: Content) -> tuple[str, dict[int, int]]:
        """What is wrong with the witness; how far it knows each chain of the ledger."""
        known = read_known(self.folder)
        if known is None:
            return f"{WITNESS}: there is none", {}
        for chain, (seq, digest) in known.heads.items():
            if content.places.get(digest) != (chain, seq):
                return f"{WITNESS}: it knows row {seq} of {chain}, the records do not", {}
        return "", {chain: seq for chain, (seq, _) in known.heads.items()}

    def _copied(self, content: Content) -> str:
        """Copies made before a migration are whole, and there as soon as it is through."""
        copies = list(self.folder.glob(COPIES))
        if self.migrates and content.schema == SCHEMA_VERSION and not copies:
            return f"{COPY}: none"
        for path in copies:
            at = path.name, hashlib.blake2b(path.read_bytes()).hexdigest()
            if at not in self._known:
                with closing(self._unlocked(path)) as copy:
                    said = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
                    is_older = copy.execute("PRAGMA user_version").fetchone()[0] < SCHEMA_VERSION
                self._known[at] = said == "ok" and is_older
            if not self._known[at]:
                return f"{COPY}: a torn one"
        return ""

    def _is_whole(self, sha256: str) -> bool:
        store = PaperStore(self.folder, self.key)
        own = store.path_of(sha256)
        path = own if own.exists() else waiting_name(own)
        if not path.exists():
            return False
        at = sha256, hashlib.blake2b(path.read_bytes()).hexdigest()
        if at not in self._known:
            try:
                store.get(sha256)
            except (PaperMissing, PaperDamaged, InvalidTag):
                self._known[at] = False
            else:
                self._known[at] = True
        return self._known[at]

    def _further(self, found, content: Content) -> None:
        """The desk opens on it, verifies, takes in one more dossier, and verifies again."""
        self.put(found)
        try:
            desk = opening.open_desk(self.folder, SetClock(LATER))
            try:
                verification.verify_records(desk, LAN)
                content.next_code = a_dossier(desk).dossier_code
                verification.verify_records(desk, LAN)
            finally:
                desk.close()
        except (DeskError, dbapi2.DatabaseError) as error:
            content.wrong.append(f"{REFUSED}: {type(error).__name__}: {error}")


def digest_of(connection) -> bytes:
    """A digest of every row of every table."""
    answer = hashlib.blake2b(digest_size=16)
    schema = connection.execute(
        "SELECT name, type, sql FROM sqlite_master ORDER BY type, name"
    ).fetchall()
    version = connection.execute("PRAGMA user_version").fetchone()
    answer.update(marshal.dumps((schema, version), 2))
    for name, kind, sql in schema:
        if kind == "table" and not (sql or "").startswith("CREATE VIRTUAL"):
            rows = connection.execute(f'SELECT * FROM "{name}"').fetchall()
            answer.update(marshal.dumps(rows, 2))
    return answer.digest()


def looked_at(names):
    """Which paths the judge's answer can depend on: what is temporary is taken away unread.

    Not so where a swap is unfinished: what comes in stands in a temporary folder.
    """
    if JOURNAL in names:
        return lambda _path: True
    return lambda path: ".tmp" not in path and "/." not in path and not path.startswith(".")
