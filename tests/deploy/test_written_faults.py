"""Every family of faults of deploy scripts, in many spellings: found by its rule at its place, and nothing else is."""

from __future__ import annotations

import pytest

from written import PARTS, Written, families, found

FAMILIES = families()
TEXTS = [text for texts in FAMILIES.values() for text in texts]


def test_the_whole_script_as_it_is_has_no_fault() -> None:
    assert found(Written("whole", 0, "", {"deploy.sh": "".join(PARTS.values())}, [])) == []


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_has_enough_texts_of_both_kinds(family: str) -> None:
    faulty = [text for text in FAMILIES[family] if text.expected]
    assert len(faulty) >= 6
    assert len(FAMILIES[family]) - len(faulty) >= 6
    assert len({str(text.files) for text in FAMILIES[family]}) == len(FAMILIES[family])


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.name)
def test_a_fault_is_found_at_its_place_and_nothing_else_is(text: Written) -> None:
    assert sorted(set(found(text))) == sorted((text.rule, *place) for place in text.expected)
