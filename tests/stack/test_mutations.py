"""Every joint of the example that is broken by one small change is found, with both of its sides."""

from pathlib import Path

import pytest

from mutated import Mutation, check, found, mutations, read

SHOP = Path(__file__).parents[2] / "examples" / "shop-fixed"
TEXTS, EXECUTABLE = read(SHOP)
HERE = Path(__file__).parent
MUTATIONS = [*mutations(HERE / "mutations.yaml"), *mutations(HERE / "mutations_of_names.yaml")]


def test_the_example_as_it_is_has_no_broken_joint() -> None:
    assert not found(TEXTS, EXECUTABLE)


def test_there_are_enough_changes_of_every_family() -> None:
    assert len(MUTATIONS) >= 120
    assert len({mutation.name for mutation in MUTATIONS}) == len(MUTATIONS)
    assert len({mutation.rule for mutation in MUTATIONS}) >= 20
    assert len({mutation.path for mutation in MUTATIONS}) >= 15


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_broken_joint_is_found(mutation: Mutation) -> None:
    check(mutation, TEXTS, EXECUTABLE)


@pytest.mark.parametrize("path", ["scripts/check-migrations.sh", "src/shop/smoke.py", "src/shop/healthcheck.py"])
def test_a_file_that_is_taken_away_is_missed(path: str) -> None:
    left = {name: text for name, text in TEXTS.items() if name != path}
    findings = found(left, EXECUTABLE)
    assert {finding.rule for finding in findings} <= {"stack/missing-script", "stack/missing-module"}
    assert findings


def test_a_script_without_its_mode_cannot_be_run() -> None:
    path = "scripts/check-migrations.sh"
    findings = found(TEXTS, [name for name in EXECUTABLE if name != path])
    assert [finding.rule for finding in findings] == ["stack/missing-script"]
    assert findings[0].related[0].location.path == path
