"""Books of certification and how their numbers are written."""

from app.domain.certification.books import (
    Book,
    CertificationKind,
    CertificationNumber,
    CertifiedDocument,
    book_of,
    number_spans,
)


def test_a_number_is_written_with_its_volume_year_and_book():
    number = CertificationNumber(Book.COPIES, 2026, 1, 123)
    assert str(number) == "Số chứng thực 123, quyển số 01/2026-SCT/BS"
    assert str(CertificationNumber(Book.SIGNATURES, 2026, 2, 1)) == (
        "Số chứng thực 01, quyển số 02/2026-SCT/CK,ĐC"
    )


def test_every_kind_has_its_book():
    assert {book_of(kind) for kind in CertificationKind} == set(Book)


def test_runs_of_numbers_are_drawn_together():
    def paper(book, number):
        return CertifiedDocument("Giấy", number=CertificationNumber(book, 2026, 1, number))

    papers = (
        paper(Book.COPIES, 1), paper(Book.COPIES, 2), paper(Book.COPIES, 3),
        paper(Book.SIGNATURES, 4), paper(Book.COPIES, 9), CertifiedDocument("chưa có số"),
    )  # fmt: skip
    assert number_spans(papers) == "01–03/2026-SCT/BS; 04/2026-SCT/CK,ĐC; 09/2026-SCT/BS"
    assert number_spans(()) == ""


def test_a_volume_of_a_station_carries_the_station():
    number = CertificationNumber(Book.COPIES, 2026, 203, 15)
    assert (number.station, number.volume) == (2, 203)
    assert str(number) == "Số chứng thực 15, quyển số 203/2026-SCT/BS"
    papers = tuple(
        CertifiedDocument("Giấy", number=CertificationNumber(Book.COPIES, 2026, 201, nth))
        for nth in (1, 2)
    )
    assert number_spans(papers) == "01–02, quyển 201/2026-SCT/BS"
    assert CertificationNumber(Book.COPIES, 2026, 99, 1).station == 0
