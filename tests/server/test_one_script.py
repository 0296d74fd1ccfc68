"""The page's modules, joined to one script: what runs is what the modules would do."""

from __future__ import annotations

import graphlib
import shutil
import subprocess

import pytest

from server.web.guest_page import FOLDER, MAIN, SCRIPT, guest_page
from server.web.one_script import one_script

MODULES = {
    "main.js": """// Says what it got.
import { Pen, ink as color } from "./tools/pen.js";
import {
  half,
  name,
} from "./half.js";

/**
 * A comment with export const nothing = 1.
 */
const pen = new Pen(); // not alone on its line
console.log(pen.draw(half(8)), color, name(), `// ${"/* no"} comment */`);
""",
    "half.js": """export {};
export function half(number) {
  return number / 2;
}
export const name = () => /** @type {string} */ ("import");
""",
    "tools/pen.js": """import { half } from "../half.js";
/** @param {number} length */
const name = "own";
export class Pen {
  // indented
  draw(length) {
    return `${name} ${half(length)}`;
  }
}
export const ink = "black";
export async function later() {}
""",
    "unwanted.js": "throw new Error();\n",
}


def test_a_script_of_all_does_what_its_modules_do() -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("no JavaScript here, missing: node")
    script = one_script(MODULES, "main.js")
    done = subprocess.run(
        [node, "--input-type=module"], input=script, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout == "own 2 black import // /* no comment */\n", done.stderr


def test_comments_that_have_their_lines_for_themselves_stay_at_home() -> None:
    script = one_script(MODULES, "main.js")
    assert "Says what" not in script
    assert "A comment" not in script
    assert "indented" not in script
    assert "// not alone" in script


def test_what_nobody_imports_is_left_out() -> None:
    assert "throw" not in one_script(MODULES, "main.js")


def test_modules_in_a_circle_are_refused() -> None:
    circle = {"a.js": 'import { b } from "./b.js";\n', "b.js": 'import { a } from "./a.js";\n'}
    with pytest.raises(graphlib.CycleError):
        one_script(circle, "a.js")


def test_a_module_that_is_not_there_is_missed() -> None:
    with pytest.raises(KeyError):
        one_script({"a.js": 'import { b } from "./b.js";\n'}, "a.js")


@pytest.mark.parametrize(
    "line",
    [
        'import all from "./b.js";',
        'import * as b from "./b.js";',
        'import "./b.js";',
        "export default 1;",
        "export let changing = 1;",
        'export { b } from "./b.js";',
        'export * from "./b.js";',
    ],
)
def test_other_forms_of_imports_and_exports_are_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"a\.js: "):
        one_script({"a.js": f"{line}\n", "b.js": "export const b = 1;\n"}, "a.js")


def test_the_page_runs_every_module_that_holds_more_than_types() -> None:
    script = guest_page().parts[SCRIPT].body.decode()
    for path in FOLDER.rglob("*.js"):
        text, name = path.read_text(encoding="utf-8"), path.relative_to(FOLDER).as_posix()
        assert (f" {name.replace('/', '$').replace('.', '$')} = " in script) == ("export {};\n" not in text), name
        assert all(line.count("`") % 2 == 0 for line in text.splitlines()), f"{name}: a text of several lines"
    assert MAIN in guest_page().parts, "the modules can be run as they are, too"
