"""Every kind of element, elsewhere: in exported files, on the server, and on other people's boards."""

from __future__ import annotations

import gzip
import io
import json
import re
import shutil
import subprocess
from pathlib import Path

import msgspec
import numpy as np
import pytest
from PySide6.QtGui import QImage

from tests.contracts.samples import EVERY, FREE, PAINTED, spread
from tests.doubles.seat import Company
from tests.doubles.table import Table, author
from tests.exchange.lesson import picture
from tests.render.pictures import Pixels, inked, pixels
from whiteboard.exchange.export import ENDINGS, Wishes, write
from whiteboard.exchange.importing import taken
from whiteboard.exchange.sheet import Export, prepared
from whiteboard.files import portable
from whiteboard.model.document import Document
from whiteboard.model.element import Element, Geometry
from whiteboard.model.elements import bounds
from whiteboard.model.op import Op, Patch, Put, Remove
from whiteboard.protocol.messages import Role
from whiteboard.protocol.refusal import Refusal

pytestmark = pytest.mark.usefixtures("qapp")

every_kind = pytest.mark.parametrize("element", EVERY.values(), ids=EVERY)
KINDS_OUT = {element.kind for element in FREE.values()}


def board(*elements: Element) -> Export:
    return prepared("Lesson", Document(elements), picture)


def by(program: str, *arguments: object) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    subprocess.run([program, *map(str, arguments)], check=True, capture_output=True, timeout=240)


# ---------------------------------------------------------------- files


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Export, dict[str, Pixels]]:
    """A page with every kind, and what it looks like in each kind of file, read by other programs where those are."""
    folder = tmp_path_factory.mktemp("exported")
    export = board(*(element for element in spread() if element.id in FREE))
    for ending in ENDINGS:
        write(folder / f"lesson{ending}", export, Wishes(scale=1.0, carries=False))
    by("rsvg-convert", folder / "lesson.svg", "-o", folder / "svg.png")
    by("pdftoppm", "-r", 96, "-singlefile", "-png", folder / "lesson.pdf", folder / "pdf")
    assert {e["kind"] for e in json.loads((folder / "lesson.json").read_text())["elements"]} == KINDS_OUT
    names = {"PNG": "lesson.png", "SVG": "svg.png", "PDF": "pdf.png"}
    return export, {kind: pixels(QImage(str(folder / name))) for kind, name in names.items()}


@pytest.mark.parametrize("kind", ["SVG", "PDF"])
@pytest.mark.parametrize("name", FREE)
def test_each_kind_of_export_shows_it(exported: tuple[Export, dict[str, Pixels]], name: str, kind: str) -> None:
    export, pictures = exported
    (sheet,) = export.sheets
    (element,) = (element for element in sheet.elements if element.id == name)
    box = bounds(element).moved(-sheet.box.left, -sheet.box.top)
    part = slice(int(box.top), int(box.bottom) + 1), slice(int(box.left), int(box.right) + 1)
    ours, theirs = pictures["PNG"][part], pictures[kind][part]
    assert inked(ours).sum() > 60
    assert np.abs(ours - theirs).mean() / 255 < 0.05  # close around small letters, which no two programs draw alike


@pytest.mark.parametrize("ending", [".png", ".svg"])
def test_a_picture_that_carries_the_board_gives_every_kind_back(tmp_path: Path, ending: str) -> None:
    there = [element for element in spread() if element.id in FREE]
    path = tmp_path / f"lesson{ending}"
    write(path, board(*there))
    assert same(taken(path, lambda data: None, str).document, there)


def test_a_file_of_our_own_gives_every_kind_back(tmp_path: Path) -> None:
    there = [*spread(), EVERY["page"]]
    path = tmp_path / f"lesson{portable.SUFFIX}"
    portable.write(path, "Lesson", Document(there), picture)
    assert same(taken(path, lambda data: None, str).document, there)


@pytest.mark.parametrize("element", PAINTED.values(), ids=PAINTED)
def test_a_file_with_a_damaged_line_keeps_the_other_elements(element: Element) -> None:
    file = io.BytesIO()
    other = msgspec.structs.replace(EVERY["stroke"], id=element.id + "-other")
    portable.dump(file, "Lesson", Document([element, other]), picture)
    whole = gzip.decompress(file.getvalue())
    spoilt = re.sub(rb'"id":"%s"' % re.escape(element.id.encode()), b'"id":', whole, count=1)
    assert spoilt != whole
    board = portable.parse(io.BytesIO(gzip.compress(spoilt)), "lesson.whiteboard", lambda data: None)
    assert [e.id for e in board.document] == [other.id]
    assert board.lost


def same(document: Document, there: list[Element]) -> bool:
    return {e.id: e for e in document} == {e.id: e for e in there}


# ---------------------------------------------------------------- the server


@every_kind
def test_the_server_takes_it_and_every_patch_of_it(element: Element) -> None:
    table = Table()
    ear, session = table.join(1)
    table.edit(session, Put(element))
    moved = msgspec.structs.replace(element.geometry, x=element.geometry.x + 5.0)
    styled = msgspec.structs.replace(element.style, color="#123456")
    content, points = element.content, element.points
    table.edit(session, Patch(id=element.id, geometry=moved, style=styled, order="C", content=content, points=points))
    table.play()
    assert [entry.void for entry in ear.entries] == [None, None]
    assert table.document_of(ear).get(element.id) == msgspec.structs.replace(
        element, geometry=moved, style=styled, order="C"
    )


@every_kind
def test_the_server_refuses_it_from_somebody_who_may_only_look(element: Element) -> None:
    table = Table(role_of=lambda who: Role.VIEWER if who == author(2) else Role.EDITOR)
    ear, session = table.join(1)
    table.edit(session, Put(element))
    _, viewer = table.join(2)
    tries: list[Op] = [
        Put(msgspec.structs.replace(element, order="C")),
        Patch(id=element.id, lock=True),
        Remove(element.id),
    ]
    for op in tries:
        table.edit(viewer, op)
    table.play()
    assert [entry.void for entry in ear.entries] == [None, *[Refusal.FORBIDDEN] * 3]
    assert table.document_of(ear).get(element.id) == element


@every_kind
def test_the_server_refuses_what_breaks_its_rules(element: Element) -> None:
    table = Table()
    ear, session = table.join(1)
    nowhere = Geometry(x=1e300, y=0.0)
    table.edit(session, Put(msgspec.structs.replace(element, geometry=nowhere)))
    table.edit(session, Put(msgspec.structs.replace(element, order="")))
    table.play()
    assert [entry.void for entry in ear.entries] == [Refusal.INVALID] * 2


# ---------------------------------------------------------------- other people


@every_kind
def test_somebody_else_has_the_same_and_so_has_who_comes_later(element: Element) -> None:
    company = Company()
    ann, bob = company.sit_down(), company.sit_down()
    ann.editor.submit([Put(element)])
    company.settle()
    bob.editor.submit([Patch(id=element.id, order="Q")])
    company.settle()
    carl = company.sit_down()
    expected = msgspec.structs.replace(element, order="Q")
    assert ann.element(element.id) == bob.element(element.id) == carl.element(element.id) == expected
    ann.editor.undo()
    company.settle()
    assert not ann.ids
    assert not bob.ids
    assert not carl.ids


@every_kind
def test_what_was_drawn_alone_goes_to_the_others_when_the_board_is_shared(element: Element) -> None:
    company = Company()
    company.sit_down(element)
    bob = company.sit_down()
    assert bob.element(element.id) == element
