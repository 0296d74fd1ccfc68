"""The portable file comes back as it was, and a bad one does no harm."""

import gzip
import json
import os
import random
import re
import stat
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from tests.files.strokes import stroke
from tests.protocol.test_pictures import drawn
from whiteboard.files import portable
from whiteboard.files.asset_folder import AssetFolder
from whiteboard.files.gathered import Line
from whiteboard.model.content import Content
from whiteboard.model.document import Document, Stamp
from whiteboard.model.element import Author, Element, ElementId, Geometry
from whiteboard.protocol.identity import board_name
from whiteboard.protocol.limits import MAX_ELEMENTS
from whiteboard.protocol.pictures import picture_of
from whiteboard.render.picture_import import from_image

FORMAT = Path(portable.__file__).with_name("FORMAT.md")

finite = st.floats(-1e9, 1e9)
unknown = st.builds(
    Element,
    id=st.from_regex(r"[A-Za-z0-9_-]{1,64}", fullmatch=True).map(ElementId),
    kind=st.sampled_from(["sticker", "hologram"]),
    geometry=st.builds(Geometry, x=finite, y=finite, w=finite, h=finite, rotation=finite),
    order=st.from_regex(r"[0-9A-Za-z]{0,20}[1-9A-Za-z]", fullmatch=True),
    text=st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\t\n"), max_size=200),
    lock=st.booleans(),
    ext=st.dictionaries(st.text(max_size=5), st.one_of(st.integers(-9, 9), st.text(max_size=5)), max_size=3),
)
elements = st.lists(st.one_of(unknown, st.integers(0, 999).map(stroke)), max_size=8)


def line(element: Element) -> dict[str, object]:
    encoded = json.loads(portable._encode(Line(element=element)))
    assert isinstance(encoded, dict)
    return encoded


def packed(*lines: object) -> bytes:
    return gzip.compress("".join(json.dumps(line) + "\n" for line in lines).encode())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Physics 9B.whiteboard"


@given(drawn=elements, title=st.text(max_size=30), stamped=st.booleans())
def test_a_file_comes_back_as_it_was_saved(drawn: list[Element], title: str, stamped: bool) -> None:
    stamps = {element.id: Stamp(Author("ann"), 1.5) for element in drawn} if stamped else {}
    document = Document(drawn, stamps)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "some.whiteboard"
        portable.write(path, title, document)
        imported = portable.read(path)
    assert imported.document == document
    assert all(imported.document.stamp(element.id) == stamps.get(element.id) for element in document)
    assert imported.title == (board_name(title) or "some")
    assert imported.lost == ""


@given(cut=st.floats(0, 1), spoilt=st.integers(0, 255), where=st.floats(0, 1))
def test_a_damaged_file_is_read_as_far_as_it_goes_or_refused_in_words(cut: float, spoilt: int, where: float) -> None:
    document = Document(stroke(n) for n in range(50))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "some.whiteboard"
        portable.write(path, "Some", document)
        data = bytearray(path.read_bytes())
        data[int((len(data) - 1) * where)] ^= spoilt
        path.write_bytes(data[: int(len(data) * cut)])
        try:
            imported = portable.read(path)
        except portable.CannotRead:
            return
    assert imported.lost or imported.document == document


def test_a_file_that_was_cut_off_keeps_what_came_before(path: Path) -> None:
    portable.write(path, "Some", Document(stroke(n) for n in range(1000)))
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    imported = portable.read(path)
    assert 300 < len(imported.document) < 700
    assert f"{1000 - len(imported.document)} of the drawn things could not be read" in imported.lost
    assert all(element == stroke(int(element.id.removeprefix("stroke-"))) for element in imported.document)


def test_one_damaged_byte_takes_only_what_comes_after_it(path: Path) -> None:
    portable.write(path, "Some", Document(stroke(n) for n in range(60)))
    data = path.read_bytes()
    for at in range(len(data) // 2, len(data) - 8, 7):
        path.write_bytes(data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :])
        imported = portable.read(path)
        assert len(imported.document) > 10
        assert "damaged" in imported.lost


def test_a_file_of_nothing_but_empty_lines_is_given_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portable, "MAX_ELEMENTS", 100)
    path.write_bytes(gzip.compress(b'{"whiteboard":1}' + b"\n" * 100_000))
    assert portable.read(path).lost == "The file is cut off or damaged: 101 of the drawn things could not be read."


def test_the_file_before_is_kept_beside_it(path: Path) -> None:
    for n in range(3):
        portable.write(path, f"Version {n}", Document([stroke(n)]))
    assert portable.read(path).title == "Version 2"
    backup = path.with_name(path.name + "~")
    assert portable.read(backup).title == "Version 1"
    assert sorted(path.parent.iterdir()) == [path, backup]


def test_a_file_that_cannot_be_written_leaves_the_old_one(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    portable.write(path, "Old", Document([stroke(1)]))

    def fails(handle: int) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(OSError, match="the disk is full"):
        portable.write(path, "New", Document([stroke(2)]))
    assert portable.read(path).title == "Old"
    assert list(path.parent.iterdir()) == [path]


def test_others_may_read_the_file_as_the_person_has_set_it_up(path: Path) -> None:
    portable.write(path, "Some", Document())
    plain = path.with_name("plain")
    plain.touch()
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is not a Whiteboard file"),
        (b"PK\x03\x04 a picture or so", "is not a Whiteboard file"),
        (gzip.compress(b""), "its beginning is damaged"),
        (gzip.compress(b"hello\n"), "its beginning is damaged"),
        (gzip.compress(b"\xff\xfe\n"), "its beginning is damaged"),
        (gzip.compress(b"[" * 100_000), "its beginning is damaged"),
        (packed({"title": "no version"}), "its beginning is damaged"),
        (packed({"whiteboard": 2}), "newer version"),
        (packed({"whiteboard": 3, "title": {"en": "Physics"}}), "newer version"),
    ],
    ids=[
        "nothing",
        "a picture",
        "no lines",
        "no JSON",
        "no text",
        "nested",
        "no version",
        "a newer one",
        "another one",
    ],
)
def test_what_is_no_board_is_refused_in_words(path: Path, content: bytes, words: str) -> None:
    path.write_bytes(content)
    with pytest.raises(portable.CannotRead, match=words):
        portable.read(path)


