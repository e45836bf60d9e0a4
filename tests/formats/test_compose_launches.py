"""Files that a repository starts together, profiles, and what is included: the projects that come out of them."""

from __future__ import annotations

import pytest

from compose_project import Texts, document, project
from maverick_lint.config.model import Settings
from maverick_lint.core.span import Place
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from maverick_lint.formats.compose.launches import launches
from maverick_lint.registry.index import rules

BASE = "services:\n  app:\n    image: acme/app:1.0\n    ports: ['80:80']\n"
PROD = "services:\n  app:\n    ports: '81:81'\n    networks: [front]\n    volumes: [./data:/data]\n"
FILES = {"compose.yaml": BASE, "compose.prod.yaml": PROD}


def sets(path: str, text: str, files: tuple[str, ...] = ("compose.yaml", "compose.prod.yaml")) -> list[tuple[str, ...]]:
    """Return the sets of files that a launcher starts."""
    return [launch.paths for launch in launches(Texts({path: text, **dict.fromkeys(files, "")}))]


def findings(texts: dict[str, str], rule: str) -> list[tuple[str, int, str, list[str]]]:
    """Return the findings of a rule: path, line, message, and the paths of the related places."""
    settings = Settings(select=(rule,))
    result = run(MemoryFiles(texts), settings, make(rules(), settings))
    assert result.crashed == ()
    return [
        (one.location.path, one.location.start.line, one.message, [each.location.path for each in one.related])
        for one in result.findings
        if one.rule == rule
    ]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("deploy.sh", "#!/bin/sh\ndocker compose -f compose.yaml -f compose.prod.yaml up -d\n"),
        ("deploy.sh", "docker-compose --file=compose.yaml \\\n  --file compose.prod.yaml up\n"),
        ("Makefile", "up:\n\t$(COMPOSE) -f compose.yaml -f ./compose.prod.yaml up\n"),
        ("scripts/up.sh", "docker compose -f ../compose.yaml -f ../compose.prod.yaml up\n"),
        (".github/workflows/x.yml", "steps:\n  - run: docker compose -f compose.yaml -f compose.prod.yaml up\n"),
        (".env", "COMPOSE_FILE=compose.yaml:compose.prod.yaml\n"),
        (".github/workflows/x.yml", "env:\n  COMPOSE_FILE: compose.yaml:compose.prod.yaml\n"),
        ("package.json", '{"scripts": {"up": "docker compose -f compose.yaml -f compose.prod.yaml up"}}'),
    ],
)  # fmt: skip
def test_sets_are_found_in_launchers(path: str, text: str) -> None:
    assert sets(path, text) == [("compose.yaml", "compose.prod.yaml")]


@pytest.mark.parametrize(
    "text",
    [
        "docker compose -f compose.yaml -f compose.$ENV.yaml up\n",
        "# docker compose -f compose.yaml -f compose.prod.yaml up\n",
        "tar -f compose.yaml -f compose.prod.yaml\n".replace("tar", "tar cz"),
        "docker compose -f compose.yaml -f gone.yaml up\n",
        "docker compose -f - up < compose.yaml\n",
    ],
)
def test_what_is_unknown_or_no_launch_is_left_alone(text: str) -> None:
    found = [paths for paths in sets("up.sh", text) if len(paths) > 1]
    assert found == [("compose.yaml", "compose.prod.yaml")] * text.startswith("tar")  # a word `compose` is all it takes


def test_the_only_folder_that_has_all_files_is_meant() -> None:
    text = "run: cd deploy && docker compose -f a-compose.yaml -f b-compose.yaml up\n"
    files = ("deploy/a-compose.yaml", "deploy/b-compose.yaml", "other/a-compose.yaml")
    assert sets(".gitlab-ci.yml", text, files) == [("deploy/a-compose.yaml", "deploy/b-compose.yaml")]


