"""A computer for set-up to work on that is only told about: what it has, and what is done to it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from whiteboard.bootstrap import libraries
from whiteboard.bootstrap.machine import Machine

ALL_LIBRARIES = {*libraries.QT, *libraries.X11, *libraries.WAYLAND}


class Became(Exception):
    """The process has gone on as another interpreter; its arguments are (python, module, environment)."""


class ToldMachine(Machine):
    """Bare Debian on which everything can be installed, unless the test says otherwise."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.system = "linux"
        self.python = (3, 11)
        self.executable = "/usr/bin/python3"
        self.prefix = "/usr"
        self.arguments = ["whiteboard"]
        self.original_arguments = ["python3", "-m", "whiteboard"]
        self.environ = {"DISPLAY": ":0"}
        self.programs = {"apt-get": "/usr/bin/apt-get"}
        self.libraries: set[str] = set()
        self.modules: set[str] = set()
        self.root_rights = True
        self.terminal = False
        self.answer = True
        self.said: list[str] = []
        self.ran: list[list[str]] = []
        self.fails: Callable[[list[str]], bool] = lambda command: False

    @property
    def text(self) -> str:
        return "\n".join(self.said)

    def say(self, text: str) -> None:
        self.said.append(text)

    def run(self, command: Sequence[str], extra: dict[str, str] | None = None, quiet: bool = False) -> int:
        line = list(command)
        self.ran.append(line)
        if self.fails(line):
            return 1
        if "apt-get" in line and "-y" in line:
            self._install_packages(line)
        elif line[1:3] == ["-m", "venv"]:
            self._make_venv(Path(line[3]))
        return 0

    def which(self, name: str) -> str | None:
        return self.programs.get(name)

    def has_library(self, soname: str) -> bool:
        return soname in self.libraries

    def has_module(self, name: str) -> bool:
        return name in self.modules

    @property
    def is_root(self) -> bool:
        return self.root_rights

    @property
    def has_terminal(self) -> bool:
        return self.terminal

    def agree(self, question: str) -> bool:
        self.said.append(question)
        return self.answer

    def become(self, python: str, module: str, extra: dict[str, str]) -> NoReturn:
        raise Became(python, module, extra)

    def pip_installs(self) -> list[list[str]]:
        return [line for line in self.ran if line[1:4] == ["-m", "pip", "install"]]

    def apt_installs(self) -> list[list[str]]:
        return [line for line in self.ran if "apt-get" in line and "-y" in line]

    def _install_packages(self, line: list[str]) -> None:
        packages = {**libraries.QT, **libraries.X11, **libraries.WAYLAND}
        self.libraries |= {soname for soname, package in packages.items() if package in line}
        if any(word.endswith("-venv") for word in line):
            self.modules.add("ensurepip")

    def _make_venv(self, folder: Path) -> None:
        (folder / "bin").mkdir(parents=True)
        (folder / "bin" / "python").touch()
        (folder / "pyvenv.cfg").write_text(f"home = /usr/bin\nversion = {self.python[0]}.{self.python[1]}.7\n")
