"""One plain word per idea: names the glossary does not want do not come back."""

import io
import re
import tokenize

import pytest

from tests.house import ROOT, files
from tests.plain_words import NAMES, OF_OTHERS, PARTS


def names(code: str) -> list[str]:
    """Every name in `code`; a test's own name is a sentence and stays as it is."""
    tokens = list(tokenize.generate_tokens(io.StringIO(code).readline))
    return [
        token.string
        for nth, token in enumerate(tokens)
        if token.type == tokenize.NAME
        and not token.string.startswith("test_")
        and (tokens[nth - 2].string, token.string) not in OF_OTHERS
    ]


def unwanted(name: str) -> bool:
    parts = re.findall(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+", name)
    return name in NAMES or any(part.lower() in PARTS for part in parts)


def test_every_name_is_a_plain_word():
    found = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in [*files("app", "db", "ui", "tests"), ROOT / "run.py"]
        if path.stem not in {"plain_words", "test_words"}
        for name in names(path.read_text(encoding="utf-8"))
        if unwanted(name)
    }
    assert found == set(), "tests/plain_words.py has the plain word for each"


def test_no_file_is_named_by_an_unwanted_word():
    assert [path for path in files("app", "db", "ui", "tests") if unwanted(path.stem)] == []


@pytest.mark.parametrize("name", ["Door", "_open_door", "told", "isTold", "because", "VERBS"])
def test_unwanted_names_are_found(name):
    assert unwanted(name)


@pytest.mark.parametrize("name", ["indoors", "Planet", "act_on", "storeyed", "Actor", "universe"])
def test_good_english_is_left_alone(name):
    assert not unwanted(name)
