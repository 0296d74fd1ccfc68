"""Exporting from the app: what is asked, the work in a thread with progress, and what is said at the end."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from whiteboard.exchange import export
from whiteboard.exchange.errors import Cancelled, CannotExport
from whiteboard.exchange.export import Wishes
from whiteboard.exchange.progress import Report
from whiteboard.exchange.sheet import ReadPicture, prepared
from whiteboard.model.document import Document
from whiteboard.model.element import ElementId

from .desk import Desk
from .export_dialog import Choice, ExportDialog, Part
from .open_board import OpenBoard
from .progress import ProgressBox


class ExportFlow(QObject):
    """Begins with `show`, for the board that is open."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def show(self) -> None:
        board = self._desk.current
        if board is None:
            return
        editor = board.editor
        dialog = ExportDialog(self._desk.window, pages=len(editor.pages.listed), selected=len(editor.selection))
        dialog.chosen.connect(lambda choice: self._ask_where(board, choice))
        dialog.open()

    def _ask_where(self, board: OpenBoard, choice: Choice) -> None:
        dialog = QFileDialog(self._desk.window, self.tr("Export"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{choice.ending[1:].upper()} (*{choice.ending})"])
        dialog.setDefaultSuffix(choice.ending[1:])
        dialog.selectFile("".join("_" if c in '\\/:*?"<>|' else c for c in board.view.title) + choice.ending)
        dialog.fileSelected.connect(lambda path: self._desk.errands.start(self.export(board, choice, Path(path))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    async def export(self, board: OpenBoard, choice: Choice, path: Path) -> None:
        """Write the file; everybody goes on drawing meanwhile."""
        work = _Work(board, choice, path, self._desk.gallery.folder.read)
        box = ProgressBox(self._desk.window, self.tr("Exporting {}").format(path.name), work.give_up)
        loop = asyncio.get_running_loop()

        def report(done: int, total: int) -> None:
            work.breathe()
            loop.call_soon_threadsafe(box.advance, done, total)

        box.open_soon()
        try:
            hint = await asyncio.to_thread(work.do, report)
        except Cancelled:
            self._desk.say(self.tr("Nothing was exported."))
        except CannotExport as error:
            self._desk.say(str(error))
        except OSError as error:
            self._desk.say(self.tr("{} cannot be written: {}.").format(path.name, error.strerror or error))
        else:
            self._desk.say(" ".join(filter(None, [self.tr("Exported as {}.").format(path.name), hint])))
        finally:
            box.end()


class _Work:
    """One export, with what was on the board when it began."""

    def __init__(self, board: OpenBoard, choice: Choice, path: Path, picture: ReadPicture) -> None:
        editor = board.editor
        self._document = Document(editor.document)
        self._title = board.view.title
        self._page = (editor.pages.place(editor.page) or 0) + 1
        self._selection: frozenset[ElementId] = editor.selection
        self._choice = choice
        self._path = path
        self._picture = picture
        self._enough = threading.Event()

    def give_up(self) -> None:
        self._enough.set()

    def breathe(self) -> None:
        """Cancelled, if the person has had enough."""
        if self._enough.is_set():
            raise Cancelled

    def do(self, report: Report) -> str:
        """Runs in a thread; returns what the person should know."""
        choice = self._choice
        chosen = prepared(
            self._title,
            self._document,
            self._picture,
            page=self._page if choice.part is Part.PAGE else None,
            selection=self._selection if choice.part is Part.SELECTION else None,
        )
        scale = choice.scale if choice.ending == ".png" else None
        return export.write(self._path, chosen, Wishes(scale, choice.carries), report)