BAD = [
    {"element": {"id": "a"}},
    {"element": {**line(stroke(1))["element"], "id": "../../etc/passwd"}},  # type: ignore[dict-item]
    {"element": {**line(stroke(1))["element"], "geometry": {"x": 1e300, "y": 0}}},  # type: ignore[dict-item]
    {"element": {**line(stroke(1))["element"], "points": "////"}},  # type: ignore[dict-item]
    {"element": {**line(stroke(1))["element"], "order": ""}},  # type: ignore[dict-item]
    {"element": {**line(stroke(1))["element"], "text": "x" * 30_000}},  # type: ignore[dict-item]
    "nothing",
    [[[[]]]],
]


@pytest.mark.parametrize("bad", BAD)
def test_an_element_that_breaks_a_rule_is_left_out_and_counted(path: Path, bad: object) -> None:
    path.write_bytes(packed({"whiteboard": 1, "elements": 3}, line(stroke(2)), bad, line(stroke(3))))
    imported = portable.read(path)
    assert imported.document == Document([stroke(2), stroke(3)])
    assert imported.lost == "The file is damaged: 1 thing is missing."


def test_a_line_without_end_is_not_held_in_memory(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portable, "MAX_LINE_BYTES", 100_000)
    start, end = packed({"whiteboard": 1, "elements": 3}, line(stroke(2))), packed(line(stroke(3)))
    endless = b'{"element":"' + b"x" * 3_000_000 + b'"}\n'
    path.write_bytes(gzip.compress(gzip.decompress(start) + endless + gzip.decompress(end)))
    imported = portable.read(path)
    assert imported.document == Document([stroke(2), stroke(3)])
    assert "1 thing is missing" in imported.lost


def test_a_file_that_unpacks_without_end_is_given_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portable, "MAX_BYTES", 1_000_000)
    path.write_bytes(gzip.compress(b'{"whiteboard":1}\n' + b" " * 50_000_000))
    assert "cut off or damaged" in portable.read(path).lost


def test_the_format_s_own_example_is_a_file(path: Path) -> None:
    (example,) = re.findall(r"```json lines\n(.*?)```", FORMAT.read_text(encoding="utf-8"), re.DOTALL)
    path.write_bytes(gzip.compress(example.encode()))
    imported = portable.read(path)
    assert (imported.title, imported.lost) == ("Physics 9B", "")
    assert {element.kind for element in imported.document} == {"stroke", "sticker"}
    portable.write(path, imported.title, imported.document)
    assert gzip.decompress(path.read_bytes()).decode() == example


def test_the_format_names_every_field_and_limit() -> None:
    text = FORMAT.read_text(encoding="utf-8")
    for field in (*portable.Header.__struct_fields__, *Line.__struct_fields__, *Element.__struct_fields__):
        assert f"`{field}`" in text
    assert f"format: {portable.FORMAT}." in text
    assert f"{portable.MAX_LINE_BYTES // 2**20} MiB" in text
    assert f"{portable.MAX_BYTES // 2**30} GiB" in text
    assert f"{MAX_ELEMENTS:,} elements" in text


def with_pictures(path: Path, folder: AssetFolder) -> Document:
    """A file with two pictures, one larger than a line may be."""
    large = from_image(noise(1600, 1000)).data
    ids = [folder.keep(large), folder.keep(drawn("jpeg"))]
    assert len(large) > 2 * portable.MAX_LINE_BYTES
    document = Document(
        Element(id=ElementId(f"i{n}"), kind="image", geometry=Geometry(x=0, y=0), order="A", content=Content(asset=id))
        for n, id in enumerate(ids)
    )
    portable.write(path, "Pictures", document, folder.read)
    return document


def noise(width: int, height: int) -> QImage:
    dots = random.Random(1).randbytes(width * height * 4)
    return QImage(dots, width, height, QImage.Format.Format_RGB32).copy()


def test_pictures_travel_with_the_board(path: Path, tmp_path: Path) -> None:
    mine, theirs = AssetFolder(tmp_path / "mine"), AssetFolder(tmp_path / "theirs")
    document = with_pictures(path, mine)
    imported = portable.read(path, theirs.keep)
    assert (imported.document, imported.lost) == (document, "")
    for element in document:
        assert theirs.read(element.content.asset) == mine.read(element.content.asset) is not None


def test_a_damaged_picture_is_told_of_and_the_rest_is_read(path: Path, tmp_path: Path) -> None:
    document = with_pictures(path, AssetFolder(tmp_path / "mine"))
    lines = gzip.decompress(path.read_bytes()).splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith(b'{"picture"'))
    del lines[first + 1]
    path.write_bytes(gzip.compress(b"\n".join(lines)))
    kept: list[bytes] = []
    imported = portable.read(path, kept.append)
    assert imported.document == document
    assert imported.lost == "1 picture is not in the file, or damaged."
    assert [picture_of(data).type for data in kept] == ["image/jpeg"]
