"""Which papers a dossier lacks."""

from dataclasses import replace

import pytest

from app.domain.catalogue.procedure import Channel, RequiredDocument
from app.domain.certification.books import CertifiedDocument
from app.domain.dossier.dossier import SubmittedDocument
from app.domain.dossier.missing import missing_papers, still_missing
from app.domain.workflow.states import DossierState
from tests.exchange.strategies_exchange import RECEIVED, a_dossier, a_pause, a_procedure

FORM, PROOF = "Tờ khai", "Trích lục ghi chú ly hôn"
WANTED = a_procedure(
    documents=tuple(
        RequiredDocument(nth, name, None, 1, 0, required=True)
        for nth, name in enumerate((FORM, PROOF), 1)
    )
)


def a_dossier_with(*names, **changes):
    return a_dossier(documents=tuple(map(SubmittedDocument, names)), **changes)


@pytest.mark.parametrize(
    ("handed", "lacking"),
    [((), (FORM, PROOF)), ((FORM,), (PROOF,)), ((PROOF, FORM), ()), (("Khác",), (FORM, PROOF))],
)
def test_what_is_required_and_was_not_handed_in_is_missing(handed, lacking):
    papers = map(SubmittedDocument, handed)
    assert missing_papers(WANTED, None, Channel.DIRECT, papers) == lacking
    assert still_missing(WANTED, a_dossier_with(*handed)) == lacking


def test_what_was_asked_for_counts_as_come_once_the_request_is_completed():
    asked = a_pause(RECEIVED, papers=(PROOF,))
    assert still_missing(WANTED, a_dossier_with(FORM, pauses=(asked,))) == (PROOF,)
    come = replace(asked, completed_at=RECEIVED)
    assert still_missing(WANTED, a_dossier_with(FORM, pauses=(come,))) == ()


def test_a_dossier_that_has_ended_lacks_nothing():
    ended = a_dossier_with(FORM, state=DossierState.RETURNED)
    assert still_missing(WANTED, ended) == ()


def test_papers_to_certify_are_not_those_of_the_catalogue():
    brought = (CertifiedDocument("Bằng tốt nghiệp"),)
    assert still_missing(WANTED, a_dossier_with(certification=brought)) == ()
