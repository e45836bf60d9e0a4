"""The keys of GitLab CI.

Source: docs.gitlab.com/ci/yaml/, sections Keywords, Global keywords, Job keywords and Deprecated keywords, and
docs.gitlab.com/ci/variables/predefined_variables/ (2026-11-24).
"""

from __future__ import annotations

from typing import Final

GLOBAL: Final = frozenset({
    "default", "include", "stages", "types", "variables", "workflow", "spec",
    "image", "services", "cache", "before_script", "after_script",
})  # fmt: skip

DEFAULT: Final = frozenset({
    "after_script", "artifacts", "before_script", "cache", "hooks", "id_tokens", "identity", "image", "interruptible",
    "retry", "services", "tags", "timeout",
})  # fmt: skip

JOB: Final = frozenset({
    "after_script", "allow_failure", "artifacts", "before_script", "cache", "coverage", "dast_configuration",
    "dependencies", "environment", "except", "extends", "hooks", "id_tokens", "identity", "image", "inherit", "inputs",
    "interruptible", "manual_confirmation", "needs", "only", "pages", "parallel", "publish", "release",
    "resource_group", "retry", "rules", "run", "script", "secrets", "services", "stage", "start_in", "tags", "timeout",
    "trigger", "type", "variables", "when",
})  # fmt: skip

RULE: Final = frozenset({
    "if", "changes", "exists", "when", "allow_failure", "needs", "variables", "start_in", "interruptible",
    "auto_cancel",
})  # fmt: skip

WHEN: Final = frozenset({"on_success", "on_failure", "always", "manual", "delayed", "never"})

# The stages of a configuration that names none; .pre and .post are always there.
STAGES: Final = ("build", "test", "deploy")
EDGE_STAGES: Final = (".pre", ".post")

# Which of the default's keys a job takes over is said by `inherit`.
INHERITED: Final = ("image", "before_script", "after_script")
