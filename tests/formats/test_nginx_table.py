"""Our table of directives is crossplane's up to its date, and our judgement is its analyzer's."""

from __future__ import annotations

import itertools

import pytest
from crossplane import analyzer, errors

from maverick_lint.core.source import Source
from maverick_lint.formats.nginx.analysis import _fault
from maverick_lint.formats.nginx.directives import DIRECTIVES
from maverick_lint.formats.nginx.newer import ADDED
from maverick_lint.formats.nginx.table import ARGUMENTS, CONTEXTS, table
from maverick_lint.formats.nginx.tree import Block, Directive, Tree, Word

NOT_USED = 0x10000  # NGX_DIRECT_CONF
NEWER = {name for names, *_ in ADDED for name in names.split()}


def test_the_names_are_crossplanes_and_each_stands_once() -> None:
    names = [name for group in DIRECTIVES.values() for name in group.split()]
    assert len(names) == len(set(names))
    assert set(names) == set(analyzer.DIRECTIVES)


def test_the_contexts_are_crossplanes() -> None:
    assert table().contexts == analyzer.CONTEXTS


@pytest.mark.parametrize("name", sorted(set(analyzer.DIRECTIVES) - NEWER))
def test_the_masks_are_crossplanes(name: str) -> None:
    assert table().masks[name] == [mask & ~NOT_USED for mask in analyzer.DIRECTIVES[name]]


def test_the_keys_use_the_letters_of_the_table() -> None:
    for use in itertools.chain.from_iterable(key.split() for key in DIRECTIVES):
        contexts, _, arguments = use.partition(":")
        assert set(contexts) <= set(CONTEXTS)
        assert set(arguments) <= set(ARGUMENTS)


def expected(name: str, args: list[str], terminator: str, context: tuple[str, ...]) -> str | None:
    statement = {"directive": name, "line": 1, "args": args}
    try:
        analyzer.analyze("", statement, terminator, context)
    except errors.NgxParserDirectiveContextError:
        return "context"
    except errors.NgxParserDirectiveArgumentsError:
        return "arguments"
    return None


@pytest.mark.parametrize("context", sorted(analyzer.CONTEXTS))
def test_the_judgement_is_the_analyzers(context: tuple[str, ...]) -> None:
    home = Block(None, Tree(Source("nginx.conf", ""), templated=False))
    bit = analyzer.CONTEXTS[context]
    for name in sorted(set(analyzer.DIRECTIVES) - NEWER):
        for args in ([], ["x"], ["ON"], ["x", "y"], ["x"] * 3, ["x"] * 9):
            for terminator in (";", "{"):
                words = [Word(text, 0, 0, "", known=True) for text in args]
                directive = Directive(Word(name, 0, 0, "", known=True), words, home, terminator, 0)
                found = _fault(directive, table().masks[name], bit)
                assert found == expected(name, args, terminator, context), (name, args, terminator)
