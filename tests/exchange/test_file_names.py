"""Names that Windows cannot hold are refused everywhere: a stick goes round."""

import pytest

from app.exchange.file_names import is_held_by_windows
from app.exchange.files import FileUnwritable
from app.exchange.target import Kind, Target


@pytest.mark.parametrize(
    "name",
    ["CON", "con.pdf", "Nul.pdf", "COM1", "com¹.pdf", "LPT9.xlsx", "aux .pdf", "CONOUT$", "prn.a.b",
     "phieu.pdf.", "phieu.pdf ", "a:b.pdf", "a?.pdf", "a|b", "a\x07b", "x" * 256, "😀" * 128],
)  # fmt: skip
def test_a_name_windows_cannot_hold_is_refused(tmp_path, name):
    assert not is_held_by_windows(name)
    with pytest.raises(FileUnwritable) as refused:
        Target(tmp_path / name, Kind.PDF, tmp_path / "data").check()
    assert "Windows" in refused.value.facts["why"]


@pytest.mark.parametrize(
    "name",
    ["CONG.pdf", "com.pdf", "COM10.pdf", "Giấy hẹn – Hoàng Thị Mẩy.pdf", ".an.pdf", "x" * 255],
)
def test_a_usual_name_is_held(name):
    assert is_held_by_windows(name)
