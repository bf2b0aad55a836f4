"""Why the system would not do something with a file, in words a clerk can act on.

By the names of the numbers: not every system knows each.
"""

import errno

from app.domain.phrases import phrase

_CAUSES = {
    "ENOENT": "không có tệp hoặc thư mục này",
    "ENOTDIR": "một phần của đường dẫn không phải thư mục",
    "EISDIR": "đây là thư mục, không phải tệp",
    "EACCES": "không có quyền ghi hoặc đọc ở đây",
    "EPERM": "không có quyền ghi hoặc đọc ở đây",
    "EROFS": "ổ đĩa chỉ cho đọc",
    "ENOSPC": "ổ đĩa đầy",
    "EDQUOT": "đã hết dung lượng được cấp",
    "EFBIG": "tệp quá lớn đối với ổ đĩa này",
    "EIO": "thiết bị báo lỗi hoặc đã bị rút",
    "ENODEV": "thiết bị đã bị rút ra",
    "ENXIO": "thiết bị đã bị rút ra",
    "ENAMETOOLONG": "tên tệp hoặc đường dẫn quá dài",
    "ESPIPE": "đây không phải tệp thường mà là thiết bị hoặc đường ống",
    "EINVAL": "tên tệp hoặc ổ đĩa không dùng được",
    "ELOOP": "đường dẫn đi vòng tròn",
    "EBUSY": "tệp đang được chương trình khác dùng",
    "ETXTBSY": "tệp đang được chương trình khác dùng",
    "EXDEV": "không chuyển được sang ổ đĩa khác",
    "EEXIST": "đã có tệp hoặc thư mục cùng tên",
    "ENOTEMPTY": "thư mục không trống",
    "EMFILE": "chương trình đang mở quá nhiều tệp",
    "ENOMEM": "máy hết bộ nhớ",
    "ETIMEDOUT": "ổ đĩa không trả lời",
}
_OF_WINDOWS = {
    19: "EROFS", 21: "ENODEV", 32: "EBUSY", 33: "EBUSY", 39: "ENOSPC", 112: "ENOSPC", 123: "EINVAL",
    206: "ENAMETOOLONG", 1117: "EIO", 1167: "ENODEV", 1224: "EBUSY", 1392: "EIO",
}  # fmt: skip
"""Its own numbers where the one of Unix that Python makes of them says something else."""


def cause(error: OSError) -> str:
    """The reason as part of a sentence; one without words is given by its number."""
    if error.errno is None:
        return phrase("hệ thống không nói vì sao")
    name = _OF_WINDOWS.get(getattr(error, "winerror", None) or 0)
    return _CAUSES.get(name or errno.errorcode.get(error.errno, "")) or phrase(
        "hệ thống báo lỗi số {number}", number=error.errno
    )
