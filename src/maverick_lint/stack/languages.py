"""Which languages a repository is written in, told by its paths."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from maverick_lint.stack.model import Stack

_SUFFIXES: Final = {
    suffix: language
    for language, suffixes in {
        "Python": ".py .pyi .pyx",
        "JavaScript": ".js .mjs .cjs .jsx .ts .mts .cts .tsx .vue .svelte",
        "Go": ".go",
        "Rust": ".rs",
        "shell": ".sh .bash .ksh",
        "Ruby": ".rb .rake",
        "PHP": ".php",
        "Java": ".java",
        "Kotlin": ".kt .kts",
        "C": ".c .cc .cpp .cxx .h .hpp",
        "C#": ".cs",
        "Terraform": ".tf",
        "Lua": ".lua",
        "Perl": ".pl .pm",
        "Swift": ".swift",
        "Scala": ".scala",
        "Elixir": ".ex .exs",
        "Dart": ".dart",
        "Haskell": ".hs",
        "PowerShell": ".ps1 .psm1",
        "Markdown": ".md .markdown .mdown",
    }.items()
    for suffix in suffixes.split()
}
# Folders whose files were written elsewhere, are made by a program, or are the input of tests.
_FOREIGN: Final = frozenset(
    {
        "vendor",
        "vendors",
        "vendored",
        "third_party",
        "third-party",
        "thirdparty",
        "node_modules",
        "bower_components",
        "site-packages",
        "dist",
        "testdata",
        "test_data",
        "test-data",
        "fixtures",
        "__fixtures__",
        "__snapshots__",
        "generated",
        "__generated__",
        "gen",
        ".yarn",
        ".venv",
        "venv",
        "external",
        "extern",
        ".git",
    }
)
_FOREIGN_AT_TOP: Final = frozenset({"examples", "example", "samples", "sample", "assets", "static", "public"})
_TOP: Final = 3  # deeper such a folder is a package of the language (`src/main/java/org/example`)
_SHOWN: Final = ("-examples", "_examples", "-samples", "_samples")
_GENERATED: Final = (
    "_pb2.py",
    "_pb2_grpc.py",
    ".pb.go",
    ".gen.go",
    "_generated.go",
    ".min.js",
    ".d.ts",
    ".bundle.js",
    ".pnp.cjs",
)
_SETTINGS: Final = (".config.", ".conf.", "rc.js", "rc.cjs", "rc.mjs", "file.js")


def languages(stack: Stack) -> dict[str, tuple[str, ...]]:
    """Return the source files of each language, "Dockerfile" and "Markdown" among them; sorted paths."""
    memo = stack.memo.get("languages")
    if isinstance(memo, dict):
        return memo
    found: dict[str, list[str]] = {}
    for path in sorted(stack.files):
        language = _language(path, stack.kinds.get(path, ""))
        if language:
            found.setdefault(language, []).append(path)
    result = {language: tuple(paths) for language, paths in found.items()}
    stack.memo["languages"] = result
    return result


def source_files(stack: Stack) -> tuple[str, ...]:
    """Return what there is to build, lint or test: the source of all languages, and Dockerfiles."""
    found = languages(stack).items()
    return tuple(path for language, paths in found if language != "Markdown" for path in paths)


def _language(path: str, kind: str) -> str:
    *folders, name = path.lower().split("/")
    if any(folder in _FOREIGN or folder.endswith(_SHOWN) for folder in folders) or "{{" in path:
        return ""
    if any(folder in _FOREIGN_AT_TOP for folder in folders[:_TOP]):
        return ""
    if kind == "dockerfile":
        return "Dockerfile"
    if kind == "shell":
        return "shell"
    dot = name.rfind(".")
    language = _SUFFIXES.get(name[dot:], "") if dot > 0 else ""
    if not language or name.endswith(_GENERATED) or _is_settings(folders, name, language):
        return ""
    return language


def _is_settings(folders: list[str], name: str, language: str) -> bool:
    """Say whether a file is the settings of a tool in the tool's own language, and so no source of the project."""
    if language == "JavaScript":
        hidden = name.startswith(".") or any(folder.startswith(".") for folder in folders)
        return hidden or any(part in f".{name}" for part in _SETTINGS)
    return name in ("conf.py", "danger.js", "noxfile.py", ".pryrc", "pipeline.rb") and language in ("Python", "Ruby")
