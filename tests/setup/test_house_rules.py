"""The guards of tests/conftest.py, each tried against a planted fault in a run of its own."""

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]
ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def plant(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A folder whose tests run under the house's conftest and settings."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makeconftest("from tests.conftest import *")
    pytester.makepyprojecttoml('[tool.pytest.ini_options]\nfilterwarnings = ["error"]\nmarkers = ["deadline(seconds)"]')
    return pytester


FAULTS = {
    "a log warning": "import logging\ndef test(): logging.getLogger('house').warning('smoke')",
    "a Qt message": "from PySide6.QtCore import qWarning\ndef test(): qWarning('smoke')",
    "a Python warning": "import warnings\ndef test(): warnings.warn('smoke')",
    "an exception in a slot": (
        "from PySide6.QtCore import QTimer\n"
        "async def test():\n"
        "    import asyncio\n"
        "    QTimer.singleShot(0, lambda: 1 / 0)\n"
        "    await asyncio.sleep(0.05)"
    ),
    "a task left running": (
        "import asyncio\n"
        "async def test():\n"
        "    task = asyncio.get_running_loop().create_task(asyncio.sleep(3600))\n"
        "    await asyncio.sleep(0)"
    ),
    "a task that failed unseen": (
        "import asyncio\n"
        "async def fail(): raise ValueError('smoke')\n"
        "async def test():\n"
        "    task = asyncio.get_running_loop().create_task(fail())\n"
        "    await asyncio.sleep(0.01)\n"
        "    del task"
    ),
    "a test that hangs": (
        "import asyncio, pytest\n@pytest.mark.deadline(0.1)\nasync def test(): await asyncio.Event().wait()"
    ),
    "an assertion in async": "async def test(): assert 1 == 2",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_it_fails_for(plant: pytest.Pytester, fault: str) -> None:
    plant.makepyfile(FAULTS[fault])
    plant.runpytest_subprocess().assert_outcomes(failed=1)


def test_a_window_that_is_left_open_is_an_error(plant: pytest.Pytester) -> None:
    plant.makepyfile(
        "from PySide6.QtWidgets import QWidget\n"
        "left = []\n"
        "def test_one(qapp): left.append(QWidget()); left[0].show()\n"
        "def test_two(qapp): assert not left[0].isVisible()"
    )
    plant.runpytest_subprocess().assert_outcomes(passed=2, errors=1)


def test_an_announced_warning_passes(plant: pytest.Pytester) -> None:
    plant.makepyfile(
        "import logging\n"
        "async def test(surprises):\n"
        "    surprises.expect('house: smoke')\n"
        "    logging.getLogger('house').warning('smoke')"
    )
    plant.runpytest_subprocess().assert_outcomes(passed=1)


def test_checks_that_failed_before_are_repeated_at_the_end(
    plant: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHITEBOARD_FAILED_CHECKS", "mypy")
    plant.makepyfile("def test(): pass")
    plant.runpytest_subprocess().stdout.fnmatch_lines(["FAILED mypy*", "*1 passed*"])
