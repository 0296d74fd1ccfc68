"""What a frame of the canvas costs in a 1080p window, beside a plain QGraphicsScene and the floor of one image.

All figures are milliseconds of processor time, so a busy neighbour changes little. `pan`, `zoom` and `wet30` are frames
paced at 60 Hz, `append` is one finished stroke; each with one slice of work, if some is due. `first`, `fit` and `crisp`
last until the view is complete, deliberate pauses included. Memory is that of a process that did all of it.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from time import perf_counter, process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from tests.bench import runner
from tests.bench.looking import SIZE, Size, finish, pinches, walk
from tests.bench.panes import SLICE, Drawer, Pane, new_pane
from tests.bench.term_board import extent, term_board
from tests.doubles.lasting_server import ROOT
from whiteboard.bootstrap import SKIP
from whiteboard.model.element import Element, ElementId
from whiteboard.model.points import InkPoint
from whiteboard.model.style import COLORS, Style
from whiteboard.render.viewport import Viewport, fit

FRAME = 1 / 60
PEOPLE = 30
POINTS_A_FRAME = 2
SENSELESS = {("scene", "crisp"), ("floor", "hit")}
"""A scene is always sharp, and an image has nothing to hit."""


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--strokes", default="10000,100000", help="sizes of the boards, with commas between (default 10000,100000)"
    )
    parser.add_argument("--quick", action="store_true", help="fewer frames; only the smallest of the boards")
    parser.add_argument("--size", default="1920x1080", help="of the window; 3840x2160 is 4K (memory is left out then)")
    parser.add_argument(
        "--renderers", default="ours,scene,floor", help="which of ours, scene, floor (default all, side by side)"
    )


def measure(given: argparse.Namespace) -> list[runner.Row]:
    QApplication([])
    size = int(given.size.split("x")[0]), int(given.size.split("x")[1])
    sizes = sorted(int(size) for size in given.strokes.split(","))
    return [
        {"work": work, "strokes": strokes, "renderer": renderer, **figures}
        for strokes in (sizes[:1] if given.quick else sizes)
        for renderer in given.renderers.split(",")
        for work, figures in measured(renderer, strokes, 60 if given.quick else 240, size)
        if (renderer, work) not in SENSELESS
    ]


def measured(renderer: str, strokes: int, frames: int, size: Size) -> Iterator[tuple[str, dict[str, float]]]:
    print(f"{renderer}, {strokes} strokes ...", flush=True)
    pane = new_pane(renderer, size)
    for work, figures in works(pane, list(term_board(strokes)), frames, size):
        print(f"  {work} {figures}", flush=True)
        yield work, figures
    pane.close()
    QCoreApplication.processEvents()
    if size == SIZE:
        yield "memory", memory(renderer, strokes)


def works(
    pane: Pane, board: Sequence[Element], frames: int, size: Size = SIZE
) -> Iterator[tuple[str, dict[str, float]]]:
    """Each kind of work in turn, in one life of the window."""
    QCoreApplication.processEvents()  # the window comes to be
    whole, chance = extent(len(board)), random.Random(5)
    home = Viewport(whole.width * 0.4, whole.height * 0.4, 1.0)

    def look(view: Viewport) -> Callable[[], None]:
        return lambda: pane.look(view)

    def begin() -> None:
        pane.open(board)
        pane.look(home)

    yield "first", {"ms": until_complete(pane, begin)}
    finish(pane)
    yield "pan", spread(paced(pane, map(look, walk(home, frames))))
    pane.look(home)
    finish(pane)

    steps, crisp = [], []
    for views in pinches(home, max(4, frames // 24)):
        steps += paced(pane, map(look, views))
        crisp.append(until_complete(pane, lambda: None))
        pane.look(home)
        finish(pane)
    yield "zoom", spread(steps)
    yield "crisp", {"ms": statistics.median(crisp)}

    fresh = [placed_in(e, number, home, chance, size) for number, e in enumerate(term_board(frames // 2, seed=9))]
    yield "append", spread(paced(pane, (lambda e=e: pane.append(e) for e in fresh)))  # type: ignore[misc]
    pens = drawers(home, chance, size)
    pane.draw(pens)
    growing = (drawn_on(pens, chance) for _ in range(frames))  # where people draw is no part of the frame
    yield "wet30", spread(paced(pane, (lambda grown=grown: pane.draw(grown) for grown in growing)))  # type: ignore[misc]
    pane.stop_drawing(pens)
    finish(pane)

    spots = [home.to_board((chance.uniform(0, size[0]), chance.uniform(0, size[1]))) for _ in range(200)]
    yield "hit", spread([cpu_ms(lambda spot=spot: pane.hit(spot)) for spot in spots])  # type: ignore[misc]
    yield "fit", {"ms": until_complete(pane, look(fit(whole, size)))}


def cpu_ms(do: Callable[[], object]) -> float:
    began = process_time()
    do()
    return 1000 * (process_time() - began)


def frame(pane: Pane, act: Callable[[], object]) -> None:
    """What a person does, the frame that shows it, and a slice of work: what the next input may have to wait for."""
    act()
    pane.show_frame()
    pane.work()


def paced(pane: Pane, acts: Iterable[Callable[[], object]]) -> list[float]:
    """Milliseconds of each frame at 60 Hz; the rest of the time until the next belongs to further slices."""
    taken = []
    for act in acts:
        due = perf_counter() + FRAME
        taken.append(cpu_ms(lambda act=act: frame(pane, act)))  # type: ignore[misc]
        while perf_counter() + SLICE < due and pane.work() == 0:
            pass
        idle = max(0.0, due - perf_counter())
        let_pass(idle)
        pane.rest(idle)
    return taken


def until_complete(pane: Pane, act: Callable[[], object]) -> float:
    """Milliseconds until the view shows everything sharply after this, frame by frame, pauses included."""
    taken = cpu_ms(act)
    while True:
        taken += cpu_ms(pane.show_frame)
        if pane.complete:
            return taken
        began = process_time()
        wait = pane.work() or 0.0
        taken += 1000 * (process_time() - began)
        pane.rest(wait)
        taken += 1000 * wait


def let_pass(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


def spread(taken: Sequence[float]) -> dict[str, float]:
    cuts = statistics.quantiles(taken, n=100, method="inclusive")
    return {"p50_ms": cuts[49], "p99_ms": cuts[98]}


# ------------------------------------------------------------ what people do


def placed_in(element: Element, number: int, view: Viewport, chance: random.Random, size: Size) -> Element:
    """An element of another board somewhere in view, above all others."""
    at = view.to_board((chance.uniform(0, size[0] - 100), chance.uniform(0, size[1] - 30)))
    there = msgspec.structs.replace(element.geometry, x=at.x, y=at.y)
    return msgspec.structs.replace(element, id=ElementId(f"new-{number}"), geometry=there, order="z" + element.order)


def drawers(view: Viewport, chance: random.Random, size: Size) -> list[Drawer]:
    return [
        Drawer(
            ElementId(f"wet-{number}"),
            Style(COLORS[number % len(COLORS)], chance.choice((2.0, 4.0, 6.0))),
            view.to_board((chance.uniform(100, size[0] - 500), chance.uniform(60, size[1] - 60))),
            [InkPoint(0, 0, 100)],
            1,
        )
        for number in range(PEOPLE)
    ]


def drawn_on(pens: Sequence[Drawer], chance: random.Random) -> Sequence[Drawer]:
    """The strokes with the points of one more frame, in the loops of handwriting."""
    for pen in pens:
        for _ in range(POINTS_A_FRAME):
            i = len(pen.points)
            x, y = 40 * i + 90 * math.sin(0.5 * i), 160 * math.sin(0.5 * i + 1)
            pen.points.append(InkPoint(round(x), round(y), 128 + round(60 * math.sin(i / 7)) + chance.randint(-8, 8)))
        pen.fresh = POINTS_A_FRAME
    return pens


# ------------------------------------------------------------ memory


def memory(renderer: str, strokes: int) -> dict[str, float]:
    """What a process holds that opened the board, looked around and saw all of it; and how much more that is than
    the same process with an empty window."""
    child = subprocess.run(
        (sys.executable, "-m", "tests.bench.canvas_memory", renderer, str(strokes)),
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=os.environ | {SKIP: "1"},
        timeout=600,
        check=True,
    )
    empty, full = map(float, child.stdout.split())
    return {"rss_mb": full, "grown_mb": full - empty}


if __name__ == "__main__":
    runner.run("canvas", measure, options)
