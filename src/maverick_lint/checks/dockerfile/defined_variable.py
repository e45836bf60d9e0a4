"""A variable is used that nothing defines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.formats.dockerfile.expand import names_in
from maverick_lint.formats.dockerfile.image import image
from maverick_lint.formats.dockerfile.stages import PLATFORM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile, Instruction, Stage

# Official images whose configuration sets no variable but PATH (docker image inspect, 2026-08).
_BARE: Final = frozenset({"alpine", "busybox", "debian", "ubuntu"})
_EXPANDED: Final = frozenset(
    {"ENV", "LABEL", "WORKDIR", "USER", "EXPOSE", "VOLUME", "COPY", "ADD", "STOPSIGNAL", "ARG"}
)
# Known in every build: https://docs.docker.com/reference/dockerfile/#predefined-args (2026-08).
_ALWAYS: Final = frozenset(
    {f"{name}_{part}" for name in ("HTTP", "HTTPS", "FTP", "NO", "ALL") for part in ("PROXY",)}
    | {
        "http_proxy",
        "https_proxy",
        "ftp_proxy",
        "no_proxy",
        "all_proxy",
        "SOURCE_DATE_EPOCH",
        "PATH",
        "HOME",
        "HOSTNAME",
    }
)
# Variables that base images set, so that a use of them in their own definition means the base's value.
_FROM_BASES: Final = frozenset(
    {
        "LD_LIBRARY_PATH",
        "PYTHONPATH",
        "NODE_PATH",
        "GOPATH",
        "GOROOT",
        "JAVA_HOME",
        "JAVA_OPTS",
        "JAVA_TOOL_OPTIONS",
        "MANPATH",
    }
    | {"PKG_CONFIG_PATH", "CPATH", "LIBRARY_PATH", "CLASSPATH", "PERL5LIB", "RUBYLIB", "GEM_PATH", "CFLAGS", "CXXFLAGS"}
    | {"LDFLAGS", "PHPIZE_DEPS", "CARGO_HOME", "RUSTUP_HOME", "VIRTUAL_ENV", "CONDA_DIR", "LANG", "LC_ALL", "USER"}
)


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each use of a name that neither the stage nor its parents nor the builder know."""
    model = document.model
    declared: dict[int, set[str]] = {}
    unused = [one for one in model.instructions[: _first_from(model)] if one.name == "ARG"]
    outside = {pair.name for one in unused for pair in one.pairs}
    for stage in model.stages:
        if stage.origin is None:
            continue
        yield from _in_from(stage, outside)
        names = set(declared[stage.base_stage.index]) if stage.base_stage is not None else set()
        known_base = stage.root.image is not None and _sets_nothing(stage.root.image)
        for instruction in stage.instructions:
            yield from _uses(instruction, names, outside, known_base=known_base)
            if instruction.name in ("ENV", "ARG"):
                names |= {pair.name for pair in instruction.pairs}
        declared[stage.index] = names


def _sets_nothing(reference: str) -> bool:
    """Say whether a base image sets no variable but PATH."""
    base = image(reference)
    return reference == "scratch" or (base.official and base.name in _BARE)


def _first_from(model: Dockerfile) -> int:
    return next((number for number, one in enumerate(model.instructions) if one.name == "FROM"), 0)


def _in_from(stage: Stage, outside: set[str]) -> Iterator[Hit]:
    origin = stage.origin
    if origin is None or stage.base is None:
        return
    for name, offset in names_in(stage.base.text, origin.escape):
        if name not in outside and name not in PLATFORM and not _has_default(stage.base.text, offset):
            start = stage.base.span.start + offset
            span = Span(start, start + _length(stage.base.text, offset, name))
            yield Hit(
                span,
                {"name": name},
                "from",
                equivalents=(
                    "buildkit:UndefinedArgInFrom",
                    "tally:buildkit/UndefinedArgInFrom",
                ),
            )


def _uses(instruction: Instruction, names: set[str], outside: set[str], *, known_base: bool) -> Iterator[Hit]:
    if instruction.name not in _EXPANDED:
        return
    joined = instruction.joined
    own = {pair.name for pair in instruction.pairs} if instruction.name == "ENV" else set()
    for name, offset in names_in(joined.text[instruction.body :], instruction.escape):
        if name in names or name in _ALWAYS or _has_default(joined.text[instruction.body :], offset):
            continue
        at = instruction.body + offset
        span = joined.span(at, at + _length(joined.text, at, name))
        if name in outside:
            yield Hit(
                span,
                {"name": name},
                "outside",
                equivalents=(
                    "buildkit:UndefinedVar",
                    "tally:buildkit/UndefinedVar",
                ),
            )
        elif name in own and name not in _FROM_BASES:
            yield Hit(
                span,
                {"name": name},
                "self",
                equivalents=("hadolint:DL3044", "buildkit:UndefinedVar", "tally:buildkit/UndefinedVar"),
            )
        elif known_base and not own and name not in _FROM_BASES:
            yield Hit(
                span,
                {"name": name},
                equivalents=(
                    "buildkit:UndefinedVar",
                    "tally:buildkit/UndefinedVar",
                ),
            )


def _length(text: str, offset: int, name: str) -> int:
    """Return how many characters a use of a variable takes, braces included."""
    if not text.startswith("${", offset):
        return 1 + len(name)
    end = text.find("}", offset)
    return (len(text) if end < 0 else end + 1) - offset


def _has_default(text: str, offset: int) -> bool:
    """Say whether `${NAME:-x}` or the like copes with a missing value."""
    if not text.startswith("${", offset):
        return False
    inside = text[offset + 2 :].partition("}")[0]
    return any(sign in inside for sign in ("-", "+", "?"))
