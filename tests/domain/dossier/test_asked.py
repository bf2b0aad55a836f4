"""How many of which kind are asked for, what came of them, and what is left."""

from datetime import timedelta

import pytest

from app.domain.dossier.asked import (
    AskedPaper,
    CamePaper,
    CameSheets,
    NoSuchAskedPaper,
    NothingCame,
    Sheets,
    outside_catalogue,
    place_of,
    still_asked,
    with_came,
)
from tests.exchange.strategies_exchange import RECEIVED

TWO = AskedPaper("Tờ khai", Sheets(2, 1, 0))
PLAIN = AskedPaper("Giấy xác nhận cư trú")
BOTH = (TWO, PLAIN)
LATER = RECEIVED + timedelta(hours=1)


def take(papers, *ticks, at=RECEIVED):
    return with_came(papers, ticks, at, "Lan")


def test_what_is_there_is_left_out():
    assert Sheets(1, 2, 3).without(Sheets(2, 1, 3)) == Sheets(0, 1, 0)
    assert not Sheets().is_said
    assert Sheets(photocopies=1).is_said


def test_a_counted_paper_is_here_once_all_of_it_is():
    (part, _) = take(BOTH, CamePaper("1", Sheets(1, 1, 0)))
    assert not part.is_here
    assert part.left == Sheets(1, 0, 0)
    (whole,) = take((part,), CamePaper("1"), at=LATER)
    assert whole.is_here
    assert whole.came == (
        CameSheets(RECEIVED, Sheets(1, 1, 0), "Lan"),
        CameSheets(LATER, Sheets(1, 0, 0), "Lan"),
    )


def test_a_paper_nobody_counted_is_here_once_anything_came():
    (_, plain) = take(BOTH, CamePaper("2"))
    assert plain.is_here
    assert plain.came == (CameSheets(RECEIVED, Sheets(), "Lan"),)


def test_how_much_of_a_paper_nobody_counted_came_may_be_said():
    (_, plain) = take(BOTH, CamePaper("2", Sheets(3)))
    assert plain.is_here
    assert plain.came[0].sheets == Sheets(3)


def test_what_did_not_come_is_still_asked_for():
    assert still_asked(take(BOTH, CamePaper("2"))) == (TWO,)
    assert still_asked(take(BOTH, CamePaper("1"), CamePaper("2"))) == ()


def test_of_a_paper_that_is_here_nothing_is_added():
    here = take(BOTH, CamePaper("2"))
    (_, again) = take(here, CamePaper("1"), CamePaper("2"), at=LATER)
    assert len(again.came) == 1


@pytest.mark.parametrize("ticks", [(), (CamePaper("1", Sheets()),)])
def test_nothing_is_not_something_that_came(ticks):
    with pytest.raises(NothingCame):
        take(BOTH, *ticks)


@pytest.mark.parametrize(
    ("text", "place"),
    [("1", 1), (" 2 ", 2), ("TỜ KHAI", 1), ("giay xac", 2), ("Giấy xác nhận cư trú", 2)],
)
def test_a_paper_is_named_by_its_number_or_its_name(text, place):
    assert place_of(text, BOTH) == place


def test_a_whole_name_goes_before_the_beginning_of_another():
    papers = (AskedPaper("Tờ khai thuế"), AskedPaper("Tờ khai"))
    assert place_of("tờ khai", papers) == 2


@pytest.mark.parametrize("text", ["0", "3", "", "Giấy khai sinh", "²"])
def test_what_names_no_paper_is_refused(text):
    with pytest.raises(NoSuchAskedPaper) as refused:
        place_of(text, BOTH)
    assert refused.value.facts == {"field": "came", "which": text, "papers": 2}


def test_a_beginning_of_two_names_names_neither():
    with pytest.raises(NoSuchAskedPaper):
        place_of("Giấy", (AskedPaper("Giấy A"), AskedPaper("Giấy B")))


def test_what_the_catalogue_does_not_name_is_outside():
    known = ("Giấy chứng sinh", "Tờ khai  đăng ký")
    names = ("GIẤY CHỨNG SINH", "Tờ khai đăng ký", "Giấy chứng sinh hoặc lời khai", "Sổ hộ khẩu")
    assert outside_catalogue(names, known) == ("Sổ hộ khẩu",)


def test_where_nothing_is_known_nothing_is_outside():
    assert outside_catalogue(("Sổ hộ khẩu",), ()) == ()
