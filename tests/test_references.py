"""No reference leads nowhere: documents, their sections and modules that are named in the code."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house import ROOT, files, modules

DOCUMENT = re.compile(
    r"`(?P<name>[\w/-]+\.md)`(?:\s§(?P<number>\d+(?:\.\d+)*)|,\s(?P<title>[A-Z][^)\n.;,]*))?"
)
PLACE = re.compile(r"`((?:app|db|ui|tests|resources|docs)/[^`\s]*)`")
MODULE = re.compile(r"`(?P<name>(?:app|db|ui)(?:\.\w+)+)`")


def prose(path: Path) -> Iterator[tuple[int, str]]:
    """Docstrings and comments of a file, each with its line."""
    code = path.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.lineno, str(node.value.value)
    for token in tokenize.generate_tokens(io.StringIO(code).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def headings(document: Path) -> set[str]:
    """Titles and numbers of a document's sections: ``## 1.2 The limit`` is both."""
    found = set()
    for line in document.read_text(encoding="utf-8").splitlines():
        if match := re.match(r"#+ (?:(\d+(?:\.\d+)*)\.? )?(.*)", line):
            found |= {part.strip() for part in match.groups() if part}
    return found


def unresolved(text: str) -> list[str]:
    """What `text` names that is not in the repository."""
    missing = []
    for match in DOCUMENT.finditer(" ".join(text.split())):
        places = [ROOT / match["name"], ROOT / "docs" / match["name"]]
        document = next((place for place in places if place.exists()), None)
        section = match["number"] or match["title"]
        if document is None or (section and section.strip() not in headings(document)):
            missing.append(match[0])
    return missing + [
        match[0] for match in MODULE.finditer(text) if not is_known(match["name"].split("."))
    ]


def is_known(parts: list[str]) -> bool:
    """Whether a dotted name is a module or something a module binds."""
    if ".".join(parts) in modules():
        return True
    for end in range(len(parts) - 1, 0, -1):
        module = modules().get(".".join(parts[:end]))
        if module is not None:
            return parts[end] in bound(module)
    return False


def bound(tree: ast.Module) -> set[str]:
    """Names a module binds at its top level."""
    found: set[str] = set()
    for node in tree.body:
        for part in ast.walk(node):
            if isinstance(part, ast.FunctionDef | ast.ClassDef):
                found.add(part.name)
            elif isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
                found.add(part.id)
            elif isinstance(part, ast.alias):
                found.add((part.asname or part.name).split(".")[0])
    return found


def test_every_reference_leads_into_the_repository():
    missing = [
        f"{path.relative_to(ROOT)}:{line}: {reference}"
        for path in [*files("app", "db", "ui", "tests", "resources"), ROOT / "run.py"]
        for line, text in prose(path)
        for reference in unresolved(text)
    ]
    assert missing == []


def test_links_between_documents_lead_somewhere():
    missing = [
        f"{document.name}: {link}"
        for document in [*(ROOT / "docs").glob("*.md"), ROOT / "README.md"]
        for link in re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", document.read_text(encoding="utf-8"))
        if not (document.parent / link).exists()
    ]
    assert missing == []


def test_places_named_in_documents_are_there():
    missing = [
        f"{document.name}: {place}"
        for document in [*(ROOT / "docs").glob("*.md"), ROOT / "README.md"]
        for place in PLACE.findall(document.read_text(encoding="utf-8"))
        if "…" not in place and not (ROOT / place).exists()
    ]
    assert missing == []


@pytest.mark.parametrize("text", ["`nowhere.md`", "`deadlines.md` §99", "`app.domain.nowhere`"])
def test_references_to_nowhere_are_found(text):
    assert unresolved(text) == [text]
