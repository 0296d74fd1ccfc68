"""Runs a command of the terminal. Its module, of the same name, is read only when it is given."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

from .screen import guarded

_MODULES = {"export": "export_board", "import": "import_board"}
"""Where a module must have another name than its command."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command, one of `__main__.TERMINAL_COMMANDS`, that the arguments (None: the process's own) begin with."""
    name, *rest = sys.argv[1:] if arguments is None else arguments
    command = import_module(f"whiteboard.terminal.{_MODULES.get(name, name)}")
    return guarded(lambda: command.main(rest))
