"""Words of the command line that cannot be understood, and the help that is offered."""

import click
import pytest

from app.__main__ import commands, main
from app.cli.changing import equip
from tests.cli.refusals import assert_a_clerk_reads
from tests.i18n.sources import VIETNAMESE

WRONG = [
    (["--station", "0", "verify"], "--station", "từ 1 đến 99"),
    (["--station", "hai", "verify"], "--station", "từ 1 đến 99"),
    (["--lang", "fr", "verify"], "--lang", "vi, en"),
    (["--lang"], "--lang", "cần một giá trị"),
    (["demo", "--dossiers", "0"], "--dossiers", "từ 1 đến 1000000"),
    (["demo", "--seed", "x"], "--seed", "một số nguyên"),
    (["verify", "--json=1"], "--json", "không nhận giá trị"),
    (["verify", "--jsno"], "--jsno", "Không có tùy chọn"),
    (["verfy"], "verfy", "Không có lệnh"),
    (["verify", "them"], "Thừa", "dấu ngoặc kép"),
    (["show"], "CODE", "Thiếu"),
    (["intake"], "REQUEST", "Thiếu"),
    (["export"], "--to", "Thiếu"),
    (["export", "--to"], "--to", "cần một giá trị"),
    (["settings", "sett"], "sett", "Không có lệnh"),
    (["settings", "set", "place"], "VALUE", "Thiếu"),
    (["print", "x", "--to", "a.pdf", "--paper", "a3"], "--paper", "a4, a5, a4x2"),
    (["screenshot", "nha", "--to", "a.png"], "SCREEN", "home"),
    (["screenshot", "home", "--to", "a.png", "--size", "1x1"], "--size", "1366x768"),
    (["screenshot", "home", "--to", "a.png", "--scale", "9"], "--scale", "từ 100 đến 200"),
    (["due"], "--limit", "--received"),
    (["due", "--mode", "STOP"], "--mode", "PAUSE"),
]


@pytest.mark.parametrize(("arguments", "named", "text"), WRONG, ids=lambda part: str(part))
def test_a_wrong_word_is_named_with_what_is_wanted(tmp_path, capsys, arguments, named, text):
    assert main(["--data", str(tmp_path), *arguments]) == 2
    said = capsys.readouterr().err
    assert named in said
    assert text in said
    assert_a_clerk_reads(said, "--help", named, "vi, en", *arguments)


def _commands():
    top = commands()
    waiting = [((), top), *(((name,), equip(lazy.load(), name)) for name, lazy in top.lazy.items())]
    while waiting:
        path, command = waiting.pop()
        yield path
        if isinstance(command, click.Group):
            waiting += [((*path, name), each) for name, each in command.commands.items()]


@pytest.mark.parametrize("path", list(_commands()), ids=" ".join)
def test_help_is_vietnamese(capsys, path):
    assert main([*path, "--help"]) == 0
    text = capsys.readouterr().out
    for foreign in ("Usage", "Options", "Commands", "Show this", " TEXT ", "INTEGER", "PATH ",
                    "required", "default", "[OPTIONS]", "COMMAND", "ARGS"):  # fmt: skip
        assert foreign not in text
    options = [line for line in text.splitlines() if line.strip().startswith("--")]
    assert all(len(line.split()) > 2 for line in options), text


@pytest.mark.parametrize("path", list(_commands()), ids=" ".join)
def test_help_is_english_when_asked(capsys, path):
    assert main(["--lang", "en", *path, "--help"]) == 0
    text = " ".join(capsys.readouterr().out.split())
    for data in ("Một Cửa", "đồng", "UBND xã", "Ghi ra tệp bằng dòng lệnh", "ĐC", "HĐ,GD"):
        text = text.replace(data, "")
    assert text.startswith("Usage: motcua ")
    assert "Show this and exit." in text
    assert not VIETNAMESE.search(text)


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["--station", "0", "verify"], "a whole number from 1 to 99 is needed"),
        (["demo", "--seed", "x"], "The value of --seed cannot be used"),
        (["verify", "--json=1"], "Option --json takes no value."),
        (["verfy"], "There is no verb verfy. See: motcua --help"),
        (["show"], "CODE is missing. See: motcua show --help"),
        (["export", "--to"], "Option --to needs a value after it."),
        (["verify", "more"], "Too many or too few words"),
    ],
    ids=str,
)
def test_wrong_words_are_named_in_english_when_asked(tmp_path, capsys, arguments, text):
    assert main(["--lang", "en", "--data", str(tmp_path), *arguments]) == 2
    assert text in capsys.readouterr().err
