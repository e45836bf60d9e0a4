"""The standard's reference for local development passes every rule on Compose files, but for its version line."""

from __future__ import annotations

from maverick_lint.config.model import Settings
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from maverick_lint.registry.index import rules

REFERENCE = """\
version: "3.7"
services:
  web:
    build: .
    ports:
      - "8080:8080"
    environment:
      - SHOP_STORE=postgresql://dev:dev@store:5432/shop
      - SHOP_CACHE=redis://cache:6379
    depends_on:
      store:
        condition: service_healthy
      cache:
        condition: service_started
  store:
    image: postgres:16-alpine
    environment:
      POSTGRES_PASSWORD: localdev
    volumes:
      - rows:/var/lib/postgresql/data
    healthcheck:
      test: ["CMD-SHELL", "pg_isready --username postgres"]
      interval: 4s
      timeout: 3s
      retries: 6
  cache:
    image: redis:7-alpine
    command: redis-server --maxmemory 128mb --maxmemory-policy allkeys-lru
volumes:
  rows:
"""


def found(text: str, path: str = "docker-compose.yml") -> list[tuple[str, int]]:
    settings = Settings()
    files = MemoryFiles({path: text, "Dockerfile": "FROM scratch\n"})
    result = run(files, settings, make(rules(), settings))
    return [(f.rule, f.location.start.line) for f in result.findings if f.rule.startswith("compose/")]


def test_the_reference_has_an_obsolete_version_and_nothing_else() -> None:
    assert found(REFERENCE) == [("compose/obsolete-version", 1)]


def test_each_thing_that_the_reference_does_right_is_seen_when_it_is_done_wrong() -> None:
    wrong = [
        ("postgres:16-alpine", "postgres", "compose/pinned-image", 16),
        ("    healthcheck:\n", "    x-healthcheck:\n", "compose/healthy-dependency", 12),
        (" --maxmemory-policy allkeys-lru", "", "compose/redis-bounds", 28),
        (":/var/lib/postgresql/data", ":/elsewhere", "compose/datastore-volume", 16),
        ("localdev", "a8Kd93mZq01Lx7PwQ2", "compose/real-secret", 18),
        ("        condition: service_started\n", "        restart: true\n", "compose/depends-on-condition", 13),
        ("    image: redis", "    ports: ['6379:6379']\n    image: redis", "compose/loopback-datastore-port", 27),
        ("    build: .\n", "    build: .\n    deploy: {mode: global}\n", "compose/no-orchestration", 5),
        ("  rows:\n", "  rowz:\n", "compose/undefined-reference", 20),
    ]
    for right, other, rule, line in wrong:
        assert REFERENCE.count(right) == 1, right
        assert (rule, line) in found(REFERENCE.replace(right, other)), rule


def test_a_production_file_is_none_for_development() -> None:
    assert ("compose/not-for-production", 3) in found(REFERENCE, "docker-compose.prod.yml")
