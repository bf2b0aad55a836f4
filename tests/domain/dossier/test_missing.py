"""Papers that were waited for come: they are ticked, and among the papers handed in."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.catalogue.procedure import Channel, RequiredDocument
from app.domain.deadline.pauses import PauseKind
from app.domain.dossier.asked import AskedPaper, CamePaper, NoSuchAskedPaper, Sheets
from app.domain.dossier.dossier import Pause, SubmittedDocument
from app.domain.dossier.intake_check import PAPERS_LIMIT, TooManyPapers
from app.domain.dossier.missing import (
    RequestDoubt,
    asked_again,
    came,
    open_request,
    still_waited_for,
)
from app.domain.workflow.states import DossierState
from tests.exchange.strategies_exchange import RECEIVED, a_dossier

ASKED = RECEIVED + timedelta(hours=5)
NOW = RECEIVED + timedelta(days=1, seconds=7)


def waiting(*papers, documents=(), names=()):
    pause = Pause(PauseKind.SUPPLEMENT, ASKED, None, "Thiếu", names, asked=papers)
    return a_dossier(
        state=DossierState.AWAITING_SUPPLEMENT, pauses=(pause,), due_at=None, documents=documents
    )


def test_a_dossier_that_waits_for_no_papers_stays_as_it_is():
    ended = waiting(AskedPaper("Tờ khai"))
    over = replace(ended, pauses=(replace(ended.pauses[0], completed_at=NOW),))
    payment = replace(ended, pauses=(Pause(PauseKind.PAYMENT, ASKED, None, "Thuế"),))
    for dossier in (a_dossier(pauses=()), over, payment):
        assert open_request(dossier) is None
        assert still_waited_for(dossier) == ()
        assert came(dossier, None, NOW, "Lan") == dossier
        with pytest.raises(NoSuchAskedPaper) as refused:
            came(dossier, [CamePaper("1")], NOW, "Lan")
        assert refused.value.facts == {"field": "came", "which": "1", "papers": 0}


def test_a_request_of_names_alone_is_ticked_too():
    dossier = came(waiting(names=("Tờ khai", "Ảnh")), [CamePaper("2")], NOW, "Lan")
    assert [paper.name for paper in still_waited_for(dossier)] == ["Tờ khai"]
    assert dossier.documents == (SubmittedDocument("Ảnh", 1, 0),)
    assert dossier.pauses[0].asked[1].came[0].at == NOW.replace(second=0)


def test_without_ticks_everything_still_waited_for_came():
    first = came(waiting(names=("Tờ khai", "Ảnh")), [CamePaper("2")], NOW, "Lan")
    whole = came(first, None, NOW, "Lan")
    assert still_waited_for(whole) == ()
    assert [paper.name for paper in whole.documents] == ["Ảnh", "Tờ khai"]


def test_certified_copies_and_photocopies_are_copies_of_what_is_handed_in():
    paper = AskedPaper("Quyết định ly hôn", Sheets(1, 2, 3), code="KQ1")
    (document,) = came(waiting(paper), None, NOW, "Lan").documents
    assert document == SubmittedDocument("Quyết định ly hôn", 1, 5, "KQ1")


def test_more_of_a_paper_that_is_there_is_added_to_it():
    here = SubmittedDocument("TỜ KHAI", 1, 0)
    paper = AskedPaper("Tờ khai", Sheets(photocopies=2))
    (document,) = came(waiting(paper, documents=(here,)), None, NOW, "Lan").documents
    assert document == SubmittedDocument("TỜ KHAI", 1, 2)


def test_papers_of_one_code_are_one_paper_and_of_two_codes_two():
    here = SubmittedDocument("Giấy chứng sinh (bản giấy)", 0, 1, "KQ1")
    same = AskedPaper("Giấy chứng sinh", Sheets(1), code="KQ1")
    (document,) = came(waiting(same, documents=(here,)), None, NOW, "Lan").documents
    assert document == replace(here, originals=1)
    other = AskedPaper("Giấy chứng sinh (bản giấy)", Sheets(1), code="KQ2")
    assert len(came(waiting(other, documents=(here,)), None, NOW, "Lan").documents) == 2


def test_what_was_only_shown_is_kept_once_its_original_is_handed_in():
    shown = SubmittedDocument("Căn cước", 0, 0, shown=True)
    original = AskedPaper("Căn cước", Sheets(1))
    (document,) = came(waiting(original, documents=(shown,)), None, NOW, "Lan").documents
    assert document == SubmittedDocument("Căn cước", 1, 0)
    copy = AskedPaper("Căn cước", Sheets(photocopies=1))
    (document,) = came(waiting(copy, documents=(shown,)), None, NOW, "Lan").documents
    assert document == SubmittedDocument("Căn cước", 0, 1, shown=True)


@pytest.mark.parametrize(
    ("channel", "stands"),
    [
        (Channel.DIRECT, SubmittedDocument("Căn cước (xuất trình)", 0, 0, "KQ1", shown=True)),
        (Channel.POSTAL, SubmittedDocument("Căn cước (xuất trình)", 0, 1, "KQ1")),
    ],
)
def test_what_is_only_shown_is_not_handed_in_when_it_comes_later(channel, stands):
    listed = (
        RequiredDocument(1, "Tờ khai", None, 1, 0),
        RequiredDocument(2, "Căn cước (xuất trình)", None, 1, 0, code="KQ1"),
    )
    asked = replace(waiting(names=("Tờ khai", "Căn cước (Xuất trình)")), channel=channel)
    assert came(asked, None, NOW, "Lan", listed).documents == (
        SubmittedDocument("Tờ khai", 1, 0), stands,
    )  # fmt: skip
    counted = waiting(AskedPaper("Căn cước (xuất trình)", Sheets(photocopies=2)))
    (document,) = came(counted, None, NOW, "Lan", listed).documents
    assert document == SubmittedDocument("Căn cước (xuất trình)", 0, 2)


def test_a_dossier_takes_no_more_papers_than_one_may_have():
    full = tuple(SubmittedDocument(f"Giấy {nth}", 1) for nth in range(PAPERS_LIMIT))
    with pytest.raises(TooManyPapers):
        came(waiting(AskedPaper("Tờ khai"), documents=full), None, NOW, "Lan")


def test_a_second_request_is_doubted():
    once = waiting(AskedPaper("Tờ khai"))
    assert asked_again(once) is None
    assert asked_again(replace(once, pauses=once.pauses * 2)) is RequestDoubt.ASKED_AGAIN
