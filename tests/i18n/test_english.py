"""The English table: whole, in step with the source, and of the same shape as the Vietnamese."""

import re
import string

import pytest

from tests.i18n.missing import TABLE, as_kept, english, missing
from tests.i18n.sources import ROOT, VIETNAMESE, marked, sources, unmarked

NAMES = ("Một Cửa", "UBND xã …", "đồng", "“nghỉ”", "(lệ phí)", "(phí)", "/NĐ-CP")
"""What stays Vietnamese in English: names, money, law, and what is typed."""

WRITTEN = {
    # On forms, in the records and to the province, in the language of the law.
    "app/domain/certification/books.py", "app/domain/money/fee.py",
    "app/domain/money/number_words.py", "app/domain/office_name.py",
    "app/domain/workflow/agencies.py", "app/domain/workflow/plans.py",
    "app/domain/workflow/moves.py", "app/domain/catalogue/paper_names.py",
    "app/domain/deadline/office_hours.py", "app/exchange/province_v1/dossier_record.py",
    "app/exchange/province_v1/wire_types.py", "app/exchange/schema.py",
    "app/usecases/office/calendar_draft.py", "app/usecases/queries/timeline.py",
    "app/usecases/queries/held_report.py", "app/usecases/queries/apologies.py",
    "app/usecases/queries/register.py", "app/usecases/queries/listing.py",
    "app/usecases/office/closures.py",
    "app/usecases/printing/closure_papers.py",
    "app/usecases/safety/support.py",
    "app/printing/forms/receipt_content.py", "app/usecases/proof/page.py",
    # What is looked for in texts of others, and invented texts.
    "app/domain/alphabets.py", "app/domain/legacy_letters.py", "app/domain/look_alikes.py",
    "app/domain/dossier/old_address.py", "app/domain/finding/vietnamese_order.py",
    "app/domain/money/relief.py", "app/domain/scanning/shapes.py", "app/domain/text.py",
    "app/domain/money/typed_dong.py",
    "app/exchange/catalogue/fees.py", "app/exchange/catalogue/limits.py",
    "app/exchange/catalogue/papers.py", "app/exchange/catalogue/seed.py",
    "app/usecases/office/opening.py", "app/practice/office.py", "app/practice/money.py",
    "app/practice/people.py", "app/practice/tables.py",
}  # fmt: skip
"""Modules whose Vietnamese is not said to the person at the desk, or is found another way."""
WRITTEN_TEXTS = {
    "bản", "Do cán bộ tiếp nhận ghi", "Nữ", " bản)",
    "Đã ký chứng thực", "phải thu ", ", còn ", "Phí, lệ phí: ", "Mã hồ sơ của hệ thống tỉnh",
    "trình đọc PDF", " hoặc ", "Quyết định ", ", biên bản ",
    # The program's name, and papers as a dossier's history lists them.
    "Một Cửa", " chính, ", "Số bản: {0:02d}",
}  # fmt: skip
"""Texts of other modules that are written into records."""


def slots(text):
    """The places of `text` that facts come into; none in a text that is shown as it is."""
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def edges(text):
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def key_of(text):
    """The key a label ends with: ``Lưu   F9``."""
    found = re.search(r"   ((Alt\+|Ctrl\+)?\w+)$", text)
    return found and found[1]


def test_every_text_has_english_words():
    lacking = missing()
    lines = "\n".join(f"{place}: {text!r}" for text, place in lacking.items())
    assert not lacking, f"python -m tests.i18n.missing prints these to be filled in:\n{lines}"


def test_no_translation_is_left_of_a_text_that_is_gone():
    gone = english().keys() - sources().keys()
    assert not gone, "python -m tests.i18n.missing --take takes them out"


def test_the_table_is_kept_sorted_one_text_a_line():
    assert TABLE.read_text(encoding="utf-8") == as_kept(english())


@pytest.mark.parametrize("shape", [slots, edges, key_of], ids=lambda shape: shape.__name__)
def test_english_has_the_shape_of_the_vietnamese(shape):
    table = english()
    other = {text: words for text, words in table.items() if shape(words) != shape(text)}
    assert not other


def test_english_words_are_english():
    left = {}
    for text, words in english().items():
        plain = words
        for name in NAMES:
            plain = plain.replace(name, "")
        if not words.strip() or VIETNAMESE.search(plain):
            left[text] = words
    assert not left


@pytest.mark.parametrize("room", ["domain", "exchange", "usecases", "devices"])
def test_no_reason_is_given_in_vietnamese_alone(room):
    found = ROOT / "app" / room
    modules = {path.relative_to(ROOT).as_posix(): path for path in found.rglob("*.py")}
    untold = [
        (module, line, text)
        for module, path in sorted(modules.items())
        if module not in WRITTEN
        for line, text in unmarked(path.read_text(encoding="utf-8"))
        if text not in WRITTEN_TEXTS
    ]
    assert not untold, "say it by `because` (app.domain.phrases)"


def test_a_text_is_marked_by_the_call_around_it_and_docstrings_are_no_words():
    code = '"""đ"""\nrefuse(phrase("đã"), f"chữ {x}")\nwhy = "ở"'
    assert sorted(unmarked(code)) == [(2, "chữ "), (3, "ở")]


def test_both_sides_of_a_choice_are_found_in_the_source():
    code = 'self.tr("a" if x else "b"); translate("C", "d"); translatable("e" "f"); say("g"); tr(h)'
    assert [text for _, text in marked(code)] == ["a", "b", "d", "ef"]


@pytest.mark.parametrize(
    ("room", "untold", "instead"),
    [
        ("ui", r"^from app\.wording\.terms import .*\bword_for\b", "ui.words"),
        (
            "app/composition",
            r"^from app\.wording\.refusals import .*\bsay\b",
            "app.composition.session.words",
        ),
        ("app/cli", r"^from app\.wording\.terms import .*\bword_for\b", "app.cli.language"),
    ],
)
def test_words_are_taken_in_the_language_chosen(room, untold, instead):
    found = [
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / room).rglob("*.py"))
        if re.search(untold, path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert not found, f"take them from {instead}"
