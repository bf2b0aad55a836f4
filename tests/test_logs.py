"""The log keeps what helps and nobody's numbers."""

import logging
import os

from app.logs import LOG_FILE, end_log, keep_log


def written(folder, message, *values, caplog):
    handler = keep_log(folder)
    logging.getLogger("motcua.test").warning(message, *values)
    end_log(handler)
    caplog.clear()
    return (folder / LOG_FILE).read_text(encoding="utf-8")


def test_identity_and_telephone_numbers_are_masked(tmp_path, caplog):
    text = written(
        tmp_path, "lỗi với %s, %s và %s", "020185001234", "0912 345 678", "081234567", caplog=caplog
    )
    assert "020185001234" not in text
    assert "0912 345 678" not in text
    assert "081234567" not in text
    assert "••••••••1234" in text


def test_dossier_codes_and_times_stay_readable(tmp_path, caplog):
    text = written(tmp_path, "hồ sơ H37.99.1-261123-0001 lúc 10:15", caplog=caplog)
    assert "H37.99.1-261123-0001 lúc 10:15" in text


def test_what_was_typed_cannot_forge_a_line(tmp_path, caplog):
    text = written(tmp_path, "tên %s", "Lan\x1b[2J\u202eAnh", caplog=caplog)
    assert "\x1b" not in text
    assert "\\x1b" in text


def test_a_log_that_cannot_be_written_is_no_reason_to_fail_or_to_show_a_number(
    tmp_path, caplog, capsys
):
    handler = keep_log(tmp_path / "missing" / "deeper")
    logging.getLogger("motcua.test").warning("số %s", "020185001234")
    end_log(handler)
    caplog.clear()
    assert capsys.readouterr().err == ""


def test_names_and_files_of_persons_are_masked_in_every_line_of_a_traceback(tmp_path, caplog):
    try:
        {}["Hoàng Thị Mẩy"]
    except KeyError:
        handler = keep_log(tmp_path)
        logging.getLogger("motcua.test").exception("không đọc được /tmp/020185001234_scan.pdf")
        end_log(handler)
    caplog.clear()
    text = (tmp_path / LOG_FILE).read_text(encoding="utf-8")
    assert "Mẩy" not in text
    assert "0201" not in text
    assert "test_logs.py" in text


def test_the_log_is_its_users_alone_whatever_the_umask(tmp_path, caplog):
    before = os.umask(0)
    try:
        written(tmp_path, "x", caplog=caplog)
    finally:
        os.umask(before)
    assert os.name != "posix" or (tmp_path / LOG_FILE).stat().st_mode & 0o777 == 0o600
