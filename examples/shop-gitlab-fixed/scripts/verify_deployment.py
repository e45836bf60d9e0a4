#!/usr/bin/env python3
"""Asks a deployment for the pages that must answer; exits with 1 when one does not."""

import sys
import urllib.error
import urllib.request

PAGES = {"/health": 200, "/metrics": 200, "/api/teas": 200}


def status(url: str) -> int:
    """Return the status of a page; 0 when there is no answer."""
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


def main() -> int:
    """Check every page and return the number of failures."""
    base = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000"
    failed = 0
    for page, expected in PAGES.items():
        found = status(base + page)
        print(f"{page}: {found} (expected {expected})")
        failed += found != expected
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
