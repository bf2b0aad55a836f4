"""Every refusal has its Vietnamese sentence, and every sentence its facts."""

import importlib
import pkgutil
import string

import pytest

import app
import db
import ui
from app.domain.errors import Damaged, DeskError, FieldError, InvalidRequest
from app.domain.text import TextMissing
from app.domain.workflow.moves import IllegalMove
from app.domain.workflow.states import DossierEvent, DossierState
from app.wording.refusals import SENTENCES, say

ABSTRACT = {DeskError, FieldError, Damaged, InvalidRequest}


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


def test_several_faults_are_several_lines():
    problems = (TextMissing(field="applicant.full_name"), TextMissing(field="representative.phone"))
    assert say(InvalidRequest(problems=problems)).splitlines() == [
        "Họ và tên: chưa nhập. Hãy nhập rồi lưu lại.",
        "Điện thoại (người nộp thay): chưa nhập. Hãy nhập rồi lưu lại.",
    ]


@pytest.mark.parametrize("text", ["{x}", "{0}", "{}", "%s", "{{"])
def test_braces_in_what_was_typed_are_only_text(text):
    assert text in say(IllegalMove(state=text, event="x"))
