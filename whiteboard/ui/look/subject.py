"""What the panel is about: what is selected, or else the tool in hand; and what may be chosen about it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from whiteboard.editor import Editor
from whiteboard.model.element import Element, ElementId
from whiteboard.model.style import Style
from whiteboard.tools.arrange.groups import open_group, path
from whiteboard.tools.registry import BY_NAME, ERASER
from whiteboard.tools.selection import picked

from .traits import OF_CASE, Trait, Value, read, traits_of

Values = Mapping[Trait, Value | None]

Look = tuple[str, Style, str, bool]
"""Kind, style, form, and whether there are letters: of 100,000 elements, there are few."""

PORTION = 2500
"""So many elements are looked at in 2 ms."""


@dataclass(frozen=True, slots=True)
class Subject:
    """`values` of all traits that there are; None: they differ. `ids` are empty if it is the tool in hand.

    `count` units (groups count once) are to be arranged; `grouped`: one of them is a group; `locked`: all of them are.
    """

    ids: frozenset[ElementId] = frozenset()
    values: Values = field(default_factory=dict)
    count: int = 0
    grouped: bool = False
    locked: bool = False

    def __bool__(self) -> bool:
        return bool(self.values or self.count)


def subject_of(editor: Editor, typed: ElementId | None = None) -> Subject:
    """`typed` is the element that somebody types into: it comes first."""
    if not editor.may_draw:
        return Subject()
    ids = editor.selection if typed is None else frozenset([typed])
    if elements := [element for element in picked(ids, editor.document) if not element.lock]:
        grouped = [element for element in elements if element.group]
        return _of_looks(frozenset(element.id for element in elements), looks_of(elements), grouped, editor)
    if locked := frozenset(id for id in ids if id in editor.document):
        return Subject(locked, {}, len(locked), locked=True)
    tool = BY_NAME[editor.tool]
    if tool.family == ERASER:
        return Subject(values={Trait.WIDTH: editor.width})
    if tool.case is None or tool.case not in OF_CASE:
        return Subject()
    style = editor.style_of(tool.case)
    return Subject(values={trait: read(trait, style) for trait in OF_CASE[tool.case]})


def looking_through(editor: Editor) -> Iterator[Subject | None]:
    """What is selected, however much it is, looked at a portion at a time: None until that is done."""
    ids, elements = editor.selection, list(editor.document)
    free: list[ElementId] = []
    grouped: list[Element] = []
    looks: dict[Look, Element] = {}
    for begin in range(0, len(elements), PORTION):
        some = [e for e in elements[begin : begin + PORTION] if e.id in ids and not e.lock]
        free += [element.id for element in some]
        grouped += [element for element in some if element.group]
        looks |= looks_of(some)
        yield None
    if not editor.may_draw:
        yield Subject()
    elif not free:
        yield Subject(ids, {}, len(ids), locked=True)
    else:
        yield _of_looks(frozenset(free), looks, grouped, editor)


def looks_of(elements: Iterable[Element]) -> dict[Look, Element]:
    """An element of each look that there is."""
    return {(e.kind, e.style, e.content.form, bool(e.text)): e for e in elements}


def shared(elements: Iterable[Element]) -> dict[Trait, Value | None]:
    """The traits that any of them has, each with the value that all who have it share."""
    seen: dict[Trait, set[Value]] = {}
    for element in elements:
        for trait in traits_of(element):
            seen.setdefault(trait, set()).add(read(trait, element.style, element.content.form))
    return {trait: next(iter(values)) if len(values) == 1 else None for trait, values in seen.items()}


def _of_looks(
    ids: frozenset[ElementId], looks: Mapping[Look, Element], grouped: Iterable[Element], editor: Editor
) -> Subject:
    """Of elements with these ids and looks, some of which are `grouped`."""
    depth = len(open_group(ids, editor.document))
    deeper = [each for element in grouped if len(each := path(element)) > depth]
    groups = {each[depth] for each in deeper}
    return Subject(ids, shared(looks.values()), len(groups) + len(ids) - len(deeper), bool(groups))
