"""Addresses met before, by frequency, found by the first letters of their words."""

from app.domain.dossier.address import best_addresses, most_frequent

LOONG = "Thôn Bản Loỏng, xã Hoàng Văn Thụ"
LONG = "Thôn Bản Lỏng, xã Na Sầm"
HA = "Thôn Pá Hạ, xã Na Sầm"


def test_the_most_frequent_comes_first_and_of_equals_the_newest():
    assert most_frequent([HA, LONG, LOONG, LOONG]) == (LOONG, HA, LONG)


def test_spellings_that_differ_in_accents_or_case_are_one_written_as_it_was_last():
    assert most_frequent([LOONG, "THON BAN LOONG, XA HOANG VAN THU", HA]) == (LOONG, HA)


def test_every_word_typed_begins_a_word_with_or_without_accents():
    ranked = (LOONG, LONG, HA)
    assert best_addresses("b l", ranked) == (LOONG, LONG)
    assert best_addresses("Bản loỏng", ranked) == (LOONG,)
    assert best_addresses("na sầm", ranked) == (LONG, HA)
    assert best_addresses("bản x n", ranked) == (LONG,)
    assert best_addresses("ầm", ranked) == ()


def test_fewer_than_two_letters_offer_nothing():
    assert best_addresses("b", (LOONG,)) == ()
    assert best_addresses(" , ", (LOONG,)) == ()


def test_no_more_than_three_are_offered_and_not_what_stands_there_already():
    assert len(best_addresses("thôn", [f"Thôn {nth}" for nth in range(9)])) == 3
    assert best_addresses(LOONG, (LOONG, LONG)) == ()
