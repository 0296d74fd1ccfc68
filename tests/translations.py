"""Renews the translations in assets/translations: `python -m tests.translations` after words of the app changed.

Qt's lupdate finds what `tr` and `translate` are given in whiteboard/ui and app.py. The words of other rooms are found
here: literals given to `words.t`, and the tables below. New words have no translation yet: write it into the .ts file
(with Qt Linguist, or any editor) and run this again; lrelease then makes the .qm file that the app reads.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import PySide6

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "assets" / "translations"
LANGUAGES = ("de",)
CONTEXT = "Words"


def literals() -> Iterator[str]:
    """What `t` is given in the source, as far as it is written there."""
    for path in sorted((ROOT / "whiteboard").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _is_t(node.func) and node.args:
                word = node.args[0]
                if isinstance(word, ast.Constant) and isinstance(word.value, str):
                    yield word.value


def _is_t(function: ast.expr) -> bool:
    return (isinstance(function, ast.Name) and function.id == "t") or (
        isinstance(function, ast.Attribute) and function.attr == "t"
    )


def tables() -> Iterator[str]:
    """The words of the lists that toolbar, menus, help and sentences are made from."""
    from whiteboard.model.paper import PAPER_NAMES
    from whiteboard.net.sentences import SENTENCES
    from whiteboard.tools.registry import TOOLS
    from whiteboard.ui.actions import ACTIONS
    from whiteboard.ui.app_actions import APP_ACTIONS

    yield from (tool.label for tool in TOOLS)
    yield from (action.label for action in ACTIONS)
    yield from (action.label for action in APP_ACTIONS)
    yield from PAPER_NAMES.values()
    yield from SENTENCES.values()


def all_words() -> list[str]:
    return sorted({word for word in (*literals(), *tables()) if word})


def update(language: str) -> Path:
    """Bring a .ts file up to date with the source; returns it."""
    path = FOLDER / f"whiteboard_{language}.ts"
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "words.py"
        calls = "".join(f"QCoreApplication.translate({CONTEXT!r}, {word!r})\n" for word in all_words())
        listed.write_text(calls, encoding="utf-8")
        sources = [*sorted((ROOT / "whiteboard" / "ui").rglob("*.py")), ROOT / "whiteboard" / "app.py", listed]
        options = ("-no-obsolete", "-locations", "none", "-silent", "-source-language", "en")
        _run("lupdate", *options, "-target-language", language, *map(str, sources), "-ts", str(path))
    return path


def release(path: Path, folder: Path) -> Path:
    """Make the .qm file of a .ts file."""
    made = folder / path.with_suffix(".qm").name
    _run("lrelease", "-silent", str(path), "-qm", str(made))
    return made


def _run(program: str, *arguments: str) -> None:
    subprocess.run([str(Path(PySide6.__file__).parent / program), *arguments], check=True, timeout=120)


def main() -> int:
    FOLDER.mkdir(exist_ok=True)
    for language in LANGUAGES:
        path = update(language)
        release(path, FOLDER)
        missing = path.read_text(encoding="utf-8").count('type="unfinished"')
        print(f"{path.name}: {missing} words without a translation")
    return 0


if __name__ == "__main__":
    sys.exit(main())
