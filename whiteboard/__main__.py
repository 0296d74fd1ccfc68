"""The start command: `python -m whiteboard`, installed also as `whiteboard`."""

import os
import sys

from whiteboard import bootstrap, interrupt
from whiteboard.plain_imports import keep_imports_plain

TERMINAL_COMMANDS = ("watch", "draw", "doctor")
"""They need neither a screen nor Qt. A file of such a name is opened as ./watch."""

DRAWING_COMMANDS = ("export", "import")
"""They need Qt, but no screen."""


def main() -> int:
    """Make the checkout ready if it is one, then open the app or run a command of the terminal."""
    if sys.argv[1:2] and sys.argv[1] in TERMINAL_COMMANDS:
        bootstrap.prepare("server", "whiteboard")  # what a server needs is all that they need
        interrupt.ends_at_once()
        from whiteboard.terminal import commands

        return commands.main()
    if sys.argv[1:2] and sys.argv[1] in DRAWING_COMMANDS:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        bootstrap.prepare("whiteboard", "whiteboard")
        interrupt.ends_at_once()
        keep_imports_plain()
        from whiteboard.terminal import commands

        return commands.main()
    bootstrap.prepare("whiteboard", "whiteboard")
    interrupt.ends_at_once()
    keep_imports_plain()
    from whiteboard import app

    return app.main()


if __name__ == "__main__":
    sys.exit(main())
