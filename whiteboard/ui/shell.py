"""The app's window with all that works in it, wired together; `app.py` makes one."""

from __future__ import annotations

import asyncio
import dataclasses
import random
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from whiteboard.files.board_info import BoardId
from whiteboard.files.board_store import BoardStore
from whiteboard.files.database import Database
from whiteboard.files.portable import SUFFIX
from whiteboard.files.settings import Settings
from whiteboard.protocol.link import BadLink, Link, is_link, parse_link
from whiteboard.render.picture_import import ENDINGS

from .app_actions import Wish
from .app_menu import AppMenu
from .board_pictures import OTHER_BOARDS, PDF_ENDING
from .command_flow import CommandFlow
from .desk import Desk
from .dialog import Question
from .doctor_flow import DoctorFlow
from .errands import Errands
from .export_flow import ExportFlow
from .gallery import Gallery
from .inspector_flow import InspectorFlow
from .join_flow import JoinFlow
from .main_window import MainWindow
from .nearby import BoardNear
from .open_board import OpenBoard
from .profile import PERSON_COLORS, ProfileEditor, friendly_name
from .share_flow import ShareFlow
from .sharing import Place, Sharing
from .start_page import StartPage
from .theme import Scheme

if TYPE_CHECKING:
    from whiteboard.net.discovery import NearbyBoard
    from whiteboard.net.hosting import Hosted, HostingFailed


