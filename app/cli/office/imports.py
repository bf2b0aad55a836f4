"""What the commands share that take a file in whole: reading it, and the report of its rows."""

from collections.abc import Callable
from pathlib import Path

from app.answers.imports import Imported
from app.cli.context import Context, answer
from app.cli.desk import open_desk
from app.cli.language import reason_text, translated
from app.cli.office.saved_first import save_first
from app.outside.ordinary import read_file

_VERDICTS = {
    "new": "mới",
    "changed": "thay đổi",
    "unchanged": "như cũ",
    "refused": "từ chối",
    "review": "cần xem lại",
}


def content_of(file: Path) -> bytes:
    """What a file holds that is to be looked at."""
    return read_file(file)


def import_file(
    context: Context,
    file: Path,
    use_case: Callable[..., Imported],
    *,
    as_json: bool,
    **values: object,
) -> None:
    """Take `file` in by `use_case`, whole or not at all, and say what became of each row."""
    content = read_file(file)
    with open_desk(context) as opened:
        save_first(opened)
        imported = use_case(opened.desk, opened.actor, content, request=opened.request, **values)
    _report(imported, as_json=as_json)


def _report(imported: Imported, *, as_json: bool) -> None:
    counts = {name: imported.count(name) for name in _VERDICTS}
    rows = [
        {
            "reference": reason_text(row.reference),
            "verdict": row.verdict,
            "detail": reason_text(row.detail),
        }
        for row in imported.rows
    ]
    lines = [
        f"{translated(_VERDICTS.get(row.verdict, row.verdict))}: {reason_text(row.reference)}"
        + (f" – {reason_text(row.detail)}" if row.detail else "")
        for row in imported.rows
        if row.verdict != "unchanged"
    ]
    summary = ", ".join(f"{translated(_VERDICTS[name])} {count}" for name, count in counts.items())
    answer({**counts, "rows": rows}, "\n".join([*lines, summary]), as_json=as_json)
