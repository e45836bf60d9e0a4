"""The keys of a rule file (configuration/recording_rules of Prometheus 3, read 2026-11)."""

from __future__ import annotations

from typing import Final

from maverick_lint.formats._shape import INTEGER, TEXT, checked, list_of, mapping_of, record
from maverick_lint.formats._shape.scalars import DURATION


def _expression(text: str) -> str | None:
    return None if text.strip() else "is empty"


RULES: Final = record(
    "a rule file",
    {
        "groups": list_of(
            record(
                "a group",
                {
                    "name": TEXT,
                    "interval": DURATION,
                    "query_offset": DURATION,
                    "limit": INTEGER,
                    "labels": mapping_of(TEXT),
                    "rules": list_of(
                        record(
                            "a rule",
                            {
                                "alert": TEXT,
                                "record": TEXT,
                                "expr": checked(_expression),
                                "for": DURATION,
                                "keep_firing_for": DURATION,
                                "labels": mapping_of(TEXT),
                                "annotations": mapping_of(TEXT),
                            },
                            ("expr",),
                        )
                    ),
                },
                ("name",),
            )
        )
    },
)
