"""Values that are secrets by their form, and values that only stand for one.

The forms are those that the issuers document for secret scanning (GitHub, GitLab, AWS, Google, Slack, Stripe, npm,
PyPI, Docker, DigitalOcean, SendGrid, Hugging Face, Vault, OpenAI, Anthropic; 2026-08).
"""

from __future__ import annotations

import re
from typing import Final

_FORMS: Final = (
    ("a private key", "PRIVATE KEY", r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----"),
    ("a GitHub token", "gh", r"\bgh[pousr]_[A-Za-z0-9]{36,}\b"),
    ("a GitHub token", "github_pat_", r"\bgithub_pat_[A-Za-z0-9_]{22,}"),
    ("a GitLab token", "gl", r"\bgl(?:pat|dt|rt|cbt|ptt|ft|soat|agent)-[A-Za-z0-9_-]{20,}"),
    ("an AWS access key", "A", r"\b(?:AKIA|ASIA)[A-Z2-7]{16}\b"),
    ("a Google API key", "AIza", r"\bAIza[A-Za-z0-9_-]{35}"),
    ("a Google OAuth token", "ya29.", r"\bya29\.[A-Za-z0-9_-]{30,}"),
    ("a Slack token", "xox", r"\bxox[abeoprs]-[A-Za-z0-9-]{10,}"),
    ("a Slack webhook", "hooks.slack.com", r"hooks\.slack\.com/services/T[A-Z0-9]{6,}/B[A-Z0-9]{6,}/[A-Za-z0-9]{16,}"),
    ("a Stripe key", "_live_", r"\b[rs]k_live_[A-Za-z0-9]{20,}"),
    ("an npm token", "npm_", r"\bnpm_[A-Za-z0-9]{36}\b"),
    ("a PyPI token", "pypi-", r"\bpypi-AgE[A-Za-z0-9_-]{50,}"),
    ("a Docker Hub token", "dckr_", r"\bdckr_(?:pat|oat)_[A-Za-z0-9_-]{24,}"),
    ("a DigitalOcean token", "_v1_", r"\bdo[opr]_v1_[a-f0-9]{64}\b"),
    ("a SendGrid key", "SG.", r"\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}\b"),
    ("a Hugging Face token", "hf_", r"\bhf_[A-Za-z]{34}\b"),
    ("a Vault token", "hv", r"\bhv[sbr]\.[A-Za-z0-9_-]{24,}"),
    ("an Anthropic key", "sk-ant-", r"\bsk-ant-[A-Za-z0-9_-]{20,}"),
    ("an OpenAI key", "T3BlbkFJ", r"\bsk-[A-Za-z0-9_-]{20,}T3BlbkFJ[A-Za-z0-9_-]{20,}"),
    ("an age key", "AGE-SECRET-KEY-", r"\bAGE-SECRET-KEY-1[A-Z0-9]{58}\b"),
    ("a JSON web token", "eyJ", r"\beyJ[A-Za-z0-9_-]{15,}\.eyJ[A-Za-z0-9_-]{15,}\.[A-Za-z0-9_-]{20,}"),
)
_URL: Final = re.compile(r"\b[a-z][a-z0-9+.-]{1,20}://[^\s:/@'\"]{0,200}:([^\s/@'\"]{1,200})@[\w$\[{]")
_STANDS_FOR: Final = re.compile(
    r"chang\w*[-_ ]?(?:me|this|it)|example|placeholder|dummy|fake|your|x{3,}|\*{3,}|\.{3}|todo|replace|sample|insecure"
    r"|not[-_ ]?a?[-_ ]?(?:real|secret|needed|used|required)"
    r"|unsafe|unused|build|secret[-_ ]?here|test|mock|temp|local|redacted|default"
    r"|set[-_]?me|<|>|%\(",
    re.IGNORECASE,
)
_EMPTY: Final = frozenset({"", "none", "null", "nil", "true", "false", "yes", "no", "on", "off", "0", "1", "undefined"})


def secret_value(text: str) -> str | None:
    """Return what secret a text holds, such as "a GitHub token"; None when it has the form of none."""
    found = secret_at(text)
    return None if found is None else found[0]


def secret_at(text: str) -> tuple[str, int, int] | None:
    """Return what `secret_value` does, with where the secret begins and ends in the text."""
    for what, mark, pattern in _FORMS:
        if mark in text and (match := re.search(pattern, text)) is not None and "EXAMPLE" not in match[0]:
            return what, match.start(), match.end()
    return None


def url_password(text: str) -> str | None:
    """Return the password of the first URL in a text that carries one, variables and placeholders left out."""
    for match in _URL.finditer(text) if "://" in text and "@" in text else ():
        if not placeholder(match[1]):
            return match[1]
    return None


def placeholder(text: str) -> bool:
    """Say whether a text stands for a secret and is none: empty, a variable, a template, `changeme`, `***`."""
    bare = text.strip().strip("'\"")
    if bare.lower() in _EMPTY or "$" in bare or "{{" in bare or len(set(bare)) == 1:
        return True
    return _STANDS_FOR.search(bare) is not None
