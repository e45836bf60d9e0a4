"""Which names and values are secrets; for every format in which people write them down.

secret_name(name)     whether a variable of this name holds a secret
secret_value(text)    what a text is, by the formats that issuers publish ("a GitHub token"), or None
secret_at(text)       the same with where it begins and ends
url_password(text)    the password that a URL carries, or None
placeholder(text)     whether a text only stands for a secret
"""

from maverick_lint.formats._secrets.names import secret_name
from maverick_lint.formats._secrets.values import placeholder, secret_at, secret_value, url_password

__all__ = ["placeholder", "secret_at", "secret_name", "secret_value", "url_password"]
