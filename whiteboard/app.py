"""The composition root of the app: builds everything, runs it until the person leaves, and takes it down in order."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import os
import random
import secrets
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import platformdirs
from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from whiteboard import assets, command_line, screen
from whiteboard.allocation import give_back_large_blocks
from whiteboard.command_line import Options
from whiteboard.files import settings
from whiteboard.files.board_store import BoardStore
from whiteboard.files.database import CannotOpen, Database
from whiteboard.ui import language
from whiteboard.ui.dialog import Notice
from whiteboard.ui.event_loop import EventLoop
from whiteboard.ui.gallery import Gallery
from whiteboard.ui.main_window import MainWindow
from whiteboard.ui.sharing import LOOPBACK, Place
from whiteboard.ui.shell import Shell
from whiteboard.ui.single_instance import SingleInstance
from whiteboard.ui.theme import THEME, Scheme
from whiteboard.words import t

LOOPBACK_VARIABLE = "WHITEBOARD_LOOPBACK"
"""Set for tests and trials: share on 127.0.0.1 alone, announce nothing and look for nothing."""

BEGUN_SECONDS = 3.0
"""By then all is loaded that stays to the end. The collector of cycles need not look at it again and again: 15 ms."""

SWITCH_SECONDS = 0.0001
"""So long Python lets a thread go on while another waits for its turn. The window's thread gives its turn away with
each larger operation of Qt and numpy; with Python's 5 ms it stood still for 400 while a thread unpacked a board."""

FULL_COLLECTIONS = 300
"""The collector of cycles looks at all that is there after so many of its partial rounds, not after Python's 10. That
takes 30 ms where much is done to a large board, in the middle of it as a rule."""

FAREWELL_SECONDS = 10.0
FLUSH_SECONDS = 5.0
TRASH_SECONDS = 30 * 24 * 3600.0
_SIGNAL_POLL_MS = 200

log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the app; the process's exit code."""
    options = command_line.parse(arguments)
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s", level=logging.WARNING)
    trouble = screen.why_no_window()
    if trouble:
        return _fail(trouble)
    give_back_large_blocks()
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.set_threshold(*gc.get_threshold()[:2], FULL_COLLECTIONS)
    folder = options.data or platformdirs.user_data_path("Whiteboard", appauthor=False)
    app = QApplication(["whiteboard"])
    app.setApplicationName("Whiteboard")
    app.setDesktopFileName("whiteboard")
    app.setWindowIcon(QIcon(str(assets.path("app.svg"))))
    app.setQuitOnLastWindowClosed(False)
    try:
        instance = SingleInstance(folder)
    except OSError as error:
        return _fail(f"{folder} cannot be used: {error.strerror or error}.")
    if not instance.is_first:
        if instance.hand_over(_request(options)):
            return 0
        return _fail(f"Whiteboard runs already with {folder}, but does not answer. Close it, or give another --data.")
    try:
        with asyncio.Runner(loop_factory=lambda: EventLoop(app)) as runner:
            return runner.run(_run(app, options, folder, instance))
    except CannotOpen as error:
        return _fail(str(error))
    finally:
        instance.close()


async def _run(app: QApplication, options: Options, folder: Path, instance: SingleInstance) -> int:
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    window = MainWindow(QSize(*options.size))

    def on_disk_trouble(sentence: str) -> None:  # called by the writer's thread
        loop.call_soon_threadsafe(window.show_trouble, sentence)

    def new_client() -> str:
        return secrets.token_hex(16)

    gallery: Gallery | None = None
    language.install(app, "")  # until the settings can be read
    database = Database(folder, on_trouble=on_disk_trouble, new_client=new_client)
    try:
        store = BoardStore(database, now=time.time, new_id=lambda: secrets.token_hex(8), new_client=new_client)
        store.purge(before=time.time() - TRASH_SECONDS)
        gallery = Gallery(folder, window)
        me = settings.kept(database)
        language.install(app, me.language)
        THEME.apply(Scheme(me.scheme), app, big_targets=me.big_targets)
        app.styleHints().colorSchemeChanged.connect(lambda: THEME.apply(THEME.scheme, app))
        alone = bool(os.environ.get(LOOPBACK_VARIABLE))
        with _told_by_signals(loop, stop):
            async with asyncio.TaskGroup() as tasks:
                shell = Shell(
                    window,
                    database,
                    store,
                    gallery,
                    tasks,
                    LOOPBACK if alone else Place(),
                    folder / "shared",
                    me,
                    name=options.name,
                    chance=random.Random(),
                    new_client=new_client,
                    now=time.time,
                    today=lambda: datetime.now().astimezone(),
                    stop=stop.set,
                    looks_around=not alone,
                )
                instance.serve(shell.take_request)
                window.show()
                shell.begin(options.file, options.link)
                loop.call_later(BEGUN_SECONDS, gc.freeze)
                if database.aside:
                    Notice(window, t("Some boards may be missing"), database.aside).open()
                await stop.wait()
                window.hide()
                await _farewell(shell)
    finally:
        if gallery is not None:
            gallery.close()
        window.really = True
        window.close()
        if not await asyncio.to_thread(database.close, FLUSH_SECONDS):
            log.error("the last changes could not be written")
    return 0


async def _farewell(shell: Shell) -> None:
    """Everybody is told, but nobody can keep the app from ending."""
    try:
        async with asyncio.timeout(FAREWELL_SECONDS):
            await shell.end()
    except TimeoutError:
        log.warning("not everything could be ended in order within %d s", FAREWELL_SECONDS)
    finally:
        shell.abandon()


@contextlib.contextmanager
def _told_by_signals(loop: asyncio.AbstractEventLoop, stop: asyncio.Event) -> Iterator[None]:
    """Ctrl+C and SIGTERM end the app as the person would."""
    signals = (signal.SIGINT, signal.SIGTERM)
    try:
        for number in signals:
            loop.add_signal_handler(number, stop.set)
    except NotImplementedError:  # Windows: Python notices a signal only while it runs, so run it now and then
        before = [signal.signal(number, lambda *_: stop.set()) for number in signals]
        timer = QTimer()
        timer.timeout.connect(lambda: None)
        timer.start(_SIGNAL_POLL_MS)
        yield
        timer.stop()
        for number, handler in zip(signals, before, strict=True):
            signal.signal(number, handler)
    else:
        yield
        for number in signals:
            loop.remove_signal_handler(number)


def _request(options: Options) -> str | None:
    """What a running app is asked to open."""
    if options.link is not None:
        return str(options.link)
    return str(options.file) if options.file is not None else None


def _fail(sentence: str) -> int:
    if sys.stderr is not None:
        sys.stderr.write(f"whiteboard: {sentence}\n")
    return 1
