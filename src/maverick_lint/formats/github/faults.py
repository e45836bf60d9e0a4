"""What GitHub refuses in a workflow or an action: keys, kinds and words, after GitHub's own grammar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.core.record import builder, field, record
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats.github.steps import STEP_DEFINITIONS, step_definition

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maverick_lint.core.node import Node
    from maverick_lint.core.span import Span
    from maverick_lint.formats.github.grammar import Definition, Grammar, Mapping

_MOST: Final = 200
# Aliases can make a small file a tree without end.
_VISITS: Final = 60_000
_FEW: Final = 8
# What runs a workflow reads, though the grammar asks for more: an action runs without a name and a description, and
# Actions' own inputs take "true" in quotes.
_OPTIONAL: Final = frozenset({("action-root-strict", "name"), ("action-root-strict", "description")})
_NULL_MAPPINGS: Final = frozenset({"workflow-dispatch-input", "input-strict", "output-definition", "inputs-strict"})


@record
class Text:
    """A text that may hold expressions: `condition` when it is one as a whole, `contexts` what it may use."""

    node: Node
    contexts: frozenset[str]
    condition: bool


@builder
class Walk:
    """One walk over a tree: the faults, and the texts that may hold expressions."""

    grammar: Grammar
    kind: str
    errors: list[ParseError] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    visits: int = 0

    def fail(self, span: Span, message: str) -> None:
        """Note a fault."""
        if len(self.errors) < _MOST:
            self.errors.append(ParseError(span, message))

    def value(self, node: Node, name: str, where: str, contexts: frozenset[str]) -> None:
        """Compare a node with a definition; `where` names its key in messages."""
        self.visits += 1
        if self.visits > _VISITS:
            return
        wanted = self.grammar.get(name)
        contexts = contexts if wanted.contexts is None else wanted.contexts
        if name in STEP_DEFINITIONS and node.is_map:
            name, problem, key = step_definition(name, node)
            if problem:
                self.fail(node.pairs()[key].key_span() if key else _head(node), problem)
            if not name:
                return
            wanted = self.grammar.get(name)
        elif name == "job" and node.is_map:
            wanted = self.job(node)
        if node.is_scalar:
            self.scalar(node, wanted, where, contexts)
        elif node.is_list:
            self.items(node, wanted, where, contexts)
        else:
            self.mapping(node, wanted, where, contexts)

    def job(self, node: Node) -> Definition:
        """Say what kind of job this is, and that it is one."""
        pairs = node.pairs()
        name = node.key.raw if node.key is not None else ""
        if "uses" not in pairs and "runs-on" not in pairs and "<<" not in pairs and not open_text(name):
            self.fail(
                node.key_span(), f"job `{name}` has neither `runs-on` nor `uses`: GitHub does not know where to run it"
            )
        return self.grammar.get("workflow-job" if "uses" in pairs else "job-factory")

    def scalar(self, node: Node, wanted: Definition, where: str, contexts: frozenset[str]) -> None:
        """Compare a scalar; one that holds an expression may be anything."""
        if wanted.name.endswith("-if"):
            self.texts.append(Text(node, contexts, condition=True))
            return
        if "${{" in node.raw:
            self.texts.append(Text(node, contexts, condition=False))
            return
        if wanted.anything or _fits(node, wanted, loose=self.kind == "action") or _template(node.raw):
            return
        if node.value is None and wanted.name in _NULL_MAPPINGS:
            return
        self.fail(node.span if node.raw else node.key_span(), f"{where} {_demand(node, wanted)}")

    def items(self, node: Node, wanted: Definition, where: str, contexts: frozenset[str]) -> None:
        """Compare a list."""
        if not wanted.item and wanted.name != "repository-dispatch":
            if not wanted.anything:
                self.fail(_head(node), f"{where} {_demand(node, wanted)}")
            return
        for child in node.items():
            self.value(child, wanted.item, where if wanted.item not in STEP_DEFINITIONS else "a step", contexts)

    def mapping(self, node: Node, wanted: Definition, where: str, contexts: frozenset[str]) -> None:
        """Compare a mapping with the choice that knows the most of its keys."""
        if not wanted.mappings:
            # `key: {{ name }}` is a mapping to YAML, and a tag to the generator that fills it in.
            if not wanted.anything and not any(key is not None and key.is_map for key, _ in node.children):
                self.fail(_head(node), f"{where} {_demand(node, wanted)}")
            return
        chosen = wanted.mappings[0]
        if len(wanted.mappings) > 1:
            chosen = max(wanted.mappings, key=lambda one: sum(key in one.keys for key in node.pairs()))
        noun = f"job `{node.key.raw}`" if wanted.name in ("job-factory", "workflow-job") and node.key else where
        for key, child in node.children:
            if key is None:
                continue
            known = chosen.keys.get(key.raw)
            if known is not None:
                self.value(child, known.definition, f"`{key.raw}`", contexts)
            elif open_text(key.raw):
                continue
            elif chosen.loose:
                self.value(child, chosen.loose, f"`{key.raw}`", contexts)
            else:
                self.fail(key.span, self.unknown(key.raw, wanted, chosen, noun))
        pairs = node.pairs()
        if len(pairs) > 1 and len({key.lower() for key in pairs}) < len(pairs):
            self.same(pairs)
        missing = [name for name in chosen.required if name not in pairs and (wanted.name, name) not in _OPTIONAL]
        if missing and wanted.name != "job-factory" and not any(open_text(key) for key in pairs):
            for name in missing:
                self.fail(_head(node), f"the key `{name}` is missing in {noun}")

    def same(self, pairs: dict[str, Node]) -> None:
        """Tell the keys that are another one's in other case, which GitHub takes for the same."""
        seen: dict[str, str] = {}
        for key, child in pairs.items():
            first = seen.setdefault(key.lower(), key)
            if first != key:
                self.fail(child.key_span(), f"`{key}` is the key `{first}` once more, since case does not count")

    def unknown(self, key: str, wanted: Definition, chosen: Mapping, noun: str) -> str:
        """Return what to say of a key that is not known here."""
        if key == "<<":
            return "GitHub knows anchors and aliases, and no merge key `<<`"
        if wanted.name == "workflow-job" and key in self.grammar.get("job-factory").mappings[0].keys:
            return f"{noun} calls a workflow by `uses`, so it takes no `{key}`"
        return f"unknown key `{key}` in {noun}{_near(key, chosen.keys)}"


