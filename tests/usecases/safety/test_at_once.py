"""Several at once: restores beside intakes, first starts, migrations; nothing is lost."""

import subprocess
import sys
from pathlib import Path

from app.domain.clock import SetClock
from app.usecases.office import opening
from app.usecases.queries import lookup
from app.usecases.safety import backup, verification
from db.schema import SCHEMA_VERSION
from tests.builders import LAN, MONDAY, a_desk, a_dossier
from tests.unmeasured import unmeasured
from tests.usecases.safety.killed_works import an_older_folder

ROOT = Path(__file__).parents[3]
INTAKES = """
import sys
from pathlib import Path
from app.domain.clock import SetClock
from app.usecases.office import opening
from tests.builders import MONDAY, a_dossier
for _ in range(12):
    desk = opening.open_desk(Path(sys.argv[1]), SetClock(MONDAY))
    code = a_dossier(desk).dossier_code
    desk.close()
    print(code, flush=True)
"""
RESTORES = """
import sys
from pathlib import Path
from app.domain.clock import SetClock
from app.usecases.safety import restoring
from db.guard.access import FolderBusy
from tests.builders import MONDAY
done = 0
while done < 4:
    try:
        restoring.restore(Path(sys.argv[2]), Path(sys.argv[1]), SetClock(MONDAY))
        done += 1
    except FolderBusy:
        continue
"""
STARTS = """
import sys
from pathlib import Path
from app.domain.clock import SetClock
from app.usecases.office import opening
from db.guard.access import FolderBusy
from tests.builders import MONDAY
facts = opening.OfficeFacts(sys.argv[2], "H37.99.1", "Hoàng Thị Lan")
try:
    opening.make_office(Path(sys.argv[1]), SetClock(MONDAY), facts).close()
    print("made")
except (opening.FolderNotEmpty, FolderBusy):  # busy where the other one takes its time
    print("refused")
"""
OPENINGS = """
import sys
from pathlib import Path
from app.domain.clock import SetClock
from app.usecases.office import opening
from tests.builders import MONDAY
opening.open_desk(Path(sys.argv[1]), SetClock(MONDAY)).close()
"""


def started(code, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT, env=unmeasured(), stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def ended(processes):
    said = [process.communicate()[0].split("\n") for process in processes]
    assert [process.returncode for process in processes] == [0] * len(processes)
    return [line for lines in said for line in lines if line]


def test_restores_beside_intakes_give_no_number_twice_and_leave_whole_records(tmp_path):
    folder = tmp_path / "data"
    desk = a_desk(folder)
    a_dossier(desk)
    (tmp_path / "usb").mkdir()
    made = backup.back_up(desk, LAN, tmp_path / "usb").path
    desk.close()
    codes = ended([
        started(RESTORES, folder, made), *(started(INTAKES, folder) for _ in range(2))
    ])  # fmt: skip
    assert len(codes) == len(set(codes)) == 24
    desk = opening.open_desk(folder, SetClock(MONDAY))
    verification.verify_records(desk, LAN)
    assert a_dossier(desk).dossier_code not in codes
    desk.close()


def test_of_two_first_starts_at_once_one_makes_the_office_and_one_is_refused(tmp_path):
    folder = tmp_path / "data"
    names = ("UBND xã Mẫu Sơn", "UBND xã Hoàng Văn Thụ")
    processes = [started(STARTS, folder, name) for name in names]
    said = [process.communicate()[0].strip() for process in processes]
    assert sorted(said) == ["made", "refused"]
    desk = opening.open_desk(folder, SetClock(MONDAY))
    assert lookup.settings(desk, LAN).office == names[said.index("made")]
    assert len(lookup.procedure_choices(desk, LAN, MONDAY)) > 100
    desk.close()


def test_of_five_migrations_at_once_one_migrates_and_all_can_work(tmp_path):
    folder = tmp_path / "data"
    an_older_folder(folder)
    ended([started(OPENINGS, folder) for _ in range(5)])
    assert len(list(folder.glob(f"motcua-truoc-nang-cap-{SCHEMA_VERSION - 1}-*.db"))) == 1
