"""docker/awesome-compose: hadolint refuses most of its Dockerfiles for their here-documents; we read all of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dockerfile_reading import document

# What hadolint 2.15.1 gives up with DL1000, since a here-document is followed by something else than a blank line
# (hadolint issues 960 and 1137).
REFUSED_BY_HADOLINT = {
    "angular/angular/Dockerfile",
    "apache-php/app/Dockerfile",
    "django/app/Dockerfile",
    "fastapi/Dockerfile",
    "flask-redis/Dockerfile",
    "flask/app/Dockerfile",
    "nginx-aspnet-mysql/backend/Dockerfile",
    "react-express-mongodb/backend/Dockerfile",
    "react-express-mongodb/frontend/Dockerfile",
    "react-express-mysql/backend/Dockerfile",
    "react-express-mysql/frontend/Dockerfile",
    "react-java-mysql/backend/Dockerfile",
    "react-java-mysql/frontend/Dockerfile",
    "react-nginx/Dockerfile",
    "react-rust-postgres/backend/Dockerfile",
    "react-rust-postgres/frontend/Dockerfile",
    "sparkjava-mysql/backend/Dockerfile",
    "sparkjava/sparkjava/Dockerfile",
    "spring-postgres/backend/Dockerfile",
    "traefik-golang/backend/Dockerfile",
    "vuejs/vuejs/Dockerfile",
    "wasmedge-kafka-mysql/etl/Dockerfile",
    "wasmedge-mysql-nginx/backend/Dockerfile",
}


def test_every_dockerfile_of_awesome_compose_is_read() -> None:
    corpus = os.environ.get("CORPUS")
    if not corpus:
        pytest.skip("CORPUS names no folder of repositories")
    home = Path(corpus) / "docker__awesome-compose"
    paths = {path.relative_to(home).as_posix() for path in home.rglob("*ockerfile*") if path.is_file()}
    assert paths >= REFUSED_BY_HADOLINT
    assert len(paths) == 35
    for path in sorted(paths):
        found = document((home / path).read_text(encoding="utf-8"), path)
        assert not found.errors, path
        assert found.model is not None, path
        assert found.model.final is not None, path
    for path in sorted(REFUSED_BY_HADOLINT):
        model = document((home / path).read_text(encoding="utf-8"), path).model
        assert model is not None
        assert any(one.heredocs for one in model.instructions), path
