"""The Dockerfile that the standard shows is clean under every rule of the default profile."""

from __future__ import annotations

from maverick_lint.config.model import Settings
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from maverick_lint.registry.index import rules

STANDARD = """\
# Builds in one stage and ships another
FROM python:3.12-slim AS builder
WORKDIR /build
COPY pyproject.toml uv.lock ./
RUN pip install uv && uv sync --frozen --no-dev

FROM python:3.12-slim
WORKDIR /app
RUN adduser --system --uid 1001 appuser

# Named paths only
COPY --from=builder /build/.venv /app/.venv
COPY src/ ./src/

USER appuser
EXPOSE 8000
ENV PATH="/app/.venv/bin:$PATH"

HEALTHCHECK --interval=30s --timeout=3s --start-period=5s --retries=3 \\
  CMD python -c "import httpx; httpx.get('http://localhost:8000/health').raise_for_status()"

CMD ["uvicorn", "src.main:app", "--host", "0.0.0.0", "--port", "8000"]
"""


def found(text: str) -> list[str]:
    settings = Settings()
    result = run(MemoryFiles({"Dockerfile": text}), settings, make(rules(), settings))
    assert not result.crashed
    return sorted({finding.rule for finding in result.findings if finding.rule.startswith("dockerfile/")})


def test_the_standards_dockerfile_is_clean() -> None:
    assert found(STANDARD) == []


def test_each_fault_put_into_it_is_found() -> None:
    faults = {
        "USER appuser\n": "dockerfile/non-root-user",
        "EXPOSE 8000\n": "dockerfile/exposed-port",
        " --retries=3": "dockerfile/healthcheck-timing",
        " --frozen": "dockerfile/frozen-install",
        " --no-dev": "dockerfile/no-dev-dependencies",
        " --uid 1001": "dockerfile/fixed-uid",
        "RUN adduser --system --uid 1001 appuser\n": "dockerfile/user-exists",
    }
    assert {text: found(STANDARD.replace(text, "")) for text in faults} == {
        text: [rule] for text, rule in faults.items()
    }
    assert found(STANDARD.replace("slim\nWORKDIR /app", "bookworm\nWORKDIR /app")) == ["dockerfile/slim-base"]
    assert found(STANDARD.replace("COPY src/ ./src/", "COPY . .")) == ["dockerfile/copy-selectively"]
