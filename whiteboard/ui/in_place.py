"""Typing on the board: a field above an element, at its place and in its look, whose letters are sent while they come.

What is typed into one element at a stretch is undone at once. Others' letters appear while one types.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import ceil

import msgspec
from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QTextCursor

from whiteboard.editor import Editor, News
from whiteboard.model.element import NOTE, TEXT, Element, ElementId
from whiteboard.model.elements import kind_of
from whiteboard.model.op import Op, Patch, Put, Remove, Retype
from whiteboard.render.paragraphs import LINE_EM, PAD_EM
from whiteboard.render.text_boxes import broken, fitted, overflows
from whiteboard.render.typefaces import typeface
from whiteboard.tools.lettering import Lettering, relettered
from whiteboard.tools.note import Way, next_note

from .canvas_widget import Canvas
from .text_actions import lettering
from .text_field import CURSOR_PX, TextField
from .text_place import face_at, place_of

SEND_MS = 300
"""Letters are sent so often while they are typed."""

_EDGE_PX = 24
"""The view moves so that the cursor is at least so far from its edge."""

_CTRL = Qt.KeyboardModifier.ControlModifier
_NEXT: dict[tuple[int, Qt.KeyboardModifier], Way] = {
    (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier): Way.RIGHT,
    (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier): Way.LEFT,
    (Qt.Key.Key_Return, _CTRL): Way.BELOW,
    (Qt.Key.Key_Enter, _CTRL | Qt.KeyboardModifier.KeypadModifier): Way.BELOW,
}


class InPlace(QObject):
    """Types into one element at a time. Call `follow` with all news, after the canvas has heard them."""

    def __init__(self, canvas: Canvas, editor: Editor) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._editor = editor
        self._id = ElementId("")
        self._field: TextField | None = None
        self._joins = False
        self._sending = QTimer(self)
        self._sending.setSingleShot(True)
        self._sending.setInterval(SEND_MS)
        self._sending.timeout.connect(self._send)
        canvas.view_changed.connect(self._arrange)

    @property
    def field(self) -> TextField | None:
        """Where one types just now."""
        return self._field

    @property
    def element(self) -> ElementId | None:
        """What one types into just now."""
        return None if self._field is None else self._id

    def submit(self, ops: Sequence[Op]) -> None:
        """Do this to what one types into, behind the letters typed so far."""
        self._send()
        if ops:
            self._submit(ops)

    def follow(self, news: News) -> None:
        """Open the field if the editor asks for it; show what others typed; give up what is gone."""
        if news.write is not None:
            fresh = any(element.id == news.write for element in news.change.added)
            self.write(news.write, joins=fresh)
        elif self._field is not None and (news.change or news.turned or news.peers):
            self._keep_up()

    def write(self, id: ElementId, *, joins: bool = False) -> None:
        """Let the person type into this element; with `joins` it was made by the newest edit, to be undone with it."""
        self.end()
        element = self._editor.document.get(id)
        if element is None or element.lock or not kind_of(element).text or not self._editor.may_draw:
            return
        self._id, self._joins = id, joins
        self._field = TextField(element.text, self._canvas, pressed=self._on_key)
        self._field.typed.connect(self._on_typed)
        self._field.pasted.connect(self._on_pasted)
        self._field.left.connect(self.end)
        self._arrange()
        self._field.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.moveCursor(QTextCursor.MoveOperation.End)

    def end(self) -> None:
        """Keep what was typed, and close the field. A text without letters goes."""
        field = self._field
        if field is None:
            return
        field.settle()
        self._send()
        self._close()
        element = self._editor.document.get(self._id)
        if element is not None and element.kind == TEXT and not element.text.strip():
            self._submit([Remove(element.id)])

    def reletter(self, change: Lettering) -> None:
        """Give other letters to what one types into, or else to what is selected."""
        if self._field is None:
            self._editor.arrange(relettered(self._editor.selection, self._editor.document, change))
        else:
            self._send()
            self._submit(relettered([self._id], self._editor.document, change))

    # ------------------------------------------------------------ inside

    def _close(self) -> None:
        """The board has the keys again, if the field had them."""
        field, self._field = self._field, None
        if field is None:
            return
        had_focus = field.hasFocus()
        self._sending.stop()
        field.blockSignals(True)
        field.hide()
        field.deleteLater()
        self._show(None)
        if had_focus:
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_typed(self) -> None:
        self._arrange()
        if not self._sending.isActive():
            self._sending.start()

    def _on_pasted(self) -> None:
        """Lines that came from elsewhere may be as long as a paragraph."""
        self._send()
        element = self._editor.document.get(self._id)
        if element is not None and (made := broken(element)) is not element:
            self._submit([Patch(id=element.id, content=made.content, geometry=made.geometry)])

    def _send(self) -> None:
        field = self._field
        if field is None or self._id not in self._editor.document:
            return
        base = field.seen
        if field.text != base:
            self._submit([Retype(id=self._id, base=base, text=field.sent())])

    def _submit(self, ops: Sequence[Op]) -> None:
        change = self._editor.submit(ops, joins=self._joins)
        self._joins = self._joins or bool(change)

    def _keep_up(self) -> None:
        """The document changed: perhaps by others, perhaps just as I typed."""
        field, element = self._field, self._editor.document.get(self._id)
        if field is None:
            return
        away = element is None or element.lock or element.geometry.parent != self._editor.page
        if element is None or away or not self._editor.may_draw:
            self._close()
            return
        if element.text != field.seen:
            field.hear(element.text)
            if self._joins and overflows(element):
                self._submit([Patch(id=element.id, geometry=fitted(element).geometry)])
        self._arrange()

    def _on_key(self, event: QKeyEvent) -> bool:
        """Keys that do something to the element; returns whether this was one."""
        element = self._editor.document.get(self._id)
        if element is None:
            return False
        way = _NEXT.get((event.key(), event.modifiers()))
        if way is not None and element.kind == NOTE:
            self._go_to_next(element, way)
        elif way is not None and (element.kind != TEXT or way is Way.BELOW):
            self.end()
        elif (change := lettering(QKeySequence(event.keyCombination()))) is not None:
            self.reletter(change)
        else:
            return False
        return True

    def _go_to_next(self, element: Element, way: Way) -> None:
        self._send()
        there = next_note(self._editor.document.get(self._id) or element, way, self._editor)
        fresh = there.id not in self._editor.document
        self.end()
        if fresh:
            self._editor.submit([Put(there)])
        self._editor.select(frozenset([there.id]))
        self.write(there.id, joins=fresh)

    # ------------------------------------------------------------ place and look

    def _arrange(self) -> None:
        """Put the field where the text is on the screen, as large as it has to be, and keep its cursor in view."""
        field, element = self._field, self._editor.document.get(self._id)
        if field is None or element is None:
            return
        typed = fitted(msgspec.structs.replace(element, text=field.text))
        self._show(msgspec.structs.replace(typed, text=""))
        place, view = place_of(typed), self._canvas.view
        em_px = place.font.size * view.zoom
        font = face_at(typeface(place.font.family, place.font.bold, place.font.italic), em_px, field.logicalDpiY())
        field.look(font, place.color, place.font.align, em_px * LINE_EM, wraps=place.wraps)
        box, pad = view.rect_to_screen(place.box), em_px * PAD_EM
        room = box.width - 2 * pad
        lines = max(room if place.wraps else field.longest_line() + CURSOR_PX, em_px / 2)
        width = round(lines) if place.wraps else ceil(lines)  # lines end where they do on the board
        field.setLineWrapColumnOrWidth(width)
        height = max(field.document().size().height(), em_px * LINE_EM)
        share = {"center": 0.5, "right": 1.0}.get(place.font.align, 0.0)
        left = box.left + pad + (room - width) * share
        top = (box.top + box.bottom - height) / 2 if place.middle else box.top
        top -= max(em_px * LINE_EM - QFontMetricsF(font).height(), 0.0) / 2  # Qt puts all of the leading above a line
        field.setGeometry(QRect(round(left), round(top), width + CURSOR_PX, ceil(height) + 2))
        QTimer.singleShot(0, self, partial(self._show_cursor, field))

    def _show(self, element: Element | None) -> None:
        """Show this on the board while the field has its letters."""
        if element != self._editor.typed:
            self._editor.typed = element
            self._canvas.show_news(News(preview=True))

    def _show_cursor(self, field: TextField) -> None:
        """Move the view if one would not see what one types."""
        if field is not self._field:
            return
        cursor = field.cursorRect().translated(field.pos())
        left, right = self._canvas.side_insets_px
        seen = self._canvas.rect().adjusted(
            _EDGE_PX + round(left),
            _EDGE_PX,
            -_EDGE_PX - round(right),
            -_EDGE_PX - round(self._canvas.bottom_inset_px),
        )
        dx = max(seen.left() - cursor.left(), 0) or min(seen.right() - cursor.right(), 0)
        dy = max(seen.top() - cursor.top(), 0) or min(seen.bottom() - cursor.bottom(), 0)
        if (dx or dy) and cursor.height() < seen.height():
            self._canvas.look(self._canvas.view.panned(dx, dy))
