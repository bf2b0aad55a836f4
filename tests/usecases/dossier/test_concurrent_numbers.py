"""Eight counters at once: numbers without gaps, none twice."""

import subprocess
import sys
from pathlib import Path

from app.domain.clock import SetClock
from app.usecases.office import opening
from app.usecases.safety import verification
from tests.builders import LAN, MONDAY, a_desk
from tests.unmeasured import unmeasured

WRITER = """
import sys
from pathlib import Path
from app.domain.clock import SetClock
from app.usecases.office import opening
from db.records import RecordsBusy
from tests.builders import MONDAY, a_dossier
desk = opening.open_desk(Path(sys.argv[1]), SetClock(MONDAY))
done = 0
while done < 50:
    try:
        a_dossier(desk)
        done += 1
    except RecordsBusy:  # on a machine busy with other things; a clerk would try again too
        continue
desk.close()
"""


def test_eight_processes_registering_fifty_each_leave_four_hundred_numbers_without_a_gap(tmp_path):
    folder = tmp_path / "data"
    a_desk(folder).close()
    root = Path(__file__).parents[3]
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], cwd=root, env=unmeasured())
        for _ in range(8)
    ]
    assert [writer.wait() for writer in writers] == [0] * 8
    desk = opening.open_desk(folder, SetClock(MONDAY))
    with desk.records.read() as connection:
        numbers = connection.exec_driver_sql("SELECT number FROM dossier ORDER BY id").scalars()
        assert list(numbers) == list(range(1, 401))
    assert verification.verify_records(desk, LAN).dossiers == 400
    desk.close()
