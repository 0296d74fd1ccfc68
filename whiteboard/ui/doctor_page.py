"""The doctor in the app: the ladder of checks as it is climbed, with the verdict above it and a report to copy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from whiteboard.doctor.finding import Outcome, Result
from whiteboard.doctor.report import has_joined, verdict, written

from .announce import announce
from .buttons import words
from .doctor_rung import RungRow
from .panel import Panel
from .theme import SMALL_GAP_PX, SMALL_PT, TITLE_PT

WIDTH_PX = 560
_COPIED_MS = 2000


class DoctorPage(Panel):
    """It shows what it is told: `begin`, `show_result` for each rung, `finish`; and says what the person wants."""

    again_wanted = Signal()
    stop_wanted = Signal()
    """Also when it is closed."""
    join_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width_px=WIDTH_PX)
        self.rows: list[RungRow] = []
        self._results: list[Result] = []
        self._running = False
        self._title = ""
        self._secrets: tuple[str, ...] = ()
        self.about = words(muted=True)
        self.verdict = words(points=TITLE_PT, bold=True)
        self._ladder = QWidget()
        self._rungs = QVBoxLayout(self._ladder)
        self._rungs.setContentsMargins(0, 0, 0, 0)
        self._rungs.setSpacing(SMALL_GAP_PX)
        self.after = words(points=SMALL_PT, muted=True)
        for widget in (self.about, self.verdict, self._ladder, self.after):
            self.column.addWidget(widget)
        self.copy = self.add_button(self.tr("Copy report"), self._copy)
        self.again = self.add_button(self.tr("Run again"), self._on_again, "accent")
        self.join = self.add_button(self.tr("Join now"), self.join_wanted.emit, "accent")
        self.join.hide()

    # ------------------------------------------------------------ what is shown

    def begin(
        self, heading: str, title: str, names: Sequence[str], *, after: str = "", secrets: Iterable[str] = ()
    ) -> None:
        """A new examination of rungs with these names. `after` stands below the ladder; `secrets` are never copied."""
        self._title, self._secrets, self._results, self._running = title, tuple(secrets), [], True
        self.heading.setText(heading)
        self.about.setText(title)
        self.after.setText(after)
        self.after.setVisible(bool(after))
        for row in self.rows:
            self._rungs.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [RungRow(name) for name in names]
        for row in self.rows:
            self._rungs.addWidget(row)
        self.join.hide()
        self.copy.setEnabled(False)
        self.again.setText(self.tr("Stop"))
        self._try_next()

    def show_result(self, result: Result) -> None:
        row = self.rows[len(self._results)]
        self._results.append(result)
        row.show_result(result)
        if result.outcome is Outcome.FAILS:
            announce(self, row.spoken)
        self._try_next()

    def finish(self, *, may_join: bool = False) -> None:
        """There will be no more results. `may_join`: offer to join, if the doctor could."""
        self._running = False
        complete = len(self._results) == len(self.rows)
        words = verdict(self._results) if complete else self.tr("The examination was stopped.")
        self.verdict.setText(words)
        announce(self, words)
        failed = [row for row in self.rows if row.result is not None and row.result.outcome is Outcome.FAILS]
        if failed:
            self.reveal(failed[0])
        self.copy.setEnabled(bool(self._results))
        self.again.setText(self.tr("Run again"))
        self.join.setVisible(may_join and has_joined(self._results))

    @property
    def report(self) -> str:
        """What is copied: everything but the secrets."""
        return written(self._title, self._results, self._secrets)

    # ------------------------------------------------------------ inside

    def _try_next(self) -> None:
        done = len(self._results)
        if done < len(self.rows):
            row = self.rows[done]
            row.begin()
            progress = self.tr("{number} of {all}: {name}…")
            self.verdict.setText(progress.format(number=done + 1, all=len(self.rows), name=row.name))

    def _on_again(self) -> None:
        (self.stop_wanted if self._running else self.again_wanted).emit()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
        self.copy.setText(self.tr("Copied"))
        QTimer.singleShot(_COPIED_MS, self.copy, lambda: self.copy.setText(self.tr("Copy report")))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.stop_wanted.emit()
