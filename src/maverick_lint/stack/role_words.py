"""Words that say what a command, a job or an action is for."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]*")
_LONGEST: Final = 300


def words_in(text: str) -> frozenset[str]:
    """Return the words of a name, in lower case: `runTests-e2e` has run, tests and e2e."""
    found = frozenset(word.lower() for word in _WORD.findall(text[:_LONGEST]))
    return found | {"e2e"} if "e2e" in text[:_LONGEST].lower() else found


def _set(*texts: str) -> frozenset[str]:
    return frozenset(word for text in texts for word in text.split())


# What an expression is called that stands for a whole command: nothing is known of it.
ANYTHING: Final = _set("cmd command commands run script task target env session matrix step make tox toxenv args name")
LINT: Final = _set("lint linter linters linting lints codestyle stylecheck checkstyle precommit")
# With `check` in the name of a program of one's own.
STYLE: Final = _set("style format formatting whitespace syntax spelling")
TEST: Final = _set("test tests testing tested spec specs e2e unittest unittests runtest runtests smoke selftest pytest")
# Targets that often lint among other things.
GENERAL: Final = _set("ci check checks all verify validate quality")
# An action that only prepares a linter, or shows what one has found.
HELPER_ACTION: Final = _set("setup install cache annotate report reporter upload publish comment")
# Words that prepare something: a job called `test` with nothing else in it tests nothing.
IDLE: Final = _set(
    "echo printf cd true false : exit export set unset mkdir rmdir cp mv rm ln ls cat git gh apt apt-get apk yum dnf",
    "brew pip pip3 pipx chmod chown sleep test [ [[ source . which type env touch sudo eval head tail grep egrep sed",
    "awk cut tr sort uniq wc jq yq find xargs df du uname whoami id pwd date tee read wait kill trap tar unzip zip",
    "gunzip gzip docker podman docker-compose buildah skopeo corepack nvm pyenv rbenv command exec shift return local",
    "declare readonly mktemp basename dirname realpath readlink sync hash ulimit umask systemctl service locale-gen",
    "gpg ssh-keyscan ssh-add ssh-agent base64 sha256sum md5sum lscpu free nproc rustup opam conda gem bundler twine",
)
PREPARING: Final = _set("install ci sync lock add update fetch download restore login build pull config cache")
# Reusable workflows whose names say that they neither lint nor test.
HOUSEKEEPING: Final = _set(
    "release releases deploy deployment publish stale label labeler labels lock triage assign sync docs doc pages",
    "codeql scorecard dependency review dependabot automerge merge backport changelog welcome greet notify sbom",
    "renovate issue issues close security scan",
)