def test_a_clash_and_a_missing_name_are_said_where_they_stand_with_the_command_that_joins() -> None:
    texts = {**FILES, "up.sh": "#!/bin/sh\ndocker compose -f compose.yaml -f compose.prod.yaml up\n"}
    ((path, line, message, related),) = findings(texts, "compose/joined-files")
    assert (path, line) == ("compose.prod.yaml", 3)
    assert "`ports` is a scalar here" in message
    assert related == ["compose.yaml", "up.sh"]
    ((path, line, message, _),) = findings(texts, "compose/undefined-reference")
    assert (path, line) == ("compose.prod.yaml", 4)
    assert "network `front`" in message


def test_without_a_command_the_files_are_not_joined() -> None:
    assert findings(FILES, "compose/joined-files") == []


def test_a_circle_and_a_port_taken_twice_across_a_launch() -> None:
    texts = {
        "compose.yaml": "services:\n"
        "  a: {image: 'a:1', ports: ['80:80'], depends_on: {b: {condition: service_started}}}\n"
        "  b: {image: 'b:1'}\n",
        "over-compose.yaml": "services:\n  b:\n    ports: ['80:81']\n    depends_on:\n"
        "      a: {condition: service_started}\n",
        "Makefile": "up:\n\tdocker compose -f compose.yaml -f over-compose.yaml up\n",
    }  # fmt: skip
    assert [found[:2] for found in findings(texts, "compose/dependency-cycle")] == [("over-compose.yaml", 5)]
    ((path, line, _, related),) = findings(texts, "compose/duplicate-host-port")
    assert (path, line) == ("over-compose.yaml", 3)
    assert related == ["compose.yaml", "Makefile"]


def test_a_file_that_is_only_put_on_others_is_a_fragment() -> None:
    texts = {**FILES, "up.sh": "docker compose -f compose.yaml -f compose.prod.yaml up\n"}
    model = document(texts, "compose.prod.yaml").model
    assert model is not None
    assert model.fragment
    base = document(texts, "compose.yaml").model
    assert base is not None
    assert [view.files for view in base.views] == [("compose.yaml",), ("compose.yaml", "compose.prod.yaml")]


def test_the_base_alone_is_judged_where_it_is_started_alone() -> None:
    texts = {
        "compose.yaml": "services: {a: {image: 'a:1', networks: [front]}}\n",
        "compose.override.yaml": "networks: {front: {}}\n",
        "up.sh": "docker compose -f compose.yaml up\n",
    }
    model = project(texts)
    assert [view.files for view in model.views] == [("compose.yaml", "compose.override.yaml"), ("compose.yaml",)]
    assert [len(list(view.section("networks"))) for view in model.views] == [1, 0]


def test_paths_of_a_launch_are_those_of_the_first_files_folder() -> None:
    texts = {
        "compose.yaml": "services: {a: {image: 'a:1'}}\n",
        "deploy/compose.prod.yaml": "services: {a: {env_file: a.env, build: ./app}}\n",
        "up.sh": "docker compose -f compose.yaml -f deploy/compose.prod.yaml up\n",
    }
    view = project(texts).views[1]
    build = view.services[0].get("build")
    assert build is not None
    assert build.file.folder == ""
    assert [related.at.path for related in build.via if isinstance(related.at, Place)] == ["up.sh"]


def test_included_services_take_part_and_keep_their_own_folder() -> None:
    texts = {
        "compose.yaml": "include: [db/compose.yaml]\nservices:\n  a:\n    image: a:1\n    ports: ['80:80']\n",
        "db/compose.yaml": "services:\n  db:\n    image: db:$TAG\n    ports: ['80:81']\n",
        "db/.env": "TAG=3\n",
    }
    (db,) = project(texts).beside
    assert db.image is not None
    assert db.image.tag == "3"
    assert [found[:2] for found in findings(texts, "compose/duplicate-host-port")] == [("db/compose.yaml", 4)]


def test_one_name_in_two_files_of_an_include_is_a_warning() -> None:
    texts = {"compose.yaml": "include: [b.yaml]\n" + BASE, "b.yaml": "services:\n  app:\n    image: b:1\n"}
    settings = Settings(select=("compose/joined-files",))
    (found,) = run(MemoryFiles(texts), settings, make(rules(), settings)).findings
    assert (found.level, found.location.path, found.location.start.line) == ("warning", "b.yaml", 2)
