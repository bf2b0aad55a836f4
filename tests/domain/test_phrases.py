"""Reasons: Vietnamese text everywhere, other words where they are asked for."""

import json

from app.domain.phrases import joined, phrase, translated

ENGLISH = {
    "{place}: cần {expected}": "{place}: needs {expected}",
    "tệp": "the file",
    "một danh sách": "a list",
    "mẫu như {NNNN}": "a pattern like {NNNN}",
}


def english(source):
    return ENGLISH.get(source, source)


def test_a_reason_is_its_vietnamese_text():
    reason = phrase("{place}: cần {expected}", place="papers", expected=phrase("một danh sách"))
    assert reason == "papers: cần một danh sách"
    assert json.dumps([reason], ensure_ascii=False) == '["papers: cần một danh sách"]'
    assert translated(reason, None) == reason
    assert type(translated(reason, None)) is str


def test_it_is_said_in_other_words_with_the_reasons_inside_it():
    reason = phrase("{place}: cần {expected}", place="tệp", expected=phrase("một danh sách"))
    assert (
        translated(reason, english) == "tệp: needs a list"
    )  # what stood in a file stays as it stood
    assert translated(joined([reason, phrase("tệp"), "nguyên"]), english) == (
        "tệp: needs a list; the file; nguyên"
    )


def test_braces_without_facts_are_text():
    assert phrase("mẫu như {NNNN}") == "mẫu như {NNNN}"
    assert translated(phrase("mẫu như {NNNN}"), english) == "a pattern like {NNNN}"


def test_a_fact_with_braces_is_not_filled_again():
    assert phrase("{found} lạ", found="{expected}") == "{expected} lạ"


def test_other_text_is_never_translated():
    assert translated("tệp", english) == "tệp"
