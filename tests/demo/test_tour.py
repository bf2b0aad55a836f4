"""The tour and single pictures, as run on a machine without a screen."""

import json
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image

from app.__main__ import main
from app.domain.clock import SetClock
from tests.builders import MONDAY

pytestmark = pytest.mark.gui


def opened(path):
    return Image.open(BytesIO(path.read_bytes()))


def test_the_tour_registers_prints_draws_exports_and_verifies(qapp, tmp_path, capsys):
    folder = tmp_path / "tour"
    assert main(["tour", "--to", str(folder)]) == 0
    printed = capsys.readouterr().out
    assert "nguyên vẹn" in printed
    code = next(word.rstrip(".") for word in printed.split() if word.startswith("H37.99.1-"))
    read = {found.text for found in zxingcpp.read_barcodes(opened(folder / "receipt.png"))}
    assert code in read
    assert (folder / "receipt.pdf").read_bytes().startswith(b"%PDF")
    assert list((folder / "usb").glob("LUYEN-TAP_MC_H37.99.1_1_*.mcg"))
    for screen in ("home", "intake", "dossier", "exchange", "reference", "settings"):
        for size in ((1366, 768), (1920, 1080)):
            picture = opened(folder / f"{screen}-{size[0]}x{size[1]}.png")
            assert picture.size == size
            assert len(picture.getcolors(2**24)) > 50
    # A tour may be taken again in the same place, but never over other things.
    assert (folder / "tour.txt").exists()


def test_the_tour_never_clears_a_folder_that_is_not_its_own(qapp, tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("giữ lại", encoding="utf-8")
    assert main(["tour", "--to", str(tmp_path)]) == 1
    assert "thứ khác" in capsys.readouterr().err
    assert (tmp_path / "mine.txt").exists()


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pictures") / "data"
    assert main(["--data", str(folder), "demo", "--dossiers", "25"]) == 0
    return folder


@pytest.mark.parametrize(
    "screen",
    [
        "home",
        "intake",
        "dossier",
        "signing",
        "cash",
        "exchange",
        "reference",
        "settings",
        "keys",
    ],
)
def test_every_screen_is_drawn_at_the_size_asked_for(qapp, office, tmp_path, screen, capsys):
    out = tmp_path / "picture.png"
    arguments = ["--data", str(office), "screenshot", screen, "--to", str(out)]
    assert main([*arguments, "--size", "1280x720", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"path": str(out)}
    picture = opened(out)
    assert picture.size == (1280, 720)
    assert len(picture.getcolors(2**24)) > 50


def test_the_first_questions_are_drawn_without_any_data(qapp, tmp_path):
    out = tmp_path / "first.png"
    assert main(["--data", str(tmp_path / "x"), "screenshot", "first_run", "--to", str(out)]) == 0
    assert opened(out).size == (1366, 768)
    assert not (tmp_path / "x" / "motcua.db").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["screenshot", "nowhere", "--to", "x.png"], 2, "không có màn hình"),
        (["screenshot", "home", "--to", "x.png", "--size", "9x9"], 2, "rộng x cao"),
        (["screenshot", "home", "--to", "missing/x.png"], 1, "Không ghi được"),
    ],
)
def test_a_picture_that_cannot_be_drawn_says_why(
    qapp, office, monkeypatch, tmp_path, capsys, arguments, code, said
):
    monkeypatch.chdir(tmp_path)
    assert main(["--data", str(office), *arguments]) == code
    assert said in capsys.readouterr().err


def test_a_picture_of_a_dossier_needs_one(qapp, tmp_path, capsys):
    folder, out = tmp_path / "data", tmp_path / "dossier.png"
    office = ["--office", "UBND xã Thử", "--code", "000.00.00.H99", "--officer", "Lò Thị Thử"]
    assert main(["--data", str(folder), "init", *office]) == 0
    assert main(["--data", str(folder), "screenshot", "dossier", "--to", str(out)]) == 1
    assert "Chưa có hồ sơ" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(
    ("words", "named"), [(["nowhere"], "SCREEN"), (["home", "--size", "9x9"], "--size")]
)
def test_what_cannot_be_used_is_named(qapp, tmp_path, capsys, words, named):
    arguments = ["screenshot", *words, "--to", str(tmp_path / "x.png")]
    assert main(["--data", str(tmp_path / "data"), *arguments]) == 2
    assert f"Giá trị của {named} không dùng được" in capsys.readouterr().err


def test_practice_data_is_the_same_for_the_same_seed_and_obeys_every_rule(
    tmp_path, capsys, monkeypatch
):
    # What is late depends on the minute, which must not turn between the two.
    monkeypatch.setattr("app.domain.clock.SystemClock", lambda: SetClock(MONDAY))
    counts = []
    for place in ("one", "two"):
        folder = str(tmp_path / place)
        main(["--data", folder, "demo", "--dossiers", "60", "--seed", "7", "--json"])
        counts.append(json.loads(capsys.readouterr().out)["states"])
        assert main(["--data", folder, "verify"]) == 0
        capsys.readouterr()
    assert counts[0] == counts[1]
    assert {"RECEIVED", "FINISHED", "RETURNED"} <= set(counts[0])


def test_the_key_map_lies_over_the_screen_in_its_picture(qapp, office, tmp_path):
    for screen in ("home", "keys"):
        out = tmp_path / f"{screen}.png"
        main(["--data", str(office), "screenshot", screen, "--to", str(out)])
    pictures = [opened(tmp_path / f"{screen}.png").convert("RGB") for screen in ("home", "keys")]
    middle = (443, 200, 923, 560)
    assert pictures[0].crop(middle).tobytes() != pictures[1].crop(middle).tobytes()
