"""What a start does before anything else, so that the window is painted sooner."""

import builtins
import gc


def hasten() -> None:
    """Collect no garbage, and import plainly, from now on; call before the window's modules load.

    Nothing made while the window starts is garbage, and its own collector takes over then
    (`ui.garbage`). PySide6 wraps `import` to find modules that use its `__feature__` switches: it
    reads the source of every module imported later, whole, to look for its own name. Nothing here
    uses them, so imports go back to what the wrapper calls in the end.
    """
    gc.disable()
    import PySide6  # noqa: F401, PLC0415 - wraps `import`

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
