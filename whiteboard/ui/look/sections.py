"""The parts of the panel that show a look: for each trait the control that shows and chooses it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from whiteboard.model.elements.note import NOTE_COLORS
from whiteboard.model.style import ALIGNMENTS, COLORS, FAMILIES, FONT_SIZES, TIPS, WIDTHS
from whiteboard.words import t

from ..actions import BY_NAME
from ..buttons import words
from ..island import Row
from ..opacity_slider import OpacitySlider
from ..swatches import WidthButton
from ..target_button import IconButton
from ..theme import SMALL_PT
from .choice import Choices, Choose, IconChoice, MenuChoice, WordChoice, icon_choices, swatches
from .subject import Subject
from .traits import LETTERS, Trait, Value

FILLS: dict[Value, str] = {
    "": "No fill",
    "#ffffff": "",
    "#ffc9c9": "",
    "#ffd8a8": "",
    "#ffe066": "",
    "#b2f2bb": "",
    "#a5d8ff": "",
    "#d0bfff": "",
}
FORM_NAMES = {
    "rectangle": "Make it a rectangle",
    "rounded": "Make it a rounded rectangle",
    "ellipse": "Make it an ellipse",
    "triangle": "Make it a triangle",
    "diamond": "Make it a diamond",
    "pentagon": "Make it a pentagon",
    "hexagon": "Make it a hexagon",
    "star": "Make it a star",
}
TIP_NAMES = (
    "No tip",
    "Arrow",
    "Triangle",
    "Dot",
    "Bar",
    "Diamond",
)
LINE_NAMES = {
    "straight": ("line", "Straight"),
    "curved": ("curve", "Curved"),
    "elbow": ("elbow", "Right angles"),
}
DASH_NAMES = {
    "": "Solid line",
    "dashed": "Dashed line",
    "dotted": "Dotted line",
}
SIZE_NAMES = (
    ("S", "Small letters"),
    ("M", "Medium letters"),
    ("L", "Large letters"),
    ("XL", "Extra large letters"),
)
FAMILY_NAMES = (
    "Plain letters",
    "Letters with serifs",
    "Letters of one width",
    "Handwriting",
)

translate = QCoreApplication.translate

ChooseOwn = Callable[[Trait, QWidget], None]


class ShowsValue(Protocol):
    """A control for one trait."""

    def show_value(self, value: Value | None) -> None: ...


class Section(QWidget):
    """A heading and rows of controls; a control whose trait is not there is hidden."""

    def __init__(self, heading: str, traits: Iterable[Trait], *rows: QWidget) -> None:
        super().__init__()
        self.traits = frozenset(traits)
        self.setAccessibleName(heading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        label = words(heading, SMALL_PT, muted=True)
        label.setContentsMargins(3, 0, 0, 1)
        column.addWidget(label)
        for row in rows:
            column.addWidget(row)
        self._controls: list[tuple[Trait, ShowsValue]] = []

    def shows(self, trait: Trait, control: ShowsValue) -> None:
        self._controls.append((trait, control))

    def refresh(self, subject: Subject) -> None:
        there = not self.traits.isdisjoint(subject.values)
        self.setVisible(there)
        if there:
            for trait, control in self._controls:
                control.show_value(subject.values.get(trait))


def sections(choose: Choose, choose_own: ChooseOwn, pick: Callable[[Trait], None]) -> list[Section]:
    """All that there are, from the top; `pick` takes a colour from the board."""
    return [
        _colors(Trait.COLOR, translate("Look", "Colour"), dict.fromkeys(COLORS, ""), choose, choose_own, pick),
        _colors(Trait.PAPER, translate("Look", "Paper"), dict.fromkeys(NOTE_COLORS, ""), choose, choose_own, pick),
        _colors(Trait.FILL, translate("Look", "Fill"), FILLS, choose, choose_own, pick),
        _widths(choose),
        _of_icons(
            Trait.DASH,
            translate("Look", "Line"),
            {d: (f"dash-{d or 'solid'}", t(n)) for d, n in DASH_NAMES.items()},
            choose,
        ),
        _of_icons(
            Trait.LINE,
            translate("Look", "Way"),
            {f: (icon, t(n)) for f, (icon, n) in LINE_NAMES.items()},
            choose,
        ),
        _tips(choose),
        _forms(choose),
        _letters(choose),
        _opacity(choose),
    ]


def in_rows(every: Sequence[Section]) -> list[QWidget]:
    """The sections from the top, small ones two in a row."""
    beside = {Trait.FORM: Trait.DASH, Trait.TAIL: Trait.LINE}
    firsts = {trait: Row([section]) for section in every for trait in section.traits & set(beside.values())}
    rows: list[QWidget] = []
    for section in every:
        second = next((beside[trait] for trait in section.traits if trait in beside), None)
        if second is not None:
            firsts[second].add(section)
            firsts[second].add_space()
        else:
            rows.append(next((firsts[trait] for trait in section.traits if trait in firsts), section))
    return rows


def _colors(
    trait: Trait,
    heading: str,
    colors: dict[Value, str],
    choose: Choose,
    choose_own: ChooseOwn,
    pick: Callable[[Trait], None],
) -> Section:
    row = swatches(trait, colors, choose, lambda: None)
    own = row.own
    assert own is not None
    own.clicked.connect(lambda: choose_own(trait, own))
    label = translate("Look", "Take a colour from the board")
    row.append(IconButton("eyedropper", label, label, partial(pick, trait)))
    return _single(trait, heading, row)


def _widths(choose: Choose) -> Section:
    buttons: dict[Value, WidthButton] = {}
    for number, width in enumerate(WIDTHS, start=1):
        action = BY_NAME[f"width.{number}"]
        buttons[width] = WidthButton(number, action.label, action.hint, partial(choose, Trait.WIDTH, width))
    return _single(Trait.WIDTH, translate("Look", "Width"), Choices(Trait.WIDTH, buttons))


def _of_icons(trait: Trait, heading: str, of: dict[Value, tuple[str, str]], choose: Choose) -> Section:
    return _single(trait, heading, icon_choices(trait, of, choose, columns=len(of)))


def _tips(choose: Choose) -> Section:
    icons: dict[Value, str] = {tip: f"tip-{tip or 'none'}" for tip in TIPS}
    names: dict[Value, str] = {tip: t(name) for tip, name in zip(TIPS, TIP_NAMES, strict=True)}
    tail = MenuChoice(Trait.TAIL, translate("Look", "Tip at the beginning"), icons, names, choose)
    head = MenuChoice(Trait.HEAD, translate("Look", "Tip at the end"), icons, names, choose)
    row = Row([tail, head])
    row.add_space()
    section = Section(translate("Look", "Tips"), (Trait.TAIL, Trait.HEAD), row)
    section.shows(Trait.TAIL, tail)
    section.shows(Trait.HEAD, head)
    return section


def _forms(choose: Choose) -> Section:
    icons: dict[Value, str] = {form: form for form in FORM_NAMES}
    names: dict[Value, str] = {form: t(name) for form, name in FORM_NAMES.items()}
    menu = MenuChoice(Trait.FORM, translate("Look", "Another form"), icons, names, choose)
    row = Row([menu])
    row.add_space()
    section = Section(translate("Look", "Form"), (Trait.FORM,), row)
    section.shows(Trait.FORM, menu)
    return section


def _letters(choose: Choose) -> Section:
    sizes: dict[Value, WordChoice] = {
        size: WordChoice(face, t(label), partial(choose, Trait.SIZE, size))
        for size, (face, label) in zip(FONT_SIZES, SIZE_NAMES, strict=True)
    }
    families: dict[Value, WordChoice] = {
        family: WordChoice("Ag", t(label), partial(choose, Trait.FAMILY, family), family=family)
        for family, label in zip(FAMILIES, FAMILY_NAMES, strict=True)
    }
    aligned: dict[Value, tuple[str, str]] = {a: (f"text-{a}", BY_NAME[f"text.{a}"].hint) for a in ALIGNMENTS}
    aligns = icon_choices(Trait.ALIGN, aligned, choose)
    bold, italic = (_Toggle(trait, choose) for trait in (Trait.BOLD, Trait.ITALIC))
    aligns.append(bold)
    aligns.append(italic)
    rows = (Choices(Trait.SIZE, sizes), Choices(Trait.FAMILY, families), aligns)
    section = Section(translate("Look", "Letters"), LETTERS, *rows)
    for choices in rows:
        section.shows(choices.trait, choices)
    section.shows(Trait.BOLD, bold)
    section.shows(Trait.ITALIC, italic)
    return section


def _opacity(choose: Choose) -> Section:
    slider = _Opacity(lambda share: choose(Trait.OPACITY, share))
    return _single(Trait.OPACITY, translate("Look", "Opacity"), slider)


class _Opacity(OpacitySlider):
    def show_value(self, value: Value | None) -> None:
        self.show_opacity(None if value is None else float(value))


class _Toggle(IconChoice):
    """On or off; mixed, the first press turns it on."""

    def __init__(self, trait: Trait, choose: Choose) -> None:
        action = BY_NAME[f"text.{trait.name.lower()}"]
        super().__init__(trait.name.lower(), action.label, lambda: choose(trait, not self.isChecked()))
        self.setToolTip(action.hint)

    def show_value(self, value: Value | None) -> None:
        self.setChecked(value is True)


def _single(trait: Trait, heading: str, row: Choices | _Opacity) -> Section:
    section = Section(heading, (trait,), row)
    section.shows(trait, row)
    return section
