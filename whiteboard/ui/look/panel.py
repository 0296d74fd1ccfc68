"""The panel at the side: the look of what is selected, or of what is drawn next, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from whiteboard.editor import News

from ..actions import BoardParts
from ..color_chooser import ColorChooser
from ..island import paint_ground
from ..pick_color import pick_color
from ..theme import GAP_PX, SMALL_GAP_PX, THEME
from .arrangement import Arrangement
from .choice import IN_A_ROW
from .restyle import choose
from .sections import Section, in_rows, sections
from .subject import Subject, looking_through, subject_of
from .traits import Trait

MANY = 1000
"""If more is selected, it is looked through in portions, when it changes, and not whenever others do something."""

_SCROLL_PX = 10


class LookPanel(QWidget):
    """`changed` is called when it shows other sections than before: it has another size then."""

    def __init__(self, board: BoardParts, chooser: ColorChooser, changed: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._board = board
        self._chooser = chooser
        self._changed = changed
        self._sections: list[Section] = []
        self._rows: list[QWidget] = []
        self._arrangement: Arrangement | None = None
        self._shown = Subject()
        self._found: Iterator[Subject | None] = iter(())
        self._slices = QTimer(self)
        self._slices.timeout.connect(self._look_on)
        self.setAccessibleName(self.tr("Style"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._content = QWidget()
        self._content.installEventFilter(self)
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(GAP_PX, GAP_PX, GAP_PX, GAP_PX)
        self._column.setSpacing(SMALL_GAP_PX)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for seen_through in (self._scroll.viewport(), self._content):
            seen_through.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self._scroll)
        self.hide()

    @property
    def subject(self) -> Subject:
        """What it is about now."""
        return self._shown

    def follow(self, news: News) -> None:
        """Show what the editor says is new, once a gesture is over."""
        mine = news.preview or news.turned or news.restarted or news.peers.changed
        others = (news.change or news.peers) and len(self._board.editor.selection) <= MANY
        if (mine or others) and not self._board.editor.busy:
            self.refresh()

    def refresh(self) -> None:
        editor, typed = self._board.editor, self._board.typing.element
        self._slices.stop()
        if typed is not None or len(editor.selection) <= MANY:
            self._show(subject_of(editor, typed))
        elif not editor.unfinished:  # who is at it tells when it is done
            self._found = looking_through(editor)
            self._slices.start()

    def _look_on(self) -> None:
        subject = next(self._found)
        if subject is not None:
            self._slices.stop()
            self._show(subject)

    def _show(self, subject: Subject) -> None:
        if subject == self._shown:
            return
        before, self._shown = self._shown, subject
        if self._sections:
            self._refresh()
        if _outline(before) != _outline(subject):
            self._changed()

    def wanted_size(self) -> QSize:
        """With all that there is to choose; nothing if that is nothing."""
        if not self._shown:
            return QSize()
        if not self._sections:
            self._build()
        layout = self._column
        layout.activate()
        width = IN_A_ROW * THEME.target_px + 2 * GAP_PX + 2
        return QSize(width, layout.totalMinimumSize().height() + 2)

    def fit(self, width_px: int, height_px: int) -> QSize:
        """The size to take where there is so much room: wider, if it has to scroll."""
        wanted = self.wanted_size()
        scrolls = wanted.height() > height_px
        return QSize(min(wanted.width() + (_SCROLL_PX if scrolls else 0), width_px), min(wanted.height(), height_px))

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and not self.isHidden():
            self._changed()
        return handled

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is inside has another size now."""
        if event.type() == QEvent.Type.LayoutRequest and not self.isHidden():
            self._changed()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside a button is no click on the board below."""

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_ground(painter, QRectF(self.rect()))

    # ------------------------------------------------------------ inside

    def _build(self) -> None:
        """Only once there is something to show: a board opens without."""
        self._sections = sections(lambda trait, value: choose(self._board, trait, value), self._choose_own, self._pick)
        self._arrangement = Arrangement(self._board)
        self._rows = in_rows(self._sections)
        for part in (*self._rows, self._arrangement):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._refresh()

    def _refresh(self) -> None:
        for section in self._sections:
            section.refresh(self._shown)
        for row in self._rows:
            inside = row.findChildren(Section)
            if inside:
                row.setVisible(not all(section.isHidden() for section in inside))
            layout = row.layout()
            if layout is not None:
                layout.invalidate()  # what was hidden just now counts no more
        assert self._arrangement is not None
        self._arrangement.refresh(self._shown)
        self._column.invalidate()

    def _pick(self, trait: Trait) -> None:
        pick_color(self._board.canvas, lambda color: choose(self._board, trait, color))

    def _choose_own(self, trait: Trait, anchor: QWidget) -> None:
        value = self._shown.values.get(trait)
        self._chooser.open_beside(anchor, str(value) if value else "", lambda color: choose(self._board, trait, color))


def _outline(subject: Subject) -> tuple[object, ...]:
    return frozenset(subject.values), subject.count > 0, subject.count > 1, subject.locked
