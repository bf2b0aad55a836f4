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
    "EIO": "ổ đĩa báo lỗi hoặc đã bị rút",
    "ENODEV": "ổ đĩa đã bị rút ra",
    "ENXIO": "ổ đĩa đã bị rút ra",
    "ENAMETOOLONG": "tên tệp hoặc đường dẫn quá dài",
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


def cause(error: OSError) -> str:
    """The reason as part of a sentence; one without words is given by its number."""
    if error.errno is None:
        return phrase("hệ thống không nói vì sao")
    return _CAUSES.get(errno.errorcode.get(error.errno, "")) or phrase(
        "hệ thống báo lỗi số {number}", number=error.errno
    )
