"""What is cut shows that it is cut, and what is left out is counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.screens.intake.state.form import FormState
from ui.screens.intake.state.person import PersonState
from ui.widgets.text.shortened import ended_naming, named_some, shortened


def test_a_long_name_ends_in_dots_within_its_limit():
    assert shortened("Giấy khai sinh", 14) == "Giấy khai sinh"
    assert shortened("Giấy khai sinh", 6) == "Giấy…"


@pytest.mark.parametrize(
    ("most", "cut"),
    [
        (14, "Giấy chứng…"),
        (16, "Giấy chứng sinh…"),
        (17, "Giấy chứng sinh…"),
        (22, "Giấy chứng sinh; giấy…"),
    ],
)
def test_a_text_is_cut_between_words_never_inside_one(most, cut):
    assert shortened("Giấy chứng sinh; giấy cam đoan", most) == cut


def test_a_sentence_that_ends_in_dots_has_no_full_stop_behind_them():
    assert ended_naming(["Tờ khai", "Giấy chứng sinh"], 2, 9) == "Tờ khai; Giấy…"
    assert ended_naming(["Giấy chứng sinh", "Tờ khai"], 2, 9) == "Giấy…; Tờ khai."
    assert ended_naming(["Tờ khai", "Ảnh", "Sổ"], 2, 9) == "Tờ khai; Ảnh … (+1)."


def test_one_word_longer_than_the_room_is_cut_inside():
    assert shortened("x" * 30, 10) == "x" * 9 + "…"


@given(st.text("ab ;·", max_size=60), st.integers(2, 70))
def test_what_is_cut_is_a_beginning_within_its_limit(text, most):
    cut = shortened(text, most)
    assert len(cut) <= most or cut == text
    assert cut == text or (cut.endswith("…") and text.startswith(cut[:-1]))


def test_names_left_out_are_counted():
    assert named_some(("a", "b", "c"), 3, 9) == "a; b; c"
    assert named_some(("a", "b", "c", "d"), 3, 9) == "a; b; c … (+1)"


def test_a_summary_too_long_says_that_it_goes_on():
    state = FormState(procedure_name="x" * 400)
    assert state.summary == "x" * 199 + "…"


def test_who_it_is_for_is_the_name_even_where_the_name_has_the_mark_between_parts():
    person = PersonState(full_name="HTX Nông · Lâm nghiệp")
    state = FormState(applicant=person, procedure_name="Đăng ký")
    assert state.applicant.who == "HTX Nông · Lâm nghiệp"
    assert state.summary == "HTX Nông · Lâm nghiệp · Đăng ký"
