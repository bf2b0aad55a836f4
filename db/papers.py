"""Stored papers: each PDF encrypted in a file named by the SHA-256 of its content.

AES-256-GCM under a key derived from the data key, a random 12-byte nonce in front. The file name
is authenticated too, so that files cannot be swapped.
"""

import hashlib
import os
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.domain.errors import Damaged
from db.durable import write_durably
from db.keys import DataKey

PAPERS_FOLDER = "giay-to"


class PaperMissing(Damaged):
    """Facts: sha256."""


class PaperDamaged(Damaged):
    """Facts: sha256."""


class PaperStore:
    """The folder of stored papers of one data folder."""

    def __init__(self, folder: Path, key: DataKey) -> None:
        self.folder = folder / PAPERS_FOLDER
        derived = HKDF(SHA256(), 32, salt=None, info=b"motcua-papers-1").derive(key.raw)
        self._cipher = AESGCM(derived)

    def put(self, content: bytes) -> str:
        """Keep `content`; its SHA-256. Durable when this returns; the same content once."""
        digest = hashlib.sha256(content).hexdigest()
        path = self.path_of(digest)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            nonce = os.urandom(12)
            sealed = nonce + self._cipher.encrypt(nonce, content, digest.encode())
            write_durably(path, sealed, private=True)
        return digest

    def get(self, digest: str) -> bytes:
        """The content under `digest`.

        Raises:
            PaperMissing, PaperDamaged: as named.
        """
        try:
            sealed = self.path_of(digest).read_bytes()
        except FileNotFoundError:
            raise PaperMissing(sha256=digest) from None
        try:
            return self._cipher.decrypt(sealed[:12], sealed[12:], digest.encode())
        except (InvalidTag, ValueError):
            raise PaperDamaged(sha256=digest) from None

    def path_of(self, digest: str) -> Path:
        """Where the paper lies: two-letter folders, so that none grows too full."""
        return self.folder / digest[:2] / f"{digest}.giay"
