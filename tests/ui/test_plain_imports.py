"""What is imported after PySide6 is neither read nor kept as text."""

import subprocess
import sys

from tests.doubles.lasting_server import ROOT

LINES_KEPT = "import linecache; print(sum(len(kept[2]) for kept in linecache.cache.values() if len(kept) == 4))"


def lines_kept_after(*statements: str) -> int:
    """Lines of source that a new process holds in the end."""
    code = "\n".join((*statements, LINES_KEPT))
    run = subprocess.run((sys.executable, "-c", code), cwd=ROOT, stdout=subprocess.PIPE, timeout=60, check=True)
    return int(run.stdout)


def test_pyside_keeps_the_source_of_what_is_imported_after_it() -> None:
    """Once this fails, `whiteboard.plain_imports` is not needed any more."""
    assert lines_kept_after("import PySide6.QtCore", "import whiteboard.render.renderer") > 5000


def test_no_source_is_kept_where_imports_are_plain() -> None:
    kept = lines_kept_after(
        "from whiteboard.plain_imports import keep_imports_plain",
        "keep_imports_plain()",
        "import PySide6.QtWidgets, whiteboard.render.renderer",
    )
    assert kept == 0
