"""Notices what a test did not expect: log warnings, Qt messages, exceptions that Qt callbacks swallowed."""

import logging
import re
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

# Said by the offscreen platform about what it cannot do; a real screen does not say them.
_HARMLESS = [r"^qt: This plugin does not support (raise|propagateSizeHints|setting window|grabbing)"]
_HARMLESS.append(r"^qt: OpenType support missing")  # no font for a script: it depends on the machine
_QUIET = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)


class Surprises(logging.Handler):
    """Collects them while it is started; `check` fails the test, unless all match what was announced by `expect`."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._seen: list[str] = []
        self._expected = list(_HARMLESS)

    def expect(self, pattern: str) -> None:
        """Let pass every line that the regular expression is found in: `logger name: message`, or `qt: message`."""
        self._expected.append(pattern)

    def check(self) -> None:
        """AssertionError that lists what was seen and not expected since the last check."""
        seen, self._seen = self._seen, []
        unexpected = [line for line in seen if not any(re.search(pattern, line) for pattern in self._expected)]
        assert not unexpected, "not expected by this test:\n" + "\n".join(unexpected)

    def start(self) -> None:
        logging.getLogger().addHandler(self)
        qInstallMessageHandler(self._on_qt_message)
        sys.excepthook = self._on_exception

    def stop(self) -> None:
        logging.getLogger().removeHandler(self)
        qInstallMessageHandler(None)
        sys.excepthook = sys.__excepthook__

    def emit(self, record: logging.LogRecord) -> None:
        """Called by logging."""
        line = f"{record.name}: {record.getMessage()}"
        if record.exc_info:
            line += "\n" + "".join(traceback.format_exception(*record.exc_info))
        self._seen.append(line)

    def _on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind not in _QUIET:
            self._seen.append(f"qt: {message}")

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self._seen.append("exception in a Qt callback: " + "".join(traceback.format_exception(kind, error, trace)))
