"""Who may do what, and what is said to who may not."""

import pytest

from app.domain.actor import Actor
from app.domain.permission import (
    ROLES,
    NotPermitted,
    Permission,
    Role,
    allows,
    require,
)
from app.domain.workflow.moves import WORKFLOW
from app.wording.refusals import say
from app.wording.terms import word_for
from tests.i18n.missing import english

LAN = Actor("Hoàng Thị Lan")
WITHOUT_USE_CASE = {Permission.REQUEST_PAYMENT}
"""Moves of the table whose use cases come with the rest of a dossier's life."""


def test_every_move_asks_for_permissions_and_those_without_use_case_are_moves():
    asked = {permission for move in WORKFLOW.moves for permission in move.permissions}
    assert asked >= WITHOUT_USE_CASE


def test_everybody_may_do_everything():
    assert set(ROLES) == {Role.EVERYBODY}
    assert all(allows(LAN, permission) for permission in Permission)
    for permission in Permission:
        require(LAN, permission)


def test_who_may_not_is_refused_in_a_sentence():
    roles = {Role.EVERYBODY: frozenset(Permission) - {Permission.CLOSE_CASH_SHEET}}
    assert allows(LAN, Permission.CASH_SHEETS, roles)
    with pytest.raises(NotPermitted) as refused:
        require(LAN, Permission.CLOSE_CASH_SHEET, roles)
    assert refused.value.facts == {
        "permission": Permission.CLOSE_CASH_SHEET,
        "officer": "Hoàng Thị Lan",
    }
    said = "Hoàng Thị Lan không được phép “Khóa bảng kê thu tiền”."
    assert say(refused.value) == said


def test_every_permission_has_its_own_words_in_both_languages():
    words = [word_for(permission) for permission in Permission]
    assert len(set(words)) == len(words)
    assert not set(words) & {permission.value for permission in Permission}
    table = english()
    assert all(table.get(word) for word in words)
