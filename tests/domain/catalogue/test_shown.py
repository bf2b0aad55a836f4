"""Papers only shown are told from those handed in by the catalogue's own words."""

import pytest

from app.domain.catalogue.procedure import Channel, RequiredDocument
from app.domain.catalogue.shown import is_shown
from app.domain.dossier.dossier import SubmittedDocument
from app.domain.dossier.expected import expected


def a_paper(name="Hộ chiếu", group="", *, originals=1, copies=0):
    return RequiredDocument(1, name, None, originals, copies, code="GT1", group=group)


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("Hộ chiếu/Thẻ căn cước", "Giấy tờ phải xuất trình"),
        ("Giấy phép nhập khẩu", "Các giấy tờ phải xuất trình (bản chính)"),
        ("Bản dịch đính kèm", "Người yêu cầu chứng thực phải xuất trình các giấy tờ sau"),
        ("Giấy đăng kiểm", "Giấy tờ phải xuất trình khi nộp hồ sơ gồm bản chính các loại sau"),
        ("Thẻ căn cước", "Xuất trình:"),
        ("Giấy tờ tùy thân còn giá trị sử dụng (xuất trình)", ""),
        ("Thẻ căn cước (để xuất trình).", ""),
        ("Xuất trình thẻ căn cước của công dân để cơ quan Công an kiểm tra", ""),
        ("Người yêu cầu chứng thực xuất trình một trong các giấy tờ sau: Căn cước điện tử", ""),
    ],
)
def test_what_the_catalogue_calls_shown_is_shown(name, heading):
    assert is_shown(a_paper(name, heading))
    assert expected(a_paper(name, heading), Channel.DIRECT) == SubmittedDocument(
        name, 0, 0, "GT1", shown=True
    )


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("Tờ khai", "Giấy tờ phải nộp"),
        ("Giấy chứng nhận", "Xuất trình hoặc gửi bản chính hoặc bản sao có chứng thực"),
        ("Xuất trình hoặc gửi bản chính để kiểm tra", ""),
        ("Bản sao kèm xuất trình bản chính để đối chiếu", ""),
        ("Sổ hộ tịch và xuất trình Giấy chứng nhận an toàn", ""),
        ("Người có yêu cầu thực hiện việc nộp/xuất trình các giấy tờ sau", ""),
        ("Giấy đề nghị thanh toán. Xuất trình Sổ theo dõi", ""),
    ],
)
def test_what_may_be_handed_in_or_is_copied_is_handed_in(name, heading):
    assert not is_shown(a_paper(name, heading))
    assert expected(a_paper(name, heading), Channel.DIRECT).originals == 1


@pytest.mark.parametrize("channel", [Channel.POSTAL, Channel.ONLINE])
def test_who_files_from_afar_sends_a_copy_of_what_others_show(channel):
    sent = expected(a_paper(group="Giấy tờ phải xuất trình"), channel)
    assert (sent.originals, sent.copies, sent.shown) == (0, 1, False)


def test_a_paper_without_a_count_is_one_original():
    assert expected(a_paper(originals=0), Channel.DIRECT).originals == 1
