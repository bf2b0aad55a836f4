"""The last handler: what nothing caught is logged, numbered and shown, and the program goes on."""

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

_LOG = logging.getLogger("motcua.qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashHandler(QObject):
    """Takes exceptions nobody caught, from whatever thread, to `show` on the GUI thread.

    Args:
        show: shows an error (`Notices.take`).
        parent: who owns the handler.
    """

    _caught = Signal(object)

    def __init__(self, show: Callable[[Exception], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._former: tuple[object, object] | None = None
        self._caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)

    def install(self, fatal_log: TextIO | None = None) -> None:
        """Catch from now on; `fatal_log` takes the stack of a hard crash."""
        if fatal_log is not None:
            faulthandler.enable(fatal_log)
        self._former = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(_log_qt)

    def remove(self) -> None:
        """Put back what was there before."""
        if self._former is not None:
            sys.excepthook, threading.excepthook = self._former  # type: ignore[assignment] # as taken
            self._former = None
            qInstallMessageHandler(None)

    def _on_exception(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        self._caught.emit(error)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if isinstance(args.exc_value, Exception):
            self._caught.emit(args.exc_value)

    def _on_caught(self, error: Exception) -> None:
        self._show(error)


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    _LOG.log(_LEVELS.get(kind, logging.WARNING), "%s", message)
