"""Starts the app as `python -m whiteboard` does, prints what it took until the board was painted, and ends it.

`python -m tests.bench.first_frame BEGAN ARGUMENTS...`; BEGAN is the parent's perf_counter when it started this process.
"""

import json
import os
import signal
import sys
from time import perf_counter, process_time

from PySide6.QtCore import QCoreApplication, QEvent, QObject

from whiteboard.__main__ import main
from whiteboard.plain_imports import keep_imports_plain


class Watch(QObject):
    """Sees every event of the app until the first frame with a board in it."""

    def __init__(self, app: QCoreApplication, began: float) -> None:
        super().__init__()
        self._app = app
        self._began = began
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.UpdateRequest or not _shows_board(watched):
            return False
        watched.event(event)  # paints the frame
        self._app.removeEventFilter(self)
        print(json.dumps({"cpu_s": process_time(), "wall_s": perf_counter() - self._began}), flush=True)
        os.kill(os.getpid(), signal.SIGTERM)
        return True


def _shows_board(watched: QObject) -> bool:
    from PySide6.QtWidgets import QWidget

    from whiteboard.ui.canvas_widget import Canvas

    return isinstance(watched, QWidget) and any(canvas.isVisible() for canvas in watched.findChildren(Canvas))


def start(began: float) -> int:
    keep_imports_plain()  # as main does before it imports the app
    from whiteboard.ui import event_loop

    class Loop(event_loop.EventLoop):
        """The app's loop, with a watch on the app."""

        def __init__(self, application: QCoreApplication) -> None:
            super().__init__(application)
            self._watch = Watch(application, began)

    event_loop.EventLoop = Loop  # type: ignore[assignment,misc]
    return main()


if __name__ == "__main__":
    given = float(sys.argv.pop(1))
    sys.exit(start(given))
