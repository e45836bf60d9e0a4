"""The syntax of `.env` files, shared by the format that judges them and by Compose, which reads variables from one."""

from maverick_lint.formats._dotenv.read import Entry, Read, read_dotenv

__all__ = ["Entry", "Read", "read_dotenv"]
