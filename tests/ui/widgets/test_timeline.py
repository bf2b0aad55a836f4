"""A dossier's history: what was and what is, each with room to be read."""

from datetime import datetime

import pytest
from PySide6.QtWidgets import QLabel

from app.domain.clock import VIETNAM
from ui.widgets.status.timeline import Moment, Timeline

pytestmark = pytest.mark.gui

AT = datetime(2026, 11, 23, 10, 15, tzinfo=VIETNAM)
LONG = "Văn bản thỏa thuận của các thành viên hộ gia đình có quyền sử dụng đất chung, bản chính"


@pytest.fixture
def labels_of(qtbot):
    kept = []

    def shown(old, new):
        timeline = Timeline()
        kept.append(timeline)
        qtbot.addWidget(timeline)
        timeline.resize(440, 600)
        change = ("Giấy tờ (người nộp)", old, new)
        timeline.show_moments([Moment(AT, "Sửa thông tin", "Lan", changes=(change,))])
        with qtbot.waitExposed(timeline):
            timeline.show()
        return {label.text(): label for label in timeline.findChildren(QLabel)}

    return shown


@pytest.mark.parametrize("old", ["", "Tờ khai", LONG])
def test_a_new_value_has_the_whole_width_whatever_was_before(labels_of, old):
    labels = labels_of(old, LONG)
    new = labels[f"→ {LONG}"]
    assert new.width() >= 0.85 * 440
    assert new.height() >= new.heightForWidth(new.width())
    assert not old or labels[old].width() == new.width()


def test_short_values_stand_on_one_line(labels_of):
    assert "0912345679 → 0912345678" in labels_of("0912345679", "0912345678")


def test_what_was_taken_away_says_so(labels_of):
    assert "Nam → –" in labels_of("Nam", "")


def test_what_stands_already_is_not_made_anew(qtbot):
    timeline = Timeline()
    qtbot.addWidget(timeline)
    moments = [Moment(AT, "Tiếp nhận", "Lan")]
    timeline.show_moments(moments)
    (step,) = timeline._steps
    timeline.show_moments(list(moments))
    assert timeline._steps == [step]
    timeline.show_moments([*moments, Moment(AT, "Bắt đầu xử lý", "Lan")])
    assert len(timeline._steps) == 2
    assert step.isHidden(), "what goes is not seen beside what comes"
