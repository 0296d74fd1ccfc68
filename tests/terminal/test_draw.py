"""`whiteboard draw`, as somebody in a terminal sees it."""

from pathlib import Path

import pytest

from tests.doubles.lasting_server import LastingServer
from whiteboard.client import BoardClient
from whiteboard.protocol.link import Link

from .command import run

SVG = """<svg xmlns="http://www.w3.org/2000/svg" fill="none" stroke="#123456" stroke-width="3">
<rect x="50" y="50" width="200" height="100"/><line x1="50" y1="50" x2="250" y2="150" stroke="red"/>
<g mask="url(#m)"/></svg>"""


async def boxes(link: Link) -> list[tuple[str, float, float, float, float, float]]:
    """Colour, width and box of everything on a board, in paint order."""
    async with BoardClient(link) as board:
        return [
            (e.style.color, e.style.width, e.geometry.x, e.geometry.y, e.geometry.w, e.geometry.h)
            for e in sorted(board.document, key=lambda element: element.order)
        ]


@pytest.fixture
def svg(tmp_path: Path) -> Path:
    path = tmp_path / "drawing.svg"
    path.write_text(SVG)
    return path


async def test_a_drawing_is_on_the_board_when_the_command_ends(tmp_path: Path, svg: Path) -> None:
    async with LastingServer(tmp_path) as server:
        draw = await run("draw", str(server.link), "--svg", str(svg))
        drawn = await boxes(server.link)
    assert draw.process.returncode == 0, draw.err
    assert draw.out == ["2 elements on Board, from 0,0 to 200,100. Sent by WebSocket.", "Not taken over: 1 × mask."]
    assert drawn == [("#123456", 3, 0, 0, 200, 100), ("#ff0000", 3, 0, 0, 200, 100)]


async def test_place_scale_and_colour_are_as_asked(tmp_path: Path, svg: Path) -> None:
    async with LastingServer(tmp_path) as server:
        options = ["--at=-10,20.5", "--scale", "2", "--color", "blue"]
        draw = await run("draw", str(server.link), "--svg", str(svg), *options)
        drawn = await boxes(server.link)
    assert draw.process.returncode == 0, draw.err
    assert drawn == [("#1971c2", 6, -10, 20.5, 400, 200)] * 2


async def test_a_large_drawing_goes_in_pieces_and_arrives_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.svg"
    lines = "".join(f'<path d="M{i % 100 * 9} {i // 100 * 9}h5"/>' for i in range(3000))
    long = '<path d="M0 0' + "l3 .5l3-.5" * 12_000 + '"/>'
    path.write_text(f'<svg stroke="red" fill="none">{lines}{long}</svg>')
    async with LastingServer(tmp_path) as server:
        draw = await run("draw", str(server.link), "--svg", str(path))
        drawn = await boxes(server.link)
    assert draw.process.returncode == 0, draw.err
    assert draw.out[0].startswith("3,002 elements on Board")
    assert "try --scale 0.014" in draw.out[1]
    assert len(drawn) == 3002


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("hello", "not an SVG file"),
        ("<svg><image width='1' height='1'/></svg>", "nothing that could be drawn; it has 1 × picture"),
        ('<!DOCTYPE svg [<!ENTITY x "y">]><svg/>', "entities"),
        (None, "cannot be read"),
    ],
)
async def test_a_bad_file_is_one_sentence_and_exit_code_2(tmp_path: Path, content: str | None, words: str) -> None:
    path = tmp_path / "bad.svg"
    if content is not None:
        path.write_text(content)
    draw = await run("draw", "http://127.0.0.1:9/b/x", "--svg", str(path))
    assert draw.process.returncode == 2
    assert len(draw.err) == 1
    assert words in draw.err[0]


@pytest.mark.parametrize("option", [["--at", "here"], ["--at", "nan,1"], ["--scale", "0"], ["--color", "mauvish"]])
async def test_a_bad_option_is_one_sentence_and_exit_code_2(svg: Path, option: list[str]) -> None:
    draw = await run("draw", "http://127.0.0.1:9/b/x", "--svg", str(svg), *option)
    assert draw.process.returncode == 2
    assert len(draw.err) == 1


async def test_no_way_onto_the_board_is_exit_code_1(svg: Path) -> None:
    draw = await run("draw", "http://127.0.0.1:9/b/x", "--svg", str(svg))
    assert draw.process.returncode == 1
    assert draw.err == [
        "whiteboard draw: No board is shared at 127.0.0.1, port 9, just now. "
        "Ask whether it is still shared, and check the address."
    ]
