"""The pictures of the board that is open: they come and go over the line, and people put new ones there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QPointF
from PySide6.QtGui import QImage

from whiteboard.editor import Editor, News
from whiteboard.files.pdf import CannotReadPdf, PdfPage, PdfPages
from whiteboard.model.content import AssetId
from whiteboard.model.element import Element, page_of
from whiteboard.model.geometry import Point
from whiteboard.model.references import References
from whiteboard.net.picture_desk import PictureDesk, Progress
from whiteboard.protocol.pictures import BadPicture
from whiteboard.render.picture_import import Ready, from_image, ready
from whiteboard.tools import placing
from whiteboard.tools.registry import SELECT

from .board_window import BoardView
from .gallery import Gallery
from .progress import ProgressBox

PDF_ENDING = ".pdf"
OTHER_BOARDS: tuple[str, ...] = (".excalidraw", ".xopp")
"""Files of other programs that are a board of their own."""


class BoardPictures(QObject):
    """`used_changed` is called when the board uses other pictures than before: the line should look after them."""

    def __init__(self, view: BoardView, gallery: Gallery, used_changed: Callable[[], None]) -> None:
        super().__init__(view)
        self._view = view
        self._gallery = gallery
        self._used_changed = used_changed
        self._references = References(self._editor.document)
        self.desk = PictureDesk(
            gallery.folder, lambda: self._references.assets, self._on_progress, lambda: self._editor.may_draw
        )
        view.news.connect(self._on_news)
        gallery.shelf.arrived.connect(self._on_arrived)

    @property
    def _editor(self) -> Editor:
        return self._view.editor

    # ------------------------------------------------------------ putting them on the board

    async def add_files(self, paths: Sequence[Path], at_px: QPointF | None = None) -> None:
        """Put the pictures and PDFs in these files on the board, at a place of the canvas or in the middle."""
        pictures: list[Ready] = []
        for path in paths:
            try:
                if path.suffix.lower() == PDF_ENDING:
                    await self._add_pdf(path)
                else:
                    pictures.append(await asyncio.to_thread(_read, path))
            except (BadPicture, CannotReadPdf) as error:
                self._view.toasts.say(f"{path.name}: {error}")
            except OSError as error:
                self._view.toasts.say(self.tr("{} cannot be read: {}.").format(path.name, error.strerror or error))
        await self._place(pictures, at_px)

    async def add_image(self, image: QImage, at_px: QPointF | None = None) -> None:
        """Put an image on the board that is in memory: from the clipboard, or dragged out of another program."""
        try:
            picture = await asyncio.to_thread(from_image, image)
        except BadPicture as error:
            self._view.toasts.say(str(error))
        else:
            await self._place([picture], at_px)

    async def _place(self, pictures: Sequence[Ready], at_px: QPointF | None) -> None:
        if not pictures:
            return
        if not self._editor.may_draw:
            self._view.toasts.say(self.tr("You may look. The host decides who may draw."))
            return
        try:
            kept = [await self._keep(picture) for picture in pictures]
        except OSError as error:
            self._view.toasts.say(self.tr("The picture cannot be kept: {}.").format(error.strerror or error))
            return
        canvas = self._view.canvas
        seen = canvas.view.visible((canvas.width(), canvas.height()))
        at = seen.center if at_px is None else Point(*canvas.view.to_board((at_px.x(), at_px.y())))
        ops = placing.images(kept, at, seen, self._editor)
        self._editor.choose(SELECT)
        self._editor.submit(ops)
        self._editor.select(frozenset(op.element.id for op in ops))

    async def _keep(self, picture: Ready) -> placing.Kept:
        id = await asyncio.to_thread(self._gallery.folder.keep, picture.data)
        self._gallery.shelf.came(id)
        return placing.Kept(id, picture.type, picture.width, picture.height)

    async def _add_pdf(self, path: Path) -> None:
        """Each page becomes a page of the board, with its picture as a background that is locked."""
        source = PdfPages(path)
        box = ProgressBox(self._view.window(), self.tr("Adding {}").format(path.name), source.cancel)
        loop = asyncio.get_running_loop()
        pages: list[placing.KeptPage] = []

        def read() -> None:
            for page in source:
                id = self._gallery.folder.keep(page.png)
                pages.append(placing.KeptPage(id, page.width, page.height))
                loop.call_soon_threadsafe(show, page)

        def show(page: PdfPage) -> None:
            box.advance(page.number, page.count)

        box.open()
        try:
            await asyncio.to_thread(read)
        finally:
            given_up = box.cancelled
            box.end()
        if given_up or not pages:
            return
        edit = placing.pdf_pages(pages, self._editor)
        self._editor.edit_pages(edit)
        self._view.canvas.fit()

    # ------------------------------------------------------------ keeping up

    def _on_news(self, news: News) -> None:
        if news.change and self._references.follow(news.change):
            self._used_changed()

    def _on_progress(self, progress: Progress) -> None:
        if progress.sending or not progress.total:
            return
        if progress.done == progress.total:
            self._gallery.shelf.came(progress.id)
        else:
            self._gallery.shelf.coming(progress.id, progress.done / progress.total)

    def _on_arrived(self, id: str) -> None:
        document = self._editor.document
        users = (document.get(user) for user in self._references.users(AssetId(id)))
        shown: list[Element] = [user for user in users if user is not None]
        if shown:
            pages = {page_of(user) for user in shown}
            self._view.canvas.show_again(shown)
            self._view.strip.thumbnails.renew(pages)
            self._view.minimap.renew(pages)


def _read(path: Path) -> Ready:
    return ready(path.read_bytes())
