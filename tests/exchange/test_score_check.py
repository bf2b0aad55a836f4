"""The pre-export check names what would lower the commune's score, and only that."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given

from app.answers.exchange import ScoreProblem, ScoreProblemKind, by_kind
from app.domain.catalogue.procedure import Channel
from app.domain.deadline.pauses import PauseKind
from app.domain.deadline.time_limit import TimeLimit, Unit
from app.domain.dossier.dossier import ApplicantKind
from app.domain.dossier.filing import FilingFacts, YesNo
from app.domain.dossier.identity import IdKind
from app.domain.workflow.states import DossierState
from app.exchange.score_check import score_problems
from app.wording.score import SCORE_SENTENCES, score_sentence
from tests.exchange import strategies_exchange as some

K = ScoreProblemKind
NO_LIMIT = {
    "limit": TimeLimit(Unit.NONE),
    "due_at": None,
    "measured_due_at": None,
    "promises": (some.first_promise(None),),
}
MINUTE = timedelta(minutes=1)


def problems(dossier, now=some.RECEIVED, procedure=None):
    return score_problems(dossier, procedure or some.a_procedure(), now)


def ended(**changes):
    return some.finished(some.a_dossier(), **changes)


def test_a_dossier_in_good_order_raises_nothing():
    assert problems(some.a_dossier()) == ()


def test_ended_on_the_minute_is_on_time_and_a_minute_later_is_late():
    assert K.ENDED_LATE not in problems(ended())
    assert K.ENDED_LATE in problems(ended(finished_at=some.DUE + MINUTE))


def test_collecting_late_is_not_ending_late():
    dossier = ended(state=DossierState.RETURNED, returned_at=some.DUE + timedelta(days=9))
    assert K.ENDED_LATE not in problems(dossier)


def test_an_extension_makes_nothing_on_time():
    dossier = ended(due_at=some.DUE + timedelta(days=9), finished_at=some.DUE + MINUTE)
    assert K.ENDED_LATE in problems(dossier)


def test_withdrawn_while_papers_were_awaited_is_not_late():
    asked, late = some.RECEIVED + MINUTE, some.DUE + timedelta(days=30)
    dossier = some.a_dossier(
        state=DossierState.WITHDRAWN, ended_at=late, pauses=(some.a_pause(asked, late),)
    )
    assert problems(dossier) == ()


def test_a_pause_that_ended_before_excuses_nothing():
    asked = some.RECEIVED + MINUTE
    dossier = ended(finished_at=some.DUE + MINUTE, pauses=(some.a_pause(asked, asked + MINUTE),))
    assert K.ENDED_LATE in problems(dossier)


def test_open_after_the_due_time_is_overdue():
    assert problems(some.a_dossier(), some.DUE) == ()
    assert problems(some.a_dossier(), some.DUE + MINUTE) == (K.OVERDUE,)


def test_waiting_for_the_applicant_is_not_overdue():
    dossier = some.a_dossier(
        state=DossierState.AWAITING_SUPPLEMENT, due_at=None, pauses=(some.a_pause(some.RECEIVED),)
    )
    assert problems(dossier, some.DUE + MINUTE) == ()


def test_a_second_supplement_request_counts_as_late():
    pauses = (some.a_pause(some.RECEIVED, some.RECEIVED + MINUTE),) * 2
    assert problems(some.a_dossier(pauses=pauses)) == (K.SEVERAL_SUPPLEMENTS,)
    one = (pauses[0], replace(pauses[1], kind=PauseKind.PAYMENT))
    assert problems(some.a_dossier(pauses=one)) == ()


@pytest.mark.parametrize("state", [state for state in DossierState if not state.is_open])
def test_ended_without_a_time_of_ending_is_named(state):
    assert K.NO_END in problems(some.a_dossier(state=state))


def test_a_promise_is_missed_only_where_there_is_a_limit():
    free = some.a_procedure(
        limits=(replace(some.a_procedure().limits[0], limit=TimeLimit(Unit.NONE)),)
    )
    assert problems(some.a_dossier(**NO_LIMIT), procedure=free) == ()
    assert problems(some.a_dossier(**NO_LIMIT)) == (K.PROMISE_MISSING,)
    limited = NO_LIMIT | {"limit": some.THREE_DAYS}
    assert problems(some.a_dossier(**limited), procedure=free) == (K.PROMISE_MISSING,)


def test_a_result_on_paper_counts_as_not_digitised():
    assert problems(ended()) == (K.NOT_DIGITISED,)
    assert problems(ended(state=DossierState.RETURNED)) == (K.NOT_DIGITISED,)
    assert problems(some.a_dossier(state=DossierState.STOPPED, ended_at=some.DUE)) == ()


def test_online_counts_only_with_a_result_in_electronic_form():
    assert K.ONLINE_WITHOUT_RESULT in problems(ended(channel=Channel.ONLINE))


@pytest.mark.parametrize("channel", [Channel.ONLINE, Channel.KIOSK])
def test_what_nobody_said_of_an_online_filing_is_named_until_somebody_does(channel):
    assert problems(some.a_dossier(channel=channel)) == (K.FILING_UNKNOWN,)
    known = FilingFacts(vneid=YesNo.NO)
    assert problems(some.a_dossier(channel=channel, filing=known)) == ()


def test_a_digitised_dossier_is_not_named_as_one_that_is_not():
    assert K.NOT_DIGITISED not in problems(ended(filing=FilingFacts(digitised=YesNo.YES)))
    assert K.NOT_DIGITISED in problems(ended(filing=FilingFacts(digitised=YesNo.NO)))


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"personal_id": ""}, (K.IDENTITY_MISSING,)),
        ({"phone": ""}, (K.PHONE_MISSING,)),
        ({"personal_id": "", "phone": ""}, (K.IDENTITY_MISSING, K.PHONE_MISSING)),
        ({"personal_id": "02018500123"}, (K.IDENTITY_NOT_EXCHANGED,)),
        ({"personal_id": "C1234567", "id_kind": IdKind.PASSPORT}, (K.IDENTITY_NOT_EXCHANGED,)),
        ({"personal_id": "082123456", "id_kind": IdKind.OLD_ID}, ()),
        (
            {
                "kind": ApplicantKind.BUSINESS,
                "personal_id": "0101234567",
                "id_kind": IdKind.TAX_CODE,
            },
            (),
        ),
    ],
)
def test_what_is_missing_of_the_owner_is_named(changes, found):
    assert problems(some.a_dossier(applicant=some.a_person(**changes))) == found


@given(some.dossiers, some.moments)
def test_any_dossier_can_be_checked_and_problems_keep_their_order(dossier, now):
    found = problems(dossier, now)
    assert list(found) == [kind for kind in K if kind in found]


def test_every_problem_has_its_sentence_and_every_sentence_its_problem():
    assert set(SCORE_SENTENCES) == {kind.value for kind in K}


def test_a_sentence_can_be_translated_and_an_unknown_kind_is_shown_as_it_is():
    assert score_sentence("PHONE_MISSING") == "chưa có số điện thoại của chủ hồ sơ"
    assert score_sentence("PHONE_MISSING", str.upper) == "CHƯA CÓ SỐ ĐIỆN THOẠI CỦA CHỦ HỒ SƠ"
    assert score_sentence("LATER_KIND") == "LATER_KIND"


def test_a_field_without_its_national_code_is_named():
    procedure = replace(some.a_procedure(), field="Thủy lợi", field_code="")
    assert problems(some.a_dossier(), procedure=procedure) == (K.FIELD_CODE_MISSING,)
    in_table = replace(procedure, field="Hộ tịch")
    assert problems(some.a_dossier(), procedure=in_table) == ()


def a_problem(number, *kinds):
    return ScoreProblem(number, f"H37.99.1-261123-{number:04}", "Nông Văn Slam", kinds)


def test_problems_are_grouped_by_kind_the_most_costly_first_and_none_is_lost():
    found = [a_problem(n, "NOT_DIGITISED", "PHONE_MISSING") for n in range(5)]
    found.append(a_problem(9, "OVERDUE", "PHONE_MISSING"))
    groups = by_kind(found)
    assert [(g.kind, g.count) for g in groups] == [
        ("OVERDUE", 1), ("NOT_DIGITISED", 5), ("PHONE_MISSING", 6),
    ]  # fmt: skip
    assert groups[0].named == "H37.99.1-261123-0009"
    assert groups[1].named.endswith("0002 …")
    assert groups[2].dossiers == tuple(found)


def test_a_kind_of_a_later_version_is_grouped_last():
    assert [g.kind for g in by_kind([a_problem(1, "LATER", "OVERDUE")])] == ["OVERDUE", "LATER"]
