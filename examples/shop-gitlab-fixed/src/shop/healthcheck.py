"""Asks the process of this container whether it answers; exits with 1 when it does not."""

import sys
import urllib.request


def main() -> int:
    """Return 0 when /health answers with 200."""
    try:
        with urllib.request.urlopen("http://127.0.0.1:8000/health", timeout=2) as answer:  # noqa: S310
            return 0 if answer.status == 200 else 1
    except OSError:
        return 1


if __name__ == "__main__":
    sys.exit(main())
