"""The province's answers close what they name and nothing else."""

import itertools
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import DeskError
from app.exchange.province_v1 import acknowledgement
from app.exchange.province_v1.acknowledgement import (
    MOST_ANSWERS,
    Answer,
    AnswersNewer,
    AnswersWrongShape,
    Decision,
    DigestMismatch,
    EventState,
    FileNotJson,
    Verdict,
    check,
    remark,
    settled,
    speaks_for,
)
from tests.exchange.strategies_exchange import an_event_id

DIGEST = "ab" * 32


def entry(**changes):
    values = {"event_id": an_event_id(1), "phien_ban": 3, "sha256": DIGEST, "ma": "DA_NHAN"}
    return values | changes


def as_file(*entries, **changes):
    whole = {"v": "1.0", "package_id": an_event_id(9), "ket_qua": list(entries)}
    return json.dumps(whole | changes, ensure_ascii=False).encode()


def an_answer(verdict=Verdict.TAKEN, **changes):
    values = {"event_id": an_event_id(1), "version": 3, "sha256": DIGEST, "verdict": verdict}
    return Answer(**(values | changes))


def read(content):
    return acknowledgement.read(content).answers


def decided(answer, state=EventState.PENDING, version=3, rendered=(DIGEST,)):
    """What one answer does to an event at `state`; its state None where it stays."""
    check(answer, version=version, rendered=rendered)
    reached = settled([(speaks_for(answer), remark(answer))], state=state)
    return replace(reached, state=None) if reached.state is state else reached


# Reading


def test_an_answer_is_read_with_all_it_says():
    content = as_file(
        entry(
            ma="TU_CHOI",
            error_code="-1",
            message="Thiếu mã lĩnh vực",
            ma_ho_so_quoc_gia="000.00.19.H37-261123-0007",
            raw={"error_code": -1},
        ),
        da_nhan_den_seq=12,
    )
    assert read(content) == (
        Answer(
            event_id=an_event_id(1),
            version=3,
            sha256=DIGEST,
            verdict=Verdict.REFUSED,
            error_code="-1",
            message="Thiếu mã lĩnh vực",
            official_code="000.00.19.H37-261123-0007",
        ),
    )


def test_a_plain_list_of_answers_is_taken_too():
    assert read(json.dumps([entry()]).encode()) == (an_answer(),)


def test_a_file_with_a_byte_order_mark_is_taken():
    assert read(b"\xef\xbb\xbf" + as_file(entry())) == (an_answer(),)


def test_digests_and_numbers_in_capitals_name_the_same_event():
    (answer,) = read(as_file(entry(sha256=DIGEST.upper(), event_id=an_event_id(1).upper())))
    assert answer == an_answer()


def test_an_error_code_may_be_a_number_and_texts_may_be_null():
    (answer,) = read(as_file(entry(error_code=0, message=None, ma_ho_so_quoc_gia=None)))
    assert (answer.error_code, answer.message, answer.official_code) == ("0", "", "")


def test_hidden_characters_of_a_message_go_and_the_answer_stays():
    (answer,) = read(as_file(entry(message="Sai\u202e\x07\nmã\t  hồ sơ ")))
    assert answer.message == "Sai mã hồ sơ"


def test_a_long_message_is_shortened():
    (answer,) = read(as_file(entry(message="x" * 50_000)))
    assert answer.message == "x" * 2_000 + "…"


def test_a_file_without_answers_says_nothing():
    assert read(as_file()) == ()


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"event_id": "1"}, "ket_qua[0].event_id"),
        ({"event_id": an_event_id(1) + "\n"}, "ket_qua[0].event_id"),
        ({"event_id": 7}, "ket_qua[0].event_id"),
        ({"phien_ban": "3"}, "ket_qua[0].phien_ban"),
        ({"phien_ban": 0}, "ket_qua[0].phien_ban"),
        ({"phien_ban": True}, "ket_qua[0].phien_ban"),
        ({"phien_ban": 1e300}, "ket_qua[0].phien_ban"),
        ({"sha256": "ab"}, "ket_qua[0].sha256"),
        ({"sha256": None}, "ket_qua[0].sha256"),
        ({"ma": "da_nhan"}, "ket_qua[0].ma"),
        ({"ma": ""}, "ket_qua[0].ma"),
        ({"ma": ["DA_NHAN"]}, "ket_qua[0].ma"),
        ({"message": {"vi": "x"}}, "ket_qua[0].message"),
        ({"error_code": [1]}, "ket_qua[0].error_code"),
        ({"ma_ho_so_quoc_gia": "H37 '; DROP"}, "ket_qua[0].ma_ho_so_quoc_gia"),
        ({"ma_ho_so_quoc_gia": "G22-1\n"}, "ket_qua[0].ma_ho_so_quoc_gia"),
        ({"ma_ho_so_quoc_gia": "x" * 61}, "ket_qua[0].ma_ho_so_quoc_gia"),
    ],
)
def test_a_wrong_value_is_refused_by_its_place(changes, place):
    with pytest.raises(AnswersWrongShape) as refused:
        read(as_file(entry(**changes)))
    assert refused.value.facts["place"] == place


@pytest.mark.parametrize("key", ["event_id", "phien_ban", "sha256", "ma"])
def test_a_missing_key_is_named(key):
    whole = entry()
    del whole[key]
    with pytest.raises(AnswersWrongShape) as refused:
        read(as_file(entry(), whole))
    assert refused.value.facts == {"place": f"ket_qua[1].{key}", "why": "còn thiếu"}


