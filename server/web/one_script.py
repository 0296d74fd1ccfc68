"""The page's modules as one script: a browser far away gets them in one answer, not in eighty.

Each module becomes a function that is called once, after those that it imports from. The sources stay as they are and
run without this; what they must keep to for it is checked here, and is little: names are imported and exported one by
one, none is assigned to later, and modules do not import one another in circles.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from graphlib import TopologicalSorter

_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.[^"]*)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async function|function|const|class) (\w+))", re.MULTILINE)
_EMPTY_EXPORT = "export {};\n"
_COMMENT = re.compile(r"^[ \t]*(?:/\*(?:(?!\*/).)*\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)
"""One that has its lines for itself: three bytes of ten, and nothing to a browser."""
_LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def one_script(modules: Mapping[str, str], root: str) -> str:
    """`root` and all that it imports, of the texts of modules by their paths, to be run as a module.

    Raises `ValueError` for an import or export in a form that is not known here, or for modules in a circle
    (`graphlib.CycleError`), and `KeyError` for a module that is not there.
    """
    needs: dict[str, list[str]] = {}
    found = [root]
    for name in found:
        if name not in needs:
            needs[name] = [_place(name, path) for _, path in _IMPORT.findall(modules[name])]
            found.extend(needs[name])
    return "".join(_called_once(name, modules[name]) for name in TopologicalSorter(needs).static_order())


def _called_once(name: str, text: str) -> str:
    exported = ", ".join(_EXPORT.findall(text))
    body = _COMMENT.sub("", text).replace(_EMPTY_EXPORT, "")
    body = _IMPORT.sub(lambda found: _taken(name, *found.groups()), _EXPORT.sub("", body))
    if left := _LEFT.search(body):
        raise ValueError(f"{name}: {left.group()}")
    return f"const {_variable(name)} = (() => {{\n{body}return {{ {exported} }};\n}})();\n"


def _taken(name: str, names: str, path: str) -> str:
    return f"const {{{names.replace(' as ', ': ')}}} = {_variable(_place(name, path))};\n"


def _place(name: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))


def _variable(name: str) -> str:
    return re.sub(r"\W", "$", name)
