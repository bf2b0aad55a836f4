"""What is cut shows that it is cut, and what is left out is counted."""

from ui.screens.intake.parts.shorten import named_some, shortened
from ui.screens.intake.state.form import FormState
from ui.screens.intake.state.person import PersonState


def test_a_long_name_ends_in_dots_within_its_limit():
    assert shortened("Giấy khai sinh", 14) == "Giấy khai sinh"
    assert shortened("Giấy khai sinh", 6) == "Giấy…"


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
