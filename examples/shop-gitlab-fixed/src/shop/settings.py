"""Settings from the environment."""

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """What a deployment may set."""

    database_url: str
    redis_url: str
    sentry_dsn: str


def settings() -> Settings:
    """Read the environment; raises KeyError when the database or the cache is not named."""
    return Settings(
        database_url=os.environ["SHOP_DATABASE_URL"],
        redis_url=os.environ["SHOP_REDIS_URL"],
        sentry_dsn=os.environ.get("SHOP_SENTRY_DSN", ""),
    )
