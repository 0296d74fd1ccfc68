"""Which set-up the start command asks for, before it may import anything else."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from whiteboard.__main__ import TERMINAL_COMMANDS
from whiteboard.bootstrap import SKIP

from .command import ROOT

_PREPARED = """
import sys
from whiteboard import bootstrap
class Reached(Exception): pass
def prepare(part, module): raise Reached(part, module)
bootstrap.prepare = prepare
import whiteboard.__main__ as start
try: start.main()
except Reached as reached: print(*reached.args)
"""


def prepared(*arguments: str) -> str:
    """The part that is set up; the standard library is all there is."""
    command = [sys.executable, "-S", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{_PREPARED}", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize("command", TERMINAL_COMMANDS)
def test_a_command_of_the_terminal_sets_up_only_what_a_server_needs(command: str) -> None:
    assert prepared(command, "anything") == "server whiteboard"


@pytest.mark.parametrize("arguments", [(), ("./watch",), ("http://h/b/watch",), ("--name", "watch"), ("watchful",)])
def test_everything_else_opens_the_app(arguments: tuple[str, ...]) -> None:
    assert prepared(*arguments) == "whiteboard whiteboard"


def test_a_file_that_is_named_like_a_command_is_opened_with_a_path(tmp_path: Path) -> None:
    environ = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environ |= {SKIP: "1", "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "whiteboard", "./watch"]
    run = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (2, "whiteboard: there is no file watch\n")


_INTERRUPTED = """
import os, signal, sys
class Watcher:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Watcher())
from {start} import main
main()
"""


@pytest.mark.skipif(os.name != "posix", reason="a process is told by a signal")
@pytest.mark.parametrize(
    ("start", "module", "arguments"),
    [
        ("whiteboard.__main__", "whiteboard.terminal.commands", ("watch", "http://h/b/x")),
        ("whiteboard.__main__", "whiteboard.client", ("draw", "http://h/b/x", "--svg", "-")),
        ("whiteboard.__main__", "whiteboard.exchange.importing", ("export", "a.whiteboard", "a.png")),
        ("whiteboard.__main__", "whiteboard.app", ()),
        ("server.__main__", "server.app", ()),
    ],
)
def test_ctrl_c_while_a_command_still_loads_ends_it_without_a_traceback(
    start: str, module: str, arguments: tuple[str, ...]
) -> None:
    environ = os.environ | {SKIP: "1", "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _INTERRUPTED.format(start=start, module=module), *arguments]
    run = subprocess.run(command, env=environ, capture_output=True, text=True, check=False, timeout=60)
    assert (run.returncode, run.stderr) == (-signal.SIGINT, "")


def test_a_full_disk_is_one_sentence() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no device that is always full")
    command = [sys.executable, "-c", "from whiteboard.terminal.screen import say; say('hello')"]
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert run.returncode == 1
    assert run.stderr == "whiteboard: What there is to say cannot be written: No space left on device.\n"


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    """`whiteboard import ... | true`: nobody reads where the board went."""
    (tmp_path / "a.svg").write_text("<svg><path d='M0 0H9V9'/></svg>")
    reader, writer = os.pipe()
    os.close(reader)
    environ = os.environ | {SKIP: "1", "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "whiteboard", "import", "a.svg", "a.whiteboard"]
    run = subprocess.run(command, cwd=tmp_path, env=environ, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (run.returncode, run.stderr) == (0, b"")
    assert (tmp_path / "a.whiteboard").exists()
