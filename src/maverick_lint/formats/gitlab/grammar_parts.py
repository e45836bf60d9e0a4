"""What may stand inside the keywords of a job, of includes and of inputs; `grammar` says how a line reads.

Source: as there.
"""

from __future__ import annotations

from typing import Final

from maverick_lint.formats.gitlab.grammar import WHEN

_REPORTS: Final = (
    "api_fuzzing codequality container_scanning coverage_fuzzing cyclonedx dast dependency_scanning dotenv junit "
    "license_management license_scanning load_performance lsif metrics performance repository_xray requirements sarif "
    "sast secret_detection terraform browser_performance"
)

PARTS: Final = {
    "artifacts": """
paths exclude = list+ path
expose_as = text expose_as
name = text
untracked public = bool
when = one on_success on_failure always
access = one none developer maintainer all
expire_in = text duration
reports = map reports
""",
    "reports": f"""
{_REPORTS} = text or list text
accessibility annotations = text
coverage_report = map coverage_report
""",
    "coverage_report": """
*coverage_format = one cobertura jacoco
*path = text nonempty
""",
    "cache": """
key = text cache_key or map cache_key
paths = list text
untracked unprotect = bool
when = one on_success on_failure always
policy = text cache_policy
fallback_keys = list5 text
""",
    "cache_key": """
files = list10 text
files_commits = list2 text
prefix = text
""",
    "image": """
*name = text image
entrypoint = list any
docker = map docker
kubernetes = map kubernetes_user
pull_policy = pull or list+ pull
""",
    "service": """
*name = text image
alias = text nonempty
entrypoint = list text
command = text or list line
docker = map docker
kubernetes = map kubernetes_user
pull_policy = pull or list+ pull
variables = table job_variable
""",
    "docker": """
platform user = text nonempty
""",
    "kubernetes_user": """
user = text nonempty or whole
""",
    "retry": """
max = whole 0 2
when = reason or list reason
exit_codes = whole or list+ whole
""",
    "hooks": """
pre_get_sources_script = text or list line
""",
    "exit_codes": """
*exit_codes = whole or list+ whole
""",
    "token": """
*aud = audience
""",
    "filter": """
refs = list text
variables = list text
changes = list text
kubernetes = one active
""",
    "rule": f"""
if = text
changes = map changes or list50 text
exists = map exists or list50 text
variables = table loose
when = {WHEN}
start_in = text start_in
allow_failure = bool or map exit_codes
needs = list50 need
interruptible = bool
auto_cancel = map auto_cancel
""",
    "changes": """
*paths = list50 text
compare_to = text
regexp = text regexp
""",
    "exists": """
*paths = list50 text
project ref = text
regexp = text regexp
""",
    "need": """
job = text job
artifacts optional = bool
pipeline project ref = text nonempty
parallel = map parallel
""",
    "needs_pipeline": """
*pipeline = text nonempty
job = text
artifacts = bool
""",
    "parallel": """
*matrix = list200 matrix
""",
    "environment": """
*name = text environment
url = text environment_url
on_stop = text
action = one start prepare stop verify access
auto_stop_in = text duration
deployment_tier = one production staging testing development other
kubernetes = map kubernetes
""",
    "kubernetes": """
agent namespace flux_resource_path = text nonempty
managed_resources = map managed
dashboard = map dashboard
""",
    "managed": """
enabled = bool
""",
    "dashboard": """
namespace flux_resource_path = text nonempty
""",
    "release": """
*tag_name *description = text nonempty
tag_message name ref = text
milestones = list text
released_at = text date
assets = map assets
""",
    "assets": """
*links = list+ link
""",
    "link": """
*name *url = text nonempty
filepath = text
link_type = one runbook package image other
""",
    "trigger": """
project = text project
branch = text
strategy = one depend mirror
forward = map forward
inputs = table any
include = text yaml or list3 child_item or map child
""",
    "forward": """
yaml_variables pipeline_variables = bool
""",
    "inherit": """
default = bool or list default_key
variables = bool or list text
""",
    "pages": """
path_prefix expire_in publish = text
""",
    "dast": """
site_profile scanner_profile = text
""",
}
