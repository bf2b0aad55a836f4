"""Short names of papers: what people at a counter call what the catalogue describes in sentences.

The catalogue publishes papers as sentences of up to five lines; on a receipt of one A5 page, in a
list to be ticked, a name is wanted ("Giấy chứng sinh"). The published text is kept with the paper
and shown on demand; a short name only stands for it. The names are ours, for the papers of the
procedures communes receive most (`app.domain.catalogue.common_procedures`); every other paper
goes by its published text.
"""

import functools
from collections.abc import Callable, Iterable

from app.domain.text import fold

LONGEST = 60
"""Characters of a short name: one line of a receipt on A5, or two."""

_AUTHORITY = "Giấy ủy quyền (nếu có)"
_IDENTITY = "CCCD – xuất trình"
_FORM_ONLINE = "Mẫu điện tử (nộp trực tuyến)"
_RESIDENCE = "Giấy tờ về nơi cư trú – xuất trình"
_CT01 = "Tờ khai cư trú (mẫu CT01)"
_PROPERTY = "Giấy chứng nhận quyền sở hữu, sử dụng tài sản"
_HOUSE_MEETING = "Biên bản họp hộ gia đình (bản sao)"
_ARMY = "Giấy giới thiệu của đơn vị quân đội"
_POLICE = "Giấy giới thiệu của đơn vị công an"
_PROOF_OF_BIRTH = "Giấy chứng sinh"

