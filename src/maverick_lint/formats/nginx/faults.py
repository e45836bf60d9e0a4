"""What a builder of trees says of a text, and what it must not say of a template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.core.span import Span
from maverick_lint.formats.nginx import lexer
from maverick_lint.formats.nginx.template import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maverick_lint.formats.nginx.tree import Tree, Word

MOST_ERRORS: Final = 50


class Faults:
    """Puts what is wrong in a text into the errors of its tree; `odd` where a word may have an odd character."""

    def __init__(self, text: str, tree: Tree) -> None:
        """Take the text, its templates blanked, and the tree."""
        self.text = text
        self.tree = tree
        self.odd = lexer.is_odd(text)

    def error(self, span: Span, problem: str, *, plain: bool = False) -> None:
        """Report an error; in a template only where it is `plain` that no tag has a hand in it."""
        if (plain or not self.tree.templated) and len(self.tree.errors) < MOST_ERRORS:
            self.tree.errors.append(ParseError(span, problem))

    def check(self, words: Sequence[Word]) -> None:
        """Report what no word of a directive may be; of the first and the last word, for speed."""
        for word in (words[0], words[-1]) if self.odd else ():
            if not word.quote and (found := lexer.oddity(word.text)) is not None:
                start = word.start + found.start
                self.error(Span(start, start + found.length), found.problem)
                return

    def missing_semicolon(self, words: Sequence[Word], *, plain: bool = False) -> None:
        """Report a semicolon that is missing after words; `plain` when no template has a hand in it."""
        last = words[-1]
        if any(UNKNOWN in word.text for word in words):
            return
        start = max(last.start, last.end - 1) if last.quote else last.start
        problem = f"the semicolon that ends `{words[0].text[:60]}` is missing here"
        self.error(Span(start, last.end), problem, plain=plain)

    def filled_in(self, words: Sequence[Word]) -> bool:
        """Say whether a template puts whole statements here: a tag where a statement would stand."""
        return len(words) == 1 and UNKNOWN in words[0].text and not words[0].text.strip(UNKNOWN)
