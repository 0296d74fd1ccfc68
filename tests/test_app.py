"""The app as a process: how it starts, ends, is killed, and makes room for another one."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.doubles.app_process import ROOT, app_process, environment
from tests.doubles.patience import until
from tests.files.strokes import stroke
from whiteboard.files import portable
from whiteboard.files.database import FILE_NAME
from whiteboard.model.document import Document
from whiteboard.screen import NO_SCREEN, why_no_window
from whiteboard.version import VERSION


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_ends_it_in_order(tmp_path: Path, number: signal.Signals) -> None:
    async with app_process(tmp_path) as app:
        await app.ready()
        app.send(number)
        assert await app.ended() == (0, "")
        assert not (tmp_path / f"{FILE_NAME}-wal").exists(), "the database was closed in order"
        assert app.titles == ["Untitled board"]


async def test_it_starts_again_after_it_was_killed(tmp_path: Path) -> None:
    async with app_process(tmp_path) as app:
        await app.ready()
        app.send(signal.SIGKILL)
        assert (await app.ended())[0] == -signal.SIGKILL
    async with app_process(tmp_path, "--name", "Ann") as app:
        await until(lambda: app.kept("SELECT 1 FROM settings WHERE CAST(body AS TEXT) LIKE '%\"Ann\"%'"))
        app.send(signal.SIGTERM)
        assert await app.ended() == (0, "")
        assert app.titles == ["Untitled board"]


async def test_a_second_start_hands_its_file_over_and_ends(tmp_path: Path) -> None:
    file = tmp_path / "lesson.whiteboard"
    portable.write(file, "Lesson", Document([stroke(1)]))
    async with app_process(tmp_path / "data") as first:
        await first.ready()
        async with app_process(tmp_path / "data", str(file)) as second:
            assert await second.ended() == (0, "")
        await until(lambda: "Lesson" in first.titles)
        assert first.process.returncode is None
        async with app_process(tmp_path / "data") as third:
            assert await third.ended() == (0, "")


async def test_two_apps_with_folders_of_their_own_run_side_by_side(tmp_path: Path) -> None:
    async with app_process(tmp_path / "one") as one, app_process(tmp_path / "two") as two:
        await one.ready()
        await two.ready()
        for app in (one, two):
            app.send(signal.SIGTERM)
            assert await app.ended() == (0, "")


async def test_a_file_on_the_command_line_is_opened(tmp_path: Path) -> None:
    file = tmp_path / "lesson.whiteboard"
    portable.write(file, "Lesson", Document([stroke(1), stroke(2)]))
    async with app_process(tmp_path / "data", str(file), "--size", "800x600") as app:
        await until(lambda: app.titles == ["Lesson"] and len(app.kept("SELECT id FROM elements")) == 2)


async def test_a_database_of_a_newer_version_is_refused_in_a_sentence(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    async with app_process(tmp_path) as app:
        code, said = await app.ended()
    assert code == 1
    assert said.startswith("whiteboard: A newer version of Whiteboard made")
    assert said.count("\n") == 1


def test_version_and_help_need_no_screen() -> None:
    environ = environment()
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        environ.pop(name, None)
    for option, words in (("--version", f"whiteboard {VERSION}"), ("--help", "[FILE | LINK] [--join LINK]")):
        command = [sys.executable, "-m", "whiteboard", option]
        run = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=120, check=False)
        assert (run.returncode, run.stderr) == (0, "")
        assert words in run.stdout


@pytest.mark.skipif(os.name != "posix", reason="other systems always have a screen")
def test_a_dead_display_is_told_of_in_a_sentence(tmp_path: Path) -> None:
    environ = environment(DISPLAY=":4711")
    environ.pop("QT_QPA_PLATFORM")
    environ.pop("WAYLAND_DISPLAY", None)
    command = [sys.executable, "-m", "whiteboard", "--data", str(tmp_path)]
    run = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=120, check=False)
    assert (run.returncode, run.stderr) == (1, f"whiteboard: {NO_SCREEN}\n")


@pytest.mark.parametrize(
    ("environ", "platform", "fine"),
    [
        ({}, "linux", False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({"QT_QPA_PLATFORM": "xcb"}, "linux", False),
        ({"DISPLAY": "far.example:0"}, "linux", True),
        ({"DISPLAY": ":4711"}, "linux", False),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_where_a_window_can_open(environ: dict[str, str], platform: str, fine: bool) -> None:
    assert (why_no_window(environ, platform) == "") is fine
