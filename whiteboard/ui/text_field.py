"""The field in which one types on the board: plain text with input methods, lists that go on, signs for maths.

It knows no board: it says that its text changed and that the person is done, and can be given others' letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from time import monotonic

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QGuiApplication,
    QHideEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPalette,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from whiteboard.model.lists import continued
from whiteboard.model.symbols import aid
from whiteboard.model.text_merge import Splice, splices
from whiteboard.model.typing import Typing, shifted
from whiteboard.model.validate import MAX_TEXT_LENGTH

_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029\u0085]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_STAYING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason)
CURSOR_PX = 2
_CTRL = Qt.KeyboardModifier.ControlModifier
_REDO = ((Qt.Key.Key_Y, _CTRL), (Qt.Key.Key_Z, _CTRL | Qt.KeyboardModifier.ShiftModifier))


def plain(text: str) -> str:
    """Any text as a board may hold it: lines end in one way, no control characters, not too long."""
    return _CONTROL.sub("", _LINE_ENDS.sub("\n", text))[:MAX_TEXT_LENGTH]


class TextField(QTextEdit):
    """`typed` when the person changed the text, `pasted` after that if they pasted, `left` when they are done.

    `pressed` is asked first about each key.
    """

    typed = Signal()
    pasted = Signal()
    left = Signal()

    def __init__(self, text: str, parent: QWidget, *, pressed: Callable[[QKeyEvent], bool]) -> None:
        super().__init__(parent)
        self._typing = Typing(text)
        self._pressed = pressed
        self._before = text
        self._given = False
        self._composed = ""
        self._aided: tuple[str, str] | None = None
        self.setAccessibleName(self.tr("Text"))
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)  # its own undo would take back others' letters
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setCursorWidth(CURSOR_PX)
        self.document().setDocumentMargin(0)
        self.setPlainText(text)
        self.textChanged.connect(self._on_change)

    # ------------------------------------------------------------ what is there

    @property
    def text(self) -> str:
        """What was typed, without what an input method is still composing."""
        return plain(self.document().toRawText())

    @property
    def seen(self) -> str:
        """The text that the document had when it was last looked at."""
        return self._typing.seen

    def sent(self) -> str:
        """The document is about to have my text; returns it."""
        self._typing.seen = self.text
        return self._typing.seen

    def hear(self, theirs: str) -> None:
        """The document has another text than was seen: take over what others typed, around my letters and cursor."""
        self._give(self._typing.heard(self.text, theirs))

    def settle(self) -> None:
        """Keep what an input method is still composing: the person goes on elsewhere, and saw it as written."""
        if self._composed:
            QGuiApplication.inputMethod().commit()
        if self._composed:  # not every input method does so
            event = QInputMethodEvent()
            event.setCommitString(self._composed)
            self.inputMethodEvent(event)

    def look(self, font: QFont, color: QColor, align: str, line_px: float, *, wraps: bool) -> None:
        """Letters as they will be on the board."""
        self.setFont(font)
        shades = self.palette()
        shades.setColor(QPalette.ColorRole.Text, color)
        shades.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(shades)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        flags = {"center": Qt.AlignmentFlag.AlignHCenter, "right": right}
        option = QTextOption(flags.get(align, Qt.AlignmentFlag.AlignLeft))
        modes = QTextOption.WrapMode
        option.setWrapMode(modes.WrapAtWordBoundaryOrAnywhere if wraps else modes.ManualWrap)
        option.setUseDesignMetrics(True)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each paragraph its own, as on the board
        self.document().setDefaultTextOption(option)
        lines = QTextBlockFormat()
        lines.setLineHeight(line_px, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        given, self._given = self._given, True
        whole.mergeBlockFormat(lines)
        self._given = given

    def longest_line(self) -> float:
        """Its width in pixels."""
        self.document().setTextWidth(-1)
        return self.document().idealWidth()

    # ------------------------------------------------------------ keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = event.key(), event.modifiers()
        match key:
            case _ if self._pressed(event):
                event.accept()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _ if (key, keys) == (Qt.Key.Key_Z, _CTRL):
                self._replace(self._typing.undo(self.text))
            case _ if (key, keys) in _REDO:
                self._replace(self._typing.redo(self.text))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._break_line()
            case _ if not (event.text() == " " and self._complete()) and not (
                key == Qt.Key.Key_Backspace and self._take_aid_back()
            ):
                super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        room = MAX_TEXT_LENGTH - len(self.text) + len(self.textCursor().selectedText())
        if source.hasText() and room > 0:
            self.textCursor().insertText(plain(source.text())[:room])
            self.ensureCursorVisible()
            self.pasted.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if len(self.text) + len(event.commitString()) <= MAX_TEXT_LENGTH:
            self._composed = event.preeditString()
            super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYING:
            self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.left.emit()  # the board is left, or the window closed

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it is the board's

    # ------------------------------------------------------------ inside

    def _on_change(self) -> None:
        text = self.text
        if self._given or text == self._before:
            return
        self._typing.typed(self._before, text, monotonic())
        self._before = text
        if self._aided is not None and self._aided[0] != text:
            self._aided = None
        self.typed.emit()

    def _break_line(self) -> None:
        """A new line; behind an item of a list the next item, behind an empty one the end of the list."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        mark = continued(cursor.block().text()[: cursor.positionInBlock()])
        if mark is None:
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        elif len(self.text) < MAX_TEXT_LENGTH:
            cursor.insertText(f"\n{mark}")
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _complete(self) -> bool:
        """A space: turn what is in front of it into a sign, if it stands for one."""
        cursor = self.textCursor()
        found = None if cursor.hasSelection() else aid(cursor.block().text()[: cursor.positionInBlock()])
        if found is None:
            return False
        back = QTextCursor.MoveOperation.PreviousCharacter
        cursor.movePosition(back, QTextCursor.MoveMode.KeepAnchor, found.length)
        plainly = cursor.selectedText()
        cursor.insertText(f"{found.text} ")
        self._aided = self.text, f"{plainly} "
        self._aid_length = len(found.text) + 1
        self.setTextCursor(cursor)
        return True

    def _take_aid_back(self) -> bool:
        """Backspace right after a sign was made gives back what was typed."""
        aided, self._aided = self._aided, None
        if aided is None or aided[0] != self.text:
            return False
        cursor = self.textCursor()
        back = QTextCursor.MoveOperation.PreviousCharacter
        cursor.movePosition(back, QTextCursor.MoveMode.KeepAnchor, self._aid_length)
        cursor.insertText(aided[1])
        self.setTextCursor(cursor)
        return True

    def _replace(self, text: str) -> None:
        """My own undo or redo."""
        if text != self.text:
            self._give(splices(self.text, text), follow=True)
            self.typed.emit()

    def _give(self, changes: Sequence[Splice], *, follow: bool = False) -> None:
        """Change letters without calling it typing; the cursor keeps its letter, or goes to the change."""
        if not changes:
            return
        own = self.text
        cursor = self.textCursor()
        anchor, place = (_points(own, units) for units in (cursor.anchor(), cursor.position()))
        anchor, place = shifted(anchor, changes), shifted(place, changes)
        self._given = True
        writer = QTextCursor(self.document())
        writer.beginEditBlock()
        for begin, end, typed in reversed(changes):
            writer.setPosition(_units(own[:begin]))
            writer.setPosition(_units(own[:end]), QTextCursor.MoveMode.KeepAnchor)
            writer.insertText(typed)
        writer.endEditBlock()
        self._given = False
        self._before = self.text
        if follow:
            last = changes[-1]
            anchor = place = shifted(last.begin, changes) + len(last.typed)
        now = self._before
        cursor.setPosition(_units(now[:anchor]))
        cursor.setPosition(_units(now[:place]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)


def _units(text: str) -> int:
    """How many places of a Qt text the letters take: those beyond the first plane take two."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def _points(text: str, units: int) -> int:
    """The inverse: how many letters of the text are in front of a place of a Qt text."""
    count = 0
    for letter in text:
        units -= 2 if letter > "\uffff" else 1
        if units < 0:
            break
        count += 1
    return count
