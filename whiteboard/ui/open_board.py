"""One board that is being worked on: its replica, its page, its line to a server, and its picture."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QObject, QPointF, QSize, QTimer, Signal

from whiteboard.editor import Editor, Index, News
from whiteboard.files.board_info import BoardInfo
from whiteboard.files.board_store import BoardStore, Kept
from whiteboard.files.portable import SUFFIX
from whiteboard.model.element import element_id
from whiteboard.model.geometry import Point
from whiteboard.net.status import Connection, Phase
from whiteboard.net.tap import Tap
from whiteboard.protocol.host_messages import Admit, Caller, Door, SetTitle
from whiteboard.protocol.link import Link
from whiteboard.protocol.messages import HostMessage, Member, Profile, Role
from whiteboard.render.sketch import thumbnail
from whiteboard.sync.replica import Replica

from . import foreign_data
from .action import hint
from .board_pictures import OTHER_BOARDS, BoardPictures
from .board_window import BoardView
from .buttons import button
from .connection_indicator import ConnectionIndicator
from .door_controls import newcomers
from .dropping import DropTarget
from .gallery import Gallery
from .greeted_board import GreetedBoard
from .members import MemberStrip
from .on_page import on_page
from .target_button import IconButton

if TYPE_CHECKING:
    from whiteboard.net.session import Session

    from .errands import Errands

PICTURE_PX = QSize(432, 280)
NARROW_PX = 900
"""In a narrower window the bar says less."""

QUIET_MS = 5000
"""After so long without a change the picture is taken anew."""


class OpenBoard(QObject):
    """Its page is `view`. `connect_to` and `disconnect_now` begin and end the line; `close` ends all of it."""

    connection_changed = Signal(object)
    members_changed = Signal()
    door_changed = Signal()
    titled = Signal(str)
    """Whoever is the board's host calls it this."""
    doubted = Signal()
    """The person wants to look who answers in the place of the board's server."""
    tried_anew = Signal()
    """The server refused for good; the person tries it anew nevertheless."""
    share_wanted = Signal()
    file_wanted = Signal(object)
    """The path of a file that is a board of its own: it was dropped here."""

    menu_wanted = Signal()
    examine_wanted = Signal()
    inspector_wanted = Signal()
    profile_wanted = Signal()

    def __init__(
        self,
        info: BoardInfo,
        store: BoardStore,
        gallery: Gallery,
        errands: Errands,
        new_client: Callable[[], str],
        parent: QObject,
        kept: Kept | None = None,
    ) -> None:
        """CannotOpen if the board cannot be read; `kept` if it is read already."""
        super().__init__(parent)
        self.id = info.id
        self.connection = Connection()
        self.link: Link | None = None
        self.greeting: GreetedBoard | None = None
        self._store = store
        self._errands = errands
        self.tap = Tap()
        self._session: Session | None = None
        self._task: asyncio.Task[None] | None = None
        self.door: Door | None = None
        """How the board's door stands, if I am its host and connected."""
        self._may_draw = True
        kept = kept or store.load(info.id)
        self.replica = Replica(
            kept.standing, kept.base, kept.pending, journal=store.journal(info.id), new_client=new_client
        )
        self.view = BoardView(self._make_editor, title=info.title)
        self.pictures = BoardPictures(self.view, gallery, self._on_other_pictures)
        drops = DropTarget(self.view, foreign_data.is_useful)
        clipboard = self.view.clipboard
        drops.dropped.connect(lambda data, at: clipboard.drop(data, self._on_board(at)))
        clipboard.picture = gallery.folder.read
        clipboard.files_pasted.connect(lambda paths, at: self.add_files(paths, self._on_canvas(at)))
        clipboard.image_pasted.connect(
            lambda image, at: errands.start(self.pictures.add_image(image, self._on_canvas(at)))
        )
        self.indicator = ConnectionIndicator()
        self.indicator.retry.connect(self.retry)
        self.indicator.examine_wanted.connect(self.examine_wanted)
        self.indicator.inspector_wanted.connect(self.inspector_wanted)
        self.members = MemberStrip()
        self.members.me_clicked.connect(self.profile_wanted)
        self.members.decided.connect(self.decide)
        self.members.sought.connect(self.view.go_to)
        self.share = button(
            self.tr("Share"), "accent", icon="share", tip=hint(self.tr("Share this board"), "Ctrl+Shift+S")
        )
        self.share.clicked.connect(self.share_wanted)
        self.menu = IconButton("menu", self.tr("Menu"), self.tr("Menu"), self.menu_wanted.emit)
        self.view.set_right_widgets((self.indicator, self.members, self.share, self.menu))
        self.view.news.connect(self._on_news)
        self.view.installEventFilter(self)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self.keep_picture)
        if store.thumbnail(info.id) is None and len(self.editor.document):
            self._quiet.start()

    @property
    def editor(self) -> Editor:
        return self.view.editor

    @property
    def others(self) -> list[Member]:
        """Who else is here, as far as one can know just now."""
        return self.editor.peers.others if self.connection.phase is Phase.ONLINE else []

    # ------------------------------------------------------------ the line

    def connect_to(self, link: Link, profile: Profile, host_key: str = "") -> None:
        """Be on the board at this link, until told otherwise; with the server's key, as its host."""
        from whiteboard.net.session import Session  # aiohttp and socketio: 0.3 s that the first frame need not wait for

        self.disconnect_now()
        self.link = link
        greeting = self.greeting = GreetedBoard(self.editor, self._on_title)

        def report(connection: Connection) -> None:
            if self.greeting is greeting:
                self._on_connection(connection)

        def hear(door: Door) -> None:
            if self.greeting is greeting:
                self._on_door(door)

        self._session = Session(
            greeting, link, profile, report, host_key=host_key, on_door=hear, pictures=self.pictures.desk, tap=self.tap
        )
        self._task = self._errands.start(self._session.run())

    def disconnect_now(self) -> None:
        """Leave; what was drawn stays here, and waits to be sent."""
        if self.greeting is not None:
            self.greeting.cut()
        if self._task is not None:
            self._task.cancel()
        self._task = self._session = self.link = self.greeting = None
        self._on_door(None)
        self._on_connection(Connection())

    def decide(self, message: HostMessage) -> None:
        """I am the host, and want this."""
        if self._session is not None:
            self._session.decide(message)

    def retry(self) -> None:
        """Try again now: the person asks."""
        if self.connection.is_doubtful:
            self.doubted.emit()
        elif self.connection.phase is Phase.REFUSED:
            self.tried_anew.emit()
        elif self._session is not None:
            self._session.retry_now()

    def call(self, title: str) -> None:
        """Tell everybody what the board is called, if I am its host."""
        if self.door is not None and self.greeting is not None and self.greeting.title != title:
            self.greeting.title = title
            self.decide(SetTitle(title=title))

    def introduce(self, profile: Profile) -> None:
        self.members.show_me(profile.name, profile.color)
        self.editor.signature = profile.name
        if self._session is not None:
            self._session.introduce(profile)

    # ------------------------------------------------------------ its keeping

    def keep_picture(self) -> None:
        """Take the picture for the start page."""
        self._quiet.stop()
        first = self.editor.pages.listed[0]
        image = thumbnail(on_page(list(self.editor.document), first.id), PICTURE_PX, first.paper)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt wants str
        self._store.keep_thumbnail(self.id, bytes(buffer.data().data()))

    def close(self) -> None:
        """End it: nothing of it may be used afterwards."""
        self.editor.complete()
        self.disconnect_now()
        if self._quiet.isActive():
            self.keep_picture()
        self.view.deleteLater()
        self.deleteLater()

    # ------------------------------------------------------------ inside

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and event.type() == QEvent.Type.Resize:
            narrow = self.view.width() < NARROW_PX
            self.indicator.be_narrow(narrow)
            self.members.be_narrow(narrow)
        return False

    def _make_editor(self, index: Index, on_change: Callable[[News], None]) -> Editor:
        return Editor(
            self.replica,
            index=index,
            new_id=lambda: element_id(secrets.randbits(64)),
            chance=lambda: secrets.randbits(24),
            on_change=on_change,
        )

    def _on_news(self, news: News) -> None:
        if self._session is not None:
            self._session.nudge()
        if news.change:
            self._quiet.start()
        if news.peers:
            self._show_members()
            self._say_whether_i_may_draw()

    def add_files(self, paths: Sequence[Path], at_px: QPointF | None = None) -> None:
        """Put pictures and PDFs on the board, where they were dropped or in the middle of the view; open boards."""
        boards = [path for path in paths if path.suffix.lower() in (SUFFIX, *OTHER_BOARDS)]
        others = [path for path in paths if path not in boards]
        self._errands.start(self._add_files(others, boards, at_px))

    async def _add_files(self, pictures: Sequence[Path], boards: Sequence[Path], at_px: QPointF | None) -> None:
        if pictures:
            await self.pictures.add_files(pictures, at_px)
            await self._offer_boards_in(pictures)
        for path in boards:
            self.file_wanted.emit(path)

    async def _offer_boards_in(self, pictures: Sequence[Path]) -> None:
        """A picture that Whiteboard exported is a board, too."""
        from whiteboard.exchange.importing import board_inside

        for path in pictures:
            with suppress(OSError):
                if await asyncio.to_thread(board_inside, path) is not None:
                    opens = partial(self.file_wanted.emit, path)
                    self.view.toasts.say(
                        self.tr("{} has a board inside.").format(path.name), (self.tr("Open it"), opens)
                    )

    def _on_board(self, at: QPointF) -> Point:
        """Where on the board a place of the page is."""
        canvas = self.view.canvas
        place = canvas.mapFrom(self.view, at)
        return canvas.view.to_board((place.x(), place.y()))

    def _on_canvas(self, at: Point) -> QPointF:
        return QPointF(*self.view.canvas.view.to_screen(at))

    def _on_other_pictures(self) -> None:
        if self._session is not None:
            self._session.look_at_pictures()

    def _on_title(self, title: str) -> None:
        if self.editor.peers.role is not Role.HOST:
            self.titled.emit(title)

    def _on_door(self, door: Door | None) -> None:
        before, self.door = self.door, door
        self.members.show_door(door)
        for caller in newcomers(before, door):
            self._announce(caller)
        for caller in newcomers(door, before):
            self.view.toasts.take_back(self._call(caller))
        self.door_changed.emit()

    def _announce(self, caller: Caller) -> None:
        def let_in() -> None:
            self.decide(Admit(author=caller.author))

        self.view.toasts.say(self._call(caller), (self.tr("Let in"), let_in))

    def _call(self, caller: Caller) -> str:
        return self.tr("{} wants to come in.").format(caller.name or self.tr("Somebody"))

    def _say_whether_i_may_draw(self) -> None:
        may_draw = self.editor.may_draw
        if may_draw != self._may_draw:
            self._may_draw = may_draw
            look = self.tr("You may look now. The host decides who may draw.")
            self.view.toasts.say(self.tr("You may draw now.") if may_draw else look)

    def _on_connection(self, connection: Connection) -> None:
        self.connection = connection
        self.indicator.show_connection(connection, has_server=self.link is not None)
        self._show_members()
        self.connection_changed.emit(connection)

    def _show_members(self) -> None:
        if self.members.show_others(self.others, self.editor.peers.drawing):
            self.members_changed.emit()