def _fits(node: Node, wanted: Definition, *, loose: bool) -> bool:
    if wanted.text:
        return bool(node.raw) or not wanted.filled
    if node.raw in wanted.words:
        return True
    value = node.value
    if value is None:
        return wanted.null
    if isinstance(value, bool):
        return wanted.boolean
    if isinstance(value, int | float):
        return wanted.number
    return loose and wanted.boolean and node.raw in ("true", "false")


def _demand(node: Node, wanted: Definition) -> str:
    found = _found(node)
    if wanted.words and node.is_scalar and not wanted.mappings and not wanted.boolean and not wanted.number:
        return _word(node.raw, wanted.words)
    if wanted.words and node.text is not None:
        return f"does not know `{node.raw}`{_near(node.raw, [*wanted.words, *_all_keys(wanted)])}"
    if wanted.filled and node.is_scalar and not node.raw:
        return "has no value"
    kinds = [
        name
        for name, given in (
            ("a mapping", bool(wanted.mappings)),
            ("a list", bool(wanted.item)),
            ("a text", wanted.text or bool(wanted.words)),
            ("true or false", wanted.boolean),
            ("a number", wanted.number),
        )
        if given
    ]
    return f"must be {' or '.join(kinds) or 'empty'}, and {found}"


def _all_keys(wanted: Definition) -> list[str]:
    return [key for one in wanted.mappings for key in one.keys]


def _word(text: str, words: tuple[str, ...]) -> str:
    listed = f": {', '.join(f'`{word}`' for word in words)} are" if len(words) <= _FEW else ""
    return f"does not take {f'`{text}`' if text else 'an empty value'}{listed or _near(text, words)}"


def _found(node: Node) -> str:
    if node.is_scalar:
        return f"this is `{_short(node.raw)}`" if node.raw else "it is empty"
    return "this is a mapping" if node.is_map else "this is a list"


def _short(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= 60 else shown[:57] + "..."  # noqa: PLR2004 - what fits into a message


def _near(name: str, known: Iterable[str]) -> str:
    near = close_matches(name.lower(), list(known), 1, 0.7)
    return f"; did you mean `{near[0]}`?" if near else ""


def _head(node: Node) -> Span:
    """Return the span that shows best where a node stands: its key, else its first key, else itself."""
    if node.key is not None:
        return node.key.span
    first = node.children[0][0] if node.children else None
    return node.span if first is None else first.span


def open_text(text: str) -> bool:
    """Say whether a text is filled in later: by an expression, or by a generator before GitHub reads it."""
    return text.startswith("${{") or _template(text)


def _template(text: str) -> bool:
    """Say whether a generator fills the text in before GitHub reads it (`{{ x }}`, `$default-branch`)."""
    name = text[1:].replace("-", "")
    return "{{" in text or "{%" in text or (text[:1] == "$" and name.isalpha() and name.islower())
