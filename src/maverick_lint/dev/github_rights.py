"""Makes formats/github/rights.json: what a call of GitHub's REST interface by its method's name needs of the token.

    npm install @octokit/app-permissions @octokit/plugin-rest-endpoint-methods
    python -m maverick_lint.dev.github_rights node_modules DATE

Taken are the calls that change a repository, with the scope that GitHub's own list names for them.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

_TARGET = Path(__file__).parent.parent / "formats" / "github" / "rights.json"
_GROUP = re.compile(r"^  (\w+): \{\n(.*?)^  \}", re.MULTILINE | re.DOTALL)
_METHOD = re.compile(r"^    (\w+): \[\s*\"(\w+) (/repos/\{owner\}/\{repo\}/[^\"]*)\"", re.MULTILINE)
_PARAMETER = re.compile(r"\{[^}]*\}")
# The list is older than the scopes of runs and artifacts, and leaves these out of what they need today (docs.github.com
# "Permissions required for GitHub Apps", 2026-11-24); what needs an administrator no job can ask for.
_OWN_SCOPE = ("actions", "checks")
_LEFT_OUT = re.compile(r"reactions\.|Restrictions$|renameBranch$")
# The scopes that a job can ask for, by what they are called for GitHub's apps.
_SCOPES = {
    "actions": "actions", "checks": "checks", "contents": "contents", "deployments": "deployments", "issues": "issues",
    "pages": "pages", "pull_requests": "pull-requests", "security_events": "security-events", "statuses": "statuses",
}  # fmt: skip


def main(modules: str, as_of: str) -> None:
    """Write the table of two packages in a folder of npm; `as_of` is the day on which they were installed."""
    folder = Path(modules) / "@octokit"
    needed = json.loads((folder / "app-permissions/generated/api.github.com.json").read_text(encoding="utf-8"))["paths"]
    scopes = {
        f"{verb} {_PARAMETER.sub('{}', path)}": right["permission"]
        for path, verbs in needed.items()
        for verb, right in verbs.items()
        if right["access"] == "write"
    }
    written = (folder / "plugin-rest-endpoint-methods/dist-src/generated/endpoints.js").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for group in _GROUP.finditer(written):
        for method in _METHOD.finditer(group[2]):
            scope = _SCOPES.get(scopes.get(f"{method[2]} {_PARAMETER.sub('{}', method[3])}", ""))
            name = f"{group[1]}.{method[1]}"
            if scope is not None and method[2] != "GET" and not _LEFT_OUT.search(name):
                found.setdefault(group[1] if group[1] in _OWN_SCOPE else scope, []).append(name)
    versions = [
        f"npm @octokit/{name} {json.loads((folder / name / 'package.json').read_text(encoding='utf-8'))['version']}"
        for name in ("app-permissions", "plugin-rest-endpoint-methods")
    ]
    head = f'{{"source": {json.dumps(" and ".join(versions) + " (MIT)")}, "as_of": {json.dumps(as_of)}, "write": {{\n'
    lines = [f"{json.dumps(scope)}: {json.dumps(' '.join(sorted(names)))}" for scope, names in sorted(found.items())]
    _TARGET.write_text(head + ",\n".join(lines) + "\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