_BEGINNINGS: dict[str, str] = {
    # Hộ tịch, and what most procedures ask for
    "Hộ chiếu/Thẻ căn cước công dân/Thẻ căn cước/Căn cước điện tử": _IDENTITY,
    "Giấy tờ có giá trị chứng minh thông tin về cư trú": _RESIDENCE,
    "Giấy tờ tùy thân còn giá trị sử dụng (xuất trình)": _IDENTITY,
    "Một trong các giấy tờ sau: Căn cước điện tử": _IDENTITY,
    "Người yêu cầu chứng thực xuất trình một trong các giấy tờ sau: Căn cước": _IDENTITY,
    "Văn bản ủy quyền theo quy định của pháp luật": _AUTHORITY,
    "Văn bản ủy quyền (được chứng thực)": _AUTHORITY,
    "Văn bản ủy quyền (nếu nộp thay)": _AUTHORITY,
    "Mẫu hộ tịch điện tử tương tác": _FORM_ONLINE,
    "Mẫu điện tử tương tác": _FORM_ONLINE,
    "Mẫu hộ tịch điện tử tương tác ghi vào Sổ hộ tịch việc giám hộ": (
        "Mẫu điện tử: giám hộ, nhận con"
    ),
    "Mẫu hộ tịch điện tử tương tác ghi vào Sổ hộ tịch các việc": "Mẫu điện tử: việc hộ tịch khác",
    "Mẫu hộ tịch điện tử tương tác ghi vào Sổ hộ tịch việc khai tử": "Mẫu điện tử: khai tử",
    "Mẫu hộ tịch điện tử tương tác ghi vào Sổ hộ tịch việc khai sinh": "Mẫu điện tử: khai sinh",
    "Mẫu hộ tịch điện tử tương tác ghi vào Sổ hộ tịch việc nuôi con nuôi": (
        "Mẫu điện tử: nuôi con nuôi"
    ),
    "Tờ khai đề nghị bản sao Trích lục hộ tịch": "Tờ khai xin bản sao trích lục",
    "Tờ khai đăng ký khai sinh theo mẫu": "Tờ khai đăng ký khai sinh",
    "Trường hợp trẻ em bị bỏ rơi": "Biên bản trẻ bị bỏ rơi (nếu có)",
    "Trường hợp khai sinh cho trẻ em sinh ra do mang thai hộ": "Xác nhận mang thai hộ (nếu có)",
    "Giấy chứng sinh; trường hợp không có": _PROOF_OF_BIRTH,
    "Bản chính Giấy chứng sinh; trường hợp không có": _PROOF_OF_BIRTH,
    "Giấy chứng sinh do cơ sở y tế nơi trẻ em sinh ra cấp": _PROOF_OF_BIRTH,
    "Trường hợp không có Giấy chứng sinh thì thay thế bằng": (
        "Văn bản thay giấy chứng sinh (nếu có)"
    ),
    "Trường hợp trẻ em sinh ra tại nước ngoài thì nộp": "Giấy chứng sinh của nước ngoài (nếu có)",
    "Trường hợp cha hoặc mẹ hoặc cả cha, mẹ là người nước ngoài": (
        "Thỏa thuận chọn quốc tịch cho con"
    ),
    "Giấy tờ chứng minh việc trẻ em nhập cảnh hợp pháp": "Giấy tờ nhập cảnh của trẻ – xuất trình",
    "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân": "Tờ khai xác nhận tình trạng hôn nhân",
    "Trường hợp cá nhân yêu cầu cấp lại Giấy xác nhận tình trạng hôn nhân": (
        "Giấy xác nhận hôn nhân đã cấp (nếu xin lại)"
    ),
    "Tờ khai đăng ký khai tử theo mẫu": "Tờ khai đăng ký khai tử",
    "Giấy báo tử hoặc giấy tờ thay Giấy báo tử": "Giấy báo tử",
    "Giấy tờ, tài liệu, chứng cứ do cơ quan, tổ chức có thẩm quyền cấp hoặc xác nhận": (
        "Chứng cứ về việc chết (nếu chết đã lâu)"
    ),
    "Trường hợp không xác định được nơi cư trú cuối cùng": "Giấy tờ về nơi chết – xuất trình",
    "Giấy tờ chứng minh nơi cư trú cuối cùng của người chết": (
        "Giấy tờ về nơi cư trú cuối cùng – xuất trình"
    ),
    "Tờ khai đăng ký kết hôn theo mẫu": "Tờ khai đăng ký kết hôn",
    "Tờ khai đăng ký lại khai sinh theo mẫu": "Tờ khai đăng ký lại khai sinh",
    "Trường hợp người yêu cầu đăng ký lại khai sinh là cán bộ": (
        "Xác nhận của cơ quan (nếu là cán bộ)"
    ),
    "Trường hợp người yêu cầu không có giấy tờ nêu trên": "Bản sao giấy tờ cá nhân khác (nếu có)",
    "Bản sao Giấy khai sinh do cơ quan có thẩm quyền của Việt Nam cấp": "Bản sao giấy khai sinh",
    "Tờ khai đăng ký thay đổi, cải chính, bổ sung thông tin hộ tịch": "Tờ khai thay đổi hộ tịch",
    "Giấy tờ làm căn cứ thay đổi, cải chính, bổ sung": "Giấy tờ làm căn cứ thay đổi",
    "Tờ khai đăng ký giám hộ theo mẫu": "Tờ khai đăng ký giám hộ",
    "Giấy tờ chứng minh điều kiện giám hộ đương nhiên": "Giấy tờ về giám hộ đương nhiên (nếu có)",
    "Văn bản cử người giám hộ": "Văn bản cử người giám hộ (nếu có)",
    "Tờ khai đăng ký đăng ký nhận cha, mẹ, con": "Tờ khai nhận cha, mẹ, con",
    "Tờ khai đăng ký nhận cha, mẹ, con": "Tờ khai nhận cha, mẹ, con",
    "Trường hợp không có văn bản nêu trên thì phải có văn bản cam đoan": (
        "Cam đoan quan hệ, có 2 người làm chứng"
    ),
    "Văn bản của cơ quan y tế, cơ quan giám định": "Kết quả giám định quan hệ cha, mẹ, con",
    "Văn bản cam đoan của người yêu cầu về việc chưa được đăng ký": "Cam đoan chưa khai sinh",
    "Trường hợp người yêu cầu đăng ký khai sinh là cán bộ": "Xác nhận của cơ quan (nếu là cán bộ)",
    "Bản sao toàn bộ hồ sơ, giấy tờ của người yêu cầu": "Bản sao giấy tờ cá nhân",
    "Tờ khai đăng ký lại kết hôn theo mẫu": "Tờ khai đăng ký lại kết hôn",
    "Bản sao Giấy chứng nhận kết hôn được cấp trước đây": "Bản sao giấy kết hôn cũ",
    "Giấy tờ chứng minh nơi cư trú để xác định thẩm quyền": _RESIDENCE,
    "Tờ khai đăng ký lại khai tử theo mẫu": "Tờ khai đăng ký lại khai tử",
    "Bản sao Giấy chứng tử trước đây": "Bản sao giấy chứng tử cũ",
    "Tờ khai đăng ký chấm dứt giám hộ": "Tờ khai chấm dứt giám hộ",
    "Giấy tờ làm căn cứ chấm dứt giám hộ": "Giấy tờ làm căn cứ chấm dứt giám hộ",
    "Tờ khai đề nghị xác nhận thông tin hộ tịch": "Tờ khai xác nhận thông tin hộ tịch",
    "Giấy tờ, tài liệu có liên quan đến nội dung đề nghị xác nhận": "Giấy tờ liên quan",
    "Người nước ngoài, công dân Việt Nam định cư ở nước ngoài phải nộp bản sao hộ chiếu": (
        "Bản sao hộ chiếu (người nước ngoài)"
    ),
    "Giấy tờ chứng minh tình trạng hôn nhân của người nước ngoài": (
        "Giấy tờ hôn nhân của người nước ngoài"
    ),
    "Giấy xác nhận của tổ chức y tế có thẩm quyền": "Giấy xác nhận y tế của hai bên",
    "Công dân Việt Nam là công chức, viên chức hoặc đang phục vụ": (
        "Xác nhận của cơ quan (nếu là công chức)"
    ),
    "Trường hợp người yêu cầu đăng ký kết hôn đang công tác, học tập": (
        "Xác nhận hôn nhân của cơ quan đại diện (nếu có)"
    ),
    "Công dân Việt Nam đã ly hôn hoặc hủy việc kết hôn tại": "Trích lục ghi chú ly hôn (nếu có)",
    "Giá trị sử dụng của giấy tờ chứng minh tình trạng hôn nhân": "Ghi chú về hạn của giấy tờ",
    "Tờ khai ghi vào Sổ hộ tịch việc khai sinh/": "Tờ khai ghi vào sổ hộ tịch",
    "Bản sao giấy tờ chứng minh việc hộ tịch đã được giải quyết": "Bản sao giấy tờ của nước ngoài",
    "Tờ khai tham gia bảo hiểm y tế": "Tờ khai bảo hiểm y tế",
    "Trường hợp trẻ em không đăng ký thường trú cùng hộ khẩu": (
        "Ý kiến của cha, mẹ, chủ hộ (nếu có)"
    ),
    "Phiếu báo thay đổi hộ khẩu, nhân khẩu": "Phiếu báo thay đổi nhân khẩu, sổ hộ khẩu",
    # Chứng thực
    "Bản chính giấy tờ, văn bản làm cơ sở để chứng thực": "Bản chính để chứng thực bản sao",
    "Giấy tờ, văn bản mà mình sẽ yêu cầu chứng thực chữ ký": "Giấy tờ cần chứng thực chữ ký",
    "Bản chính hoặc bản sao có chứng thực hoặc bản sao điện tử": _PROPERTY,
    "Dự thảo giao dịch sửa đổi, bổ sung, hủy bỏ": "Dự thảo sửa đổi, hủy bỏ giao dịch",
    "Văn bản thỏa thuận về việc sửa lỗi sai sót": "Thỏa thuận sửa lỗi giao dịch",
    "Giấy tờ chứng minh quan hệ với người được cấp bản chính": "Giấy tờ quan hệ (nếu xin thay)",
    "Bản sao có chứng thực giấy tờ tùy thân, phong bì": (
        "Bản sao CCCD, phong bì (nếu gửi bưu chính)"
    ),
    "Bản chính hoặc bản sao từ sổ gốc, bản sao có chứng thực bằng cử nhân": "Bằng ngoại ngữ",
    # Hộ kinh doanh
    "Giấy đề nghị đăng ký hộ kinh doanh": "Giấy đề nghị đăng ký hộ kinh doanh",
    "Bản sao giấy tờ pháp lý của chủ hộ kinh doanh": "Bản sao CCCD của chủ hộ, thành viên",
    "Bản sao biên bản họp thành viên hộ gia đình": _HOUSE_MEETING,
    "Bản sao văn bản ủy quyền của thành viên hộ gia đình": "Ủy quyền làm chủ hộ (bản sao, nếu có)",
    "Giấy đề nghị đăng ký thay đổi nội dung đăng ký hộ kinh doanh": "Giấy đề nghị thay đổi",
    "Bản sao hợp đồng mua bán, tặng cho": "Hợp đồng, giấy thừa kế (nếu đổi chủ hộ)",
    "Thông báo về việc chấm dứt hoạt động hộ kinh doanh": "Thông báo chấm dứt hoạt động",
    "Xác nhận hoàn thành nghĩa vụ thuế": "Xác nhận hoàn thành thuế (nếu có)",
    # Cư trú
    "Tờ khai thay đổi thông tin cư trú": _CT01,
    "Tờ khai thay đổi thông tin cư trú (mẫu CT01 ban hành kèm theo Thông tư số 53/2025/TT-BCA) h": (
        "Tờ khai cư trú (mẫu CT01 hoặc CT02)"
    ),
    "Văn bản xác nhận của Ủy ban nhân dân cấp xã về địa điểm phương tiện": (
        "Xác nhận nơi đậu, đỗ phương tiện"
    ),
    "Giấy chứng nhận đăng ký phương tiện và giấy chứng nhận an toàn": (
        "Giấy tờ của phương tiện để ở"
    ),
    "Giấy tờ, tài liệu xác nhận về việc chăm sóc": "Xác nhận chăm sóc, nuôi dưỡng",
    "Văn bản đề nghị của người đứng đầu cơ sở trợ giúp": "Đề nghị của cơ sở trợ giúp xã hội",
    "Thông tin chứng minh quan hệ nhân thân với chủ hộ": "Giấy tờ quan hệ với chủ hộ (nếu cần)",
    "Văn bản xác nhận của Ủy ban nhân dân cấp xã về việc trong cơ sở tín ngưỡng": (
        "Xác nhận nhà ở trong cơ sở tôn giáo"
    ),
    "Văn bản xác nhận của Ủy ban nhân dân cấp xã về việc người đăng ký thường trú thuộc": (
        "Xác nhận người ở cơ sở tôn giáo"
    ),
    "Giấy tờ, tài liệu chứng minh là nhà tu hành": "Giấy tờ là nhà tu hành, chức sắc",
    "Đối với Quân đội nhân dân": _ARMY,
    "Đối với Công an nhân dân": _POLICE,
    "Hợp đồng, văn bản về việc cho thuê, cho mượn": "Hợp đồng thuê, mượn, ở nhờ",
    "Thông tin chứng minh đủ diện tích nhà ở": "Giấy tờ đủ diện tích ở (nếu cần)",
    "Thông tin chứng minh về chỗ ở hợp pháp": "Giấy tờ chỗ ở hợp pháp (nếu cần)",
    "Văn bản đề nghị đăng ký tạm trú": "Đề nghị tạm trú kèm danh sách",
    "Văn bản đề nghị gia hạn tạm trú": "Đề nghị gia hạn tạm trú kèm danh sách",
    "Thông tin về sự thay đổi trong Cơ sở dữ liệu hộ tịch": "Giấy tờ về việc thay đổi (nếu cần)",
    "Giấy tờ, tài liệu chứng minh việc ly hôn": "Giấy tờ ly hôn và chỗ ở",
    "Thông tin chứng minh thuộc trường hợp xóa đăng ký": "Giấy tờ về việc xóa đăng ký (nếu cần)",
    "Văn bản đồng ý của cơ quan có thẩm quyền giám sát": "Văn bản đồng ý của cơ quan giám sát",
    "Nội dung khai báo tạm vắng gồm": "Nội dung khai báo tạm vắng",
    # Bảo trợ xã hội, người có công, giảm nghèo
    "Đơn đề nghị xác định, xác định lại mức độ khuyết tật": "Đơn đề nghị xác định khuyết tật",
    "Bản sao giấy tờ y tế chứng minh về khuyết tật": "Bản sao bệnh án (nếu có)",
    "Bản sao kết luận của Hội đồng giám định": "Bản sao kết luận giám định (nếu có)",
    "Tờ khai đề nghị hỗ trợ chi phí mai táng": "Tờ khai hỗ trợ mai táng",
    "Bản sao trích lục khai tử": "Bản sao trích lục khai tử",
    "Giấy tờ chứng minh đã tổ chức mai táng": "Giấy tờ đã mai táng (nếu là tổ chức)",
    "Tờ khai đề nghị trợ giúp xã hội": "Tờ khai đề nghị trợ giúp xã hội",
    "Giấy xác nhận khuyết tật (đối với": "Giấy xác nhận khuyết tật (nếu có)",
    "Tờ khai nhận chăm sóc, nuôi dưỡng": "Tờ khai nhận chăm sóc (nếu có)",
    "Bản sao giấy khai sinh (đối với trẻ em": "Bản sao giấy khai sinh (trẻ em)",
    "Văn bản đề nghị hưởng, điều chỉnh, thôi hưởng": "Đề nghị trợ cấp hưu trí xã hội",
    "Giấy đề nghị rà soát hộ nghèo": "Giấy đề nghị rà soát hộ nghèo",
    "Giấy đề nghị công nhận hộ thoát nghèo": "Giấy đề nghị công nhận thoát nghèo",
    "Giấy đề nghị xác định hộ có mức sống trung bình": "Giấy đề nghị mức sống trung bình",
    "Đơn đề nghị cấp giấy xác nhận thân nhân": "Đơn đề nghị xác nhận thân nhân",
    "Giấy tờ chứng minh quan hệ thân nhân": "Giấy tờ quan hệ thân nhân (nếu có)",
    "Đơn đề nghị giải quyết chế độ trợ cấp thờ cúng": "Đơn đề nghị trợ cấp thờ cúng",
    "Văn bản ủy quyền thờ cúng liệt sĩ": "Giấy ủy quyền thờ cúng",
    "Bản sao Bằng “Tổ quốc ghi công”": "Bằng Tổ quốc ghi công (bản sao)",
    # Đất đai, dân tộc, xuất nhập cảnh
    "Các giấy tờ có liên quan đến việc sử dụng đất": "Giấy tờ về thửa đất (bản photo)",
    "Đơn yêu cầu yêu cầu hòa giải tranh chấp": "Đơn yêu cầu hòa giải",
    "Văn bản đề nghị công nhận người có uy tín": "Văn bản đề nghị của thôn",
    "Biên bản họp thôn bình chọn người có uy tín": "Biên bản họp thôn",
    "Biên bản họp liên tịch của": "Biên bản họp liên tịch",
    "Văn bản đề nghị đưa ra khỏi danh sách": "Văn bản đề nghị (mẫu số 06)",
    "có chứng thực giấy tờ do cơ quan có thẩm quyền": "Giấy tờ người đại diện (nếu có)",
    "Tờ khai đề nghị cấp giấy thông hành": "Tờ khai giấy thông hành",
    "02 ảnh 4x6cm": "02 ảnh 4x6",
    "giấy khai sinh hoặc trích lục ghi vào sổ hộ tịch": "Giấy khai sinh (dưới 14 tuổi)",
    "Giấy thông hành đã được cấp": "Giấy thông hành cũ (nếu còn hạn)",
}
"""How the published text of a paper begins, and its short name; of several the longest counts."""


