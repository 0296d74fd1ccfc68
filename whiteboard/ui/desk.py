"""What the person works with: the boards, the one that is open, and the way between them.

Sharing and joining are next door, in `share_flow.py` and `join_flow.py`.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from whiteboard.files import portable, settings
from whiteboard.files.board_info import BoardId, BoardInfo
from whiteboard.files.board_store import UNTITLED, BoardStore, Kept
from whiteboard.files.database import CannotOpen, Database
from whiteboard.files.settings import Settings
from whiteboard.model.document import Document
from whiteboard.model.element import element_id
from whiteboard.protocol.identity import board_name
from whiteboard.protocol.link import BadLink, parse_link
from whiteboard.protocol.messages import Profile
from whiteboard.words import t

from . import preferences
from .app_actions import Wish
from .errands import Errands
from .gallery import Gallery
from .main_window import MainWindow
from .open_board import OpenBoard
from .sharing import Sharing
from .start_page import StartPage

MOST_SENTENCES = 2
"""So many sentences about what could not be imported are said at once."""


class Desk(QObject):
    """Opens and leaves boards. `entered` tells of each board that is now on the screen."""

    entered = Signal(object)
    left = Signal(object)
    start_shown = Signal()

    def __init__(
        self,
        window: MainWindow,
        start: StartPage,
        database: Database,
        store: BoardStore,
        gallery: Gallery,
        sharing: Sharing,
        errands: Errands,
        *,
        me: Settings,
        new_client: Callable[[], str],
        now: Callable[[], float],
    ) -> None:
        super().__init__(window)
        self.window, self.start, self.store, self.sharing, self.errands = window, start, store, sharing, errands
        self.settings = me
        self.current: OpenBoard | None = None
        self._wanted = BoardId("")
        self._database = database
        self.gallery = gallery
        self._new_client = new_client
        self._now = now
        start.board_opened.connect(self.open_soon)
        start.board_renamed.connect(self.rename)
        start.board_duplicated.connect(lambda id: errands.start(self.duplicate(id)))
        start.board_trashed.connect(self.trash)
        start.new_wanted.connect(self.new_board)
        start.file_dropped.connect(lambda path: errands.start(self.open_file(path)))

    @property
    def profile(self) -> Profile:
        return Profile(name=self.settings.name, color=self.settings.color)

    def say(self, text: str, action: tuple[str, Callable[[], None]] | None = None, *, lasting: bool = False) -> None:
        """A quiet word on the page that is shown."""
        page = self.start if self.current is None else self.current.view
        page.toasts.say(text, action, lasting=lasting)

    def keep_settings(self, **new: object) -> None:
        """These are other now, at once and for the next time."""
        if self.current is not None:
            new.setdefault("snapping", self.current.editor.snapping)  # its key may have been pressed since
        self.settings = msgspec.structs.replace(self.settings, **new)
        settings.keep(self._database, self.settings)
        self._apply_settings()

    def _apply_settings(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        new_keys = preferences.apply_to_app(self.settings, app)
        if self.current is not None:
            preferences.apply_to_board(self.settings, self.current.view)
        if new_keys:
            self.window.rebind()
            if self.current is not None:
                self.current.view.rebind()

    def introduce(self, name: str, color: str) -> None:
        """I am somebody else now."""
        self.keep_settings(name=name, color=color)
        self.start.show_me(name, color)
        if self.current is not None:
            self.current.introduce(self.profile)

    # ------------------------------------------------------------ pages

    def show_start(self) -> None:
        self.leave()
        self.refresh_start()
        self.window.show_page(self.start, "")
        self.start_shown.emit()

    def refresh_start(self) -> None:
        self.start.show_boards(self.store.boards(), self.store.thumbnail, self.sharing.boards)

    def open_soon(self, id: BoardId, otherwise: Callable[[], object] = lambda: None) -> None:
        """Put a board on the screen; one that is large as soon as it was read, beside the window's loop.

        If it cannot be read that is said, and `otherwise` is done.
        """
        try:
            large = self.store.is_large(id)
        except CannotOpen:
            large = False  # `open` says what is wrong
        self._wanted = id
        if large:
            self.errands.start(self._open_large(id, otherwise))
        elif self.open(id) is None:
            otherwise()

    async def _open_large(self, id: BoardId, otherwise: Callable[[], object]) -> None:
        kept: Kept | None = None
        try:
            kept = await asyncio.to_thread(self.store.load, id)
        except CannotOpen as error:
            self.say(str(error))
        if self._wanted != id or self.current is not None:
            return  # the person is somewhere else by now
        if kept is None or self.open(id, kept) is None:
            otherwise()

    def open(self, id: BoardId, kept: Kept | None = None) -> OpenBoard | None:
        """Put a board on the screen; None if it cannot be read, which is said. `kept` if it was read already."""
        if self.current is not None and self.current.id == id:
            return self.current
        board = self.prepare(id, kept)
        if board is not None:
            self.enter(board)
            self.connect_board(board)
        return board

    def prepare(self, id: BoardId, kept: Kept | None = None) -> OpenBoard | None:
        """Load a board without showing it yet."""
        info = self.store.board(id)
        if info is None or info.trashed is not None:
            self.say(self.tr("This board is no longer here."))
            return None
        try:
            return OpenBoard(info, self.store, self.gallery, self.errands, self._new_client, self, kept)
        except CannotOpen as error:
            self.say(str(error))
            return None

    def enter(self, board: OpenBoard) -> None:
        """Put a loaded board on the screen."""
        self.leave()
        self.current = board
        preferences.apply_to_board(self.settings, board.view)
        info = msgspec.structs.replace(self._info(board), opened=self._now())
        self.store.update(info)
        self.keep_settings(last_board=board.id)
        board.introduce(self.profile)
        board.view.home_wanted.connect(self.show_start)
        board.view.insert_wanted.connect(lambda: self.window.wished.emit(Wish.INSERT))
        board.file_wanted.connect(lambda path: self.errands.start(self.open_file(path)))
        board.view.renamed.connect(lambda title: self.rename(board.id, title))
        board.titled.connect(lambda title: self._show_title(board.id, title))
        board.door_changed.connect(lambda: self._tell_title(board))
        self.window.show_page(board.view, info.title)
        self.entered.emit(board)

    def connect_board(self, board: OpenBoard) -> None:
        """Be in touch with the board's server, if it has one."""
        info = self._info(board)
        share = self.sharing.share(board.id)
        if share is not None:
            board.replica.attach()
            board.replica.hosting = True
            board.connect_to(share.hosted.own_link, self.profile, share.server.host_key)
        elif info.link:
            try:
                board.connect_to(parse_link(info.link), self.profile)
            except BadLink as error:
                self.say(str(error))

    def leave(self) -> None:
        """Put the board that is open back."""
        if self.current is not None:
            self.keep_settings()
            board, self.current = self.current, None
            self.left.emit(board)
            board.close()

    # ------------------------------------------------------------ boards

    def open_last(self) -> None:
        """The board of the last time, or an empty one."""
        last = self.settings.last_board and self.store.board(self.settings.last_board)
        if not last or last.trashed is not None:
            self.new_board()
        else:
            self.open_soon(last.id, self.new_board)

    def new_board(self) -> None:
        self.open(self.store.create(t(UNTITLED)).id)

    def rename(self, id: BoardId, title: str) -> None:
        info = self.store.board(id)
        title = board_name(title)
        if info is None or not title:
            return
        self._show_title(id, title)
        if self.current is not None and self.current.id == id:
            self.current.call(title)
        else:
            self.refresh_start()

    def _tell_title(self, board: OpenBoard) -> None:
        """I may be the host now: everybody hears what I called the board since it was shared."""
        info = self.store.board(board.id)
        if info is not None:
            board.call(info.title)

    def _show_title(self, id: BoardId, title: str) -> None:
        info = self.store.board(id)
        if info is not None and title != info.title:
            self.store.update(msgspec.structs.replace(info, title=title))
        if self.current is not None and self.current.id == id:
            self.current.view.set_title(title)
            self.window.show_title(title)

    async def duplicate(self, id: BoardId) -> BoardInfo | None:
        """Make a copy of a board, as one of one's own; None if it cannot be read, which is said."""
        info = self.store.board(id)
        assert info is not None
        try:
            shown = await asyncio.to_thread(self.store.shown, id)
        except CannotOpen as error:
            self.say(str(error))
            return None
        copy = self.store.duplicate(id, self.tr("{} (copy)").format(info.title[:70]), shown)
        self.refresh_start()
        return copy

    def trash(self, id: BoardId) -> None:
        info = self.store.board(id)
        assert info is not None
        if id in self.sharing.boards:
            self.say(self.tr("“{}” is shared now. Stop sharing before you delete it.").format(info.title))
            return
        self.store.trash(id)
        self.refresh_start()

        def undo() -> None:
            self.store.restore(id)
            self.refresh_start()

        self.say(self.tr("“{}” was deleted.").format(info.title), (self.tr("Undo"), undo))

    # ------------------------------------------------------------ files

    async def open_file(self, path: Path) -> None:
        """Make a board of a file and open it: of our own, of another program, or of a picture or PDF."""
        from whiteboard.exchange.errors import CannotImport
        from whiteboard.exchange.importing import taken  # readers of many kinds: nobody waits for them

        try:
            imported = await asyncio.to_thread(
                taken, path, self.gallery.folder.keep, lambda: element_id(secrets.randbits(64))
            )
        except CannotImport as error:
            self.say(str(error))
        except OSError as error:
            self.say(self.tr("{} cannot be read: {}.").format(path.name, error.strerror or error))
        else:
            info, kept = self.store.adopt(imported.title, imported.document)
            self.open(info.id, kept)
            for sentence in imported.lost[:MOST_SENTENCES]:
                self.say(sentence)
            if len(imported.lost) > MOST_SENTENCES:
                self.say(self.tr("Other things could not be taken over either: whiteboard import lists them."))

    async def save_file(self, path: Path, id: BoardId) -> None:
        """Save a board as a portable file."""
        info = self.store.board(id)
        assert info is not None
        try:
            if self.current is not None and self.current.id == id:
                shown = self.current.editor.document
                document = Document(shown, {e.id: stamp for e in shown if (stamp := shown.stamp(e.id)) is not None})
            else:
                document = await asyncio.to_thread(self.store.shown, id)
            await asyncio.to_thread(portable.write, path, info.title, document, self.gallery.folder.read)
        except CannotOpen as error:
            self.say(str(error))
        except OSError as error:
            self.say(self.tr("{} cannot be written: {}.").format(path.name, error.strerror or error))
        else:
            self.say(self.tr("Saved as {}.").format(path.name))

    # ------------------------------------------------------------ inside

    def _info(self, board: OpenBoard) -> BoardInfo:
        info = self.store.board(board.id)
        assert info is not None
        return info
