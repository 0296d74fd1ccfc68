"""Reduced motion."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QGraphicsOpacityEffect, QProxyStyle, QStyle, QWidget

from whiteboard.ui.motion import MOTION, Wanted
from whiteboard.ui.toast import Toast, Toasts


class Calm(QProxyStyle):
    """A system where animations are switched off."""

    def styleHint(self, hint: QStyle.StyleHint, *others: object) -> int:
        return 0


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    MOTION.apply(Wanted.SYSTEM, qapp.style())


def is_reduced(wanted: Wanted, style: QStyle) -> bool:
    MOTION.apply(wanted, style)
    return MOTION.reduced


def test_the_person_decides_and_else_the_system(app: QApplication) -> None:
    calm, lively = Calm(), app.style()
    assert is_reduced(Wanted.REDUCED, lively)
    assert not is_reduced(Wanted.FULL, calm)
    assert is_reduced(Wanted.SYSTEM, calm)
    assert not is_reduced(Wanted.SYSTEM, lively)


@pytest.mark.parametrize(("wanted", "at_once"), [(Wanted.REDUCED, True), (Wanted.FULL, False)])
def test_toasts_fade_in_or_are_there_at_once(app: QApplication, wanted: Wanted, at_once: bool) -> None:
    MOTION.apply(wanted, app.style())
    window = QWidget()
    Toasts(window).say("Ben joined")
    (toast,) = window.findChildren(Toast)
    effect = toast.graphicsEffect()
    assert isinstance(effect, QGraphicsOpacityEffect)
    assert (effect.opacity() == 1.0) is at_once
    window.deleteLater()
