"""How a paper of the catalogue is asked for again."""

from app.domain.catalogue.procedure import RequiredDocument
from app.domain.dossier.asked import Sheets
from app.domain.dossier.expected import usual_sheets


def test_a_request_asks_for_a_paper_as_the_catalogue_does():
    assert usual_sheets(RequiredDocument(1, "Tờ khai", None, 1, 2)) == Sheets(1, 0, 2)


def test_of_what_is_only_shown_nothing_is_to_be_handed_in():
    assert usual_sheets(RequiredDocument(1, "Căn cước (xuất trình)", None, 1, 0)) == Sheets()
