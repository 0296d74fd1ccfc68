"""One app a folder: the second hands over, and a crash leaves no lock behind."""

from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket

from tests.doubles.patience import until
from whiteboard.ui.single_instance import SingleInstance

pytestmark = pytest.mark.usefixtures("qapp")


def test_only_the_first_of_a_folder_is_the_first(tmp_path: Path) -> None:
    first, second, other = (SingleInstance(tmp_path / name) for name in ("a", "a", "b"))
    assert (first.is_first, second.is_first, other.is_first) == (True, False, True)
    first.close()
    assert SingleInstance(tmp_path / "a").is_first


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="everything can be written by whoever may do everything")
def test_a_folder_in_which_nothing_can_be_written_is_not_taken_for_one_in_use() -> None:
    with pytest.raises(OSError, match="nothing can be written there"):
        SingleInstance(Path("/proc/self"))


def test_without_anybody_there_handing_over_fails(tmp_path: Path) -> None:
    assert not SingleInstance(tmp_path).hand_over("x")


async def test_rubbish_on_the_line_harms_nothing(tmp_path: Path) -> None:
    requests: list[str | None] = []
    instance = SingleInstance(tmp_path)
    instance.serve(requests.append)
    for rubbish in (b"GET / HTTP/1.1\r\n", b"[]\n", b'{"open": 5}\n', b"x" * 100_000):
        socket = QLocalSocket()
        socket.connectToServer(instance._name)
        assert socket.waitForConnected(1000)
        socket.write(rubbish)
        socket.flush()
        if rubbish.startswith(b"{"):
            await until(lambda: requests == [None])
        else:
            await until(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)  # noqa: B023
    instance.close()
