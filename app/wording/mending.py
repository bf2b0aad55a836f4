"""Words for how far somebody is with mending what the province refused."""

from collections.abc import Mapping

from app.answers.exchange import Mending
from app.wording.marker import translatable

MENDING: Mapping[Mending, str] = {
    Mending.NONE: translatable("cần sửa"),
    Mending.UNSENT: translatable("đã sửa, chưa gửi lại"),
    Mending.SENT: translatable("đã gửi lại, chờ tỉnh trả lời"),
}
