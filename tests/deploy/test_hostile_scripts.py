"""Scripts made to take long do not: what is told of a deployment is found in time that grows with the text alone."""

from __future__ import annotations

import time

import pytest

from maverick_lint.core.source import Source
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader, facts_of, parse
from maverick_lint.engine.written import facts_of_written

TEXTS = {
    "assignments before commands": "docker\n" + "A=1 B=2\ncmd\n" * 4_000,
    "a long list": "docker " + "a && " * 3_900 + "b\n",
    "many traps": "docker\n" + "trap 'a; b; c' EXIT\n" * 4_000,
    "a long trap": "docker\ntrap '" + "x;" * 50_000 + "' EXIT\n",
    "pieces in quotes": "docker\nbash -c '" + "a'\"b\"'" * 20_000 + "'\n",
    "a long configuration": "cat > /etc/nginx/x <<E\n" + "upstream a { server $X; }\n" * 6_000 + "E\n",
    "many configurations": "cat > /etc/nginx/x <<E\nupstream a {\n}\nE\n" * 1_000,
    "a long name of ports": "docker\n" + "port" * 50_000 + "\n" + "{port" * 20_000,
    "many options": "docker\nwhile :; do case $1 in " + "--a) A=$2 ;;\n" * 1_400 + "esac; done\n",
    "many files": "docker\n" + "cat /a/b > /c/d\n" * 6_000,
    "many questions": "set -e\n" + "docker a\nif [ $? -ne 0 ]; then exit 1; fi\n" * 2_000,
    "many functions": "docker\n" + "f() { g; }\n" * 3_000 + "trap f EXIT\n",
}


def seconds(text: str) -> float:
    start = time.process_time()
    document = parse("shell", Source("deploy.sh", text), FilesReader(MemoryFiles({})))
    if document.model is not None:
        list(facts_of(document))
        for kind, source in document.written():
            list(facts_of_written(kind, source))
    return time.process_time() - start


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_made_to_take_long_is_read_in_time(name: str) -> None:
    assert min(seconds(TEXTS[name]) for _ in range(2)) < 2
