"""What the app's command line takes, and how it says what it does not."""

from pathlib import Path

import pytest

from whiteboard.command_line import parse
from whiteboard.protocol.link import Link

LINK = "http://10.0.0.5:7440/b/Physics%209B#K7QM-2XPA"
PARSED = Link("10.0.0.5", 7440, "Physics 9B", "K7QM2XPA")


def test_nothing_at_all_is_fine() -> None:
    options = parse([])
    assert (options.file, options.link, options.name, options.data, options.size) == (None, None, "", None, (1280, 800))


@pytest.mark.parametrize("arguments", [[LINK], ["--join", LINK], [LINK.replace("http", "whiteboard")]])
def test_a_link_is_a_link_wherever_it_stands(arguments: list[str]) -> None:
    assert parse(arguments).link == PARSED


def test_a_file_is_given_by_its_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "some.whiteboard").touch()
    monkeypatch.chdir(tmp_path)
    assert parse(["some.whiteboard"]).file == tmp_path / "some.whiteboard"


def test_name_folder_and_size(tmp_path: Path) -> None:
    options = parse(["--name", " Ms\tLee ", "--data", str(tmp_path / "new"), "--size", "1024X600"])
    assert (options.name, options.data, options.size) == ("Ms Lee", tmp_path / "new", (1024, 600))


@pytest.mark.parametrize(
    "arguments",
    [
        ["gone.whiteboard"],
        ["http://10.0.0.5/nothing"],
        ["whiteboard://"],
        ["--join", "10.0.0.5"],
        ["--join", LINK, LINK],
        ["--name", "\u200b"],
        ["--size", "big"],
        ["--size", "10x10"],
        ["--size", "99999x99999"],
        ["--data", __file__],
        ["--unknown"],
        ["--join"],
    ],
)
def test_what_is_wrong_is_said_in_one_sentence_with_exit_code_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(arguments)
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith("whiteboard: ")
    assert said.count("\n") == 1
