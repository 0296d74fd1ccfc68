"""What every test stands on: no screen needed, a fresh event loop for each `async def` test, no surprises."""

import asyncio
import contextlib
import gc
import inspect
import os
import tempfile
from collections.abc import Generator, Iterator
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")  # qasync would take PyQt where that is installed too
_home = tempfile.TemporaryDirectory(prefix="whiteboard-tests-")
for _name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
    os.environ[_name] = _home.name  # a test that forgets --data must not touch the person's own boards

import hypothesis
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from tests.doubles import screen
from tests.doubles.patience import until
from tests.doubles.surprises import Surprises
from whiteboard.bootstrap import timeouts
from whiteboard.ui.event_loop import EventLoop

timeouts.mend()  # as the start commands do

_WATCH = pytest.StashKey[Surprises]()
_DEADLINE = 240.0  # seconds for an async test, most of which take one; @pytest.mark.deadline(600) gives another
_TURNS = 5  # of the loop, which a test's last callbacks get
_GRACE = 10.0  # seconds in which tasks may end that wait for the other end of a socket to notice

# No limits of time: machines that run tests stall. The same examples in every run: a red one must be red again, and who
# looks for new ones says so: WHITEBOARD_NEW_EXAMPLES=1 python3 -m tests
hypothesis.settings.register_profile(
    "house",
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
    database=None,
    derandomize="WHITEBOARD_NEW_EXAMPLES" not in os.environ,
)
hypothesis.settings.load_profile("house")


@pytest.fixture(scope="session")
def qapp() -> Iterator[QApplication]:
    """The one application object of this process.

    PySide6 6.11: what is left on the clipboard of the platform "offscreen" is deleted after Python has gone, and takes
    the process down with it, after all tests have passed (tests/ui/test_clipboard.py with -n 0 ends with 139).
    """
    yield _application()
    QGuiApplication.clipboard().clear()


@pytest.fixture
def surprises(request: pytest.FixtureRequest) -> Surprises:
    """`surprises.expect(r"server.hub: .* is full")` lets a warning pass that the test provokes."""
    watch: Surprises = request.node.stash[_WATCH]
    return watch


@pytest.fixture(scope="module")
def x_screen() -> Iterator[dict[str, str]]:
    """The environment for apps that open real windows; the test is skipped where that cannot be done."""
    lacking = screen.lacking()
    if lacking:
        pytest.skip(f"no real windows here, missing: {lacking}")
    with screen.virtual_screen() as environ:
        yield environ


@pytest.hookimpl(tryfirst=True)  # pytest-xdist looks at the groups in the same hook
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests with real windows run one after the other, in one process, however many workers there are."""
    for item in items:
        if "x_screen" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("screen"))


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run `async def` tests: below tests/server on a plain loop like the server, elsewhere on Qt's like the app."""
    test = pyfuncitem.obj
    if not inspect.iscoroutinefunction(test):
        return None
    arguments = {name: pyfuncitem.funcargs[name] for name in inspect.signature(test).parameters}
    mark = pyfuncitem.get_closest_marker("deadline")
    seconds = float(mark.args[0]) if mark else _DEADLINE
    complaints: list[dict[str, Any]] = []

    def new_loop() -> asyncio.AbstractEventLoop:
        plain = pyfuncitem.path.is_relative_to(pyfuncitem.config.rootpath / "tests" / "server")
        loop: asyncio.AbstractEventLoop = asyncio.new_event_loop() if plain else EventLoop(_application())
        loop.set_exception_handler(lambda _, complaint: complaints.append(complaint))
        return loop

    async def run() -> None:
        before = asyncio.all_tasks()
        async with asyncio.timeout(seconds):
            await test(**arguments)
        for _ in range(_TURNS):
            await asyncio.sleep(0)

        def left() -> list[asyncio.Task[Any]]:
            return [task for task in asyncio.all_tasks() - before if not task.done() and not _is_engineio(task)]

        with contextlib.suppress(AssertionError):
            await until(lambda: not left(), _GRACE)
        assert not left(), f"the test left tasks running: {left()}"

    with asyncio.Runner(loop_factory=new_loop) as runner:
        runner.run(run())
    gc.collect()  # a task that failed unseen reports when it is collected
    assert not complaints, f"the event loop reported: {complaints}"
    return True


def _application() -> QApplication:
    app = QApplication.instance() or QApplication(["whiteboard-tests"])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    return app


def _left_open() -> list[QWidget]:
    """The windows on the screen: whoever looks later for what has opened would find them, in one order of tests."""
    if any(map(QWidget.isVisible, QApplication.topLevelWidgets())):
        gc.collect()  # what nobody holds any more goes with its window
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def _is_engineio(task: "asyncio.Task[Any]") -> bool:
    """python-engineio 4.15 never ends its service task and one ping task per socket."""
    code = getattr(task.get_coro(), "cr_code", None)
    return code is not None and "engineio" in code.co_filename


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Watch from the first fixture's set-up to the last one's end."""
    watch = item.stash[_WATCH] = Surprises()
    watch.start()
    try:
        return (yield)
    finally:
        watch.stop()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Fail the test itself for what happened until its end."""
    result = yield
    item.stash[_WATCH].check()
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, object, object]:
    """Report as an error what happened while its fixtures ended, and what is left for the tests after it."""
    result = yield
    item.stash[_WATCH].check()
    windows = _left_open()
    for window in windows:
        window.hide()
    assert not windows, f"the test left windows open: {windows}"
    return result


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Repeat the checks of tests/__main__.py that failed, where they are read."""
    failed = os.environ.get("WHITEBOARD_FAILED_CHECKS")
    if failed:
        terminalreporter.section("checks before the tests", red=True)
        terminalreporter.write_line(f"FAILED {failed}: see above the first test", red=True)
