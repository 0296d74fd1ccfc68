"""Makes a checkout ready to start. `prepare` is called by the start commands before they import anything else.

Nothing is done where all is there: installed as a package, or started by an interpreter that has the dependencies.
The modules here use the standard library alone and are written in the grammar of Python 3.8, so that whatever
`python3` is can say which Python is needed.
"""

from __future__ import annotations

from pathlib import Path

from whiteboard.bootstrap import dependencies, interpreter, libraries, system_packages, timeouts
from whiteboard.bootstrap.machine import Machine
from whiteboard.bootstrap.unready import Unready
from whiteboard.bootstrap.venv import Venv

DONE = "WHITEBOARD_SET_UP"  # the part's name, handed to the interpreter of .venv so that set-up happens once
SKIP = "WHITEBOARD_NO_SETUP"  # set by people whose system brings the dependencies in a way of its own

_CHECKOUT = Path(__file__).resolve().parent.parent.parent
_SIZES = {"whiteboard": "about 300 MB", "server": "about 50 MB", "tests": "about 450 MB"}


def prepare(part: str, module: str = "", machine: Machine | None = None, root: Path = _CHECKOUT) -> None:
    """Return once `part` (a folder with a requirements.txt) can be imported; or start the command anew in `.venv`.

    `module` is what `python -m` was given, needed where the interpreter is too old to know it. Leaves with exit code 1
    and a sentence that names what is missing and what to do about it.
    """
    machine = machine or Machine()
    try:
        _prepare(part, module, machine, root)
    except Unready as why:
        machine.say(f"\n{why}\n")
        raise SystemExit(1) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    timeouts.mend()


def _prepare(part: str, module: str, machine: Machine, root: Path) -> None:
    if machine.environ.get(SKIP) or machine.environ.pop(DONE, "") == part:
        return
    if part == "whiteboard":
        libraries.check_screen(machine)
    if not (root / part / "requirements.txt").is_file():  # installed as a package: the locks are not part of it
        libraries.check_import(part, machine)
        return
    interpreter.check(module, machine)
    venv = Venv(root, machine)
    here = venv.is_ready(part) if venv.is_running and venv.has_stamp(part) else dependencies.found(part, root)
    complete = here or venv.is_ready(part)
    if not complete:
        machine.say(f"Setting up in {venv.folder} (once; {_SIZES[part]}, a minute or so)")
        with venv.locked():
            _install(part, machine, venv)
    else:
        _install_libraries(part, machine, {})
    if not here:
        machine.become(str(venv.python), module, {DONE: part})


def _install(part: str, machine: Machine, venv: Venv) -> None:
    if venv.is_ready(part):  # another start has just done it
        return
    # Debian and Ubuntu leave a part of Python's own venv module out
    unusable = not venv.is_sound and not machine.has_module("ensurepip")
    _install_libraries(part, machine, {"Python's ensurepip": "python3-venv"} if unusable else {})
    if unusable and not machine.has_module("ensurepip"):
        wanted = f"python{interpreter.named(machine.python)}-venv"
        raise Unready(f"{machine.executable} has no ensurepip. Install it, on Debian and Ubuntu with {wanted}.")
    venv.make()
    venv.install(part)
    machine.say("Ready.")


def _install_libraries(part: str, machine: Machine, besides: dict[str, str]) -> None:
    lacking = dict(libraries.missing(part, machine), **besides)
    if not lacking:
        return
    system_packages.install(lacking, machine)
    still = libraries.missing(part, machine)
    if still:
        raise Unready("These shared libraries are still missing: {}.".format(", ".join(sorted(still))))
