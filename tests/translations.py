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
    """The words of the lists that toolbar, menus, help, sentences and reports are made from."""
    from whiteboard.doctor import advice, ladders, report
    from whiteboard.exchange import excalidraw, xopp
    from whiteboard.files import board_store, pdf
    from whiteboard.net import sentences
    from whiteboard.protocol.messages import Role
    from whiteboard.svg import reader
    from whiteboard.tools.registry import TOOLS
    from whiteboard.ui import (
        actions,
        announcements,
        app_actions,
        app_menu,
        doctor_rung,
        export_dialog,
        swatches,
        tool_family,
    )
    from whiteboard.ui.inspector import meaning

    yield from (tool.label for tool in TOOLS)
    yield from (action.english for action in actions.ACTIONS)
    yield from (action.english for action in app_actions.APP_ACTIONS)
    yield from tool_family.FAMILY_NAMES.values()
    yield from swatches.COLOR_NAMES.values()
    yield from sentences.SENTENCES.values()
    yield from (sentences.AT_THE_DOOR, sentences.KEEP_DRAWING, board_store.UNTITLED)
    yield from announcements.REFUSED.values()
    yield from app_menu.SCHEMES.values()
    yield from (about for _, about in export_dialog.FORMATS.values())
    yield from (word for pair in advice.ADVICE.values() for word in pair if any(map(str.isalpha, word)))
    yield from (rung.name for rung in (*ladders.FOR_A_LINK, *ladders.FOR_A_HOST))
    yield from doctor_rung.SPOKEN.values()
    yield report.WELL
    yield from (role.value for role in Role)
    yield from pdf.REASONS.values()
    yield from (*xopp.ASIDE.values(), *excalidraw.NOT_TAKEN.values(), *reader.LEFT_OUT.values())
    yield from reader.PROPERTIES.values()
    yield from (*meaning.EXPLAINED.values(), meaning.UNKNOWN, *meaning.VERBS.values(), "pointer")
    yield from (word for pair in meaning.THINGS.values() for word in pair)


def in_windows() -> Iterator[tuple[str, str]]:
    """Context and words of tables in windows, and where lupdate (6.11) does not find them: a module's own `_tr`, and
    some classes.
    """
    from whiteboard.ui import profile

    for path in sorted((ROOT / "whiteboard" / "ui").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        yield from _in_classes(tree)
        context = next((found for node in tree.body if (found := _context_of(node))), "")
        for node in ast.walk(tree) if context else ():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_tr":
                word = node.args[0]
                if isinstance(word, ast.Constant) and isinstance(word.value, str):
                    yield context, word.value
    yield from (("ProfileEditor", name) for name in profile.COLOR_NAMES)


def _in_classes(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for scope in (node for node in tree.body if isinstance(node, ast.ClassDef)):
        for node in ast.walk(scope):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
                word = node.args[0]
                if isinstance(word, ast.Constant) and isinstance(word.value, str) and "%n" not in word.value:
                    yield scope.name, word.value


def _context_of(node: ast.stmt) -> str:
    """The context that a function `_tr` of a module translates in."""
    if not (isinstance(node, ast.FunctionDef) and node.name == "_tr"):
        return ""
    calls = (each for each in ast.walk(node) if isinstance(each, ast.Call) and len(each.args) == 2)
    contexts = (call.args[0] for call in calls if isinstance(call.args[0], ast.Constant))
    return next((str(context.value) for context in contexts), "")


def all_words() -> list[tuple[str, str]]:
    """Contexts and words beside those that lupdate finds."""
    plain = ((CONTEXT, word) for word in (*literals(), *tables()))
    return sorted({(context, word) for context, word in (*plain, *in_windows()) if word})


def update(language: str) -> Path:
    """Bring a .ts file up to date with the source; returns it."""
    path = FOLDER / f"whiteboard_{language}.ts"
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "words.py"
        calls = "".join(f"QCoreApplication.translate({context!r}, {word!r})\n" for context, word in all_words())
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
