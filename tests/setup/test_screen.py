"""The virtual screen really shows windows, and real mouse events reach them."""

import subprocess
import sys

import pytest

pytest.importorskip("PySide6")

PROGRAM = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def mousePressEvent(self, event):
        sys.stdout.write(f"pressed {event.position().x():.0f} {event.position().y():.0f}")
        QApplication.quit()
app = QApplication([])
window = Window()
window.setWindowTitle("a real window")
window.resize(300, 200)
window.show()
app.exec()
"""


def test_a_window_opens_there_and_gets_a_real_click(x_screen: dict[str, str]) -> None:
    with subprocess.Popen([sys.executable, "-c", PROGRAM], env=x_screen, stdout=subprocess.PIPE, text=True) as app:
        try:
            find = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "a real window"]
            subprocess.run(
                [*find, "windowfocus", "--sync", "mousemove", "--sync", "--window", "%1", "40", "30", "click", "1"],
                env=x_screen,
                check=True,
                timeout=120,
                capture_output=True,
            )
            assert app.communicate(timeout=120)[0] == "pressed 40 30"
        finally:
            app.kill()
