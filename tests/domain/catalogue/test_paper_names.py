"""What papers are called in short, for the procedures communes receive most."""

import pytest

from app.domain.catalogue.common_procedures import commonness, most_common
from app.domain.catalogue.paper_names import LONGEST, names_of, published_of, short_name
from app.exchange.catalogue.seed import load_seed

SEED = {procedure.code: procedure for procedure in load_seed()}
SENTENCE = (
    "Giấy chứng sinh; trường hợp không có Giấy chứng sinh thì nộp văn bản của người làm chứng xác "
    "nhận về việc sinh; nếu không có người làm chứng thì phải có giấy cam đoan về việc sinh."
)


def test_sixty_procedures_stand_in_the_order_of_their_frequency():
    codes = most_common(60)
    assert len(set(codes)) == 60
    assert set(codes) <= set(SEED)
    assert [commonness(code) for code in codes] == list(range(60))


@pytest.mark.parametrize("code", most_common(60))
def test_every_paper_of_a_frequent_procedure_has_a_short_name_of_its_own(code):
    procedure = SEED[code]
    for case in (None, *procedure.cases):
        papers = {paper.name for paper in procedure.documents_for(case)}
        names = [short_name(paper) for paper in papers]
        assert all(len(name) <= LONGEST for name in names), names
        assert len(set(names)) == len(papers), names


@pytest.mark.parametrize(
    ("published", "short"),
    [
        (SENTENCE, "Giấy chứng sinh"),
        (SENTENCE.upper(), "Giấy chứng sinh"),
        (
            "Văn bản ủy quyền  theo quy định của pháp luật",
            "Giấy ủy quyền (nếu có)",
        ),
        ("Hộ chiếu/Thẻ căn cước công dân/Thẻ căn cước/Căn cước điện tử/…", "CCCD – xuất trình"),
        ("Mẫu hộ tịch điện tử tương tác đăng ký khai tử", "Mẫu điện tử (nộp trực tuyến)"),
        ("Mẫu hộ tịch điện tử tương tác ghi vào Sổ hộ tịch việc khai tử", "Mẫu điện tử: khai tử"),
        ("Hợp đồng thuê nhà", "Hợp đồng thuê nhà"),
    ],
)
def test_a_sentence_has_a_name_and_what_has_none_keeps_its_words(published, short):
    assert short_name(published) == short


def test_only_papers_of_the_catalogue_go_by_their_short_names():
    called = names_of([SENTENCE, "Tờ khai"])
    assert called(SENTENCE.replace("; ", ";  ")) == "Giấy chứng sinh"
    assert called("Tờ khai") == "Tờ khai"
    assert called(f"{SENTENCE} hoặc Giấy báo tử") == f"{SENTENCE} hoặc Giấy báo tử"


def test_a_short_name_stands_for_the_published_words_where_it_is_of_one_paper():
    witness = SENTENCE.replace("phải có", "có")
    assert published_of([SENTENCE, "Tờ khai"])("GIẤY CHỨNG SINH") == SENTENCE
    assert published_of([SENTENCE, "Tờ khai"])("Ảnh") == "Ảnh"
    assert published_of([SENTENCE, witness])("Giấy chứng sinh") == "Giấy chứng sinh"
