"""Names of files that Windows cannot hold: refused everywhere, as a stick goes round.

The names are those of https://learn.microsoft.com/windows/win32/fileio/naming-a-file.
"""

import re

_DEVICES = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\s*\..*)?", re.IGNORECASE | re.DOTALL
)
_STRANGE = re.compile(r'[<>:"|?*\\/\x00-\x1f]')
MOST_LETTERS = 255


def is_held_by_windows(name: str) -> bool:
    """Whether a file of this `name`, without its folders, can be made on every system we run on."""
    return not (
        name != name.rstrip(" .")
        or _DEVICES.fullmatch(name.rstrip(" ."))
        or _STRANGE.search(name)
        or len(name.encode("utf-16-le")) > 2 * MOST_LETTERS
    )
