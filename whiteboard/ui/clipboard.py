"""Copy, cut and paste: between boards as elements, with other programs as a picture, as SVG and as text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from io import StringIO

import msgspec
from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from whiteboard.editor import Chore, Editor
from whiteboard.exchange import svg
from whiteboard.exchange.errors import CannotExport
from whiteboard.exchange.sheet import ReadPicture, prepared
from whiteboard.model.document import Document
from whiteboard.model.element import TEXT, Element, ElementId, Geometry, in_paint_order
from whiteboard.model.elements import bounds
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.op import Put
from whiteboard.model.validate import MAX_TEXT_LENGTH
from whiteboard.render.page_image import page_image
from whiteboard.render.text_boxes import broken, fitted
from whiteboard.render.viewport import Viewport
from whiteboard.svg.reader import picture
from whiteboard.svg.tree import BadSvg
from whiteboard.tools.arrange import copies, pasting
from whiteboard.tools.arrange.again import Again
from whiteboard.tools.arrange.pasting import MIME, CannotPaste
from whiteboard.tools.arrange.sketched import sketched
from whiteboard.tools.arrange.transforming import each_present, present
from whiteboard.tools.bulk import Portions, is_much
from whiteboard.tools.selection import MANY, picked
from whiteboard.words import t

from . import foreign_data
from .foreign_data import SVG
from .text_field import plain

DUPLICATE_PX = 20.0
"""How far beside the original a duplicate stands."""

_MARGIN = 8.0
_PICTURE_SCALE = 2.0
_MOST_PIXELS = 4096
"""The longer side of a picture for other programs; what is larger is made smaller."""

_MOST_PICTURED = 3000
"""Of more elements no picture is made for other programs: they would take a second to copy."""

_MOST_TOLD = 3
"""Sorts of things that were not taken over, in one sentence."""


def copying(elements: Sequence[Element], picture: ReadPicture) -> Portions[QMimeData]:
    """What goes on the clipboard: the elements, and for other programs their words and what they look like."""
    data = QMimeData()
    clip = yield from pasting.packing(elements)
    if len(elements) > MANY:
        yield  # 100,000 are 36 MB
    data.setData(MIME, clip)
    if len(elements) > MANY:
        yield
    worded = sorted([element for element in elements if element.text], key=in_paint_order)
    if worded:
        data.setText("\n".join(element.text for element in worded))
    if len(elements) <= _MOST_PICTURED:
        ordered = sorted(elements, key=in_paint_order)
        data.setImageData(_picture(ordered))
        with suppress(CannotExport):  # nothing but instruments
            data.setData(SVG, _drawn(ordered, picture))
    return data


class Clipboard(QObject):
    """The clipboard of one board on the screen. `picture` finds the bytes of the pictures on it."""

    files_pasted = Signal(list, object)
    """Paths of files that were copied elsewhere, and where on the board (a Point) they are wanted."""

    image_pasted = Signal(object, object)
    """A QImage, and where."""

    failed = Signal(str)
    """Why nothing was pasted, in words."""

    def __init__(self, editor: Editor, canvas: QWidget, view: Callable[[], Viewport]) -> None:
        super().__init__(canvas)
        self._editor = editor
        self._canvas = canvas
        self._view = view
        self._again = Again()
        self.picture: ReadPicture = lambda asset: None

    def copy(self) -> None:
        """Put what is selected on the clipboard."""
        self._editor.begin(self._copying())

    def _copying(self) -> Chore:
        """A portion of very much at each `next`."""
        ids = self._editor.selection
        elements = list(self._editor.document) if len(ids) > MANY else picked(ids, self._editor.document)
        found: list[Element] = []
        for begin in range(0, len(elements), pasting.LOOKED_AT):
            if begin:
                yield
            found += [element for element in elements[begin : begin + pasting.LOOKED_AT] if element.id in ids]
        if found:
            data = yield from copying(found, self.picture)
            if len(found) > MANY:
                yield
            QGuiApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        """The same, and take it off the board."""
        mine = each_present(self._editor.selection, self._editor.document)
        if next(mine, None) is not None and not self._editor.busy:
            self.copy()
            self._editor.delete_selection()

    def duplicate(self) -> None:
        """Put a copy beside what is selected; of copies that were moved, the next one just as far."""
        editor = self._editor
        if editor.busy or not editor.may_draw:
            return
        apart = DUPLICATE_PX / self._view().zoom
        box = editor.selection_box
        way = self._again.way(editor.selection, box, Point(apart, apart))
        if is_much(editor.selection):
            editor.begin(self._duplicating(editor.selection, box, way))
            return
        made = copies.copied(present(editor.selection, editor.document), way, editor)
        editor.arrange(made.ops)
        if made.ops:
            self._again.made(made.ids, box)
            editor.select(made.ids)

    def _duplicating(self, ids: frozenset[ElementId], box: Rect | None, way: Point) -> Chore:
        """The same with very much, a portion at each `next`."""
        ops = yield from copies.copying(ids, self._editor.document, way, self._editor)
        yield from self._editor.putting(ops)
        self._again.made(self._editor.selection, box)

    def paste(self, at: Point | None = None) -> None:
        """Put what is on the clipboard on the board: at a place, where the pointer is, or in the middle of the view."""
        if self._editor.unfinished:
            self._editor.begin(self._pasting_then(at))
        else:
            self._paste(at)

    def drop(self, data: QMimeData, at: Point) -> None:
        """Put on the board what was dropped there."""
        if not self._editor.may_draw:
            self.failed.emit(self.tr("You may look. The host decides who may draw."))
        elif not self._editor.busy:
            self.paste_data(data, at)

    def _paste(self, at: Point | None) -> None:
        data = QGuiApplication.clipboard().mimeData()
        if self._editor.busy or not self._editor.may_draw or data is None:
            return
        self.paste_data(data, self.pointer_at or self._middle if at is None else at)

    def _pasting_then(self, at: Point | None) -> Chore:
        """Paste what is on the clipboard then: perhaps it is still being copied."""
        self._paste(at)
        yield from ()

    def paste_data(self, data: QMimeData, at: Point) -> None:
        """Put the part of this on the board that says most."""
        if data.hasFormat(MIME):
            self._paste_elements(bytes(data.data(MIME).data()), at)
        elif paths := foreign_data.files(data):
            self.files_pasted.emit(paths, at)
        elif drawing := foreign_data.drawing(data):
            self._paste_svg(drawing, at)
        elif (words := foreign_data.words(data)).strip():  # before an image: a spreadsheet offers its cells as both
            self._paste_text(words, at)
        elif (image := foreign_data.image(data)) is not None:
            self.image_pasted.emit(image, at)
        else:
            self.failed.emit(self.tr("There is nothing to paste."))

    @property
    def pointer_at(self) -> Point | None:
        """Where on the board the mouse is; None while it is elsewhere."""
        place = self._canvas.mapFromGlobal(QCursor.pos())
        if not self._canvas.rect().contains(place) or not self._canvas.underMouse():
            return None
        return self._view().to_board((place.x(), place.y()))

    @property
    def _middle(self) -> Point:
        return self._view().visible((self._canvas.width(), self._canvas.height())).center

    def _paste_elements(self, data: bytes, at: Point) -> None:
        self._editor.begin(self._pasting(data, at))

    def _pasting(self, data: bytes, at: Point) -> Chore:
        try:
            elements = yield from pasting.unpacking(data)
            ops = yield from pasting.placing(elements, at, self._editor)
        except CannotPaste as error:
            self.failed.emit(self.tr(str(error)))
            return
        if elements:
            yield from self._editor.putting(ops)

    def _paste_svg(self, data: bytes, at: Point) -> None:
        """What a board can show of a drawing; the rest is told."""
        try:
            sketch = sketched(picture(data))
            self._put([fitted(element) for element in sketch.elements], at)
        except (BadSvg, CannotPaste) as error:
            self.failed.emit(self.tr(str(error)))
            return
        if sketch.left_out:
            most = ", ".join(what for what, _ in sketch.left_out.most_common(_MOST_TOLD))
            self.failed.emit(t("Not taken over: {what}.").format(what=most))
        elif not sketch.elements:
            self.failed.emit(self.tr("There is nothing to paste."))

    def _put(self, elements: Sequence[Element], at: Point) -> None:
        pasted = pasting.pasted(elements, at, self._editor)
        if pasted.ops:
            self._editor.submit(pasted.ops)
            self._editor.select(pasted.ids)

    def _paste_text(self, text: str, at: Point) -> None:
        if len(text) > MAX_TEXT_LENGTH:
            self.failed.emit(self.tr("That text is too long to paste."))
            return
        editor = self._editor
        element = Element(
            id=editor.new_id(),
            kind=TEXT,
            geometry=Geometry(x=0.0, y=0.0, parent=editor.page),
            order=editor.next_order(),
            style=editor.style_of(TEXT),
            text=plain(text).strip("\n"),
        )
        element = broken(fitted(element))
        g = element.geometry
        placed = msgspec.structs.replace(g, x=round(at.x - g.w / 2), y=round(at.y - g.h / 2))
        editor.submit([Put(msgspec.structs.replace(element, geometry=placed))])
        editor.select(frozenset([element.id]))


def _drawn(elements: Sequence[Element], picture: ReadPicture) -> bytes:
    file = StringIO()
    ids = [element.id for element in elements]
    svg.write(file, prepared("Whiteboard", Document(elements), picture, selection=ids))
    return file.getvalue().encode()


def _picture(elements: Sequence[Element]) -> QImage:
    lefts, tops, rights, bottoms = zip(*map(bounds, elements), strict=True)
    box = Rect(min(lefts), min(tops), max(rights), max(bottoms)).grown(_MARGIN)
    scale = min(_PICTURE_SCALE, _MOST_PIXELS / max(box.width, box.height))
    return page_image(elements, box, scale)
