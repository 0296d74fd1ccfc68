"""The portable file, `.whiteboard`: one board in one file that people copy, mail and keep. FORMAT.md describes it.

A file from somewhere is hostile until proven otherwise: it is read piece by piece, within limits, and each element is
checked like one from the network. What a damaged file still holds is read.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import msgspec

from whiteboard.model.document import Document
from whiteboard.model.element import in_paint_order
from whiteboard.model.references import References
from whiteboard.protocol.identity import board_name
from whiteboard.protocol.limits import MAX_ELEMENTS
from whiteboard.version import VERSION
from whiteboard.words import t

from . import portable_pictures
from .gathered import Gathered, Line
from .portable_pictures import Assembly, KeepPicture, PictureLine, ReadPicture, nothing
from .whole_file import whole_file

SUFFIX = ".whiteboard"
FORMAT = 1
MAX_LINE_BYTES = 2 * 1024 * 1024
MAX_BYTES = 1024 * 1024 * 1024
"""More than this is not unpacked: a small file can claim to be endless."""

_GZIP = b"\x1f\x8b"
_CHUNK = 256 * 1024


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """The first line. `whiteboard` is the version of the format, `app` the program that wrote it."""

    whiteboard: int
    title: str = ""
    app: str = ""
    elements: int = 0


class _Version(msgspec.Struct, frozen=True):
    whiteboard: int


class CannotRead(Exception):
    """The file is not a board that can be read; the text is a sentence for the person."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A board from a file. `lost` says what could not be read, "" if nothing."""

    title: str
    document: Document
    lost: str = ""


_version = msgspec.json.Decoder(_Version)
_header = msgspec.json.Decoder(Header)
_picture_line = msgspec.json.Decoder(PictureLine)
_PICTURE = b'{"picture"'
_encode = msgspec.json.Encoder().encode


# ---------------------------------------------------------------- writing


def write(path: Path, title: str, document: Document, picture: ReadPicture = nothing) -> None:
    """Write the board so that at every moment the old or the new file is there; OSError if it cannot be.

    `picture` gives the bytes of those that the board uses. What was there before is kept beside it with a `~` after its
    name.
    """
    with whole_file(path) as file:
        dump(file, title, document, picture)


def dump(file: BinaryIO, title: str, document: Document, picture: ReadPicture = nothing) -> None:
    """Write the board to an open file."""
    with gzip.GzipFile(filename="", fileobj=file, mode="wb", mtime=0) as packed:
        for line in _lines(title, document, picture):
            packed.write(line + b"\n")


def _lines(title: str, document: Document, picture: ReadPicture) -> Iterator[bytes]:
    elements = sorted(document, key=in_paint_order)
    yield _encode(Header(whiteboard=FORMAT, title=title, app=f"Whiteboard {VERSION}", elements=len(elements)))
    for element in elements:
        yield _encode(Line(element=element, stamp=document.stamp(element.id)))
    yield from map(_encode, portable_pictures.lines(References(elements).assets, picture))


# ---------------------------------------------------------------- reading


def read(path: Path, keep: KeepPicture = lambda data: None) -> Imported:
    """The board in a file. CannotRead if it is none; OSError if the file cannot be read at all.

    `keep` is given the bytes of each picture.
    """
    with path.open("rb") as file:
        return parse(file, path.name, keep)


def parse(file: BinaryIO, name: str, keep: KeepPicture = lambda data: None) -> Imported:
    """The same for an open file, which may be sought; `name` is what people call it."""
    if file.read(len(_GZIP)) != _GZIP:
        raise CannotRead(t("{name} is not a Whiteboard file.").format(name=name))
    file.seek(0)
    unpacked = _Unpacked(file)
    lines = iter(unpacked)
    header = _read_header(name, next(lines, None))
    gathered = Gathered(MAX_ELEMENTS)
    pictures = Assembly(keep)
    for raw in lines:
        if raw is not None and raw.startswith(_PICTURE):
            with suppress(msgspec.DecodeError, UnicodeDecodeError):
                pictures.add(_picture_line.decode(raw))
        elif gathered.full or gathered.bad > MAX_ELEMENTS:
            unpacked.whole = False
            break
        else:
            gathered.take(raw or b"")
    document = gathered.document()
    lost = _what_was_lost(header.elements - len(document), gathered.bad, whole=unpacked.whole)
    blank = sum(id not in pictures.kept for id in References(document).assets)
    told = " ".join(filter(None, (lost, _without(blank))))
    return Imported(board_name(header.title) or Path(name).stem, document, told)


def _read_header(name: str, line: bytes | None) -> Header:
    try:
        if _version.decode(line or b"").whiteboard > FORMAT:  # whatever else its header says
            raise CannotRead(
                t("{name} was saved by a newer version of Whiteboard. Update Whiteboard to open it.").format(name=name)
            )
        return _header.decode(line or b"")
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise CannotRead(t("{name} is not a Whiteboard file, or its beginning is damaged.").format(name=name)) from None


def _what_was_lost(missing: int, bad: int, *, whole: bool) -> str:
    count = max(missing, bad)
    if count <= 0 and whole:
        return ""
    what = t("The file is damaged") if whole else t("The file is cut off or damaged")
    if count <= 0:
        return t("{what}, but everything on the board could be read.").format(what=what)
    many = t("{what}: {count} of the drawn things could not be read.")
    return (many if count > 1 else t("{what}: 1 thing is missing.")).format(what=what, count=count)


def _without(pictures: int) -> str:
    if not pictures:
        return ""
    many = t("{count} pictures are not in the file, or damaged.")
    return (many if pictures > 1 else t("1 picture is not in the file, or damaged.")).format(count=pictures)


class _Unpacked:
    """The lines of a gzip file, as far as they can be unpacked; None for one that is too long.

    `whole` tells after the last line whether the file ended where it should.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.whole = False

    def __iter__(self) -> Iterator[bytes | None]:
        rest, too_long = b"", False
        for chunk in self._chunks():
            *ended, rest = (rest + chunk).split(b"\n")
            for line in ended:
                yield None if too_long or len(line) > MAX_LINE_BYTES else line
                too_long = False
            if len(rest) > MAX_LINE_BYTES:
                rest, too_long = b"", True
        if rest or too_long:
            yield None if too_long else rest

    def _chunks(self) -> Iterator[bytes]:
        unpacker = zlib.decompressobj(wbits=31)
        total = 0
        while not unpacker.eof and total < MAX_BYTES:
            data = unpacker.unconsumed_tail or self._file.read(_CHUNK)
            before = unpacker.copy()
            try:
                chunk = unpacker.decompress(data, _CHUNK)
            except zlib.error:
                yield from _until_damage(before, data)
                return
            if not data and not chunk:
                return
            total += len(chunk)
            yield chunk
        self.whole = unpacker.eof


def _until_damage(unpacker: zlib._Decompress, data: bytes) -> Iterator[bytes]:
    """What can be unpacked of data that is damaged somewhere: byte by byte, as an error loses all that came along."""
    for byte in data:
        try:
            yield unpacker.decompress(bytes((byte,)))
        except zlib.error:
            return
