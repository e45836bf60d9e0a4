"""Tasks of the backlog: checked, and completed without changing more than one word."""

from __future__ import annotations

from pathlib import Path

import pytest

from support import checkout, tool, write

TASK = """\
# A task with a comment, odd spacing   and quotes\r
task_id: TASK-001\r
title:   "Deploy the shop"\r
deliverables:\r
    - scripts/deploy.sh\r
    - {path: docs/runbook.md}\r
references: []\r
acceptance_criteria: [ "it answers" ]\r
status: 'IN_PROGRESS'   # soon\r
"""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return write(checkout(tmp_path), {"docs/backlog/TASK-001.yaml": TASK, "scripts/deploy.sh": "#!/bin/bash\n"})


def test_a_task_that_lacks_something_is_refused_with_the_list(repository: Path) -> None:
    ran = tool(repository, "task", "complete", "TASK-001")
    assert ran.status == 1
    assert "docs/runbook.md: the deliverable does not exist" in ran.err
    assert (repository / "docs/backlog/TASK-001.yaml").read_bytes().decode() == TASK
    assert "IN_PROGRESS, lacks:" in tool(repository, "task", "check").out


def test_completing_changes_the_status_and_no_other_byte(repository: Path) -> None:
    write(repository, {"docs/runbook.md": "# Runbook\n"})
    ran = tool(repository, "task", "complete", "TASK-001")
    assert ran.status == 0, ran.err
    after = (repository / "docs/backlog/TASK-001.yaml").read_bytes().decode()
    assert after == TASK.replace("'IN_PROGRESS'", "'COMPLETE'")
    assert "complete already" in tool(repository, "task", "complete", "TASK-001").out
    assert tool(repository, "task", "check").status == 0
    (repository / "docs/runbook.md").unlink()
    assert tool(repository, "task", "check", "TASK-001").status == 1


def test_a_name_that_fits_no_task_is_wrong_usage(repository: Path) -> None:
    ran = tool(repository, "task", "complete", "TASK-01")
    assert ran.status == 2
    assert "no task is called `TASK-01`; did you mean `TASK-001`?" in ran.err


def test_a_task_without_a_status_is_faulty_and_stays_as_it_is(repository: Path) -> None:
    text = "task_id: T2\ntitle: Two\ndeliverables: [scripts/deploy.sh]\nreferences: []\nacceptance_criteria: [works]"
    write(repository, {"docs/backlog/T2.yaml": text})
    ran = tool(repository, "task", "complete", "T2")
    assert ran.status == 1
    assert "no `status`" in ran.err
    assert (repository / "docs/backlog/T2.yaml").read_text() == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('task:\n  id: T3\n  title: >-\n    Three\n  status: "in_progress"  # soon\n', '"COMPLETE"'),
        ("---\nid: T3\ntitle: Three\nstatus: REVIEW\n", "COMPLETE"),
        ("\ufeffid: T3\ntitle: Three\nstatus: REVIEW\n", "COMPLETE"),
    ],
    ids=["under-task", "document-start", "byte-order-mark"],
)
def test_every_form_of_a_task_is_completed_in_place(repository: Path, before: str, after: str) -> None:
    indent = "  " if before.startswith("task:") else ""
    more = ("deliverables: [ scripts/deploy.sh ]", "references: []", "acceptance_criteria: [ 'it works' ]")
    text = before + "".join(f"{indent}{line}\n" for line in more)
    write(repository, {"docs/backlog/T3.yaml": text})
    ran = tool(repository, "task", "complete", "T3")
    assert ran.status == 0, ran.err
    old = '"in_progress"' if indent else "REVIEW"
    assert (repository / "docs/backlog/T3.yaml").read_bytes().decode() == text.replace(old, after)


def test_a_status_that_another_value_repeats_is_left_alone(repository: Path) -> None:
    text = (
        "id: T4\ntitle: Four\nstatus: &now REVIEW\nphase: *now\ndeliverables: [scripts/deploy.sh]\n"
        "references: []\nacceptance_criteria: [works]\n"
    )
    write(repository, {"docs/backlog/T4.yaml": text})
    ran = tool(repository, "task", "complete", "T4")
    assert ran.status == 1
    assert "another value refers to it" in ran.err
    assert (repository / "docs/backlog/T4.yaml").read_text() == text


def test_a_task_that_cannot_be_read_is_told(repository: Path) -> None:
    write(repository, {"docs/backlog/T5.yaml": "id: T5\n  bad: [\n"})
    ran = tool(repository, "task", "check")
    assert ran.status == 1
    assert "no task could be read: docs/backlog/T5.yaml:" in ran.out
    assert "TASK-001: IN_PROGRESS" in ran.out
