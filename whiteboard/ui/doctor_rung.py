"""One rung of the doctor's ladder on the screen: how it went, in which time, and what to do where it does not hold."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from whiteboard.doctor.finding import Outcome, Result
from whiteboard.doctor.report import took
from whiteboard.words import t

from . import icons
from .buttons import Complaint, button, words
from .theme import GAP_PX, RADIUS_PX, SMALL_GAP_PX, SMALL_PT, THEME, font

_MARK_PX = 18
SPOKEN = {
    Outcome.HOLDS: "holds",
    Outcome.FAILS: "does not hold",
    Outcome.UNTRIED: "skipped",
    Outcome.NOT_NEEDED: "not needed",
}
_ICONS = {Outcome.HOLDS: "check", Outcome.FAILS: "close", Outcome.UNTRIED: "minus", Outcome.NOT_NEEDED: "minus"}


class RungRow(QWidget):
    """Waits, is tried, and then shows its result. It can be reached by Tab, and reads itself out."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.result: Result | None = None
        self._is_tried = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._title = words(name)
        self._time = words(points=SMALL_PT, muted=True)
        self._time.setWordWrap(False)
        self.detail = words(points=SMALL_PT, muted=True)
        self.cause = Complaint()
        self.remedy = words()
        self.unfold = self._unfolding()
        self.lines = _monospaced()
        grid = QGridLayout(self)
        grid.setContentsMargins(_MARK_PX + 2 * GAP_PX, SMALL_GAP_PX, GAP_PX, SMALL_GAP_PX)
        grid.setHorizontalSpacing(GAP_PX)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._title, 0, 0)
        grid.addWidget(self._time, 0, 1, Qt.AlignmentFlag.AlignRight)
        for row, widget in enumerate((self.detail, self.cause, self.remedy), start=1):
            grid.addWidget(widget, row, 0, 1, 2)
        grid.addWidget(self.unfold, 4, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.lines, 5, 0, 1, 2)
        for hidden in (self.detail, self.remedy, self.unfold, self.lines):
            hidden.hide()
        self._say()

    def begin(self) -> None:
        """It is being tried now."""
        self._is_tried = True
        self._say()

    def show_result(self, result: Result) -> None:
        self.result, self._is_tried = result, False
        self._title.setFont(font(self._title.font().pointSizeF() / THEME.letters, bold=result.outcome is Outcome.FAILS))
        self._time.setText(took(result))
        self.cause.say(result.cause)
        for label, text in ((self.detail, result.detail), (self.remedy, result.remedy)):
            label.setText(text)
            label.setVisible(bool(text))
        self.lines.setText("\n".join(result.lines))
        self.unfold.setVisible(bool(result.lines))
        self._say()

    @property
    def spoken(self) -> str:
        """All of it in words, for those who hear it."""
        if self.result is None:
            return f"{self.name}: {self.tr('being tried') if self._is_tried else self.tr('waits')}"
        parts = (self.result.detail, self.result.cause, self.result.remedy)
        head = f"{self.name}: {t(SPOKEN[self.result.outcome])}"
        return ". ".join([head, *(part.rstrip(".") for part in parts if part)]) + "."

    # ------------------------------------------------------------ inside

    def _unfolding(self) -> QPushButton:
        made = button(self.tr("Show request and answer"))
        made.setProperty("kind", "link")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setCheckable(True)
        made.toggled.connect(self._on_unfold)
        return made

    def _on_unfold(self, on: bool) -> None:
        self.lines.setVisible(on)
        self.unfold.setText(self.tr("Hide request and answer") if on else self.tr("Show request and answer"))
        self.unfold.setAccessibleName(self.unfold.text())

    def _say(self) -> None:
        self.setAccessibleName(self.spoken)
        self._title.setEnabled(self.result is not None or self._is_tried)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = THEME.colors
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.hasFocus():
                painter.setPen(QPen(QColor(colors.link), 2))
                painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS_PX - 2, RADIUS_PX - 2)
            middle = self._title.geometry().center().y()
            at = QPoint(GAP_PX, middle - _MARK_PX // 2)
            if self.result is not None:
                outcome = self.result.outcome
                color = {Outcome.HOLDS: colors.good, Outcome.FAILS: colors.danger}.get(outcome, colors.muted)
                painter.drawPixmap(at, icons.pixmap(_ICONS[outcome], color, _MARK_PX, self.devicePixelRatioF()))
                return
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent if self._is_tried else colors.border))
            radius = 4 if self._is_tried else 3
            painter.drawEllipse(QPoint(GAP_PX + _MARK_PX // 2, middle), radius, radius)


def _monospaced() -> QLabel:
    """Lines as they went over the wire, which can be selected; long ones are broken."""
    label = words()
    letters = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    letters.setPointSizeF(SMALL_PT * THEME.letters)
    letters.setStyleHint(QFont.StyleHint.Monospace)
    label.setFont(letters)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
