"""No shown words read as data, no message asked what happened, no input cut without a word."""

from functools import cache
from pathlib import Path

import pytest

from tests.traps import CUT, MESSAGE, SHOWN, traps_in, traps_of

ROOT = Path(__file__).parents[1]
ROOMS = ("app", "ui", "db")
ALLOWED = {
    "a fixed place of a text whose form was checked before, or of a row of known parts": {
        "number[:3]", "born[:4]", "digits[:2]",
        "parts[:_LEAST_FIELDS]", "value[:1]", "stem[:2]",
        "digest[:2]", "rest[:2]", "cases[:1]",
        "moment.astimezone(UTC).isoformat()[:_TO_SECONDS]", "row[:4]", "row[:5]",
        "[*self.copies.values()][:1]", "self.first_hash[:8]", "STYLES[paper][:1]",
    },
    "the receiving system takes no more (field lengths of its specification)": {
        "whole[:ABSTRACT_LIMIT]", "only.name[:RESULT_NAME_LIMIT]",
        "step.officer[:OFFICER_LIMIT]",
    },
    "it says how many more there are, or that there are more": {
        "shown[:MOST_ROWS]", "choices[:MOST_ROWS]",
        "list(reversed(moments))[:MOST]", "self.dossiers[:_NAMED]", "rows[:MOST_PAPERS]",
        "text[:MOST_SHOWN]", "faults[:_SHOWN_FAULTS]",
        "offer.open_codes[:MOST_CODES]", "strange[:_NAMED]", "codes[:_NAMED]",
    },
    "the rest is fetched once it comes into sight": {"ids[:FIRST_ROWS]"},
    "suggestions, the best first: typing on finds the others": {
        "addresses[:MOST_OFFERED]", "offers[:MOST]",
    },
    "an excerpt of a foreign file, in a remark that says what is wrong with it": {
        "key[:_SHOWN]", "str(value)[:_SHOWN]", "visible(value)[:120]",
    },
    "the province's words: an answer is never refused for its length": {
        "text[:MESSAGE_LIMIT]", "words[:_MOST_REMARKS]",
    },
    "a device or another program that may send without end": {
        "f'{at:{_BACKED_UP}} · {file}'[:200]",
        "held[:LONGEST]", "(b'0' * -left + digits[max(0, left):])[:PRINTED_DOTS]",
    },
    "more words than a search can need: the first find the dossier already": {
        "parts[:MOST_WORDS]",
    },
    "the library gives the place and the kind of a fault in its message alone": {
        "str(error).partition(' - at `$')", "sign in text", "re.search('field `([^`]+)`', text)",
    },
    "the parser raises both kinds alike; only its words tell them apart": {
        "'does not take' in error.message",
    },
    "plays the part of a person, who finds a field by its name": {
        "one.accessibleName().startswith(name)",
    },
}  # fmt: skip
TO_MEND = {
    "end in “…”, or keep the whole": {
        "row.procedure[:60]", "fee.per[:60]",
        "(fee.source or procedure.source or procedure.decision)[:1000]",
        "reductions(dossier.fees)[:RELIEF_LIMIT]", "words[:200]", "summary[:300]",
    },
}  # fmt: skip
"""Known and not mended yet: whoever mends one strikes it out, nobody adds one."""


@cache
def _all():
    return [trap for room in ROOMS for trap in traps_in(ROOT / room, ROOT)]


def test_no_trap_is_set():
    known = set().union(*ALLOWED.values(), *TO_MEND.values())
    new = [f"{one.file}:{one.line}: {one.kind}: {one.text}" for one in _all()
           if one.text not in known]  # fmt: skip
    assert new == [], "mend it, or allow it with its reason"


def test_nothing_is_allowed_that_is_no_longer_there():
    here = {one.text for one in _all()}
    assert set().union(*ALLOWED.values()) - here == set()


@pytest.mark.parametrize(
    "planted",
    [
        "code = self._label.text().partition(' · ')[0]",
        "why = panel.problem.removeprefix('■ ')",
        "number = dong(amount).removesuffix(' đồng')",
        "done = self.status.text() == word_for(state)",
        "done = 'Đã lưu' in strip.text()",
        "day = self.tr('ngày {0}').format(day).split(' ') or note.split(' · ')",
        "shown = combo.currentText().startswith('▲')",
    ],
)
def test_shown_words_read_back_are_found(planted):
    assert [one.kind for one in traps_of(planted)][:1] == [SHOWN]


@pytest.mark.parametrize(
    "planted",
    [
        "typed = self.input.text() == former",
        "digits = event.text().startswith('1')",
        "parts = [one.strip() for one in text.split(';')]",
        "label.setText(' · '.join(parts))",
    ],
)
def test_what_was_typed_or_is_only_shown_is_left_alone(planted):
    assert traps_of(planted) == []


@pytest.mark.parametrize(
    "asked",
    [
        "'full' in str(error)",
        "error.args[0] == 'locked'",
        "str(error.orig).startswith('UNIQUE')",
        "'busy' in str(getattr(error, 'orig', None) or error).lower()",
        "re.search('column (.*)', str(error))",
        "told(str(error))",
    ],
)
def test_a_message_that_is_asked_is_found(asked):
    planted = f"""
def told(text):
    words, _, place = text.partition(" at ")
    return "missing" in words

try:
    save()
except OSError as error:
    if {asked}:
        raise Full from error
"""
    assert MESSAGE in {one.kind for one in traps_of(planted)}


def test_a_message_kept_under_another_name_is_found():
    planted = """
def store(error: sqlalchemy.exc.OperationalError):
    words = str(error).lower()
    return "full" in words
"""
    assert [one.kind for one in traps_of(planted)] == [MESSAGE]


def test_an_error_that_is_passed_on_or_told_by_its_code_is_left_alone():
    planted = """
try:
    save()
except OSError as error:
    if error.errno == errno.ENOSPC:
        raise Full(why=str(error)) from error
    raise
"""
    assert traps_of(planted) == []


@pytest.mark.parametrize(
    "planted",
    [
        "def keep(papers):\n    return papers[:50]",
        "summary = field.text().strip()[:300]",
        "def keep(paper):\n    return paper.name[:NAME_LIMIT]",
        "def ask(rows):\n    for row in rows[:3]:\n        show(row)",
        "short = words[:LIMIT - 1].rstrip()",
    ],
)
def test_a_silent_cut_is_found(planted):
    assert [one.kind for one in traps_of(planted)] == [CUT]


@pytest.mark.parametrize(
    "planted",
    [
        "def short(text):\n    return text if len(text) <= 40 else text[:39].rstrip() + '…'",
        "def read(text):\n    raise NotADay(text=text[:40])",
        "def grouped(number):\n    return f'{number[:4]} {number[4:7]} {number[7:]}'",
        "def rest(parts):\n    return parts[:-1]",
        "def found(rows, most):\n    return rows[:most]",
    ],
)
def test_a_cut_that_shows_or_drops_nothing_is_left_alone(planted):
    assert traps_of(planted) == []
