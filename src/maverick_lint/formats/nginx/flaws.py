"""Known flaws of nginx: the versions that have them, the first without, and the module that must be in use.

Source: CHANGES of nginx 1.30.6, 1.26.3 and 1.22.1 (the packages of Debian sid, 13 and 12, November 2026) name the
versions that repair, and what is in danger; tests/fixtures/nginx/repaired.tsv has them. The three of 1.30.7 are those
of Debian's changelog 1.22.1-9+deb12u11 of 19 November 2026. The first version affected, and repaired versions of lines
that those three files do not have (1.28, 1.31), are those of nginx.org/en/security_advisories.html as gixy-ng 0.2.59
(MIT, November 2026) has it; HTTP/3 came with 1.25.0. Flaws that only the latter knows, and one of 32-bit machines, are
left out.
"""

from __future__ import annotations

from typing import Final, NamedTuple

# Number, versions affected, versions repaired, what must be there: the words are those of `USES`.
_TABLE: Final = (
    ("CVE-2026-123633", "1.22.1-1.30.6", "1.30.7", "http2"),
    ("CVE-2026-123640", "1.22.1-1.30.6", "1.30.7", "ssl_preread"),
    ("CVE-2026-123634", "1.22.1-1.30.6", "1.30.7", "resolver"),
    ("CVE-2026-95101", "1.25.0-1.31.6", "1.30.6 1.31.7", "http3"),
    ("CVE-2026-97629", "1.23.2-1.31.6", "1.30.6 1.31.7", "ssl_session_ticket_key"),
    ("CVE-2026-90439", "1.29.2-1.31.5", "1.30.5 1.31.6", "http3"),
    ("CVE-2026-42055", "1.13.10-1.31.1", "1.30.3 1.31.2", "=headers"),
    ("CVE-2026-48142", "0.3.50-1.31.1", "1.30.3 1.31.2", "charset_map"),
    ("CVE-2026-42946", "0.8.42-1.30.0", "1.30.1 1.31.0", "scgi_pass uwsgi_pass"),
    ("CVE-2026-42934", "0.3.50-1.30.0", "1.30.1 1.31.0", "charset_map"),
    ("CVE-2026-40460", "1.25.0-1.30.0", "1.30.1 1.31.0", "http3"),
    ("CVE-2026-40701", "1.19.0-1.30.0", "1.30.1 1.31.0", "ssl_ocsp"),
    ("CVE-2026-27654", "0.5.13-1.29.6", "1.28.3 1.29.7", "dav_methods"),
    ("CVE-2026-32647", "1.1.19-1.29.6", "1.28.3 1.29.7", "mp4"),
    ("CVE-2026-1642", "1.3.0-1.29.4", "1.28.2 1.29.5", "=https"),
    ("CVE-2025-23419", "1.11.4-1.27.3", "1.26.3 1.27.4", "=client"),
    ("CVE-2024-7347", "1.5.13-1.27.0", "1.26.2 1.27.1", "mp4"),
    ("CVE-2024-32760", "1.25.0-1.25.5 1.26.0-1.26.0", "1.26.1 1.27.0", "http3"),
    ("CVE-2024-31079", "1.25.0-1.25.5 1.26.0-1.26.0", "1.26.1 1.27.0", "http3"),
    ("CVE-2024-35200", "1.25.0-1.25.5 1.26.0-1.26.0", "1.26.1 1.27.0", "http3"),
    ("CVE-2024-34161", "1.25.0-1.25.5 1.26.0-1.26.0", "1.26.1 1.27.0", "http3"),
    ("CVE-2024-24989", "1.25.3-1.25.3", "1.25.4", "http3"),
    ("CVE-2024-24990", "1.25.0-1.25.3", "1.25.4", "http3"),
    ("CVE-2022-41741", "1.1.3-1.23.1 1.0.7-1.0.15", "1.22.1 1.23.2", "mp4"),
    ("CVE-2022-41742", "1.1.3-1.23.1 1.0.7-1.0.15", "1.22.1 1.23.2", "mp4"),
    ("CVE-2021-23017", "0.6.18-1.20.0", "1.20.1 1.21.0", "resolver"),
    ("CVE-2019-9511", "1.9.5-1.17.2", "1.16.1 1.17.3", "http2"),
    ("CVE-2019-9513", "1.9.5-1.17.2", "1.16.1 1.17.3", "http2"),
    ("CVE-2019-9516", "1.9.5-1.17.2", "1.16.1 1.17.3", "http2"),
    ("CVE-2018-16843", "1.9.5-1.15.5", "1.14.1 1.15.6", "http2"),
    ("CVE-2018-16844", "1.9.5-1.15.5", "1.14.1 1.15.6", "http2"),
    ("CVE-2018-16845", "1.1.3-1.15.5 1.0.7-1.0.15", "1.14.1 1.15.6", "mp4"),
)


class Flaw(NamedTuple):
    """A flaw that a version has."""

    number: str
    repaired: str
    use: str


def flaws_of(version: str) -> list[Flaw]:
    """Return the flaws of a whole version such as 1.25.3; none for one that is not whole."""
    own = _numbers(version)
    if len(own) != len(("major", "minor", "patch")):
        return []
    found = []
    for number, affected, repaired, use in _TABLE:
        spans = [tuple(_numbers(end) for end in span.split("-")) for span in affected.split()]
        cured = any(own[:2] == _numbers(one)[:2] and own >= _numbers(one) for one in repaired.split())
        if not cured and any(first <= own <= last for first, last in spans):
            found.append(Flaw(number, repaired.replace(" ", " or "), use))
    return found


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())
