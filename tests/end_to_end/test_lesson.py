"""What is drawn in one real window is the same in another one, and in files that other programs show."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.doubles import screen
from tests.doubles.app_process import ROOT


def test_a_short_lesson_looks_the_same_everywhere() -> None:
    """The long one is `python -m tests.lesson`."""
    if lacking := screen.lacking():
        pytest.skip(f"no real windows here, missing: {lacking}")
    command = [sys.executable, "-m", "tests.lesson", "--short"]
    lesson = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    assert lesson.returncode == 0, lesson.stdout + lesson.stderr
    assert "both windows" in lesson.stdout
