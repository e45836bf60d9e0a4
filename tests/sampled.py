"""Kinds of small changes that break a joint, applied to the places of a repository where they fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# The changes of one kind that are tried in one repository: the first ones, by path and place.
MOST = 2
COMPOSE = r"(?:^|/)(?:docker-)?compose[^/]*\.ya?ml\Z"
DOCKERFILE = r"(?:^|/)Dockerfile[^/]*\Z"
WORKFLOW = r"^\.github/workflows/[^/]+\.ya?ml\Z"


@dataclass(frozen=True)
class Kind:
    """A kind of change: in which files, which text (the group `it`) becomes another one."""

    name: str
    files: str
    pattern: str

    def places(self, texts: dict[str, str]) -> Iterator[tuple[str, int, int]]:
        """Yield the path, start and end of each text that can be changed."""
        for path in sorted(texts):
            if re.search(self.files, path):
                for match in re.finditer(self.pattern, texts[path], re.MULTILINE):
                    yield path, match.start("it"), match.end("it")


KINDS = (
    Kind("published port", COMPOSE, r"^\s*- [\"']?(?:[\d.]+:)?\d+:(?P<it>\d+)[\"']?\s*$"),
    Kind("port in a URL", COMPOSE, r"\w+://[\w:@.-]*@?[a-z][\w-]*:(?P<it>\d{4,5})\b"),
    Kind("host in a URL", COMPOSE, r"(?:postgres\w*|redis|mysql)://(?:[\w:]*@)?(?P<it>[a-z][\w-]+)[:/]"),
    Kind("user of a database", COMPOSE, r"(?:POSTGRES|MYSQL|MARIADB)_USER[=:] ?[\"']?(?P<it>\w+)"),
    Kind("name of a database", COMPOSE, r"(?:POSTGRES_DB|MYSQL_DATABASE|MARIADB_DATABASE)[=:] ?[\"']?(?P<it>\w+)"),
    Kind("build context", COMPOSE, r"^\s*(?:context|build): (?P<it>\.?/?[a-z][\w/-]*)\s*$"),
    Kind("stage of a build", COMPOSE, r"^\s*target: (?P<it>[\w-]+)\s*$"),
    Kind("mounted file", COMPOSE, r"^\s*- [\"']?(?P<it>\./[\w./-]+\.(?:conf|ya?ml|json|sh|sql)):"),
    Kind("exposed port", DOCKERFILE, r"^EXPOSE (?P<it>\d+)"),
    Kind("copied file", DOCKERFILE, r"^COPY (?P<it>[\w./-]+\.\w+) "),
    Kind("started file", DOCKERFILE, r"^(?:CMD|ENTRYPOINT) .*?[\"'/ ](?P<it>[\w-]+)\.(?:sh|py|js)\b"),
    Kind("stage of a copy", DOCKERFILE, r"^COPY --from=(?P<it>[a-z][\w-]{3,}) "),
    Kind("Dockerfile of a workflow", WORKFLOW, r"^\s*file: (?P<it>[\w./-]+)\s*$"),
    Kind("script of a workflow", WORKFLOW, r"^\s*(?:- )?run: (?:bash )?\./?(?P<it>[\w/-]+)\.sh\b"),
    Kind("scraped port", r"prometheus[^/]*\.ya?ml\Z", r"targets:.*[\"'][\w-]+:(?P<it>\d+)[\"']"),
    Kind("proxied port", r"\.conf\Z", r"^\s*(?:server|proxy_pass) +(?:http://)?[a-z][\w-]*:(?P<it>\d+)"),
)


def changed(text: str) -> str:
    """Return another port, or another name that is nearly the same."""
    stem, dot, suffix = text.rpartition(".")
    if text.isdecimal():
        return str(int(text) + 1)
    return f"{stem}x{dot}{suffix}" if stem and "/" not in suffix else f"{text}x"


def sample(kind: Kind, texts: dict[str, str]) -> Iterator[dict[str, str]]:
    """Yield the files of a repository with one change each."""
    for number, (path, start, end) in enumerate(kind.places(texts)):
        if number == MOST:
            return
        text = texts[path]
        yield {**texts, path: f"{text[:start]}{changed(text[start:end])}{text[end:]}"}
