"""Four counters at once: certification numbers and slips without gaps, none twice."""

import subprocess
import sys
from pathlib import Path

from app.domain.clock import SetClock
from app.usecases.office import opening
from app.usecases.safety import verification
from tests.builders import LAN, MONDAY, a_desk

WRITER = """
import sys
from pathlib import Path
from app.domain.certification.books import CertifiedDocument
from app.domain.clock import SetClock
from app.domain.money.payment import PaymentRequest
from app.usecases.money import fees
from app.usecases.office import opening
from app.usecases.dossier.progress import Opened
from tests.builders import LAN, MONDAY, a_certification
desk = opening.open_desk(Path(sys.argv[1]), SetClock(MONDAY))
papers = [CertifiedDocument("Bằng tốt nghiệp", copies=2), CertifiedDocument("Giấy khai sinh")]
for turn in range(20):
    if turn % 2:
        a_certification(desk, *papers, payment=PaymentRequest())
    else:
        done = a_certification(desk, *papers)
        fees.collect_fee(desk, LAN, Opened(done.dossier_id), PaymentRequest())
desk.close()
"""


def test_four_processes_leave_numbers_and_slips_without_a_gap(tmp_path):
    folder = tmp_path / "data"
    a_desk(folder).close()
    root = Path(__file__).parents[3]
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], cwd=root) for _ in range(4)
    ]
    assert [writer.wait() for writer in writers] == [0] * 4
    desk = opening.open_desk(folder, SetClock(MONDAY))
    with desk.records.read() as connection:
        slips = connection.exec_driver_sql("SELECT number FROM payment ORDER BY id").scalars()
        assert list(slips) == list(range(1, 81))
        entries = connection.exec_driver_sql(
            "SELECT number FROM certification_document ORDER BY dossier_id, position"
        ).scalars()
        assert list(entries) == list(range(1, 161))
    assert verification.verify_records(desk, LAN).dossiers == 80
    desk.close()