@pytest.mark.parametrize("value", [{}, "x", 7, None, True, {"ket_qua": None}, ["x"], [[]]])
def test_json_that_is_no_answer_file_is_refused(value):
    with pytest.raises(AnswersWrongShape):
        read(json.dumps(value).encode())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        as_file(entry())[:-2],
        b'{"ket_qua":[],"ket_qua":[]}',
        b'{"ket_qua":[],"v":NaN}',
        b'{"ket_qua":[],"v":"\\ud800"}',
        b"[" * 100_000,
        b"[" * 100 + b"]" * 100,
        b'{"ket_qua":[' + b"9" * 10_000 + b"]}",
    ],
)
def test_what_cannot_be_trusted_as_json_is_refused(content):
    with pytest.raises(FileNotJson):
        read(content)


def test_a_file_beyond_sixteen_megabytes_is_refused():
    with pytest.raises(FileNotJson):
        read(b" " * (16 * 2**20) + as_file(entry()))


def test_more_answers_than_any_package_asks_for_are_refused():
    with pytest.raises(AnswersWrongShape):
        read(b"[" + b",".join([b"1"] * (MOST_ANSWERS + 1)) + b"]")


@pytest.mark.parametrize("version", ["2.0", "2", "10", "1.x", ""])
def test_a_later_version_is_refused_whole(version):
    with pytest.raises(AnswersNewer):
        read(as_file(entry(), v=version))


def test_a_later_minor_version_is_taken():
    assert read(as_file(entry(), v="1.7", chu_ky="x")) == (an_answer(),)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content):
    try:
        read(content)
    except DeskError as error:
        assert error.facts


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["ket_qua", "v", *entry()]), inner, max_size=5)
    ),
)


@given(json_values)
def test_any_json_is_read_or_refused(value):
    try:
        read(json.dumps(value).encode())
    except DeskError as error:
        assert error.facts


# Deciding

P, R, A = EventState.PENDING, EventState.REJECTED, EventState.ACCEPTED


@pytest.mark.parametrize(
    ("verdict", "state", "after"),
    [
        ("DA_NHAN", P, A), ("DA_NHAN", R, A), ("DA_NHAN", A, None),
        ("TRUNG", P, A), ("TRUNG", R, A), ("TRUNG", A, None),
        ("CU_HON", P, A), ("CU_HON", R, A), ("CU_HON", A, None),
        ("TU_CHOI", P, R), ("TU_CHOI", R, None), ("TU_CHOI", A, None),
        ("THU_LAI", P, None), ("THU_LAI", R, None), ("THU_LAI", A, None),
    ],
)  # fmt: skip
def test_an_answer_leads_to_one_state(verdict, state, after):
    assert decided(an_answer(Verdict(verdict)), state).state == after


@given(st.lists(st.sampled_from(Verdict), max_size=4), st.sampled_from(EventState))
def test_answers_in_any_order_and_repeated_lead_to_the_same_state(verdicts, start):
    def end(order):
        state = start
        for verdict in order:
            state = decided(an_answer(verdict), state).state or state
        return state

    ends = {end(order) for order in itertools.permutations(verdicts)}
    ends |= {end([*order, *order]) for order in itertools.permutations(verdicts)}
    assert len(ends) == 1


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("state", EventState)
def test_other_content_under_our_number_raises_the_alarm(verdict, state):
    with pytest.raises(DigestMismatch) as alarm:
        decided(an_answer(verdict, sha256="cd" * 32), state)
    assert alarm.value.facts == {"event_id": an_event_id(1), "what": "nội dung"}


def test_an_answer_may_name_anything_the_event_was_rendered_to():
    rendered = {"cd" * 32, DIGEST, "ef" * 32}
    assert decided(an_answer(), rendered=rendered).state == EventState.ACCEPTED


def test_an_answer_to_an_event_that_was_never_rendered_raises_the_alarm():
    with pytest.raises(DigestMismatch):
        decided(an_answer(), rendered=())


def test_an_answer_to_another_version_closes_nothing():
    with pytest.raises(DigestMismatch) as alarm:
        decided(an_answer(version=2))
    assert alarm.value.facts["what"] == "phiên bản"


def test_a_refusal_keeps_the_provinces_words():
    refusal = an_answer(Verdict.REFUSED, error_code="-3", message="Mã đã tồn tại")
    assert decided(refusal).remark == "-3: Mã đã tồn tại"
    assert decided(an_answer(Verdict.REFUSED)).remark == "Tỉnh từ chối, không nêu lý do"
    assert decided(an_answer()).remark == ""


def test_of_several_refusals_every_reason_is_kept_in_any_order():
    said = [(R, "Thiếu mã"), (P, "Gửi lại"), (R, "Sai tên"), (R, "Thiếu mã")]
    for order in itertools.permutations(said):
        assert settled(order, state=P) == Decision(R, "Sai tên · Thiếu mã")


def test_a_file_says_for_which_office_it_is():
    assert acknowledgement.read(as_file(entry(), madonvi=" H37.99.2 ")).agency == "H37.99.2"
    assert acknowledgement.read(as_file(entry())).agency == ""


def test_of_endless_refusals_the_first_reasons_are_shown_and_that_there_are_more():
    said = settled([(R, f"lý do {nth:02d}") for nth in range(30)], state=P)
    assert said.remark.startswith("lý do 00 · lý do 01")
    assert said.remark.endswith("lý do 19 · …")
