"""Answers of the province: each kept once, and every way a code can contradict another is found."""

import pytest

from app.answers.exchange import Contradiction, ContradictionKind
from db.stores import answers
from db.stores.answers import Answered, KeptAnswer
from db.tables.exchange import OutboxState
from tests.builders import MONDAY
from tests.db.stores.conftest import PORTAL_CODE

OWN = "H37.99.1-261123-{:04}"
CODE, OTHER = "G22.99-261123-0001", "G22.99-261123-0002"
ACCEPTED, REJECTED = OutboxState.ACCEPTED, OutboxState.REJECTED


@pytest.fixture
def answered(connection):
    """Keep an answer to the first event of a dossier."""
    first = "SELECT dossier_id, min(position) FROM outbox GROUP BY dossier_id"
    events = dict(connection.exec_driver_sql(first).all())

    def keep(dossier, code="", reached=ACCEPTED, *, before="", remark=""):
        of = Answered(events[dossier], dossier, before)
        said = KeptAnswer(reached.value, reached, remark, code)
        return answers.keep(connection, of, said, MONDAY)

    return keep


def found(connection, dossiers=None):
    return [
        (one.kind.name, one.dossier_id, one.codes)
        for one in answers.contradictions(connection, dossiers)
    ]


def test_an_answer_is_kept_once_and_another_to_the_same_event_beside_it(connection, answered):
    assert answered(1, CODE)
    assert not answered(1, CODE)
    assert answered(1, CODE, remark="Đã nhận")
    assert answered(2, CODE)
    of_first = answers.of_event(connection, 1)
    assert {(one.official_code, one.remark) for one in of_first} == {(CODE, ""), (CODE, "Đã nhận")}
    assert {one.reached for one in of_first} == {ACCEPTED}


def test_the_code_of_before_is_that_before_the_first_code_the_province_gave(connection, answered):
    assert answers.own_code(connection, 3) == ""
    answered(3, before="")
    answered(3, CODE, before=PORTAL_CODE)
    answered(3, OTHER, before=CODE)
    assert answers.own_code(connection, 3) == PORTAL_CODE
    assert answers.own_code(connection, 1) == ""


def test_only_an_event_that_was_taken_gives_a_code(connection, answered):
    answered(1, CODE)
    answered(1, OTHER, REJECTED)
    answered(2, CODE)
    answered(3)
    assert answers.given_codes(connection, 1) == {CODE}
    assert answers.given_codes(connection, 3) == set()
    assert answers.given_to(connection, [CODE, OTHER]) == {1, 2}
    assert answers.given_to(connection, [OTHER]) == set()


@pytest.mark.parametrize(
    ("code", "dossier", "is_others"),
    [
        (OWN.format(2), 1, True),
        (OWN.format(2), 2, False),
        (PORTAL_CODE, 1, True),
        (PORTAL_CODE, 3, False),
        (OTHER, 1, True),
        (OTHER, 2, False),
        (CODE, 1, False),
        ("", 1, False),
    ],
)
def test_a_code_is_anothers_as_our_own_from_a_portal_or_as_it_had_it_from_there(
    connection, answered, code, dossier, is_others
):
    answered(2, CODE, before=OTHER)
    assert answers.is_others(connection, code, dossier) == is_others


def test_answers_that_agree_contradict_nothing(connection, answered):
    answered(1, CODE)
    answered(1, CODE, remark="lần nữa")
    answered(2, OTHER)
    answered(2)
    answered(3, remark="Đã nhận")
    assert found(connection) == []


def test_several_codes_of_a_dossier_are_told_in_their_order(connection, answered):
    answered(1, OTHER)
    answered(1, CODE)
    answered(1, "G22.99-261123-0003", REJECTED)
    assert ("SEVERAL_CODES", 1, (CODE, OTHER)) in found(connection)


def test_a_code_two_dossiers_share_is_told_of_both(connection, answered):
    answered(2, CODE)
    answered(1, CODE)
    assert found(connection) == [("SHARED_CODE", 1, (CODE,)), ("SHARED_CODE", 2, (CODE,))]
    assert found(connection, [2]) == [("SHARED_CODE", 2, (CODE,))]
    assert answers.contradictions(connection, [2]) == (
        Contradiction(ContradictionKind.SHARED_CODE, 2, OWN.format(2), (CODE,)),
    )


@pytest.mark.parametrize("code", [OWN.format(2), PORTAL_CODE, OTHER])
def test_a_code_given_that_another_bears_or_had_from_a_portal_is_told(connection, answered, code):
    answered(2, before=OTHER)
    answered(1, code)
    assert found(connection) == [("OTHERS_CODE", 1, (code,))]


@pytest.mark.parametrize(("code", "dossier"), [(OWN.format(1), 1), (PORTAL_CODE, 3)])
def test_a_dossiers_own_code_given_back_to_it_is_no_contradiction(
    connection, answered, code, dossier
):
    answered(dossier, code, before=code)
    assert found(connection) == []


def test_a_portals_code_the_province_gave_its_bearer_too_is_shared_not_anothers(
    connection, answered
):
    answered(3, PORTAL_CODE)
    answered(1, PORTAL_CODE)
    assert [kind for kind, *_ in found(connection)] == ["SHARED_CODE", "SHARED_CODE"]


def test_a_code_in_a_refusal_is_told_unless_the_dossier_was_given_that_code(connection, answered):
    answered(1, CODE, REJECTED)
    answered(2, OTHER, REJECTED)
    answered(2, OTHER)
    assert ("CODE_IN_REFUSAL", 1, (CODE,)) in found(connection)
    assert ("CODE_IN_REFUSAL", 2, (OTHER,)) not in found(connection)


def test_an_event_taken_and_refused_is_told_without_a_code(connection, answered):
    answered(1, CODE)
    answered(1, remark="Thiếu", reached=REJECTED)
    answered(2, remark="Thiếu", reached=REJECTED)
    assert found(connection) == [("TAKEN_AND_REFUSED", 1, ())]
