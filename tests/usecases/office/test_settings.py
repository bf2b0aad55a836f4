"""What a setting refuses says what is wrong with the value, not what another would be."""

import pytest

from app.settings import InvalidSetting, Settings, change
from app.wording.refusals import say


@pytest.mark.parametrize("key", ["officer", "office", "printer", "officer_title", "export_folder"])
def test_a_value_that_is_too_long_is_called_too_long(key):
    with pytest.raises(InvalidSetting) as refused:
        change(Settings(), key, "Lan " * 300)
    assert "ký tự, đang dài 1" in say(refused.value)
    assert "trống" not in say(refused.value)


def test_a_hidden_character_is_named():
    with pytest.raises(InvalidSetting) as refused:
        change(Settings(), "officer", "Lan\u202e")
    assert "U+202E" in say(refused.value)


def test_nothing_is_still_called_nothing():
    with pytest.raises(InvalidSetting) as refused:
        change(Settings(), "officer", " ")
    assert "chưa nhập" in say(refused.value)
