"""No window runs a loop within the loop: it would stop every task of the app, or break it (PySide6 with asyncio)."""

import re
from pathlib import Path

import whiteboard

PACKAGE = Path(whiteboard.__file__).parent
NESTING = re.compile(
    r"\.exec(_)?\(|QEventLoop\(\)|processEvents|"
    r"QMessageBox\.(information|question|warning|critical|about)\(|"
    r"QInputDialog\.get|QColorDialog\.getColor|QFontDialog\.getFont|"
    r"QFileDialog\.(getOpen|getSave|getExisting)"
)


def test_nothing_nests_a_loop() -> None:
    sources = sorted(PACKAGE.rglob("*.py"))
    assert len(sources) > 80
    found = [f"{path.name}: {line.strip()}" for path in sources for line in _lines(path) if NESTING.search(line)]
    assert found == []


def test_the_pattern_finds_what_it_is_for() -> None:
    bad = ["dialog.exec()", "menu.exec_(at)", "QMessageBox.question(self, ...)", "QFileDialog.getOpenFileName(self)"]
    assert all(NESTING.search(line) for line in bad)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()
