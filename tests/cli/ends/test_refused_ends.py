"""Ends and what follows them: what nobody may do is refused with its reason and changes nothing."""

import pytest

from tests.cli.test_life import TO_WHOM, answer, cli, clock, shown, take  # noqa: F401

WHY = ("--reason", "Nộp nhầm nơi")
MAI = ("--approver", "Lý Thị Mai")
OWN = ("--approver", "{officer}")
REFUSED = [
    # before, the command, what is said
    ((), ("refuse", "{code}", "--reason", " "), "Lý do: chưa nhập"),
    ((), ("refuse", "{code}", "--reason", "Thiếu 阮"), "chưa in được 阮"),
    ((), ("refuse", "{code}", *WHY, "--to", "{out}"), "print --form 03"),
    ((), ("stop", "{code}", "--reason", ""), "Lý do: chưa nhập"),
    ((), ("reopen", "{code}", *WHY, *MAI), "không thể “Mở lại hồ sơ”"),
    ((), ("print", "{code}", "--form", "03", "--to", "{out}"), "chưa có mẫu 03"),
    ((), ("print", "{code}", "--form", "05", "--to", "{out}"), "chưa có mẫu 05"),
    (("finish",), ("refuse", "{code}", *WHY), "không thể “Từ chối”"),
    (("finish",), ("stop", "{code}", *WHY), "không thể “Dừng (hủy) hồ sơ”"),
    (("finish",), ("withdraw", "{code}", *WHY), "không thể “Rút hồ sơ”"),
    (("finish",), ("reopen", "{code}", *WHY, *MAI), "không thể “Mở lại hồ sơ”"),
    (("refuse",), ("refuse", "{code}", *WHY), "không thể “Từ chối”"),
    (("refuse",), ("stop", "{code}", *WHY), "không thể “Dừng (hủy) hồ sơ”"),
    (("refuse",), ("finish", "{code}"), "không thể “Xử lý xong”"),
    (("refuse",), ("return", "{code}", *TO_WHOM), "không thể “Trả kết quả”"),
    (("refuse",), ("reopen", "{code}", *WHY, *OWN), "không tự phê duyệt được"),
    (("refuse",), ("reopen", "{code}", *WHY, "--approver", " "), "Người phê duyệt: chưa nhập"),
    (("refuse",), ("reopen", "{code}", "--reason", "", *MAI), "Lý do: chưa nhập"),
    (("refuse",), ("print", "{code}", "--form", "05", "--to", "{out}"), "chưa có mẫu 05"),
    (("stop",), ("print", "{code}", "--form", "03", "--to", "{out}"), "chưa có mẫu 03"),
    (("stop",), ("start", "{code}"), "không thể “Bắt đầu xử lý”"),
    (("refuse", "print"), ("take-back", "{code}"), "Mẫu 03"),
]


@pytest.mark.parametrize(("before", "command", "said"), REFUSED)
def test_what_nobody_may_do_is_refused_with_its_reason(
    cli,  # noqa: F811
    take,  # noqa: F811
    tmp_path,
    before,
    command,
    said,
):
    code = take()
    for earlier in before:
        more = WHY if earlier in {"refuse", "stop"} else ()
        if earlier == "print":
            more = ("--form", "03", "--to", tmp_path / "first.pdf")
        answer(cli(earlier, code, *more, "--json"))
    whole = shown(cli, code)
    facts = {"code": code, "out": tmp_path / "x.pdf", "officer": whole["officer"].upper()}
    code_, out, err = cli(*(str(part).format(**facts) for part in command))
    assert code_ in {1, 2}
    assert (out, "Traceback" in err) == ("", False)
    assert said in err
    assert shown(cli, code) == whole
    assert not (tmp_path / "x.pdf").exists()


def test_before_there_is_a_code_a_file_is_guided_or_refused(cli, take, tmp_path):  # noqa: F811
    take()  # writes request.json
    request, out = tmp_path / "request.json", tmp_path / "x.pdf"
    assert "Thiếu --to" in cli("refuse", request, *WHY)[2]
    assert "Lý do: chưa nhập" in cli("refuse", request, "--reason", "", "--to", out)[2]
    assert "không có trong danh mục" in cli("guide", request, "--paper", "Ảnh", "--to", out)[2]
    assert not out.exists()
    done = answer(cli("refuse", request, *WHY, "--to", out, "--json"))
    assert done["number"] == "0001/TCHS"
    assert out.read_bytes().startswith(b"%PDF")
    assert "Đã có tệp" in cli("guide", request, "--paper", "Ảnh", "--reason", "Mờ", "--to", out)[2]
    slip = tmp_path / "slip.pdf"
    answer(cli("guide", request, "--paper", "Ảnh", "--reason", "Mờ", "--to", slip, "--json"))
    assert slip.read_bytes().startswith(b"%PDF")
    assert answer(cli("verify", "--json"))["dossiers"] == 1
