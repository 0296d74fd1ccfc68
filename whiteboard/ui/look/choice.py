"""Buttons of which one is in use, each for a value of a trait."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget

from whiteboard.render.typefaces import typeface

from ..popover import Popover
from ..swatches import OwnSwatch, Swatch
from ..target_button import IconButton, TargetButton
from ..theme import GAP_PX, THEME, TITLE_PT, font
from .traits import Trait, Value

IN_A_ROW = 5

Choose = Callable[[Trait, Value], None]


class IconChoice(IconButton):
    """A value as an icon; `mirrored` shows it the other way round."""

    def __init__(self, icon: str, label: str, do: Callable[[], None], *, mirrored: bool = False) -> None:
        super().__init__(icon, label, label, do)
        self._mirrored = mirrored
        self.setCheckable(True)

    def show_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def paint_face(self, painter: QPainter) -> None:
        if self._mirrored:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        super().paint_face(painter)
        if self._mirrored:
            painter.resetTransform()


class WordChoice(TargetButton):
    """A value as a letter or two, in a typeface."""

    def __init__(self, face: str, label: str, do: Callable[[], None], *, family: str = "") -> None:
        super().__init__(label, label, do)
        self._face = face
        self._family = family
        self.setCheckable(True)

    def _ground(self) -> str:
        return THEME.colors.accent_soft if self.isChecked() else super()._ground()

    def paint_face(self, painter: QPainter) -> None:
        plain = font(TITLE_PT)
        if self._family:
            points = plain.pointSizeF()
            plain = typeface(self._family, bold=False, italic=False)
            plain.setPointSizeF(points)
        painter.setFont(plain)
        painter.setPen(QColor(THEME.colors.link if self.isChecked() else THEME.colors.text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._face)


class Choices(QWidget):
    """A grid of buttons for the values of one trait; `own` shows a value that is not among them."""

    def __init__(
        self,
        trait: Trait,
        buttons: Mapping[Value, QAbstractButton],
        own: OwnSwatch | None = None,
        *,
        columns: int = IN_A_ROW,
    ) -> None:
        super().__init__()
        self._columns = columns
        self.trait = trait
        self.buttons = buttons
        self.own = own
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setSpacing(0)
        for button in [*buttons.values(), *([own] if own is not None else [])]:
            self.append(button)
        for column in range(columns):
            self.grid.setColumnStretch(column, 1)

    def append(self, button: QWidget) -> None:
        place = self.grid.count()
        self.grid.addWidget(button, place // self._columns, place % self._columns)

    def show_value(self, value: Value | None) -> None:
        """Mark the button of this value; none if the values differ."""
        for each, button in self.buttons.items():
            button.setChecked(each == value)
        if self.own is not None:
            self.own.show_color(str(value) if value is not None and value not in self.buttons else "")


class MenuChoice(IconChoice):
    """One button that shows the value in use and offers the others."""

    def __init__(
        self, trait: Trait, label: str, icons: Mapping[Value, str], names: Mapping[Value, str], choose: Choose
    ) -> None:
        mirrored = trait is Trait.TAIL
        super().__init__(next(iter(icons.values())), label, self._open, mirrored=mirrored)
        self.trait = trait
        self._icons = icons
        self._offer: Offer | None = None
        self._label = label
        self._value: Value | None = None
        self._make = partial(Offer, trait, icons, names, choose, mirrored=mirrored)

    def show_value(self, value: Value | None) -> None:
        """The icon of this value; three dots if the values differ."""
        self._value = value
        self.show_icon("more" if value is None else self._icons.get(value, "polygon"))

    def _open(self) -> None:
        if self._offer is None:
            self._offer = self._make(parent=self)
            self._offer.setAccessibleName(self._label)
        self._offer.choices.show_value(self._value)
        self._offer.open_below(self)
        if self.hasFocus():
            next(iter(self._offer.choices.buttons.values())).setFocus(Qt.FocusReason.PopupFocusReason)

    def paint_face(self, painter: QPainter) -> None:
        super().paint_face(painter)
        corner = QPointF(self.width() - 4.0, self.height() - 4.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(THEME.colors.muted))
        painter.drawPolygon(QPolygonF([corner, corner - QPointF(5, 0), corner - QPointF(0, 5)]))


class Offer(Popover):
    """The values of a trait, to take one of."""

    def __init__(
        self,
        trait: Trait,
        icons: Mapping[Value, str],
        names: Mapping[Value, str],
        choose: Choose,
        *,
        mirrored: bool,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, width_px=IN_A_ROW * THEME.target_px + 2 * GAP_PX)
        self.column.setContentsMargins(GAP_PX, GAP_PX, GAP_PX, GAP_PX)

        def take(value: Value) -> None:
            self.hide()
            choose(trait, value)

        buttons = {
            value: IconChoice(icon, names[value], partial(take, value), mirrored=mirrored)
            for value, icon in icons.items()
        }
        self.choices = Choices(trait, buttons)
        self.column.addWidget(self.choices)


def swatches(trait: Trait, colors: Mapping[Value, str], choose: Choose, choose_own: Callable[[], None]) -> Choices:
    """Colours with their names ("" for the usual one), and the way to any other."""
    buttons = {
        color: Swatch(str(color), partial(choose, trait, color), name=name and QCoreApplication.translate("Look", name))
        for color, name in colors.items()
    }
    label = QCoreApplication.translate("Choices", "Another colour")
    return Choices(trait, buttons, OwnSwatch(label, choose_own))


def icon_choices(
    trait: Trait, of: Mapping[Value, tuple[str, str]], choose: Choose, *, columns: int = IN_A_ROW
) -> Choices:
    """Values with their icons and labels."""
    buttons = {value: IconChoice(icon, label, partial(choose, trait, value)) for value, (icon, label) in of.items()}
    return Choices(trait, buttons, columns=columns)
