"""Somebody's whole app in this process: its window, its folder, its servers; without a screen and without chance."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import itertools
import random
import secrets
import time
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.doubles.patience import PATIENCE, until
from tests.doubles.ports import own_port
from whiteboard.files import settings
from whiteboard.files.board_store import BoardStore
from whiteboard.files.database import Database
from whiteboard.net.hosting import child, hosted_server
from whiteboard.net.status import Phase
from whiteboard.protocol.link import Link
from whiteboard.ui import toast
from whiteboard.ui.gallery import Gallery
from whiteboard.ui.main_window import MainWindow
from whiteboard.ui.open_board import OpenBoard
from whiteboard.ui.sharing import LOOPBACK
from whiteboard.ui.shell import Shell
from whiteboard.ui.theme import THEME, Scheme

W = TypeVar("W", bound=QWidget)
_seeds = itertools.count(1)


class Desktop:
    """`shell` is the app; `click`, `type`, `draw` are what the person does."""

    def __init__(self, folder: Path, tasks: asyncio.TaskGroup, name: str, link: Link | None, file: Path | None) -> None:
        self.stop = asyncio.Event()
        self.troubles: list[str] = []
        self.window = MainWindow(QSize(1024, 600))

        def new_client() -> str:
            return secrets.token_hex(16)

        self.database = Database(folder, on_trouble=self.troubles.append, new_client=new_client)
        self.store = BoardStore(
            self.database, now=time.time, new_id=lambda: secrets.token_hex(8), new_client=new_client
        )
        self.gallery = Gallery(folder, self.window)
        self.shell = Shell(
            self.window,
            self.database,
            self.store,
            self.gallery,
            tasks,
            dataclasses.replace(LOOPBACK, port=own_port()),
            folder / "shared",
            settings.kept(self.database),
            name=name,
            chance=random.Random(next(_seeds)),
            new_client=new_client,
            now=time.time,
            today=lambda: datetime.now().astimezone(),
            stop=self.stop.set,
            looks_around=False,
        )
        self.window.show()
        self.shell.begin(file, link)

    # ------------------------------------------------------------ what is there

    @property
    def board(self) -> OpenBoard:
        assert self.shell.desk.current is not None
        return self.shell.desk.current

    @property
    def is_on_board(self) -> bool:
        return self.shell.desk.current is not None

    @property
    def drawn(self) -> int:
        """How many things are on the board."""
        return len(self.board.editor.document)

    @property
    def titles(self) -> list[str]:
        """Of the boards on the start page."""
        return [card.info.title for card in self.shell.start.cards]

    @property
    def words(self) -> list[str]:
        """The quiet words on the page."""
        page = self.shell.start if self.shell.desk.current is None else self.board.view
        return page.toasts.texts

    @property
    def online(self) -> bool:
        return self.is_on_board and self.board.connection.phase is Phase.ONLINE

    @property
    def settled(self) -> bool:
        """Whether the server has confirmed all that was drawn here."""
        return self.online and self.board.replica.online and self.board.replica.unconfirmed == 0

    @property
    def link(self) -> Link:
        """The link to the board that is shared here."""
        share = self.shell.sharing.share(self.board.id)
        assert share is not None
        return share.hosted.own_link

    def found(self, kind: type[W]) -> W:
        """The one visible widget of a kind."""
        (widget,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
        return widget

    # ------------------------------------------------------------ what the person does

    def click(self, widget: QWidget) -> None:
        around: QWidget | None = widget
        while around is not None:  # what is new in a layout is shown by a call that waits in Qt's queue
            QApplication.sendPostedEvents(around, QEvent.Type.MetaCall.value)
            around = around.parentWidget()
        assert widget.isVisible(), f"{widget.accessibleName()} cannot be seen"
        assert widget.isEnabled(), f"{widget.accessibleName()} is off"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, widget.rect().center())

    async def type(self, widget: QWidget, text: str, *, then: Qt.Key | None = Qt.Key.Key_Return) -> None:
        """Keys go to the window that is active, also those that it knows as shortcuts."""
        assert widget.isVisible()
        widget.activateWindow()
        widget.setFocus()
        await until(widget.isActiveWindow, what="the window to get the keys")
        QTest.keyClicks(widget, text)
        if then is not None:
            QTest.keyClick(widget, then)

    def draw(self, y: int = 200) -> None:
        """One stroke by mouse, from left to right."""
        canvas = self.board.view.canvas
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(canvas, left, none, QPoint(100, y))
        for x in range(110, 300, 10):
            QTest.mouseMove(canvas, QPointF(x, y + x % 7).toPoint())
        QTest.mouseRelease(canvas, left, none, QPoint(300, y))

    async def share(self) -> Link:
        """Share the board on the screen and be on it."""
        self.click(self.board.share)
        try:
            await until(lambda: self.settled, what="the board to be shared")
        except AssertionError as error:
            error.add_note(f"{self.board.connection}; {self.shell.share_flow.panel.complaint.text()}")
            raise
        return self.link


@contextlib.asynccontextmanager
async def desktop(
    folder: Path, name: str = "", *, link: Link | None = None, file: Path | None = None
) -> AsyncIterator[Desktop]:
    """The app is started with these arguments, and ended as when its window is closed."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    THEME.apply(Scheme.LIGHT, app)
    made: Desktop | None = None
    patched = pytest.MonkeyPatch()
    patched.setattr(toast, "_SECONDS", 3600.0)  # who is held up sees it all the same
    patched.setattr(toast, "_WITH_ACTION_SECONDS", 3600.0)
    patched.setattr(toast, "_LASTING_SECONDS", 3600.0)
    patched.setattr(hosted_server, "START_SECONDS", 2 * PATIENCE)
    patched.setattr(child, "GOODBYE_SECONDS", PATIENCE)
    try:
        async with asyncio.TaskGroup() as tasks:
            made = Desktop(folder, tasks, name, link, file)
            made.window.activateWindow()
            try:
                await until(made.window.isActiveWindow, what="the window to get the focus")
                yield made
            finally:
                await made.shell.end()
                made.shell.abandon()
    finally:
        patched.undo()
        if made is not None:
            made.gallery.close()
            made.window.really = True
            made.window.close()
            made.window.deleteLater()
            assert await asyncio.to_thread(made.database.close, PATIENCE)
