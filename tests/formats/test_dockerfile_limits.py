"""Files that are no Dockerfiles, or grow beyond reason, cost little and are said to be so once."""

from __future__ import annotations

import time

import pytest

from maverick_lint.core.source import Source
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader, parse


def parsed(text: str) -> list[str]:
    document = parse("dockerfile", Source("Dockerfile", text), FilesReader(MemoryFiles({})))
    assert document.model is None
    return [error.message for error in document.errors]


def test_after_a_hundred_faults_one_error_says_so() -> None:
    messages = parsed("FROM alpine\n" + "a=b\n" * 5_000)
    assert len(messages) == 101
    assert "what follows is not read" in messages[-1]


def test_a_file_with_too_many_stages_is_not_judged() -> None:
    messages = parsed("FROM alpine\n" * 501)
    assert messages == ["the file has over 500 stages and is not judged"]


@pytest.mark.parametrize("line", ["FROM s AS s\n", "USER a\n", "ENV a=$a\n", "RUN a && \\\n", "COPY --from=0 a b\n"])
def test_time_grows_with_the_length_only(line: str) -> None:
    def spent(count: int) -> float:
        text = "FROM debian\n" + line * count
        start = time.process_time()
        model = parse("dockerfile", Source("Dockerfile", text), FilesReader(MemoryFiles({}))).model
        if model is not None:
            _ = (model.stages, model.final is not None and model.reached(model.final))
        return time.process_time() - start

    spent(100)  # the reader is imported
    assert spent(4_000) < 20 * max(spent(1_000), 0.02)
