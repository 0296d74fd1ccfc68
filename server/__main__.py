"""The host's start command: `python -m server`, installed also as `whiteboard-server`."""

import sys

from whiteboard import bootstrap


def main() -> int:
    """Make the checkout ready if it is one, then serve."""
    bootstrap.prepare("server", "server")
    from server import app

    return app.main()


if __name__ == "__main__":
    sys.exit(main())
