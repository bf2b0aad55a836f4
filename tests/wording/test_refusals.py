"""Every refusal has its Vietnamese sentence, and every sentence its facts."""

import errno
import importlib
import pkgutil
import string
from dataclasses import fields

import pytest

import app
import db
import ui
from app.devices.raw_refusals import RawPrintFailed
from app.domain.errors import Damaged, DeskError, FieldError, InvalidRequest, Unreadable
from app.domain.text import TextMissing
from app.domain.workflow.moves import IllegalMove
from app.domain.workflow.states import DossierEvent, DossierState
from app.settings import InvalidSetting, Settings
from app.wording.refusals import SENTENCES, say
from app.wording.refusals_blank import BLANKS
from app.wording.setting_names import SETTING_NAMES

ABSTRACT = {DeskError, FieldError, Damaged, InvalidRequest, Unreadable}


def everything():
    for package in (app, db, ui):
        for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            if "migrations" not in found.name and "__main__" not in found.name:
                importlib.import_module(found.name)


def kinds(of):
    for kind in of.__subclasses__():
        if not kind.__module__.startswith("tests"):
            yield kind
            yield from kinds(kind)


def test_every_refusal_has_a_sentence():
    everything()
    missing = {k.__name__ for k in kinds(DeskError) if k not in ABSTRACT} - set(SENTENCES)
    assert missing == set()


def test_no_sentence_is_left_without_its_refusal():
    everything()
    assert set(SENTENCES) - {k.__name__ for k in kinds(DeskError)} == set()


def test_every_sentence_names_only_facts_its_refusal_documents():
    everything()
    for kind in set(kinds(DeskError)) - ABSTRACT:
        named = {
            name for _, name, _, _ in string.Formatter().parse(SENTENCES[kind.__name__]) if name
        }
        documented = kind.__doc__ or ""
        unknown = {name for name in named if name not in documented}
        assert not unknown, f"{kind.__name__}: {unknown}"


def test_facts_are_shown_in_words():
    error = IllegalMove(state=DossierState.FINISHED, event=DossierEvent.START)
    assert say(error) == "Hồ sơ đang ở trạng thái “Đã xử lý xong” nên không thể “Bắt đầu xử lý”."


def test_no_refusal_names_a_button_of_one_screen_alone():
    assert [name for name, words in SENTENCES.items() if "lưu lại" in words] == []


def test_several_faults_are_several_lines():
    problems = (TextMissing(field="applicant.full_name"), TextMissing(field="representative.phone"))
    assert say(InvalidRequest(problems=problems)).splitlines() == [
        "Họ và tên: chưa nhập. Hãy nhập rồi làm tiếp.",
        "Điện thoại (người đến nộp): chưa nhập. Hãy nhập rồi làm tiếp.",
    ]


@pytest.mark.parametrize("text", ["{x}", "{0}", "{}", "%s", "{{"])
def test_braces_in_what_was_typed_are_only_text(text):
    assert text in say(IllegalMove(state=text, event="x"))


def test_nothing_typed_is_called_missing_and_not_quoted():
    everything()
    by_name = {kind.__name__: kind for kind in kinds(DeskError)}
    assert set(BLANKS) <= set(by_name)
    for name, (fact, _) in BLANKS.items():
        others = {part: "x" for _, part, _, _ in string.Formatter().parse(SENTENCES[name]) if part}
        for nothing in ("", "  "):
            said = say(by_name[name](**others | {fact: nothing}))
            assert "“”" not in said
            assert "Chưa" in said or "chưa" in said or "trống" in said
        assert say(by_name[name](**others | {fact: "y"})) != said


def test_every_refusal_that_quotes_what_was_typed_knows_what_to_say_of_nothing():
    quoted = {
        name
        for name, sentence in SENTENCES.items()
        for fact in ("code", "text", "value", "pattern", "block", "label", "key", "request_id")
        if f"“{{{fact}}}”" in sentence
    }
    never_blank = {"DateInFuture", "DateTooOld", "ProofIsRelief"}
    assert quoted - never_blank <= set(BLANKS)


def test_a_setting_is_called_as_people_call_it():
    assert set(SETTING_NAMES) == {field.name for field in fields(Settings)}
    said = say(InvalidSetting(key="text_scale", value="900", expected="số"))
    assert said == "Cỡ chữ: “900” không dùng được. Cần số."
    said = say(InvalidSetting(key="office", value="", expected="tên cơ quan, không để trống"))
    assert said == "Tên cơ quan: chưa nhập. Cần tên cơ quan, không để trống."


def test_what_the_system_says_in_english_is_said_in_the_words_of_the_program():
    full = OSError(errno.ENOSPC, "No space left on device")
    assert "ổ đĩa đầy" in say(RawPrintFailed(device="/dev/usb/lp0", why=full))
    assert "No space" not in say(RawPrintFailed(device="/dev/usb/lp0", why=full), lambda text: text)
