"""An incoming procedure is new, changed, unchanged or refused, and completions survive it."""

from dataclasses import replace
from datetime import date

from app.domain.catalogue.procedure import Channel, Provenance, ServiceLevel, StepsExceedLimit
from app.domain.catalogue.versions import Verdict, VersionOutOfOrder, compare
from app.domain.deadline.pauses import PauseMode
from tests.domain.catalogue.procedure_builder import paper, procedure, rule, step

LATER = date(2026, 12, 1)
BY_HAND = {"provenance": Provenance.COMPLETED, "source": "QĐ 12"}


def test_an_unknown_code_is_new_from_the_given_day():
    found = compare(None, procedure(), LATER)

    assert found.verdict is Verdict.NEW
    assert found.procedure.effective_from == LATER


def test_the_same_content_from_another_file_and_day_is_unchanged():
    current = procedure()

    found = compare(current, replace(current, source="tệp khác"), LATER)

    assert found.verdict is Verdict.UNCHANGED
    assert found.procedure is current


def test_a_new_limit_is_a_change_that_names_old_and_new():
    found = compare(procedure(), procedure(limits=(rule("3 WORKING_DAY"),)), LATER)

    assert found.verdict is Verdict.CHANGED
    assert found.procedure.effective_from == LATER
    (difference,) = found.differences
    assert difference.part == "limits"
    assert "5 WORKING_DAY" in difference.old
    assert "3 WORKING_DAY" in difference.new


def test_added_and_removed_papers_are_named():
    current = procedure(documents=(paper("Tờ khai"), paper("Sổ hộ khẩu")))
    incoming = procedure(documents=(paper("Tờ khai"), paper("Giấy chứng sinh")))

    (difference,) = compare(current, incoming, LATER).differences

    assert (difference.old, difference.new) == ("Sổ hộ khẩu", "Giấy chứng sinh")


def test_a_version_may_not_begin_before_the_one_in_force():
    found = compare(procedure(), procedure(name="Tên mới"), date(2025, 1, 1))

    assert found.verdict is Verdict.REFUSED
    assert isinstance(found.why, VersionOutOfOrder)


def test_steps_longer_than_the_limit_are_refused_even_for_a_new_code():
    found = compare(None, procedure(steps=(step("6 WORKING_DAY"),)), LATER)

    assert found.verdict is Verdict.REFUSED
    assert isinstance(found.why, StepsExceedLimit)


def test_a_limit_the_file_still_leaves_open_keeps_the_officers_completion():
    current = procedure(limits=(rule("5 WORKING_DAY", note="n", **BY_HAND),))

    found = compare(current, procedure(limits=(rule(None, note="n"),), name="Tên mới"), LATER)

    assert found.verdict is Verdict.CHANGED
    assert found.procedure.limits == current.limits


def test_a_completion_made_for_another_wording_is_not_kept():
    current = procedure(limits=(rule("5 WORKING_DAY", note="cũ", **BY_HAND),))

    found = compare(current, procedure(limits=(rule(None, note="mới"),)), LATER)

    assert found.procedure.limits[0].limit is None


def test_a_published_limit_replaces_the_completion():
    current = procedure(limits=(rule("5 WORKING_DAY", **BY_HAND),))

    found = compare(current, procedure(limits=(rule("2 WORKING_DAY"),)), LATER)

    assert found.procedure.limits == (rule("2 WORKING_DAY"),)


def test_what_published_files_never_hold_survives_them():
    current = procedure(
        steps=(step("2 WORKING_DAY"),),
        service_level=ServiceLevel.FULL,
        pause_mode=PauseMode.RESTART,
        field_code="G15-TP03",
        documents=(paper("Tờ khai", code="KQ1"),),
    )

    found = compare(current, procedure(), LATER)

    assert found.verdict is Verdict.UNCHANGED


def test_steps_that_outlast_a_shortened_limit_are_dropped():
    current = procedure(steps=(step("5 WORKING_DAY"),))

    found = compare(current, procedure(limits=(rule("2 WORKING_DAY"),)), LATER)

    assert found.verdict is Verdict.CHANGED
    assert found.procedure.steps == ()


def test_our_own_file_says_everything_itself():
    current = procedure(limits=(rule("5 WORKING_DAY", **BY_HAND),), pause_mode=PauseMode.RESTART)
    incoming = procedure(limits=(rule(None),))

    found = compare(current, incoming, LATER, keep_completed=False)

    assert found.procedure == replace(incoming, effective_from=LATER)


def test_a_value_that_became_verified_is_a_change():
    current = procedure(limits=(rule("5 WORKING_DAY", provenance=Provenance.UNVERIFIED),))

    assert compare(current, procedure(), LATER).verdict is Verdict.CHANGED


def test_a_limit_for_another_channel_is_not_taken_as_completion():
    current = procedure(limits=(rule("5 WORKING_DAY", channel=Channel.ONLINE, **BY_HAND),))

    found = compare(current, procedure(limits=(rule(None),)), LATER)

    assert found.procedure.limits[0].limit is None


def test_a_version_may_begin_on_the_day_of_the_one_in_force():
    current = procedure()
    found = compare(current, procedure(name="Tên mới"), current.effective_from)
    assert found.verdict is Verdict.CHANGED
