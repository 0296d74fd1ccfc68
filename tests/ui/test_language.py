"""The app speaks the language of the person, and what it says in German is complete."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from tests import translations
from whiteboard import words
from whiteboard.ui import language

pytestmark = pytest.mark.usefixtures("qapp")

GERMAN = translations.FOLDER / "whiteboard_de.ts"


@pytest.fixture
def speaking() -> Iterator[QApplication]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = QLocale()
    yield app
    language.install(app, "en")
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("setting", "system", "code"),
    [
        ("", ["de-AT", "en"], "de"),
        ("", ["fr-FR", "de_DE"], "de"),
        ("", ["fr"], "en"),
        ("", [], "en"),
        ("en", ["de"], "en"),
        ("de", ["en"], "de"),
        ("xx", ["de"], "de"),
    ],
)
def test_the_setting_counts_and_then_the_system(setting: str, system: list[str], code: str) -> None:
    assert language.chosen(setting, system) == code


def test_words_of_every_room_are_translated(speaking: QApplication) -> None:
    language.install(speaking, "de")
    assert words.t("Pen") == "Stift"
    assert QCoreApplication.translate("BoardCard", "Open") == "Öffnen"
    language.install(speaking, "en")
    assert words.t("Pen") == "Pen"


def messages(path: Path) -> list[tuple[str, str]]:
    return [
        (message.findtext("source", ""), message.findtext("translation", ""))
        for message in ElementTree.parse(path).iter("message")
    ]


def test_every_word_has_a_german_one() -> None:
    assert [source for source, translation in messages(GERMAN) if not translation] == []


def test_what_is_filled_in_is_the_same_in_german() -> None:
    def fields(text: str) -> list[str]:
        return sorted(name or "" for _, name, _, _ in string.Formatter().parse(text) if name is not None)

    different = [source for source, translation in messages(GERMAN) if fields(source) != fields(translation)]
    assert different == []


def test_the_translation_is_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / GERMAN.name).write_bytes(GERMAN.read_bytes())
    monkeypatch.setattr(translations, "FOLDER", tmp_path)
    renewed = translations.update("de")
    assert sorted(messages(renewed)) == sorted(messages(GERMAN)), "run python -m tests.translations"


def test_what_the_app_reads_is_what_is_written() -> None:
    """The .qm file was made from this .ts file."""
    read = QTranslator()
    assert read.load(str(GERMAN.with_suffix(".qm")))
    old = [
        source
        for context in ElementTree.parse(GERMAN).iter("context")
        for message in context.iter("message")
        if message.get("numerus") != "yes"
        and read.translate(context.findtext("name", ""), source := message.findtext("source", ""))
        != message.findtext("translation")
    ]
    assert old == [], "run python -m tests.translations"


def test_no_sentence_is_put_together_before_it_is_translated() -> None:
    """`tr(f"...")` and `t(f"...")` can never be found in a translation."""
    found = [
        f"{path.name}: {line.strip()}"
        for path in sorted((translations.ROOT / "whiteboard").rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"\b(self\.tr|[^a-z]t)\(f[\"']", line)
    ]
    assert found == []
