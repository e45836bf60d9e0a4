"""libyaml's parser is had without the rest of PyYAML, and PyYAML works all the same for whoever wants it."""

from __future__ import annotations

import subprocess
import sys

_READ = """
import sys
from maverick_lint.core.source import Source
from maverick_lint.formats._yaml import read_yaml

def read(text):
    parsed = read_yaml(Source("a.yml", text), "go")
    return [error.message for error in parsed.errors] or parsed.root.get("a").value

print(read("a: 1"), read("a: ["), read("a: \\x01"))
"""
_USED = """
import yaml
print(yaml.safe_load("a: [1, 2]"), yaml.load("b: 1", Loader=yaml.CSafeLoader), yaml.dump({"a": 1}).strip())
try:
    yaml.load("a: [", Loader=yaml.CSafeLoader)
except yaml.YAMLError:
    print("caught")
print(yaml.__version__ > "6", yaml.reader.ReaderError.__module__)
"""
_READ_OUT = (
    "1 ['is no valid YAML: while parsing a flow node, did not find expected node content']"
    " ['holds a character that YAML does not allow']"
)
_USED_OUT = ["{'a': [1, 2]} {'b': 1} a: 1", "caught", "True yaml.reader"]


def _printed(code: str) -> list[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.splitlines()


def test_a_text_is_read_without_the_readers_of_pyyaml() -> None:
    lines = _printed(_READ + "print(sorted({'yaml._yaml', 'yaml.reader', 'yaml.constructor'} & set(sys.modules)))")
    assert lines == [_READ_OUT, "['yaml._yaml']"]


def test_pyyaml_works_after_it() -> None:
    assert _printed(_READ + _USED) == [_READ_OUT, *_USED_OUT]


def test_pyyaml_works_before_it() -> None:
    assert _printed(_USED + _READ) == [*_USED_OUT, _READ_OUT]


def test_one_of_its_modules_may_be_imported_first() -> None:
    assert _printed(_READ + "import yaml.constructor; print(yaml.constructor.SafeConstructor.__module__)" + _USED) == [
        _READ_OUT,
        "yaml.constructor",
        *_USED_OUT,
    ]


def test_without_libyaml_the_same_is_read() -> None:
    lines = _printed("import sys; sys.modules['yaml._yaml'] = None" + _READ)
    assert lines[0].startswith('1 ["is no valid YAML: while parsing a flow node')
    assert lines[0].endswith("['holds a character that YAML does not allow']")
