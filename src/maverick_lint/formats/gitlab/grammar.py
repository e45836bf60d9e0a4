"""What may stand under each keyword of GitLab CI, as compact tables that `kinds` reads.

A line is `keys = spec`: a `*` before a key makes it required. A spec is a list of alternatives joined by ` or `:

text [TEST]      a text, judged by a function of `values`
loose            a text, a number, or true or false
bool, number, whole [MIN MAX], one WORD ..., any
list SPEC, list+ SPEC, list- SPEC   a list, one that is not empty, one that is at most one level deeper
map NAME         a mapping with the keys of a table of this module; table SPEC is one with any keys

Source: docs.gitlab.com/ci/yaml/ and the JSON Schema that GitLab publishes for its editor (18.x, 2026-11-24).
"""

from __future__ import annotations

from typing import Final

WHEN: Final = "one on_success on_failure always manual delayed never"
_FAILURES: Final = (
    "always unknown_failure script_failure api_failure stuck_or_timeout_failure stuck_pending_with_matching_runners "
    "stuck_pending_no_matching_runners no_updates_running no_updates_canceling runner_system_failure "
    "runner_configuration_error runner_external_dependency_failure runner_interrupted runner_unsupported "
    "runner_provisioning_failure stale_schedule job_execution_timeout server_timeout_running server_timeout_canceling "
    "archived_failure unmet_prerequisites scheduler_failure data_integrity_failure"
)

NAMED: Final = {
    "line": "text or list- line",
    "reason": f"one {_FAILURES}",
    "pull": "one always never if-not-present",
    "need": "text job or map need",
    "matrix": "table cell",
    "cell": "loose or list loose",
    "service": "text image or map service",
    "audience": "text or list+ text",
    "cache": "map cache or list4 cache_item",
    "cache_item": "map cache",
    "rule": "map rule or list rule or text",
    "include_item": "text include or map include",
    "child_item": "map child",
    "include_rule": "map include_rule",
    "variable": "loose or map variable",
    "job_variable": "loose or map job_variable",
    "secret": "map secret",
    "token": "map token",
    "link": "map link",
    "step": "map step",
    "input": "map input",
    "job_input": "map job_input",
    "workflow_rule": "map workflow_rule or list workflow_rule or text",
    "stage": "text stage or list stage",
    "tag": "text nonempty or list tag",
    "default_key": "one after_script artifacts before_script cache hooks id_tokens identity image interruptible "
    "retry services tags timeout",
    "path": "text artifact_path",
    "spec_include": "map spec_include",
    "option": "loose",
    "input_rule": "map input_rule",
    "func": "text nonempty or map func",
    "yaml_file": "text yaml",
    "component_key": "one name sha version reference",
}

# What a job takes over from `default`, which knows these keys too.
_SHARED: Final = """
before_script after_script = text or list line
image = text image or map image
services = list service
artifacts = map artifacts
cache = map cache or list4 cache_item
retry = whole 0 2 or map retry
tags = list tag
timeout = text timeout
interruptible = bool
id_tokens = table token
hooks = map hooks
identity = one google_cloud
"""

MAPS: Final = {
    "top": """
stages types = list+ stage
default = map default
variables = table variable
workflow = map workflow
include = text include or map include or list include_item
image = text image or map image
services = list service
cache = map cache or list4 cache_item
before_script after_script = text or list line
""",
    "workflow": """
name = text workflow_name
rules = list workflow_rule
auto_cancel = map auto_cancel
""",
    "workflow_rule": """
if = text
changes = map changes or list50 text
exists = map exists or list50 text
variables = table loose
when = one always never
auto_cancel = map auto_cancel
""",
    "auto_cancel": """
on_new_commit = one conservative interruptible none
on_job_failure = one none all
""",
    "variable": """
value = loose
description = text
options = list+ loose
expand = bool
""",
    "job_variable": """
value = loose
expand = bool
""",
    "default": _SHARED,
    "job": _SHARED
    + f"""
script = text nonempty or list+ line
run = list+ step
stage = stage
only except = map filter or list text or text
rules = list rule
extends = text nonempty or list+ text
needs = list50 need or map needs_pipeline
dependencies = list text
allow_failure = bool or map exit_codes
when = {WHEN}
start_in = text start_in
manual_confirmation = text
environment = text environment or map environment
release = map release
coverage = text coverage
parallel = whole 1 200 or map parallel
resource_group = text nonempty
trigger = text project or map trigger
inherit = map inherit
secrets = table secret
pages = bool or map pages
publish = text
variables = table job_variable
dast_configuration = map dast
inputs = table job_input
type = text
""",
}
