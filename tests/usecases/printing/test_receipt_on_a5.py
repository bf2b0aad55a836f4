"""The receipt of what communes receive most fits one A5 page, with the papers people bring."""

import io

import pypdf
import pytest

from app.domain.catalogue.common_procedures import most_common
from app.domain.catalogue.needed import needs
from app.domain.catalogue.procedure import Channel
from app.domain.certification.books import CertifiedDocument
from app.domain.deadline.time_limit import TimeLimit, Unit
from app.domain.dossier.expected import expected
from app.domain.forms.print_request import PrintRequest
from app.exchange.catalogue.seed import load_seed
from app.usecases.catalogue import procedures
from app.usecases.office import settings
from app.usecases.printing import prints
from app.usecases.queries import lookup
from tests.builders import LAN, a_desk, a_dossier

SEED = {procedure.code: procedure for procedure in load_seed()}
COPIED = (
    CertifiedDocument("Bằng tốt nghiệp trung học phổ thông", 1, 2),
    CertifiedDocument("Giấy khai sinh", 2, 3),
)
GIFT = (CertifiedDocument("Hợp đồng tặng cho quyền sử dụng đất", 3, 2),)
CERTIFIED = {"2.000815": COPIED, "2.000884": COPIED, "2.001035": GIFT}


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    desk = a_desk(tmp_path_factory.mktemp("office") / "data")
    yield desk
    desk.close()


def register(desk, code):
    """A dossier of the procedure's first case with every paper everybody must bring to a desk."""
    procedure = SEED[code]
    case = next(iter(procedure.cases), None)
    papers = procedure.documents_for(case)
    asked = [
        expected(paper, Channel.DIRECT)
        for paper, need in zip(papers, needs(papers, procedure.notes), strict=True)
        if need.is_must_in_kind(Channel.DIRECT)
    ]
    rule = procedure.rule_for(Channel.DIRECT, case)
    if rule.limit is None:
        limit = TimeLimit(Unit.WORKING_DAY, 15)
        procedures.complete_limit(desk, LAN, code, rule.channel, rule.case, limit, "Quyết định")
    certified = CERTIFIED.get(code, ())
    documents = () if certified is COPIED else tuple(asked)
    return a_dossier(
        desk, procedure=code, case=case, documents=documents, certification=certified
    ).dossier_id


def receipt(desk, dossier_id, paper="a5"):
    return prints.make_print(desk, LAN, PrintRequest("01", dossier_id), paper=paper)


@pytest.mark.parametrize("code", most_common(20))
def test_it_fits_one_a5_page(desk, code):
    made = receipt(desk, register(desk, code))
    assert made.pages == 2, "a copy for the desk and one for the citizen"


def test_the_published_words_are_printed_where_the_office_wants_them(desk):
    short = register(desk, "1.001193")
    settings.change_settings(desk, LAN, {"published_names": "true"})
    whole = register(desk, "1.001193")
    settings.change_settings(desk, LAN, {"published_names": "false"})

    def words(dossier_id):
        made = receipt(desk, dossier_id, "a4")
        pages = pypdf.PdfReader(io.BytesIO(made.pdf)).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())

    assert "trường hợp không có Giấy chứng sinh" not in words(short)
    assert "Giấy chứng sinh" in words(short)
    assert "trường hợp không có Giấy chứng sinh thì nộp" in words(whole)
    stored = lookup.dossier_view(desk, LAN, short).dossier.documents
    assert any("trường hợp không có Giấy chứng sinh" in paper.name for paper in stored)
