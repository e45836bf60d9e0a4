"""GitHub compares contexts, functions, actions and labels without regard to case, so every rule on workflows must."""

from __future__ import annotations

import re

import pytest

from rule_examples import EXAMPLES, Example

_EXPRESSION = re.compile(r"\$\{\{.*?\}\}|^[ \t]*(?:- )?if: .*$", re.MULTILINE | re.DOTALL)
_NAME = re.compile(
    r"(?<![\w.'\"-])(github|env|vars|secrets|inputs|needs|steps|matrix|runner|strategy|job|jobs)(?=\s*[.\[])"
    r"|(?<![\w.'\"-])(contains|startsWith|endsWith|format|join|toJSON|fromJSON|hashFiles|always|success|failure)(?=\()"
)
_ACTION = re.compile(r"(?<=uses: )(?!docker:|\.)[\w.-]+/[\w.-]+(?=[/@])")
_LABEL = re.compile(r"(?<=runs-on: )(?:ubuntu|windows|macos|self-hosted)[\w.-]*")
# What a script or an option says of an expression's text is no expression any more.
_BAD = [
    example
    for example in EXAMPLES
    if "bad" in example.data
    and {"github-workflow", "github-action"} & set(example.rule.needs)
    and example.rule.check != {"engine": True}
]


def _shouted(text: str) -> str:
    expressions = _EXPRESSION.sub(lambda found: _NAME.sub(lambda name: name[0].upper(), found[0]), text)
    actions = _ACTION.sub(lambda found: found[0].title(), expressions)
    return _LABEL.sub(lambda found: found[0].title(), actions)


def _places(example: Example, texts: dict[str, str]) -> list[tuple[str, int, int]]:
    result = example.run(texts)
    assert not result.crashed
    return [
        (finding.location.path, finding.location.start.line, finding.location.start.column)
        for finding in result.findings
        if finding.rule == example.rule.id and finding.suppression is None
    ]


@pytest.mark.parametrize("example", _BAD, ids=lambda example: example.name)
def test_a_rule_finds_the_same_in_other_letters(example: Example) -> None:
    texts = example.files()
    other = {path: _shouted(text) for path, text in texts.items()}
    assert _places(example, other) == _places(example, texts)


def test_the_examples_do_hold_such_names() -> None:
    changed = [example for example in _BAD if any(_shouted(text) != text for text in example.files().values())]
    assert len(changed) > 100
