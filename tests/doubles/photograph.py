"""Takes a picture of the whole X screen: `python -m tests.doubles.photograph FILE.png`."""

import sys

from PySide6.QtGui import QGuiApplication


def main() -> int:
    app = QGuiApplication(sys.argv[:1])
    return 0 if app.primaryScreen().grabWindow(0).save(sys.argv[1]) else 1


if __name__ == "__main__":
    sys.exit(main())
