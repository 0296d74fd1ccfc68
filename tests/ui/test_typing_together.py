"""Two people's apps, a real server between them, and one text that both type into at once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from tests.doubles.desktop import Desktop, desktop
from tests.doubles.patience import until
from whiteboard.model.element import TEXT
from whiteboard.ui.text_field import TextField

pytestmark = pytest.mark.usefixtures("qapp")


def field(app: Desktop) -> TextField:
    found = app.board.view.typing.field
    assert found is not None
    return found


def words(app: Desktop) -> str:
    (text,) = [element.text for element in app.board.editor.document if element.kind == TEXT]
    return text


async def test_two_windows_type_into_one_text(tmp_path: Path) -> None:
    async with desktop(tmp_path / "ann", "Ann") as ann:
        link = await ann.share()
        async with desktop(tmp_path / "ben", "Ben", link=link) as ben:
            await until(lambda: ben.online, what="Ben to be there")
            ann.board.editor.choose("text")
            QTest.mouseClick(ann.board.view.canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
            QTest.keyClicks(field(ann), "Sun ")
            await until(lambda: ben.drawn == 1 and words(ben) == "Sun ", what="Ann's letters to come while she types")
            (text,) = ben.board.editor.document
            ben.board.view.typing.write(text.id)
            field(ben).moveCursor(QTextCursor.MoveOperation.Start)
            for mine, theirs in zip("and moon.", "The good ", strict=True):
                QTest.keyClicks(field(ann), mine)
                QTest.keyClicks(field(ben), theirs)
            whole = "The good Sun and moon."
            await until(lambda: field(ann).text == field(ben).text == whole, what="both to see all letters")
            await until(lambda: ann.settled and ben.settled)
            assert words(ann) == words(ben) == whole
            for app in (ann, ben):
                cursor = field(app).textCursor().position()
                assert cursor == (len(whole) if app is ann else len("The good "))
            for mine, theirs in zip(" Light", "old, o", strict=True):  # Ben where Ann is: at the very end
                QTest.keyClicks(field(ann), mine)
                field(ben).moveCursor(QTextCursor.MoveOperation.End)
                QTest.keyClicks(field(ben), theirs)
            everything = Counter(whole + " Light" + "old, o")
            await until(lambda: Counter(field(ann).text) == Counter(field(ben).text) == everything)
            QTest.keyClick(field(ben), Qt.Key.Key_Escape)
            ben.board.editor.undo()
            await until(lambda: words(ann) == "Sun and moon. Light", what="only Ben's letters to go")
            assert field(ann).text == "Sun and moon. Light"
