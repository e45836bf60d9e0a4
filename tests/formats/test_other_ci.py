"""Other CI systems are recognised by their files."""

from __future__ import annotations

import pytest

from maverick_lint.core.facts.pipeline import OtherPipeline
from maverick_lint.core.source import Source
from maverick_lint.engine.classify import by_path
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader, facts_of, parse


@pytest.mark.parametrize(
    ("path", "system"),
    [
        ("Jenkinsfile", "Jenkins"),
        ("ci/Jenkinsfile.nightly", "Jenkins"),
        (".circleci/config.yml", "CircleCI"),
        ("azure-pipelines-release.yml", "Azure Pipelines"),
        (".woodpecker/test.yml", "Woodpecker"),
        (".buildkite/pipeline.yml", "Buildkite"),
        (".semaphore/semaphore.yml", "Semaphore"),
        ("cloudbuild.yaml", "Google Cloud Build"),
    ],
)
def test_systems(path: str, system: str) -> None:
    guess = by_path(path)
    assert guess is not None
    assert guess.kind == "other-ci"
    document = parse("other-ci", Source(path, "\nstages: []\n"), FilesReader(MemoryFiles({})))
    values = [fact.value for fact in facts_of(document)]
    assert [value.system for value in values if isinstance(value, OtherPipeline)] == [system]


@pytest.mark.parametrize("path", ["config.yml", ".circleci/README.md", "docs/buildkite/pipeline.yml", "jenkinsfiles"])
def test_other_names(path: str) -> None:
    guess = by_path(path)
    assert guess is None or guess.kind != "other-ci"


def test_an_empty_file_is_no_pipeline() -> None:
    document = parse("other-ci", Source(".travis.yml", "# was here\n\n"), FilesReader(MemoryFiles({})))
    assert not list(facts_of(document))
