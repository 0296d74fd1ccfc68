"""The inspector's window: a table of what passes, what each kind is for, and how much there is of it."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from PySide6.QtCore import QItemSelection, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication, QHideEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from whiteboard.ui.buttons import button, words
from whiteboard.ui.theme import BAR_PX, GAP_PX, MARGIN_PX, SMALL_PT, THEME
from whiteboard.words import t

from .lines_model import Column, Filter, LinesModel, written
from .meaning import explained, pretty
from .passing import Line, Passing, Second
from .sparkline import Sparkline

REFRESH_MS = 200
"""Five times a second: whoever draws beside it must not feel it."""

ROW_PX = 24
_COPIED_MS = 2000
_WIDTH_PX, _SMALLEST_PX = 680, QSize(520, 320)


class InspectorWindow(QDialog):
    """`passing` gives what to show, `facts` a line about the connection, `now` seconds since 1970."""

    closed = Signal()

    def __init__(self, parent: QWidget, passing: Passing, facts: Callable[[], str], now: Callable[[], float]) -> None:
        super().__init__(parent)
        self._passing = passing
        self._facts = facts
        self._now = now
        self.setModal(False)
        self.setMinimumSize(_SMALLEST_PX)
        self._stand_aside(parent)
        self.model = LinesModel()
        self.facts = words()
        self.messages = Sparkline(self.tr("Messages a second"))
        self.bytes = Sparkline(self.tr("Bytes a second"))
        self.filter = QComboBox()
        self.filter.setAccessibleName(self.tr("Which events to show"))
        for label, only in self._filters():
            self.filter.addItem(label, only)
        self.filter.currentIndexChanged.connect(self._on_filter)
        self.pause = button(self.tr("Pause"))
        self.pause.setCheckable(True)
        self.pause.toggled.connect(self._on_pause)
        self.clear = button(self.tr("Clear"))
        self.clear.clicked.connect(self.model.clear)
        self.copy = button(self.tr("Copy"))
        self.copy.clicked.connect(self._copy)
        self.table = _table(self.model)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        self.kind = words()
        self.payload = _payload()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        self._explain(None)
        self.refresh()

    def refresh(self) -> None:
        """Show what has come."""
        bar = self.table.verticalScrollBar()
        follows = bar.value() >= bar.maximum()
        self.model.add(self._passing.fresh())
        if follows and not self.table.selectionModel().hasSelection():
            self.table.scrollToBottom()
        self.facts.setText(self._facts())
        if self._passing.paused:
            self.pause.setText(self.tr("Go on ({} passed by)").format(self._passing.missed))
        self._show_rates(self._passing.rates(self._now()))

    # ------------------------------------------------------------ inside

    def _stand_aside(self, window: QWidget) -> None:
        """At the right of the window, so that one can draw beside it and watch."""
        room = window.geometry()
        self.resize(min(_WIDTH_PX, room.width()), max(room.height() - BAR_PX - 2 * MARGIN_PX, _SMALLEST_PX.height()))
        self.move(room.right() - self.width(), room.top() + BAR_PX)

    def _lay_out(self) -> None:
        rates, bar = QHBoxLayout(), QHBoxLayout()
        rates.setSpacing(2 * GAP_PX)
        rates.addWidget(self.messages)
        rates.addWidget(self.bytes)
        bar.setSpacing(GAP_PX)
        bar.addWidget(self.filter)
        bar.addStretch()
        for made in (self.pause, self.clear, self.copy):
            bar.addWidget(made)
        below = QWidget()
        details = QVBoxLayout(below)
        details.setContentsMargins(0, GAP_PX, 0, 0)
        details.addWidget(self.kind)
        details.addWidget(self.payload, 1)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self.table)
        halves.addWidget(below)
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 2)
        halves.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        column.setSpacing(GAP_PX)
        column.addWidget(self.facts)
        column.addLayout(rates)
        column.addLayout(bar)
        column.addWidget(halves, 1)

    def _filters(self) -> list[tuple[str, Filter]]:
        return [
            (self.tr("Everything"), lambda line: True),
            (self.tr("What comes in"), attrgetter("incoming")),
            (self.tr("What goes out"), lambda line: not line.incoming),
            (self.tr("Without ticks and pings"), lambda line: line.event not in ("tick", "ping", "answer")),
            (self.tr("Changes: tick and edit"), lambda line: line.event in ("tick", "edit")),
            (self.tr("Ink: trail"), lambda line: line.event in ("trail", "trail_end")),
            (self.tr("Pointers: presence"), lambda line: line.event == "presence"),
            (self.tr("Ping and answer"), lambda line: line.event in ("ping", "answer")),
        ]

    def _on_filter(self) -> None:
        self.model.show_only(self.filter.currentData())
        self.table.scrollToBottom()
        self._explain(None)

    def _on_pause(self, on: bool) -> None:
        self.refresh()
        if on:
            self._passing.paused = True
            self.refresh()
        else:
            self._passing.resume()
            self.pause.setText(self.tr("Pause"))

    def _on_selection(self, chosen: QItemSelection) -> None:
        rows = self.table.selectionModel().selectedRows()
        self._explain(self.model.line(rows[-1].row()) if rows else None)

    def _explain(self, line: Line | None) -> None:
        choose = self.tr("Choose a line to see what it is for and all of what it says. Draw something, and watch.")
        self.kind.setText(f"{line.event}: {explained(line.event)}" if line is not None else choose)
        self.payload.setPlainText(pretty(line) if line is not None else "")

    def _show_rates(self, seconds: list[Second]) -> None:
        self.messages.show_rates([each.messages_in for each in seconds], [each.messages_out for each in seconds])
        self.bytes.show_rates([each.bytes_in for each in seconds], [each.bytes_out for each in seconds])

    def _copy(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        lines = [self.model.line(row.row()) for row in rows] if len(rows) > 1 else list(self.model.shown)
        QGuiApplication.clipboard().setText(written(lines))
        self.copy.setText(self.tr("Copied"))
        QTimer.singleShot(_COPIED_MS, self.copy, lambda: self.copy.setText(self.tr("Copy")))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._timer.stop()
            self.closed.emit()


def _table(model: LinesModel) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName(t("What passes over the connection"))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(round(ROW_PX * THEME.letters))
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    letters = table.fontMetrics().horizontalAdvance
    for column, sample in (
        (Column.TIME, "00:00:00.000"),
        (Column.WAY, "↑ out"),
        (Column.EVENT, "disconnect"),
        (Column.SIZE, "000,000"),
    ):
        table.setColumnWidth(column, letters(sample) + 3 * GAP_PX)
    header.setStretchLastSection(True)
    return table


def _payload() -> QPlainTextEdit:
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setAccessibleName(t("The whole message"))
    text.setTabChangesFocus(True)
    letters = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    letters.setPointSizeF(SMALL_PT * THEME.letters)
    text.setFont(letters)
    return text
