"""What leaves the office and comes back: the package, the answers, the backup, another window."""

import hashlib
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.__main__ import loaders
from app.composition.window import open_window
from app.domain.actor import PROGRAM
from app.usecases.queries import lookup
from db import folder as data_folder
from db.instance import hold

pytestmark = [pytest.mark.gui, pytest.mark.journey]

ROOT = Path(__file__).parents[2]


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "usb").mkdir()
    return tmp_path / "usb"


def register(clerk, name: str):
    clerk.take_in("", name, "1950", procedure="khai tu")
    return clerk.save("Ctrl+F9")


def test_a_package_is_exported_and_its_answers_taken_by_keyboard(office, sit, stick, tray):
    clerk = sit()
    register(clerk, "Lý A Sềnh")
    register(clerk, "Nông Thị Sính")
    clerk.key("F7")
    clerk.wait(lambda: clerk.exchange.export_button.isEnabled() and clerk.is_idle())
    clerk.key("Alt+E").choose_in_dialog(stick)
    clerk.wait(lambda: clerk.sees("Đã ghi và đọc lại 4 bản ghi của 2 hồ sơ"))
    [package] = stick.glob("*.mcg")
    assert lookup.outbox_summary(clerk.desk, PROGRAM).pending_events == 4, (
        "exporting acknowledges nothing"
    )
    answer = stick / "tra-loi.mcr"
    answer.write_bytes(taken(package))
    clerk.key("F7").key("Alt+N").choose_in_dialog(answer)
    clerk.wait(lambda: clerk.sees("Tỉnh đã nhận 4"))
    assert lookup.outbox_summary(clerk.desk, PROGRAM).pending_events == 0
    assert package.exists()
    # The same file again changes nothing.
    clerk.key("Shift+Tab").tab_to("Nhận tệp trả lời…   Alt+N").key("Space").choose_in_dialog(answer)
    clerk.wait(lambda: clerk.sees("trùng 4"))
    assert clerk.check().dossiers == 2


def taken(package: Path) -> bytes:
    """The province takes everything the package holds."""
    with zipfile.ZipFile(package) as bundle:
        lines = [
            line
            for name in ("ho_so.jsonl", "tien_trinh.jsonl")
            for line in bundle.read(name).splitlines()
        ]
    return json.dumps({"ket_qua": [answered(line) for line in lines]}).encode()


def answered(line: bytes) -> dict[str, object]:
    message = json.loads(line)
    return {
        "event_id": message["event_id"],
        "phien_ban": message["phien_ban"],
        "sha256": hashlib.sha256(line).hexdigest(),
        "ma": "DA_NHAN",
    }


def test_the_keys_of_the_exchange_are_heard_whether_or_not_something_waits(office, sit, tray):
    clerk = sit()
    for _ in range(2):
        clerk.key("F7")
        clerk.wait(clerk.is_idle)
        assert clerk.exchange.isAncestorOf(QApplication.focusWidget())
        register(clerk, "Lý A Sềnh")


def test_a_stick_that_was_pulled_out_is_said_and_everything_still_waits(office, sit, stick):
    clerk = sit()
    register(clerk, "Lý A Sềnh")
    clerk.key("F7")
    clerk.wait(lambda: clerk.exchange.export_button.isEnabled() and clerk.is_idle())
    clerk.exchange.export_to(stick / "gone")
    clerk.wait(lambda: clerk.sees("Hãy cắm lại USB"))
    assert clerk.exchange.export_button.isEnabled()
    assert lookup.outbox_summary(clerk.desk, PROGRAM).pending_events == 2


def test_a_backup_made_from_settings_brings_the_records_back(office, sit, stick, tray):
    clerk = sit()
    kept = register(clerk, "Lý A Sềnh")
    clerk.key("F12")
    clerk.wait(clerk.is_idle)
    clerk.tab_to("Sao lưu…").key("Space").choose_in_dialog(stick)
    clerk.wait(lambda: list(stick.glob("*.mcbk")) and clerk.is_idle())
    [backup] = stick.glob("*.mcbk")
    lost = register(clerk, "Nông Thị Sính")
    clerk.key("F12")
    clerk.wait(clerk.is_idle)
    clerk.tab_to("Khôi phục từ tệp…").key("Space").choose_in_dialog(backup)
    assert clerk.focus == "Thôi", "what is safe has the focus"
    clerk.key("Shift+Tab").key("Space")
    clerk.wait(lambda: clerk.is_idle() and lookup.newest_codes(clerk.desk, PROGRAM) == (kept.code,))
    clerk.key("F5")
    clerk.wait(lambda: clerk.is_idle() and clerk.home.model.rowCount() == 1)
    # A number once given is never given again, though the dossier is gone.
    third = register(clerk, "Hoàng Thị Mẩy")
    assert third.code not in {kept.code, lost.code}
    assert clerk.check().dossiers == 2


@pytest.mark.parametrize(
    ("what", "said"),
    [("network", "nằm trên ổ mạng (cifs)"), ("read-only", "Không ghi được vào thư mục")],
)
def test_a_folder_no_data_may_lie_in_is_refused_with_a_sentence(
    qapp, office, monkeypatch, capsys, what, said
):
    if what == "network":
        monkeypatch.setattr(data_folder, "network_kind", lambda _: "cifs")
    else:
        monkeypatch.setattr(Path, "write_bytes", cannot_write)
    assert open_window(office, loaders(), officer="", station=1, language=None) == 1
    assert said in capsys.readouterr().err


def cannot_write(path: Path, _content: bytes) -> int:
    raise PermissionError(13, "Permission denied", str(path))


def test_a_second_window_on_the_same_folder_is_refused_with_a_sentence(office):
    with hold(office):
        second = subprocess.run(
            [sys.executable, "-m", "app", "--data", str(office)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert second.returncode == 1
    assert "Một Cửa đang mở dữ liệu này" in second.stderr
    assert "Traceback" not in second.stderr
