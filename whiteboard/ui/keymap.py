"""Which keys do what: those that the actions have by themselves, with what the person changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

Keys = tuple[str, ...]
"""Key sequences in Qt's portable spelling; the first is the one to show."""

_BOUND = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier)
_FIRST_NAMED_KEY = 0x01000000
"""Below are the keys that write something, see Qt::Key."""


class Bindable(Protocol):
    """What one can give keys to; `keys` are its own."""

    @property
    def name(self) -> str: ...

    @property
    def label(self) -> str: ...

    @property
    def keys(self) -> Keys: ...


class Keymap:
    """The keys in use. Ask for them when they are shown; `apply` changes them."""

    def __init__(self) -> None:
        self.changes: dict[str, Keys] = {}
        self.single_keys = True
        self._instead: dict[tuple[str, str], str] = {}

    def apply(self, changes: Mapping[str, Keys], *, single_keys: bool, bindable: Iterable[Bindable]) -> None:
        """From now on these actions have these keys, all others their own.

        Without `single_keys` those that are typed without Ctrl or Alt do nothing: who dictates, or leans on the
        keyboard, does not change the tool with every word (WCAG 2.1.4).
        """
        self.changes = dict(changes)
        self.single_keys = single_keys
        self._instead = {
            (first(each.keys), "" if each.keys else each.label): first(self.of(each.name, each.keys))
            for each in bindable
        }

    def of(self, name: str, own: Keys) -> Keys:
        """The keys that work now for an action that has these of its own."""
        keys = self.changes.get(name, own)
        return keys if self.single_keys else tuple(key for key in keys if not is_single(key))

    def instead_of(self, key: str, label: str) -> str:
        """The key to show for the action whose own key this is, or that has none of its own and this label."""
        known = self._instead.get((key, "" if key else label))
        if known is not None:
            return known
        return "" if not self.single_keys and is_single(key) else key


KEYS = Keymap()


def first(keys: Keys) -> str:
    """The key to show, "" for none."""
    return keys[0] if keys else ""


def shown(key: str) -> str:
    """A key as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def same(key: str) -> str:
    """One spelling for each key, to compare by: "Ctrl+Shift+]" and "Ctrl+}" stay two, "ctrl+a" and "Ctrl+A" do not."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def is_single(key: str) -> bool:
    """Whether it is a letter, digit or sign, perhaps with Shift: a key that also writes."""
    sequence = QKeySequence(key)
    if sequence.isEmpty():
        return False
    pressed = sequence[0]  # type: ignore[index]  # the stubs of 6.11 do not know it
    writes = int(pressed.key()) < _FIRST_NAMED_KEY
    return writes and not any(pressed.keyboardModifiers() & modifier for modifier in _BOUND)


def owner(key: str, keys: Mapping[str, Keys], *, beside: str) -> str | None:
    """The action that has this key, other than `beside`; None if it is free."""
    wanted = same(key)
    for name, each in keys.items():
        if name != beside and wanted in map(same, each):
            return name
    return None


def rebound(changes: Mapping[str, Keys], defaults: Mapping[str, Keys], name: str, key: str) -> dict[str, Keys]:
    """The changes after this action got this key, alone ("" for none); whoever had it, has it no more."""
    current = {each: changes.get(each, own) for each, own in defaults.items()}
    new = dict(changes)
    if key:
        taken_from = owner(key, current, beside=name)
        if taken_from is not None:
            new[taken_from] = tuple(each for each in current[taken_from] if same(each) != same(key))
    new[name] = (same(key),) if key else ()
    return _without_own(new, defaults)


def reset(changes: Mapping[str, Keys], defaults: Mapping[str, Keys], name: str) -> dict[str, Keys]:
    """The changes after this action got its own keys back, also from others that have them now."""
    new = dict(changes)
    for key in defaults[name]:
        current = {each: new.get(each, own) for each, own in defaults.items()}
        taken_by = owner(key, current, beside=name)
        if taken_by is not None:
            new[taken_by] = tuple(each for each in current[taken_by] if same(each) != same(key))
    new.pop(name, None)
    return _without_own(new, defaults)


def _without_own(changes: Mapping[str, Keys], defaults: Mapping[str, Keys]) -> dict[str, Keys]:
    return {name: keys for name, keys in changes.items() if keys != defaults.get(name)}


def retold(tip: str, news: Iterable[tuple[str, str, str]]) -> str:
    """A tooltip with the keys as they are now. `news` are label, key before and key now, as they are shown.

    Tooltips are made where buttons are, by many hands: "Pen (P)", "Pens: Pen (P). Click again for more."
    """
    told = {f"({before})": now for _, before, now in news if before}
    for label, before, now in news:
        if not before and now and tip == label:
            return f"{label} ({now})"
    parts, rest = "", tip
    while rest:
        at, old = min(((rest.find(old), old) for old in told if old in rest), default=(-1, ""))
        if at < 0:
            break
        now, before_it = told[old], rest[:at]
        parts += before_it + f"({now})" if now else before_it.rstrip()
        rest = rest[at + len(old) :]
    return parts + rest
