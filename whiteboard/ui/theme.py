"""One look: colours, spacing, radius and type scale of every window, light and dark.

Paper stays white in both: a board must look the same to everybody on it, and ink was chosen against white.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

PAPER = QColor("#ffffff")

# Spacing and sizes in device-independent pixels: multiples of 4.
GAP_PX = 8
SMALL_GAP_PX = 4
MARGIN_PX = 12
RADIUS_PX = 8
BAR_PX = 48
TARGET_PX = 40
"""Nothing that one taps is smaller than this in either direction."""

ICON_PX = 22
BIG_TARGET_PX, BIG_ICON_PX, BIG_LETTERS = 64, 34, 1.3
"""For screens on a wall: sizes, and how much larger letters are."""

# Type scale in points; the family is the system's.
BODY_PT = 10
TITLE_PT = 11
HEADING_PT = 15
SMALL_PT = 9


_USUAL_PT = "usual_pt"
"""The property of a widget that has the size of its letters where targets are not big."""

_GIVEN_BACK = "_q_styleSheetWidgetFont"
"""Where Qt's style sheets keep the font that they give a widget back whenever they look at it anew (Qt 6.11)."""


class Scheme(Enum):
    """What the person chose in the menu."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Colors:
    """The colours of a scheme, as `#rrggbb`. Text on each surface has a contrast of at least 4.5 to 1 (WCAG AA)."""

    window: str
    surface: str
    field: str
    hover: str
    pressed: str
    border: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    link: str
    danger: str
    good: str
    warning: str
    desk: str


LIGHT = Colors(
    window="#f4f5f6",
    surface="#ffffff",
    field="#ffffff",
    hover="#eef0f2",
    pressed="#e3e6e9",
    border="#d5d9dd",
    text="#1e2226",
    muted="#5c646c",
    accent="#1971c2",
    accent_hover="#1864ab",
    on_accent="#ffffff",
    accent_soft="#dcebf9",
    link="#1864ab",
    danger="#c92a2a",
    good="#23743a",
    warning="#a65300",
    desk="#e9ecef",
)

DARK = Colors(
    window="#1b1d20",
    surface="#25282c",
    field="#1e2124",
    hover="#31353a",
    pressed="#3b4046",
    border="#43484e",
    text="#eceef0",
    muted="#a8b0b8",
    accent="#1971c2",
    accent_hover="#2380d4",
    on_accent="#ffffff",
    accent_soft="#1d3d5c",
    link="#a5d0f7",
    danger="#ff8787",
    good="#69db7c",
    warning="#ffc078",
    desk="#131517",
)


class Theme:
    """The look in use. Ask `colors` when painting; widgets repaint by themselves after `apply`."""

    def __init__(self) -> None:
        self.scheme = Scheme.SYSTEM
        self.colors = LIGHT
        self.big_targets = False
        self._system_pt = 0.0

    @property
    def is_dark(self) -> bool:
        return self.colors is DARK

    @property
    def target_px(self) -> int:
        """Buttons of the board are no smaller than this in either direction."""
        return BIG_TARGET_PX if self.big_targets else TARGET_PX

    @property
    def bar_px(self) -> int:
        """How high the bar above the board is."""
        return self.target_px + 2 * SMALL_GAP_PX

    @property
    def icon_px(self) -> int:
        return BIG_ICON_PX if self.big_targets else ICON_PX

    @property
    def letters(self) -> float:
        """How much larger than usual letters are."""
        return BIG_LETTERS if self.big_targets else 1.0

    def apply(self, scheme: Scheme, app: QApplication, *, big_targets: bool | None = None) -> None:
        """Give the application this scheme; call it again when the system's own scheme changes.

        `big_targets`: whether buttons and letters are large; None leaves them as they are. Widgets hear of it by a
        StyleChange.
        """
        self.scheme = scheme
        before = self.letters
        if big_targets is not None:
            self.big_targets = big_targets
        self.colors = DARK if _wants_dark(scheme) else LIGHT
        if app.style().name().lower() != "fusion":
            app.setStyle("Fusion")  # the only style that follows a palette of ours on every system
        app.setPalette(palette(self.colors))
        if self.letters != before:
            self._size_letters(app, before)
        app.setStyleSheet(style_sheet(self.colors, self.target_px))

    def _size_letters(self, app: QApplication, before: float) -> None:
        """Those of the application, and those that widgets were given in a size of the type scale."""
        self._system_pt = self._system_pt or app.font().pointSizeF() / before
        whole = app.font()
        whole.setPointSizeF(self._system_pt * self.letters)
        app.setFont(whole)
        for widget in app.allWidgets():
            if widget.testAttribute(Qt.WidgetAttribute.WA_SetFont):
                own = widget.font()
                usual = widget.property(_USUAL_PT) or own.pointSizeF() / before
                widget.setProperty(_USUAL_PT, usual)
                own.setPointSizeF(usual * self.letters)
                widget.setFont(own)
                if widget.property(_GIVEN_BACK) is not None:
                    widget.setProperty(_GIVEN_BACK, own)


THEME = Theme()


def palette(c: Colors) -> QPalette:
    """The Qt palette of a scheme, for what Qt paints itself."""
    p = QPalette()
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    for of, color in {
        role.Window: c.window,
        role.WindowText: c.text,
        role.Base: c.field,
        role.AlternateBase: c.hover,
        role.Text: c.text,
        role.PlaceholderText: c.muted,
        role.Button: c.surface,
        role.ButtonText: c.text,
        role.BrightText: c.on_accent,
        role.ToolTipBase: c.surface,
        role.ToolTipText: c.text,
        role.Highlight: c.accent,
        role.HighlightedText: c.on_accent,
        role.Link: c.link,
        role.LinkVisited: c.link,
        role.Light: c.surface,
        role.Midlight: c.hover,
        role.Mid: c.border,
        role.Dark: c.border,
        role.Shadow: "#000000",
        role.Accent: c.accent,
    }.items():
        p.setColor(of, QColor(color))
    for of in (role.WindowText, role.Text, role.ButtonText):
        p.setColor(group.Disabled, of, faded(QColor(c.muted), 0.6))
    return p


def style_sheet(c: Colors, target_px: int = TARGET_PX) -> str:
    """Shapes that a palette cannot say. Buttons choose by the property `kind`: "accent", "quiet", "link", "danger"."""
    return f"""
    QToolTip {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.border}; padding: 4px 8px; }}
    QPushButton {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.border};
        border-radius: {RADIUS_PX}px; padding: 0 {GAP_PX * 2}px; min-height: {target_px - 6}px; }}
    QPushButton:hover {{ background: {c.hover}; }}
    QPushButton:pressed {{ background: {c.pressed}; }}
    QPushButton:focus {{ border: 2px solid {c.link}; }}
    QPushButton:checked {{ background: {c.accent_soft}; border: 1px solid {c.accent}; }}
    QPushButton:checked:focus {{ border: 2px solid {c.link}; }}
    QPushButton:disabled {{ color: {c.muted}; background: {c.window}; }}
    QPushButton[kind="accent"] {{ background: {c.accent}; color: {c.on_accent}; border: 1px solid {c.accent};
        font-weight: 600; }}
    QPushButton[kind="accent"]:hover {{ background: {c.accent_hover}; border-color: {c.accent_hover}; }}
    QPushButton[kind="accent"]:focus {{ border: 2px solid {c.text}; }}
    QPushButton[kind="quiet"] {{ background: transparent; border: 1px solid transparent; }}
    QPushButton[kind="quiet"]:hover {{ background: {c.hover}; }}
    QPushButton[kind="quiet"]:focus {{ border: 2px solid {c.link}; }}
    QPushButton[kind="link"] {{ background: transparent; border: 1px solid transparent; color: {c.link};
        font-weight: 600; padding: 0 {GAP_PX}px; }}
    QPushButton[kind="link"]:hover {{ background: {c.hover}; }}
    QPushButton[kind="link"]:focus {{ border: 2px solid {c.link}; }}
    QPushButton[kind="danger"] {{ color: {c.danger}; }}
    QLineEdit, QSpinBox {{ background: {c.field}; color: {c.text}; border: 1px solid {c.border};
        border-radius: {RADIUS_PX}px; padding: 0 {GAP_PX}px; min-height: {target_px - 6}px;
        selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
    QLineEdit:focus, QSpinBox:focus {{ border: 2px solid {c.link}; }}
    QLineEdit[kind="title"] {{ background: transparent; border: 1px solid transparent; }}
    QLineEdit[kind="title"]:hover {{ background: {c.hover}; }}
    QLineEdit[kind="title"]:focus {{ background: {c.field}; border: 2px solid {c.accent}; }}
    QComboBox {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.border};
        border-radius: {RADIUS_PX}px; padding: 0 {GAP_PX}px; min-height: {target_px - 6}px; }}
    QComboBox:focus {{ border: 2px solid {c.link}; }}
    QComboBox::drop-down {{ border: none; width: {GAP_PX * 3}px; }}
    QComboBox::down-arrow {{ width: 0; height: 0; border-left: 4px solid {c.surface}; border-top: 5px solid {c.text};
        border-right: 4px solid {c.surface}; }}
    QPlainTextEdit {{ border: 2px solid {c.border}; border-radius: {RADIUS_PX}px; }}
    QPlainTextEdit:focus {{ border: 2px solid {c.link}; }}
    QTableView {{ background: {c.field}; border: 1px solid {c.border}; border-radius: {RADIUS_PX}px; padding: 2px; }}
    QTableView:focus {{ border: 2px solid {c.link}; padding: 1px; }}
    QTableView::item {{ padding: 0 {GAP_PX}px; border: none; }}
    QTableView::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
    QScrollArea[kind="reading"] {{ background: transparent; border: 2px solid transparent; }}
    QScrollArea[kind="reading"]:focus {{ border: 2px solid {c.link}; border-radius: {RADIUS_PX}px; }}
    QMenu {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.border}; padding: {SMALL_GAP_PX}px; }}
    QMenu::item {{ padding: {GAP_PX}px {GAP_PX * 3}px {GAP_PX}px {GAP_PX * 2}px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {c.accent_soft}; }}
    QMenu::item:disabled {{ color: {c.muted}; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
    QScrollBar::handle {{ background: {c.border}; border-radius: 4px; margin: 2px; }}
    QScrollBar::handle:hover {{ background: {c.muted}; }}
    QScrollBar::handle:vertical {{ min-height: {target_px}px; }}
    QScrollBar::handle:horizontal {{ min-width: {target_px}px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QMenu::separator {{ height: 1px; background: {c.border}; margin: {SMALL_GAP_PX}px {GAP_PX}px; }}
    """


def faded(color: QColor, alpha: float) -> QColor:
    """The colour with this opacity, 0..1."""
    result = QColor(color)
    result.setAlphaF(alpha)
    return result


def font(points: float, *, bold: bool = False) -> QFont:
    """The system's font in a size of the type scale."""
    result = QFont(QGuiApplication.font())
    result.setPointSizeF(points * THEME.letters)
    result.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return result


def _wants_dark(scheme: Scheme) -> bool:
    if scheme is Scheme.SYSTEM:
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return scheme is Scheme.DARK
