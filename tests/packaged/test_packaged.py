"""The packaged program does the desk's work on a machine without Python."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

SUFFIX = ".exe" if sys.platform == "win32" else ""
REQUEST = {
    "procedure": "1.004873",
    "case": None,
    "channel": "DIRECT",
    "applicant": {
        "kind": "CITIZEN",
        "full_name": "Hoàng Thị Mẩy",
        "personal_id": "020185001234",
        "id_kind": "PERSONAL_ID",
        "born": "1985-03-05",
        "sex": "FEMALE",
        "phone": "0912345678",
        "email": "",
        "address": "thôn Bản Loỏng, xã Hoàng Văn Thụ, tỉnh Lạng Sơn",
    },
    "representative": None,
    "documents": "all",
    "sets": 1,
    "return_by": "DESK",
    "note": "",
}


def start(program: Path, *words: str | Path, home: Path) -> str:
    """Standard output of the packaged `program`, started as on a bare machine."""
    kept = {"PATH", "SYSTEMROOT", "TEMP", "TMP"}
    bare = {name: value for name, value in os.environ.items() if name in kept}
    run = subprocess.run(
        [str(program), "--data", str(home / "dữ liệu"), *map(str, words)],
        cwd=home,
        env={**bare, "HOME": str(home), "LANG": "C", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, f"{words}: {run.returncode}\n{run.stdout}\n{run.stderr}"
    return run.stdout


@pytest.mark.build
@pytest.mark.timeout(900)
@pytest.mark.usefixtures("takes_minutes")
def test_the_packaged_program_registers_a_dossier_prints_it_and_draws_its_screens(
    packaged, tmp_path
):
    desk, cli = packaged / f"motcua{SUFFIX}", packaged / f"motcua-cli{SUFFIX}"
    home = tmp_path / "máy của xã"
    home.mkdir()
    request, receipt = home / "request.json", home / "phiếu.pdf"
    request.write_text(json.dumps(REQUEST), encoding="utf-8")

    office = ("--office", "UBND xã Mẫu Sơn", "--code", "H37.99.1", "--officer", "Nông Thị Phương")
    start(cli, "init", *office, home=home)
    answer = json.loads(start(cli, "intake", request, "--receipt", receipt, home=home))
    code = answer["dossier_code"]
    assert code.startswith("H37.99.1-")
    assert code in start(cli, "find", "hoang thi may", home=home)
    start(cli, "verify", home=home)

    page = pypdfium2.PdfDocument(receipt)[0].get_textpage().get_text_range()
    assert "Hoàng Thị Mẩy" in page
    assert code in page

    for program in (cli, desk):
        picture = home / f"{program.stem}.png"
        start(program, "screenshot", "home", "--to", picture, home=home)
        with Image.open(picture) as image:
            assert image.size == (1366, 768)
            colours = image.convert("RGB").getcolors(maxcolors=1 << 20)
            assert len(colours) > 50  # text and icons, not an empty plane
