"""What each view of the board is called, what its tile says, and what its empty list promises."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from app.answers.board_view import BoardView
from ui.keys import Key
from ui.tokens import Tone

TILES = (
    BoardView.RECEIVED_TODAY,
    BoardView.DUE_TODAY,
    BoardView.DUE_SOON,
    BoardView.OVERDUE,
    BoardView.PAUSED,
    BoardView.TO_COLLECT,
    BoardView.UNSENT,
)
TONES = {
    BoardView.RECEIVED_TODAY: Tone.DONE,
    BoardView.DUE_TODAY: Tone.RUNNING,
    BoardView.DUE_SOON: Tone.DUE_SOON,
    BoardView.OVERDUE: Tone.OVERDUE,
    BoardView.PAUSED: Tone.PAUSED,
    BoardView.TO_COLLECT: Tone.DONE,
    BoardView.UNSENT: Tone.DUE_SOON,
}


class ViewWords(NamedTuple):
    """`tile` names the number, `title` the list; `empty` and `hint` stand in an empty list."""

    tile: str
    title: str
    empty: str
    hint: str


def words_of(view: BoardView) -> ViewWords:
    """The words of `view`, in the language in force."""
    translate = QCoreApplication.translate
    words = {
        BoardView.OPEN: ViewWords(
            translate("Home", "Tất cả đang mở"),
            translate("Home", "Việc cần làm theo hạn"),
            translate("Home", "Chưa có hồ sơ nào đang mở"),
            translate("Home", "Bấm {0} để tiếp nhận hồ sơ mới; hồ sơ gấp nhất sẽ đứng đầu.").format(
                Key.NEW
            ),
        ),
        BoardView.RECEIVED_TODAY: ViewWords(
            translate("Home", "Đã tiếp nhận hôm nay"),
            translate("Home", "Tiếp nhận hôm nay"),
            translate("Home", "Hôm nay chưa tiếp nhận hồ sơ nào"),
            translate("Home", "Bấm {0} để tiếp nhận; hồ sơ vừa nhận hiện ở đây.").format(Key.NEW),
        ),
        BoardView.DUE_TODAY: ViewWords(
            translate("Home", "Hẹn trả hôm nay"),
            translate("Home", "Hẹn trả hôm nay"),
            translate("Home", "Không có hồ sơ nào hẹn trả hôm nay"),
            translate("Home", "Hồ sơ có giờ hẹn trong ngày hiện ở đây, giờ sớm đứng trước."),
        ),
        BoardView.DUE_SOON: ViewWords(
            translate("Home", "Sắp đến hạn"),
            translate("Home", "Sắp đến hạn"),
            translate("Home", "Không có hồ sơ nào sắp đến hạn"),
            translate("Home", "Hồ sơ còn ít giờ làm việc tự chuyển vào đây, không cần tải lại."),
        ),
        BoardView.OVERDUE: ViewWords(
            translate("Home", "Quá hạn"),
            translate("Home", "Quá hạn"),
            translate("Home", "Không có hồ sơ nào quá hạn"),
            translate("Home", "Hồ sơ qua giờ hẹn mà chưa xong tự hiện ở đây, trễ nhất đứng đầu."),
        ),
        BoardView.APOLOGY: ViewWords(
            translate("Home", "Cần xin lỗi"),
            translate("Home", "Cần xin lỗi: chưa xong hoặc chưa báo người dân"),
            translate("Home", "Không có hồ sơ nào cần xin lỗi"),
            translate(
                "Home",
                "Hồ sơ chưa xong mà hẹn trả vào ngày làm việc tới thì hiện ở đây, phiếu xin lỗi "
                "soạn sẵn; ở lại cho đến khi đã báo người dân.",
            ),
        ),
        BoardView.PAUSED: ViewWords(
            translate("Home", "Chờ bổ sung"),
            translate("Home", "Chờ bổ sung"),
            translate("Home", "Không có hồ sơ nào chờ bổ sung"),
            translate("Home", "Yêu cầu bổ sung trong một hồ sơ thì hồ sơ dừng tính giờ và về đây."),
        ),
        BoardView.TO_COLLECT: ViewWords(
            translate("Home", "Chờ người dân nhận"),
            translate("Home", "Đã xong, chờ người dân nhận"),
            translate("Home", "Không có kết quả nào chờ nhận"),
            translate(
                "Home", "Hồ sơ xử lý xong mà chưa trả hiện ở đây; bấm {0} để trả kết quả."
            ).format(Key.RETURN),
        ),
        BoardView.UNSENT: ViewWords(
            translate("Home", "Chưa gửi lên tỉnh"),
            translate("Home", "Chưa gửi lên tỉnh"),
            translate("Home", "Mọi hồ sơ đã được xuất gửi"),
            translate(
                "Home", "Thay đổi chưa xuất hiện ở đây; bấm {0} để xuất gói gửi tỉnh."
            ).format(Key.EXCHANGE),
        ),
    }
    return words[view]
