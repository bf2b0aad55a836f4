"""How many sheets of which kind, in words: of what is asked for, what came, what is missing."""

from app.domain.dossier.asked import AskedPaper, CameSheets, Sheets


def sheets_text(sheets: Sheets) -> str:
    """``2 bản chính, 1 bản photo``; empty where no number is named."""
    kinds = (
        (sheets.originals, "bản chính"),
        (sheets.certified, "bản chứng thực"),
        (sheets.photocopies, "bản photo"),
    )
    return ", ".join(f"{number} {kind}" for number, kind in kinds if number)


def named(name: str, sheets: Sheets) -> str:
    """A paper with its sheets: ``Tờ khai (1 bản chính)``."""
    said = sheets_text(sheets)
    return f"{name} ({said})" if said else name


def asked_text(paper: AskedPaper) -> str:
    """A paper as it is asked for."""
    return named(paper.name, paper.sheets)


def left_text(paper: AskedPaper) -> str:
    """A paper with what is still missing of it."""
    return named(paper.name, paper.left)


def came_text(part: tuple[AskedPaper, CameSheets]) -> str:
    """A paper with what came of it."""
    paper, came = part
    return named(paper.name, came.sheets)
