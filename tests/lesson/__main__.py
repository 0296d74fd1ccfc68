"""Draws a lesson page in a real window, with somebody else on the same board; then looks at it by every road there is.

Run by hand, where Xvfb, openbox and xdotool are: `python -m tests.lesson [--into FOLDER] [--screens FOLDER] [--short]`.
The exit code is 0 if all pictures are the same as far as they should be.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage

from tests.doubles import screen
from tests.doubles.app_process import app_process
from tests.doubles.patience import until
from tests.doubles.server_process import server_process

from . import page, screens
from .looks import WINDOWS_TOLERANCE, Verdict, compared, elsewhere, exported, pdf_page
from .window import HEIGHT_PX, PATIENCE, WIDTH_PX, Window, window_of

BOARD = "lesson.whiteboard"
CANVAS = QRect(20, 60, WIDTH_PX - 40, HEIGHT_PX - 60 - 130)
"""Of a window, what nothing lies above once toasts are gone."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.lesson", description=__doc__)
    parser.add_argument("--into", type=Path, help="keep all pictures in this folder")
    parser.add_argument("--screens", type=Path, metavar="FOLDER", help="make pictures of the app itself in this folder")
    parser.add_argument("--short", action="store_true", help="a few strokes, one page, no export but by the command")
    given = parser.parse_args(arguments)
    if lacking := screen.lacking():
        sys.exit(f"missing: {lacking}")
    height_px = max(HEIGHT_PX + 60, screens.TALLEST_PX if given.screens is not None else 0)
    with screen.virtual_screen(2 * WIDTH_PX + 40, height_px) as environ, tempfile.TemporaryDirectory() as folder:
        os.environ.update(environ)
        application = QGuiApplication(["lesson"])
        into = Path(folder) / "pictures" if given.into is None else given.into
        into.mkdir(parents=True, exist_ok=True)
        verdicts = asyncio.run(_lesson(Path(folder), into.resolve(), short=given.short))
        if given.screens is not None:
            given.screens.mkdir(parents=True, exist_ok=True)
            asyncio.run(screens.photograph(into.resolve() / BOARD, Path(folder) / "screens", given.screens.resolve()))
        del application
    print("\n".join(map(str, verdicts)))
    return 0 if verdicts and all(verdict.is_good for verdict in verdicts) else 1


async def _lesson(folder: Path, into: Path, *, short: bool) -> list[Verdict]:
    async with AsyncExitStack() as running:
        server = await running.enter_async_context(
            server_process("--data", str(folder / "server"), "--board", "Lesson")
        )
        await server.ready()
        windows: list[Window] = []
        for place, name in enumerate(("Ms Lee", "Ben")):
            options = ("--join", str(server.link), "--name", name, "--size", f"{WIDTH_PX}x{HEIGHT_PX}")
            environ = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": os.environ["DISPLAY"]}
            app = await running.enter_async_context(app_process(folder / name, *options, **environ))
            await app.ready()
            windows.append(await window_of(app, (place * (WIDTH_PX + 20), 20), "Lesson"))
        teacher, pupil = windows
        await page.draw(teacher, folder, short=short)
        verdicts = [await _both_windows(teacher, pupil, into, number) for number in range(1, 2 if short else 4)]
        board = into / BOARD
        board.unlink(missing_ok=True)  # of a run before: a dialog would ask
        teacher.press("ctrl+s")
        await teacher.file_dialog(board, "Save")
        await until(board.exists, PATIENCE, "the saved board")
        if not short:
            verdicts.append(await _from_the_dialog(teacher, board, into))
    for number in range(1, 2 if short else 4):
        verdicts += elsewhere(exported(board, into, number))
    return verdicts


async def _both_windows(teacher: Window, pupil: Window, into: Path, number: int) -> Verdict:
    """One page in both windows; the next one is turned to first."""
    for window in (teacher, pupil):
        window.press("v", "Escape", *(["Next"] if number > 1 else []), "shift+1")
    teacher.leave()
    ours, theirs = await teacher.still(), await pupil.still()
    same = _compared_windows(number, ours, theirs)
    for _ in range(160):  # toasts go, pictures come
        if same.is_good:
            break
        await asyncio.sleep(0.25)
        ours, theirs = await teacher.still(), await pupil.still()
        same = _compared_windows(number, ours, theirs)
    ours.save(str(into / f"window{number}-teacher.png"))
    theirs.save(str(into / f"window{number}-pupil.png"))
    return same


def _compared_windows(number: int, ours: QImage, theirs: QImage) -> Verdict:
    return compared(f"page{number}: both windows", ours.copy(CANVAS), theirs.copy(CANVAS), WINDOWS_TOLERANCE)


async def _from_the_dialog(window: Window, board: Path, into: Path) -> Verdict:
    """The PDF of all pages, as the app's own dialog makes it, beside the command's PNG of the second page."""
    out = into / "dialog.pdf"
    out.unlink(missing_ok=True)
    window.press("ctrl+shift+e")
    await window.answer("Export")
    await window.file_dialog(out, "Export")
    await until(lambda: out.exists() and out.stat().st_size > 0, PATIENCE, "the exported file")
    ours = QImage(f"{exported(board, into, 2)}.png")
    return compared("page2: PDF of the app's dialog by pdftoppm", ours, pdf_page(out, 2))


if __name__ == "__main__":
    sys.exit(main())
