"""github-workflow/archived-action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats._by_hand import ByHand
from maverick_lint.formats.github.model import Workflow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action

# Repositories that their owners have archived, as zizmor 1.32.0 (MIT, August 2026) says when it is asked for them one
# by one, with what took their place where their README file names it. A table grows old: a note, never an error.
_ARCHIVED: Final = ByHand(
    "zizmor 1.32.0 (MIT), asked for them one by one",
    "2026-11-24",
    {
        "8398a7/action-slack": "slackapi/slack-github-action",
        "actions-rs/audit-check": "rustsec/audit-check",
        "actions-rs/cargo": "plain `cargo`",
        "actions-rs/clippy-check": "plain `cargo clippy`",
        "actions-rs/components-nightly": "rustup",
        "actions-rs/grcov": "plain `grcov`",
        "actions-rs/install": "taiki-e/install-action",
        "actions-rs/tarpaulin": "plain `cargo tarpaulin`",
        "actions-rs/toolchain": "dtolnay/rust-toolchain",
        "actions/create-release": "`gh release create`",
        "actions/setup-elixir": "erlef/setup-beam",
        "actions/setup-haskell": "haskell-actions/setup",
        "actions/setup-ruby": "ruby/setup-ruby",
        "actions/upload-release-asset": "`gh release upload`",
        "azure/appservice-actions": "",
        "azure/container-actions": "docker/login-action",
        "azure/container-scan": "aquasecurity/trivy-action",
        "azure/data-factory-deploy-action": "",
        "azure/data-factory-export-action": "",
        "azure/get-keyvault-secrets": "`az keyvault secret show`",
        "azure/k8s-actions": "",
        "azure/publish-security-assessments": "",
        "azure/spring-cloud-deploy": "",
        "azure/webapps-container-deploy": "azure/webapps-deploy",
        "cirrus-actions/rebase": "",
        "contributor-assistant/github-action": "",
        "crazy-max/ghaction-docker-buildx": "docker/setup-buildx-action",
        "facebook/pysa-action": "",
        "gradle/gradle-build-action": "gradle/actions/setup-gradle",
        "grafana/k6-action": "grafana/setup-k6-action",
        "marvinpinto/action-automatic-releases": "`gh release create`",
        "marvinpinto/actions": "`gh release create`",
        "maxheld83/ghpages": "actions/deploy-pages",
        "paambaati/codeclimate-action": "",
        "repo-sync/pull-request": "`gh pr create`",
        "sonarsource/sonarcloud-github-action": "SonarSource/sonarqube-scan-action",
        "stefanprodan/kube-tools": "",
        "technote-space/auto-cancel-redundant-workflow": "`concurrency`",
        "technote-space/get-diff-action": "`git diff`",
        "tencentcloudbase/cloudbase-action": "",
        "whelk-io/maven-settings-xml-action": "actions/setup-java",
    },
)


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each action or called workflow whose repository is archived."""
    nodes = [step.uses for step in document.model.steps if step.action]
    if isinstance(document.model, Workflow):
        nodes += [job.uses for job in document.model.jobs]
    for node in nodes:
        if node is None:
            continue
        name = node.raw.partition("@")[0].lower()
        instead = _ARCHIVED.rows.get("/".join(name.split("/")[:2]))
        if instead is not None:
            yield Hit(node, {"action": name, "instead": instead}, "" if instead else "gone")
