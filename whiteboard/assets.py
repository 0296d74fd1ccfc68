"""The one way to the files in assets/: icons, cursors, templates."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_ROOT = next(place for place in (_PACKAGE / "_assets", _PACKAGE.parent / "assets") if place.is_dir())


def path(*parts: str) -> Path:
    """The file under assets/ named by its parts: `path("icons", "pen.svg")`. FileNotFoundError if there is none."""
    found = _ROOT.joinpath(*parts)
    if not found.exists():
        raise FileNotFoundError(f"no asset {'/'.join(parts)}")
    return found
