"""Which token a text holds. Contexts and the names of secrets know no case."""

from __future__ import annotations

import re
from typing import Final

_SECRET: Final = re.compile(r"\bsecrets\s*[.\[]", re.IGNORECASE)
_OF_JOB: Final = re.compile(r"\bsecrets\s*\.\s*github_token\b|\bgithub\s*\.\s*token\b", re.IGNORECASE)


def has_secret(text: str) -> bool:
    """Say whether a text holds a secret other than the token of the job."""
    return _SECRET.search(_OF_JOB.sub("", text)) is not None


def has_job_token(text: str) -> bool:
    """Say whether a text holds the token of the job."""
    return _OF_JOB.search(text) is not None
