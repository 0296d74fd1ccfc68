"""What it takes to open a `.whiteboard` file: from the click to the first ink in a 1080p window, and to all of it.

Milliseconds of the thread that does it, so a busy neighbour changes little. The app reads the file in a thread
(`read_ms`); what follows is on the window's thread, in slices, of which `worst_ms` is the longest: building the board
is one of them.
"""

from __future__ import annotations

import argparse
import itertools
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from time import thread_time
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QApplication

from tests.bench import runner
from tests.bench.panes import SLICE, show_now
from tests.bench.term_board import term_board
from whiteboard.editor import Editor, Index, News
from whiteboard.files import portable
from whiteboard.files.board_store import BoardStore
from whiteboard.files.database import Database
from whiteboard.model.document import Document
from whiteboard.sync.replica import Replica
from whiteboard.ui.canvas_widget import Canvas

SIZE = QSize(1920, 1080)
Result = TypeVar("Result")


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--strokes", default="1000,10000,100000", help="sizes of the boards (default all three)")


def measure(given: argparse.Namespace) -> list[runner.Row]:
    QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        opened(100, Path(folder) / "warm")  # what is loaded and made once is no part of it
        return [opened(int(strokes), Path(folder) / strokes) for strokes in given.strokes.split(",")]


def opened(strokes: int, folder: Path) -> runner.Row:
    print(f"{strokes} strokes ...", flush=True)
    folder.mkdir()
    path = folder / "term.whiteboard"
    portable.write(path, "Term", Document(term_board(strokes)))
    ids = map("{:032x}".format, itertools.count(1))
    database = Database(folder, on_trouble=print, new_client=lambda: next(ids))
    store = BoardStore(database, now=time.time, new_id=lambda: next(ids), new_client=lambda: next(ids))
    canvas = Canvas()
    canvas.resize(SIZE)
    canvas.show()
    QCoreApplication.processEvents()

    imported, read = timed(lambda: portable.read(path))
    editor, build = timed(lambda: built(store, imported, canvas))
    slices, first = [build], 0.0
    while canvas.renderer.taking_in or not canvas.renderer.crisp:
        filling = canvas.renderer.taking_in
        _, work = timed(lambda: canvas.renderer.work(SLICE))
        if filling and not canvas.renderer.taking_in:
            canvas.fit(1.0)
        _, frame = timed(lambda: shown(canvas))
        slices.append(work + frame)
        if not first and canvas.renderer.tile_bytes:
            first = sum(slices)
    assert len(editor.document) == strokes
    canvas.close()
    database.close(60)
    return {
        "strokes": strokes,
        "file_mb": path.stat().st_size / 1e6,
        "read_ms": read,
        "first_ink_ms": read + first,
        "all_ms": read + sum(slices),
        "worst_ms": max(slices),
    }


def built(store: BoardStore, imported: portable.Imported, canvas: Canvas) -> Editor:
    """The board in the window, as the desk does it."""
    info, kept = store.adopt(imported.title, imported.document)
    replica = Replica(kept.standing, kept.base, kept.pending, journal=store.journal(info.id), new_client=str)

    def ignore(news: News) -> None:
        """Nobody changes anything here."""

    index: Index = canvas.index
    editor = Editor(replica, index=index, new_id=str, chance=lambda: 1, on_change=ignore)
    canvas.open(editor)
    return editor


def shown(canvas: Canvas) -> None:
    for rect in canvas.renderer.take_dirty():
        canvas.update(rect)
    show_now(canvas)


def timed(do: Callable[[], Result]) -> tuple[Result, float]:
    """What it gives, and its milliseconds."""
    began = thread_time()
    result = do()
    return result, 1000 * (thread_time() - began)


if __name__ == "__main__":
    runner.run("opening", measure, options)
