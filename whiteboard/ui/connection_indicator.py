"""How the connection stands: a dot and two words, and everything else one click away."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from whiteboard.net.status import Connection, Phase
from whiteboard.protocol.fingerprint import words_of
from whiteboard.words import t

from .announce import announce
from .buttons import button, words
from .popover import Popover
from .theme import GAP_PX, RADIUS_PX, SMALL_PT, TARGET_PX, THEME, TITLE_PT, font

_DOT_PX = 8


class ConnectionIndicator(QAbstractButton):
    """`retry` asks not to wait for the next try. It takes no room for a board that has no server.

    `examine_wanted`: find out what is wrong; `inspector_wanted`: show what goes over the line.
    """

    retry = Signal()
    examine_wanted = Signal()
    inspector_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._connection = Connection()
        self._details: ConnectionDetails | None = None
        self._narrow = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._open)
        self.hide()

    @property
    def words(self) -> str:
        """What stands beside the dot."""
        match self._connection.phase:
            case Phase.ONLINE:
                return self.tr("Connected")
            case Phase.CONNECTING:
                return self.tr("Connecting…")
            case Phase.WAITING:
                return self.tr("Waiting to be let in")
            case Phase.RETRYING:
                return self.tr("Working offline")
            case Phase.REFUSED:
                return self.tr("Not connected")
            case Phase.OFFLINE:
                return self.tr("Not shared now")

    def show_connection(self, connection: Connection, *, has_server: bool) -> None:
        before, self._connection = self.words, connection
        if has_server and self.words != before:
            announce(self, self.words)
        self.setVisible(has_server)
        self.setToolTip(summary(connection) or self.words)
        self.setAccessibleName(f"{self.words}. {summary(connection)}".strip())
        if self._details is not None:
            self._details.show_connection(connection, self.words)
        self.updateGeometry()
        self.update()

    def be_narrow(self, narrow: bool) -> None:
        """There is little room in the bar: the dot must do."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.updateGeometry()

    def _open(self) -> None:
        if self._details is None:
            self._details = ConnectionDetails(self)
            self._details.again.clicked.connect(self.retry)
            self._details.examine.clicked.connect(self.examine_wanted)
            self._details.inspect.clicked.connect(self.inspector_wanted)
        self._details.show_connection(self._connection, self.words)
        self._details.open_below(self)

    def sizeHint(self) -> QSize:
        if self._narrow:
            return QSize(_DOT_PX + 3 * GAP_PX, TARGET_PX)  # what a finger hits
        width = QFontMetrics(font(SMALL_PT)).horizontalAdvance(self.words)
        return QSize(width + _DOT_PX + 3 * GAP_PX, TARGET_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = THEME.colors
        dot = {Phase.ONLINE: colors.good, Phase.OFFLINE: colors.muted, Phase.REFUSED: colors.danger}
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.underMouse() or self.hasFocus():
                painter.setPen(QPen(QColor(colors.accent)) if self.hasFocus() else Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colors.hover))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 3, -1, -3), RADIUS_PX, RADIUS_PX)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(dot.get(self._connection.phase, colors.warning)))
            painter.drawEllipse(QPointF(GAP_PX + _DOT_PX / 2, self.height() / 2), _DOT_PX / 2, _DOT_PX / 2)
            if self._narrow:
                return
            painter.setPen(QColor(colors.muted))
            painter.setFont(font(SMALL_PT))
            box = self.rect().adjusted(2 * GAP_PX + _DOT_PX - 2, 0, 0, 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.words)


class ConnectionDetails(Popover):
    """Transport, round trip, what waits to be sent, by which words to know the host, and what is wrong."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width_px=320)
        self.title = words(points=TITLE_PT, bold=True)
        self.sentence = words()
        self.again = button(self.tr("Try again now"), icon="wifi")
        self.again.clicked.connect(self.hide)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GAP_PX)
        self.transport = self._row(grid, 0, self.tr("Transport"))
        self.round_trip = self._row(grid, 1, self.tr("Round trip"))
        self.unsent = self._row(grid, 2, self.tr("Unsent"))
        self.encryption = self._row(grid, 3, self.tr("Encryption"))
        grid.setColumnStretch(1, 1)
        self.column.addWidget(self.title)
        self.column.addWidget(self.sentence)
        self.column.addLayout(grid)
        self.column.addWidget(self.again)
        below = QHBoxLayout()
        self.examine = self._way(below, self.tr("Check the connection"))
        self.inspect = self._way(below, self.tr("Inspector"))
        below.addStretch()
        self.column.addLayout(below)

    def _way(self, row: QHBoxLayout, label: str) -> QPushButton:
        made = button(label, "quiet")
        made.setProperty("kind", "link")
        made.clicked.connect(self.hide)
        row.addWidget(made)
        return made

    def _row(self, grid: QGridLayout, row: int, name: str) -> QLabel:
        value = words()
        label = words(name, muted=True)
        label.setWordWrap(False)
        grid.addWidget(label, row, 0)
        grid.addWidget(value, row, 1)
        return value

    def show_connection(self, connection: Connection, title: str) -> None:
        self.title.setText(title)
        self.sentence.setText(summary(connection))
        self.sentence.setVisible(bool(self.sentence.text()))
        ways = {"websocket": self.tr("WebSocket"), "polling": self.tr("long polling")}
        self.transport.setText(ways.get(connection.transport, "–"))
        trip = connection.round_trip
        self.round_trip.setText(f"{trip * 1000:.0f} ms" if trip is not None else "–")
        self.unsent.setText(changes(connection.unsent) if connection.unsent else self.tr("no changes"))
        self.encryption.setText(self._said_of_encryption(connection))
        self.again.setText(self.tr("Look who answers") if connection.is_doubtful else self.tr("Try again now"))
        lost = connection.phase in (Phase.RETRYING, Phase.REFUSED)
        self.examine.setText(self.tr("Find out why") if lost else self.tr("Check the connection"))
        self.examine.setAccessibleName(self.examine.text())
        self.again.setVisible(lost)

    def _said_of_encryption(self, connection: Connection) -> str:
        if connection.phase is not Phase.ONLINE:
            return "–"
        if not connection.fingerprint:
            return self.tr("on, by a proxy")
        return self.tr("on; words: {}").format(" ".join(words_of(connection.fingerprint)))


def summary(connection: Connection) -> str:
    """What a person should know beyond the two words; "" if all is well."""
    if connection.phase is Phase.ONLINE and connection.transport == "polling" and not connection.sentence:
        return t("Something on the way blocks WebSockets, so long polling is used: slower, but nothing is missing.")
    if connection.sentence or not connection.unsent or connection.phase is Phase.ONLINE:
        return connection.sentence
    return t("{changes} will be sent when the board is back.").format(changes=changes(connection.unsent))


def changes(count: int) -> str:
    return t("1 change") if count == 1 else t("{count} changes").format(count=count)
