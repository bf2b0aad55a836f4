"""How large a file of each kind may be, to the byte: more of it is not read."""

import pytest

from app.exchange import correction_file, intake_file, tariff_file
from app.exchange.calendar import file as calendar_file
from app.exchange.province_v1 import acknowledgement
from app.outside.strict_json import FileNotJson

MB = 1024 * 1024


@pytest.mark.parametrize(
    ("read", "most"),
    [
        (tariff_file.read, 1), (intake_file.read, 4), (correction_file.read, 4),
        (calendar_file.read, 4), (acknowledgement.read, 16),
    ],
)  # fmt: skip
def test_a_file_as_large_as_may_be_is_read_and_a_larger_one_is_not(read, most):
    for size, is_too_large in ((most * MB, False), (most * MB + 1, True)):
        with pytest.raises(FileNotJson) as refused:
            read(b" " * size)
        assert (refused.value.facts["why"] == f"tệp lớn hơn {most} MB") is is_too_large
