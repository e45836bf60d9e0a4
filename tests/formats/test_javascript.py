"""The syntax of scripts of actions/github-script."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maverick_lint.formats._javascript import fault_of

NODE = shutil.which("node") or ""
NAMES = ("github", "context", "core", "exec", "require")
VALID = (
    "const { data: { total = 0, ...rest }, } = await github.rest.pulls.list({ ...context.repo })\nreturn data.length",
    "for (const [a, b] of Object.entries(x)) if (a) b(); else if (c) d(); else { e() }",
    "for (var i = 0, n = ('in' in x) ? 1 : 2; i < n; i++) { if (i) continue; else break }",
    "for await (const one of more()) core.info(`a ${`b ${one}`} c`)",
    "x = a\n/b/g\ny = /[/\\]]/u.test(a) ? /=/ : b / c / d",
    "const f = async ({ a = 1, b: [c, , ...d] }, ...e) => ({ [a]: b => { }, get x() { return 1 } })",
    "const g = { async *y() { yield 1 }, 'z': 1, 2: 3, if: 4 }",
    "class A extends (b, c) { static #x = 1; static { f() } get y() { return #x in this } }",
    "const b = class { async z() { await 1 } 'q' = 2; static async = 3\n get; set }",
    "label: do { switch (a) { case 1: case b(): let x = 1; break label; default: } } while (0) f()",
    "try { throw new Error('it\\'s') } catch { } finally { }",
    "let async = 1; async = async + 1; var let_ = of => of; yield_: ; await (async () => { })()",
    "if (a) function f() { } else ; var a; var a; function a() { }",
    "a ??= b?.c?.[d]?.(e) ?? (f || g); new.target; new (x())(1).y; `${a}`.b`c`",
    "const a = 1_000n, b = 0xFF + .5e-3\n// done",
    "exec.exec('x'); { const exec = 1 }",
)  # fmt: skip
FAULTY = {
    "const a = {b: ,}": ",",
    "const exec = 1": "exec",
    "let a; { let a }; let a": "a",
    "let b; { var b }": "b",
    "a.forEach(b => { await c })": "await",
    "if (a) { b(": "(",
    "f(a, b": "(",
    "`a ${b c`": "c",
    "x = 'it": "'",
    "x = `a": "`",
    "/* a": "/*",
    "x = /a": "/",
    "x = /a/q": "/a/q",
    "() + 1": ")",
    "(a, b,) + 1": ",",
    "a + b = c": "=",
    "const a": "a",
    "import x from 'y'": "import",
    "export default 1": "export",
    "try { a }": "try",
    "a b": "b",
    "3in x": "i",
    "return }": "}",
    "for (a of b c) d": "c",
    "x = {a b}": "b",
    "throw\na": "throw",
    "class A { x y }": "y",
    "var 1": "1",
    "x = class { a( }": "}",
    "async () => { function f() { await x } }": "await",
}


@pytest.mark.parametrize("text", VALID)
def test_a_valid_script_is_read(text: str) -> None:
    fault = fault_of(text, NAMES)
    assert fault is None, (str(fault), text[fault.start : fault.end])


@pytest.mark.parametrize(("text", "at"), FAULTY.items())
def test_a_fault_is_found_at_its_place(text: str, at: str) -> None:
    fault = fault_of(text, NAMES)
    assert fault is not None
    assert text[fault.start : fault.end] == at, str(fault)


def test_names_of_the_outer_function_are_taken_only_at_its_top() -> None:
    assert fault_of("const glob = 1", ("github",)) is None
    assert fault_of("const f = exec => exec", NAMES) is None


@pytest.mark.skipif(not NODE, reason="node is not there")
def test_node_agrees(tmp_path: Path) -> None:
    texts = [*VALID, *FAULTY]
    program = (
        "const F = Object.getPrototypeOf(async () => {}).constructor;"
        "console.log(JSON.stringify(JSON.parse(require('fs').readFileSync(0)).map(text => {"
        f"try {{ new F(...{json.dumps(NAMES)}, text); return true }} catch (error) {{ return false }} }})))"
    )
    path = tmp_path / "oracle.js"
    path.write_text(program)
    done = subprocess.run([NODE, path], input=json.dumps(texts), capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [True] * len(VALID) + [False] * len(FAULTY)


@pytest.mark.parametrize("text", ["(" * 5000, "[{" * 5000, "a=>" * 5000, "`${" * 5000, "if(a)" * 5000, "/" * 9000,
    "!" * 50000, "a." * 50000 + "b", "x?" * 5000, "l:" * 5000, "/*" * 9000, "\\" * 999])  # fmt: skip
def test_a_hostile_script_ends(text: str) -> None:
    fault = fault_of(text, NAMES)
    assert fault is None or 0 <= fault.start < fault.end <= len(text) + 1


WORDS = (
    "${", "=>", "const ", "a", "async ", "await ", "function ", "class ", "1", "...", "return ", "for", "of ", "if",
    "else ", "import ", "x=/a/", *"(){}[];,.?:=+-/`'\"!*#\n ",
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_it_never_raises(parts: list[str]) -> None:
    text = "".join(parts)
    fault = fault_of(text, NAMES)
    assert fault is None or (0 <= fault.start < fault.end <= len(text) + 1 and str(fault))
