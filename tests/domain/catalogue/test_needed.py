"""Who must bring a paper, read from the catalogue's own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue.needed import missing, needs
from app.domain.catalogue.procedure import Channel, RequiredDocument
from app.exchange.catalogue.seed import load_seed

DESK, ONLINE, POST, KIOSK = Channel.DIRECT, Channel.ONLINE, Channel.POSTAL, Channel.KIOSK


def paper(name, group="", *, required=True):
    return RequiredDocument(1, name, None, 1, 0, required=required, group=group)


def need(name, group="", *, required=True, notes=()):
    return needs([paper(name, group, required=required)], notes)[0]


BIRTH_FORM = (
    "Tờ khai đăng ký khai sinh theo mẫu (nếu người có yêu cầu lựa chọn nộp hồ sơ theo hình thức "
    "trực tiếp hoặc gửi hồ sơ qua hệ thống bưu chính)"
)
BIRTH_ONLINE = (
    "Mẫu hộ tịch điện tử tương tác đăng ký khai sinh (do người yêu cầu cung cấp thông tin theo "
    "hướng dẫn trên Cổng dịch vụ công, nếu người có yêu cầu lựa chọn nộp hồ sơ theo hình thức trực "
    "tuyến)"
)


@pytest.mark.parametrize(
    ("name", "must_by"),
    [
        ("Giấy chứng sinh", set(Channel)),
        (BIRTH_FORM, {DESK, POST}),
        (BIRTH_ONLINE, {ONLINE, KIOSK}),
        ("Tờ khai (theo hình thức trực tiếp) hoặc tải lên (theo hình thức trực tuyến)",
         set(Channel)),
        ("Phong bì dán sẵn tem (nếu nộp qua hệ thống bưu chính)", {POST}),
    ],
)  # fmt: skip
def test_a_paper_of_another_channel_is_no_must(name, must_by):
    found = need(name, required="điện tử" not in name)
    assert {channel for channel in Channel if found.is_must(channel)} == must_by


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("Trường hợp trẻ em bị bỏ rơi thì phải có biên bản về việc trẻ bị bỏ rơi", ""),
        ("Giấy phép xây dựng (nếu có).", ""),
        ("Văn bản ủy quyền theo quy định của pháp luật", ""),
        ("Đối với Công an nhân dân: Giấy giới thiệu của Thủ trưởng đơn vị", ""),
        ("Bản sao quyết định", "Đối với tổ chức, gồm"),
        ("Giấy tờ có giá trị chứng minh nơi cư trú trong trường hợp không khai thác được", ""),
    ],
)
def test_a_conditional_paper_is_no_must(name, group):
    found = need(name, group)
    assert found.is_conditional
    assert not found.is_must(DESK)


def test_a_paper_with_its_own_fallback_is_a_must():
    found = need(
        "Giấy chứng sinh; trường hợp không có Giấy chứng sinh thì nộp văn bản của người làm chứng"
    )
    assert found.is_must(DESK)


def test_a_form_that_names_everybody_is_a_must():
    found = need(
        "Tờ khai theo mẫu trong trường hợp người yêu cầu là cá nhân hoặc Văn bản yêu cầu trong "
        "trường hợp người yêu cầu là cơ quan (nếu người có yêu cầu nộp hồ sơ theo hình thức trực "
        "tiếp)"
    )
    assert found.is_must(DESK)


def test_papers_under_one_of_are_alternatives_and_one_will_do():
    papers = [
        paper("Đơn đề nghị"),
        paper("Giấy khai sinh", "Một trong các giấy tờ sau"),
        paper("Hộ chiếu", "Một trong các giấy tờ sau"),
    ]
    form, birth, passport = needs(papers)
    assert form.is_must(DESK)
    assert not birth.is_must(DESK)
    assert birth.alternatives == passport.alternatives == ("Giấy khai sinh", "Hộ chiếu")
    lacking = missing(papers, (), DESK, frozenset({"Đơn đề nghị"}))
    assert lacking == ("Giấy khai sinh hoặc Hộ chiếu",)
    assert missing(papers, (), DESK, frozenset({"Đơn đề nghị", "Hộ chiếu"})) == ()
    asked_for = frozenset({"Đơn đề nghị", "Giấy khai sinh hoặc Hộ chiếu"})
    assert missing(papers, (), DESK, asked_for) == ()


def test_papers_joined_by_or_are_alternatives():
    papers = [paper("Sổ đỏ hoặc"), paper("Hợp đồng thuê nhà"), paper("hoặc Giấy xác nhận")]
    assert all(len(one.alternatives) == 3 for one in needs(papers))


def test_what_says_it_comes_in_the_place_of_another_stands_for_it():
    papers = [
        paper("Giấy chứng sinh"),
        paper("Trường hợp không có Giấy chứng sinh thì nộp văn bản của người làm chứng"),
    ]
    assert missing(papers, (), DESK, frozenset()) == ("Giấy chứng sinh",)
    assert missing(papers, (), DESK, frozenset({papers[1].name})) == ()


def test_what_the_words_leave_open_is_doubtful_and_no_must():
    for found in (
        need("Giấy phép xây dựng, trừ trường hợp được miễn"),
        need("Giấy chứng sinh", notes=("Chứng cứ gồm một trong các giấy tờ, tài liệu sau đây:",)),
    ):
        assert found.is_doubtful
        assert not found.is_must(DESK)
    form = need("Tờ khai theo mẫu", notes=("gồm một trong các giấy tờ sau:",))
    assert form.is_must(DESK)


def test_what_its_publisher_calls_optional_is_no_must():
    assert not need("Ảnh 3×4", required=False).is_must(DESK)


def test_a_birth_is_registered_at_the_desk_with_form_certificate_and_identity():
    birth = next(one for one in load_seed() if one.code == "1.001193")
    papers = birth.documents_for(None)
    musts = [
        one.name[:15]
        for one, found in zip(papers, needs(papers, birth.notes), strict=True)
        if found.is_must(DESK)
    ]
    assert musts == ["Tờ khai đăng ký", "Giấy chứng sinh", "Hộ chiếu/Thẻ că"]


@given(st.lists(st.text(max_size=80), max_size=6), st.sampled_from(Channel))
def test_nothing_typed_in_a_catalogue_breaks_the_reading(names, channel):
    papers = [paper(name) for name in names]
    assert len(needs(papers, names)) == len(papers)
    handed = frozenset(" ".join(name.split()) for name in names)
    assert missing(papers, (), channel, handed) == ()
