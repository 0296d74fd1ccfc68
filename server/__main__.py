"""The host's start command: `python -m server`, installed also as `whiteboard-server`."""

import sys

from whiteboard import bootstrap, interrupt


def main() -> int:
    """Make the checkout ready if it is one, then serve."""
    bootstrap.prepare("server", "server")
    interrupt.ends_at_once()
    from server import app

    return app.main()


if __name__ == "__main__":
    sys.exit(main())
