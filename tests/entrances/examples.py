"""Good files, made by an office's own hand: what it sent, the answers to it, and its backup."""

import hashlib
from pathlib import Path

from app.domain.dossier.opened import Opened
from app.exchange.package.reader import read_package, stream_events
from app.exchange.province_v1.messages import canonical
from app.usecases.exchange import exporting
from app.usecases.proof.making import make_proof
from app.usecases.safety import backup
from tests.builders import LAN, a_desk, a_dossier
from tests.exchange.package.builders import written


def good_files(place, desk=None):
    """By name: answers, packages, backups and proofs, as the table of entrances asks for them.

    Args:
        place: a folder for them.
        desk: with a dossier; one is made, and closed, where none is given.
    """
    own = desk or a_desk(place / "own")
    if desk is None:
        a_dossier(own)
    package = Path(exporting.export_package(own, LAN, place).path)
    (place / "other").mkdir()
    other = written(place / "other").path
    made = backup.back_up(own, LAN, place).path
    proof = make_proof(own, LAN, Opened(1)).pdf
    if desk is None:
        own.close()
    return {
        "answers": tuple(_answers(read_package(package))),
        "packages": (other.read_bytes(), package.read_bytes()),
        "backups": (made.read_bytes(),),
        "proofs": (proof,),
    }


def _answers(package):
    """What the province may say of everything that was sent."""
    entries = [
        {"event_id": one.event_id, "phien_ban": one.phien_ban, "ma": verdict,
         "sha256": hashlib.sha256(canonical(one)).hexdigest()}
        for one, verdict in zip(
            stream_events(package), ("DA_NHAN", "TU_CHOI") * 9, strict=False
        )
    ]  # fmt: skip
    entries[0]["ma_ho_so_quoc_gia"] = "G22.99-261123-0001"
    yield {"v": "1.0", "package_id": "x", "madonvi": "H37.99.1", "ket_qua": entries}
    yield entries