def short_name(published: str) -> str:
    """The short name of a paper of the catalogue; its published text where there is none.

    A text that is short already keeps its own words.
    """
    plain = _plain(published)
    found = [(len(start), name) for start, name in _starts() if plain.startswith(start)]
    return max(found)[1] if found else published


@functools.cache
def _starts() -> tuple[tuple[str, str], ...]:
    return tuple((_plain(start), name) for start, name in _BEGINNINGS.items())


@functools.lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return " ".join(fold(text).split())


def names_of(published: Iterable[str]) -> Callable[[str], str]:
    """What papers are called among those the catalogue names so: each by its short name.

    Other names stay as they are, also those made of several papers ("A hoặc B").
    """
    known = {" ".join(name.split()): short_name(name) for name in published}
    return lambda name: known.get(" ".join(name.split()), name)


def published_of(published: Iterable[str]) -> Callable[[str], str]:
    """The way back: what the catalogue publishes of a paper that is named in short.

    A short name that several papers have, or none, stays as it is.
    """
    known: dict[str, set[str]] = {}
    for name in published:
        known.setdefault(_plain(short_name(name)), set()).add(name)

    def in_full(name: str) -> str:
        found = known.get(_plain(name), set())
        return next(iter(found)) if len(found) == 1 else name

    return in_full
