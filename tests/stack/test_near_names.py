"""Among many names the one that is meant is found without comparing all, and services by the folder they are near."""

import pytest

from maverick_lint.stack.near_names import NearNames
from maverick_lint.stack.services import services_at
from stacked import stack

NAMES = [
    f"{first}-{second}-{number}" for first in ("web", "api", "db") for second in ("a", "b") for number in range(500)
]


@pytest.mark.parametrize(
    ("word", "meant"),
    [("checkot", "checkout"), ("chekout", "checkout"), ("xheckout", "checkout"), ("quite-other", ""), ("web", "")],
)
def test_a_slip_at_either_end_is_seen(word: str, meant: str) -> None:
    assert NearNames([*NAMES, "checkout"]).close(word, 0.8) == meant


def test_few_names_are_all_compared() -> None:
    assert NearNames(["postgres", "redis"]).close("postgers", 0.8) == "postgres"
    assert NearNames([]).close("redis", 0.8) == ""


def test_a_host_means_the_services_of_the_nearest_projects_and_of_those_above() -> None:
    text = "services: {db: {image: 'postgres:16'}}\n"
    one = stack({"compose.yaml": text, "a/compose.yaml": text, "a/x/compose.yaml": text, "b/y/compose.yaml": text})
    found = {path: [service.project for service in services_at(one, "DB", path)] for path in ("a/n.conf", "b/n.conf")}
    assert found == {
        "a/n.conf": ["a/compose.yaml", "a/x/compose.yaml", "compose.yaml"],
        "b/n.conf": ["b/y/compose.yaml", "compose.yaml"],
    }
    assert services_at(one, "other", "a/n.conf") == ()
