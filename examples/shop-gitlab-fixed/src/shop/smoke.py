"""Smoke test of an image before it goes live: the settings are complete and the shop can be imported."""

import sys


def main() -> int:
    """Return 0 when the application starts with the settings at hand."""
    from shop.settings import settings

    settings()
    from shop.main import app

    return 0 if any(route.path == "/health" for route in app.routes) else 1


if __name__ == "__main__":
    sys.exit(main())
