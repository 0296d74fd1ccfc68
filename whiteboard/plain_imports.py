"""Gives Python its own `import` back, which PySide6 replaces to offer `from __feature__ import ...`.

PySide6 6.11 reads the source of every module that is imported after it, to learn whether it speaks of PySide6, and
`linecache` keeps all of it: 14 MB of the app, and a tenth of its time to start. Nobody here uses `__feature__`.
tests/ui/test_plain_imports.py says when this can go.
"""

from __future__ import annotations

import builtins
import linecache


def keep_imports_plain() -> None:
    """To be called before anything else is imported that the process needs."""
    import PySide6.QtCore  # noqa: F401  # it replaces `import` once, when it is first loaded

    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
        linecache.clearcache()
