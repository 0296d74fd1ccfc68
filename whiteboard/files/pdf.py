"""Pages of a PDF as pictures, painted by a child process that a bad file can only take down itself."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from whiteboard import bootstrap
from whiteboard.words import t

MAX_PDF_BYTES = 200 * 1024 * 1024
PAGE_SECONDS = 20.0
"""So long a page may take."""

REASONS = {
    3: "It is no PDF, or it is damaged.",
    4: "It is protected by a password.",
    5: "It has more than 300 pages.",
}


class CannotReadPdf(Exception):
    """The PDF cannot be taken; the text is a sentence for the person."""


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page: its number from 1 of `count`, its size in points (1/72 inch), and its picture as PNG."""

    number: int
    count: int
    width: float
    height: float
    png: bytes


class PdfPages:
    """The pages of one file, one after the other. Iterating blocks: do it in a thread, once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._child: subprocess.Popen[str] | None = None
        self._cancelled = False

    def cancel(self) -> None:
        """Give up; may be called from another thread. The pages end there."""
        self._cancelled = True
        if self._child is not None:
            self._child.kill()

    def __iter__(self) -> Iterator[PdfPage]:
        """CannotReadPdf, or OSError if the file cannot be read at all."""
        if self._path.stat().st_size > MAX_PDF_BYTES:
            raise CannotReadPdf(t("It has more than {size} MB.").format(size=MAX_PDF_BYTES // 1024 // 1024))
        with tempfile.TemporaryDirectory(prefix="whiteboard-pdf-") as folder, _begun(self._path, folder) as child:
            self._child = child
            if self._cancelled:
                child.kill()
            try:
                yield from self._pages(child, Path(folder))
            finally:
                child.kill()

    def _pages(self, child: subprocess.Popen[str], folder: Path) -> Iterator[PdfPage]:
        count = int(_line(child) or 0)
        for _ in range(count):
            words = _line(child).split()
            if len(words) != 4:
                break
            png = (folder / Path(words[3]).name).read_bytes()
            yield PdfPage(int(words[0]), count, float(words[1]), float(words[2]), png)
        if child.wait() != 0 and not self._cancelled:
            raise CannotReadPdf(t(REASONS.get(child.returncode, "It is damaged.")))


def _begun(path: Path, folder: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "whiteboard.files.pdf_pages", str(path.resolve()), folder],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        cwd=Path(__file__).parents[2],
        env=os.environ | {bootstrap.SKIP: "1"},
    )


def _line(child: subprocess.Popen[str]) -> str:
    """The next line of the child's output; a child that says nothing for too long is ended."""
    assert child.stdout is not None
    watchdog = threading.Timer(PAGE_SECONDS, child.kill)
    watchdog.start()
    try:
        return child.stdout.readline()
    finally:
        watchdog.cancel()
