"""A bench speaks to people in a table and to scripts in one JSON object."""

import argparse
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench import runner

ROWS: list[runner.Row] = [{"people": 2, "p50_ms": 31.25, "note": None}, {"people": 30, "p50_ms": 123.456, "lost": 0}]


def measure(given: argparse.Namespace) -> list[runner.Row]:
    print("warming up")
    return ROWS


def people(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--people", type=int)


def test_json_is_one_object_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["latency.py", "--json"])

    runner.run("latency", measure)

    out, err = capsys.readouterr()
    said = json.loads(out)
    assert list(said) == ["bench", "machine", "results"]
    assert said["bench"] == "latency"
    assert said["results"] == ROWS
    assert {"system", "processor", "cores", "python", "qt"} == set(said["machine"])
    assert err == "warming up\n"


def test_a_table_has_one_aligned_column_per_key() -> None:
    assert runner.table(ROWS).splitlines() == [
        "people  p50_ms  note  lost",
        "     2    31.2",
        "    30     123           0",
    ]


def test_a_bench_takes_options_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["latency.py", "--people", "10"])
    seen: list[int] = []

    def measure_with(given: argparse.Namespace) -> list[runner.Row]:
        seen.append(given.people)
        return []

    runner.run("latency", measure_with, people)

    assert seen == [10]


def test_a_bench_is_set_up_when_started_with_m_and_only_then() -> None:
    program = (
        "import sys, runpy; sys.path.insert(0, '.')\n"
        "from whiteboard import bootstrap\n"
        "bootstrap.prepare = lambda part: sys.stdout.write(part)\n"
        "sys.argv = [{!r}]\n"
        "import tests.bench\n"
    )
    root = Path(__file__).resolve().parent.parent.parent
    said = [
        subprocess.run([sys.executable, "-S", "-c", program.format(word)], cwd=root, capture_output=True, check=True)
        for word in ("-m", "pytest")
    ]
    assert [run.stdout for run in said] == [b"tests", b""]