class Shell(QObject):
    """`begin` shows the first board; `take_request` is for later starts; `end` says goodbye to all."""

    def __init__(
        self,
        window: MainWindow,
        database: Database,
        store: BoardStore,
        gallery: Gallery,
        tasks: asyncio.TaskGroup,
        place: Place,
        servers: Path,
        me: Settings,
        *,
        name: str,
        chance: random.Random,
        new_client: Callable[[], str],
        now: Callable[[], float],
        today: Callable[[], datetime],
        stop: Callable[[], None],
        looks_around: bool,
    ) -> None:
        """`name` is the one given on the command line, or ""."""
        super().__init__(window)
        self._window = window
        self._stop = stop
        self._looks_around = looks_around
        self._errands = Errands(tasks, self._on_failure)
        self.start = StartPage(now=today)
        self.sharing = Sharing(servers, place, self._errands, self._on_share_report)
        self.desk = Desk(
            window,
            self.start,
            database,
            store,
            gallery,
            self.sharing,
            self._errands,
            me=me,
            new_client=new_client,
            now=now,
        )
        self.share_flow = ShareFlow(self.desk)
        self.export_flow = ExportFlow(self.desk)
        self.command_flow = CommandFlow(self.desk, self.fulfil)
        self.doctor_flow = DoctorFlow(self.desk, listens=looks_around)
        self.join_flow = JoinFlow(self.desk, self.doctor_flow)
        self.inspector_flow = InspectorFlow(self.desk, now)
        self.share_flow.panel.check_wanted.connect(self._check_connection)
        self._profile_editor: ProfileEditor | None = None
        self.desk.entered.connect(self._on_entered)
        self.desk.start_shown.connect(self._look_around)
        self.start.file_wanted.connect(lambda: self.fulfil(Wish.OPEN))
        self.start.board_saved_as.connect(self._ask_where_to_save)
        self.start.menu_wanted.connect(lambda: self._show_menu(self.start.menu, on_board=False))
        self.start.profile_wanted.connect(lambda: self._edit_profile(self.start.me))
        window.wished.connect(self.fulfil)
        window.close_wanted.connect(self._ask_to_close)
        self._be_somebody(name, chance)

    def begin(self, file: Path | None, link: Link | None) -> None:
        """The first page: what was asked for, else the board of the last time, else an empty one."""
        if file is not None:
            self._errands.start(self.desk.open_file(file))
        elif link is not None:
            self.desk.show_start()
            self.join_flow.join(link)
        else:
            self.desk.open_last()

    def take_request(self, request: str | None) -> None:
        """The app was started again, with a file or a link, or with nothing."""
        self._window.come_forward()
        if request is None:
            return
        if is_link(request):
            try:
                self.join_flow.join(parse_link(request))
            except BadLink as error:
                self.desk.say(str(error))
        else:
            self._errands.start(self.desk.open_file(Path(request)))

    async def end(self) -> None:
        """Leave every board; those that are shared from here say goodbye to everybody."""
        self.join_flow.give_up()
        self.desk.leave()
        await self.share_flow.end()

    def abandon(self) -> None:
        """Give up whatever still runs."""
        self._errands.cancel_all()

    def fulfil(self, wish: Wish) -> None:
        match wish:
            case Wish.BOARDS:
                self.desk.show_start()
            case Wish.NEW:
                self.desk.new_board()
            case Wish.OPEN:
                self._ask_what_to_open()
            case Wish.SAVE:
                if self.desk.current is not None:
                    self._ask_where_to_save(self.desk.current.id)
            case Wish.INSERT:
                self._ask_what_to_insert()
            case Wish.EXPORT:
                self.export_flow.show()
            case Wish.SHARE:
                self.share_flow.show()
            case Wish.CHECK:
                self._check_connection()
            case Wish.INSPECT:
                self.inspector_flow.show()
            case Wish.COMMANDS:
                self.command_flow.show_palette()
            case Wish.SETTINGS:
                self.command_flow.show_settings()
            case Wish.HELP:
                self.command_flow.show_help()
            case Wish.QUIT:
                self._ask_to_close()

    # ------------------------------------------------------------ who I am

    def _be_somebody(self, name: str, chance: random.Random) -> None:
        """The first start asks nothing."""
        me = self.desk.settings
        self.desk.introduce(name or me.name or friendly_name(chance), me.color or chance.choice(PERSON_COLORS))

    def _edit_profile(self, anchor: QWidget) -> None:
        if self._profile_editor is None:
            self._profile_editor = ProfileEditor(self._window)
            self._profile_editor.chosen.connect(self.desk.introduce)
        self._profile_editor.open_below(anchor)
        self._profile_editor.show_profile(self.desk.settings.name, self.desk.settings.color)

    def _choose_scheme(self, scheme: Scheme) -> None:
        self.desk.keep_settings(scheme=scheme.value)

    # ------------------------------------------------------------ menu, files, closing

    def _on_entered(self, board: OpenBoard) -> None:
        board.menu_wanted.connect(lambda: self._show_menu(board.menu, on_board=True))
        board.profile_wanted.connect(lambda: self._edit_profile(board.members.me))
        board.examine_wanted.connect(lambda: self.doctor_flow.examine_board(board))
        board.inspector_wanted.connect(self.inspector_flow.show)

    def _check_connection(self) -> None:
        board = self.desk.current
        if board is not None and board.link is None:
            self.desk.say(self.tr("This board is not shared, so there is no connection to check."))
        elif board is not None:
            self.doctor_flow.examine_board(board)

    def _show_menu(self, anchor: QWidget, *, on_board: bool) -> None:
        menu = AppMenu(self._window, on_board=on_board)
        menu.wished.connect(self.fulfil)
        menu.scheme_chosen.connect(self._choose_scheme)
        menu.open_below(anchor)

    def _ask_what_to_open(self) -> None:
        dialog = self._file_dialog(self.tr("Open a board"))
        dialog.setNameFilters(
            [
                self.tr("Boards ({})").format(_globs(SUFFIX, *OTHER_BOARDS)),
                self.tr("Drawings, pictures and PDF ({})").format(_globs(*ENDINGS, PDF_ENDING)),
                self.tr("All files (*)"),
            ]
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self._errands.start(self.desk.open_file(Path(path))))
        dialog.open()

    def _ask_what_to_insert(self) -> None:
        board = self.desk.current
        if board is None:
            return
        dialog = QFileDialog(self._window, self.tr("Insert pictures or a PDF"))
        endings = _globs(*ENDINGS, PDF_ENDING)
        dialog.setNameFilters([self.tr("Pictures and PDF ({})").format(endings), self.tr("All files (*)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda paths: board.add_files([Path(path) for path in paths]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_where_to_save(self, id: BoardId) -> None:
        info = self.desk.store.board(id)
        assert info is not None
        dialog = self._file_dialog(self.tr("Save the board as a file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.selectFile("".join("_" if c in '\\/:*?"<>|' else c for c in info.title) + SUFFIX)
        dialog.fileSelected.connect(lambda path: self._errands.start(self.desk.save_file(Path(path), id)))
        dialog.open()

    def _file_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setNameFilters([self.tr("Boards (*{})").format(SUFFIX), self.tr("All files (*)")])
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _ask_to_close(self) -> None:
        """A board that is shared from here is not taken from a class by a slip."""
        if not self.sharing.boards:
            self._stop()
            return
        here = self.desk.current if self.desk.current and self.desk.current.id in self.sharing.boards else None
        count = len(here.others) if here is not None else 0
        if count:
            people = self.tr("1 other person is") if count == 1 else self.tr("{} other people are").format(count)
            text = self.tr("{} on this board. When you close, sharing stops for everybody.").format(people)
        else:
            text = self.tr("A board is still shared from here. When you close, sharing stops.")
            if len(self.sharing.boards) > 1:
                many = self.tr("{} boards are still shared from here. When you close, sharing stops.")
                text = many.format(len(self.sharing.boards))
        text += " " + self.tr("Everything drawn is kept.")
        title, yes, no = self.tr("Stop sharing and close?"), self.tr("Stop and close"), self.tr("Keep sharing")
        Question(self._window, title, text, yes, no, self._stop).open()

    def _on_share_report(self, id: BoardId, news: Hosted | HostingFailed) -> None:
        self.share_flow.on_report(id, news)

    def _on_failure(self) -> None:
        self.desk.say(self.tr("Something went wrong in the app. Your board is saved; please try again."))

    # ------------------------------------------------------------ boards near me

    def _look_around(self) -> None:
        """From the first time that the start page is shown: the first board opens sooner without."""
        if self._looks_around:
            from whiteboard.net.discovery import Discovery

            self._looks_around = False
            self._errands.start(Discovery(self._show_near).run())

    def _show_near(self, boards: tuple[NearbyBoard, ...]) -> None:
        shares = [share for id in self.sharing.boards if (share := self.sharing.share(id)) is not None]
        own = {(link.host, link.port, link.board) for share in shares for link in share.hosted.links}
        near = [BoardNear(b.name, b.host, b.link, b.people, open=b.open) for b in boards]
        self.start.show_near(
            [dataclasses.replace(n, mine=(n.link.host, n.link.port, n.link.board) in own) for n in near]
        )


def _globs(*endings: str) -> str:
    return " ".join(f"*{ending}" for ending in endings)
